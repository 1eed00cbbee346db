"""What is known of the writer: nothing yet, or that much of theirs was rejected."""
from __future__ import annotations

from collections.abc import Iterator

from rotative.discussion.moderation.findings import HOUR, Finding, Outcome, Rules, Submission, Writer
from rotative.discussion.moderation.wording import Said, _, ngettext

ENOUGH = 3  # rejected texts, of which something can be said
SHARE = 1 / 3


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """An address nobody has confirmed, a new account, a bad record."""
    writer = submission.writer
    decided = writer.accepted + writer.rejected
    if not writer.is_verified:
        yield _hold(_("The writer’s address is not confirmed."), 0.6, _("Your text waits until you have confirmed your address and a moderator has read it."))
    elif _is_new(writer, rules):
        yield _hold(_new(writer), 0.3, _("First contributions of a new account are read before they appear."))
    if writer.rejected >= ENOUGH and writer.rejected > SHARE * decided:
        reason = ngettext("Of %(decided)s texts of the writer, %(number)s was rejected.", "Of %(decided)s texts of the writer, %(number)s were rejected.", writer.rejected, decided=decided)
        yield _hold(reason, min(0.9, writer.rejected / decided))


def _is_new(writer: Writer, rules: Rules) -> bool:
    return writer.accepted < rules.proven and writer.known_for < rules.new_account_hours * HOUR


def _new(writer: Writer) -> Said:
    return ngettext("The account is %(number)s hour old.", "The account is %(number)s hours old.", max(0, int(writer.known_for // HOUR)))


def _hold(reason: Said, weight: float, told: Said | None = None) -> Finding:
    return Finding(phase="account", outcome=Outcome.HOLD, reason=reason, told=told, weight=weight)
