"""Who is in a story and in a dossier, in which stories somebody is, and with whom: of accepted appearances, the public ones."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from rotative.masthead.queries import zone
from rotative.newsroom.queries import in_dossier as stories_in_dossier
from rotative.press.listings import Listing
from rotative.press.reads import named_read
from rotative.press.rendering import stand_on
from rotative.record.models import Actor, ActorRole, Appearance
from rotative.record.models.suggestions import SHOWN_BY


@dataclass(frozen=True)
class SeenRole:
    """A role, and when: as an editor said, or from the first to the last story that calls somebody so."""

    role: str
    since: date | None
    until: date | None
    is_said: bool = False


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
    partition=lambda row: [f"{row.actor_id}-{row.language}"] if row.is_public and row.actor_id else [],
    rows=lambda part: Appearance.objects.public().filter(actor=int(part.partition("-")[0]), language=part.partition("-")[2]),
    order=("-article_id", "-pk"),
    length=500,
    columns=SHOWN_BY | {"actor_id", "language", "article_id"},
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


@named_read(lambda actor, language: [seen_as.key(f"{actor}-{language}")])
def stories_of(actor: int, language: str) -> list[int]:
    """The stories of a language that an actor, by primary key, is in, as primary keys; the last written first."""
    return list(dict.fromkeys(seen_as.rows(f"{actor}-{language}").order_by(*seen_as.order).values_list("article", flat=True)))


@named_read(lambda actor, language: [seen_as.key(f"{actor}-{language}")])
def has_page(actor: int, language: str) -> bool:
    """Whether readers find a page of an actor, by primary key: one who is in a story under embargo only has none yet."""
    return seen_as.rows(f"{actor}-{language}").exists()


@named_read(lambda actors, language: [seen_as.key(f"{actor}-{language}") for actor in actors])
def with_pages(actors: Iterable[int], language: str) -> set[int]:
    """Those of some actors, by primary key, that have a page."""
    seen = Appearance.objects.public().filter(actor__in=list(actors), language=language)
    return set(seen.order_by().values_list("actor", flat=True).distinct())


@named_read(lambda actor, language: [seen_as.key(f"{actor}-{language}")])
def company_of(actor: int, language: str) -> list[tuple[Actor, int]]:
    """With whom an actor, by primary key, is in the stories of a language, and in how many: most first, then by name."""
    return [(other, count) for other, count in _counted(stories_of(actor, language)) if other.pk != actor]


@named_read(lambda actor, language: [seen_as.key(f"{actor}-{language}"), f"actor:{actor}"])
def roles_of(actor: int, language: str) -> list[SeenRole]:
    """What an actor, by primary key, is and was, in a language: as editors said, else as stories called it, the first first."""
    said = ActorRole.objects.filter(actor=actor, language=language)
    roles = [SeenRole(row.role, row.since, row.until, is_said=True) for row in said]
    return roles or _called(actor, language)


def _called(actor: int, language: str) -> list[SeenRole]:
    """The roles that stories give, from the day of the first of them to that of the last."""
    rows = seen_as.rows(f"{actor}-{language}").exclude(role="").order_by("article__first_published_at", "pk")
    days = defaultdict[str, list[date]](list)
    for role, at in rows.values_list("role", "article__first_published_at"):
        days[role].append(timezone.localtime(at, zone()).date())
    return [SeenRole(role, found[0], found[-1]) for role, found in days.items()]


def _counted(stories: list[int]) -> list[tuple[Actor, int]]:
    stand_on(*(seen_in.key(str(pk)) for pk in stories))
    pairs = Appearance.objects.public().filter(article__in=stories, actor__isnull=False).order_by().values_list("actor", "article").distinct()
    counts = Counter(actor for actor, _ in pairs)
    found = Actor.objects.in_bulk(counts)
    return sorted(((found[pk], count) for pk, count in counts.items()), key=lambda each: (-each[1], each[0].name, each[0].pk))
