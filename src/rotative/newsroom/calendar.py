"""When the paper published something: its days and its months."""
from __future__ import annotations

from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from rotative.masthead.languages import locale_id_of
from rotative.masthead.queries import zone
from rotative.newsroom.models import Article
from rotative.newsroom.queries import bounds, month_bounds, published
from rotative.press.pieces import facts
from rotative.press.reads import derived, named_read
from rotative.press.rendering import muted, stand_on


def has_story_before(language: str, day: date) -> bool:
    """Whether something was published before a day. See ``_witnessed``."""
    return _before(language, day.isoformat())


def has_story_after(language: str, day: date) -> bool:
    """Whether something was published after a day. See ``_witnessed``."""
    return _after(language, day.isoformat())


@derived(is_late=True, by_witness=True)
@named_read(lambda language, day: [])
def _before(language: str, day: str) -> bool:
    rows = published(locale_id=locale_id_of(language), first_published_at__lt=bounds(date.fromisoformat(day), 1)[0])
    return _witnessed(rows.order_by("-first_published_at", "-pk"), language)


@derived(is_late=True, by_witness=True)
@named_read(lambda language, day: [])
def _after(language: str, day: str) -> bool:
    rows = published(locale_id=locale_id_of(language), first_published_at__gt=bounds(date.fromisoformat(day), 1)[1])
    return _witnessed(rows.order_by("first_published_at", "pk"), language)


def _witnessed(rows: QuerySet[Article], language: str) -> bool:
    """Whether there is any row. A yes stands on the one that was found, a no on the whole list:

    so the page of an old day, which has days on both sides, does not hear of what is published today.
    """
    with muted():
        found = rows.only("live", "first_published_at").first()
    if found is None:
        stand_on(f"list:days:{language}")
        return False
    facts(found, "live", "first_published_at")
    return True


@derived(is_late=True)
@named_read(lambda: ["list:days:all"])
def months_with_stories() -> list[date]:
    """The first day of each month in which a story was published, newest first. One question a month, by the index."""
    found: list[date] = []
    rows = published().order_by("-first_published_at").values_list("first_published_at", flat=True)
    newest = rows.first()
    while newest:
        found.append(timezone.localtime(newest, zone()).date().replace(day=1))
        newest = rows.filter(first_published_at__lt=bounds(found[-1], 1)[0]).first()
    return found


@derived(sorted, is_late=True)
@named_read(lambda language, year, month: [f"list:days:{language}"])
def days_with_stories(language: str, year: int, month: int) -> set[date]:
    """The days of a month on which something was published."""
    start, end = month_bounds(f"{year:04}-{month:02}")
    instants = published(locale_id=locale_id_of(language), first_published_at__range=(start, end))
    here = zone()
    return {timezone.localtime(instant, here).date() for instant in instants.values_list("first_published_at", flat=True)}


def first_and_last_day(language: str = "all") -> tuple[date, date] | None:
    """The days of the first and of the newest story, None for an empty paper."""
    where = {} if language == "all" else {"locale_id": locale_id_of(language)}
    instants = published(**where).values_list("first_published_at", flat=True)
    first, last = instants.order_by("first_published_at").first(), instants.order_by("-first_published_at").first()
    return (timezone.localtime(first, zone()).date(), timezone.localtime(last, zone()).date()) if first and last else None


def days_around(language: str, day: date, reach: int) -> set[date]:
    """The nearest days with stories before and after a day, at most ``reach`` days away."""
    start, end = bounds(day, 1)
    rows = published(locale_id=locale_id_of(language)).values_list("first_published_at", flat=True)
    before = rows.filter(first_published_at__range=(start - timedelta(days=reach), start - timedelta(microseconds=1)))
    after = rows.filter(first_published_at__range=(end + timedelta(microseconds=1), end + timedelta(days=reach)))
    found = [before.order_by("-first_published_at").first(), after.order_by("first_published_at").first()]
    return {timezone.localtime(instant, zone()).date() for instant in found if instant}
