"""Statements of a list as pages, feeds and files tell them: each denial under its claim, and what whoever tells them stands on."""
from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rotative.paper.contexts import Said
from rotative.paper.saying import say, words_of
from rotative.press.keys import key_of
from rotative.press.pieces import facts, made_by, row_of, taken
from rotative.press.rendering import stand_on
from rotative.record import queries
from rotative.record.models import Statement

SHOWN = ("mode", "act", "unnamed", "described", "via", "addressee", "place", "hearsay", "dated", "said_from", "said_to", "actor_id", "speaker_id")


def told(rows: Sequence[Statement]) -> list[Said]:
    """Statements of somebody, each denial under the claim that it denies, whoever made that."""
    stand_on_what_is_shown(rows)
    pairs = queries.contradictions_of(rows)
    claims = {row.pk: [pair.claim for pair in pairs if pair.denial_id == row.pk] or [row] for row in rows}
    return say(list(dict.fromkeys(each for row in rows for each in claims[row.pk])))


def stand_on_what_is_shown(rows: Sequence[Statement]) -> None:
    """Of the rows of a list: what is shown of them, not where their words stand, which moves with every edit of the story."""
    for row in rows:
        taken(f"spoken:{row.pk}", partial(_spoken, row))
        if row.actor:
            facts(row.actor, "name", "slug", "kind")
        if row.speaker:
            facts(row.speaker, "name", "role")


@made_by("spoken", is_plain=True)
def _spoken_again(pk: str) -> None:
    row = row_of("statement", pk)
    if row is not None:
        taken(f"spoken:{pk}", partial(_spoken, row))


def _spoken(row: Statement) -> tuple[object, ...]:
    stand_on(key_of(row))
    return words_of(row), *(getattr(row, column) for column in SHOWN)
