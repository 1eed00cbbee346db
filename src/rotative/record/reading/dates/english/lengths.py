"""The forms of durations and of repetitions in English."""
from __future__ import annotations

from rotative.record.reading.dates.english import words
from rotative.record.reading.dates.english.forms import (
    FULL_MONTH,
    MORE,
    NUMBER,
    SEASON,
    SMALL,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
)
from rotative.record.reading.dates.english.periods import UNITS_MANY
from rotative.record.reading.dates.language import Rule, any_of

_VAGUELY = "several|a few|few|some|many|a couple of|dozens of|hundreds of"
AGO = (
    Rule("ago", rf"{MORE}(?P<count>{NUMBER}) (?P<unit>{UNITS}) (?P<ago>ago)"),
    Rule("ago", rf"(?:{_VAGUELY}) (?P<unit>{UNITS}) (?P<ago>ago)"),
    Rule("ago", "(?P<unit>days|weeks|months|years|decades|centuries) (?P<ago>ago)"),
    Rule("ago", rf"{MORE}(?P<count>{NUMBER}) (?P<unit>{UNITS}) from now"),
)
_SUMS = r"(?:\d|%|percent|million|billion|euros|dollars|pounds|tons|tonnes|barrels|hours|days|people|times) "
_NOT_OF_PAPER = r"(?! (?:said|reported|wrote|newspapers?|papers?|magazine|mail|telegraph|news|express|mirror|star|beast|that|which|was|has|and)\b)"
REPEATS = (
    Rule(
        "every",
        r"(?:every|each) (?:(?P<count>two|three|four|five|six|ten|\d{1,2}|other) )?"
        r"(?P<unit>day|week|month|year|quarter|hour|minute|second|weekend|days|weeks|months|years|hours|minutes|seconds|decade)",
    ),
    Rule("every", rf"(?:every|each) (?:{WEEKDAY}(?: (?P<part>morning|afternoon|evening|night))?|(?P<part>morning|afternoon|evening|night)|{FULL_MONTH}|{SEASON})"),
    Rule("every", f"(?P<weekday>{WEEKDAYS}s)", unled="['’]"),
    Rule("every", r"(?:once|twice|three times|(?:\w{1,8}|\d{1,3}) times) (?:a|an|per|each|every) (?P<unit>day|week|month|year|hour|minute|decade)"),
    Rule("every", "(?:per|an?) (?P<unit>day|week|month|year|hour|minute)", led=_SUMS),
    Rule("every", "per (?P<unit>day|week|month|year|hour)"),
    # "The daily" is a paper, "the annual report" is not.
    Rule("repeat", f"(?P<repeat>{any_of(words.REPEATS)})(?= [a-z]{{3,20}}){_NOT_OF_PAPER}"),
    Rule("repeat", f"(?P<repeat>{any_of(words.REPEATS)})", unled="(?:the|a|an|british|french|local|national) "),
)
_FRACTION = (
    r"(?P<quarters>three quarters) of an hour|(?P<half>half an hour|a half-hour|a half hour)|(?P<quarters>a quarter of an hour)|(?P<halfcentury>half a century)"
    r"|(?P<quartercentury>a quarter[\s-]century|a quarter of a century)|(?P<fortnight>a fortnight)"
)
# "A year" is a length only after some words; "a 32-year-old" never is.
_BEFORE_ONE = (
    "(?:for|in|after|within|about|nearly|almost|than|over|under|least|of|around|by|just|only|took|takes|take|lasted|spent|another|roughly|half|to|up to) "
)
_NO_AGE = "(?! (?:old|of age)| or older| or younger)"
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|\d{1,4}(?:\.\d{1,2})?)"
LENGTHS = (
    Rule("quarterhour", _FRACTION),
    Rule("duration", rf"{MORE}(?P<count>{_COUNT})-(?P<unit>year|month|week|day|hour|minute|second|decade|century|night)(?!-old| old)"),
    Rule("duration", rf"{MORE}(?:{_VAGUELY}) (?P<unit>{UNITS_MANY}){_NO_AGE}"),
    Rule("duration", r"(?P<unit>hours|days|weeks|months|years|decades|centuries)(?! of\b)", led="for "),
    Rule("duration", rf"{MORE}(?P<count>{NUMBER}) and (?P<halfunit>a half) (?P<unit>{UNITS})"),
    Rule("duration", rf"{MORE}(?P<count>an?|one) (?P<unit>year|month|week|day|hour|minute|decade|century)(?: and (?P<halfunit>a half))?{_NO_AGE}", led=_BEFORE_ONE),
    Rule(
        "duration",
        rf"{MORE}(?P<count>{NUMBER}) (?:more |full |consecutive |straight |whole )?(?P<unit>{UNITS_MANY}|hrs?|mins?|secs?)"
        rf"(?:,? (?:and )?(?P<count2>{SMALL}) (?P<unit2>months|weeks|days|hours|minutes|seconds))?{_NO_AGE}",
        unled="aged ",
    ),
)
