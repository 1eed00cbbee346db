"""Whether one person sends too many texts in too short a time."""
from __future__ import annotations

from collections.abc import Iterator

from rotative.discussion.moderation.findings import HOUR, Finding, Outcome, Rules, Submission
from rotative.discussion.moderation.wording import Said, ngettext

MINUTE = 60


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """The limit that makes the writer wait longest. An edit is no further text; the paper's own people answer many at once."""
    if submission.is_edit or submission.writer.standing:
        return
    ages = sorted(max(0.0, each.seconds_ago) for each in submission.recent)
    waits = [(seconds - ages[number - 1], number, seconds) for number, seconds in rules.flood if 0 < number <= len(ages) and ages[number - 1] < seconds]
    if waits:
        left, number, seconds = max(waits)
        reason = ngettext("%(number)s text within %(span)s.", "%(number)s texts within %(span)s.", number, span=_span(seconds))
        yield Finding(phase="flood", outcome=Outcome.BOUNCE, reason=reason, told=_wait(left), weight=0.4)


def _span(seconds: int) -> Said:
    """A limit's time, in the largest unit that says it exactly."""
    if seconds % HOUR == 0:
        return ngettext("%(number)s hour", "%(number)s hours", seconds // HOUR)
    if seconds % MINUTE == 0:
        return ngettext("%(number)s minute", "%(number)s minutes", seconds // MINUTE)
    return ngettext("%(number)s second", "%(number)s seconds", seconds)


def _wait(left: float) -> Said:
    """How long, in the unit that one would say, rounded up."""
    if left > 2 * HOUR:
        return ngettext(
            "You have sent many texts in a short time. Keep this one, and send it in %(number)s hour.",
            "You have sent many texts in a short time. Keep this one, and send it in %(number)s hours.",
            _up(left, HOUR),
        )
    if left > 2 * MINUTE:
        return ngettext(
            "You have sent many texts in a short time. Keep this one, and send it in %(number)s minute.",
            "You have sent many texts in a short time. Keep this one, and send it in %(number)s minutes.",
            _up(left, MINUTE),
        )
    return ngettext(
        "You have sent many texts in a short time. Keep this one, and send it in %(number)s second.",
        "You have sent many texts in a short time. Keep this one, and send it in %(number)s seconds.",
        max(1, _up(left, 1)),
    )


def _up(left: float, unit: int) -> int:
    return int(-(-left // unit))
