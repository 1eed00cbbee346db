"""Texts under negotiation: drawn up, numbered, dated in their versions; and where each party stands on each point."""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max, Model
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from rotative.newsroom.models import Article, Dossier
from rotative.newsroom.slugs import slug_of
from rotative.record.actions.keeping import again, keep
from rotative.record.models import Actor, Axis, Change, Ground, NegotiatedText, Point, Position, Statement, Version
from rotative.record.permissions import TEXTS, check_may


class Changed(NamedTuple):
    """What a version changes of a point: a kind of ``Change.Kind``, and the words before and after."""

    kind: str
    was: str = ""
    now: str = ""


@transaction.atomic
def draw_up(dossier: Dossier, name: str, by: Any, standfirst: str = "") -> NegotiatedText:
    """Begin a text in a dossier; only the desk sees it. Raises PermissionDenied, ValidationError."""
    check_may(by, TEXTS)
    told = {"dossier": dossier, "locale_id": dossier.locale_id, "name": name, "standfirst": standfirst}
    NegotiatedText(**told).full_clean(exclude=["slug"])
    text = again(lambda: NegotiatedText.objects.create(**told, slug=_free_slug(dossier, name)))
    log(text, "wagtail.create", user=by)
    return text


@transaction.atomic
def show(text: NegotiatedText, by: Any, shown: bool = True) -> None:
    """Let readers see a text, or no longer. Raises PermissionDenied."""
    check_may(by, TEXTS)
    text.is_shown = shown
    text.save(update_fields=["is_shown"])
    log(text, "record.show" if shown else "record.hide", user=by)


@transaction.atomic
def add_axis(text: NegotiatedText, name: str, by: Any) -> Axis:
    """Add an axis after the others. Raises PermissionDenied, ValidationError."""
    return _add(Axis(text=text, name=name, place=_next_place(text.axes)), by)


@transaction.atomic
def add_point(text: NegotiatedText, number: str, title: str, by: Any, axis: Axis | None = None) -> Point:
    """Add a point after the others. Raises PermissionDenied, ValidationError."""
    if axis and axis.text_id != text.pk:
        raise ValidationError({"axis": _("The axis is of another text.")})
    return _add(Point(text=text, number=number, title=title, axis=axis, place=_next_place(text.points)), by)


@transaction.atomic
def add_version(
    text: NegotiatedText, name: str, dated: date, by: Any, changes: Mapping[Point, Changed] | None = None, article: Article | None = None
) -> Version:
    """Add a version with what it changes. Raises PermissionDenied, ValidationError."""
    version: Version = _add(Version(text=text, name=name, dated=dated, article=article), by)
    for point, changed in (changes or {}).items():
        _check_is_of(text, point)
        keep(Change(text=text, version=version, point=point, **changed._asdict()))
    return version


@transaction.atomic
def set_position(
    point: Point, party: Actor, stance: str, dated: date, by: Any, statements: Sequence[Statement] = (), condition: str = ""
) -> Position:
    """Say where a party stands on a point since a day; what was said of that day before is replaced. Raises PermissionDenied, ValidationError.

    statements: accepted ones, of the party itself or about it; without one, a position is told as silence only.
    """
    check_may(by, TEXTS)
    _check_rests(stance, statements)
    known = {"point": point, "party": _whole(party), "dated": dated}
    position = Position.objects.select_for_update().filter(**known).first()
    if position is None:
        return _first_position(Position(text_id=point.text_id, stance=stance, condition=condition, **known), statements, by)
    position.stance, position.condition = stance, condition
    return _told(keep(position), statements, by)


@transaction.atomic
def drop_position(position: Position, by: Any) -> None:
    """Take a position back, as if it had not been told. Raises PermissionDenied."""
    check_may(by, TEXTS)
    log(position.text, "record.position", user=by, data={"point": position.point.number, "party": position.party.name, "stance": ""})
    position.delete()


# ── Helpers ────────────────────────────────────────────────────────────────────


def _add(row: Any, by: Any) -> Any:
    check_may(by, TEXTS)
    keep(row)
    log(row.text, "wagtail.edit", user=by)
    return row


def _first_position(position: Position, statements: Sequence[Statement], by: Any) -> Position:
    """Where nothing was said of that day. Who says otherwise at the same instant saw nothing of it, and is told; the same twice is one."""
    position.full_clean()
    try:
        with transaction.atomic():
            position.save()
    except IntegrityError:
        return _others(position, statements)
    return _told(position, statements, by)


def _others(position: Position, statements: Iterable[Statement]) -> Position:
    """What somebody else has just said, if it is the same."""
    other = Position.objects.select_for_update().get(point=position.point_id, party=position.party_id, dated=position.dated)
    rests_on = set(other.grounds.values_list("statement", flat=True))
    if (other.stance, other.condition, rests_on) == (position.stance, position.condition, {each.pk for each in statements}):
        return other
    said = {"party": position.party.name, "number": position.point.number, "stance": other.get_stance_display()}
    raise ValidationError(_("Somebody has just said where %(party)s stands on point %(number)s that day: %(stance)s. Look at it; set it once more where it is otherwise.") % said)


def _told(position: Position, statements: Sequence[Statement], by: Any) -> Position:
    _rest(position, statements)
    point, party = position.point, position.party
    log(point.text, "record.position", user=by, data={"point": point.number, "party": party.name, "stance": position.stance})
    return position


def _next_place(rows: Any) -> int:
    last = rows.aggregate(last=Max("place"))["last"]
    return 0 if last is None else int(last) + 1


def _free_slug(dossier: Dossier, name: str) -> str:
    plain = slug_of(name)[:190] or "text"
    tries = (plain if number == 1 else f"{plain}-{number}" for number in count(1))
    return next(slug for slug in tries if not NegotiatedText.objects.filter(locale=dossier.locale_id, slug=slug).exists())


def _check_is_of(text: NegotiatedText, point: Point) -> None:
    if point.text_id != text.pk:
        raise ValidationError({"point": _("The point is of another text.")})


def _whole(party: Actor) -> Actor:
    """Who a party is by now: somebody may have merged it since it was chosen."""
    found = Actor.objects.select_related("merged_into").get(pk=party.pk)
    return found.merged_into or found


def _check_rests(stance: str, statements: Iterable[Statement]) -> None:
    rests_on = list(statements)
    if not rests_on and stance != Position.Stance.SILENT:
        raise ValidationError({"statements": _("A position rests on a statement. Without one, a party has not said.")})
    if not all(statement.is_kept for statement in rests_on):
        raise ValidationError({"statements": _("A position rests on statements that were accepted.")})


def _rest(position: Position, statements: Iterable[Model]) -> None:
    wanted = [statement.pk for statement in statements]
    position.grounds.exclude(statement__in=wanted).delete()
    there = set(position.grounds.values_list("statement", flat=True))
    Ground.objects.bulk_create(Ground(text_id=position.text_id, position=position, statement_id=pk) for pk in wanted if pk not in there)
