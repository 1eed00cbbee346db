"""Whether a text shouts: most of it in capitals."""
from __future__ import annotations

import re
from collections.abc import Iterator

from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Span, Submission
from rotative.discussion.moderation.wording import _

LETTERS = 20  # in capitals, at least: fewer are an acronym or two
WORDS = 4
SHARE = 0.5
_WORD = re.compile(r"[^\W\d_]+")


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """More than half of the letters in words that are all capitals. Scripts without capitals never shout."""
    words = list(_WORD.finditer(submission.text))
    loud = [found.span() for found in words if found[0].isupper() and len(found[0]) > 1]
    letters, of_all = sum(end - start for start, end in loud), sum(len(found[0]) for found in words)
    if len(loud) >= WORDS and letters >= LETTERS and letters > SHARE * of_all:
        share = round(100 * letters / of_all)
        told = _("Your text is mostly in capitals, which reads like shouting. In small letters it may appear at once.")
        yield Finding(phase="capitals", outcome=Outcome.HOLD, reason=_("%(share)s of 100 letters shout.", share=share), told=told, spans=_together(submission.text, loud), weight=0.3)


def _together(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Words that follow each other are one span."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not any(map(str.isalnum, text[joined[-1][1] : start])):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(joined)
