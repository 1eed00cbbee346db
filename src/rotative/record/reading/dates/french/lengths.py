"""The forms of durations and of repetitions in French."""
from __future__ import annotations

from rotative.record.reading.dates.french import words
from rotative.record.reading.dates.french.forms import MONTH, NUMBER, SEASON, SMALL, WEEKDAY, WEEKDAYS, WORDED
from rotative.record.reading.dates.language import Rule, any_of

_ORDINALS = any_of(words.ORDINALS)
_PAPERS = (
    "le|un|les|du|des|de|au|aux|ce|ces|son|sa|ses|leur|leurs|notre|grand|grands|grandes|principaux|deux|presse|l'|d'|premier|nouveau|autres?|quelques|plusieurs|célèbre"
)
REPEATS = (
    Rule(
        "every",
        rf"(?:tous|toutes) les (?:(?P<count>{SMALL}) )?(?:(?P<unit>jours|semaines|mois|ans|annees|trimestres|semestres|heures|minutes|secondes|week-ends)"
        rf"|(?P<weekday>{WEEKDAYS}s)|{SEASON}s?|(?P<part>matins|soirs|nuits|midis|apres-midi))",
    ),
    Rule(
        "every",
        rf"chaque (?:(?P<unit>jour|journee|semaine|mois|annee|trimestre|semestre|heure|minute|seconde|week-end|saison)|{WEEKDAY}"
        rf"|(?P<part>matin|soir|nuit|midi|apres-midi|soiree)|{MONTH}|{SEASON})",
    ),
    Rule("every", rf"(?:{NUMBER}|plusieurs) fois (?:par|l'|chaque) ?(?P<unit>jour|semaine|mois|an|annee|trimestre|semestre|heure|minute|siecle)"),
    Rule("every", "par (?P<unit>jour|semaine|mois|an|trimestre|semestre)"),
    Rule("every", r"(?P<throughout>toute l'annee)(?! \d)"),
    Rule("every", rf"les (?P<weekday>{WEEKDAYS}s)(?: (?P<part>matin|soir|apres-midi|midi)s?)?"),
    Rule("every", rf"les {_ORDINALS}s?(?: et {_ORDINALS}s?)? (?P<weekday>{WEEKDAYS}s?)"),
    Rule("every", rf"(?:tous )?(?:le |les )?{_ORDINALS}s? (?P<weekday>{WEEKDAYS}s?) (?:du|de chaque) mois"),
    Rule("every", "une? (?P<unit>jour|semaine|mois|an) sur (?P<count>deux|trois|quatre)"),
    # "Un quotidien" is a paper, "le lot quotidien" is not.
    Rule("repeat", f"(?P<repeat>{any_of(words.REPEATS)})", unled=f"(?:{_PAPERS}) ?"),
)

_UNIT = f"(?P<unit>{any_of([unit for unit in words.UNITS if len(unit) > 1])})"
_NOT_YEARS = any_of([unit for unit in words.UNITS if unit not in ("an", "ans", "annee", "annees", "s", "saison") and not unit.startswith("week")])
_MORE = (
    r"(?:(?:(?<!les\s)(?<!des\s)(?<!aux\s)(?:plus|moins)|pres|un peu plus|un peu moins|pas moins) d(?:e |')|environ |au moins |au plus |a peine |quelque |presque )?"
)
_FRACTION = (
    "(?P<quarters>trois quarts|un quart) d'heure|(?P<half>une demi-heure|une demie-heure)|(?P<halfday>une demi-journee)|(?P<quartercentury>un quart de siecle)"
    "|(?P<halfcentury>un demi-siecle)|(?P<fortnight>une quinzaine)(?! d)"
)
VAGUE_LENGTHS = (
    Rule("quarterhour", _FRACTION),
    Rule("duration", rf"{_MORE}une (?P<dozen>{any_of(words.DOZENS)}) d(?:e |'){_UNIT}", unled="d'|âgée? d'"),
    Rule("duration", rf"{_MORE}(?P<some>quelques|plusieurs|de nombreux|de nombreuses|de longues|de longs) {_UNIT}"),
    Rule(
        "duration",
        r"des (?P<unit>jours|semaines|mois|annees|heures|decennies|siecles|minutes)(?! (?:d'|de |\d))",
        led="(?:depuis|pendant|durant|il y a|après|dure|duré) ",
    ),
)

