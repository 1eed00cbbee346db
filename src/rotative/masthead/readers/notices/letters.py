"""The letter of some notices: those of one thing under one head, with the link that ends such letters."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from rotative.masthead import posting
from rotative.masthead.queries import masthead
from rotative.masthead.readers.notices import kinds, links
from rotative.masthead.readers.notices.models import Notice

SHOWN, HEADS = 5, 20  # of one head; of a letter, so that no mail program cuts it short


class Person(NamedTuple):
    """Who is told: the number of an account, or an address without one. email: where letters go; nothing where none can."""

    user: int | None
    address: str
    email: str
    language: str
    wish: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What happened to one thing of the reader's. items: the first of them; others: how many more there are."""

    title: str
    about: str
    items: Sequence[kinds.Told]
    others: int


def post(person: Person, notices: Sequence[Notice]) -> list[Notice]:
    """Lay the letter in the post. Which of them it tells; where none may be told any more, there is no letter."""
    with override(person.language):
        told = kinds.tell(notices)
        tellable = [notice for notice in notices if notice.pk in told]
        if tellable:
            _post(person, tellable, told)
    return tellable


def _post(person: Person, notices: Sequence[Notice], told: dict[int, kinds.Told]) -> None:
    names = [notice.kind for notice in notices]
    url = links.url_of(links.only(person.user, person.wish, names), person.language)
    heads = _heads(notices, told)
    shown = {
        "heads": heads[:HEADS],
        "others": sum(len(head.items) + head.others for head in heads[HEADS:]),
        "site": settings.ROTATIVE_URL,
        "end_url": url,
        "own_url": f"{settings.ROTATIVE_URL}{reverse('notices')}?in={person.language}" if person.user else "",
    }
    posting.send(person.email, person.language, _subject(notices, told), "masthead/letters/notices", shown, links.headers(url, settings.FEED_HOST))


def _heads(notices: Sequence[Notice], told: dict[int, kinds.Told]) -> list[Head]:
    """In the order of the first of each."""
    groups: dict[tuple[str, str], list[Notice]] = {}
    for notice in notices:
        groups.setdefault((notice.kind, notice.subject), []).append(notice)
    return [_head(group, [told[notice.pk] for notice in group]) for group in groups.values()]


def _head(group: list[Notice], items: list[kinds.Told]) -> Head:
    kind = kinds.kind_of(group[0])
    title = kind.counted(len(items)) if kind and len(items) > 1 else items[0].title
    return Head(title, items[0].about, items[:SHOWN], max(0, len(items) - SHOWN))


def _subject(notices: Sequence[Notice], told: dict[int, kinds.Told]) -> str:
    """What happened, where it is one thing; otherwise how much of each kind, and where."""
    if len(notices) == 1:
        return told[notices[0].pk].title
    names = [notice.kind for notice in notices]
    counted = ", ".join(kind.counted(names.count(kind.name)) for kind in kinds.known(list(dict.fromkeys(names))))
    return _("%(paper)s: %(what)s") % {"paper": masthead().name, "what": counted}
