"""What editors decide of suggestions: accept, reject, mend, take back, add by hand. Each is in the history."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rotative.newsroom.models import Article
from rotative.record.actions.carrying import place
from rotative.record.actions.findings import fitted, naming
from rotative.record.actions.history import decide, note
from rotative.record.actions.holding import hold, locked, who_is_who
from rotative.record.actions.naming import actor_of, known_as
from rotative.record.actions.proposing import propose_contradictions, propose_same
from rotative.record.actions.stamps import check_unchanged
from rotative.record.anchors import Anchor, Blocks, find
from rotative.record.grounds import Part
from rotative.record.models import Appearance, Decision, Essential, Event, Origin, Standing, State, Statement
from rotative.record.permissions import check_may_decide, check_may_write

Verb = Decision.Verb
MENDABLE: dict[type[Any], frozenset[str]] = {
    Statement: frozenset({"mode", "act", "speaker", "unnamed", "described", "via", "addressee", "place", "said_from", "said_to", "hearsay"}),
    Event: frozenset({"what", "where", "first_day", "last_day", "hour", "dossier"}),
    Essential: frozenset({"text"}),
    Appearance: frozenset({"name", "kind", "role", "actor"}),
}


@transaction.atomic
def accept(row: Any, by: Any, seen: str = "") -> Any:
    """Accept a suggestion as it is. Raises PermissionDenied, ValidationError, DecidedMeanwhile.

    seen: the row's stamp when it was looked at (``stamps``), here and below; empty where nobody looked.
    """
    row = _held(row, by, seen)
    return _keep(row, State.ACCEPTED, Verb.ACCEPTED, by)


@transaction.atomic
def reject(row: Any, by: Any, seen: str = "") -> Any:
    """Reject a suggestion, or what was accepted; it is not suggested again. Raises PermissionDenied, DecidedMeanwhile."""
    row = _held(row, by, seen)
    _leave(row, State.REJECTED, Verb.REJECTED, by)
    return row


@transaction.atomic
def take_back(row: Any, by: Any, seen: str = "") -> Any:
    """Undo what was decided: it is a suggestion again. Raises PermissionDenied, DecidedMeanwhile."""
    row = _held(row, by, seen)
    _leave(row, State.SUGGESTED, Verb.TAKEN_BACK, by)
    return row


@transaction.atomic
def mend(row: Any, by: Any, content: Sequence[Anchor] = (), blocks: Blocks | None = None, seen: str = "", **fields: Any) -> Any:
    """Accept with changes. Raises PermissionDenied, ValidationError, DecidedMeanwhile.

    content: other words, an anchor a block. blocks: the text that the editor has before them: a new speaker is looked for
    in it, and what it does not have the row no longer rests on. fields: columns of ``MENDABLE``; of an event, ``who`` too.
    """
    row = _held(row, by, seen)
    was = _changed(row, fields)
    who = fields.pop("who", None)
    _set(row, content, fields, blocks)
    if who is not None:
        row.who.set(who)
    return _keep(row, State.MENDED, Verb.MENDED, by, was=was)


@transaction.atomic
def add(model: type[Any], article: Article, by: Any, content: Sequence[Anchor] = (), blocks: Blocks | None = None, **fields: Any) -> Any:
    """Add by hand what no reading found; it is accepted at once. Raises PermissionDenied, ValidationError."""
    check_may_decide(article, by)
    who_is_who(is_changed=False)
    hold(article.pk)
    who = fields.pop("who", [])
    row = model(article_id=article.pk, language=article.language, origin=Origin.HAND)
    _set(row, content, fields, blocks)
    row.save()
    if who:
        row.who.set(who)
    return _keep(row, State.ACCEPTED, Verb.ADDED, by)


# ── Helpers ────────────────────────────────────────────────────────────────────


def _held(row: Any, by: Any, seen: str = "") -> Any:
    """The row, held, if it is still what was seen. What is offered is decided by who writes; what is found, by who may show it."""
    (check_may_write if isinstance(row, Essential) else check_may_decide)(row.article, by)
    who_is_who(is_changed=False)
    hold(row.article_id)
    row = locked(row)
    check_unchanged(row, seen, by)
    return row


def _keep(row: Any, state: State, verb: Decision.Verb, by: Any, **data: Any) -> Any:
    if isinstance(row, Event) and not row.is_kept:
        row.dossier = row.dossier or row.article.dossier
    decide(row, state, by)
    _settle(row, by)
    row.full_clean()
    if not isinstance(row, Essential):
        place(row)
    row.save()
    note(row, verb, by, **data)
    _propose(row)
    return row


def _propose(row: Any) -> None:
    """What an editor may want to look at next: who else this may be, what it denies."""
    if isinstance(row, Appearance):
        propose_same(row.actor)
    if isinstance(row, Statement):
        propose_contradictions(row)


def _settle(row: Any, by: Any) -> None:
    """Say who it is for the whole paper. Who speaks is kept with what they say."""
    if isinstance(row, Appearance):
        row.actor = actor_of(row)
        Statement.objects.filter(speaker=row.pk).exclude(actor=row.actor).update(actor=row.actor)
    if isinstance(row, Statement):
        row.speaker = row.speaker and _speaker(row.speaker, by)
        row.actor = row.speaker and row.speaker.actor


def _speaker(speaker: Appearance, by: Any) -> Appearance:
    if speaker.state == State.REJECTED:
        raise ValidationError({"speaker": _("“%(name)s” was rejected in this story. Choose another speaker.") % {"name": speaker.name}})
    kept: Appearance = speaker if speaker.is_kept else accept(speaker, by)
    return kept


def _leave(row: Any, state: State, verb: Decision.Verb, by: Any) -> None:
    decide(row, state, by)
    row.standing = Standing.WAITING
    row.save()
    note(row, verb, by)
    if isinstance(row, Appearance):  # Nobody is shown to say what an actor who is none would say.
        for statement in Statement.objects.kept().filter(speaker=row.pk).order_by("pk"):
            _leave(statement, State.SUGGESTED, Verb.TAKEN_BACK, by)


def _set(row: Any, content: Sequence[Anchor], fields: dict[str, Any], blocks: Blocks | None) -> None:
    unknown = set(fields) - MENDABLE[type(row)]
    if unknown:
        raise TypeError(f"no mending of {', '.join(sorted(unknown))}")
    for name, value in fitted(type(row), fields).items():
        setattr(row, name, value)
    if isinstance(row, Appearance) and "actor" in fields and row.actor is None:  # Whom the reading proposed is not meant.
        row.proposed = known_as(row.name, row.kind)
    if content and isinstance(row, Appearance):
        row.mentions = [anchor.as_json() for anchor in content]
    elif content:
        row.put([*(Part("content", anchor) for anchor in content), *(_resting(row, blocks) if row.words else [])])
    if isinstance(row, Statement) and (content or "speaker" in fields):
        row.put(naming(row.grounds, row.speaker, blocks or {row.block: row.words}))


def _resting(row: Any, blocks: Blocks | None) -> Iterator[Part]:
    """What else a row rests on, where it is in the text at hand; of words that are there no more, an editor says what they were."""
    for part in row.grounds[1:]:
        found = find(part.anchor, blocks) if blocks else None
        if part.kind != "content" and (blocks is None or (found and found.how != "trimmed")):
            yield Part(part.kind, found.anchor if found else part.anchor)


def _changed(row: Any, fields: dict[str, Any]) -> dict[str, Any]:
    """What the row said where it is mended, for the history."""
    return {"words": getattr(row, "words", ""), **{name: str(getattr(row, name) or "") for name in fields if name != "who"}}
