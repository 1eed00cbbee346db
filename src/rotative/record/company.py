"""Who is in a story and in a dossier, in which stories somebody is, and with whom: of accepted appearances, the public ones."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from rotative.masthead.queries import zone
from rotative.newsroom.models import Dossier
from rotative.newsroom.queries import in_dossier as stories_in_dossier
from rotative.newsroom.queries import known_by
from rotative.newsroom.queries import stories as live_stories
from rotative.press.listings import Listing
from rotative.press.reads import Rows, derived, named_read
from rotative.press.rendering import stand_on
from rotative.record.likeness import last_word, letters
from rotative.record.models import Actor, ActorRole, Alias, Appearance
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
    query=lambda article: Appearance.objects.public().filter(article=article).select_related("actor"),
    order=("pk",),
    length=200,
    columns=SHOWN_BY | {"article_id"},
    shows=("actor_id",),
)

seen_as = Listing(
    name="seen-as",
    model=Appearance,
    partition=lambda row: [f"{row.actor_id}-{row.language}"] if row.is_public and row.actor_id else [],
    query=lambda actor, language: Appearance.objects.public().filter(actor=actor, language=language),
    values=lambda part: (int(part.partition("-")[0]), part.partition("-")[2]),
    order=("-article_id", "-pk"),
    length=500,
    columns=SHOWN_BY | {"actor_id", "language", "article_id"},
    shows=("role",),
    is_late=True,
)

known_in = Listing(
    name="known-in",
    model=Appearance,
    partition=lambda row: [row.language] if row.is_public and row.actor_id else [],
    query=lambda language: Appearance.objects.public().filter(language=language, actor__isnull=False),
    values=lambda part: (part,),
    order=("pk",),
    length=1,
    columns=SHOWN_BY | {"actor_id", "language"},
    shows=("actor_id",),
    is_late=True,
)

addressed = Listing(
    name="addressed",
    model=Actor,
    partition=lambda actor: ["all"],
    query=lambda: Actor.objects.all(),
    values=lambda part: (),
    order=("slug", "pk"),
    length=1,
    columns=frozenset({"slug"}),
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


@derived()
@named_read(lambda actor, language: [seen_as.key(f"{actor}-{language}")])
def has_page(actor: int, language: str) -> bool:
    """Whether readers find a page of an actor, by primary key: one who is in a story under embargo only has none yet."""
    return bool(_pages.take([(actor, language)]))


def with_pages(actors: Iterable[int], language: str) -> set[int]:
    """Those of some actors, by primary key, that have a page: asked at once, each an answer of its own."""
    wanted = sorted(set(actors))
    _pages.take([(actor, language) for actor in wanted])
    return {actor for actor in wanted if has_page(actor, language)}


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


@named_read(lambda actor, language: [seen_as.key(f"{actor}-{language}"), f"actor:{actor}"])
def other_names_of(actor: int, language: str) -> list[str]:
    """The other names of an actor, by primary key: those that editors gave it, and of actors that were merged those that readers have met."""
    # An appearance changes hands with ``met_as``, and the list tells of it.
    met = seen_as.rows(f"{actor}-{language}").order_by().values_list("met_as", flat=True)
    names = Alias.objects.filter(Q(merged_from=None) | Q(merged_from__in=list(met)), actor=actor).order_by("name", "pk")
    return list(names.values_list("name", flat=True))


@named_read(lambda actor, language: [seen_as.key(f"{actor}-{language}")])
def dossiers_of(actor: int, language: str) -> list[tuple[Dossier, int]]:
    """The dossiers of a language that have stories with an actor, by primary key, and how many: most first, then by name."""
    stories = known_by(list(live_stories(stories_of(actor, language)).values()), "dossier_id")
    counts = Counter(story.dossier_id for story in stories if story.dossier_id)
    found = [(dossier, counts[pk]) for pk, dossier in Dossier.objects.in_bulk(counts).items() if dossier.language == language]
    return sorted(found, key=lambda each: (-each[1], each[0].name, each[0].pk))


@named_read(lambda words, language: [addressed.key("all")])
def named(words: str, language: str) -> list[Actor]:
    """The actors that readers know in a language and that some words name: whole, or by their last word with others of the name; for a page that is not printed."""
    asked = set(letters(words).split())
    called = Q(ending=last_word(words)) | Q(aliases__ending=last_word(words))
    found = Actor.objects.whole().filter(called).distinct().order_by("name", "pk")[:200] if asked else []
    known = with_pages([actor.pk for actor in found], language)
    others = _other_names(known, language)
    told = [(actor, [actor.name, *others[actor.pk]]) for actor in found if actor.pk in known]
    return [actor for actor, names in told if any(asked <= set(letters(name).split()) for name in names)]


@derived(is_late=True)
@named_read(lambda language: [known_in.key(language), addressed.key("all")])
def slugs_known_in(language: str) -> list[str]:
    """The actors that readers know in a language, by their addresses, in the order of the alphabet."""
    return list(known_in.rows(language).order_by("actor__slug").values_list("actor__slug", flat=True).distinct())


def _other_names(actors: set[int], language: str) -> defaultdict[int, list[str]]:
    """What ``other_names_of`` says of each of some actors, asked at once."""
    met = {(actor, met) for actor, met in Appearance.objects.public().filter(actor__in=actors, language=language).values_list("actor", "met_as")}
    found = defaultdict[int, list[str]](list)
    for actor, name, merged_from in Alias.objects.filter(actor__in=actors).order_by("name", "pk").values_list("actor", "name", "merged_from"):
        found[actor] += [name] if merged_from is None or (actor, merged_from) in met else []
    return found


def _seen(keys: list[tuple[int, str]]) -> dict[tuple[int, str], bool]:
    found = Appearance.objects.public().filter(actor__in={actor for actor, _ in keys}, language__in={language for _, language in keys})
    return dict.fromkeys(found.order_by().values_list("actor", "language").distinct(), True)


_pages = Rows(_seen, at_most=2000)


@named_read(lambda actors, language: [key for actor in actors for key in (seen_as.key(f"{actor}-{language}"), f"actor:{actor}")])
def roles_of_each(actors: Iterable[int], language: str) -> dict[int, list[SeenRole]]:
    """The roles of each of some actors, by primary key, in a language: as editors said, the first first; else the one that the last story gives."""
    wanted = list(actors)
    rows = Appearance.objects.public().filter(actor__in=wanted, language=language).exclude(role="")
    called = rows.order_by("article__first_published_at", "pk").values_list("actor", "role")
    said = defaultdict[int, list[SeenRole]](list)
    for row in ActorRole.objects.filter(actor__in=wanted, language=language):
        said[row.actor_id].append(SeenRole(row.role, row.since, row.until, is_said=True))
    return {**{actor: [SeenRole(role, None, None)] for actor, role in called}, **said}


def _called(actor: int, language: str) -> list[SeenRole]:
    """The roles that stories give, from the day of the first of them to that of the last."""
    rows = list(seen_as.rows(f"{actor}-{language}").exclude(role="").order_by("pk").values_list("role", "article"))
    stories = live_stories({article for _, article in rows})
    known_by(list(stories.values()), "first_published_at")
    days = defaultdict[str, list[date]](list)
    for role, article in rows:
        days[role].append(timezone.localtime(stories[article].first_published_at, zone()).date())
    return sorted((SeenRole(role, min(found), max(found)) for role, found in days.items()), key=lambda each: (each.since, each.until, each.role))


def _counted(stories: list[int]) -> list[tuple[Actor, int]]:
    stand_on(*(seen_in.key(str(pk)) for pk in stories))
    pairs = Appearance.objects.public().filter(article__in=stories, actor__isnull=False).order_by().values_list("actor", "article").distinct()
    counts = Counter(actor for actor, _ in pairs)
    found = Actor.objects.in_bulk(counts)
    return sorted(((found[pk], count) for pk, count in counts.items()), key=lambda each: (-each[1], each[0].name, each[0].pk))
