"""What the phases that look for personal data say alike."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rotative.discussion.moderation.findings import Finding, Outcome, Span
from rotative.discussion.moderation.quoting import quoted
from rotative.discussion.moderation.wording import Said, _

MANY = 20  # places that are named


def finding(phase: str, text: str, spans: Iterator[Span], reason: Said, kind: Said, weight: float = 0.7) -> Iterator[Finding]:
    """One finding for all the places, if there are any. reason: has a place for what is seen; kind: what the writer is told it is."""
    found = tuple(span for span, _place in zip(spans, range(MANY), strict=False))
    if found:
        seen = quoted(text, *found[0])
        told = _("Your text has %(kind)s: “%(seen)s”. A moderator reads it first. Without that, it may appear at once.", kind=kind, seen=seen)
        yield Finding(phase=phase, outcome=Outcome.HOLD, reason=replace(reason, values=(("seen", seen),)), told=told, spans=found, weight=weight)
