"""The words of time in French."""
from __future__ import annotations

from rotative.record.reading.dates.language import Bounds

MONTHS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
    "janv.": 1, "fevr.": 2, "juil.": 7, "sept.": 9, "oct.": 10, "nov.": 11, "dec.": 12,
}
WEEKDAYS = {"lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7}
# From the day of publication; those of the next line from the last day told.
DAYS = {
    "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "ce jour": 0, "demain": 1, "apres-demain": 2, "derniere": -1,
    "avant-veille": -2, "veille": -1, "lendemain": 1, "surlendemain": 2, "meme jour": 0, "jour meme": 0, "jour-la": 0, "jour suivant": 1, "date": 0,
}
SHIFTS = {"dernier": -1, "derniere": -1, "derniers": -1, "dernieres": -1, "passe": -1, "passee": -1, "precedent": -1, "precedente": -1, "ecoule": -1, "ecoulee": -1,
          "prochain": 1, "prochaine": 1, "prochains": 1, "prochaines": 1, "suivant": 1, "suivante": 1, "en cours": 0, "courant": 0, "courante": 0}
ANAPHORIC_SHIFTS = ("suivant", "suivante", "precedent", "precedente")
UNITS = {
    "an": "Y", "ans": "Y", "annee": "Y", "annees": "Y", "mois": "M", "semaine": "W", "semaines": "W", "jour": "D", "jours": "D", "journee": "D", "journees": "D",
    "heure": "TH", "heures": "TH", "h": "TH", "minute": "TM", "minutes": "TM", "min": "TM", "mn": "TM", "seconde": "TS", "secondes": "TS", "s": "TS",
    "siecle": "100Y", "siecles": "100Y", "decennie": "10Y", "decennies": "10Y", "trimestre": "3M", "trimestres": "3M", "semestre": "6M", "semestres": "6M",
    "week-end": "WE", "week-ends": "WE", "weekend": "WE", "weekends": "WE", "saison": "Y", "millenaires": "1000Y", "millenaire": "1000Y",
}
PARTS = {
    "matin": "MO", "matinee": "MO", "petit matin": "MO", "aube": "MO", "apres-midi": "AF", "soir": "EV", "soiree": "EV", "nuit": "NI", "journee": "DT",
    "midi": "12:00", "minuit": "24:00",
}
SEASONS = {"printemps": "SP", "ete": "SU", "automne": "FA", "hiver": "WI"}
ORDINALS = {
    "premier": 1, "premiere": 1, "1er": 1, "1ere": 1, "1re": 1, "deuxieme": 2, "second": 2, "seconde": 2, "2e": 2, "2eme": 2, "2nd": 2, "troisieme": 3, "3e": 3, "3eme": 3,
    "quatrieme": 4, "4e": 4, "4eme": 4, "dernier": -1, "derniere": -1,
}
NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100, "cents": 100, "mille": 1000,
}
DOZENS = {"huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100}
DECADES = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "soixante-dix": 70, "quatre-vingt": 80, "quatre-vingts": 80, "quatre-vingt-dix": 90}
EDGES = {"debut": "start", "mi": "mid", "milieu": "mid", "fin": "end", "courant": "", "plus tot": "past", "plus tard": "ahead"}
VAGUE = {
    "maintenant": "PRESENT_REF", "desormais": "PRESENT_REF", "dorenavant": "PRESENT_REF", "actuellement": "PRESENT_REF", "a l'heure actuelle": "PRESENT_REF",
    "actuel": "PRESENT_REF", "actuelle": "PRESENT_REF", "actuels": "PRESENT_REF", "actuelles": "PRESENT_REF", "pour l'instant": "PRESENT_REF",
    "pour le moment": "PRESENT_REF", "en ce moment": "PRESENT_REF", "a present": "PRESENT_REF", "ces jours-ci": "PRESENT_REF", "ces temps-ci": "PRESENT_REF",
    "de nos jours": "PRESENT_REF", "pour l'heure": "PRESENT_REF", "a ce jour": "PRESENT_REF",
    "recemment": "PAST_REF", "dernierement": "PAST_REF", "auparavant": "PAST_REF", "autrefois": "PAST_REF", "jadis": "PAST_REF", "naguere": "PAST_REF",
    "nouvellement": "PAST_REF", "ces derniers temps": "PAST_REF", "par le passe": "PAST_REF", "dans le passe": "PAST_REF",
    "bientot": "FUTURE_REF", "prochainement": "FUTURE_REF", "a l'avenir": "FUTURE_REF", "ulterieurement": "FUTURE_REF", "dans le futur": "FUTURE_REF",
    "sous peu": "FUTURE_REF", "d'ici peu": "FUTURE_REF",
}
REPEATS = {
    "quotidien": "P1D", "quotidienne": "P1D", "quotidiens": "P1D", "quotidiennes": "P1D", "journalier": "P1D", "journaliere": "P1D", "journaliers": "P1D", "journalieres": "P1D",
    "hebdomadaire": "P1W", "hebdomadaires": "P1W", "mensuel": "P1M", "mensuelle": "P1M", "mensuels": "P1M", "mensuelles": "P1M", "bimensuel": "P2W", "bimestriel": "P2M",
    "trimestriel": "P3M", "trimestrielle": "P3M", "trimestriels": "P3M", "trimestrielles": "P3M", "semestriel": "P6M", "semestrielle": "P6M", "semestriels": "P6M",
    "annuel": "P1Y", "annuelle": "P1Y", "annuels": "P1Y", "annuelles": "P1Y", "biennal": "P2Y", "biennale": "P2Y",
    "quotidiennement": "P1D", "journellement": "P1D", "hebdomadairement": "P1W", "mensuellement": "P1M", "annuellement": "P1Y",
}
HOLIDAYS = {
    "noel": "12-25", "la toussaint": "11-01", "toussaint": "11-01", "le jour de l'an": "01-01", "jour de l'an": "01-01", "le nouvel an": "01-01", "nouvel an": "01-01",
    "la saint-sylvestre": "12-31", "saint-sylvestre": "12-31", "l'epiphanie": "01-06", "la chandeleur": "02-02", "la saint-valentin": "02-14",
    "paques": "easter+0", "le lundi de paques": "easter+1", "lundi de paques": "easter+1", "le vendredi saint": "easter-2", "vendredi saint": "easter-2",
    "l'ascension": "easter+39", "la pentecote": "easter+49", "pentecote": "easter+49", "le lundi de pentecote": "easter+50", "lundi de pentecote": "easter+50",
    "mardi gras": "easter-47", "l'assomption": "08-15", "la fete du travail": "05-01", "la fete nationale": "07-14",
    "la veille de noel": "12-24", "veille de noel": "12-24", "le reveillon": "12-31",
}
_AUXILIARY = "a|ai|as|ont|avons|avez|avait|avaient|eut|est|sont|suis|sommes|était|étaient|fut|furent|ayant|étant|avoir|être"
_PARTICIPLE = (
    r"(?!(?:du|au|nous|vous|plus|tous|sous|peu|jeu|lieu|milieu|jusqu|prévue?s?|menu|connue)\b)(?:[^\W\d]{1,20}(?:é|ée|és|ées|u|ue|us|ues)|[^\W\d]{0,14}"
    r"(?:mis|pris|dit|fait|crit|duit|truit|quis|fini|choisi|saisi|abli|uni|parti|sorti|servi|suivi|menti|senti|subi|agi|compli|empli|averti|verti|vesti|ussi|mort|fert|vert|teint|joint|craint|traint)(?:e|s|es)?)"
)
PAST = (
    rf"(?:{_AUXILIARY}|aurait|auraient|serait|seraient|[tsm]'est|l'a|n'a|qu'a|m'a|s'était)(?: (?!pr[ée]v)[^\W\d]{{1,14}}){{0,2}} {_PARTICIPLE}"
    r"|[^\W\d]{2,20}(?<!r)(?:ait|aient)|[^\W\d]{2,20}(?:èrent|irent|urent)|était|étaient|fut|eut|venait|vient d|viennent d|depuis|remontent?|à la suite d|au lendemain d|lors d"
)
PARTICIPLE = r"(?!(?:soir|journ|matin|ann|arm|mus|dur|entr|id|arriv|rentr|mont|tourn|assembl|march|cong|caf|compagn)ée?s?\b)[^\W\d]{2,20}(?:é|ée|és|ées)(?<!té)(?<!ités)|survenue?s?|parue?s?|morte?s?|rendue?s?|tenue?s?|élue?s?|sortie?s?"
FUTURE = (
    r"(?!opéra|caméra|extra|agora|contra)[^\W\d]{1,20}(?:ra|ront|rai|rons|rez)|iront|(?:va|vont|allons|allez)(?: [^\W\d]{1,14}){0,2} [^\W\d]{1,20}(?:er|ir|re|oir)"
    r"|[^\W\d]{1,20}(?:rait|raient)|doit|doivent|devrait|devraient|prévu\w{0,2}|prévoi\w{1,5}|attendu\w{0,2}|programmée?s?|fixée?s?|reportée?s? (?:au|à)|invit\w{1,5}|rendez-vous|à venir|d'ici"
    r"|(?:le|la|les|leur|son|sa|ses|au|du|une?) prochaine?s?|au plus tard|jusqu'[aà]u?|à compter|souhait\w{1,5}|espèr\w{1,4}|attend|attendent|convoqué\w{0,2}"
)
BOUNDS = Bounds(
    since=r"depuis(?: le| la| les)? |(?:à partir|à compter|a partir|a compter) d[eu](?: la| l'|s)? ?|dès(?: le| la)? |d[eu]puis l'",
    until=r"jusqu(?:'au|'à|'en|'à la|'aux|e vers|'à l') ?|au plus tard(?: le)? ",
    before=r"avant(?: le| la| les| l'| la fin)? ?",
    after=r"après(?: le| la| l')? ?",
    by=r"d'ici(?: à| au| le| la| à la| à l'| l'| aux)? ?",
    ago=r"(?:il y a|voilà|voici|ça fait|cela fait)(?: plus de| moins d[e']| environ| près de| à peine| déjà| tout juste)? ?",
    ahead=r"(?:dans|dans les|sous)(?: environ| moins d[e']| à peine)? ?",
    range_head=r"(?:du|de|des|d'|depuis le|les) ?",
    range_link=r"\s*(?:au|à|jusqu'au|jusqu'en|jusqu'à|en|-|–|/)(?: la)?\s*",
    between_head=r"entre(?: le| la)? ?",
    between_link=r"\s*et(?: le| la)?\s*",
)
LATENESS = {"du soir": 12, "de l'apres-midi": 12, "du matin": 0}
MINUTES = {"et demie": 30, "et demi": 30, "et quart": 15, "moins le quart": -15}
# "Le mercredi", "du lundi au vendredi"; not "le mercredi 12", which is another rule. Read over the words before and the expression, with a bar between.
HABIT = r"\|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:^|\s)du \|(?!le )[a-z]+di$|\bdu [a-z]+di au \|[a-z]+(?:di|che)$"
ANY_SEASON = r"(?:\ben|\bd['’]|comme|saison d['’]) ?\|(?!l['’]|cet)"
# Words of forms that no table has; see ``keys``.
FURTHER_KEYS = {"samemoment": ("la", "epoque", "periode", "date", "annee"), "every": ("annee",), "clock": ("h",)}
