"""The forms that expressions of time have in French. What is first in ``RULES`` is tried first."""
from __future__ import annotations

from rotative.record.reading.dates import french as words
from rotative.record.reading.dates.language import Language, Rule, any_of

_MONTH = f"(?P<month>{any_of(words.MONTHS)})"
_WEEKDAY = f"(?P<weekday>{any_of(words.WEEKDAYS)})"
_DAY = r"(?P<day>1 ?er|premier|0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)(?![.,]\d)"
_SHIFT = rf"(?P<shift>{any_of(words.SHIFTS)})"
_NUMERAL = any_of(words.NUMBERS)
_NUMBER = rf"(?:\d{{1,4}}(?:[\s.]\d{{3}}){{0,2}}(?:,\d{{1,3}})?|{_NUMERAL}(?:[\s-](?:et[\s-])?{_NUMERAL}){{0,4}})"
_SMALL = rf"(?:\d{{1,2}}|{_NUMERAL}(?:[\s-]{_NUMERAL})?)"
_ORDINAL = f"(?P<ordinal>{any_of(words.ORDINALS)})"
_PERIOD = "(?P<unit>semaine|mois|an|annee|trimestre|semestre|week-end|weekend|decennie|siecle)"
_PERIODS = "(?P<unit>jours|semaines|mois|ans|annees|heures|minutes|secondes|trimestres|semestres|week-ends|decennies|siecles)"
_EDGE = r"(?:(?:la |le )?(?P<edge>debut|fin|milieu|mi|courant)(?:-| (?:de la |de l'|du |des |de |d'|le |l')?))"
_PART = f"(?P<part>{any_of(words.PARTS)})"
_INTO = r" (?:(?:en|au|a la) (?:debut|fin|milieu) (?:de |d'|de l'|de la )|dans (?:la |l')|en |au |a )?"
_RELATIVE = rf"(?P<relative>avant-hier|apres-demain|hier|demain|aujourd'hui|ce jour)(?:,? {any_of(words.WEEKDAYS)}(?: (?:1 ?er|\d{{1,2}}) {any_of(words.MONTHS)})?)?"
_DATED = rf"(?:le |ce )?(?:{_WEEKDAY},? )?{_DAY} {_MONTH}(?: (?:de l'annee )?{_YEAR}| {_SHIFT})?"
_WEEKLY = rf"(?:le |ce )?{_WEEKDAY}(?: {_SHIFT})?"
_DAYS = (_RELATIVE, _DATED, _WEEKLY)
_HOURS = r"(?P<hour>2[0-4]|[01]?\d) ?(?:h|heures?)(?: ?(?P<minute>[0-5]\d))?(?: ?(?:min|mn)\b)?(?P<late> du matin| du soir| de l'apres-midi)?"
_SPOKEN = rf"(?P<hour>2[0-4]|[01]?\d|{any_of(words.NUMBERS)}(?:-{any_of(words.NUMBERS)})?) heures?(?: (?P<minute>[0-5]\d|{any_of(words.NUMBERS)}(?:-{any_of(words.NUMBERS)})?|et demie|et quart|moins le quart))?(?P<late> du matin| du soir| de l'apres-midi)?"
_MORE = r"(?:(?:(?<!les\s)(?<!des\s)(?<!aux\s)(?:plus|moins)|pres|un peu plus|un peu moins|pas moins) d(?:e |')|environ |au moins |au plus |a peine |quelque |presque )?"
_SOME = "(?P<some>quelques|plusieurs|de nombreux|de nombreuses|de longues|de longs)"

