"""Which names mean the same: "Verel", "Anna Verel" and "Mme Verel" are one where the text leaves no doubt."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal
from unicodedata import combining, normalize

from rotative.record.reading.actors.chains import Name
from rotative.record.reading.actors.classes import FEMININE, MASCULINE
from rotative.record.reading.actors.knowledge import gender
from rotative.record.reading.actors.mentions import Mention
from rotative.record.reading.actors.nouns import noun_across, noun_before
from rotative.record.reading.actors.places import folded
from rotative.record.reading.findings import Kind

Gender = Literal["f", "m", ""]
_ARTICLE_GENDERS: dict[str, Gender] = {"la": "f", "une": "f", "le": "m", "un": "m", "du": "m", "au": "m"}


def merged(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions in groups, one an actor, each in the order of the text."""
    persons = _persons([each for each in mentions if each.kind == "person"])
    return persons + _others([each for each in mentions if each.kind != "person"])


def _persons(mentions: Sequence[Mention]) -> list[list[Mention]]:
    full: dict[str, list[Mention]] = defaultdict(list)
    for each in mentions:
        if len(_parts(each.name)) > 1:
            full[" ".join(_parts(each.name))].append(each)
    groups = _joined(full)
    bearers, firsts = _by_surname(groups), _by_first_name(groups)
    loose: dict[tuple[str, Gender], list[Mention]] = defaultdict(list)
    titles = _titles(mentions)
    for each in mentions:
        if len(_parts(each.name)) == 1:
            form = _parts(each.name)[-1]
            owner = _owner(each, bearers.get(form, []), titles[form])
            owner = owner if form in bearers or _title(each.name) else _only(firsts.get(form, []))
            (owner if owner is not None else loose[_loose_key(each)]).append(each)
    return [sorted(group, key=_place) for group in (*groups, *loose.values())]


def _parts(name: Name) -> list[str]:
    """The words that tell a name from another: "anna", "verel"; "le goff" is one, other particles are none."""
    parts: list[str] = []
    article = ""
    for word in name.words:
        if word.low in ("le", "les"):
            article = word.low + " "
        elif not word.small:
            parts.append(article + _bare(word.text))
            article = ""
    return parts or [_bare(name.text)]


@lru_cache(maxsize=10_000)
def _bare(word: str) -> str:
    """A word without case, accents and stops, so that "Benoit" is "Benoît"."""
    letters = normalize("NFD", folded(word).strip(".'"))
    return "".join(letter for letter in letters if not combining(letter)) or word


def _joined(full: dict[str, list[Mention]]) -> list[list[Mention]]:
    """Full names, with "A. Verel" and "Anna M. Verel" put to "Anna Verel" where only she can be meant."""
    forms = sorted(full, key=lambda form: (-len(full[form][0].name.words), -len(form)))
    kept: dict[str, list[str]] = defaultdict(list)
    groups: dict[str, list[Mention]] = {}
    for form in forms:
        namesakes = kept[_parts(full[form][0].name)[-1]]
        same = [other for other in namesakes if _is_short_for(full[form][0].name, full[other][0].name)]
        if len(same) == 1:
            groups[same[0]] += full[form]
        else:
            namesakes.append(form)
            groups[form] = list(full[form])
    return list(groups.values())


def _is_short_for(short: Name, long: Name) -> bool:
    """Whether the first names of two with one surname begin alike."""
    one, other = _parts(short), _parts(long)
    return one[0] == other[0] or short.words[0].initial and other[0].startswith(one[0][:1]) and len(one[0]) <= 3


def _titles(mentions: Sequence[Mention]) -> dict[str, set[Gender]]:
    """The genders of the titles before each bare surname."""
    found: dict[str, set[Gender]] = defaultdict(set)
    for each in mentions:
        if len(_parts(each.name)) == 1:
            found[_parts(each.name)[-1]].add(_title(each.name))
    return found


def _by_surname(groups: Sequence[list[Mention]]) -> dict[str, list[list[Mention]]]:
    found: dict[str, list[list[Mention]]] = defaultdict(list)
    for group in groups:
        found[_parts(group[0].name)[-1]].append(group)
    return dict(found)


def _by_first_name(groups: Sequence[list[Mention]]) -> dict[str, list[list[Mention]]]:
    found: dict[str, list[list[Mention]]] = defaultdict(list)
    for group in groups:
        found[_parts(group[0].name)[0]].append(group)
    return dict(found)


def _owner(mention: Mention, bearing: Sequence[list[Mention]], titles: set[Gender]) -> list[Mention] | None:
    """Of the people of a surname the one whom it stands for alone; None where there is none, or more than one.

    Of two of a name, the one who is about before the other is named is meant as long.
    """
    title = _title(mention.name)
    if title and (pair := mention.name.before(2)) is not None and pair.low in ("et", "and"):
        return None
    fitting = [group for group in bearing if _fits(title, _gender(group), titles)]
    if len(bearing) > 1 and not title:
        return _only([group for group in bearing if min(map(_place, group)) < _place(mention)])
    return _only(fitting)


def _fits(title: Gender, gender: Gender, titles: set[Gender]) -> bool:
    """Whether a title may be that of a person; where the person's gender is not known, only if no other title is about."""
    if title and gender:
        return title == gender
    return not {"f", "m"} <= titles


def _only(groups: Sequence[list[Mention]]) -> list[Mention] | None:
    return groups[0] if len(groups) == 1 else None


def _loose_key(mention: Mention) -> tuple[str, Gender]:
    return folded(mention.name.text), _title(mention.name)


def _title(name: Name) -> Gender:
    word = name.before()
    low = word.low.rstrip(".") if word is not None else ""
    return "f" if low in FEMININE else "m" if low in MASCULINE else ""


def _gender(group: Iterable[Mention]) -> Gender:
    """What the titles and the nouns before full names say, or else the first name; "" where nothing does, or both."""
    members = list(group)
    found = {_title(each.name) or _gender_of_noun(each.name) for each in members} - {""}
    if not found:
        return gender(members[0].name.words[0])
    return found.pop() if len(found) == 1 else ""


def _gender_of_noun(name: Name) -> Gender:
    at = noun_before(name) if name.before() is not None else noun_across(name)
    for back in range(at - 1, max(at - 4, -1), -1) if at is not None else ():
        if name.line[back].low in _ARTICLE_GENDERS:
            return _ARTICLE_GENDERS[name.line[back].low]
    return ""


def _others(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Bodies and places by their form, an acronym with the name that it stands behind."""
    short = {(each.kind, folded(right.name.text)): _key(each) for each, right in zip(mentions, mentions[1:], strict=False) if _is_acronym_of(each, right)}
    groups: dict[tuple[Kind, str], list[Mention]] = defaultdict(list)
    for each in mentions:
        groups[short.get(_key(each), _key(each))].append(each)
    return list(groups.values())


def _key(mention: Mention) -> tuple[Kind, str]:
    form = folded(mention.name.text)
    return mention.kind, next((form.removeprefix(article) for article in ("the ", "la ", "le ", "les ", "l'") if form.startswith(article)), form)


def _is_acronym_of(long: Mention, short: Mention) -> bool:
    """Whether a name in capitals stands in parentheses behind another: "l'Union du littoral (UDL)"."""
    between = long.name.line.plain[long.name.words[-1].end : short.name.words[0].start]
    same = long.name.line is short.name.line and long.kind == short.kind
    return same and between.strip() == "(" and short.name.text.isupper() and long.name.text[0].casefold() in short.name.text.casefold()


def _place(mention: Mention) -> int:
    return mention.name.span.start
