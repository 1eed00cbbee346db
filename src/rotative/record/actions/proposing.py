"""Proposes what an editor confirms: actors that may be one, statements that may contradict each other."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rotative.newsroom.models import Article
from rotative.record import likeness, opposition
from rotative.record.actions import actors
from rotative.record.actions.history import decide, note
from rotative.record.actions.holding import locked, who_is_who
from rotative.record.likeness import Known
from rotative.record.models import (
    KEPT,
    Actor,
    Alias,
    Appearance,
    Contradiction,
    Decision,
    Origin,
    SameActor,
    State,
    Statement,
)
from rotative.record.opposition import Said
from rotative.record.permissions import ACTORS, check_may, check_may_decide

# ── Actors that may be one ─────────────────────────────────────────────────────


@transaction.atomic
def propose_same(actor: Actor) -> list[SameActor]:
    """Suggest who an actor may be, too; what was decided of a pair is not asked again."""
    known = _known(_namesakes(actor))
    mine = known.pop(actor, None)
    found = [(other, why) for other, theirs in known.items() if mine and (why := likeness.reasons(mine, theirs))]
    return [_suggest(actor, other, why) for other, why in found]


@transaction.atomic
def confirm_same(pair: SameActor, by: Any) -> Actor:
    """They are one: the one that has been in more stories stays. Raises PermissionDenied, ValidationError."""
    check_may(by, ACTORS)
    who_is_who(is_changed=True)
    pair = _waiting(pair)
    first, second = sorted((pair.one, pair.other), key=lambda each: (-each.appearances.count(), each.pk))
    kept = actors.merge(first, second, by)
    _decide(pair, State.ACCEPTED, Decision.Verb.ACCEPTED, by, gone=second.pk)
    return kept


@transaction.atomic
def reject_same(pair: SameActor, by: Any) -> None:
    """They are two. Raises PermissionDenied, ValidationError."""
    check_may(by, ACTORS)
    _decide(_waiting(pair), State.REJECTED, Decision.Verb.REJECTED, by)


@transaction.atomic
def reconsider_same(pair: SameActor, by: Any) -> SameActor:
    """Undo what was decided of a pair: two again if they were made one, and a suggestion. Raises PermissionDenied."""
    check_may(by, ACTORS)
    who_is_who(is_changed=True)
    pair = locked(pair)
    if pair.state == State.ACCEPTED and (gone := _gone(pair)):
        actors.unmerge(gone, by)
    _decide(pair, State.SUGGESTED, Decision.Verb.TAKEN_BACK, by)
    return pair


# ── Contradictions ─────────────────────────────────────────────────────────────


@transaction.atomic
def propose_contradictions(statement: Statement) -> list[Contradiction]:
    """Suggest what an accepted statement denies, and what denies it; what was decided of a pair is not asked again."""
    mine = _said(statement)
    found = []
    for other in _of_the_same(statement):
        theirs = _said(other)
        found += [(statement, other, why)] if (why := opposition.reasons(mine, theirs)) else []
        found += [(other, statement, why)] if (why := opposition.reasons(theirs, mine)) else []
    return [_propose(claim, denial, why) for claim, denial, why in found]


@transaction.atomic
def confirm_contradiction(pair: Contradiction, by: Any) -> Contradiction:
    """Readers may see the denial beside the claim. Raises PermissionDenied, ValidationError."""
    return _tell(pair, State.ACCEPTED, Decision.Verb.ACCEPTED, by)


@transaction.atomic
def reject_contradiction(pair: Contradiction, by: Any) -> Contradiction:
    """They do not contradict each other. Raises PermissionDenied, ValidationError."""
    return _tell(pair, State.REJECTED, Decision.Verb.REJECTED, by)


@transaction.atomic
def contradict(claim: Statement, denial: Statement, by: Any) -> Contradiction:
    """Say by hand that one denies the other. Raises PermissionDenied, ValidationError."""
    _check_may_contradict(claim, denial)
    pair = Contradiction.objects.get_or_create(claim=claim, denial=denial, defaults={"origin": Origin.HAND})[0]
    return _decide_contradiction(pair, State.ACCEPTED, Decision.Verb.ADDED, by)


@transaction.atomic
def reconsider_contradiction(pair: Contradiction, by: Any) -> Contradiction:
    """Undo what was decided: it is a suggestion again. Raises PermissionDenied."""
    return _decide_contradiction(pair, State.SUGGESTED, Decision.Verb.TAKEN_BACK, by)


# ── Helpers ────────────────────────────────────────────────────────────────────


def _waiting(pair: Any) -> Any:
    """The pair, held, while nobody told it: from a page of before, the second would write over the first."""
    pair = locked(pair)
    if pair.state != State.SUGGESTED:
        raise ValidationError(_("Somebody told this pair meanwhile. It stands under “Decided lately”, where it is undone."))
    return pair


def _gone(pair: SameActor) -> Actor | None:
    """Which of the two was merged when they were confirmed."""
    told = Decision.objects.filter(kind=Decision.Kind.SAME, row=pair.pk, verb=Decision.Verb.ACCEPTED).last()
    wanted = [told.data["gone"]] if told and "gone" in told.data else [pair.one_id, pair.other_id]
    return Actor.objects.filter(pk__in=wanted, merged_into__isnull=False).first()


def _check_may_contradict(claim: Statement, denial: Statement) -> None:
    if claim.pk == denial.pk:
        raise ValidationError(_("A statement does not contradict itself. Choose two."))
    if not (claim.is_kept and denial.is_kept):
        raise ValidationError(_("Only statements that were accepted can contradict each other."))


def _namesakes(actor: Actor) -> list[Actor]:
    """Actors one of whose names ends like one of this one's, itself among them."""
    ends = {likeness.last_word(name) for name in actor.names}
    found = {pk for model, key in ((Actor, "pk"), (Alias, "actor")) for pk in model.objects.filter(ending__in=ends).values_list(key, flat=True)}
    return list(Actor.objects.whole().filter(kind=actor.kind, pk__in=found).prefetch_related("aliases").order_by("pk"))


