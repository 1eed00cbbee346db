"""What pages ask of the record: what is public, and nothing else.

A statement is public while it is accepted and its words stand in the live text of a story; an event too; a
contradiction while both its statements are; a position while one of the statements that it rests on is.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Prefetch, Q, QuerySet

from rotative.library.models import Picture
from rotative.masthead.languages import locale_id_of
from rotative.newsroom.models import Article
from rotative.newsroom.queries import in_dossier as stories_in_dossier
from rotative.press.listings import Listing, Roll
from rotative.press.reads import Rows, derived, named_read
from rotative.press.rendering import stand_on
from rotative.record.company import actors_in, seen_in
from rotative.record.models import (
    KEPT,
    Actor,
    Appearance,
    Axis,
    Change,
    Contradiction,
    Event,
    NegotiatedText,
    Point,
    Portrait,
    Position,
    Statement,
    Version,
)
from rotative.record.models.events import Attendance
from rotative.record.models.suggestions import SHOWN_BY
from rotative.record.typed import typed

# ── Listings ───────────────────────────────────────────────────────────────────


def _with_speakers(**where: object) -> QuerySet[Statement]:
    return Statement.objects.public().filter(**where).select_related("actor", "speaker")


def _who() -> Prefetch:
    return Prefetch("who", Appearance.objects.public().select_related("actor").order_by("pk"))


said_in = Listing(
    name="said-in",
    model=Statement,
    partition=lambda row: [str(row.article_id)] if row.is_public else [],
    query=lambda article: _with_speakers(article=article),
    order=("pk",),
    length=500,
    columns=SHOWN_BY | {"article_id"},
)

said_by = Listing(
    name="said-by",
    model=Statement,
    partition=lambda row: [f"{row.actor_id}-{row.language}"] if row.is_public and row.actor_id and row.dated else [],
    query=lambda actor, language: _with_speakers(actor=actor, language=language, dated__isnull=False),
    values=lambda part: (int(part.partition("-")[0]), part.partition("-")[2]),
    order=("-dated", "-pk"),
    length=20,
    columns=SHOWN_BY | {"actor_id", "language", "dated"},
    shows=("article_id", "act"),
    is_late=True,
)

happened_in = Listing(
    name="happened-in",
    model=Event,
    partition=lambda row: [str(row.article_id)] if row.is_public else [],
    query=lambda article: Event.objects.public().filter(article=article).prefetch_related(_who()),
    order=("pk",),
    length=200,
    columns=SHOWN_BY | {"article_id"},
)

happened = Listing(
    name="timeline",
    model=Event,
    partition=lambda row: [str(row.dossier_id)] if row.is_public and row.dossier_id and row.first_day else [],
    query=lambda dossier: Event.objects.public().filter(dossier=dossier, first_day__isnull=False).prefetch_related(_who()),
    order=("first_day", "pk"),
    length=500,
    columns=SHOWN_BY | {"dossier_id", "first_day"},
)

texts_in = Listing(
    name="texts",
    model=NegotiatedText,
    partition=lambda text: [str(text.dossier_id)] if text.is_shown else [],
    query=lambda dossier: NegotiatedText.objects.filter(dossier=dossier, is_shown=True),
    order=("name", "pk"),
    length=50,
    columns=frozenset({"is_shown", "dossier_id", "name"}),
)

texts_shown = Listing(
    name="texts-shown",
    model=NegotiatedText,
    partition=lambda text: [str(text.locale_id)] if text.is_shown else [],
    query=lambda locale: NegotiatedText.objects.filter(locale=locale, is_shown=True),
    order=("slug", "pk"),
    length=1000,
    columns=frozenset({"is_shown", "locale_id", "slug"}),
    is_late=True,
)

Roll("address:actor", Actor, lambda actor: [actor.slug], frozenset({"slug"}))
Roll("list:portrait", Portrait, lambda portrait: [str(portrait.pk)], frozenset())
Roll("address:text", NegotiatedText, lambda text: [f"{text.language}:{text.slug}"], frozenset({"locale_id", "slug"}))
Roll("list:positions", Position, lambda position: [str(position.party_id)], frozenset({"party_id"}))
Roll("list:contradictions", Contradiction, lambda pair: [str(pair.claim_id), str(pair.denial_id)] if pair.is_kept else [], frozenset({"state", "claim_id", "denial_id"}))


# ── One thing at an address ────────────────────────────────────────────────────


@named_read(lambda slug: [f"address:actor:{slug}"])
def actor_at(slug: str) -> Actor | None:
    """The actor of an address, whom readers may not know yet (``company.has_page``); ``merged_into`` says where a merged one's leads."""
    return Actor.objects.select_related("merged_into").prefetch_related("aliases", "roles").filter(slug=slug).first()


