"""Whether the story's contributions are all read before they appear."""
from __future__ import annotations

from collections.abc import Iterator

from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Submission
from rotative.discussion.moderation.wording import _


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """Everybody's, but for the paper's own people."""
    if rules.moderated_first and not submission.writer.standing:
        told = _("Contributions to this story are read before they appear.")
        yield Finding(phase="opening", outcome=Outcome.HOLD, reason=_("This story is moderated first."), told=told, weight=0.1)
