"""Who we are, and whom we know.

Owns: the paper's identity (name, motto, languages, colours, legal notice, principles),
users and roles, and the pages that tell readers about the paper.
"""
