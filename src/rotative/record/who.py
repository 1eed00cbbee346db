"""Who is who, for the desk: actors found by any of their names, all that is theirs, what moves if two are one."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from rotative.record.likeness import letters
from rotative.record.models import Actor, Alias, Appearance, Position, SameActor, State, Statement
from rotative.record.permissions import seen_by


@dataclass(frozen=True)
class Moving:
    """What a merge moves to the actor that stays. hindrances: why the two cannot be one as they are."""

    stories: int
    statements: int
    positions: int
    names: tuple[str, ...]
    roles: tuple[str, ...]
    hindrances: tuple[str, ...]


def named(words: str) -> QuerySet[Actor]:
    """Actors, merged ones left out, one of whose names has words that begin so; marks and capitals do not count."""
    begun = letters(words).split()
    if not begun:
        return Actor.objects.none()
    alike = reduce(and_, (Q(plain__contains=f" {word}") for word in begun))
    called = Alias.objects.filter(alike).values("actor")
    return Actor.objects.whole().filter(alike | Q(pk__in=called))


def counted(actors: QuerySet[Actor]) -> QuerySet[Actor]:
    """With how many stories each is in, and how many of its statements were accepted."""
    return actors.annotate(stories=_number(Appearance, Count("article", distinct=True)), said=_number(Statement, Count("pk")))


def appearances(actor: Actor, by: Any = None) -> list[Appearance]:
    """Where an actor is, as editors accepted it, the newest story first; in the stories that somebody may see."""
    return appearances_of([actor.pk], by)[actor.pk]


def appearances_of(actors: Iterable[int], by: Any = None) -> dict[int, list[Appearance]]:
    """The same of each of some actors, by primary key, asked at once."""
    rows = seen_by(by, Appearance.objects.kept().filter(actor__in=list(actors))).select_related("article", "met_as").defer("article__body")
    found = defaultdict[int, list[Appearance]](list)
    for row in rows.order_by(F("article__first_published_at").desc(nulls_first=True), "-article", "pk"):
        found[row.actor_id].append(row)
    return found


def stories_of(actors: Iterable[int]) -> dict[int, int]:
    """In how many stories each of some actors is, whoever may see them, by primary key."""
    rows = Appearance.objects.kept().filter(actor__in=list(actors)).order_by().values("actor")
    return Counter(dict(rows.annotate(number=Count("article", distinct=True)).values_list("actor", "number")))


def statements(actor: Actor, number: int, by: Any = None) -> list[Statement]:
    """What an actor said, as editors accepted it, the last first; in the stories that somebody may see."""
    return list(seen_by(by, Statement.objects.kept().filter(actor=actor)).select_related("article", "speaker").defer("article__body").order_by(F("dated").desc(nulls_first=True), "-pk")[:number])


def likely_same(actor: Actor) -> list[SameActor]:
    """The pairs in which an actor may be another one, the likeliest first."""
    pairs = SameActor.objects.filter(Q(one=actor) | Q(other=actor), state=State.SUGGESTED, one__merged_into=None, other__merged_into=None)
    return list(pairs.select_related("one", "other").order_by("-weight", "pk"))


def moving(kept: Actor, gone: Actor) -> Moving:
    """What making two actors one would do."""
    names = tuple(name for name in gone.names if name not in kept.names)
    roles = tuple(role.role for role in gone.roles.all())
    return Moving(
        len({row.article_id for row in appearances(gone)}),
        Statement.objects.filter(actor=gone).count(),
        Position.objects.filter(party=gone).count(),
        names,
        roles,
        tuple(_hindrances(kept, gone)),
    )


def _number(model: Any, counted: Count) -> Coalesce:
    """How many accepted rows an actor has, asked by itself: joined, who is in a thousand stories and said a thousand things would be a million rows."""
    kept = model.objects.kept().filter(actor=OuterRef("pk")).order_by().values("actor")
    return Coalesce(Subquery(kept.annotate(number=counted).values("number")), 0)


def _hindrances(kept: Actor, gone: Actor) -> Iterator[str]:
    if kept.pk == gone.pk or kept.merged_into_id or gone.merged_into_id:
        yield _("Two actors are merged that are not merged yet.")
    if kept.kind != gone.kind:
        yield _("A person, a body and a place are never the same.")
    if kept.wikidata and gone.wikidata:
        yield _("Wikidata knows “%(one)s” and “%(other)s” as two. Correct an identifier first.") % {"one": kept, "other": gone}
    mine = {(row.point_id, row.dated): row for row in Position.objects.filter(party=kept).select_related("point")}
    for row in Position.objects.filter(party=gone):
        same = mine.get((row.point_id, row.dated))
        if same and same.stance != row.stance:
            yield _("On %(point)s the two stand otherwise on the same day. Mend one position first.") % {"point": same.point}
