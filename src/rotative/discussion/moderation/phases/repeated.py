"""Whether the writer has sent the same text before, or nearly the same."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rotative.discussion.moderation.findings import Finding, Outcome, Recent, Rules, Submission
from rotative.discussion.moderation.letters import read
from rotative.discussion.moderation.wording import _, ngettext

LOOKED_AT = 20  # earlier texts, the latest
SHINGLE = 3  # words
ALIKE = 0.8  # of the shingles of both
SHORT = 8  # words: "Merci à tous !" may stand below many stories
_WORD = re.compile(r"[^\W_]+")


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """The same text below the same story, or a long one anywhere, goes back; nearly the same waits, or goes back below the same story."""
    words = _words(submission.text)
    latest = sorted(submission.recent, key=lambda each: each.seconds_ago)[:LOOKED_AT]
    length = len(submission.text)
    alike = ((each, _likeness(words, _words(each.text))) for each in latest if words and length < 3 * len(each.text) and len(each.text) < 3 * length)
    found = [(likeness, each) for each, likeness in alike if likeness >= ALIKE and (len(words) >= SHORT or each.article_id == submission.article_id)]
    if found:
        likeness, earlier = max(found, key=lambda pair: (pair[1].article_id == submission.article_id, pair[0], -pair[1].seconds_ago))
        yield _finding(submission, likeness, earlier)


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(read(text).folded)) or tuple(text.split())


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """1 for the same words in the same order; otherwise the share of shingles that both have. Few words are the same or are not."""
    if one == other:
        return 1.0
    if min(len(one), len(other)) < SHORT or not 0.5 <= len(one) / len(other) <= 2:
        return 0.0
    first, second = _shingles(one), _shingles(other)
    return min(0.999, len(first & second) / len(first | second))


def _shingles(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return set(zip(*(words[place:] for place in range(SHINGLE)), strict=False))


def _finding(submission: Submission, likeness: float, earlier: Recent) -> Finding:
    is_here, is_same = earlier.article_id == submission.article_id, likeness == 1.0
    minutes = max(1, round(earlier.seconds_ago / 60))
    reason = (
        ngettext("The writer sent the same text %(number)s minute ago.", "The writer sent the same text %(number)s minutes ago.", minutes)
        if is_same
        else ngettext(
            "The writer sent nearly the same text %(number)s minute ago: of 100 runs of three words, %(share)s are alike.",
            "The writer sent nearly the same text %(number)s minutes ago: of 100 runs of three words, %(share)s are alike.",
            minutes,
            share=int(100 * likeness),
        )
    )
    told = (
        _("You have sent this text here before. Change or delete that one, or write something new.")
        if is_here
        else _("You have sent this text below another story. Write what you have to say of this one.")
        if is_same
        else None
    )
    outcome = Outcome.BOUNCE if is_here or is_same else Outcome.HOLD
    return Finding(phase="repeated", outcome=outcome, reason=reason, told=told, spans=((0, len(submission.text)),), weight=likeness)
