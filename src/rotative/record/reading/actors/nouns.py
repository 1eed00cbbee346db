"""The noun that says what a name is: "la ministre de l'Eau Anna Verel", "le quotidien Le Courrier", "Anna Verel, ministre"."""
from __future__ import annotations

from rotative.record.reading.actors.chains import Name
from rotative.record.reading.actors.classes import BODY_HEADS, closed, is_demonym, is_of_a_person
from rotative.record.reading.actors.words import Line, Word

ARTICLES = closed("le la les l' du des au aux the")
_JOINTS = closed("de d' du des la le l' les et à au aux en chargé chargée of the for and")
_OF = closed("de d' du des la l' of the")
_INDEFINITE = closed("un une ce cette a an")
_FARTHEST = 12
_APPOSED_WITHIN = 4


def says_who(word: Word) -> bool:
    """Whether the word is a post or a trade; "anarchiste" as an adjective is none."""
    return word.low not in BODY_HEADS and is_of_a_person(word.text, word.token.pos_ != "ADJ")


def noun_before(name: Name) -> int | None:
    """Where in the line the noun is that says what the person is, right before the name."""
    word = name.before()
    if word is None or word.low in _JOINTS or _is_thing(name):
        return None
    if is_demonym(word.text) and (word.first or (article := name.before(2)) is not None and article.low in ARTICLES):
        return name.first - 1
    return _noun(name.line, name.first - 1)


def noun_across(name: Name) -> int | None:
    """The same with a comma between: "La ministre de l'Eau, Anna Verel,"."""
    at = name.first - 1
    if at < 1 or name.line.gap(at, at + 1).strip() != "," or name.sign_after() not in (",", ".", ""):
        return None
    return _outermost(name.line, at)


def head(name: Name) -> str:
    """The noun right before the name, or with adjectives between: "quotidien" of "le quotidien suisse Le Courrier"."""
    for back in (1, 2, 3):
        word = name.before(back)
        if word is None:
            return ""
        if not (word.token.pos_ == "ADJ" or is_demonym(word.text)):
            return word.low
    return ""


def is_apposed(name: Name) -> bool:
    """Whether an age or what somebody is follows the name: ", 42 ans,", ", ancienne ministre"."""
    for on in range(_APPOSED_WITHIN):
        word = name.after(on)
        if word is None:
            return False
        if word.text.isdigit():
            follows = name.after(on + 1)
            return on == 0 and follows is not None and follows.low in ("ans", "years")
        if says_who(word):
            return True
        if not (word.low in _JOINTS | _INDEFINITE or word.token.pos_ in ("ADJ", "DET")):
            return False
    return False


def _noun(line: Line, last: int) -> int | None:
    """Where the noun of a person is that the words up to last belong to, all of one phrase."""
    for at in range(last, max(last - _FARTHEST, -1), -1):
        word = line[at]
        if not _is_of_phrase(word) or line.gap(at, last).strip(" '-"):
            return None
        if word.low in ("et", "and") and line[at + 1].low not in _JOINTS:
            return None
        if says_who(word):
            return at
    return None


def _outermost(line: Line, last: int) -> int | None:
    """The noun that the others of the phrase belong to: "porte-parole" of "la porte-parole du ministre"."""
    found = _noun(line, last)
    while found is not None and found > 1 and line[found - 1].low in _OF:
        outer = _noun(line, found - 1)
        if outer is None:
            return found
        found = outer
    return found


def _is_of_phrase(word: Word) -> bool:
    return word.low in _JOINTS or word.token.pos_ in ("NOUN", "ADJ", "PROPN", "NUM")


def _is_thing(name: Name) -> bool:
    """Whether the noun before has an article and is no person's: "du concours", "le quotidien suisse"."""
    back = 1
    while back < 4 and (word := name.before(back)) is not None and _qualifies(word):
        back += 1
    word, article = name.before(back), name.before(back + 1)
    alone = article is not None and article.low in ARTICLES | _INDEFINITE
    return word is not None and word.token.pos_ == "NOUN" and not word.big and alone and not says_who(word)


def _qualifies(word: Word) -> bool:
    return (word.token.pos_ == "ADJ" or is_demonym(word.text)) and not says_who(word)
