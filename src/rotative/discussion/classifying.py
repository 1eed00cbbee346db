"""The paper's classifier in use: taught once a day by what moderators decided, asked by each process from its own memory."""
from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from datetime import datetime

from rotative.discussion.models import Act, Decision, Lesson
from rotative.discussion.moderation.classifier import LATEST, Model, Unreadable, train

SECONDS = 60.0  # how long a process goes by what it has before it asks whether there is a newer lesson
KEPT = 10  # lessons, of which the desk shows the figures
TAUGHT_BY = {Act.ACCEPT: False, Act.RESTORE: False, Act.REJECT: True, Act.REMOVE: True}

log = logging.getLogger(__name__)
_known: tuple[float, int, Model | None] = (0.0, 0, None)


def current() -> Model | None:
    """What was learnt last, where that is enough to go by."""
    global _known
    asked, pk, model = _known
    if time.monotonic() - asked < SECONDS and asked:
        return model
    newest = Lesson.objects.filter(is_used=True).order_by("-pk").values_list("pk", flat=True).first() or 0
    if newest != pk:
        model = _load(newest)
    _known = time.monotonic(), newest, model
    return model


def forget() -> None:
    """Ask again at the next text."""
    global _known
    _known = (0.0, 0, None)


def teach(now: datetime) -> Lesson | None:
    """Learn from the latest decisions of people; nothing when none came since the last lesson."""
    last = Lesson.objects.first()
    if last and not Decision.objects.filter(at__gt=last.made_at, act__in=TAUGHT_BY, is_automated=False).exists():
        return None
    model = train(_decided())
    told = model.quality
    made = Lesson.objects.create(
        learnt=model.to_bytes(), accepted=told.accepted, rejected=told.rejected, auc=told.auc, precision=told.precision, recall=told.recall, is_used=told.is_ready, made_at=now
    )
    kept = list(Lesson.objects.values_list("pk", flat=True)[:KEPT])
    Lesson.objects.exclude(pk__in=kept).delete()
    return made


def _decided() -> Iterator[tuple[str, bool]]:
    """The words that were decided about, oldest first, each with whether it was against them."""
    rows = Decision.objects.filter(act__in=TAUGHT_BY, is_automated=False).exclude(words="").order_by("-at", "-pk")
    found = list(rows.values_list("words", "act")[:LATEST])
    return ((words, TAUGHT_BY[Act(act)]) for words, act in reversed(found))


def _load(pk: int) -> Model | None:
    try:
        return Model.from_bytes(bytes(Lesson.objects.get(pk=pk).learnt)) if pk else None
    except (Unreadable, Lesson.DoesNotExist):
        log.warning("What the discussion's classifier learnt cannot be read; nothing is held by it until it is taught again.")
        return None
