"""Runs of words that are written as a name is: "Anna Verel", "Jan van der Sarre", "Paul de Kerval"."""
from __future__ import annotations

from dataclasses import dataclass

from rotative.record.reading.actors.classes import POSTS, STRONG, TITLES, closed, is_demonym
from rotative.record.reading.actors.knowledge import is_first_name
from rotative.record.reading.actors.places import KNOWN, folded
from rotative.record.reading.actors.trimming import trimmed
from rotative.record.reading.actors.words import Line, Word
from rotative.record.reading.findings import Span

_LINKED = closed("la l' du des au aux")
_WITHIN = 3


@dataclass(frozen=True)
class Name:
    """The words [first, last) of a line, which may be a name."""

    line: Line
    first: int
    last: int

    @property
    def words(self) -> tuple[Word, ...]:
        return self.line.words[self.first : self.last]

    @property
    def span(self) -> Span:
        return self.line.span(self.first, self.last)

    @property
    def text(self) -> str:
        return self.line.plain[self.line[self.first].start : self.line[self.last - 1].end]

    def before(self, back: int = 1) -> Word | None:
        """The word that many before it, if no sign is between them but the stop of "Mr."."""
        at = self.first - back
        if at < 0 or self.line.gap(at, self.first).strip(" '-" + "." * (self.line[at].low in TITLES)):
            return None
        return self.line[at]

    def after(self, on: int = 0) -> Word | None:
        """The word that many after it, whatever stands between."""
        at = self.last + on
        return self.line[at] if at < len(self.line) else None

    def sign_after(self) -> str:
        """The first sign or letter after it, "" at the end."""
        return self.line.plain[self.line[self.last - 1].end :].lstrip()[:1]


def chains(line: Line) -> list[Name]:
    """The runs of a line, in order, none over another."""
    found = []
    at = 0
    while at < len(line):
        end = _run(line, at)
        parts = [(trimmed(line, first, last), last) for first, last in _parts(line, at, end)]
        found += [Name(line, first, last) for first, last in parts if first < last]
        at = max(end, at + 1)
    return found


def _run(line: Line, at: int) -> int:
    """Where the run that starts at a word ends; the word itself where none starts there."""
    if not (line[at].big or _starts_small(line, at)):
        return at
    end = at + 1
    while (on := _next(line, end)) > end:
        end = on
    return end


def _starts_small(line: Line, at: int) -> bool:
    follows = at + 1 < len(line) and line[at + 1].big and _near(line, at + 1)
    return line[at].low in ("van", "von", "bin", "ben", "ibn") and follows


def _next(line: Line, end: int) -> int:
    """The end of the run with the next word in it, or with the next after small ones; the same where it is over."""
    on = end
    while on < len(line) and on - end < _WITHIN and _near(line, on):
        if line[on].big:
            return on + 1 if on == end or _bridged(line, end, on) else end
        if not line[on].small:
            return end
        on += 1
    return end


def _near(line: Line, at: int) -> bool:
    """Whether nothing but a blank is before a word, or the marks of a nickname."""
    left, right = line[at - 1], line[at]
    gap = line.plain[left.end : right.start]
    return gap in (" ", "", "  ") or gap in (' "', '" ') and line.plain.count('"', max(0, left.start - 12), right.end + 12) == 2


def _bridged(line: Line, end: int, on: int) -> bool:
    """Whether the small words before a word belong to a name: always "van der", "de" only where the model sees one."""
    left, right = line[end - 1], line[on]
    if left.low in POSTS:
        return False
    if all(word.low in STRONG for word in line.words[end:on]):
        return True
    if is_first_name(left) and not right.label and folded(right.text) not in KNOWN:
        return True
    return left.label == right.label == "PER" and (end < 2 or not left.first) and not _goes_on(line, on)


def _goes_on(line: Line, on: int) -> bool:
    """Whether the word after the small ones opens a full name of its own: "l'ami de Paul Verel"."""
    return on + 1 < len(line) and line[on + 1].big and line[on + 1].entity == line[on].entity and is_first_name(line[on])


def _parts(line: Line, first: int, end: int) -> list[tuple[int, int]]:
    """A run in two where another name stands before: "maire de Brest Anna Verel", "ministre de la Santé Anna Verel"."""
    for at in range(first + 1, end):
        if _is_seam(line, first, at, end):
            return [(first, at), (at, end)]
    return [(first, end)]


def _is_seam(line: Line, first: int, at: int, end: int) -> bool:
    left, right, before = line[at - 1], line[at], line[first - 1].low if first else ""
    if left.entity == right.entity != -1 or is_demonym(left.text):
        return at == first + 1 and before in _LINKED and _is_ministry(line, first) and end - at > 1
    if before in _LINKED and at == first + 1 and left.label != "PER":
        return True
    if before not in _LINKED and before not in ("de", "d'", "à", "en", "of"):
        return False
    return right.label == "PER" and (left.label in ("LOC", "ORG") or left.label == "PER" and at - first > 1 and end - at > 1)


def _is_ministry(line: Line, first: int) -> bool:
    return any(word.low in ("ministre", "secrétaire", "procureur", "procureure") for word in line.words[max(0, first - 4) : first])
