"""Readings and likes of the days past: plausible, and the same each time the paper is made."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from random import Random

from rotative.audience import ranking, totals
from rotative.audience.models import Like, Reading
from rotative.newsroom.models import Article
from rotative.project.demo.copyfile import Story
from rotative.project.demo.days import Calendar

PAPER_LIKES = 1284
WEIGHTS = {"lead": 9.0, "second": 3.0, "story": 4.0, "opinion": 2.5}
GENRES = {"report": 2.2, "fact-check": 2.0, "interview": 1.6, "opinion": 1.4, "analysis": 1.3, "sponsored": 0.2}
FADING = 0.42  # what is left of a story's readers the next day
FIRST_DAY = 620


def count_readers(stories: dict[str, Story], pages: dict[str, Article], calendar: Calendar) -> None:
    """Fill in what readers did."""
    likes = list(_likes("paper", None, PAPER_LIKES))
    readings = []
    for name, story in stories.items():
        number = round(FIRST_DAY * _weight(story))
        readings += _readings(story, pages[name].pk, number, calendar)
        likes += _likes(name, pages[name].pk, number // 34)
    Reading.objects.bulk_create(readings)
    Like.objects.bulk_create(likes, batch_size=500)
    Like.objects.update(created_at=calendar.now - timedelta(days=1))
    ranking.renew(calendar.now)
    totals.renew(calendar.now)


def _weight(story: Story) -> float:
    """How much a story was read: by its kind and place, by luck, and less in translation."""
    luck = Random(story.name).lognormvariate(0, 0.55)  # noqa: S311
    language = 1.0 if story.language == "fr" else 0.18
    return WEIGHTS.get(story.front, 1.0) * GENRES.get(story.genre, 1.0) * luck * language


def _readings(story: Story, pk: int, number: int, calendar: Calendar) -> Iterator[Reading]:
    """Most on the first day, then fewer; today is not over."""
    for later in range(story.days + 1):
        count = round(number * FADING**later) + Random(f"{story.name} {later}").randrange(6)  # noqa: S311
        if count:
            yield Reading(article_id=pk, day=calendar.day(later - story.days), count=count)


def _likes(name: str, pk: int | None, number: int) -> Iterator[Like]:
    return (Like(article_id=pk, mark=sha256(f"{name} {each}".encode()).hexdigest()) for each in range(number))
