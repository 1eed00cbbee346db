"""Which addresses discussions have: the newest part and the full ones, what is respected most, and how many respect each.

Part of the catalogue: ``catalogue`` joins it with the addresses of stories and lists.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from rotative.discussion.addresses import counts_of, page_of, respected_page_of
from rotative.discussion.models import Talk, parts_of
from rotative.newsroom.models import Article
from rotative.press.prepared import Prepared

PARTS = "/_/discussion/"
PAGE = re.compile(r"/_/discussion/([\w-]+)/(\d{1,12})/(?:([1-9]\d{0,6})/|(respected)/)?")
COUNTS = re.compile(r"/_/counts/discussion/(\d{1,18})/([1-9]\d{0,6})\.json")


def of_story(story: Article, talk: Talk) -> Iterator[str]:
    """Every address of a story's discussion that somebody wrote in."""
    last = max(parts_of(talk.threads), 1)
    yield page_of(story)
    if not talk.threads:
        return
    if talk.ranking:
        yield respected_page_of(story)
    yield from (page_of(story, part) for part in range(last - 1, 0, -1))
    yield from (counts_of(story, part) for part in range(last, 0, -1))


def of_talk(pk: int) -> Iterator[str]:
    """The addresses of the discussion of a story that readers may see, by the story's primary key."""
    for talk in _talked(pk):
        yield from of_story(talk.article, talk)
        yield f"/_/counts/article/{pk}.json"


_talked = Prepared(lambda pk: Talk.objects.filter(pk=pk, article__live=True, article__first_published_at__isnull=False).select_related("article"))


def every() -> Iterator[str]:
    """All of discussions that somebody wrote in, the newest stories' first."""
    talks = Talk.objects.filter(article__live=True, threads__gt=0).order_by("-pk").select_related("article")
    for talk in talks.iterator(500):
        yield from of_story(talk.article, talk)
