"""The forms that expressions of time have in English. What is first in ``RULES`` is tried first."""
from __future__ import annotations

from rotative.record.reading.dates import english as words
from rotative.record.reading.dates.language import Language, Rule, any_of

_MONTH = f"(?P<month>{any_of(words.MONTHS)})"
_FULL_MONTH = f"(?P<month>{any_of(words.FULL_MONTHS)})"
_WEEKDAY = f"(?P<weekday>{any_of(words.WEEKDAYS)})"
_ANY_WEEKDAY = any_of([*words.WEEKDAYS, *words.SHORT_WEEKDAYS])
_DAY = r"(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)(?![\d:]|[.,]\d)"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)(?![.,]\d)"
_SHIFT = f"(?P<shift>{any_of(words.SHIFTS)})"
_NUMERAL = any_of(words.NUMBERS)
_NUMBER = rf"(?:\d{{1,4}}(?:,\d{{3}}){{0,2}}(?:\.\d{{1,3}})?|{_NUMERAL}(?:[\s-](?:and )?{_NUMERAL}){{0,4}})"
_SMALL = rf"(?:\d{{1,2}}|{_NUMERAL}(?:[\s-]{_NUMERAL})?)"
_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|\d{1,4}(?:\.\d{1,2})?)"
_PERIOD = "(?P<unit>week|month|year|quarter|weekend|decade|century)"
_PERIODS = "(?P<unit>days|weeks|months|years|hours|minutes|seconds|quarters|weekends|decades|centuries|nights)"
_EDGE = r"(?:(?:the )?(?P<edge>early|start|beginning|mid|middle|late|end)(?:-| (?:in |of )?(?:the )?))"
_TURN = r"(?:(?P<edge>earlier|later|early|late) (?:in )?)"
_PART = f"(?P<part>{any_of(words.PARTS)})"
_RELATIVE = r"(?P<relative>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow)"
_MONTH_FIRST = rf"(?:(?P<weekday>{_ANY_WEEKDAY}),? )?(?:{_SHIFT} )?{_MONTH} (?:the )?{_DAY}(?:,?(?: of)? {_YEAR})?"
_DAY_FIRST = rf"(?:(?P<weekday>{_ANY_WEEKDAY}),? )?(?:the )?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?"
_WEEKLY = rf"(?:{_SHIFT} )?{_WEEKDAY}"
_DAYS = (_RELATIVE, _MONTH_FIRST, _DAY_FIRST, _WEEKLY)
_HOURS = r"(?P<hour>1[0-2]|0?\d)(?:[:.](?P<minute>[0-5]\d))? ?(?P<late>a\.m\.?|p\.m\.?|am|pm)"
_DIGITAL = r"(?P<hour>2[0-4]|[01]?\d):(?P<minute>[0-5]\d)(?!:?\d)"
_OCLOCK = rf"(?P<hour>1[0-2]|[1-9]|{any_of(words.NUMBERS)}) o'clock(?: (?P<late>in the morning|in the afternoon|in the evening|at night))?"
_MORE = r"(?:more than |less than |fewer than |about |around |nearly |almost |at least |at most |over |under |some |roughly |just over |just under )?"
_UNITS = any_of(words.UNITS)

