"""What readers do that is counted: to like, to take it back, to read."""
from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from rotative.audience import days, marks
from rotative.audience.models import DailySalt, Like, Reading
from rotative.masthead import tallies

BURST = 30  # Likes of one source in a day; more are kept, but not counted.
HOUR = 3600
MONTHS_KEPT = 25  # CNIL, deliberation of 4 July 2025.


def like(article_id: int | None, mark: str, address: str) -> Like:
    """Like a story, or the paper itself when there is no story. Once more changes nothing."""
    with transaction.atomic():
        source = source_of(address)
        counted = Like.objects.filter(source=source).count() < BURST
        told = {"source": source, "counted": counted}
        return Like.objects.get_or_create(article_id=article_id, mark=marks.hashed(mark), defaults=told)[0]


def unlike(article_id: int | None, mark: str) -> None:
    """Take a like back. Where there is none, nothing happens."""
    Like.objects.filter(article_id=article_id, mark=marks.hashed(mark)).delete()


def read(article_id: int, address: str, agent: str) -> bool:
    """Count one reading an article, a source and an hour. Says whether it was counted."""
    if marks.is_bot(agent):
        return False
    if tallies.add(f"read:{article_id}:{source_of(address)}", HOUR) > 1:
        return False
    count_reading(article_id)
    return True


def count_reading(article_id: int) -> None:
    """Add one to today's readings of a story, however many do so at once."""
    row = Reading.objects.filter(article_id=article_id, day=days.today())
    if row.update(count=F("count") + 1):
        return
    try:
        with transaction.atomic():
            Reading.objects.create(article_id=article_id, day=days.today(), count=1)
    except IntegrityError:  # Another reader was first.
        row.update(count=F("count") + 1)


def source_of(address: str) -> str:
    """Today's digest of an address; kept nowhere longer than the day's salt."""
    return marks.source(address, salt_of_today())


def salt_of_today() -> str:
    today = days.today()
    found = DailySalt.objects.filter(day=today).values_list("salt", flat=True).first()
    if found is None:
        found = DailySalt.objects.get_or_create(day=today, defaults={"salt": marks.new_salt()})[0].salt
        forget_sources()
    return found


def forget_sources() -> None:
    """Yesterday's salts go, and the digests made with them, which say nothing any more."""
    DailySalt.objects.filter(day__lt=days.today()).delete()
    start = days.tomorrow_begins() - timedelta(days=1)
    Like.objects.filter(created_at__lt=start).exclude(source="").update(source="")


def forget_old_readings() -> int:
    """Delete readings older than 25 months. Says how many rows."""
    today = days.today()
    months = today.year * 12 + today.month - 1 - MONTHS_KEPT
    last = today.replace(year=months // 12, month=months % 12 + 1, day=min(today.day, 28))
    return Reading.objects.filter(day__lt=last).delete()[0]
