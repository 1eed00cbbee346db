"""Dates, hours, durations and repetitions in a text, in French and in English, understood against its publication.

``find`` is the whole of it. ``matching`` sees expressions with the rules of a language
(``french_rules``, ``english_rules``), built from its words (``french``, ``english``);
``meaning`` resolves them, ``tense`` says whether a weekday is behind or ahead, ``timex`` gives
the interval of a value, ``bounds`` what a preposition makes of it.
"""
from rotative.record.reading.dates.finder import find

__all__ = ["find"]