# Years are mostly ages: "Jean, 87 ans,", "un homme de 38 ans", "à 18 ans". A length says of what
# ("10 ans de prison"), or to what it belongs ("un bail de trois ans").
_WHOLE = r" et (?P<halfunit>demie?)| et (?P<count2>{small}) (?P<unit2>mois|jours)".replace("{small}", SMALL)
_YEARS = rf"{_MORE}(?P<count>{NUMBER}) (?P<unit>ans?|annees?)(?:{_WHOLE})?"
_WORDED_YEARS = rf"{_MORE}(?P<count>{WORDED}) (?P<unit>ans?|annees?)(?:{_WHOLE})?"
_OF_WHAT = r"(?= (?:de |d'|ferme|avec|plus|avant|apres|auparavant|durant))(?! d'age)"
_PERSON = (
    r"(?:homme|femme|garçon|garçonnet|fille|fillette|fils|enfants?|bébé|jeunes?|ados?|adolescente?s?|mineure?s?|gamine?s?|étudiante?s?|conducteur|conductrice|automobiliste"
    r"|cycliste|piéton|personne|habitante?|retraitée?|veuve|veuf|mère|père|lycéenne?|collégienne?|élèves?)(?: \w{1,15})?"
)
_AGED = r"(?:âgée?s?|agée?s?|l'âge|moins|plus) d[e'] ?|(?:les|des|aux|ses|leurs|nos|mes|son|leur) |\d-|\d à |\d ou "
_OF_PERSON = rf"{_PERSON} d[e'] ?|{_AGED}"
_IN_LIFE = r"(?:(?<!ici\s)à|(?<!y\s)a|avoir|eu|avait|avaient|aura|ai|as|aurait|ont|fête|fêté|fêtera) "
_LONG = (
    r"peines?|bail|contrats?|mandats?|durée|période|prison|réclusion|détention|carrière|vie|guerre|règne|conflit|attente|absence|délais?|plan|crédit|prêt|expérience|retard|recul"
    r"|écart|accord|programme|cycle|espace|moyenne|terme|bout|suite|ancienneté|service|formation|études|blocus|siège|combats?|négociations?|silence|sursis|moratoire|horizon"
    r"|interruption|convention|suspension|trêve"
)
_DURING = r"(?:depuis|pendant|durant|il y a|voilà|dans|sous|sur|après|avant|en|d'ici|d'ici à|pour|voici) (?:les |plus de |moins de |environ )?"
_SMALLER = rf" et (?P<halfunit>demie?)| ?(?:et )?(?P<count2>{SMALL})(?: ?(?P<unit2>jours|heures?|minutes?|min|mn|secondes?|s))?(?: (?P<count3>{SMALL}) ?(?P<unit3>secondes?|s))?"
LENGTHS = (
    Rule("duration", _YEARS + _OF_WHAT, unled=_OF_PERSON, small=True),
    Rule("duration", _YEARS, led=rf"(?:{_LONG})(?: \w{{1,15}}| à \w{{1,15}})? d[e'] ?", small=True),
    Rule("duration", _YEARS + r"(?!,| ?\))", unled=rf"d[e'] ?|[,(] ?|{_AGED}|{_IN_LIFE}", small=True),
    Rule("duration", _YEARS, led=_DURING, unled=rf"d[e'] ?|{_AGED}|(?:(?<!ici\s)à|(?<!y\s)a) ", small=True),
    Rule("duration", _WORDED_YEARS, led="d[e'] ?", unled=_OF_PERSON, small=True),
    # "Un jour" is a day to come, "une seconde" another: lengths only where the word before says so.
    Rule("duration", rf"{_MORE}(?P<count>une?) (?P<unit>jour|seconde)", led="(?:en|pendant|durant|depuis|il y a|dans|sous|après|d'|de|chaque|à|pour) ?"),
    Rule("duration", rf"{_MORE}(?!un jour|une seconde)(?P<count>{NUMBER}) ?(?P<unit>{_NOT_YEARS})(?:{_SMALLER})?", small=True),
)