@named_read(lambda actor: [f"list:portrait:{actor}"])
def portrait_of(actor: int) -> Picture | None:
    """The picture of an actor, by its primary key, with its sizes."""
    found = Portrait.objects.filter(pk=actor).select_related("picture").prefetch_related("picture__renditions").first()
    return found.picture if found else None


@named_read(lambda pk: [f"statement:{pk}"])
def statement(pk: int) -> Statement | None:
    """A statement that readers may see."""
    return _with_speakers(pk=pk).first()


@named_read(lambda slug, language: [f"address:text:{language}:{slug}"])
def text_at(slug: str, language: str) -> NegotiatedText | None:
    """A text that readers may see."""
    return NegotiatedText.objects.filter(slug=slug, locale_id=locale_id_of(language), is_shown=True).select_related("dossier").first()


# ── Who said what ──────────────────────────────────────────────────────────────


@named_read(lambda article: [said_in.key(str(article.pk)), f"article:{article.pk}"])
def public_statements_of(article: Article) -> list[Statement]:
    """What is said in a story, in the order of its text: what stands in the body that is at hand, live or in a preview.

    The rows are placed in that body; they are not to be saved.
    """
    return _in_order(_with_speakers(article=article.pk), article)


@named_read(lambda article: [said_in.key(str(article.pk))])
def accepted_statements_of(article: Article) -> list[Statement]:
    """What is said in a draft: all that an editor accepted and that stands in it, for a preview. Not to be saved either."""
    rows = Statement.objects.kept().filter(article=article.pk).select_related("actor", "speaker")
    return _in_order(rows, article)


def _in_order(rows: QuerySet[Statement], article: Article) -> list[Statement]:
    """Those of some statements that stand in a body, in the order of its text."""
    found = list(rows)
    blocks = typed(article.body.raw_data).by_id if found else {}
    order = {name: number for number, name in enumerate(blocks)}
    return sorted((row for row in found if row.carry(blocks)), key=lambda row: (order[row.block], row.start, row.pk))


@named_read(lambda actor, language, count=said_by.length: [said_by.key(f"{actor}-{language}")])
def of_actor(actor: int, language: str, count: int = said_by.length) -> list[Statement]:
    """What an actor, by primary key, said in the stories of a language, the newest first."""
    return list(said_by.rows(f"{actor}-{language}").order_by(*said_by.order)[:count])


@named_read(lambda actor, language: [said_by.key(f"{actor}-{language}")])
def denials_by(actor: int, language: str) -> int:
    """How often an actor, by primary key, denied something in the stories of a language."""
    return said_by.rows(f"{actor}-{language}").filter(act=Statement.Act.DENIES).count()


@named_read(lambda dossier: [stories_in_dossier.key(str(dossier))])
def in_dossier(dossier: int) -> list[Statement]:
    """What is said in a dossier, by its primary key, in the order of days."""
    stories = list(stories_in_dossier.rows(str(dossier)).order_by().values_list("pk", flat=True))
    stand_on(*(said_in.key(str(pk)) for pk in stories))
    return list(_with_speakers(article__in=stories).order_by("dated", "article", "pk"))


@named_read(lambda statements: [f"list:contradictions:{row.pk}" for row in statements])
def contradictions_of(statements: Iterable[Statement]) -> list[Contradiction]:
    """The confirmed contradictions of some statements, of which readers may see both sides."""
    wanted = {row.pk for row in statements}
    pairs = Contradiction.objects.filter(state__in=KEPT).select_related("claim__actor", "claim__speaker", "denial__actor", "denial__speaker").order_by("pk")
    found = sorted(pairs.filter(Q(claim__in=wanted) | Q(denial__in=wanted)), key=lambda pair: pair.claim_id not in wanted)
    seen = set(Statement.objects.public().filter(pk__in={pk for pair in found for pk in (pair.claim_id, pair.denial_id)}).values_list("pk", flat=True))
    return [pair for pair in found if {pair.claim_id, pair.denial_id} <= seen]


@named_read(lambda dossier: [happened.key(str(dossier))])
def timeline(dossier: int) -> list[Event]:
    """What happened in a dossier, by its primary key, the first first; ``who`` are the actors that readers may see."""
    found = list(happened.rows(str(dossier)).order_by(*happened.order))
    stand_on(*(f"appearance:{pk}" for pk in Attendance.objects.filter(event__in=found).values_list("appearance", flat=True)))
    return sorted(found, key=lambda event: (event.first_day, event.hour or time.min, event.pk))


@named_read(lambda article: [happened_in.key(str(article))])
def events_in(article: int) -> list[Event]:
    """What happened as a story, by its primary key, tells it, in the order of its days; ``who`` are the actors that readers may see."""
    found = list(happened_in.rows(str(article)).order_by("first_day", "pk"))
    stand_on(*(f"appearance:{pk}" for pk in Attendance.objects.filter(event__in=found).values_list("appearance", flat=True)))
    return sorted(found, key=lambda event: (event.first_day or date.max, event.hour or time.min, event.pk))


