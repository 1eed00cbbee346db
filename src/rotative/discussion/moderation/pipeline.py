"""The phases, one after the other: who may write, what the writer can mend, what is never let through unread, what is doubtful."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rotative.discussion.moderation.classifier import Model
from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Submission, Verdict
from rotative.discussion.moderation.phases import (
    account,
    address,
    banned,
    capitals,
    card,
    flood,
    habit,
    hidden,
    iban,
    language,
    length,
    links,
    lists,
    mail,
    opening,
    phone,
    repeated,
)

Phase = Callable[[Submission, Rules], Iterator[Finding]]

# The first that returns the text ends it here: there is nothing to read, or too much.
FIRST: tuple[Phase, ...] = (lists.look, length.look)
MENDED: tuple[Phase, ...] = (flood.look, repeated.look, hidden.look)
ALWAYS: tuple[Phase, ...] = (banned.look, mail.look, phone.look, address.look, iban.look, card.look, opening.look)
DOUBTFUL: tuple[Phase, ...] = (account.look, links.look, capitals.look, language.look)


def moderate(submission: Submission, rules: Rules, classifier: Model | None = None) -> Verdict:
    """What becomes of a text, and why. The same text under the same rules has the same verdict."""
    found: list[Finding] = []
    for phase in FIRST:
        found += phase(submission, rules)
        if _returns(found):
            return _verdict(found)
    found += _asked(MENDED, submission, rules)
    if not _returns(found):  # What comes back mended is looked at anew.
        found += _asked(ALWAYS, submission, rules)
        if not any(each.outcome == Outcome.TRUST for each in found):
            found += _asked(DOUBTFUL, submission, rules)
            found += habit.look(submission, classifier) if classifier else ()
    return _verdict(found)


def _asked(phases: Iterable[Phase], submission: Submission, rules: Rules) -> Iterator[Finding]:
    return (finding for phase in phases for finding in phase(submission, rules))


def _returns(found: Iterable[Finding]) -> bool:
    return any(each.outcome == Outcome.BOUNCE for each in found)


def _verdict(found: list[Finding]) -> Verdict:
    """The gravest outcome; a text without a finding appears."""
    outcomes = {each.outcome for each in found}
    outcome = next((each for each in (Outcome.BOUNCE, Outcome.HOLD) if each in outcomes), Outcome.PUBLISH)
    return Verdict(outcome=outcome, findings=tuple(found))
