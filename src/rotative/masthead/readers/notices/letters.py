"""The letter of some notices: those of one thing under one head, with the link that ends such letters.

It lies in the post as a reference, and is worded when it leaves: what was removed meanwhile does not go out.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from rotative.masthead import posting, wording
from rotative.masthead.languages import first
from rotative.masthead.models import Letter
from rotative.masthead.queries import masthead
from rotative.masthead.readers.models import Reader
from rotative.masthead.readers.notices import kinds, links, wishes
from rotative.masthead.readers.notices.models import How, Notice, Wish, whose
from rotative.masthead.wording import Words

KIND = "notices"
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
    """Lay the letter in the post: which notices it is of, no word. Which they are; where none may be told any more, there is no letter."""
    with override(person.language):
        told = kinds.tell(notices)
    tellable = [notice for notice in notices if notice.pk in told]
    if tellable:
        posting.post(Letter(to=person.email, kind=KIND, told={"user": person.user, "notices": [notice.pk for notice in tellable]}))
    return tellable


def words(letter: Letter) -> Words | None:
    """As the letter leaves: of what may still be told, to who still wishes it and has not seen it. None where nothing is left."""
    user = letter.told["user"]
    person = person_of(user, "" if user else letter.to)
    if person.email != letter.to:
        return None
    notices = _still(person, letter.told["notices"])
    with override(person.language):
        told = kinds.tell(notices)
        tellable = [notice for notice in notices if notice.pk in told]
        return _words(person, tellable, told) if tellable else None


def person_of(user: int | None, address: str) -> Person:
    """As they are now."""
    if user is None:
        wish = Wish.objects.filter(user=None, address=address).order_by("pk").first()
        return Person(None, address, address if wish else "", wish.language if wish else first(), wish.pk if wish else None)
    account = get_user_model().objects.filter(pk=user, is_active=True).values_list("email", flat=True).first()
    language = Reader.objects.filter(user=user).values_list("language", flat=True).first()
    return Person(user, "", account or "", language or first())


def _still(person: Person, pks: Sequence[int]) -> list[Notice]:
    asked = wishes.of(person.user, person.address)
    rows = Notice.objects.filter(whose(person.user, person.address), pk__in=pks, seen_at=None).order_by("at", "pk")
    return [notice for notice in rows if asked.get(notice.kind, How.NEVER) != How.NEVER]


def _words(person: Person, notices: Sequence[Notice], told: dict[int, kinds.Told]) -> Words:
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
    return wording.render(person.language, _subject(notices, told), "masthead/letters/notices", shown, links.headers(url, settings.FEED_HOST))


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
