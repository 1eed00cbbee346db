"""What a moderator decides about a contribution. Each in one transaction: done, written down, its reports answered, the writer told.

seen: what ``seen.stamp`` gave when it was shown to the moderator. Each raises PermissionDenied, and CannotDecide with why;
``Late``, which is one, when somebody decided before.
"""
from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from rotative.discussion import telling
from rotative.discussion.actions import noting, showing
from rotative.discussion.actions.noting import CannotDecide
from rotative.discussion.models import Act, Contribution, Decision, Edit, Report, State
from rotative.masthead.models import User


@transaction.atomic
def accept(contribution: Contribution, by: User, now: datetime, *, seen: str | None = None) -> Decision:
    """Put what is held before readers: the contribution, or the new text of one that is shown."""
    noting.begin(contribution, by, now, seen)
    edit = _edit(contribution)
    if edit is not None:
        return _accept_edit(contribution, edit, by, now)
    _check(contribution, State.HELD)
    showing.show(contribution, now)
    return noting.note(Act.ACCEPT, contribution, by, now, before=State.HELD)


@transaction.atomic
def reject(contribution: Contribution, by: User, now: datetime, ground: str, because: str, *, seen: str | None = None) -> Decision:
    """See that what is held never comes before readers; of a held edit, what was accepted stays."""
    noting.begin(contribution, by, now, seen)
    reason = {"ground": ground, "because": noting.check_reasoned(ground, because)}
    edit = _edit(contribution)
    if edit is not None:
        edit.delete()
        return noting.note(Act.REJECT, contribution, by, now, words=edit.text, findings=edit.findings, is_of_edit=True, before=contribution.state, **reason)
    _check(contribution, State.HELD)
    showing.hide(contribution, State.REJECTED)
    return noting.note(Act.REJECT, contribution, by, now, before=State.HELD, **reason)


@transaction.atomic
def remove(contribution: Contribution, by: User, now: datetime, ground: str, because: str, *, seen: str | None = None) -> Decision:
    """Take from readers what they could see, a held edit with it."""
    noting.begin(contribution, by, now, seen)
    reason = {"ground": ground, "because": noting.check_reasoned(ground, because)}
    _check(contribution, State.SHOWN)
    Edit.objects.filter(contribution=contribution).delete()
    showing.hide(contribution, State.REMOVED)
    return noting.note(Act.REMOVE, contribution, by, now, before=State.SHOWN, **reason)


@transaction.atomic
def restore(contribution: Contribution, by: User, now: datetime, *, seen: str | None = None) -> Decision:
    """Put before readers what was rejected or removed."""
    noting.begin(contribution, by, now, seen)
    before = contribution.state
    _check(contribution, State.REJECTED, State.REMOVED)
    showing.show(contribution, now)
    made = noting.note(Act.RESTORE, contribution, by, now, before=before)
    telling.of_return(made)
    return made


@transaction.atomic
def keep(contribution: Contribution, by: User, now: datetime, because: str = "", *, seen: str | None = None) -> Decision:
    """Answer the reports: it stays where it is. because: what those who reported are told."""
    noting.begin(contribution, by, now, seen)
    if not Report.objects.filter(contribution=contribution, decision=None).exists():
        raise CannotDecide(_("No report of it waits."))
    return noting.note(Act.KEEP, contribution, by, now, before=contribution.state, because=because.strip())


@transaction.atomic
def pick(contribution: Contribution, by: User, now: datetime, *, seen: str | None = None) -> Decision:
    """Set a contribution apart as worth reading."""
    return _pick(contribution, by, now, seen, True)


@transaction.atomic
def unpick(contribution: Contribution, by: User, now: datetime, *, seen: str | None = None) -> Decision:
    return _pick(contribution, by, now, seen, False)


def _pick(contribution: Contribution, by: User, now: datetime, seen: str | None, is_picked: bool) -> Decision:
    noting.begin(contribution, by, now, seen)
    _check(contribution, State.SHOWN)
    if contribution.is_picked == is_picked:
        raise CannotDecide(_("It is so already."))
    contribution.is_picked = is_picked
    contribution.save(update_fields=["is_picked"])
    return noting.note(Act.PICK if is_picked else Act.UNPICK, contribution, by, now, before=State.SHOWN)


def _accept_edit(contribution: Contribution, edit: Edit, by: User, now: datetime) -> Decision:
    replaced, contribution.text = contribution.text, edit.text
    contribution.edited_at, contribution.findings = edit.created_at, edit.findings
    contribution.save(update_fields=["text", "edited_at", "findings"])
    edit.delete()
    return noting.note(Act.ACCEPT, contribution, by, now, is_of_edit=True, replaced=replaced, before=contribution.state)


def _edit(contribution: Contribution) -> Edit | None:
    return Edit.objects.filter(contribution=contribution).first() if contribution.is_shown else None


def _check(contribution: Contribution, *states: State) -> None:
    if contribution.state not in states:
        told = {"state": State(contribution.state).label}
        raise CannotDecide(_("This cannot be done with a contribution that is: %(state)s.") % told)
