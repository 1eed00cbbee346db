"""What the desk asks of the record: what waits, what was flagged, what was decided, and how often the reading was right."""
from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet

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
JUDGED = (Verb.ACCEPTED, Verb.MENDED, Verb.REJECTED)


@dataclass(frozen=True)
class Precision:
    """Of the suggestions of one kind that were decided, how many were right, mended, wrong."""

    accepted: int
    mended: int
    rejected: int

    @property
    def share(self) -> float | None:
        """The share that was kept; None where nothing was decided."""
        decided = self.accepted + self.mended + self.rejected
        return (self.accepted + self.mended) / decided if decided else None


def of_story(article: Article) -> dict[type[Any], list[Any]]:
    """All that was found in a story and by hand, by model, rejected ones too."""
    return {model: list(model.objects.filter(article=article.pk).order_by("pk")) for model in (Appearance, Statement, Event, Essential)}


def marked(article: Article, blocks: Blocks) -> list[tuple[Any, list[Part] | None]]:
    """The statements and events of a story with where they stand in a text, a draft for one; None for those that do not."""
    rows = [*Statement.objects.filter(article=article.pk), *Event.objects.filter(article=article.pk)]
    order = {name: number for number, name in enumerate(blocks)}
    placed = [(row, row.in_text(blocks)) for row in rows]
    return sorted(placed, key=lambda each: (order.get(each[0].block, len(order)), each[0].start, each[0].pk))


def unreviewed() -> QuerySet[Article]:
    """The stories in which something waits for a decision, the newest first, with how much (``waiting``)."""
    waiting = Counter[int]()
    for model in (Appearance, Statement, Event):
        found = model.objects.filter(state=State.SUGGESTED).order_by().values("article").annotate(number=Count("pk"))
        waiting.update({row["article"]: row["number"] for row in found})
    return Article.objects.filter(pk__in=waiting).order_by("-latest_revision_created_at", "-pk")


def flagged() -> list[Any]:
    """What was accepted and is no longer shown, because its words were changed; by story."""
    rows = [row for model in (Appearance, Statement, Event) for row in model.objects.kept().filter(standing=Standing.FLAGGED).select_related("article")]
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


def precision(since: datetime | None = None) -> dict[str, Precision]:
    """How often the reading was right, by kind: of each suggestion, what was decided last."""
    decided = Decision.objects.filter(origin=Origin.READING, verb__in=[*JUDGED, Verb.TAKEN_BACK])
    found = decided.filter(at__gte=since) if since else decided
    last = {(kind, row): verb for kind, row, verb in found.order_by("pk").values_list("kind", "row", "verb")}
    counts = defaultdict[str, Counter[str]](Counter)
    for (kind, _), verb in last.items():
        counts[kind][verb] += 1
    return {kind: Precision(*(found[verb] for verb in JUDGED)) for kind, found in sorted(counts.items())}
