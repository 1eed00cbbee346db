"""The bodies and the places of a block: the model's spans with their ends mended."""
from __future__ import annotations

from itertools import groupby

from rotative.record.reading.actors.chains import Name
from rotative.record.reading.actors.classes import CALENDAR, PLACE_HEADS, TITLES, closed, is_demonym, is_of_a_person
from rotative.record.reading.actors.places import KNOWN, folded
from rotative.record.reading.actors.signs import LABELS, is_noun_alone
from rotative.record.reading.actors.words import Line

_KEPT_HEADS = closed("rue avenue boulevard place quai chemin route pont île mont col état pays street road bridge")
_LINKS = closed("de d' du des la le l' les à au aux en of the")
_SIDES = closed("latine centrale occidental occidentale oriental orientale septentrional septentrionale méridional méridionale")


def entities(line: Line, taken: frozenset[int]) -> list[Name]:
    """The names in a line that the model has and that are no person's, in order.

    taken: the words of its persons.
    """
    found = []
    for (entity, *_), run in groupby(range(len(line)), key=lambda at: (line[at].entity if at not in taken else -1, *_piece(line, at))):
        at = list(run)
        if entity >= 0 and (name := _mended(Name(line, at[0], at[-1] + 1))):
            found.append(name)
    return found


def _piece(line: Line, at: int) -> tuple[int, ...]:
    """Tells apart the two of "Suède - Belgique"."""
    while at > 0 and line[at - 1].entity == line[at].entity != -1:
        if line.plain[line[at - 1].end : line[at].start].strip() in ("-", "/", ","):
            return (at,)
        at -= 1
    return ()


def _mended(name: Name) -> Name | None:
    """The name without what is not of it; None where nothing is left."""
    first, last = name.first, _extended(name)
    while first < last and _is_before(name.line, first, last):
        first += 1
    while first < last and name.line[last - 1].low in _LINKS:
        last -= 1
    mended = Name(name.line, first, last)
    return mended if first < last and not _is_none(mended) else None


def _extended(name: Name) -> int:
    """The end with "latine" of "Amérique latine", "jaunes" of "Gilets jaunes"."""
    follows = name.after()
    if follows is None or follows.start != name.words[-1].end + 1:
        return name.last
    return name.last + (follows.low in _SIDES or follows.token.pos_ == "ADJ" and not follows.big and is_noun_alone(name))


def _is_before(line: Line, at: int, last: int) -> bool:
    """Whether a word at the head is an article, a preposition, "ministre de", or "la ville de"."""
    word = line[at]
    if word.low in _LINKS:
        return word.first or not word.text[0].isupper()
    if at + 1 >= last or word.text[0].isupper():
        return False
    return word.low in PLACE_HEADS - _KEPT_HEADS and word.label == "LOC" or is_of_a_person(word.text)


def _is_none(name: Name) -> bool:
    """Whether it is no name: people of a country, a day, words in small letters where a place is meant."""
    words = name.words
    if folded(name.text) in KNOWN:
        return False
    if not any(sign.isalpha() for sign in name.text) or len(words) == 1 and words[0].bare in TITLES:
        return True
    if all(is_demonym(word.text) or word.low in CALENDAR or word.low in ("nord", "sud", "est", "ouest", "nord-est", "sud-est") for word in words):
        return True
    if words[0].first and len(words) == 1 and words[0].token.is_stop:
        return True
    return not any(word.text[0].isupper() or word.big for word in words) and LABELS[words[0].label] != "body"
