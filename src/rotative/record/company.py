"""Who is in a story and in a dossier, in which stories somebody is, and with whom: of accepted appearances, the public ones."""
from __future__ import annotations

from collections import Counter

from rotative.newsroom.queries import in_dossier as stories_in_dossier
from rotative.press.listings import Listing
from rotative.press.reads import named_read
from rotative.press.rendering import stand_on
from rotative.record.models import Actor, Appearance
from rotative.record.models.suggestions import SHOWN_BY

seen_in = Listing(
    name="seen-in",
    model=Appearance,
    partition=lambda row: [str(row.article_id)] if row.is_public else [],
    rows=lambda part: Appearance.objects.public().filter(article=int(part)).select_related("actor"),
    order=("pk",),
    length=200,
    columns=SHOWN_BY | {"article_id"},
)

seen_as = Listing(
    name="seen-as",
    model=Appearance,
    partition=lambda row: [str(row.actor_id)] if row.is_public and row.actor_id else [],
    rows=lambda part: Appearance.objects.public().filter(actor=int(part)),
    order=("-article_id", "-pk"),
    length=500,
    columns=SHOWN_BY | {"actor_id", "article_id"},
    is_late=True,
)


@named_read(lambda article: [seen_in.key(str(article))])
def actors_of(article: int) -> list[Appearance]:
    """Who is in a story, by its primary key, as it names them and in the order in which it was read."""
    return list(seen_in.rows(str(article)).order_by(*seen_in.order))


@named_read(lambda dossier: [stories_in_dossier.key(str(dossier))])
def actors_in(dossier: int) -> list[tuple[Actor, int]]:
    """Who is in the stories of a dossier, by its primary key, and in how many: most first, then by name."""
    stories = list(stories_in_dossier.rows(str(dossier)).order_by().values_list("pk", flat=True))
    return _counted(stories)


@named_read(lambda actor: [seen_as.key(str(actor))])
def stories_of(actor: int) -> list[int]:
    """The stories that an actor, by primary key, is in, as primary keys; the newest row first."""
    return list(dict.fromkeys(seen_as.rows(str(actor)).order_by(*seen_as.order).values_list("article", flat=True)))


@named_read(lambda actor: [seen_as.key(str(actor))])
def company_of(actor: int) -> list[tuple[Actor, int]]:
    """With whom an actor, by primary key, is in stories, and in how many: most first, then by name."""
    return [(other, count) for other, count in _counted(stories_of(actor)) if other.pk != actor]


def _counted(stories: list[int]) -> list[tuple[Actor, int]]:
    stand_on(*(seen_in.key(str(pk)) for pk in stories))
    pairs = Appearance.objects.public().filter(article__in=stories, actor__isnull=False).order_by().values_list("actor", "article").distinct()
    counts = Counter(actor for actor, _ in pairs)
    found = Actor.objects.in_bulk(counts)
    return sorted(((found[pk], count) for pk, count in counts.items()), key=lambda each: (-each[1], each[0].name, each[0].pk))
