"""Texts under negotiation, mended: renamed, put in another order, taken apart; their versions with what each changed."""
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from rotative.newsroom.models import Article
from rotative.record.actions.keeping import keep
from rotative.record.actions.texts import Changed
from rotative.record.models import Axis, Change, NegotiatedText, Point, Version
from rotative.record.permissions import DELETE_TEXTS, TEXTS, check_may


@transaction.atomic
def redraw(text: NegotiatedText, by: Any, name: str, standfirst: str) -> NegotiatedText:
    """Name a text otherwise; its address stays. Raises PermissionDenied, ValidationError."""
    check_may(by, TEXTS)
    text.name, text.standfirst = name, standfirst
    text.full_clean()
    text.save(update_fields=["name", "standfirst"])
    log(text, "wagtail.edit", user=by)
    return text


@transaction.atomic
def discard(text: NegotiatedText, by: Any) -> None:
    """Delete a text that readers do not see, with all that was drawn up in it. Raises PermissionDenied, ValidationError."""
    check_may(by, DELETE_TEXTS)
    if text.is_shown:
        raise ValidationError(_("Readers see this text. Hide it first."))
    log(text, "wagtail.delete", user=by)
    text.delete()


@transaction.atomic
def mend_axis(axis: Axis, name: str, by: Any) -> Axis:
    """Name an axis otherwise. Raises PermissionDenied, ValidationError."""
    return _mend(axis, by, name=name)


@transaction.atomic
def mend_point(point: Point, by: Any, number: str, title: str, axis: Axis | None) -> Point:
    """Number or name a point otherwise, or put it under another axis. Raises PermissionDenied, ValidationError."""
    if axis and axis.text_id != point.text_id:
        raise ValidationError({"axis": _("The axis is of another text.")})
    return _mend(point, by, number=number, title=title, axis=axis)


@transaction.atomic
def move(row: Axis | Point, steps: int, by: Any) -> None:
    """Put an axis, or a point among those of its axis, some steps further down; up by fewer than none. Raises PermissionDenied."""
    check_may(by, TEXTS)
    rows = _beside(row)
    at = rows.index(row)
    rows.insert(min(max(at + steps, 0), len(rows) - 1), rows.pop(at))
    _number(rows)
    log(row.text, "wagtail.edit", user=by)


@transaction.atomic
def remove(row: Axis | Point | Version, by: Any) -> None:
    """Take an axis, a point or a version out of a text. Raises PermissionDenied, ValidationError.

    The points of an axis stay, under none. A point on which a party stands somewhere stays.
    """
    check_may(by, TEXTS)
    if isinstance(row, Point) and row.positions.exists():
        raise ValidationError(_("Parties have a position on point %(number)s. Drop these positions first.") % {"number": row.number})
    text = row.text
    row.delete()
    log(text, "wagtail.edit", user=by)


@transaction.atomic
def mend_version(version: Version, by: Any, name: str, dated: date, changes: Mapping[Point, Changed], article: Article | None = None) -> Version:
    """Say otherwise what a version is and what it changes; changes that are not named are taken out. Raises PermissionDenied, ValidationError."""
    found: Version = _mend(version, by, name=name, dated=dated, article=article)
    found.changes.exclude(point__in=changes).delete()
    for point, changed in changes.items():
        _change(found, point, changed)
    return found


# ── Helpers ────────────────────────────────────────────────────────────────────


def _mend(row: Any, by: Any, **fields: Any) -> Any:
    check_may(by, TEXTS)
    for name, value in fields.items():
        setattr(row, name, value)
    keep(row)
    log(row.text, "wagtail.edit", user=by)
    return row


def _beside(row: Axis | Point) -> list[Any]:
    """The rows among which it may move, in order."""
    if isinstance(row, Point):
        return list(Point.objects.select_for_update().filter(text=row.text_id, axis=row.axis_id))
    return list(Axis.objects.select_for_update().filter(text=row.text_id))


def _number(rows: list[Any]) -> None:
    """Give rows the places that they have together, in their new order; places that were the same are told apart."""
    places = sorted(row.place for row in rows)
    if len(set(places)) < len(places):
        places = list(range(len(rows)))
    for row, place in zip(rows, places, strict=True):
        type(row).objects.filter(pk=row.pk).exclude(place=place).update(place=place)


def _change(version: Version, point: Point, changed: Changed) -> None:
    if point.text_id != version.text_id:
        raise ValidationError({"point": _("The point is of another text.")})
    row = version.changes.filter(point=point).first() or Change(text_id=version.text_id, version=version, point=point)
    row.kind, row.was, row.now = changed
    keep(row)
