"""What pages ask of a discussion: what readers may see of it, part by part."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from rotative.discussion import addresses, quotations
from rotative.discussion.models import Contribution, Edit, Mute, Respect, State, Talk, parts_of, state_at
from rotative.newsroom.models import Article
from rotative.newsroom.wording import words_of as words_of_story
from rotative.press.listings import Listing, Roll
from rotative.press.prepared import Prepared, among
from rotative.press.reads import Rows, derived, named_read
from rotative.press.rendering import hold_until, now, stand_on
from rotative.press.rendering import muted as quietly

# A part's threads with what stands under them. No part is cut short: what it holds is bounded by its threads.
written_in = Listing(
    name="contributions",
    model=Contribution,
    partition=lambda row: [f"{row.article_id}-{row.part}"] if row.is_listed else [],
    query=lambda article, number: _listed(article, number),
    values=lambda part: tuple(map(int, part.split("-"))),
    order=("place", "pk"),
    length=100_000,
    columns=Contribution.LISTED_BY | {"place"},
    is_late=True,
)
Roll("list:talk", Talk, lambda talk: [str(talk.pk)], frozenset())


def _listed(article: Any, part: Any) -> QuerySet[Contribution]:
    is_listed = Q(state=State.SHOWN) | Q(thread=None, answered__gt=0)
    return Contribution.objects.filter(is_listed, article=article, part=part).select_related("answers")


@dataclass(slots=True)
class Thread:
    """The first contribution of a thread, and those under it, oldest first."""

    first: Contribution
    replies: list[Contribution]


def threads(article: int, part: int) -> list[Thread]:
    """The threads of a part, in their places."""
    return list(_grouped(written_in.newest(f"{article}-{part}")).values())


def _grouped(rows: Sequence[Contribution]) -> dict[int, Thread]:
    """Threads by the primary keys of their first contributions, in the order of the rows."""
    found = {row.pk: Thread(row, []) for row in rows if row.thread_id is None}
    for row in rows:
        if row.thread_id in found:
            found[row.thread_id].replies.append(row)
    return found


# ── The discussion of a story ──────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Stand:
    """How a discussion stands: ``state`` at this instant, and why it is closed. closes_at: when it will be, or was."""

    state: str
    closes_at: datetime | None
    because: str


def stand_of(article: Article) -> Stand:
    """How a story's discussion stands while a page is rendered, which holds until it closes."""
    state, closes_at, because = _stand(article.pk)
    if closes_at is not None and closes_at > now():
        hold_until(closes_at)
    return Stand(state_at(now(), article.discussion, state, closes_at), closes_at, because)


@derived()
@named_read(lambda article: _keys_of(article))
def _stand(article: int) -> tuple[str, datetime | None, str]:
    found = _talk(article)
    return found.state, found.closes_at, found.because


@derived()
@named_read(lambda article: _keys_of(article))
def parts(article: int) -> int:
    """How many parts a story's discussion has; none where nobody has written yet."""
    return parts_of(_talk(article).threads)


@derived()
@named_read(lambda article, part: [f"list:talk:{article}"])
def is_begun(article: int, part: int) -> bool:
    """Whether somebody wrote in a part of a story's discussion. One that has begun stays: what is written later is no news to it."""
    if parts_of(_talk(article).threads) >= part:
        return True
    stand_on(f"talk:{article}")
    return False


@derived(is_late=True)
@named_read(lambda article: _keys_of(article))
def ranked(article: int) -> list[int]:
    """Threads by respect, as they were last ranked, by primary key."""
    return list(_talk(article).ranking)


@derived(is_late=True)
@named_read(lambda article: _keys_of(article))
def number_shown(article: int) -> int:
    """How many contributions readers may see."""
    return _talk(article).shown


class Told(NamedTuple):
    """What a discussion's row says; as it would say where there is none yet."""

    state: str = ""
    closes_at: datetime | None = None
    because: str = ""
    threads: int = 0
    shown: int = 0
    ranking: Sequence[int] = ()


def _told(pks: list[int]) -> Mapping[int, Told]:
    return {pk: Told(*told) for pk, *told in _talks(pks)}


_talks = Prepared(lambda pks: Talk.objects.filter(pk__in=among(pks)).values_list("pk", *Told._fields))


talks = Rows(_told)  # of the discussions of stories, by their primary keys


def _talk(article: int) -> Told:
    return talks.take([article]).get(article) or Told()


