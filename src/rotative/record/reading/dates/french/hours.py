"""The forms of hours and of parts of a day in French."""
from __future__ import annotations

from rotative.record.reading.dates.french.forms import (
    ANY_DAY,
    DATED,
    DAY,
    MONTH,
    NUMERAL,
    OTHER_DAY,
    PART,
    RELATIVE,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
)
from rotative.record.reading.dates.language import Rule

_HOUR = r"2[0-4]|[01]?\d"
_LATE = "(?P<late> du matin| du soir| de l'apres-midi)?"
_HOURS = rf"(?P<hour>{_HOUR}) ?(?:h|heures?)(?: ?(?P<minute>[0-5]\d))?(?: ?(?:min|mn)\b)?{_LATE}"
_WORDED = rf"{NUMERAL}(?:-{NUMERAL})?"
_SPOKEN = rf"(?P<hour>{_HOUR}|{_WORDED}) heures?(?: (?P<minute>[0-5]\d|{_WORDED}|et demie|et quart|moins le quart))?{_LATE}"
# Before an hour; and before the same words when they are a length.
_AT = (
    r"à|a|vers|jusqu'à|jusqu'a|dès|avant|après|entre|d'ici|partir de|compter de|alentours de|environs de|à environ|autour de|peu avant|peu après|ouvert de|,|-"
)
_LASTING = (
    r"en|pendant|durant|depuis|toutes les|tous les|les|dernières|prochaines|premières|de|temps de|il y a|environ|plus de|moins de|près de|sur|à peine|quelque|total de"
)
_AFTER_TIME = r"\d\d? ?(?:h|heures) ?(?:\d\d )?(?:et|ou|à)|\w*(?:di|hier|demain|matin|soir|midi|dès),?|^|[.:;(«–]"
# Not "24h/24", not "deux heures de vol".
_NO_LENGTH = r"(?![.,]\d| ?/)(?! d(?:e |')(?!l'apres|\d))"
_INTO = " (?:(?:en|au|a la) (?:debut|fin|milieu) (?:de |d'|de l'|de la )|dans (?:la |l')|en |au |a )?"
OF_DAYS = (
    # "Vers 15 h 30, hier": one expression; "hier à 15 h 30": two.
    *(Rule("clockday", rf"{_HOURS},? (?:de |d')?(?!le \w{{1,9}} (?!\d)){day}", unled=f"(?:{_LASTING}) ?") for day in (RELATIVE, DATED)),
    Rule("clockday", rf"{_HOURS},? {WEEKDAY}(?! \d)", led=f"(?:{_AT}) ?"),
    Rule(
        "nightspan",
        rf"(?:la |cette )?(?P<part>nuit) d(?:e|u) (?:{WEEKDAY}(?: {DAY})?|{DAY})(?: {MONTH})? (?:a|au) (?:{WEEKDAYS}(?: {OTHER_DAY})?|{OTHER_DAY})(?: {MONTH}(?: {YEAR})?)?",
    ),
    *(Rule("daypart", rf"{day}{_INTO}{PART}(?! de )") for day in ANY_DAY),
    *(Rule("daypart", rf"(?:le |la |l')?(?:debut |fin |milieu )?(?:de |d')?{PART} d(?:e |u |'|e la |e l')(?:la )?{day}") for day in ANY_DAY),
    Rule("daypart", r"(?:la )?(?P<part>nuit) (?P<relative>derniere)"),
    Rule("samepart", rf"(?:le|la|l'|ce|cette|cet) ?{PART}(?: meme|-la)"),
    Rule("samemoment", r"(?P<moment>ce moment[\s-]la)|(?:la )?meme (?P<same>epoque|periode)|(?:la|cette) meme (?P<sameyear>annee)|cette (?P<sameyear>annee)-la|cette (?:meme )?date|cette epoque-la"),
)
_NOT_A_PART = r"(?! (?:de|d'|du|des|aux|a|blanche|internationale|mondiale|nationale|debout|portes)\b)"
RULES = (
    Rule("clock", rf"{_HOURS}(?: heure)?{_NO_LENGTH}", led=f"(?:(?:{_AT})|{_AFTER_TIME}) ?"),
    Rule("clock", rf"{_HOURS}{_NO_LENGTH}(?= ?(?:a|-|et|–) ?\d{{1,2}} ?(?:h|heures))"),
    Rule("clock", rf"(?P<hour>{_HOUR})(?= ?(?:a|-|et|–) ?\d{{1,2}} ?(?:h|heures)\b)", led="(?:de|entre) "),
    Rule("clock", rf"(?P<hour>{_HOUR}) ?h(?: ?(?P<minute>[0-5]\d))?(?! ?/|\d)(?! d(?:e |'))", unled=f"(?:{_LASTING}) ?"),
    Rule("clock", rf"{_SPOKEN}(?! de (?!l'apres)| d')", led="(?:à|vers|jusqu'à|dès|avant|après|partir de|peu avant|peu après|entre|d'ici|alentours de) ?"),
    Rule("clock", rf"(?P<hour>{_HOUR}):(?P<minute>[0-5]\d)(?!:?\d)"),
    Rule("clock", r"(?P<hour>midi|minuit)(?: (?P<minute>trente|et demi|et quart|moins le quart|[0-5]\d))?(?! libre)", unled="canal du |du |le |du grand ", small=True),
    Rule("deicticpart", rf"(?:ce|cet|cette) {PART}"),
    Rule("part", "(?:le |la |l')?(?:debut|fin|milieu) (?:de (?:la |l')?|d')(?P<part>matinee|apres-midi|soiree|nuit|journee)"),
    Rule(
        "part",
        rf"(?:la |le |l')?(?P<part>nuit|journee|soiree|matinee|apres-midi|petit matin|aube){_NOT_A_PART}",
        led="(?:dans|pendant|durant|en|au cours de|tard dans|de|toute|à|dès|avant|après|jusqu'à) ?",
    ),
    Rule("part", r"(?:le (?P<part>matin|soir)|l'(?P<part>apres-midi))(?! d(?:e|u|es|')\b)(?! (?:de|d'))"),
    Rule("part", "(?P<part>petit matin|aube)", led="au |à l'|dès l'"),
)