def _known(some: Iterable[Actor]) -> dict[Actor, Known]:
    rows = defaultdict[int, list[Appearance]](list)
    for row in Appearance.objects.kept().filter(actor__in=[each.pk for each in some]).select_related("article"):
        rows[row.actor_id].append(row)
    company = _company({row.article_id for each in rows.values() for row in each})
    return {actor: _known_of(actor, rows[actor.pk], company) for actor in some}


def _known_of(actor: Actor, rows: list[Appearance], company: dict[int, set[str]]) -> Known:
    stories = frozenset(row.article_id for row in rows)
    others = frozenset(name for story in stories for name in company[story]) - {row.name for row in rows}
    dossiers = frozenset(row.article.dossier_id for row in rows if row.article.dossier_id)
    return Known(actor.kind, tuple(actor.names), frozenset(row.role for row in rows if row.role), stories, dossiers, others)


def _company(stories: Iterable[int]) -> dict[int, set[str]]:
    found = defaultdict[int, set[str]](set)
    for story, name in Appearance.objects.kept().filter(article__in=stories).values_list("article", "name"):
        found[story].add(name)
    return found


def _suggest(actor: Actor, other: Actor, why: list[likeness.Reason]) -> SameActor:
    one, two = sorted((actor, other), key=lambda each: each.pk)
    told = {"reasons": [reason._asdict() for reason in why], "weight": likeness.weight(why)}
    pair, made = SameActor.objects.get_or_create(one=one, other=two, defaults=told)
    if not made and pair.state == State.SUGGESTED:
        SameActor.objects.filter(pk=pair.pk).update(**told)
        pair.refresh_from_db()
    return pair


def _of_the_same(statement: Statement) -> list[Statement]:
    """The other accepted statements of its story, of its dossier, and on the points that it is about."""
    points = list(statement.positions.values_list("point", flat=True))
    kept = Statement.objects.filter(state__in=KEPT, act__in=opposition.opposites(statement.act)).exclude(pk=statement.pk)
    article: Article = statement.article
    near = kept.filter(article__dossier=article.dossier_id) if article.dossier_id else kept.filter(article=article)
    on_points = kept.filter(positions__point__in=points)
    wanted = {*near.values_list("pk", flat=True), *on_points.values_list("pk", flat=True)}
    return list(Statement.objects.filter(pk__in=wanted).select_related("article").prefetch_related("positions").order_by("pk"))


def _said(statement: Statement) -> Said:
    points = frozenset(position.point_id for position in statement.positions.all())
    return Said(statement.act, statement.words, statement.actor_id, points, statement.article_id, statement.article.dossier_id, statement.dated)


def _propose(claim: Statement, denial: Statement, why: list[opposition.Reason]) -> Contradiction:
    return Contradiction.objects.get_or_create(claim=claim, denial=denial, defaults={"reasons": [reason._asdict() for reason in why]})[0]


def _tell(pair: Contradiction, state: State, verb: Decision.Verb, by: Any) -> Contradiction:
    _check_may_tell(pair, by)
    return _decide_contradiction(_waiting(pair), state, verb, by)


def _decide_contradiction(pair: Contradiction, state: State, verb: Decision.Verb, by: Any) -> Contradiction:
    _check_may_tell(pair, by)
    pair = locked(pair)
    _decide(pair, state, verb, by)
    return pair


def _check_may_tell(pair: Contradiction, by: Any) -> None:
    for statement in (pair.claim, pair.denial):
        check_may_decide(statement.article, by)


def _decide(pair: Any, state: State, verb: Decision.Verb, by: Any, **data: Any) -> None:
    decide(pair, state, by)
    pair.save()
    note(pair, verb, by, **data)
