"""What the text says that somebody is: "la ministre de l'Eau" before a name, ", maire de Brest," behind it."""
from __future__ import annotations

from dataclasses import dataclass

from rotative.record.reading.actors.chains import Name
from rotative.record.reading.actors.classes import ADJECTIVES_OF_A_PERSON, closed, is_demonym
from rotative.record.reading.actors.nouns import noun_across, noun_before, says_who
from rotative.record.reading.actors.words import Word
from rotative.record.reading.findings import Span

_DETERMINERS = closed("le la l' les un une son sa leur the a an his her their")
_POSSESSIVES = closed("son sa ses leur leurs his her their")
_ENDS = closed("qui que dont où et mais who which that and but")
_FIRSTS = closed("premier première prime chief")
_LONGEST = 14


@dataclass(frozen=True)
class Role:
    """Words of a line, [first, last), that say what somebody is. noun: the word that is the post or the trade."""

    name: Name
    first: int
    last: int
    noun: int

    @property
    def span(self) -> Span:
        return self.name.line.span(self.first, self.last)

    @property
    def head(self) -> Word:
        return self.name.line[self.noun]

    @property
    def determiner(self) -> str:
        """The article, "" for none."""
        low = self.name.line[self.first].low
        return low if low in _DETERMINERS else ""

    @property
    def tail(self) -> tuple[str, ...]:
        """What follows the noun."""
        return tuple(word.low for word in self.name.line.words[self.noun + 1 : self.last])


def role(name: Name) -> Role | None:
    """What is said of a person where the name stands."""
    return next((found for found in (_before(name), _behind(name)) if found is not None and not _is_of_many(found)), None)


def _is_of_many(found: Role) -> bool:
    """Whether the noun is said of several: "les journalistes Anna Verel et Paul Morel"."""
    return found.head.low.endswith("s") and found.head.low != "fils" or found.determiner == "les"


def _before(name: Name) -> Role | None:
    at = noun_before(name)
    across = noun_across(name) if at is None and name.before() is None else None
    noun = at if at is not None else across
    if noun is None or is_demonym(name.line[noun].text):
        return None
    return Role(name, _opening(name, noun), name.first, noun)


def _opening(name: Name, noun: int) -> int:
    """Where the words before a name begin: with "ancienne", "vice-", and their article."""
    line, first = name.line, noun
    while first > 0 and _near(name, first) and _qualifies(line[first - 1]):
        first -= 1
    return first - (first > 0 and _near(name, first) and line[first - 1].low in _DETERMINERS)


def _qualifies(word: Word) -> bool:
    return word.low in ADJECTIVES_OF_A_PERSON or says_who(word) or is_demonym(word.text) or word.token.dep_ == "compound"


def _near(name: Name, at: int) -> bool:
    return not name.line.gap(at - 1, at).strip("'- ")


def _behind(name: Name) -> Role | None:
    """The words between the sign behind a name and the next."""
    first = _past_age(name)
    if name.sign_after() not in (",", "(") or first >= len(name.line):
        return None
    last = first + 1
    if name.line[first].low in _POSSESSIVES:
        return None
    while last < min(len(name.line), first + _LONGEST) and not _is_over(name, last):
        last += 1
    noun = next((at for at in range(first, min(last, first + 4)) if says_who(name.line[at])), None)
    noun = _headmost(name, noun, last) if noun is not None else None
    if noun is None or _is_listed(name, first, last) or any(_is_other(word) for word in name.line.words[first:noun]) or not _closes(name, last):
        return None
    return Role(name, first, last, noun)


def _headmost(name: Name, noun: int, last: int) -> int:
    """The noun that "premier" or, in English, any noun stands before: "chief negotiator"."""
    line = name.line
    while noun + 1 < last and says_who(line[noun + 1]) and (line[noun].low in _FIRSTS or line[noun].token.lang_ == "en"):
        noun += 1
    return noun


def _past_age(name: Name) -> int:
    line, at = name.line, name.last
    aged = at + 1 < len(line) and line[at].text.isdigit() and line[at + 1].low in ("ans", "years")
    return at + 2 if aged else at


def _is_over(name: Name, at: int) -> bool:
    word = name.line[at]
    verb = word.token.pos_ in ("VERB", "AUX") and "Fin" in word.token.morph.get("VerbForm")
    return bool(name.line.gap(at - 1, at).strip("'- ")) or word.low in _ENDS or verb or _joins_another(name, at)


def _joins_another(name: Name, at: int) -> bool:
    """Whether the word is the "et" before another name: ", maire de Brest et Paul Morel"."""
    return name.line[at].low in ("et", "and") and at + 1 < len(name.line) and name.line[at + 1].big


def _is_other(word: Word) -> bool:
    return not (word.low in _DETERMINERS or word.low in ADJECTIVES_OF_A_PERSON or word.token.pos_ in ("ADJ", "DET"))


def _is_listed(name: Name, first: int, last: int) -> bool:
    """Whether the words may be another in a list: "Anna Verel, le maire de Brest et Paul Morel"."""
    return name.line[first].low in _DETERMINERS and last < len(name.line) and name.line[last].low in ("et", "and", "ainsi")


def _closes(name: Name, last: int) -> bool:
    """Whether a sign closes the words, or "qui": otherwise they may be the subject of the sentence."""
    if last >= len(name.line):
        return True
    between = name.line.gap(last - 1, last).strip()
    return bool(between.strip("'-")) or name.line[last].low in _ENDS or _joins_another(name, last)
