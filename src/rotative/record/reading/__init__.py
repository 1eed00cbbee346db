"""Reading a story: its actors, what they say, what happens and when, and its essentials. No framework.

``read`` is the whole of it; each stage is a module: ``text`` (the parts of the input that are the
story), ``dates``, ``parsing`` (grammar, by spaCy's models), ``actors``, ``statements``, ``events``,
``essentials``. ``kin`` ranks earlier stories by likeness.
"""
