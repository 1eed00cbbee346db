"""The forms of a day in English."""
from __future__ import annotations

from rotative.record.reading.dates.english import words
from rotative.record.reading.dates.english.forms import (
    DAY,
    DAY_FIRST,
    FULL_MONTH,
    LAST_DAY,
    MONTH,
    MONTH_FIRST,
    MONTHS,
    ORDINAL,
    RELATIVE,
    SHIFT,
    WEEKDAY,
    WEEKLY,
    YEAR,
)
from rotative.record.reading.dates.language import Rule, any_of

RANGES = (
    Rule("iso", r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"),
    Rule("daterange", rf"{MONTH} {DAY}(?: ?[-–] ?| to | through | and | until ){LAST_DAY}(?! {MONTHS}|[\d:])(?:,? {YEAR})?", capital=True),
    Rule("daterange", rf"(?:the )?{DAY}(?: ?[-–] ?| to | through ){LAST_DAY} {MONTH}(?:,? {YEAR})?", capital=True),
)
_ANAPHOR = (
    r"the next day|the following day|the previous day|a day earlier|a day later|the same day|that day|that same day|next day"
    r"|the day (?:after|before)(?! (?:of|the|his|her|their|he|she|they|it|we|a|an|that|this|\w{1,20}ing)\b)"
)
_NO_FEAST = r"(?! (?:tree|trees|gift|gifts|card|cards|party|market|markets|island|dinner|songs?|carols?)\b)"
RULES = (
    Rule("relative", RELATIVE),
    Rule("anaphoric", f"(?P<anaphor>{_ANAPHOR})"),
    Rule("weekdayof", rf"{WEEKDAY} (?:of )?(?P<shift>this|last|next) week", capital=True),
    Rule("dayofmonth", rf"{WEEKDAY},? the {DAY}", capital=True),
    Rule("ordinal_weekday", rf"(?:the )?{ORDINAL} {WEEKDAY} (?:of|in) {FULL_MONTH}(?:,? {YEAR})?", capital=True),
    Rule("ordinal_week", rf"(?:the )?{ORDINAL} (?P<unit>week|weekend) (?:of|in) {FULL_MONTH}(?:,? {YEAR})?", capital=True),
    Rule("weekof", rf"(?:the )?week of (?:{MONTH_FIRST})", capital=True),
    Rule("day", MONTH_FIRST, capital=True),
    Rule("day", DAY_FIRST, capital=True),
    # "11/24/2026" has the month first, unless that cannot be.
    Rule("numeric", r"(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])/(?P<year>(?:19|20)?\d\d)"),
    Rule("numeric", r"(?P<day>1[3-9]|2\d|3[01])[./](?P<month>0?[1-9]|1[0-2])[./](?P<year>(?:19|20)?\d\d)"),
    Rule("dayofmonth", r"the (?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?=\s?(?:[,.;)]|$))", led="on "),
    Rule("holiday", rf"(?:{SHIFT} )?(?P<holiday>{any_of(words.HOLIDAYS)})(?:,? {YEAR})?{_NO_FEAST}", unled="father "),
)
# Tried last, since a weekday may be the head of a longer form.
WEEKDAY_RULES = (Rule("weekday", WEEKLY + r"(?! (?:night live|times)\b)", capital=True),)
