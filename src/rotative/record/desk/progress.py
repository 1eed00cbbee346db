"""How far the reading of a story is, for the desk: what waits, what broke off and what to do about it."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.utils import timezone

from rotative.newsroom.models import Article
from rotative.record.actions.taking import digest
from rotative.record.models import LastReading, WantedReading
from rotative.record.reading.parsing import MODELS
from rotative.record.typed import Typed

Stage = Literal["unreadable", "waiting", "late", "under-way", "stuck", "failed", "read", "never"]
LATE = timedelta(minutes=1)  # after which a reading that is due should have begun
LONG = timedelta(minutes=10)  # after which one that has begun will not end
State = WantedReading.State


@dataclass(frozen=True)
class Progress:
    """Where the reading stands. read_at: when the story was last read; is_current: whether that was the text at hand."""

    stage: Stage
    read_at: datetime | None = None
    is_current: bool = False
    problem: str = ""

    @property
    def is_moving(self) -> bool:
        """Whether something is about to change, and is worth asking for again."""
        return self.stage in ("waiting", "late", "under-way")

    @property
    def mark(self) -> str:
        """Differs when what is shown is no longer so."""
        return f"{self.stage} {self.read_at.timestamp() if self.read_at else 0} {self.is_current}"


def progress_of(article: Article, text: Typed) -> Progress:
    """How far the reading of a story is, whose latest draft has this text."""
    last = LastReading.objects.filter(article=article.pk).first()
    wanted = WantedReading.objects.filter(article=article.pk).first()
    stage = _stage(article, wanted, last)
    is_current = last is not None and last.digest == digest(text)
    return Progress(stage, last.at if last else None, is_current, wanted.problem if wanted else "")


def _stage(article: Article, wanted: WantedReading | None, last: LastReading | None) -> Stage:
    if article.language not in MODELS:
        return "unreadable"
    if wanted is None:
        return "read" if last else "never"
    return _under(wanted)


def _under(wanted: WantedReading) -> Stage:
    now = timezone.now()
    if wanted.state == State.WAITING:
        return "late" if now > wanted.due + LATE else "waiting"
    if wanted.state == State.UNDER_WAY:
        return "stuck" if wanted.begun_at and now > wanted.begun_at + LONG else "under-way"
    return "failed"
