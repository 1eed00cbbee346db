"""What spoils a page or hides a word: turned reading order, marks in heaps, characters that can not be seen."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Span, Submission
from rotative.discussion.moderation.quoting import around
from rotative.discussion.moderation.wording import Said, _

HEAP = 5  # marks on one letter: Vietnamese has two, pointed Hebrew three or four
MANY = 10  # places that are named; a text may have thousands
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]+")
# A mark that a keyboard sets is one with its letter once composed; what is left over is counted.
_MAYBE_MARKS = re.compile(rf"[^\x00-\x7f]{{{HEAP},}}")
_BROKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff\U000e0080-\U000e00ff\U000e01f0-\U0010ffff]+")
# Not those that scripts need: a joiner between Persian or Indian letters and within an emoji, the soft hyphen of a pasted text.
_UNSEEN = re.compile("[\u180e\u200b\u2060-\u2064\u206a-\u206f\u115f\u1160\u3164\uffa0\ufeff]+")
_JOINERS = re.compile("[\u200c\u200d]+")
_TAGS = re.compile("[\U000e0000-\U000e007f]+")
_FLAG = "\U0001f3f4"  # tags after it say whose: the flag of Scotland


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """One finding for each kind that is there."""
    text = submission.text
    if text.isascii() and text.isprintable():
        return
    for find, reason, told in _KINDS:
        spans = _first(find(text))
        if spans:
            yield Finding(phase="hidden", outcome=Outcome.BOUNCE, reason=reason, told=told(around(text, *spans[0])), spans=spans, weight=0.8)


def _first(found: Iterator[Span]) -> tuple[Span, ...]:
    return tuple(span for span, _place in zip(found, range(MANY), strict=False))


def _turns(text: str) -> Iterator[Span]:
    return (found.span() for found in _TURNS.finditer(text))


def _heaps(text: str) -> Iterator[Span]:
    for found in _MAYBE_MARKS.finditer(text):
        start = None
        for place in range(found.start(), found.end() + 1):
            if place < found.end() and unicodedata.category(text[place]) in ("Mn", "Me"):
                start = place if start is None else start
            elif start is not None:
                if place - start >= HEAP:
                    yield max(0, start - 1), place
                start = None


def _broken(text: str) -> Iterator[Span]:
    return (found.span() for found in _BROKEN.finditer(text))


def _unseen(text: str) -> Iterator[Span]:
    """Within a word, where they can only be meant to hide it; what was pasted along between two words does no harm."""
    for found in _UNSEEN.finditer(text):
        if _is_letter(text, found.start() - 1) and _is_letter(text, found.end()):
            yield found.span()
    for found in _JOINERS.finditer(text):
        if _is_latin(text, found.start() - 1) or len(found[0]) > 1:
            yield found.span()
    yield from (found.span() for found in _TAGS.finditer(text) if text[max(0, found.start() - 1)] != _FLAG)


def _is_letter(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place].isalnum()


def _is_latin(text: str, place: int) -> bool:
    """Of a script that joins no letters: Latin, Greek, Cyrillic."""
    return 0 <= place < len(text) and text[place].isalnum() and text[place] < "\u0530"


_KINDS: tuple[tuple[Callable[[str], Iterator[Span]], Said, Callable[[str], Said]], ...] = (
    (
        _turns,
        _("Characters that turn the order of reading."),
        lambda place: _("Your text has characters that turn the order of reading, near “%(place)s”. Type these words anew instead of pasting them.", place=place),
    ),
    (_heaps, _("Marks heaped on letters."), lambda place: _("Your text has marks heaped on letters, at “%(place)s”. Write these words with plain letters.", place=place)),
    (
        _broken,
        _("Characters that are none: control codes, private or broken ones."),
        lambda place: _("Your text has characters that can not be shown, near “%(place)s”. Type these words anew instead of pasting them.", place=place),
    ),
    (
        _unseen,
        _("Characters within words that can not be seen."),
        lambda place: _("Your text has characters that can not be seen within words, near “%(place)s”. Type these words anew instead of pasting them.", place=place),
    ),
)
