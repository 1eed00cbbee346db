"""Runs of words that are written as a name is, cut free of the titles and the first words of sentences around them."""
from __future__ import annotations

import re
from dataclasses import dataclass

from rotative.record.reading.actors.classes import BODY_HEADS, CALENDAR, PLACE_HEADS, POSTS, RANKS, STRONG, THING_HEADS, TITLES, is_demonym
from rotative.record.reading.actors.knowledge import is_first_name
from rotative.record.reading.actors.places import KNOWN, folded
from rotative.record.reading.actors.words import Word
from rotative.record.reading.findings import Span
from rotative.record.reading.parsing import Parsed

_ARTICLES = frozenset("le la les l' un une du des au aux the a an".split())
_LINKED = frozenset("la l' du des au aux".split())
_OF_A_PLACE = re.compile(r".*(?:ais|aise|ois|oise|ien|ienne|ain|aine|éen|éenne|and|ande|on|onne|in|ine)\Z")
_HEADS = BODY_HEADS | PLACE_HEADS | THING_HEADS | {"loi", "act"}
_OPENING_PARTS = frozenset("ADP DET PRON CCONJ SCONJ ADV VERB AUX INTJ NUM".split())


@dataclass(frozen=True)
class Name:
    """A run of words, [first, last) of its line, that may be the name of a person."""

    parsed: Parsed
    line: tuple[Word, ...]
    first: int
    last: int

    @property
    def words(self) -> tuple[Word, ...]:
        return self.line[self.first : self.last]

    @property
    def span(self) -> Span:
        offset = self.parsed.offset
        return Span(offset + self.line[self.first].start, offset + self.line[self.last - 1].end)

    @property
    def text(self) -> str:
        return str(self.parsed.doc.text[self.line[self.first].start : self.line[self.last - 1].end])

    def before(self, back: int = 1) -> Word | None:
        """The word that many before it on the same line of thought: no sign between them."""
        at = self.first - back
        if at < 0 or self.gap(at, self.first).strip(" '-" + "." * (self.line[at].low in TITLES)):
            return None
        return self.line[at]

    def after(self, on: int = 0) -> Word | None:
        """The word that many after it, whatever stands between."""
        at = self.last + on
        return self.line[at] if at < len(self.line) else None

    def sign_after(self) -> str:
        """The first sign after it that is no blank, or a letter."""
        return str(self.parsed.doc.text[self.line[self.last - 1].end :].lstrip()[:1])

    def gap(self, left: int, right: int) -> str:
        """What stands between the words of a stretch."""
        text = str(self.parsed.doc.text)
        return "".join(text[self.line[each].end : self.line[each + 1].start] for each in range(left, right))


def chains(parsed: Parsed, line: tuple[Word, ...]) -> list[Name]:
    """The runs of a block, in order, none over another."""
    found = []
    at = 0
    while at < len(line):
        end = _run(parsed.doc.text, line, at)
        for first, last in _parts(line, at, end):
            first = _with_particle(line, _trimmed(line, first, last), last)
            if first < last:
                found.append(Name(parsed, line, first, last))
        at = max(end, at + 1)
    return found


def _run(plain: str, line: tuple[Word, ...], at: int) -> int:
    """Where the run that starts at a word ends; the word itself where none starts there."""
    if not (line[at].big or _starts_small(plain, line, at)):
        return at
    end = at + 1
    while (on := _next(plain, line, end)) > end:
        end = on
    return end


def _starts_small(plain: str, line: tuple[Word, ...], at: int) -> bool:
    follows = at + 1 < len(line) and line[at + 1].big and _near(plain, line[at], line[at + 1])
    return line[at].low in ("van", "von", "bin", "ben", "ibn") and follows


def _next(plain: str, line: tuple[Word, ...], end: int) -> int:
    """The end of the run with the next word in it, or with the next after small ones; the same where it is over."""
    on = end
    while on < len(line) and on - end < 3 and _near(plain, line[on - 1], line[on]):
        if line[on].big:
            return on + 1 if on == end or _bridged(line, end, on) else end
        if not line[on].small:
            return end
        on += 1
    return end


def _near(plain: str, left: Word, right: Word) -> bool:
    gap = plain[left.end : right.start]
    return gap in (" ", "", "  ") or gap in (' "', '" ') and plain.count('"', max(0, left.start - 12), right.end + 12) == 2


