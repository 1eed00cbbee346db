"""The rules of French, in the order in which they apply.

Source: *Lexique des règles typographiques en usage à l'Imprimerie nationale*,
with the thin space of print as U+202F.
"""

from functools import cache

from rotative.paper.typography import dashes, numerals, quotes
from rotative.paper.typography.flow import Rule
from rotative.paper.typography.rules import exchange, space_after, space_before
from rotative.paper.typography.spaces import KEPT, LINE, NARROW, NBSP, SPACE

MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

UNITS = (
    "[kcm]?m[²³]?(?:/[smh]|/km)?|km/h|hm³|ha|[kmµ]?g|t|[cm]?l|L|[kMGT]?(?:Wh?|V|Hz|o)|h|min|s|j|°C?|hPa|dB|nm"
    "|[€$£%‰]|[kM]€|Md€|mille|millions?|milliards?|billions?|euros?|dollars?|francs?|livres|centimes?"
    "|ans?|mois|semaines?|jours?|heures?|minutes?|secondes?|siècles?|degrés?"
    "|(?:kilo|centi|milli)?mètres?|hectares?|litres?|(?:kilo)?grammes?|kilos?|tonnes?|kilowattheures?|mégawatts?"
    "|points?|voix|sièges?|habitants?|personnes?|fois|nœuds?"
)
"""What holds to the number before it. Units of one letter are not l’, d’ or s’."""

TITLES = "MM?\\.|Mmes?|Mlles?|Me|Mes|Drs?|Prs?|Mgr"
REFERENCES = "pp?\\.|vol\\.|art\\.|chap\\.|fig\\.|coll?\\.|§|nos?"

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_ROMAN = "(?:[IVX]{2,}|[VX]|I(?=er))"
_NO_SPACE_AFTER = "([{«“‘/\\:;!?¡¿"


@cache
def rules(narrow: bool = False) -> tuple[Rule, ...]:
    """The rules; `narrow` makes the spaces inside « » and before : narrow too."""
    wide = NARROW if narrow else NBSP
    return (*CHARACTERS, *_spaces_of_marks(wide), dashes.dialogue, dashes.french, *NUMBERS, *NAMES)


CHARACTERS: tuple[Rule, ...] = (
    exchange(r"(\.\.\.)(?![./\\])(?<![./\\]...)", "…"),
    exchange(rf"(')(?<=[^\W\d_]')(?=[\w\"«“({KEPT}{LINE}])", "’"),
    quotes.french,
)


def _spaces_of_marks(wide: str) -> tuple[Rule, ...]:
    return (
        space_after("«", wide),
        space_before("»", wide),
        space_before(rf":(?<!::)(?=\s|\Z|[»”\"{KEPT}])", wide, unless_after=_NO_SPACE_AFTER),
        space_before(r"[;!?]++(?=\s|\Z|[»”’\"')\]}…,—–])", NARROW, unless_after=_NO_SPACE_AFTER),
    )


NUMBERS: tuple[Rule, ...] = (
    numerals.ranges,
    numerals.signs,
    numerals.thousands,
    exchange(rf"[0-9]({SPACE}*+)(?=[%‰€](?!\w))", NBSP),
    exchange(rf"[0-9]({SPACE}++)(?=(?:{UNITS})(?![\w'’]))", NBSP),
    exchange(rf"[0-9](?:er)?({SPACE}++)(?=(?i:{MONTHS})(?!\w))", NBSP),
    exchange(rf"(?:{MONTHS})({SPACE}++)(?=[12][0-9]{{3}}(?!\w))", NBSP),
    exchange(rf"[0-9]{SPACE}h(?:eures?)?({SPACE}++)(?=[0-5][0-9](?!\w))", NBSP),
    exchange(r"[nN]°s?([  \u202f]*+)(?=[0-9])", NBSP),
    exchange(rf"[IVX]e({SPACE}++)(?=(?:siècles?|République|arrondissement)(?!\w))", NBSP),
)

NAMES: tuple[Rule, ...] = (
    exchange(rf"\b(?:{TITLES})({SPACE}++)(?={_CAPITAL})", NBSP),
    exchange(rf"(?<!\w)(?:{REFERENCES})({SPACE}++)(?=[0-9])", NBSP),
    exchange(rf"{_CAPITAL}(?<![\w’-].)[\w’-]*+({SPACE}++)(?={_ROMAN}(?:er)?(?!\w))", NBSP),
)
