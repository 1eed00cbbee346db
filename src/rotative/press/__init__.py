"""How the paper is printed.

Owns: the rendering of a page and what it stands on (keys, listings, cards, named
reads, the instant until which it holds), and the register of documents.
Knows no article: the rooms above tell it which models are printed.
"""
