"""Who may not write for a while, and who is known to write well."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Submission
from rotative.discussion.moderation.wording import Said, _, ngettext

FOR_GOOD = timedelta(days=3_650)  # a suspension without an end is kept as a very late one


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """A suspension still running, or a standing that spares the writer what is only doubtful."""
    writer, until = submission.writer, submission.writer.suspended_until
    if until and until > submission.now:
        yield Finding(phase="suspended", outcome=Outcome.BOUNCE, reason=_("The writer is suspended."), told=_suspended(until - submission.now), weight=1.0)
    elif writer.standing:
        yield Finding(phase="trusted", outcome=Outcome.TRUST, reason=_("Written by the paper’s own people."), weight=0.0)
    elif writer.trusted:
        yield Finding(phase="trusted", outcome=Outcome.TRUST, reason=_("The writer is on the list of trusted readers."), weight=0.0)


def _suspended(left: timedelta) -> Said:
    """How long it lasts, rounded up, so that nobody comes back too early."""
    if left > FOR_GOOD:
        return _("Your account may no longer write here.")
    hours = -(-left // timedelta(hours=1))
    if hours > 48:
        return ngettext(
            "Your account may not write for %(number)s more day. Keep your text; you can send it then.",
            "Your account may not write for %(number)s more days. Keep your text; you can send it then.",
            -(-left // timedelta(days=1)),
        )
    return ngettext(
        "Your account may not write for %(number)s more hour. Keep your text; you can send it then.",
        "Your account may not write for %(number)s more hours. Keep your text; you can send it then.",
        hours,
    )