def _keys_of(article: int) -> list[str]:
    return [f"list:talk:{article}", f"talk:{article}"]


@named_read(lambda pks: [f"contribution:{pk}" for pk in pks])
def ranked_threads(pks: Sequence[int]) -> list[Thread]:
    """Some threads with what stands under them, in the order asked for; without those that are gone."""
    rows = Contribution.objects.filter(Q(pk__in=pks) | Q(thread__in=pks), state=State.SHOWN).select_related("answers").order_by("place", "pk")
    found = _grouped(rows)
    return [found[pk] for pk in pks if pk in found]


# ── What is quoted of the story ────────────────────────────────────────────────


def _words_of(pks: list[int]) -> Mapping[int, str]:
    return {story.pk: words_of_story(story) for story in Article.objects.filter(pk__in=pks).select_related("picture")}


def _passages(pks: list[int]) -> Mapping[int, str]:
    return dict(Contribution.objects.filter(pk__in=pks).values_list("pk", "passage"))


worded = Rows(_words_of, at_most=20)
passages = Rows(_passages)


def quoted_of(article: int, rows: Sequence[Contribution]) -> set[int]:
    """The contributions, by primary key, whose quoted words stand in the story; the others' are of an earlier wording."""
    quoting = [row.pk for row in rows if row.passage and row.is_shown]
    passages.take(quoting)
    return {pk for pk in quoting if _stands(article, pk)}


@derived(is_late=True)
@named_read(lambda article, contribution: [f"article:{article}", f"contribution:{contribution}"])
def _stands(article: int, contribution: int) -> bool:
    passage = passages.take([contribution]).get(contribution, "")
    return bool(quotations.found(words_of(article), passage))


def words_of(article: int) -> str:
    """The words of a story that can be quoted."""
    return worded.take([article]).get(article, "")


# ── Numbers that readers move ──────────────────────────────────────────────────


@named_read(lambda article, part: [written_in.key(f"{article}-{part}")])
def respects(article: int, part: int) -> dict[int, int]:
    """How many respect each contribution of a part, by primary key; those that nobody does are left out."""
    with quietly():
        pks = list(_listed(article, part).values_list("pk", flat=True))
    stand_on(*(f"respects:{pk}" for pk in pks))
    return dict(Respect.objects.filter(contribution__in=pks).order_by().values_list("contribution").annotate(Count("pk")))


# ── Outside pages ──────────────────────────────────────────────────────────────


NAMED = ("title", "slug", "path", "depth", "url_path", "locale", "live", "first_published_at", "discussion", "content_type", "translation_key", "talk__state", "talk__closes_at", "talk__because")


_story = Prepared(lambda pk: Article.objects.filter(pk=pk, live=True, first_published_at__isnull=False).select_related("talk").only(*NAMED))


def story(article_id: int) -> Article | None:
    """A story that readers may see, with what was decided of its discussion. Its text is read only when it is asked for."""
    return next(iter(_story(article_id)), None)


def stand_now(article: Article) -> Stand:
    """How a story's discussion stands at this moment, for a page that is not printed."""
    state, closes_at, because = _stand(article.pk)
    return Stand(state_at(timezone.now(), article.discussion, state, closes_at), closes_at, because)


def read_at(contribution: Contribution) -> str:
    """Where a shown contribution is read."""
    return addresses.read_at(contribution, parts(contribution.article_id))


def quiet_at(contribution: Contribution) -> str:
    """The same place in the discussion without those whom a reader does not read."""
    return addresses.quiet_at(contribution, parts(contribution.article_id))


def held_edit(contribution: Contribution) -> Edit | None:
    return Edit.objects.filter(contribution=contribution).first()


def written_by(reader: object) -> QuerySet[Contribution]:
    """All that somebody wrote under stories that readers may see, newest first."""
    return Contribution.objects.filter(writer=reader, article__live=True).select_related("article").prefetch_related("decisions").order_by("-pk")


def muted(by: object) -> set[str]:
    """The voices of those whom somebody does not read; nobody's where they have not signed. Their answers give no notice."""
    return set(Mute.objects.filter(reader=by).values_list("voice", flat=True)) if getattr(by, "is_authenticated", False) else set()


def mutes_of(by: object) -> QuerySet[Mute]:
    """The same as rows, the last first."""
    return Mute.objects.filter(reader=by).order_by("-created_at", "-pk")
