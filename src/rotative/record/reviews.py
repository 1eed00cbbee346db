"""What the desk asks of the record: what waits, what was flagged, what was decided, and how often the reading was right."""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from rotative.masthead.queries import zone
from rotative.newsroom.models import Article
from rotative.record.anchors import Blocks
from rotative.record.grounds import Part
from rotative.record.models import (
    Appearance,
    Contradiction,
    Decision,
    Essential,
    Event,
    Origin,
    SameActor,
    Standing,
    State,
    Statement,
)

Verb = Decision.Verb
SHOWN_WITH: dict[type[Any], tuple[str, ...]] = {Appearance: ("actor", "proposed"), Statement: ("speaker",), Event: (), Essential: ()}
JUDGED = (Verb.ACCEPTED, Verb.MENDED, Verb.REJECTED)
READ: tuple[type[Any], ...] = (Statement, Event, Appearance)
LATELY = 20  # decisions that a list offers to undo


@dataclass(frozen=True)
class Precision:
    """Of the suggestions of one kind that were decided, how many were right, mended, wrong."""

    accepted: int
    mended: int
    rejected: int

    @property
    def decided(self) -> int:
        return self.accepted + self.mended + self.rejected

    @property
    def share(self) -> float | None:
        """The share that was kept; None where nothing was decided."""
        return (self.accepted + self.mended) / self.decided if self.decided else None


def of_story(article: Article) -> dict[type[Any], list[Any]]:
    """All that was found in a story and by hand, by model, rejected ones too."""
    found = {model: model.objects.filter(article=article.pk).select_related("decided_by", *also).order_by("pk") for model, also in SHOWN_WITH.items()}
    found[Event] = found[Event].prefetch_related("who")
    return {model: list(rows) for model, rows in found.items()}


def marked(article: Article, blocks: Blocks) -> list[tuple[Any, list[Part] | None]]:
    """The statements and events of a story with where they stand in a text, a draft for one; None for those that do not."""
    rows = [*Statement.objects.filter(article=article.pk), *Event.objects.filter(article=article.pk)]
    order = {name: number for number, name in enumerate(blocks)}
    placed = [(row, row.in_text(blocks)) for row in rows]
    return sorted(placed, key=lambda each: (order.get(each[0].block, len(order)), each[0].start, each[0].pk))


def unreviewed() -> QuerySet[Article]:
    """The stories in which something waits for a decision, the newest first; ``waiting`` says how much."""
    waits = [Exists(model.objects.filter(article=OuterRef("pk"), state=State.SUGGESTED)) for model in READ]
    return Article.objects.filter(reduce(or_, map(Q, waits))).order_by("-latest_revision_created_at", "-pk")


def waiting(articles: Iterable[Article]) -> dict[int, dict[str, int]]:
    """How much waits in some stories, by their primary keys, of each kind (``Decision.Kind``)."""
    counts: dict[int, dict[str, int]] = {article.pk: {} for article in articles}
    for model in READ:
        found = model.objects.filter(state=State.SUGGESTED, article__in=counts).order_by().values_list("article").annotate(number=Count("pk"))
        for article, number in found:
            counts[article][model._meta.model_name] = number
    return counts


def flagged() -> list[Any]:
    """What was accepted and is no longer shown, because its words were changed; by story."""
    rows = [row for model in READ for row in model.objects.kept().filter(standing=Standing.FLAGGED).select_related("article").defer("article__body")]
    return sorted(rows, key=lambda row: (-row.article_id, row._meta.model_name, row.pk))


def same_actors() -> QuerySet[SameActor]:
    """Actors that may be one, the likeliest first."""
    waiting = SameActor.objects.filter(state=State.SUGGESTED, one__merged_into=None, other__merged_into=None)
    return waiting.select_related("one", "other").order_by("-weight", "pk")


def contradictions() -> QuerySet[Contradiction]:
    """Contradictions that wait for a decision."""
    return Contradiction.objects.filter(state=State.SUGGESTED).select_related("claim__article", "denial__article").order_by("pk")


def history_of(row: Any) -> list[Decision]:
    """What was decided of a row, in order."""
    return list(Decision.objects.filter(kind=row._meta.model_name, row=row.pk).select_related("by").order_by("pk"))


def decided_lately(pairs: QuerySet[Any]) -> list[Any]:
    """Of some pairs those that were decided, the last first, for who wants to undo it."""
    return list(pairs.exclude(state=State.SUGGESTED).exclude(decided_at=None).select_related("decided_by").order_by("-decided_at", "-pk")[:LATELY])


def precision(since: datetime | None = None) -> dict[str, Precision]:
    """How often the reading was right, by kind: of each suggestion, what was decided last."""
    found = _judgements()
    return _counted(found.filter(at__gte=since) if since else found)


def precision_by_month() -> list[tuple[date, dict[str, Precision]]]:
    """The same by the month, in the paper's zone, in which each suggestion was decided last; the last month first."""
    months = defaultdict[date, list[tuple[str, str]]](list)
    for (kind, _), (verb, at) in _last(_judgements()).items():
        months[timezone.localtime(at, zone()).date().replace(day=1)].append((kind, verb))
    return [(month, _by_kind(found)) for month, found in sorted(months.items(), reverse=True) if _by_kind(found)]


# ── Helpers ────────────────────────────────────────────────────────────────────


def _judgements() -> QuerySet[Decision]:
    return Decision.objects.filter(origin=Origin.READING, verb__in=[*JUDGED, Verb.TAKEN_BACK])


def _last(found: QuerySet[Decision]) -> dict[tuple[str, int], tuple[str, datetime]]:
    return {(kind, row): (verb, at) for kind, row, verb, at in found.order_by("pk").values_list("kind", "row", "verb", "at")}


def _counted(found: QuerySet[Decision]) -> dict[str, Precision]:
    return _by_kind((kind, verb) for (kind, _), (verb, _at) in _last(found).items())


def _by_kind(judged: Iterable[tuple[str, str]]) -> dict[str, Precision]:
    """Counted by kind; kinds of which everything was taken back are not decided."""
    counts = defaultdict[str, Counter[str]](Counter)
    for kind, verb in judged:
        counts[kind][verb] += 1
    found = {kind: Precision(*(counted[verb] for verb in JUDGED)) for kind, counted in sorted(counts.items())}
    return {kind: each for kind, each in found.items() if each.decided}
