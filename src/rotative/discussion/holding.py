"""What the law has kept of who wrote, how long, and who may read it: sealed, and opened only with a reason (decree 2021-1362).

``keep`` is called where a contribution is written, in the same transaction. ``end`` when an account ends, ``forget`` each day.
"""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from rotative.discussion import people, permissions, sealing
from rotative.discussion.models import Contribution, Guest, Report, Sealed, State, Unsealing
from rotative.masthead.models import User
from rotative.press.prepared import Prepared

YEAR = timedelta(days=365)
PERSON, ACCOUNT, ADDRESS = YEAR * 5, YEAR, YEAR
LOG = YEAR * 6  # longer than anything that may have been read
REPORTERS = YEAR  # after the decision


@dataclass(frozen=True, slots=True)
class Held:
    """Something that was opened. told: nothing where it cannot be read any more."""

    kind: Sealed.Kind
    told: dict[str, Any]
    until: datetime | None


def keep(contribution: Contribution, address: str) -> None:
    """Hold the network address that a contribution came from; and who wrote it, once their address is proven."""
    store(ready(contribution, address), contribution)


def ready(contribution: Contribution, address: str) -> list[Sealed]:
    """What ``keep`` would write of a contribution that is not there yet: asked and sealed before the transaction that writes."""
    known = {row.kind: row for row in _held_of(contribution.voice)}
    held = []
    for kind, told, until in _to_hold(contribution, address):
        row = known.get(kind) or Sealed(voice=contribution.voice, kind=kind, since=contribution.created_at)
        # Once a person; what changed since takes the place of what was known.
        if row.pk is None or row.until != until or _opened(row) != told:
            row.held, row.until = sealing.seal(told), until
            held.append(row)
    return held


_held_of = Prepared(lambda voice: Sealed.objects.filter(voice=voice, contribution=None))


def store(held: list[Sealed], contribution: Contribution) -> None:
    """Write what is ready, in the transaction that writes the contribution."""
    for row in held:
        if row.kind == Sealed.Kind.ADDRESS:
            row.contribution = contribution.pk
        if row.pk is not None:
            row.save(update_fields=["held", "until"])
    # What is there already stays: somebody may write twice at once.
    Sealed.objects.bulk_create([row for row in held if row.pk is None], ignore_conflicts=True)


def end(user: User, now: datetime | None = None) -> None:
    """An account ends: from now on the time runs."""
    now = now or timezone.now()
    mine = Sealed.objects.filter(voice=people.voice_of(user), contribution=None, until=None)
    mine.filter(kind=Sealed.Kind.PERSON).update(until=now + PERSON)
    mine.filter(kind=Sealed.Kind.ACCOUNT).update(until=now + ACCOUNT)


@transaction.atomic
def unseal(contribution: int, by: User, why: str, now: datetime) -> list[Held]:
    """What is held of who wrote a contribution, by its number; it may be gone itself. That it was read, by whom and why is kept.

    Raises PermissionDenied, and ValueError without a reason.
    """
    permissions.check(by, permissions.UNSEAL)
    if not why.strip():
        raise ValueError("What is sealed is opened with a reason only.")
    Unsealing.objects.create(by=by, name=str(by), contribution=contribution, why=why.strip(), at=now)
    rows = Sealed.objects.filter(Q(contribution=contribution) | Q(contribution=None, voice__in=_voices(contribution)))
    return [Held(Sealed.Kind(row.kind), _opened(row), row.until) for row in rows.exclude(until__lte=now).exclude(held="").order_by("-kind", "pk")]


def forget(now: datetime | None = None) -> int:
    """Delete what may be kept no longer, and the names of those whose reports were decided a year ago. How much was sealed."""
    now = now or timezone.now()
    Unsealing.objects.filter(at__lte=now - LOG).delete()
    Report.objects.filter(decision__at__lte=now - REPORTERS).exclude(name="", email="").update(name="", email="")
    return _forget_sealed(now)


def kept_of(user: User) -> list[dict[str, Any]]:
    """Of which kind, since when and until when something is held of an account: for the person themselves."""
    rows = Sealed.objects.filter(voice=people.voice_of(user)).exclude(held="").order_by("since", "pk")
    return [{"kind": row.kind, "contribution": row.contribution, "since": row.since.isoformat(), "until": row.until and row.until.isoformat()} for row in rows]


def _forget_sealed(now: datetime) -> int:
    """Of an address, that it was that voice's contribution stays as long as who the voice is: the name may be gone from the contribution."""
    past = Sealed.objects.filter(until__lte=now)
    gone = past.exclude(kind=Sealed.Kind.ADDRESS).delete()[0] + past.filter(kind=Sealed.Kind.ADDRESS).exclude(held="").update(held="")
    known = Sealed.objects.filter(kind=Sealed.Kind.PERSON).values("voice")
    Sealed.objects.filter(kind=Sealed.Kind.ADDRESS, held="").exclude(voice__in=known).delete()
    return gone


def _to_hold(contribution: Contribution, address: str) -> Iterator[tuple[Sealed.Kind, dict[str, Any], datetime | None]]:
    """What is to be held with a contribution, and until when; None: as long as the account lasts."""
    person, at = people.writer_of(contribution), contribution.created_at
    if address:
        yield Sealed.Kind.ADDRESS, {"address": address, "at": at.isoformat()}, at + ADDRESS
    if person is None or contribution.state == State.UNSIGNED:  # whoever typed an address may not be who has it
        return
    # Who has no account has none that ends: five years from the last words.
    yield Sealed.Kind.PERSON, {"name": contribution.name, "email": person.email}, at + PERSON if isinstance(person, Guest) else None
    if not isinstance(person, Guest):
        yield Sealed.Kind.ACCOUNT, {"account": person.pk, "email": person.email, "since": person.date_joined.isoformat()}, None


def _voices(contribution: int) -> set[str]:
    """Whose it was, as the contribution says, or where it no longer does what was held with it."""
    rows = [Contribution.objects.filter(pk=contribution), Sealed.objects.filter(contribution=contribution)]
    return {voice for found in rows for voice in found.values_list("voice", flat=True) if voice}


def _opened(row: Sealed) -> dict[str, Any]:
    try:
        return sealing.opened(row.held)
    except sealing.Unreadable:
        return {}
