"""Where a name begins in a run of words: after titles and posts, after "la Française", after a first word that is none."""
from __future__ import annotations

import re

from rotative.record.reading.actors.classes import (
    BODY_HEADS,
    CALENDAR,
    PLACE_HEADS,
    POSTS,
    RANKS,
    STRONG,
    THING_HEADS,
    TITLES,
    closed,
    is_demonym,
)
from rotative.record.reading.actors.words import Line

_ARTICLES = closed("le la les l' une un une du des au aux the a an")
_HEADS = BODY_HEADS | PLACE_HEADS | THING_HEADS | {"loi", "act"}
_OF_A_PLACE = re.compile(r".*(?:ais|aise|ois|oise|ien|ienne|ain|aine|éen|éenne|and|ande|on|onne|in|ine)\Z")
_OPENING_PARTS = closed("ADP DET PRON CCONJ SCONJ ADV VERB AUX INTJ NUM")


def trimmed(line: Line, first: int, last: int) -> int:
    """Where the name in the words [first, last) begins; last where there is none."""
    for at in range(last - 2, first, -1):
        if line[at].low in POSTS and line[at].big and not _is_within(line, at, last):
            first = at
            break
    while first < last and _is_no_part(line, first, last):
        first += 1
    return _with_particle(line, first, last)


def _is_no_part(line: Line, at: int, last: int) -> bool:
    """Whether the word at the head of the rest of a run is not of the name."""
    word = line[at]
    if word.small and not word.big:
        return word.low not in STRONG
    if word.bare in POSTS or word.bare in CALENDAR:
        return not _is_within(line, at, last)
    alone = last - at == 1
    if word.bare in TITLES and (not alone or word.initial) or word.first and _opens(line, at, last):
        return True
    return not alone and (_is_head(line, at, last) or _is_origin(line, at, last))


def _is_head(line: Line, at: int, last: int) -> bool:
    """Whether the word says what the rest is: "Affaire Verel", "Prix Anna Verel", "l'UDL Anna Verel"."""
    word = line[at]
    if word.bare in _HEADS and word.first and (word.label != "PER" or word.bare in THING_HEADS):
        return True
    long = last - at > 2
    acronym = 2 <= len(word.text) <= 5 and word.text.isupper() and not word.initial and not line[at + 1].text.isupper()
    return long and (acronym or word.bare in ("prix", "prize", "nobel"))


def _is_origin(line: Line, at: int, last: int) -> bool:
    """Whether the word says whence somebody is: "la Française", "le Brestois", "le Sud-Africain"."""
    word = line[at]
    if is_demonym(word.text) or word.bare in ("sud", "nord") and is_demonym(line[at + 1].text):
        return not _is_within(line, at, last)
    return last - at > 2 and _is_after_article(line, at) and bool(_OF_A_PLACE.fullmatch(word.low))


def _is_within(line: Line, at: int, last: int) -> bool:
    """Whether the model has the word and the next in one name, and no article or post is in the way."""
    if at + 1 >= last or line[at].entity != line[at + 1].entity:
        return False
    if line[at].label == "PER":
        return not _is_after_article(line, at) and line[at].low not in POSTS
    return line[at].label == "ORG" and line[at].low in POSTS


def _opens(line: Line, at: int, last: int) -> bool:
    """Whether the first word of a sentence has its capital from there. "De Sarre gagne" is a name all the same."""
    word = line[at]
    if word.low == "de" and last - at == 2 and line[at + 1].label == "PER" and _is_verb(line, last):
        return False
    if word.token.is_stop:
        return not (last - at > 1 and word.label == "PER" and word.entity == line[at + 1].entity)
    return word.token.pos_ in _OPENING_PARTS and not word.label


def _is_verb(line: Line, at: int) -> bool:
    return at < len(line) and line[at].token.pos_ in ("VERB", "AUX")


def _is_after_article(line: Line, at: int) -> bool:
    return at > 0 and line[at - 1].low in _ARTICLES


def _with_particle(line: Line, first: int, last: int) -> int:
    """The start with "de" where a title stands before: "M. de Sarre", "le général de Sarre", "ministre de de Sarre"."""
    if first < 2 or first >= last or line[first - 1].low not in ("de", "d'") or line[first].label not in ("PER", ""):
        return first
    return first - (line[first - 2].bare in TITLES | RANKS | {"de"})

