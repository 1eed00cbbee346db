"""What the rules of English are made of. A group's name says what ``meaning`` reads in it."""
from __future__ import annotations

from rotative.record.reading.dates.english import words
from rotative.record.reading.dates.language import any_of

MONTHS = any_of(words.MONTHS)
WEEKDAYS = any_of(words.WEEKDAYS)
SEASONS = any_of(words.SEASONS)
NUMERAL = any_of(words.NUMBERS)
UNITS = any_of(words.UNITS)
MONTH = f"(?P<month>{MONTHS})"
FULL_MONTH = f"(?P<month>{any_of(words.FULL_MONTHS)})"
WEEKDAY = f"(?P<weekday>{WEEKDAYS})"
SEASON = f"(?P<season>{SEASONS})"
SHIFT = f"(?P<shift>{any_of(words.SHIFTS)})"
PART = f"(?P<part>{any_of(words.PARTS)})"
ORDINAL = f"(?P<ordinal>{any_of(words.ORDINALS)})"
DAY = r"(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)(?![\d:]|[.,]\d)"
LAST_DAY = r"(?P<last>(?:[12]?\d|3[01])(?:st|nd|rd|th)?)"
YEAR = r"(?P<year>1\d\d\d|20\d\d)(?![.,]\d)"
NUMBER = rf"(?:\d{{1,4}}(?:,\d{{3}}){{0,2}}(?:\.\d{{1,3}})?|{NUMERAL}(?:[\s-](?:and )?{NUMERAL}){{0,4}})"
SMALL = rf"(?:\d{{1,2}}|{NUMERAL}(?:[\s-]{NUMERAL})?)"
# "Late", "the end of the", "mid-": a part of a period; "earlier", "later": what is behind of it, or ahead.
EDGE = "(?:(?:the )?(?P<edge>early|start|beginning|mid|middle|late|end)(?:-| (?:in |of )?(?:the )?))"
TURN = "(?:(?P<edge>earlier|later|early|late) (?:in )?)"
MORE = "(?:more than |less than |fewer than |about |around |nearly |almost |at least |at most |over |under |some |roughly |just over |just under )?"

_NAMED_DAY = f"(?:(?P<weekday>{any_of([*words.WEEKDAYS, *words.SHORT_WEEKDAYS])}),? )?"
RELATIVE = "(?P<relative>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow)"
MONTH_FIRST = rf"{_NAMED_DAY}(?:{SHIFT} )?{MONTH} (?:the )?{DAY}(?:,?(?: of)? {YEAR})?"
DAY_FIRST = rf"{_NAMED_DAY}(?:the )?{DAY}(?: of)? {MONTH}(?:,? {YEAR})?"
WEEKLY = rf"(?:{SHIFT} )?{WEEKDAY}"
ANY_DAY = (RELATIVE, MONTH_FIRST, DAY_FIRST, WEEKLY)