_AT = r"à|a|vers|jusqu'à|jusqu'a|dès|avant|après|entre|d'ici|partir de|compter de|alentours de|environs de|à environ|autour de|peu avant|peu après|ouvert de|,|-"
_LASTING = r"en|pendant|durant|depuis|toutes les|tous les|les|dernières|prochaines|premières|de|temps de|il y a|environ|plus de|moins de|près de|sur|à peine|quelque|total de"
_STREET = r"(?:rue|place|avenue|av\.|boulevard|bd|square|quai|stade|pont|cours|impasse|allée|esplanade|lycée|collège|école|hôpital|caserne|gymnase|station)(?: du| des| de la| de)? (?:\d{1,2}[\s-])?(?:vieux )?"
_ENDS = (
    r"(?=\s*(?:[,.;:!?()\]»\"/–-]|$)|\s+(?:et|ou|a|au|aux|par|pour|avec|dans|en|sur|sous|lors|ont?|est|sont|etait|etaient|avait|que|qui|quand|puis|mais|car|chez|contre|le|la|les|un|une"
    r"|il|elle|ils|elles|on|comme|avant|apres|afin|entre|deja|ne|n'|se|s'|l'|d'une|d'un|du|des|grace|selon|alors|dont|pendant|jusqu'|où|ou|soit|ainsi|ce|cette|ces|lui|nous|vous|je|j'|c'|\()(?!\w))"
)
_UNITS_AFTER = r"(?! ?(?:euros?|€|%|m|km|m2|kg|ha|tonnes?|habitants?|personnes?|francs?|f|dollars?|hommes|emplois|places|points|exemplaires|salaries|metres|millions?|milliards?)\b)"
_TO_YEAR = (
    r"en|depuis|l'an|l'année|d'année|année|début|fin|mi|milieu|saison|avant|après|vers|dès|d'ici|d'ici à|jusqu'en|courant|exercice|budget|printemps|été|automne|hiver|rentrée|millésime"
    r"|de l'an|que|né en|née en|dès l'an|élections? (?:de )?|collection|édition|jeux|mondial|euro|coupe du monde|championnat du monde|promotion|vendanges"
)
_LONG = (
    r"peines?|bail|contrats?|mandats?|durée|période|prison|réclusion|détention|carrière|vie|guerre|règne|conflit|attente|absence|délais?|plan|crédit|prêt|expérience|retard|recul|écart|accord"
    r"|programme|cycle|espace|moyenne|terme|bout|lendemain|suite|plus|moins|près|fait|écoulé|ancienneté|travail|service|formation|études|blocus|siège|combats?|négociations?|silence|sursis|moratoire|horizon|interruption|convention|suspension|trêve"
)
_WORDED = rf"{_NUMERAL}(?:[\s-](?:et[\s-])?{_NUMERAL}){{0,4}}"
_YEARS = rf"{_MORE}(?P<count>{_NUMBER}) (?P<unit>ans?|annees?)(?: et (?P<halfunit>demie?)| et (?P<count2>{_SMALL}) (?P<unit2>mois|jours))?"
_PERSON = r"(?:homme|femme|garçon|garçonnet|fille|fillette|fils|enfants?|bébé|jeunes?|ados?|adolescente?s?|mineure?s?|gamine?s?|étudiante?s?|conducteur|conductrice|automobiliste|cycliste|piéton|personne|habitante?|retraitée?|veuve|veuf|mère|père|lycéenne?|collégienne?|élèves?)(?: \w{1,15})?"
_AGED = r"(?:âgée?s?|agée?s?|l'âge|moins|plus) d[e'] ?|(?:les|des|aux|ses|leurs|nos|mes|son|leur) |\d-|\d à |\d ou "

