"""The forms of weeks, months, seasons, years and longer in English."""
from __future__ import annotations

from rotative.record.reading.dates.english import words
from rotative.record.reading.dates.english.forms import EDGE, FULL_MONTH, MONTH, SEASON, SHIFT, SMALL, TURN, YEAR
from rotative.record.reading.dates.language import Rule, any_of

_UNIT = "(?P<unit>week|month|year|quarter|weekend|decade|century)"
UNITS_MANY = "days|weeks|months|years|hours|minutes|seconds|quarters|weekends|decades|centuries|nights"
_NEAR = "last|next|this|this past|this coming"
_BEFORE_MONTH = r"(?:in|of|since|until|till|by|from|to|and|through|before|after|during|between|for|\w{1,20}'s) "
RULES = (
    Rule("quarter", rf"(?:the )?(?P<ordinal>first|second|third|fourth|last|final) (?P<unit>quarter)(?: of| in)?(?: (?:the year|{YEAR}|{SHIFT} year))?", unled="in the |on the "),
    Rule("quarter", rf"(?:the )?(?P<ordinal>first|second|third|fourth) (?P<unit>quarter)(?: of| in) {YEAR}"),
    Rule("quarter", rf"(?:the )?(?P<ordinal>first|second) (?P<unit>half) of {YEAR}"),
    Rule("lasting_last", rf"(?:the|this|these) (?P<shift>last|past|next|coming|previous) (?:(?P<count>{SMALL}) |few |several |couple of )?(?P<unit>{UNITS_MANY})"),
    Rule("lasting_last", f"(?P<shift>recent) (?P<unit>{UNITS_MANY})", led="(?:in|over|for|of) "),
    Rule("lasting_last", "the (?P<shift>past|last|coming) (?P<unit>week|month|year|day|hour|decade|century)", led="(?:over|in|during|for|within) "),
    Rule("period", rf"{TURN}?(?P<shift>{_NEAR}) {_UNIT}"),
    Rule("period", rf"(?:the )?{EDGE}(?:(?P<shift>this|last|next) )?{_UNIT}"),
    Rule("period", rf"the (?P<shift>previous|following|coming|current) {_UNIT}"),
    Rule("period", "the (?P<unit>weekend)", led="(?:at|over|during|for|before|after|on) "),
    Rule("decade", rf"{EDGE}?(?:the )?'?(?P<decade>(?:1\d|20)\d0)'?s"),
    Rule("decade", rf"{EDGE}?the '(?P<decade>\d0)s"),
    Rule("decade", rf"{EDGE}?the (?P<decade>{any_of(words.DECADES)})", unled="(?:in|into) (?:his|her|their|my) "),
    Rule("century", rf"{EDGE}?(?:the )?(?:(?P<edge>early|mid|late)[\s-])?(?P<roman>\d{{1,2}})(?:st|nd|rd|th)[\s-]century"),
    Rule("month", rf"{EDGE}?{MONTH}(?: of)?,? (?:{YEAR}|(?P<short>'\d\d))", capital=True),
    Rule("month", rf"(?:{EDGE}|(?P<shift>{_NEAR}) ){FULL_MONTH}(?! \d)", capital=True),
    Rule("month", rf"{FULL_MONTH}(?! \d)", led=_BEFORE_MONTH, capital=True),
    Rule("season", rf"{EDGE}?(?:(?:the|this|that) )?{SEASON}(?: of)?,? {YEAR}"),
    Rule("season", rf"{TURN}?(?P<shift>{_NEAR}) {SEASON}(?! (?:in|of) (?!\d))"),
    Rule(
        "season",
        r"(?:the )?(?P<season>spring|summer|autumn|winter)(?! (?:of|in|games|olympics|break|school|palace|street)\b)",
        led="(?:in|by|since|until|during|late|early|before|after|through|over|for|into) ",
    ),
    Rule("season", r"the (?P<season>fall)(?! (?:of|in|from)\b)", led="(?:in|by|since|until|during) "),
)
_NOT_A_YEAR = r"(?! ?(?:%|percent|people|dollars|euros|pounds|miles|feet|meters|metres|homes|jobs|workers|troops|men|women|students|votes|units|km|kg)\b)"
_TO_A_YEAR = r"a|in|since|by|until|till|from|before|after|during|of|through|around|circa|early|late|mid|end|year|between|for|to|and|than|the|back|as"
_TO_AN_AMOUNT = "than|some|about|nearly|over"
_AMOUNTS = r"\$|€|£|#|no\.|page|about|some|nearly|over|than|room|flight|route|highway|article|\d|\w-"
# What may follow a bare figure that is a year, and a noun does not.
_ENDS = (
    r"(?=\s?(?:[,.;:!?()\]\"/–-]|$)| (?:and|or|to|when|after|before|with|for|by|but|the|he|she|they|it|as|on|in|at|is|was|were|has|had|have|will|because|while|that|which|who)\b)"
)
_CALLED = "the year |fiscal (?:year )?"
YEARS = (
    Rule("year", rf"{EDGE}?(?:{_CALLED})?{YEAR}{_NOT_A_YEAR}", led=rf"(?:{_TO_A_YEAR}) |\d{{4}}[/–-]", unled=f"(?:{_TO_AN_AMOUNT}) (?:the )?"),
    Rule("year", rf"(?:{EDGE}|{_CALLED}){YEAR}"),
    Rule("year", rf"(?P<year>1[5-9]\d\d|20\d\d)(?![.,]\d){_ENDS}", unled=f"(?:{_AMOUNTS}) ?"),
)
VAGUE = (Rule("vague", rf"(?P<vague>{any_of(words.VAGUE)})(?! (?:that|as)\b)"),)
