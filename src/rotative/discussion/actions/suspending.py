"""What is decided about somebody who writes: suspended for a time or for good, admitted again, trusted."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rotative.discussion import permissions, telling
from rotative.discussion.actions import noting
from rotative.discussion.actions.noting import CannotDecide
from rotative.discussion.models import Act, Contribution, Decision, Guest, Trust
from rotative.masthead.models import User


@transaction.atomic
def suspend(person: User | Guest, by: User, now: datetime, ground: str, because: str, until: datetime | None = None, *, over: Contribution | None = None) -> Decision:
    """Have somebody write no more until an instant, or for good without one. over: the contribution that led there."""
    permissions.check(by)
    reason = {"ground": ground, "because": noting.check_reasoned(ground, because)}
    if until is not None and until <= now:
        raise CannotDecide(_("A suspension ends later than now."))
    if isinstance(person, User) and person.has_perm("wagtailadmin.access_admin"):
        raise CannotDecide(_("They work for the paper: speak with them, or with the publisher."))
    before = _state(person)
    Trust.objects.update_or_create(**_whose(person), defaults={"state": Trust.SUSPENDED, "until": until})
    return noting.note_person(Act.SUSPEND, person, by, now, until=until, before=before, contribution=over, words=over.text if over else "", known_at=now, **reason)


@transaction.atomic
def admit(person: User | Guest, by: User, now: datetime) -> Decision:
    """Let somebody who is suspended, or trusted, write as any other."""
    permissions.check(by)
    before = _state(person)
    if not before:
        raise CannotDecide(_("They write as any other already."))
    Trust.objects.filter(**_whose(person)).delete()
    made = noting.note_person(Act.ADMIT, person, by, now, before=before)
    if before == Trust.SUSPENDED:
        telling.of_return(made)
    return made


@transaction.atomic
def trust(person: User | Guest, by: User, now: datetime) -> Decision:
    """Have what somebody writes shown without the doubtful phases."""
    permissions.check(by)
    before = _state(person)
    if before:
        raise CannotDecide(_("Admit them first: they are suspended.") if before == Trust.SUSPENDED else _("They are trusted already."))
    Trust.objects.update_or_create(**_whose(person), defaults={"state": Trust.TRUSTED, "until": None})
    return noting.note_person(Act.TRUST, person, by, now, before=before)


def _state(person: User | Guest) -> str:
    """Read under a lock of the person's, so two decisions never cross."""
    type(person).objects.select_for_update().get(pk=person.pk)
    return Trust.objects.filter(**_whose(person)).values_list("state", flat=True).first() or ""


def _whose(person: User | Guest) -> dict[str, Any]:
    return {"guest": person} if isinstance(person, Guest) else {"writer": person}
