"""What the rules of French are made of. A group's name says what ``meaning`` reads in it."""
from __future__ import annotations

from rotative.record.reading.dates.french import words
from rotative.record.reading.dates.language import any_of

MONTHS = any_of(words.MONTHS)
WEEKDAYS = any_of(words.WEEKDAYS)
SEASONS = any_of(words.SEASONS)
NUMERAL = any_of(words.NUMBERS)
MONTH = f"(?P<month>{MONTHS})"
WEEKDAY = f"(?P<weekday>{WEEKDAYS})"
SEASON = f"(?P<season>{SEASONS})"
SHIFT = f"(?P<shift>{any_of(words.SHIFTS)})"
PART = f"(?P<part>{any_of(words.PARTS)})"
ORDINAL = f"(?P<ordinal>{any_of(words.ORDINALS)})"
DAY = r"(?P<day>1 ?er|premier|0?[1-9]|[12]\d|3[01])"
OTHER_DAY = r"(?:1 ?er|[12]?\d|3[01])"
YEAR = r"(?P<year>1\d\d\d|20\d\d)(?![.,]\d)"
# "Deux", "vingt et un", "2 000", "30,4".
WORDED = rf"{NUMERAL}(?:[\s-](?:et[\s-])?{NUMERAL}){{0,4}}"
NUMBER = rf"(?:\d{{1,4}}(?:[\s.]\d{{3}}){{0,2}}(?:,\d{{1,3}})?|{WORDED})"
SMALL = rf"(?:\d{{1,2}}|{NUMERAL}(?:[\s-]{NUMERAL})?)"
# "Fin", "au début de", "mi-": a part of a period.
EDGE = r"(?:(?:la |le )?(?P<edge>debut|fin|milieu|mi|courant)(?:-| (?:de la |de l'|du |des |de |d'|le |l')?))"

RELATIVE_WORDS = r"avant-hier|apres-demain|hier|demain|ce jour"
_NAMED = rf",? {WEEKDAYS}(?: {OTHER_DAY} {MONTHS})?"
RELATIVE = rf"(?P<relative>{RELATIVE_WORDS}|aujourd'hui)(?:{_NAMED})?"
TODAY_NAMED = rf"(?P<relative>aujourd'hui){_NAMED}"
DATED = rf"(?:le |ce )?(?:{WEEKDAY},? )?{DAY} {MONTH}(?: (?:de l'annee )?{YEAR}| {SHIFT})?"
WEEKLY = rf"(?:le |ce )?{WEEKDAY}(?: {SHIFT})?"
ANY_DAY = (RELATIVE, DATED, WEEKLY)

# What stands before the name of a place that has a date in it: "place du 8 Mai 1945".
STREET = (
    r"(?:rue|place|avenue|av\.|boulevard|bd|square|quai|stade|pont|cours|impasse|allée|esplanade|lycée|collège|école|hôpital|caserne|gymnase|station)"
    r"(?: du| des| de la| de)? (?:\d{1,2}[\s-])?(?:vieux )?"
)
# What may follow a bare figure that is a year, and a noun does not: a sign, the end, a word of grammar.
ENDS = (
    r"(?=\s*(?:[,.;:!?()\]»\"/–-]|$)|\s+(?:et|ou|a|au|aux|par|pour|avec|dans|en|sur|sous|lors|ont?|est|sont|etait|etaient|avait|que|qui|quand|puis|mais|car|chez|contre|le|la|les"
    r"|un|une|il|elle|ils|elles|on|comme|avant|apres|afin|entre|deja|ne|n'|se|s'|l'|d'une|d'un|du|des|grace|selon|alors|dont|pendant|jusqu'|soit|ainsi|ce|cette|ces|lui|nous|vous"
    r"|je|j'|c')(?!\w))"
)