RULES = (
    Rule("iso", r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"),
    Rule("numeric", rf"(?:le )?(?:{_WEEKDAY} )?{_DAY}(?P<mark>[./-])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<year>(?:19|20)?\d\d)".replace("(?P=mark)", "[./-]")),
    Rule("numeric", rf"(?:le )?{_WEEKDAY} {_DAY}/(?P<month>0?[1-9]|1[0-2])"),
    Rule("numeric", rf"(?:le )?{_DAY}/(?P<month>0[1-9]|1[0-2])", led="(?:le|du|au) "),
    # "Vers 15 h 30, hier": one expression; "hier à 15 h 30": two.
    *(Rule("clockday", rf"{_HOURS},? (?:de |d')?(?!le \w+ (?!\d)){day}", unled=_LASTING + " ?") for day in (_RELATIVE, _DATED)),
    Rule("clockday", rf"{_HOURS},? {_WEEKDAY}(?! \d)", led=rf"(?:{_AT}) ?"),
    Rule("nightspan", rf"(?:la |cette )?(?P<part>nuit) d(?:e|u) (?:{_WEEKDAY}(?: {_DAY})?|{_DAY})(?: {any_of(words.MONTHS)})? (?:a|au) (?:{any_of(words.WEEKDAYS)}(?: (?:1 ?er|\d{{1,2}}))?|\d{{1,2}})(?: {_MONTH}(?: {_YEAR})?)?"),
    *(Rule("daypart", rf"{day}{_INTO}{_PART}(?! de )") for day in _DAYS),
    *(Rule("daypart", rf"(?:le |la |l')?(?:debut |fin |milieu )?(?:de |d')?{_PART} d(?:e |u |'|e la |e l')(?:la )?{day}") for day in _DAYS),
    Rule("relative", _RELATIVE.replace("aujourd'hui|", "").replace(r"))?)?", r"))?)?"), unled="de "),
    Rule("relative", rf"(?P<relative>aujourd'hui),? {any_of(words.WEEKDAYS)}(?: (?:1 ?er|\d{{1,2}}) {any_of(words.MONTHS)})?"),
    Rule("today", r"aujourd'hui(?: encore)?"),
    Rule("anaphoric", r"(?:la |l'|le |ce |cette )?(?P<anaphor>avant-veille|veille|lendemain|surlendemain|meme jour|jour meme|jour suivant|jour-la|(?<=cette\s)date)(?: (?P<part>matin|soir|apres-midi)| au (?P<part>matin|soir))?(?! d(?:e|u|es|'))"),
    Rule("samepart", rf"(?:le|la|l'|ce|cette|cet) ?{_PART}(?: meme|-la)"),
    Rule("samemoment", r"ce moment[\s-]la|(?:la )?meme (?P<same>epoque|periode)|cette (?:meme )?date|cette epoque-la"),
    Rule("weekdayof", rf"(?:le )?{_WEEKDAY} de (?:cette semaine|la semaine(?: {_SHIFT})?)"),
    Rule("ordinal_weekday", rf"(?:le |la )?{_ORDINAL} {_WEEKDAY} (?:de |du mois de |d'){_MONTH}(?: {_YEAR})?"),
    Rule("ordinal_weekday", rf"(?:le |la )?{_ORDINAL} {_WEEKDAY} (?:de l'|du |d')(?P<season>{any_of(words.SEASONS)})(?: {_YEAR})?"),
    Rule("ordinal_week", rf"(?:le |la )?{_ORDINAL} (?P<unit>semaine|quinzaine|week-end) (?:de |du mois de |d'){_MONTH}(?: {_YEAR})?"),
    Rule("weekof", rf"(?:la )?semaine du (?:{_WEEKDAY} )?{_DAY}(?: au {_DAY.replace('day', 'last')})? {_MONTH}(?: {_YEAR})?"),
    # "Les 6 et 13 avril", "du 24 au 26 octobre": the month of the last is that of all.
    Rule("day", rf"(?:les? )?(?:{_WEEKDAY} )?{_DAY}(?=(?:, (?:le )?(?:{any_of(words.WEEKDAYS)} )?(?:1 ?er|\d{{1,2}})){{0,4}},?(?: (?:et|au|ou|a)(?: les?| du)? |-|–)(?:{any_of(words.WEEKDAYS)} )?(?:1 ?er|[12]?\d|3[01]) {_MONTH}(?: {_YEAR})?(?: {_SHIFT})?)", unled=_STREET),
    Rule("day", _DATED, unled=_STREET),
    Rule("day", rf"(?:le )?{_DAY}-(?P<month>{any_of(words.MONTHS)})(?:-{_YEAR})?", led=r"(?:le|du|au|depuis le|,) ?", unled=_STREET),
    Rule("dayofmonth", rf"(?:le {_WEEKDAY}|{_WEEKDAY}) {_DAY}(?! ?(?:h|heures|%|\w+))"),
    Rule("dayofmonth", rf"le {_DAY}{_ENDS}(?! ?%|,? (?:rue|avenue|boulevard|place|quai|route|chemin|impasse|allee|cours|faubourg))"),
    Rule("holiday", rf"(?:cette fete de |ce |le jour de |la fete de |(?:ce |le )?dimanche de )?(?P<holiday>{any_of(words.HOLIDAYS)})(?: (?:{_YEAR}|{_SHIFT}))?", unled=r"marchés? de |père |île de |cadeaux? de |sapins? de |bûches? de |accords? du |[A-Z]\w+ "),
    Rule("every", rf"(?:tous|toutes) les (?P<count>{_SMALL} )?(?:(?P<unit>jours|semaines|mois|ans|annees|trimestres|semestres|heures|minutes|secondes|week-ends)|(?P<weekday>(?:{any_of(words.WEEKDAYS)})s)|(?P<part>matins|soirs|nuits|midis|apres-midi))"),
    Rule("every", rf"chaque (?:(?P<unit>jour|journee|semaine|mois|annee|trimestre|semestre|heure|minute|seconde|week-end|saison)|{_WEEKDAY}|(?P<part>matin|soir|nuit|midi|apres-midi|soiree)|{_MONTH}|(?P<season>{any_of(words.SEASONS)}))"),
    Rule("every", rf"(?:{_NUMBER}|plusieurs) fois (?:par|l'|chaque) ?(?P<unit>jour|semaine|mois|an|annee|trimestre|semestre|heure|minute|siecle)"),
    Rule("every", r"par (?P<unit>jour|semaine|mois|an|trimestre|semestre)", led=r"(?:\d|euros|fois|heures|jours|millions?|milliards?|tonnes|personnes|\w{3,}s) "),
    Rule("every", r"(?P<throughout>toute l'annee)(?! \d)"),
    Rule("every", rf"(?:les )(?P<weekday>(?:{any_of(words.WEEKDAYS)})s)(?: (?P<part>matin|soir|apres-midi|midi)s?)?"),
    Rule("every", rf"les (?:{any_of(words.ORDINALS)})s?(?: et (?:{any_of(words.ORDINALS)})s?)? (?P<weekday>(?:{any_of(words.WEEKDAYS)})s?)"),
    Rule("repeat", f"(?P<repeat>{any_of(words.REPEATS)})", unled=r"(?:le|un|les|du|des|de|au|aux|ce|ces|son|sa|ses|leur|leurs|notre|grand|grands|grandes|principaux|deux|presse|l'|d'|premier|nouveau|autres?|quelques|plusieurs|célèbre) ?"),
    Rule("quarter", rf"(?:le |au |du )?(?P<ordinal>premier|deuxieme|second|troisieme|quatrieme|dernier|1er|2e|3e|4e|2eme|3eme|4eme) (?P<unit>trimestre|semestre)(?:(?: de)?(?: l'annee)? {_YEAR}| {_SHIFT})?".replace("(?:le |au |du )?", "(?:le )?")),
    Rule("lasting_last", rf"(?:ces|les|la|le|ses|cette|cet|ce) (?:(?P<count>{_SMALL}) )?(?P<shift>dernier|derniere|prochain|prochaine)e?s? (?:(?P<count>{_SMALL}) )?{_PERIODS}"),
    Rule("lasting_last", rf"(?:(?P<count>{_SMALL}) )?(?P<shift>dernier|derniere|prochain|prochaine)e?s (?:(?P<count>{_SMALL}) )?{_PERIODS}"),
    Rule("period", rf"{_EDGE}?(?:ces|cette|cet|ce|le|la|l') ?{_PERIOD} {_SHIFT}(?! {any_of(words.MONTHS)})"),
    Rule("period", rf"{_PERIOD} {_SHIFT}(?! {any_of(words.MONTHS)})", led="(?:au|du|en|de) "),
    Rule("period", rf"{_EDGE}{_PERIOD}(?: {_SHIFT})?(?! \d)"),
    Rule("period", rf"(?P<edge>plus tot|plus tard) (?:dans )?(?:ce |cette |cet |la |le |l'){_PERIOD}"),
    Rule("period", rf"{_EDGE}?(?:ce |cette |cet ){_PERIOD}(?:-ci)?(?! (?:d'|de )(?:{any_of(words.MONTHS)}))"),
    Rule("period", r"(?:le |la )?(?P<unit>week-end|weekend)(?! (?:de|d'|du)\b)", led=r"(?:ce|durant|pendant|tout|avant|après|du|au|pour|d'ici) (?:le )?"),
    Rule("decade", rf"{_EDGE}?(?:les |ces )?annees (?P<decade>(?:1[0-9]|20)?\d0|{any_of(words.DECADES)})(?! \w+s\b)"),
    Rule("century", rf"{_EDGE}?(?:le |ce )?(?P<roman>[ivx]{{1,5}}|\d{{1,2}}) ?(?:e|eme|er) siecle"),
    Rule("month", rf"{_EDGE}?(?:(?:le |ce |ces |cet )?(?:seul )?mois d(?:e |'))?{_MONTH}(?: (?:de |de l'an )?{_YEAR}| (?P<short>'?\d\d)(?!\d|[.,]\d|[\s]?[h%€])| {_SHIFT}|-{_YEAR})?(?! \d)", unled=_STREET + r"|ben |saint-|mardi ", small=True),
    Rule("season", rf"(?P<bare>(?P<season>{any_of(words.SEASONS)}))(?= comme (?:{any_of(words.SEASONS)}))"),
    Rule("season", rf"{_EDGE}?(?:(?:l'|cet |cette |ce )(?P<season>{any_of(words.SEASONS)})(?: (?:{_YEAR}|{_SHIFT}))?|(?:le )?(?P<season>{any_of(words.SEASONS)}) (?:{_YEAR}|{_SHIFT}))(?! d(?:e l'|e la|u|es|e) ?(?!\d))(?! arabe)", small=True),
    Rule("season", rf"(?P<season>{any_of(words.SEASONS)})(?! d(?:e l'|e la|u|es|e) ?(?!\d))(?! arabe)", led=r"(?:en|au|le|du|mois d'|fin|fin d'|début d'|mi-|dès le|comme|saison d'|sorties d') ?", small=True),
    Rule("quarterhour", r"(?:(?P<quarters>trois quarts|un quart) d'heure|(?P<half>une demi-heure|une demie-heure)|(?P<halfday>une demi-journee)|(?P<quartercentury>un quart de siecle)|(?P<halfcentury>un demi-siecle)|(?P<fortnight>une quinzaine)(?! d))"),
    Rule("duration", rf"{_MORE}une (?P<dozen>{any_of(words.DOZENS)}) d(?:e |')(?P<unit>{any_of([unit for unit in words.UNITS if len(unit) > 1])})", unled="d'|âgée? d'"),
    Rule("duration", rf"{_MORE}{_SOME} (?P<unit>{any_of([unit for unit in words.UNITS if len(unit) > 1])})"),
    Rule("duration", r"des (?P<unit>jours|semaines|mois|annees|heures|decennies|siecles|minutes)(?! (?:d'|de |\d))", led=r"(?:depuis|pendant|durant|il y a|après|dure|duré) "),
    Rule("clock", rf"{_HOURS}(?: heure)?(?![.,]\d| ?/)(?! d(?:e |')(?!l'apres|\d))", led=rf"(?:(?:{_AT})|\d\d? ?(?:h|heures) ?(?:\d\d )?(?:et|ou|à)|\w*(?:di|hier|demain|matin|soir|midi|dès),?|^|[.:;(«–]) ?"),
    Rule("clock", rf"{_HOURS}(?![.,]\d| ?/)(?! d(?:e |')(?!l'apres))(?= ?(?:a|-|et|–) ?\d{{1,2}} ?(?:h|heures))"),
    Rule("clock", r"(?P<hour>2[0-4]|[01]?\d) ?h(?: ?(?P<minute>[0-5]\d))?(?! ?/|\d)(?! d(?:e |'))", unled=rf"(?:{_LASTING}) ?"),
    Rule("clock", rf"{_SPOKEN}(?! de (?!l'apres)| d')", led=r"(?:à|vers|jusqu'à|dès|avant|après|partir de|peu avant|peu après|entre|d'ici|sont|est|alentours de) ?"),
    Rule("clock", r"(?P<hour>2[0-4]|[01]?\d):(?P<minute>[0-5]\d)(?!:?\d)"),
    Rule("clock", r"(?P<hour>midi|minuit)(?: (?P<minute>trente|et demi|et quart|moins le quart|[0-5]\d))?(?! libre)", led=r"(?:.*\w.*[\s'(«]|^|[\s«(]{0,3})", unled=r"canal du |du |le |du grand ", small=True),
    Rule("daypart", r"(?:la )?(?P<part>nuit) (?P<relative>derniere)"),
    Rule("deicticpart", rf"(?:ce|cet|cette) {_PART}"),
    Rule("part", r"(?:le |la |l')?(?:debut|fin|milieu) (?:de (?:la |l')?|d')(?P<part>matinee|apres-midi|soiree|nuit|journee)"),
    Rule("part", r"(?:la |le |l')?(?P<part>nuit|journee|soiree|matinee|apres-midi|petit matin|aube)(?! (?:de|d'|du|des|aux|a|blanche|internationale|mondiale|nationale|debout|portes)\b)", led=r"(?:dans|pendant|durant|en|au cours de|tard dans|de|toute|à|dès|avant|après|jusqu'à) ?"),
    Rule("part", r"(?:le )(?P<part>matin|soir)(?! d(?:e|u|es|')\b)"),
    Rule("part", r"(?P<part>petit matin|aube)", led="au |à l'|dès l'"),
    # Years are mostly ages: "Jean, 87 ans,", "un homme de 38 ans", "à 18 ans". A length says of what ("10 ans de prison"), or to what it belongs.
    Rule("duration", _YEARS + r"(?= (?:de |d'|ferme|avec|plus|avant|apres|auparavant|durant))(?! d'age)", unled=rf"{_PERSON} d[e'] ?|{_AGED}"),
    Rule("duration", _YEARS, led=rf"(?:{_LONG})(?: \w{{1,15}}| à \w{{1,15}})? d[e'] ?"),
    Rule("duration", _YEARS + r"(?!,| ?\))", led=r"(?:^|.*[\s'(«–-]) ?", unled=rf"d[e'] ?|[,(] ?|{_AGED}|(?:à|(?<!y\s)a|avoir|eu|avait|avaient|aura|ai|as|aurait|ont|fête|fêté|fêtera) "),
    Rule("duration", _YEARS, led=r"(?:depuis|pendant|durant|il y a|voilà|dans|sous|sur|après|avant|en|tous les|à|d'ici|de|pour|toutes|voici) (?:les |plus de |moins de |environ )?", unled=rf"d[e'] ?|{_AGED}|(?:à|(?<!y\s)a) "),
    Rule("duration", _YEARS.replace(_NUMBER, _WORDED), led="d[e'] ?", unled=rf"{_PERSON} d[e'] ?|{_AGED}"),
    # "Un jour" is a day to come, "une seconde" another: lengths only where the word before says so.
    Rule("duration", rf"{_MORE}(?P<count>une?) (?P<unit>jour|seconde)", led="(?:en|pendant|durant|depuis|il y a|dans|sous|après|d'|de|chaque|à|pour) ?"),
    Rule("duration", rf"{_MORE}(?!un jour|une seconde)(?P<count>{_NUMBER}) ?(?P<unit>{any_of([u for u in words.UNITS if not u.startswith(('an', 'h', 'week')) and u not in ('min', 'mn', 's', 'saison')])}|heures?|h|min|mn)(?: et (?P<halfunit>demie?)| ?(?:et )?(?P<count2>{_SMALL}) ?(?P<unit2>jours|heures?|minutes?|min|mn|secondes?|s)?(?: (?P<count3>{_SMALL}) ?(?P<unit3>secondes?|s))?)?"),
    Rule("year", rf"{_EDGE}?(?:(?:l')?(?:an|annee|exercice) |la saison )?{_YEAR}{_UNITS_AFTER}", led=rf"(?:(?:{_TO_YEAR}) ?|\d{{4}}[/–-]|(?:de|et|ou|à|entre) (?=$))", unled=r"(?:et|de|à|ou) "),
    Rule("year", rf"(?:{_EDGE}|(?:l')?(?:an|annee|exercice) |la saison ){_YEAR}{_UNITS_AFTER}"),
    Rule("year", rf"(?P<year>1[5-9]\d\d|20\d\d)(?![.,]\d)(?:{_ENDS}|(?= (?:{any_of(words.PARTS)})))", unled=rf"(?:n°|§|\$|€|£|soit|environ|plus de|moins de|près de|quelque|total de|les|des|nos|ses|ces|et [\d.,]+|rn|page|p\.|article|résolution|=|\+|\d|\w-|{any_of(words.MONTHS)}) ?"),
    Rule("shortyear", rf"'?(?P<short>[4-9]\d|0\d){_ENDS}", led="(?:en|depuis|fin|début) "),
    Rule("vague", f"(?P<vague>{any_of(words.VAGUE)})"),
    # Last, since "le mercredi" is a day, a habit, or the head of a longer form.
    Rule("weekday", _WEEKLY + r"(?:-ci)?(?! (?:noir|saint|gras)\b)"),
)
FRENCH = Language(
    months=words.MONTHS, weekdays=words.WEEKDAYS, days=words.DAYS, shifts=words.SHIFTS, units=words.UNITS, parts=words.PARTS, seasons=words.SEASONS,
    ordinals=words.ORDINALS, numbers={**words.NUMBERS, **words.DOZENS}, vague=words.VAGUE, repeats=words.REPEATS, decades=words.DECADES, edges=words.EDGES,
    holidays=words.HOLIDAYS, past=words.PAST, participle=words.PARTICIPLE, future=words.FUTURE, bounds=words.BOUNDS, anaphoric_shifts=words.ANAPHORIC_SHIFTS, lateness=words.LATENESS, minutes=words.MINUTES, habit=words.HABIT, any_season=words.ANY_SEASON, further_keys=words.FURTHER_KEYS, rules=RULES,
)
