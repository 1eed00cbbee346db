"""The forms of weeks, months, seasons, years and longer in French."""
from __future__ import annotations

from rotative.record.reading.dates.french import words
from rotative.record.reading.dates.french.forms import (
    EDGE,
    ENDS,
    MONTH,
    MONTHS,
    SEASON,
    SEASONS,
    SHIFT,
    SMALL,
    STREET,
    YEAR,
)
from rotative.record.reading.dates.language import Rule, any_of

_UNIT = "(?P<unit>semaine|mois|an|annee|trimestre|semestre|week-end|weekend|decennie|siecle)"
_UNITS = "(?P<unit>jours|semaines|mois|ans|annees|heures|minutes|secondes|trimestres|semestres|week-ends|decennies|siecles)"
_NEAR = "(?P<shift>dernier|derniere|prochain|prochaine)"
_MANY = f"(?:(?P<count>{SMALL}) )?"
_QUARTERS = "(?P<ordinal>premier|deuxieme|second|troisieme|quatrieme|dernier|1er|2e|3e|4e|2eme|3eme|4eme) (?P<unit>trimestre|semestre)"
# "Le printemps de la liberté" is no season.
_NO_NAME = r"(?! d(?:e l'|e la|u|es|e) ?(?!\d))(?! arabe)"
RULES = (
    Rule("quarter", rf"(?:le )?{_QUARTERS}(?:(?: de)?(?: l'annee)? {YEAR}| {SHIFT})?"),
    Rule("lasting_last", rf"(?:ces|les|la|le|ses|cette|cet|ce) {_MANY}{_NEAR}e?s? {_MANY}{_UNITS}"),
    Rule("lasting_last", rf"{_MANY}{_NEAR}e?s {_MANY}{_UNITS}"),
    Rule("period", rf"{EDGE}?(?:ces|cette|cet|ce|le|la|l') ?{_UNIT} {SHIFT}(?! {MONTHS})"),
    Rule("period", rf"{_UNIT} {SHIFT}(?! {MONTHS})", led="(?:au|du|en|de) "),
    Rule("period", rf"{EDGE}{_UNIT}(?: {SHIFT})?(?! \d)"),
    Rule("period", rf"(?P<edge>plus tot|plus tard) (?:dans )?(?:ce |cette |cet |la |le |l'){_UNIT}"),
    Rule("period", rf"{EDGE}?(?:ce |cette |cet ){_UNIT}(?:-ci)?(?! (?:d'|de ){MONTHS})"),
    Rule("period", r"(?:le |la )?(?P<unit>week-end|weekend)(?! (?:de|d'|du)\b)", led="(?:ce|durant|pendant|tout|avant|après|du|au|pour|d'ici) (?:le )?"),
    Rule("decade", rf"{EDGE}?(?:les |ces )?annees (?P<decade>(?:1\d|20)?\d0|{any_of(words.DECADES)})(?! \w{{1,20}}s\b)"),
    Rule("century", rf"{EDGE}?(?:le |ce )?(?P<roman>[ivx]{{1,5}}|\d{{1,2}}) ?(?:e|eme|er) siecle"),
    Rule(
        "month",
        rf"{EDGE}?(?:(?:le |ce |ces |cet )?(?:seul )?mois d(?:e |'))?{MONTH}(?: (?:de |de l'an )?{YEAR}| (?P<short>'?\d\d)(?!\d|[.,]\d|\s?[h%€])| {SHIFT}|-{YEAR})?(?! \d)",
        unled=STREET + "|ben |saint-|mardi ",
        small=True,
    ),
    Rule("season", rf"(?P<bare>{SEASON})(?= comme {SEASONS})"),
    Rule("season", rf"{EDGE}?(?:(?:l'|cet |cette |ce ){SEASON}(?: (?:{YEAR}|{SHIFT}))?|(?:le )?{SEASON} (?:{YEAR}|{SHIFT})){_NO_NAME}", small=True),
    Rule("season", rf"{SEASON}{_NO_NAME}", led="(?:en|au|le|du|mois d'|fin|fin d'|début d'|mi-|dès le|comme|saison d'|sorties d') ?", small=True),
)

_NOT_A_YEAR = (
    r"(?! ?(?:euros?|€|%|m|km|m2|kg|ha|tonnes?|habitants?|personnes?|francs?|f|dollars?|hommes|emplois|places|points|exemplaires|salaries|metres|millions?|milliards?)\b)"
)
_TO_A_YEAR = (
    r"en|depuis|l'an|l'année|d'année|année|début|fin|mi|milieu|saison|avant|après|vers|dès|d'ici|d'ici à|jusqu'en|courant|exercice|budget|printemps|été|automne|hiver|rentrée"
    r"|millésime|de l'an|que|né en|née en|dès l'an|élections? (?:de )?|collection|édition|jeux|mondial|euro|coupe du monde|champions? du monde|championnats? du monde|promotion|vendanges"
)
_TO_AN_AMOUNT = (
    rf"n°|§|\$|€|£|soit|environ|plus de|moins de|près de|quelque|total de|les|des|nos|ses|ces|et [\d.,]{{1,9}}|rn|page|p\.|article|résolution|=|\+|\d|\w-|{MONTHS}"
)
_CALLED = "(?:l')?(?:an|annee|exercice) |la saison "
YEARS = (
    Rule("year", rf"{EDGE}?(?:{_CALLED})?{YEAR}{_NOT_A_YEAR}", led=rf"(?:{_TO_A_YEAR}) ?|\d{{4}}[/–-]"),
    Rule("year", rf"(?:{EDGE}|{_CALLED}){YEAR}{_NOT_A_YEAR}"),
    Rule("year", rf"(?P<year>1[5-9]\d\d|20\d\d)(?![.,]\d){ENDS}", unled=f"(?:{_TO_AN_AMOUNT}) ?"),
    # "La loi de 2008 prend fin", not "un groupe de 2000 membres".
    Rule("year", rf"(?P<year>19\d\d|20\d\d)(?![.,]\d){_NOT_A_YEAR}(?! \w{{1,20}}[sx]\b)", led="(?:de|pour|et|à) "),
    Rule("shortyear", rf"'?(?P<short>[4-9]\d|0\d){ENDS}", led="(?:en|depuis|fin|début) "),
)
VAGUE = (Rule("vague", f"(?P<vague>{any_of(words.VAGUE)})"),)
