"""The last decision, taken back: what it ended is there again, and whoever was told is told so."""
from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from rotative.discussion import permissions, telling
from rotative.discussion.actions import noting, showing
from rotative.discussion.actions.noting import CannotDecide, Late
from rotative.discussion.models import Act, Contribution, Decision, Edit, Guest, Report, State, Trust
from rotative.masthead.models import User

UNDONE = frozenset({Act.UNDO})


@transaction.atomic
def undo(decision: Decision, by: User, now: datetime) -> Decision:
    """Take back a decision, if nothing was decided since about the same thing. Raises CannotDecide."""
    permissions.check(by)
    if decision.act in UNDONE or decision.is_undone:
        raise CannotDecide(_("It is undone already."))
    made = _undo_person(decision, by, now) if decision.act in (Act.SUSPEND, Act.ADMIT, Act.TRUST) else _undo_contribution(decision, by, now)
    if decision.is_against or decision.reports.exists():
        telling.of_return(made)
    Report.objects.filter(decision=decision).update(decision=None)
    return made


def _undo_contribution(decision: Decision, by: User, now: datetime) -> Decision:
    contribution = decision.contribution
    if contribution is None:
        raise CannotDecide(_("What it was about is gone."))
    noting.begin(contribution, by, now, None)
    last = contribution.decisions.exclude(act=Act.SUSPEND).order_by("-pk").first()
    if last is not None and last.pk != decision.pk:
        raise Late(last)
    _check_same(contribution, decision)
    before = contribution.state
    _put_back(contribution, decision, now)
    return noting.note(Act.UNDO, contribution, by, now, undoes=decision, before=before, known_at=decision.known_at)


def _check_same(contribution: Contribution, decision: Decision) -> None:
    """Its writer may have taken it back, or mended it again."""
    after = {Act.ACCEPT: State.SHOWN, Act.REMOVE: State.REMOVED, Act.RESTORE: State.SHOWN, Act.REJECT: State.REJECTED}.get(Act(decision.act), State.SHOWN)
    expected = State.SHOWN if decision.is_of_edit else after
    if decision.act != Act.KEEP and contribution.state != expected:
        raise CannotDecide(_("Its writer has taken it back since."))
    if decision.is_of_edit and (contribution.text != decision.words) == (decision.act == Act.ACCEPT):
        raise CannotDecide(_("Its writer has mended it since."))


def _put_back(contribution: Contribution, decision: Decision, now: datetime) -> None:
    if decision.is_of_edit:
        _put_edit_back(contribution, decision)
    elif decision.act in (Act.PICK, Act.UNPICK):
        contribution.is_picked = decision.act == Act.UNPICK
        contribution.save(update_fields=["is_picked"])
    elif decision.before == State.SHOWN:
        showing.show(contribution, now)
    elif decision.act != Act.KEEP:
        showing.hide(contribution, State(decision.before))


def _put_edit_back(contribution: Contribution, decision: Decision) -> None:
    """The edit waits again; what it took the place of is before readers again."""
    if Edit.objects.filter(contribution=contribution).exists():
        raise CannotDecide(_("Its writer has mended it since."))
    Edit.objects.create(contribution=contribution, text=decision.words, findings=decision.findings, created_at=decision.known_at or decision.at)
    if decision.act == Act.ACCEPT:
        contribution.text = decision.replaced
        contribution.save(update_fields=["text"])


def _undo_person(decision: Decision, by: User, now: datetime) -> Decision:
    person: User | Guest | None = decision.writer or decision.guest
    if person is None:
        raise CannotDecide(_("What it was about is gone."))
    whose = {"guest": person} if isinstance(person, Guest) else {"writer": person}
    last = Decision.objects.filter(act__in=[Act.SUSPEND, Act.ADMIT, Act.TRUST], **whose).order_by("-pk").first()
    if last is not None and last.pk != decision.pk:
        raise Late(last)
    if decision.before:
        until = Decision.objects.filter(act=Act.SUSPEND, pk__lt=decision.pk, **whose).order_by("-pk").values_list("until", flat=True).first()
        Trust.objects.update_or_create(**whose, defaults={"state": decision.before, "until": until if decision.before == Trust.SUSPENDED else None})
    else:
        Trust.objects.filter(**whose).delete()
    return noting.note_person(Act.UNDO, person, by, now, undoes=decision, known_at=decision.known_at, contribution=decision.contribution)
