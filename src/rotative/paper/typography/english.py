"""The rules of English, in the order in which they apply.

Source: *New Hart's Rules* (Oxford): spaced dashes stay spaced, closed ones
closed, as the writer typed them.
"""

from rotative.paper.typography import dashes, numerals, quotes
from rotative.paper.typography.flow import Rule
from rotative.paper.typography.rules import exchange
from rotative.paper.typography.spaces import NBSP, SPACE

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

UNITS = (
    "[kcm]?m[²³]?(?:/[sh])?|km/h|mph|ha|[kmµ]?g|lbs?|oz|ft|in(?=\\.)|t|[cm]?l|[kMGT]?(?:Wh?|V|Hz|B)|hPa|dB"
    "|am|pm|a\\.m|p\\.m|°[CF]?|%|hundred|thousand|million|billion|trillion|[mb]n|per cent|percent"
    "|pounds?|pence|dollars?|cents?|euros?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|degrees?"
    "|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|inches|acres|hectares?|tonnes?|tons?|knots?"
    "|points?|votes?|seats?|people|times"
)

TITLES = "(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|Capt|Col|Gen|Lt|Sgt|Sir|Dame|Lord|Lady)"
REFERENCES = "(?:[Nn]os?|pp?|vol|fig|ch|art)"

CHARACTERS: tuple[Rule, ...] = (
    exchange(r"(\.\.\.)(?![./\\])(?<![./\\]...)", "…"),
    quotes.english,
    dashes.closed,
    dashes.english,
)

NUMBERS: tuple[Rule, ...] = (
    numerals.ranges,
    numerals.signs,
    exchange(rf"[0-9]({SPACE}++)(?=(?:{UNITS})(?![\w'’]))", NBSP),
    exchange(rf"[0-9](?:st|nd|rd|th)?({SPACE}++)(?=(?:{MONTHS})(?!\w))", NBSP),
    exchange(rf"(?:{MONTHS})({SPACE}++)(?=[0-9])", NBSP),
)

NAMES: tuple[Rule, ...] = (
    exchange(rf"\b{TITLES}\.?({SPACE}++)(?=[A-Z])", NBSP),
    exchange(rf"\b{REFERENCES}\.?({SPACE}++)(?=[0-9])", NBSP),
    exchange(rf"[A-Z](?<![\w’-].)[\w’-]*+({SPACE}++)(?=(?:[IVX]{{2,}}|[VX])(?!\w))", NBSP),
)

RULES: tuple[Rule, ...] = (*CHARACTERS, *NUMBERS, *NAMES)
"""`narrow` has no use here: English puts no space beside its marks."""