def _with_a_record(stories: list[int]) -> dict[int, bool]:
    first, *others = (model.objects.public().filter(article__in=stories).order_by().values_list("article") for model in (Statement, Appearance, Event))
    return {pk: True for (pk,) in first.union(*others)}


recorded = Rows(_with_a_record)


@derived()
@named_read(lambda article: [said_in.key(str(article)), seen_in.key(str(article)), happened_in.key(str(article))])
def is_recorded(article: int) -> bool:
    """Whether anything is recorded of a story, by its primary key, that readers may see."""
    return bool(recorded.take([article]))


@derived()
@named_read(lambda dossier: [])
def is_dossier_recorded(dossier: int) -> bool:
    """Whether anything is recorded in a dossier, by its primary key, that readers may see."""
    return bool(timeline(dossier) or texts_of(dossier) or actors_in(dossier))


# ── Where each party stands ────────────────────────────────────────────────────


@dataclass(frozen=True)
class Cell:
    """Where a party stands on a point now, on what it rests, and where it stood before, the newest first.

    said_before: what each of the earlier positions rests on.
    """

    position: Position
    statements: tuple[Statement, ...]
    earlier: tuple[Position, ...] = ()
    said_before: tuple[tuple[Statement, ...], ...] = ()


@dataclass(frozen=True)
class Row:
    """A point, and where the parties stand, by their primary keys; none for one that has not said."""

    point: Point
    cells: dict[int, Cell]


@dataclass(frozen=True)
class Table:
    """A text's points by its axes, and its parties; the axis of points that have none is None."""

    parties: tuple[Actor, ...]
    axes: tuple[tuple[Axis | None, tuple[Row, ...]], ...]


@named_read(lambda dossier: [texts_in.key(str(dossier))])
def texts_of(dossier: int) -> list[NegotiatedText]:
    """The texts of a dossier, by its primary key, that readers may see."""
    return list(texts_in.rows(str(dossier)).order_by(*texts_in.order))


@named_read(lambda text: [f"text:{text.pk}"])
def positions_of(text: NegotiatedText) -> Table:
    """The table of a text: of each party and point the last position that rests on what readers may see."""
    cells = _cells(text)
    parties = {cell.position.party for found in cells.values() for cell in found.values()}
    rows = [Row(point, cells[point.pk]) for point in text.points.select_related("axis")]
    axes: dict[Axis | None, list[Row]] = {axis: [] for axis in [*text.axes.all(), None]}
    for row in rows:
        axes[row.point.axis].append(row)
    return Table(tuple(sorted(parties, key=lambda each: (each.name, each.pk))), tuple((axis, tuple(found)) for axis, found in axes.items() if found))


@named_read(lambda party, language: [f"list:positions:{party}"])
def texts_with(party: int, language: str) -> list[NegotiatedText]:
    """The texts of a language that readers may see and on which an actor, by primary key, has a position."""
    found = NegotiatedText.objects.filter(pk__in=Position.objects.filter(party=party).order_by().values("text"), locale_id=locale_id_of(language))
    return [text for text in found.order_by("name", "pk") if text.is_shown]


@named_read(lambda text: [f"text:{text.pk}"])
def versions_of(text: NegotiatedText) -> list[tuple[Version, list[Change]]]:
    """The versions of a text, the last first, each with its changes in the order of points."""
    found = text.versions.prefetch_related("changes__point").order_by("-dated", "-pk")
    return [(version, sorted(version.changes.all(), key=lambda change: (change.point.place, change.pk))) for version in found]


def _cells(text: NegotiatedText) -> dict[int, dict[int, Cell]]:
    rests_on = _public_grounds(text)
    shown = defaultdict[tuple[int, int], list[Position]](list)
    for position in text.positions.select_related("party").prefetch_related("party__aliases").order_by("-dated", "-pk"):
        if position.stance == Position.Stance.SILENT or rests_on[position.pk]:
            shown[position.point_id, position.party_id].append(position)
    cells = defaultdict[int, dict[int, Cell]](dict)
    for (point, party), positions in shown.items():
        now, *before = positions
        cells[point][party] = Cell(now, tuple(rests_on[now.pk]), tuple(before), tuple(tuple(rests_on[each.pk]) for each in before))
    return cells


def _public_grounds(text: NegotiatedText) -> defaultdict[int, list[Statement]]:
    """What readers may see of the statements that positions rest on; the table stands on all of them."""
    pairs = list(text.positions.order_by().values_list("pk", "statements"))
    stand_on(*(f"statement:{statement}" for _, statement in pairs if statement))
    seen = _with_speakers(pk__in={statement for _, statement in pairs if statement}).in_bulk()
    found = defaultdict[int, list[Statement]](list)
    for position, pk in sorted(pairs, key=lambda pair: (pair[0], pair[1] or 0)):
        found[position] += [seen[pk]] if pk in seen else []
    return found
