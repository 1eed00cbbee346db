"""What keeps a story from being published, in sentences that say what to do.

Drafts may have every one of these faults; they are told when someone publishes, submits
or schedules. Reads the story as it stands in memory, with its bylines.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from rotative.masthead.queries import zone
from rotative.newsroom.models import Article
from rotative.newsroom.models.articles import Genre

Fault = tuple[str, str]
ANYWHERE = "__all__"
AUTHORS = "bylines"


def faults_of(article: Article, signed: bool | None = None) -> list[Fault]:
    """The faults of a story: the field where each is mended, and the sentence.

    ``signed`` says whether it has authors, when they are not yet in the story itself. Who
    paid for a sponsored story answers for it: it needs no author.
    """
    signed = bool(article.bylines.all()) if signed is None else signed
    unsigned = [] if signed or article.genre == Genre.SPONSORED else [(AUTHORS, _("Nobody signs this story. Add at least one author."))]
    return unsigned + [fault for find in FINDERS for fault in find(article)]


def _sponsor(article: Article) -> Iterator[Fault]:
    if article.genre == Genre.SPONSORED and not article.sponsor.strip():
        yield "sponsor", _("Say who paid for this story: readers are told.")
    if article.sponsor.strip() and article.genre != Genre.SPONSORED:
        yield "genre", _("Someone paid for this story: its genre is “Sponsored”. Change the genre, or empty “Paid for by”.")


def _sponsored_is_not_ours(article: Article) -> Iterator[Fault]:
    if article.genre == Genre.SPONSORED and article.outlet:
        yield "outlet", _("A sponsored story is paid for and cannot come from another paper. Empty this field, or change the genre.")


def _foreign_rights(article: Article) -> Iterator[Fault]:
    if article.outlet and article.rights == "own":
        yield "rights", _("This story was first published by someone else: say by what right we publish it.")


def _claim(article: Article) -> Iterator[Fault]:
    """A fact-check may do without a claim; one that has a claim says who made it and what came of it."""
    told = article.claim.strip(), article.claimed_by.strip(), article.verdict
    if any(told) and article.genre != Genre.FACT_CHECK:
        yield "genre", _("A claim is checked in this story: its genre is “Fact-check”. Change the genre, or empty “Fact-check”.")
        return
    for field, value, sentence in zip(("claim", "claimed_by", "verdict"), told, _unsaid(), strict=True):
        if any(told) and not value:
            yield field, sentence
    if article.claimed_on and article.claimed_on > timezone.localdate(timezone=zone()):
        yield "claimed_on", _("What is checked cannot have been said in the future.")


def _unsaid() -> tuple[str, str, str]:
    return _("Say what is checked."), _("Say who says what is checked."), _("Say what you found of what is checked.")


def _pictures(article: Article) -> Iterator[Fault]:
    if article.picture and _is_mute(article.picture):
        yield "picture", _mute(article.picture)
    for picture in _body_pictures(article.body):
        if picture and _is_mute(picture):
            yield "body", _mute(picture)


def _is_mute(picture: Any) -> bool:
    return not picture.decorative and not picture.description.strip()


def _mute(picture: Any) -> str:
    words = _("The picture “%(title)s” has no alternative text. Open it in the library, and say what it shows or mark it decorative.")
    return words % {"title": picture.title}


def _body_pictures(body: Any) -> Iterator[Any]:
    for block in body or ():
        if block.block_type == "picture":
            yield block.value["picture"]
        elif block.block_type == "gallery":
            yield from (each["picture"] for each in block.value["pictures"])


def _withdrawn(article: Article) -> Iterator[Fault]:
    if article.pk and article.is_withdrawn:
        yield ANYWHERE, _("This story was withdrawn for good. Put it back before publishing it.")


FINDERS: list[Callable[[Article], Iterator[Fault]]] = [_sponsor, _sponsored_is_not_ours, _foreign_rights, _claim, _pictures, _withdrawn]
