"""Where an actor stands, when it is merged into another one and when that is undone. What it had is remembered beside the merge."""
from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import ModelLogEntry

from rotative.record.models import Actor, Ground, Position, Statement

MERGED = "record.merge"


def hand_over(gone: Actor, kept: Actor) -> list[dict[str, Any]]:
    """Of two positions of one day on one point, the one that is kept has the grounds of both. What the one that is gone had. Raises ValidationError."""
    return [_hand_over(position, kept) for position in Position.objects.filter(party=gone).order_by("pk")]


def give_back(kept: Actor, gone: Actor) -> None:
    """The positions that a merge took, silence too, as long as nobody said otherwise since."""
    for told in _remembered(gone):
        position = Position.objects.filter(party=kept, point=told["point"], dated=told["dated"], stance=told["stance"]).first()
        if position is None:
            continue
        if told["is_shared"]:
            _part(position, gone, told)
        elif set(position.grounds.values_list("statement", flat=True)) <= set(told["statements"]):
            Position.objects.filter(pk=position.pk).update(party=gone)


def _hand_over(position: Position, kept: Actor) -> dict[str, Any]:
    same = Position.objects.filter(party=kept, point=position.point_id, dated=position.dated).first()
    rested = list(position.grounds.order_by("pk").values_list("statement", flat=True))
    told = {"point": position.point_id, "dated": position.dated.isoformat(), "stance": position.stance, "condition": position.condition, "statements": rested}
    if same is None:
        Position.objects.filter(pk=position.pk).update(party=kept)
        return {**told, "is_shared": False}
    if same.stance != position.stance:
        raise ValidationError(_("On %(point)s the two stand otherwise on the same day. Mend one position first.") % {"point": position.point})
    added = set(rested) - set(same.grounds.values_list("statement", flat=True))
    _rest(same, added)
    position.delete()
    return {**told, "is_shared": True, "added": sorted(added)}


def _part(position: Position, gone: Actor, told: dict[str, Any]) -> None:
    """Two positions of what was one: each rests on what it rested on."""
    own = Position.objects.create(text_id=position.text_id, point_id=position.point_id, party=gone, dated=position.dated, stance=position.stance, condition=told["condition"])
    _rest(own, Statement.objects.filter(pk__in=told["statements"]).values_list("pk", flat=True))
    if position.grounds.exclude(statement__in=told["added"]).exists():
        position.grounds.filter(statement__in=told["added"]).delete()


def _rest(position: Position, statements: Any) -> None:
    Ground.objects.bulk_create(Ground(text_id=position.text_id, position=position, statement_id=pk) for pk in sorted(statements))


def _remembered(gone: Actor) -> list[dict[str, Any]]:
    """What an actor had when it was last merged."""
    merges = ModelLogEntry.objects.filter(content_type=ContentType.objects.get_for_model(Actor), action=MERGED, data__gone=gone.pk)
    last = merges.order_by("-timestamp", "-pk").first()
    return list(last.data.get("positions", ())) if last else []
