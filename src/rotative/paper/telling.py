"""Statements of a list as pages, feeds and files tell them: each denial under its claim, and what whoever tells them stands on."""
from __future__ import annotations

from collections.abc import Sequence

from rotative.paper.contexts import Said
from rotative.paper.saying import say
from rotative.press.pieces import facts
from rotative.record import queries
from rotative.record.models import Statement

SHOWN = ("words", "mode", "act", "unnamed", "described", "via", "addressee", "place", "hearsay", "dated", "said_from", "said_to", "actor_id", "speaker_id")


def told(rows: Sequence[Statement]) -> list[Said]:
    """Statements of somebody, each denial under the claim that it denies, whoever made that."""
    stand_on_what_is_shown(rows)
    pairs = queries.contradictions_of(rows)
    claims = {row.pk: [pair.claim for pair in pairs if pair.denial_id == row.pk] or [row] for row in rows}
    return say(list(dict.fromkeys(each for row in rows for each in claims[row.pk])))


def stand_on_what_is_shown(rows: Sequence[Statement]) -> None:
    """Of the rows of a list: what is shown of them, not where their words stand, which moves with every edit of the story."""
    for row in rows:
        facts(row, *SHOWN)
        if row.actor:
            facts(row.actor, "name", "slug", "kind")
        if row.speaker:
            facts(row.speaker, "name", "role")
