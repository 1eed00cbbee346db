"""The paper's banned words, also where they are written so as to be overlooked.

Accents, capitals, letters of other scripts, digits and signs for letters, letters drawn out, stars, dots and blanks
between letters, what can not be seen: all that is read through. A banned word within another is left alone.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Span, Submission
from rotative.discussion.moderation.letters import read
from rotative.discussion.moderation.quoting import quoted
from rotative.discussion.moderation.vocabulary import (
    LONGEST,
    Entry,
    Vocabulary,
    Word,
    exceptions,
    once,
    runs,
    singles,
    vocabulary,
)
from rotative.discussion.moderation.wording import _

MANY = 20  # places that are named
SPARED = 200  # places that are let be
JOINED = 4  # letters of a word that may be put together from parts; shorter ones come about by chance
_CHUNK = re.compile(r"[^\s/\"«»“”()\[\]{}<>,;:?]+")
# A word with the signs that stand for letters within it, and the stars that stand for any.
_WORD = re.compile(r"[@$€]?[^\W_]+(?:[@$!|+€*#]+[^\W_]+)*[*#]*")
_PART = re.compile(r"[^\W_]+")
# Letters that stand alone, one after the other.
_ROW = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,4}[^\W_](?![^\W_])){2,}")
_SIGNS = re.compile(r"[0-9@$!|+€*#]")
_STANDS_FOR = dict(zip("023456789@$+€", "ozeasgtbgaste", strict=True))
_LEET = [str.maketrans({**_STANDS_FOR, **dict.fromkeys("1!|", one)}) for one in "il"]
_AT_ENDS = "0123456789@$!|+€*#"


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span  # in the folded text
    entry: Entry


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """One finding for each banned word, with its places; but for those within an expression that the list lets be."""
    if not rules.banned:
        return
    letters, words, let_be = read(submission.text), vocabulary(rules.banned), exceptions(rules.banned)
    spared = [found.span for found in _words(letters.folded, let_be)] if let_be.closed else []
    places: dict[Entry, set[Span]] = {}
    unspared = (found for found in _all(letters.folded, words) if not any(start <= found.span[0] and found.span[1] <= end for start, end in spared[:SPARED]))
    for found, _place in zip(unspared, range(MANY), strict=False):
        places.setdefault(found.entry, set()).add(letters.span(*found.span))
    for entry, spans in places.items():
        yield _finding(submission.text, entry, tuple(sorted(spans)))


def _finding(text: str, entry: Entry, spans: tuple[Span, ...]) -> Finding:
    seen, is_plain = quoted(text, *spans[0]), any(_is_plain(text[slice(*span)], entry) for span in spans)
    reason = (
        _("On the paper’s list: “%(seen)s” (%(word)s).", seen=seen, word=entry.written)
        if is_plain
        else _("On the paper’s list, written so as to be overlooked: “%(seen)s” (%(word)s).", seen=seen, word=entry.written)
    )
    told = _("Your text has words that this paper does not publish unread. A moderator reads it first.")
    return Finding(phase="banned", outcome=Outcome.HOLD, reason=reason, told=told, spans=spans, weight=0.9 if is_plain else 0.8)


def _is_plain(written: str, entry: Entry) -> bool:
    """As one writes it, with or without its accents; the ending of an opened word is the writer's."""
    letters, own = _PART.findall(_without_accents(written)), _PART.findall(_without_accents(entry.written))
    if "*" in entry.written:
        return len(letters) == len(own) == 1 and own[0] in letters[0]
    return len(letters) == len(own) and all(theirs in (word, f"{word}s", f"{word}x") for word, theirs in zip(own, letters, strict=True))


def _without_accents(words: str) -> str:
    """A mark that goes with no letter of any language, as a stroke through all of them, is no accent: it stays."""
    composed = unicodedata.normalize("NFC", words.casefold())
    return "".join(char if unicodedata.combining(char) else unicodedata.normalize("NFD", char)[0] for char in composed)


def _all(folded: str, words: Vocabulary) -> Iterator[_Found]:
    yield from _words(folded, words)
    yield from _joined(folded, words)
    yield from _spelled(folded, words)


def _words(folded: str, words: Vocabulary) -> Iterator[_Found]:
    found = list(_WORD.finditer(folded))
    for place, each in enumerate(found):
        if not each[0].isalpha() or words.may_have(each[0]):
            yield from _word(found, place, words)


