"""Descriptions that point back to somebody whom the text has named: they have a name, known or not, and are no unnamed source."""
from __future__ import annotations

import re
from collections.abc import Sequence

from rotative.record.reading.actors.classes import RELATIONS, closed, is_demonym, is_of_a_person
from rotative.record.reading.findings import Span
from rotative.record.reading.statements.agents import is_a_persons
from rotative.record.reading.statements.people import Person

_POINTS = re.compile(r"(?:le |la |l' ?|ce |cet |cette )(?:ancien(?:ne)? |ex-|nouveau |nouvelle |jeune |futur |future |premi(?:er|ère) )?(?P<noun>[a-zà-ÿ-]{3,})(?P<rest>(?: [\w'-]+)*)", re.IGNORECASE)
_COMPLETED = re.compile(r" (?:de |du |des |d')(?!affaires?\b|[ÉEée]tat\b|gouvernement\b|l'[ÉEée]tat\b|la [Rr]épublique\b)")
_AT_LARGE = closed("porte-parole témoin victime source voisin voisine passant habitant policier policière gendarme suspect procureur procureure préfet préfète juge officier")
"""Who is often told of without a name."""
_STARS = closed("star vedette milliardaire trentenaire quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire favori favorite")
_FAR = 20_000
"""Letters back in which somebody was told of: more than a story has."""
_OF_A_STATE = re.compile(r"les (?P<noun>autorités|gardes?-côtes|gardes?-frontières|forces|douanes|services|troupes|députés|parlementaires)(?: [\w-]+)*? (?P<of>[\w-]+)$", re.IGNORECASE)


def points_back(words: str, mention: Span, people: Sequence[Person]) -> bool:
    """Whether a description means somebody who was named before: "la star brésilienne", "le candidat"; not who was told of as "un candidat"."""
    found = _POINTS.fullmatch(words[slice(*mention)])
    if found is None:
        return False
    noun = found["noun"].lower()
    named = any(each.kind == "person" and each.span.end <= mention.start for each in people)
    if words[mention.start : mention.start + 2].lower() == "ce" and is_a_persons(noun):
        return named
    if _COMPLETED.search(found["rest"]) or noun in _AT_LARGE | RELATIONS or not (is_of_a_person(noun) or noun in _STARS):
        return False
    if re.search(rf"\b(?:une?|l'une? des|des) (?:[\w-]+ )?{re.escape(noun)}", words[max(0, mention.start - _FAR) : mention.start], re.IGNORECASE):
        return False
    return named


def of_a_state(words: str, mention: Span) -> bool:
    """Whether a mention is a body by its noun and its country: "les gardes-côtes italiens", or "les autorités" where that was told."""
    found = _OF_A_STATE.fullmatch(words[slice(*mention)])
    if found:
        return is_demonym(found["of"].lower())
    if words[slice(*mention)].lower() not in {"les autorités", "les forces", "les services", "les troupes"}:
        return False
    told = re.finditer(rf"{re.escape(words[slice(*mention)].split()[-1])} (?P<of>[\w-]+)", words[max(0, mention.start - _FAR) : mention.start], re.IGNORECASE)
    return any(is_demonym(each["of"].lower()) for each in told)
