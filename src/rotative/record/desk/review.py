"""What the panel beside a story shows: how far the reading is, the text with its marks, the items, what one may do."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Q
from django.urls import reverse

from rotative.masthead.languages import language_of
from rotative.newsroom.models import Article
from rotative.record import reviews
from rotative.record.desk.items import Group, Item, groups_of
from rotative.record.desk.marking import Passage, passages
from rotative.record.desk.progress import Progress, progress_of
from rotative.record.models import Appearance, Contradiction, SameActor
from rotative.record.permissions import ACTORS, may_decide, may_publish_somewhere, may_write, told_to
from rotative.record.typed import Typed, typed

LISTS = {"contradictions": "record_contradictions", "same": "record_same"}


@dataclass(frozen=True)
class Notice:
    """A sentence about an item, or about the whole (item empty)."""

    sentence: str
    item: str = ""
    is_wrong: bool = True


@dataclass(frozen=True)
class Review:
    """A story as it is gone through. form: of the item that is being mended, or of what is added (``adding``, a kind)."""

    article: Article
    draft: Article
    text: Typed
    user: Any
    notices: tuple[Notice, ...] = ()
    form: Any = None
    adding: str = ""

    @cached_property
    def progress(self) -> Progress:
        return progress_of(self.article, self.text)

    @cached_property
    def groups(self) -> list[Group]:
        return groups_of(self.article, self.text)

    @cached_property
    def items(self) -> list[Item]:
        return [item for group in self.groups for item in group.items]

    @cached_property
    def passages(self) -> list[Passage]:
        return passages(self.text, [mark for item in self.items for mark in item.marks()])

    @cached_property
    def waiting(self) -> int:
        return sum(item.is_waiting for item in self.items)

    @cached_property
    def may_decide(self) -> bool:
        return may_decide(self.article, self.user)

    @cached_property
    def may_write(self) -> bool:
        return may_write(self.article, self.user)

    @cached_property
    def may_read(self) -> bool:
        """Whether somebody may have it read again."""
        return self.may_decide or self.may_write

    @property
    def language(self) -> str:
        return language_of(self.article.locale_id)

    @cached_property
    def points(self) -> set[str]:
        """The essentials that the draft has already."""
        return {str(block.value) for block in self.draft.essentials}

    @cached_property
    def proposals(self) -> list[Proposal]:
        """What else the desk may want to look at because of this story."""
        return [proposal for proposal in (_contradictions(self.article, self.user), _same(self.article, self.user)) if proposal.count]


@dataclass(frozen=True)
class Proposal:
    """Suggestions that are decided in a list of the desk: which, how many, and the list's address, for who may enter it."""

    kind: str
    count: int
    lines: tuple[str, ...] = ()
    address: str = ""


def review_of(article: Article, user: Any, **fields: Any) -> Review:
    """The review of a story's latest draft."""
    draft: Any = article.get_latest_revision_as_object()
    return Review(article, draft, typed(draft.body.raw_data), user, **fields)


def _contradictions(article: Article, user: Any) -> Proposal:
    pairs = told_to(user, reviews.contradictions()).filter(Q(claim__article=article.pk) | Q(denial__article=article.pk))
    return _proposal("contradictions", pairs, _pair, may_publish_somewhere(user))


def _same(article: Article, user: Any) -> Proposal:
    actors = Appearance.objects.filter(article=article.pk, actor__isnull=False).values("actor")
    pairs = reviews.same_actors().filter(Q(one__in=actors) | Q(other__in=actors))
    return _proposal("same", pairs, lambda pair: f"{pair.one} = {pair.other}", user.has_perm(ACTORS))


def _proposal(kind: str, pairs: Iterable[Contradiction | SameActor], line: Any, may_enter: bool) -> Proposal:
    lines = tuple(line(pair) for pair in pairs)
    return Proposal(kind, len(lines), lines[:3], reverse(LISTS[kind]) if may_enter else "")


def _pair(pair: Contradiction) -> str:
    return f"{pair.claim} ≠ {pair.denial}"
