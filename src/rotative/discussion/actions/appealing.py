"""The one appeal of a writer against a decision, and its answer, by another person (DSA art. 20)."""
from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rotative.discussion import permissions, telling
from rotative.discussion.actions import deciding, suspending
from rotative.discussion.actions.noting import CannotDecide
from rotative.discussion.models import Act, Appeal, Contribution, Decision, Edit, State
from rotative.masthead.models import User

SIX_MONTHS = timedelta(days=183)


def appeal(decision: Decision, text: str, now: datetime) -> Appeal:
    """Ask for another decision, once, within six months. Raises CannotDecide."""
    if not text.strip():
        raise CannotDecide(_("Say why it should be decided otherwise."))
    why_not = refused(decision, now)
    if why_not:
        raise CannotDecide(why_not)
    try:
        with transaction.atomic():
            return Appeal.objects.create(decision=decision, text=text.strip(), created_at=now)
    except IntegrityError:
        raise CannotDecide(refused(decision, now)) from None


def refused(decision: Decision, now: datetime) -> str:
    """Why there is no appeal against a decision; nothing when there is one."""
    if not decision.is_against:
        return _("Nothing was decided against you.")
    if decision.is_undone:
        return _("This decision was taken back.")
    if Appeal.objects.filter(decision=decision).exists():
        return _("You have appealed already. Each decision has one appeal.")
    return _("Six months have passed: it is too late to appeal.") if now - decision.at > SIX_MONTHS else ""


@transaction.atomic
def answer(appeal: Appeal, by: User, now: datetime, is_upheld: bool, text: str) -> Appeal:
    """Decide an appeal. Upheld, what was decided is reversed. Raises PermissionDenied, and CannotDecide with why."""
    permissions.check(by)
    appeal = Appeal.objects.select_for_update(of=("self",)).select_related("decision").get(pk=appeal.pk)
    if appeal.decided_at:
        raise CannotDecide(_("%(who)s has already answered this appeal.") % {"who": appeal.by})
    if appeal.decision.by_id == by.pk:
        raise CannotDecide(_("You decided this yourself: another person answers the appeal."))
    if not text.strip():
        raise CannotDecide(_("Say why, in a sentence: the writer is told it."))
    if is_upheld:
        _reverse(appeal.decision, by, now)
    appeal.by, appeal.is_upheld, appeal.answer, appeal.decided_at = by, is_upheld, text.strip(), now
    appeal.save()
    telling.of_appeal(appeal)
    return appeal


def _reverse(decision: Decision, by: User, now: datetime) -> None:
    """What was taken from the writer is given back; what was given back meanwhile, or is no longer theirs to have, stays as it is."""
    person = decision.writer or decision.guest
    contribution = decision.contribution
    if decision.act == Act.SUSPEND:
        if person is not None and hasattr(person, "trust"):
            suspending.admit(person, by, now)
    elif contribution is not None and decision.is_of_edit:
        _take_edit(contribution, decision, by, now)
    elif contribution is not None and contribution.state in (State.REJECTED, State.REMOVED):
        deciding.restore(contribution, by, now)


def _take_edit(contribution: Contribution, decision: Decision, by: User, now: datetime) -> None:
    """Unless the writer has mended it otherwise since, or it is no longer shown."""
    if contribution.is_shown and not Edit.objects.filter(contribution=contribution).exists():
        Edit.objects.create(contribution=contribution, text=decision.words, findings=decision.findings, created_at=decision.at)
        deciding.accept(contribution, by, now)