RULES = (
    Rule("iso", r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"),
    Rule("daterange", rf"{_MONTH} {_DAY}(?: ?[-–] ?| to | through | and | until )(?P<last>(?:[12]?\d|3[01])(?:st|nd|rd|th)?)(?! (?:{any_of(words.MONTHS)})|[\d:])(?:,? {_YEAR})?", capital=True),
    Rule("daterange", rf"(?:the )?{_DAY}(?: ?[-–] ?| to | through )(?P<last>(?:[12]?\d|3[01])(?:st|nd|rd|th)?) {_MONTH}(?:,? {_YEAR})?", capital=True),
    *(Rule("clockday", rf"{hour},? (?:on )?{day}", capital=True) for hour in (_HOURS, _DIGITAL, "(?P<hour>noon|midnight)") for day in _DAYS),
    Rule("daypart", rf"(?:{_EDGE})?{_RELATIVE} {_PART}"),
    Rule("daypart", r"(?P<relative>last (?P<part>night))|(?:late )?(?P<relative>(?P<part>tonight))"),
    *(Rule("daypart", rf"{_EDGE}?{day},? {_PART}", capital=True) for day in (_MONTH_FIRST, _DAY_FIRST, _WEEKLY)),
    *(Rule("daypart", rf"(?:the )?(?:{_EDGE})?{_PART} (?:of|on) {day}", capital=True) for day in (_MONTH_FIRST, _DAY_FIRST, _WEEKLY)),
    Rule("deicticpart", rf"(?:(?:early|late|later|earlier) )?this {_PART}"),
    Rule("relative", _RELATIVE),
    Rule("anaphoric", r"(?P<anaphor>the next day|the following day|the previous day|a day earlier|a day later|the same day|that day|that same day|next day|(?:the day (?:after|before))(?! (?:of|the|his|her|their|he|she|they|it|we|a|an|that|this|\w+ing)\b))"),
    Rule("samepart", rf"(?:that|the same|the next) {_PART}"),
    Rule("ago", rf"{_MORE}(?P<count>{_NUMBER}) (?P<unit>{_UNITS}) (?P<ago>ago)"),
    Rule("ago", rf"(?:several|a few|some|many|a couple of) (?P<unit>{_UNITS}) (?P<ago>ago)"),
    Rule("ago", rf"{_MORE}(?P<count>{_NUMBER}) (?P<unit>{_UNITS}) from now"),
    Rule("weekdayof", rf"{_WEEKDAY} (?:of )?(?P<shift>this|last|next) week", capital=True),
    Rule("dayofmonth", rf"{_WEEKDAY},? the {_DAY}", capital=True),
    Rule("ordinal_weekday", f"(?:the )?(?P<ordinal>{any_of(words.ORDINALS)}) {_WEEKDAY} (?:of|in) {_FULL_MONTH}(?:,? {_YEAR})?", capital=True),
    Rule("ordinal_week", rf"(?:the )?(?P<ordinal>{any_of(words.ORDINALS)}) (?P<unit>week|weekend) (?:of|in) {_FULL_MONTH}(?:,? {_YEAR})?"),
    Rule("weekof", rf"(?:the )?week of (?:{_MONTH_FIRST})", capital=True),
    Rule("day", _MONTH_FIRST, capital=True),
    Rule("day", _DAY_FIRST, capital=True),
    Rule("numeric", r"(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])/(?P<year>(?:19|20)?\d\d)"),
    Rule("numeric", r"(?P<day>1[3-9]|2\d|3[01])[./](?P<month>0?[1-9]|1[0-2])[./](?P<year>(?:19|20)?\d\d)"),
    Rule("dayofmonth", r"the (?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?= *(?:[,.;)]|$))", led="on "),
    Rule("holiday", rf"(?:{_SHIFT} )?(?P<holiday>{any_of(words.HOLIDAYS)})(?:,? {_YEAR})?(?! (?:tree|trees|gift|gifts|card|cards|party|market|markets|island|dinner|songs?|carols?)\b)", unled="father ", capital=True),
    Rule("every", r"(?:every|each) (?:(?P<count>two|three|four|five|six|ten|\d{1,2}|other) )?(?P<unit>day|week|month|year|quarter|hour|minute|second|weekend|days|weeks|months|years|hours|minutes|seconds|decade)"),
    Rule("every", rf"(?:every|each) (?:{_WEEKDAY}(?: (?P<part>morning|afternoon|evening|night))?|(?P<part>morning|afternoon|evening|night)|{_FULL_MONTH}|(?P<season>spring|summer|autumn|winter))"),
    Rule("every", rf"(?P<weekday>(?:{any_of(words.WEEKDAYS)})s)", unled=r"['’]"),
    Rule("every", r"(?:once|twice|three times|(?:\w{1,8}|\d{1,3}) times) (?:a|an|per|each|every) (?P<unit>day|week|month|year|hour|minute|decade)"),
    Rule("every", r"(?:per|an?) (?P<unit>day|week|month|year|hour|minute)", led=r"(?:\d|%|percent|million|billion|euros|dollars|pounds|tons|tonnes|barrels|hours|days|people|times) "),
    Rule("every", r"per (?P<unit>day|week|month|year|hour)"),
    # "The daily" is a paper, "the annual report" is not.
    Rule("repeat", f"(?P<repeat>{any_of(words.REPEATS)})(?= [a-z]{{3,20}})(?! (?:said|reported|wrote|newspaper|newspapers|paper|papers|magazine|mail|telegraph|news|express|mirror|star|beast|that|which|was|has|and)\\b)"),
    Rule("repeat", f"(?P<repeat>{any_of(words.REPEATS)})", unled=r"(?:the|a|an|[a-z]+an|british|french|local|national) "),
    Rule("quarter", rf"(?:the )?(?P<ordinal>first|second|third|fourth|last|final) (?P<unit>quarter)(?: of| in)?(?: (?:the year|{_YEAR}|{_SHIFT} year))?(?!-final|final)", unled=r"of the match |in the "),
    Rule("quarter", rf"(?:the )?(?P<ordinal>first|second) (?P<unit>half) of {_YEAR}"),
    Rule("lasting_last", rf"(?:the|this|these) (?P<shift>last|past|next|coming|previous) (?:(?P<count>{_SMALL}) |few |several |couple of )?{_PERIODS}"),
    Rule("lasting_last", r"the (?P<shift>past|last|coming) (?P<unit>week|month|year|day|hour|decade|century)", led="(?:over|in|during|for|within) "),
    Rule("period", rf"{_TURN}?(?P<shift>this past|this coming|this|last|next) {_PERIOD}"),
    Rule("period", rf"(?:the )?{_EDGE}(?:(?P<shift>this|last|next) )?{_PERIOD}"),
    Rule("period", rf"the (?P<shift>previous|following|coming|current) {_PERIOD}"),
    Rule("period", r"(?:the )(?P<unit>weekend)", led="(?:at|over|during|for|before|after|on) "),
    Rule("decade", rf"{_EDGE}?(?:the )?'?(?P<decade>(?:1[0-9]|20)\d0)'?s"),
    Rule("decade", rf"{_EDGE}?(?:the )'(?P<decade>\d0)s"),
    Rule("decade", rf"{_EDGE}?the (?P<decade>{any_of(words.DECADES)})", unled="(?:in|into) (?:his|her|their|my) "),
    Rule("century", rf"{_EDGE}?(?:the )?(?P<roman>\d{{1,2}})(?:st|nd|rd|th)[\s-]century"),
    Rule("month", rf"{_EDGE}?{_MONTH}(?: of)?,? (?:{_YEAR}|(?P<short>'\d\d))", capital=True),
    Rule("month", rf"(?:{_EDGE}|(?P<shift>last|next|this|this past|this coming) ){_FULL_MONTH}(?! \d)", capital=True),
    Rule("month", rf"{_FULL_MONTH}(?! \d)", led=r"(?:in|of|since|until|till|by|from|to|and|through|before|after|during|between|for|\w+'s) ", capital=True),
    Rule("season", rf"{_EDGE}?(?:(?:the|this|that) )?(?P<season>{any_of(words.SEASONS)})(?: of)?,? {_YEAR}"),
    Rule("season", rf"{_TURN}?(?P<shift>last|next|this past|this coming|this) (?P<season>{any_of(words.SEASONS)})(?! (?:in|of) (?!\d))"),
    Rule("season", r"(?:the )?(?P<season>spring|summer|autumn|winter)(?! (?:of|in|games|olympics|break|school|palace|street)\b)", led="(?:in|by|since|until|during|late|early|before|after|through|over|for|into) "),
    Rule("season", r"the (?P<season>fall)(?! (?:of|in|from)\b)", led="(?:in|by|since|until|during) "),
    Rule("quarterhour", r"(?P<quarters>three quarters) of an hour|(?P<half>half an hour|a half-hour|a half hour)|(?P<quarters>a quarter of an hour)|(?P<halfcentury>half a century)|(?P<quartercentury>a quarter[\s-]century|a quarter of a century)|(?P<fortnight>a fortnight)"),
    Rule("duration", rf"{_MORE}(?P<count>{_COUNT})-(?P<unit>year|month|week|day|hour|minute|second|decade|century|night)(?!-old| old)"),
    Rule("duration", rf"{_MORE}(?:several|a few|few|many|a couple of|dozens of|some|hundreds of) (?P<unit>{_PERIODS.removeprefix('(?P<unit>').removesuffix(')')})(?! (?:old|of age))"),
    Rule("duration", rf"{_MORE}(?P<count>{_NUMBER}) and (?P<halfunit>a half) (?P<unit>{_UNITS})"),
    Rule("duration", rf"{_MORE}(?P<count>an?|one) (?P<unit>year|month|week|day|hour|minute|decade|century)(?: and (?P<halfunit>a half))?(?! (?:old|of age|ago))", led=r"(?:for|in|after|within|about|nearly|almost|than|over|under|least|of|around|by|just|only|took|takes|take|lasted|spent|another|roughly|half|to|up to) "),
    Rule("duration", rf"{_MORE}(?P<count>{_NUMBER}) (?:more |full |consecutive |straight |whole )?(?P<unit>{_PERIODS.removeprefix('(?P<unit>').removesuffix(')')}|hrs?|mins?|secs?)(?:,? (?:and )?(?P<count2>{_SMALL}) (?P<unit2>months|weeks|days|hours|minutes|seconds))?(?! (?:old|of age)| or older| or younger)", unled="aged "),
    Rule("clock", _HOURS),
    Rule("clock", _DIGITAL),
    Rule("clock", _OCLOCK),
    Rule("clock", r"(?P<hour>noon|midday|midnight)"),
    Rule("part", r"(?:the |mid-)?(?:early |late |mid-?)?(?P<part>morning|afternoon|evening)(?! (?:news|post|standard|star|show|prayers?)\b)", led=r"(?:in|during|by|until|through|this|that|late|early|the|into) (?:the )?"),
    Rule("part", r"(?P<part>dawn|dusk|night|nightfall)", led="(?:at|before|after|until|by|since|through|during the|in the|into the) "),
    Rule("year", rf"{_EDGE}?(?:the year |fiscal (?:year )?)?{_YEAR}(?! ?(?:%|percent|people|dollars|euros|pounds|miles|feet|meters|metres|homes|jobs|workers|troops|men|women|students|votes|units|km|kg)\b)",
         led=r"(?:in|since|by|until|till|from|before|after|during|of|through|around|circa|early|late|mid|end|year|between|for|to|and|than|the|back|as|\d{4}[/–-]) ?", unled=r"(?:than|some|about|nearly|over|of the|to the|for the|than the|and the) (?:the )?"),
    Rule("year", rf"(?:{_EDGE}|the year |fiscal (?:year )?){_YEAR}"),
    Rule("year", r"(?P<year>1[5-9]\d\d|20\d\d)(?![.,]\d)(?= *(?:[,.;:!?()\]\"/–-]|$)| (?:and|or|to|when|after|before|with|for|by|but|the|he|she|they|it|as|on|in|at|is|was|were|has|had|have|will|because|while|that|which|who)\b)", unled=r"(?:\$|€|£|#|no\.|page|about|some|nearly|over|than|room|flight|route|highway|article|\d|\w-) ?"),
    Rule("vague", f"(?P<vague>{any_of(words.VAGUE)})(?! (?:\\w+ )?(?:that|as)\\b)"),
    Rule("weekday", rf"(?:{_SHIFT} )?{_WEEKDAY}(?!s?['’])(?! (?:night live|times)\b)", capital=True),
)
ENGLISH = Language(
    months=words.MONTHS, weekdays=words.WEEKDAYS, days=words.DAYS, shifts=words.SHIFTS, units={**words.UNITS, "half": "6M", "hrs": "TH", "hr": "TH", "mins": "TM", "min": "TM", "secs": "TS", "sec": "TS"},
    parts={**words.PARTS, "nightfall": "EV", "tonight": "NI"}, seasons=words.SEASONS, ordinals=words.ORDINALS, numbers={**words.NUMBERS, "other": 2}, vague=words.VAGUE, repeats=words.REPEATS,
    decades=words.DECADES, edges=words.EDGES, holidays=words.HOLIDAYS, past=words.PAST, participle=words.PARTICIPLE, future=words.FUTURE, bounds=words.BOUNDS,
    anaphoric_shifts=words.ANAPHORIC_SHIFTS, lateness=words.LATENESS, minutes=words.MINUTES, habit=words.HABIT, any_season=words.ANY_SEASON, further_keys=words.FURTHER_KEYS,
    rules=RULES,
)