def _bridged(line: tuple[Word, ...], end: int, on: int) -> bool:
    """Whether the small words before a word belong to a name: always "van der", "de" only where the model sees one."""
    if line[end - 1].low in POSTS:
        return False
    if all(word.low in STRONG for word in line[end:on]):
        return True
    left, right = line[end - 1], line[on]
    if is_first_name(left) and not right.label and folded(right.text) not in KNOWN:
        return True
    return left.label == right.label == "PER" and (end < 2 or not left.first) and not _goes_on(line, on)


def _goes_on(line: tuple[Word, ...], on: int) -> bool:
    """Whether the word after the small ones opens a full name of its own: "l'ami de Paul Verel"."""
    return on + 1 < len(line) and line[on + 1].big and line[on + 1].entity == line[on].entity and is_first_name(line[on])


def _parts(line: tuple[Word, ...], first: int, end: int) -> list[tuple[int, int]]:
    """A run in two where another name stands before: "maire de Brest Anna Verel", "ministre de la Santé Anna Verel"."""
    for at in range(first + 1, end):
        if _is_seam(line, first, at, end):
            return [(first, at), (at, end)]
    return [(first, end)]


def _is_seam(line: tuple[Word, ...], first: int, at: int, end: int) -> bool:
    left, right, before = line[at - 1], line[at], line[first - 1].low if first else ""
    if left.entity == right.entity != -1 or is_demonym(left.text):
        return at == first + 1 and before in _LINKED and _is_ministry(line, first) and end - at > 1
    if before in _LINKED and at == first + 1 and left.label != "PER":
        return True
    if before not in _LINKED and before not in ("de", "d'", "à", "en", "of"):
        return False
    return right.label == "PER" and (left.label in ("LOC", "ORG") or left.label == "PER" and at - first > 1 and end - at > 1)


def _is_ministry(line: tuple[Word, ...], first: int) -> bool:
    return any(word.low in ("ministre", "secrétaire", "procureur", "procureure") for word in line[max(0, first - 4) : first])


def _trimmed(line: tuple[Word, ...], first: int, last: int) -> int:
    """Where the name starts after titles, posts, "la Française", and a first word of a sentence that is none."""
    while first < last and _is_no_part(line, first, last):
        first += 1
    return first


def _with_particle(line: tuple[Word, ...], first: int, last: int) -> int:
    """The start with "de" where a title stands before: "M. de Sarre", "le général de Sarre", "ministre de de Sarre"."""
    if first < 2 or first >= last or line[first - 1].low not in ("de", "d'") or line[first].label not in ("PER", ""):
        return first
    return first - (line[first - 2].low.rstrip(".") in TITLES | RANKS | {"de"})


def _is_no_part(line: tuple[Word, ...], at: int, last: int) -> bool:
    word = line[at]
    bare = word.low.rstrip(".")
    if word.small and not word.big:
        return word.low not in STRONG
    if bare in POSTS or bare in CALENDAR:
        return not _is_within(line, at, last)
    if bare in TITLES and (last - at > 1 or word.initial) or word.first and _opens(line, at, last):
        return True
    if last - at == 1:
        return False
    if bare in _HEADS and word.first and (word.label != "PER" or bare in THING_HEADS) or bare in ("prix", "prize", "nobel") and last - at > 2:
        return True
    if _is_acronym(word) and last - at > 2 and not line[at + 1].text.isupper() or bare in ("sud", "nord") and is_demonym(line[at + 1].text):
        return True
    return is_demonym(word.text) and not _is_within(line, at, last) or _is_after_article(line, at) and bool(_OF_A_PLACE.fullmatch(word.low)) and last - at > 2


def _is_acronym(word: Word) -> bool:
    return 2 <= len(word.text) <= 5 and word.text.isupper()


def _is_within(line: tuple[Word, ...], at: int, last: int) -> bool:
    """Whether the model has the word and the next in one name, and no article or post is in the way."""
    if at + 1 >= last or line[at].entity != line[at + 1].entity:
        return False
    if line[at].label == "PER":
        return not _is_after_article(line, at) and line[at].low not in POSTS
    return line[at].label == "ORG" and line[at].low in POSTS


def _opens(line: tuple[Word, ...], at: int, last: int) -> bool:
    word = line[at]
    if word.low == "de" and last - at == 2 and line[at + 1].label == "PER" and last < len(line) and line[last].token.pos_ in ("VERB", "AUX"):
        return False
    if word.token.is_stop:
        return not (last - at > 1 and word.label == "PER" and word.entity == line[at + 1].entity)
    return word.token.pos_ in _OPENING_PARTS and not word.label


def _is_after_article(line: tuple[Word, ...], at: int) -> bool:
    return at > 0 and line[at - 1].low in _ARTICLES
