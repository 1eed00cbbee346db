"""Dates, hours, durations and repetitions in a text, in French and in English, understood against its publication.

``find`` is the whole of it. ``matching`` sees expressions with the rules of a language (``french``,
``english``: words, forms, rules), of which ``keys`` says where to try them. ``meaning`` resolves them
(``days``, ``hours``, ``periods``, ``lengths``) within a ``paragraph``, ``tense`` says whether a weekday is behind or ahead,
``timex`` gives the interval of a value, ``bounds`` what a preposition makes of it.
"""
from rotative.record.reading.dates.finder import find

__all__ = ["find"]