def _word(found: list[re.Match[str]], place: int, words: Vocabulary) -> Iterator[_Found]:
    """A word by itself, and as the first of a phrase."""
    written = found[place][0]
    if "*" in written or "#" in written:
        yield from (_Found(found[place].span(), entry) for entry in _starred(found[place], words))
    if not written.isalnum():  # What follows a sign without a blank may be a word by itself: "Non!Menteur!"
        yield from _by_themselves(found[place], words)
    for reading in _readings(written):
        for entry in words.has(reading):
            last = place + len(entry.words) - 1
            if last < len(found) and all(_is(own, found[place + after][0]) for after, own in enumerate(entry.words[1:], 1)):
                yield _Found((found[place].start(), found[last].end()), entry)


def _by_themselves(written: re.Match[str], words: Vocabulary) -> Iterator[_Found]:
    for part in _PART.finditer(written.string, *written.span()):
        for reading in _readings(part[0]):
            yield from (_Found(part.span(), entry) for entry in singles(words.has(reading)))


def _readings(written: str) -> tuple[str, ...]:
    """What signs and digits may stand for: nothing at the ends, or letters; 1 is an i or an l."""
    if not _SIGNS.search(written):
        return (written,)
    written = written[:LONGEST].rstrip("*#")
    bare = written.strip(_AT_ENDS)
    leet = [word.translate(table) for word in (bare, written) for table in _LEET] if bare else []
    return tuple(dict.fromkeys(reading for reading in (bare, *leet) if reading))


def _is(own: Word, written: str) -> bool:
    return any(once(reading) == own.letters and own.is_in(runs(reading)) for reading in _readings(written))


def _starred(written: re.Match[str], words: Vocabulary) -> Iterator[Entry]:
    """Stars for letters, of which at least half are seen: "p*tain", "conn***". Between two stars, a word is only stressed."""
    is_stressed = written.start() and written.string[written.start() - 1] == "*"
    shape = (written[0].rstrip("*") if is_stressed else written[0]).replace("#", "*")
    if "*" in shape and 2 * shape.count("*") <= len(shape):
        for whole, entry in words.shapes.get((shape[0], len(shape)), ()):
            if all(sign in ("*", letter) for sign, letter in zip(shape, whole, strict=True)):
                yield entry


def _joined(folded: str, words: Vocabulary) -> Iterator[_Found]:
    """A word with signs between its parts: "con.nard", "sa-lo-pe". Only all of it together: what is part of a longer one is none."""
    for chunk in _CHUNK.finditer(folded):
        parts = list(_PART.finditer(folded, chunk.start(), chunk.end()))
        if len(parts) > 1 and sum(len(part[0]) for part in parts) <= LONGEST:
            for first in (0, *_after_elision(folded, parts)):
                yield from _together(parts[first:], words)


def _after_elision(folded: str, parts: list[re.Match[str]]) -> Iterator[int]:
    """Where a word begins after "l’" or "qu’"."""
    return (place for place, part in enumerate(parts) if place and folded[part.start() - 1] in "'’ʼ")


def _together(parts: list[re.Match[str]], words: Vocabulary) -> Iterator[_Found]:
    joined = "".join(part[0] for part in parts)
    if len(parts) > 1 and len(joined) >= JOINED:
        for reading in _readings(joined):
            for entry in singles(words.has(reading)):
                yield _Found((parts[0].start(), parts[-1].end()), entry)


def _spelled(folded: str, words: Vocabulary) -> Iterator[_Found]:
    """Letters one by one: "c o n", "c.o.n.n.a.r.d". A short word must be all of the row; a longer one may stand within it."""
    for row in _ROW.finditer(folded):
        places = [place for place in range(row.start(), row.end()) if folded[place].isalnum()]
        for first in range(0, len(places), LONGEST // 2):
            piece = places[first : first + LONGEST]
            written = "".join(folded[place] for place in piece)
            for reading in dict.fromkeys(written.translate(table) for table in _LEET):
                yield from _within(reading, piece, words)


def _within(reading: str, places: list[int], words: Vocabulary) -> Iterator[_Found]:
    letters, counts = once(reading), runs(reading)
    starts = (0, *accumulate(counts))
    for length in words.spelled_lengths:
        for at in range(len(letters) - length + 1) if length >= JOINED else (0,) * (length == len(letters)):
            for entry in words.spelled.get(letters[at : at + length], ()):
                if entry.words[0].is_in(counts, at):
                    yield _Found((places[starts[at]], places[starts[at + length] - 1] + 1), entry)
