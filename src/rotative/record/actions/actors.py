"""Actors of the whole paper: merged when they are one, split when they are not, named otherwise, dated in their roles."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from rotative.library.models import Picture
from rotative.record.actions import standing
from rotative.record.actions.holding import who_is_who
from rotative.record.actions.keeping import keep
from rotative.record.actions.naming import new_actor
from rotative.record.models import Actor, ActorRole, Alias, Appearance, Portrait, Position, Statement
from rotative.record.permissions import ACTORS, check_may


@transaction.atomic
def merge(kept: Actor, gone: Actor, by: Any) -> Actor:
    """Make two actors one. The address of the one that is gone leads to the other. Raises PermissionDenied, ValidationError."""
    check_may(by, ACTORS)
    kept, gone = _held(kept, gone)
    _check_may_be_one(kept, gone)
    _give_names(kept, gone)
    positions = _give_rows(kept, gone)
    gone.merged_into = kept
    gone.save(update_fields=["merged_into"])
    if gone.wikidata:
        kept.wikidata = gone.wikidata
        kept.save(update_fields=["wikidata"])
    Actor.objects.filter(merged_into=gone).update(merged_into=kept)  # One step from each old address.
    log(kept, standing.MERGED, user=by, data={"gone": gone.pk, "name": gone.name, "positions": positions})
    return kept


@transaction.atomic
def split(actor: Actor, appearances: Iterable[Appearance], by: Any, name: str = "") -> Actor:
    """Take some appearances of an actor for somebody else's, with all that is said there. Raises PermissionDenied, ValidationError.

    Where they are those of an actor that was merged, it is that one again, at its own address; else somebody new of that name.
    """
    check_may(by, ACTORS)
    (actor,) = _held(actor)
    rows = list(Appearance.objects.filter(pk__in=[each.pk for each in appearances], actor=actor))
    if not rows:
        raise ValidationError(_("Choose in which stories it is somebody else."))
    other = _restored(actor, rows) or new_actor(rows[0].kind, name or rows[0].name)
    return _part(actor, other, rows, by)


@transaction.atomic
def unmerge(gone: Actor, by: Any) -> Actor:
    """Undo a merge: all that was of the actor that is gone is its own again. Raises PermissionDenied, ValidationError."""
    check_may(by, ACTORS)
    (gone,) = _held(gone)
    kept = gone.merged_into  # which may be another one than when this was asked
    if kept is None:
        raise ValidationError(_("“%(name)s” is not merged.") % {"name": gone.name})
    _restore(kept, gone)
    return _part(kept, gone, list(Appearance.objects.filter(actor=kept, met_as=gone)), by)


@transaction.atomic
def describe(actor: Actor, by: Any, **fields: Any) -> Actor:
    """Change the name, the kind or the Wikidata identifier. The old name stays as an alias. Raises PermissionDenied, ValidationError."""
    check_may(by, ACTORS)
    (actor,) = _held(actor)
    before = actor.name
    for field in ("name", "kind", "wikidata"):
        setattr(actor, field, fields.get(field, getattr(actor, field)))
    keep(actor)
    if actor.name != before:
        Alias.objects.get_or_create(actor=actor, name=before)
    log(actor, "wagtail.edit", user=by)
    return actor


@transaction.atomic
def portray(actor: Actor, picture: Picture | None, by: Any) -> Actor:
    """Show a picture of an actor on its page, or none any more. Raises PermissionDenied."""
    check_may(by, ACTORS)
    if picture:
        Portrait.objects.update_or_create(actor=actor, defaults={"picture": picture})
    else:
        Portrait.objects.filter(actor=actor).delete()
    log(actor, "wagtail.edit", user=by)
    return actor


@transaction.atomic
def call(actor: Actor, name: str, by: Any) -> Alias:
    """Give an actor another name. Raises PermissionDenied, ValidationError."""
    check_may(by, ACTORS)
    (actor,) = _held(actor)
    alias = Alias.objects.filter(actor=actor, name=name).first() or Alias(actor=actor, name=name)
    alias.full_clean()
    alias.save()
    log(actor, "wagtail.edit", user=by)
    return alias


@transaction.atomic
def appoint(actor: Actor, role: str, language: str, by: Any, since: date | None = None, until: date | None = None) -> ActorRole:
    """Say what an actor is, or was, from when to when. Raises PermissionDenied, ValidationError."""
    check_may(by, ACTORS)
    row = ActorRole(actor=actor, role=role, language=language, since=since, until=until)
    row.full_clean()
    row.save()
    log(actor, "wagtail.edit", user=by)
    return row


@transaction.atomic
def uncall(alias: Alias, by: Any) -> None:
    """Take another name off an actor. Raises PermissionDenied."""
    check_may(by, ACTORS)
    log(alias.actor, "wagtail.edit", user=by)
    alias.delete()


@transaction.atomic
def reappoint(appointed: ActorRole, by: Any, **fields: Any) -> ActorRole:
    """Mend a role: its words, its language, its days. Raises PermissionDenied, ValidationError."""
    check_may(by, ACTORS)
    for name in ("role", "language", "since", "until"):
        setattr(appointed, name, fields.get(name, getattr(appointed, name)))
    appointed.full_clean()
    appointed.save()
    log(appointed.actor, "wagtail.edit", user=by)
    return appointed


@transaction.atomic
def dismiss(role: ActorRole, by: Any) -> None:
    """Take a role off an actor, as if it had never had it. Raises PermissionDenied."""
    check_may(by, ACTORS)
    log(role.actor, "wagtail.edit", user=by)
    role.delete()


# ── Helpers ────────────────────────────────────────────────────────────────────


def _held(*some: Actor) -> list[Actor]:
    """Actors as they are, and nobody else changes any until the transaction ends. Raises ValidationError."""
    who_is_who(is_changed=True)
    rows = Actor.objects.in_bulk([actor.pk for actor in some])
    if not all(actor.pk in rows for actor in some):
        raise ValidationError(_("This actor is not there any more."))
    return [rows[actor.pk] for actor in some]


def _check_may_be_one(kept: Actor, gone: Actor) -> None:
    if kept.pk == gone.pk or kept.merged_into_id or gone.merged_into_id:
        raise ValidationError(_("Two actors are merged that are not merged yet."))
    if kept.wikidata and gone.wikidata:
        raise ValidationError(_("Wikidata knows “%(one)s” and “%(other)s” as two. Correct an identifier first.") % {"one": kept, "other": gone})
    if kept.kind != gone.kind:
        raise ValidationError(_("A person, a body and a place are never the same."))


def _give_names(kept: Actor, gone: Actor) -> None:
    for name in gone.names:
        if name not in kept.names:
            Alias.objects.create(actor=kept, name=name, merged_from=gone)
    for role in gone.roles.all():
        known = {"actor": kept, "role": role.role, "language": role.language, "since": role.since, "until": role.until}
        if not ActorRole.objects.filter(**known).exists():
            ActorRole.objects.create(**known, merged_from=gone)


def _give_rows(kept: Actor, gone: Actor) -> list[dict[str, Any]]:
    """What becomes of the positions among them is remembered."""
    Appearance.objects.filter(actor=gone, met_as=None).update(met_as=gone)
    Appearance.objects.filter(actor=gone).update(actor=kept)
    Appearance.objects.filter(proposed=gone).update(proposed=kept)
    Statement.objects.filter(actor=gone).update(actor=kept)
    return standing.hand_over(gone, kept)


def _restored(actor: Actor, rows: list[Appearance]) -> Actor | None:
    """The actor that was merged and whose appearances these all were, whole again."""
    met = {row.met_as_id for row in rows}
    gone = Actor.objects.filter(pk__in=met, merged_into=actor).first() if len(met) == 1 else None
    if gone:
        _restore(actor, gone)
    return gone


def _restore(kept: Actor, gone: Actor) -> None:
    """Give back what a merge took. Its identifier, which both have since, is its own."""
    if gone.wikidata and kept.wikidata == gone.wikidata:
        kept.wikidata = ""
        kept.save(update_fields=["wikidata"])
    gone.merged_into = None
    gone.save(update_fields=["merged_into"])
    Alias.objects.filter(actor=kept, merged_from=gone).delete()
    ActorRole.objects.filter(actor=kept, merged_from=gone).delete()
    standing.give_back(kept, gone)


def _part(actor: Actor, other: Actor, rows: list[Appearance], by: Any) -> Actor:
    Appearance.objects.filter(pk__in=[row.pk for row in rows]).update(actor=other, met_as=None)
    Statement.objects.filter(speaker__in=rows).update(actor=other)
    _move_positions(actor, other)
    log(actor, "record.split", user=by, data={"other": other.pk, "name": other.name})
    return other


def _move_positions(actor: Actor, other: Actor) -> None:
    """Positions that rest on nothing but what the other one said are the other's."""
    for position in Position.objects.filter(party=actor).prefetch_related("statements").order_by("pk"):
        speakers = {statement.actor_id for statement in position.statements.all()}
        if speakers == {other.pk}:
            Position.objects.filter(pk=position.pk).update(party=other)
