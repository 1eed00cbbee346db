"""The forms of hours and of parts of a day in English."""
from __future__ import annotations

from rotative.record.reading.dates.english.forms import (
    ANY_DAY,
    DAY_FIRST,
    EDGE,
    MONTH_FIRST,
    NUMERAL,
    PART,
    RELATIVE,
    WEEKLY,
)
from rotative.record.reading.dates.language import Rule

_HOURS = r"(?P<hour>1[0-2]|0?\d)(?:[:.](?P<minute>[0-5]\d))? ?(?P<late>a\.m\.?|p\.m\.?|am|pm)"
_DIGITAL = r"(?P<hour>2[0-4]|[01]?\d):(?P<minute>[0-5]\d)(?!:?\d)"
_OCLOCK = rf"(?P<hour>1[0-2]|[1-9]|{NUMERAL}) o'clock(?: (?P<late>in the morning|in the afternoon|in the evening|at night))?"
_NOON = "(?P<hour>noon|midday|midnight)"
_CALENDAR = (MONTH_FIRST, DAY_FIRST, WEEKLY)
OF_DAYS = (
    *(Rule("clockday", rf"{hour},? (?:on )?{day}", capital=True) for hour in (_HOURS, _DIGITAL, _NOON) for day in ANY_DAY),
    Rule("daypart", rf"{EDGE}?{RELATIVE} {PART}"),
    Rule("daypart", "(?P<relative>last (?P<part>night))|(?:late )?(?P<relative>(?P<part>tonight))"),
    *(Rule("daypart", rf"{EDGE}?{day},? {PART}", capital=True) for day in _CALENDAR),
    *(Rule("daypart", rf"(?:the )?{EDGE}?{PART} (?:of|on) {day}", capital=True) for day in _CALENDAR),
    Rule("deicticpart", rf"(?:(?:early|late|later|earlier) )?this {PART}"),
    Rule("samepart", rf"(?:that|the same) {PART}"),
    Rule("nextpart", rf"the (?:next|following) {PART}"),
)
RULES = (
    Rule("clock", _HOURS),
    Rule("clock", _DIGITAL),
    Rule("clock", _OCLOCK),
    Rule("clock", _NOON),
    Rule(
        "part",
        r"(?:the )?(?:early |late |mid-?)?(?P<part>morning|afternoon|evening)(?! (?:news|post|standard|star|show|prayers?)\b)",
        led="(?:in|during|by|until|through|this|that|late|early|into) (?:the )?",
    ),
    Rule("part", "(?P<part>dawn|dusk|night|nightfall)", led="(?:at|before|after|until|by|since|through|during the|in the|into the) "),
)
