"""How the paper is found: the index. Knows no model; the rooms above feed it."""
