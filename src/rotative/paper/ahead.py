"""What many pages will each ask for, asked for at once: a whole paper is printed with a few questions."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rotative.audience import queries
from rotative.discussion import queries as discussion
from rotative.masthead.languages import languages, locale_id_of
from rotative.newsroom import rows
from rotative.newsroom.models import Article
from rotative.newsroom.queries import tree
from rotative.paper import addresses, body
from rotative.paper.addresses import Address
from rotative.paper.discussed import PAGE as DISCUSSION
from rotative.paper.redirects import COUNTS
from rotative.record.queries import recorded


def read_ahead(paths: Sequence[str]) -> None:
    """Read the rows of what is at some paths, for pages printed in the same moment: stories, discussions, counts, authors, topics."""
    known = [address for path in paths if not path.startswith("/_/") and (address := addresses.read(path, languages()))]
    rows.authors_at.take(address.slug for address in known if address.kind == "author")
    rows.topics_at.take((locale_id_of(address.language), address.slug) for address in known if address.kind == "topic")
    stories = rows.stories_at.take(_places(known)).values()
    related = rows.related_rows.take(story.pk for story in stories)
    rows.in_every_language.take(str(story.translation_key) for story in stories)
    rows.pictures.take(pk for story in stories for pk in body.pictures_of(story))
    beside = {row[-1] for found in related.values() for row in found}
    counted, discussed = _named_by(COUNTS, 1, paths), _named_by(DISCUSSION, 2, paths)
    recorded.take(story.pk for story in stories)
    queries.readings.take(map(str, counted))
    queries.liked_by.take(counted)
    discussion.talks.take({*discussed, *counted})
    rows.live_stories.take({*discussed, *counted, *beside, *_linked(stories)})


def _places(known: Iterable[Address]) -> Iterator[str]:
    """The places in the tree that the addresses of stories name."""
    fronts = {code: front.url_path for code in languages() if (front := tree(code).front)}
    for address in known:
        if address.kind == "page" and len(address.parts) > 1 and not address.feed and address.language in fronts:
            yield f"{fronts[address.language]}{'/'.join(address.parts)}/"


def _named_by(pattern: re.Pattern[str], group: int, paths: Iterable[str]) -> list[int]:
    """The stories that the paths of a kind name, by primary key."""
    return [int(found[group]) for path in paths if (found := pattern.fullmatch(path)) and found[group]]


def _linked(stories: Iterable[Article]) -> set[int]:
    return {pk for story in stories for pk in body.pages_of(story)}
