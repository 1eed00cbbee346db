"""The forms of a day in French."""
from __future__ import annotations

from rotative.record.reading.dates.french import words
from rotative.record.reading.dates.french.forms import (
    DATED,
    DAY,
    ENDS,
    MONTH,
    MONTHS,
    ORDINAL,
    OTHER_DAY,
    RELATIVE_WORDS,
    SEASON,
    SHIFT,
    STREET,
    TODAY_NAMED,
    WEEKDAY,
    WEEKDAYS,
    WEEKLY,
    YEAR,
)
from rotative.record.reading.dates.language import Rule, any_of

_MONTH_FIGURES = r"(?P<month>0?[1-9]|1[0-2])"
FIGURES = (
    Rule("iso", r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"),
    Rule("numeric", rf"(?:le )?(?:{WEEKDAY} )?{DAY}[./-]{_MONTH_FIGURES}[./-](?P<year>(?:19|20)?\d\d)"),
    Rule("numeric", rf"(?:le )?{WEEKDAY} {DAY}/{_MONTH_FIGURES}"),
    Rule("numeric", rf"(?:le )?{DAY}/(?P<month>0[1-9]|1[0-2])", led="(?:le|du|au) "),
)
# "6, 7 et", "24 au": the days that come before the month.
_LISTED = rf"(?:, (?:le )?(?:{WEEKDAYS} )?{OTHER_DAY}){{0,4}},?(?: (?:et|au|ou|a)(?: les?| du)? |-|–)(?:{WEEKDAYS} )?{OTHER_DAY} "
_ANAPHOR = r"(?P<anaphor>avant-veille|veille|lendemain|surlendemain|meme jour|jour meme|jour suivant|jour-la|(?<=cette\s)date)"
_FEAST = "(?:cette fete de |ce |le jour de |la fete de |(?:ce |le )?dimanche de )?"
_NOT_A_FEAST = r"marchés? de |père |île de |cadeaux? de |sapins? de |bûches? de |accords? du "
RULES = (
    Rule("relative", rf"(?P<relative>{RELATIVE_WORDS})(?:,? {WEEKDAYS}(?: {OTHER_DAY} {MONTHS})?)?", unled="de "),
    Rule("relative", TODAY_NAMED),
    Rule("today", "aujourd'hui(?: encore)?"),
    Rule("anaphoric", rf"(?:la |l'|le |ce |cette )?{_ANAPHOR}(?: (?:au )?(?P<part>matin|soir|apres-midi))?(?! d(?:e|u|es|'))"),
    Rule("weekdayof", rf"(?:le )?{WEEKDAY} de (?:cette semaine|la semaine(?: {SHIFT})?)"),
    Rule("ordinal_weekday", rf"(?:le |la )?{ORDINAL} {WEEKDAY} (?:de |du mois de |d'){MONTH}(?: {YEAR})?"),
    Rule("ordinal_weekday", rf"(?:le |la )?{ORDINAL} {WEEKDAY} (?:de l'|du |d'){SEASON}(?: {YEAR})?"),
    Rule("ordinal_week", rf"(?:le |la )?{ORDINAL} (?P<unit>semaine|week-end) (?:de |du mois de |d'){MONTH}(?: {YEAR})?"),
    Rule("weekof", rf"(?:la )?semaine du (?:{WEEKDAY} )?{DAY}(?: au {OTHER_DAY})? {MONTH}(?: {YEAR})?"),
    # "Les 6 et 13 avril", "du 24 au 26 octobre": the month of the last is that of all.
    Rule("day", rf"(?:les? )?(?:{WEEKDAY} )?{DAY}(?={_LISTED}{MONTH}(?: {YEAR})?(?: {SHIFT})?)", unled=STREET),
    Rule("day", DATED, unled=STREET),
    Rule("day", rf"(?:le )?{DAY}-{MONTH}(?:-{YEAR})?", led="(?:le|du|au|depuis le|,) ?", unled=STREET),
    Rule("dayofmonth", rf"(?:le |ce )?{WEEKDAY} {DAY}(?! ?(?:h|heures?|minutes?)\b)(?! ?%| \w{{3,20}}s\b)"),
    Rule("dayofmonth", rf"le (?!premier){DAY}{ENDS}(?! ?%|,? (?:rue|avenue|boulevard|place|quai|route|chemin|impasse|allee|cours|faubourg))"),
    Rule("holiday", rf"{_FEAST}(?P<holiday>{any_of(words.HOLIDAYS)})(?: (?:{YEAR}|{SHIFT}))?", unled=_NOT_A_FEAST),
)
# Tried last, since a weekday may be the head of a longer form.
WEEKDAY_RULES = (Rule("weekday", WEEKLY + r"(?:-ci)?(?! (?:noir|saint|gras)\b)"),)
