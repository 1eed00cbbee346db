"""What we write: sections, authors, topics, dossiers, articles and the front.

Owns: the stories and how they are shelved, their workflow from draft to correction,
and the scorers that choose related stories at publication.
"""
