"""The record of the demonstration: an editor's decisions, story by story, and the text under negotiation.

    entries     what the files say                       no framework
    files       reads them                               no framework
    words       where some words stand in a story        no framework
    proofs      what is wrong between files and stories  no framework
    stands      what is wrong with the text              no framework
    matching    which of what was read is what a file says
    deciding    an editor decides of what was read in a story
    identity    who is who for the whole paper
    drafting    the text under negotiation, and where each party stands
    keeping     all of it, from published stories
"""
