"""What pages ask of the masthead, and who is who at the desk."""
from __future__ import annotations

from typing import cast
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from wagtail.models import Page

from rotative.masthead.models import Masthead, MastheadText, SocialLink, User
from rotative.masthead.roles import GROUPS, Role, section_groups
from rotative.masthead.seen import Seen, loaded_by
from rotative.press.keys import key_of
from rotative.press.listings import Roll
from rotative.press.prepared import Prepared
from rotative.press.reads import Rows, derived, named_read
from rotative.press.rendering import is_open, stand_on

Roll("list:masthead", Masthead, lambda masthead: ["all"], frozenset())


def masthead() -> Masthead:
    """The paper's identity with its texts and links; an unsaved one for a new paper.

    A page that is being rendered stands on the fields that it reads, not on all.
    """
    return cast(Masthead, Seen()) if is_open() else _masthead()


def _all_of_it(paper: Masthead) -> object:
    rows = [paper, *(paper.texts.all() if paper.pk else ())]
    return [[getattr(row, field.attname) for field in row._meta.concrete_fields] for row in rows]


@loaded_by
@derived(_all_of_it)
@named_read(lambda: ["list:masthead:all"])
def _masthead() -> Masthead:
    paper = _papers.take([""])[""]
    stand_on(*([key_of(paper)] if paper.pk else []))
    return paper


_texts = Prepared(lambda: MastheadText.objects.select_related("masthead").order_by("masthead", "sort_order", "pk"))

_alone = Prepared(lambda: Masthead.objects.order_by("pk")[:1])


def _paper(_keys: list[str]) -> dict[str, Masthead]:
    texts = _texts()
    paper = texts[0].masthead if texts else next(iter(_alone()), None) or Masthead()
    paper.texts = [text for text in texts if text.masthead_id == paper.pk]
    return {"": paper}


_papers = Rows(_paper)  # There is one of them, under no name.


@derived()
@named_read(lambda: ["list:masthead:all"])
def profiles() -> list[tuple[str, str]]:
    """The paper's profiles elsewhere: the name and the address of each."""
    paper = _masthead()
    stand_on(*([key_of(paper)] if paper.pk else []))  # Its links are its own rows, and none of its columns.
    return list(SocialLink.objects.order_by("sort_order", "pk").values_list("name", "url"))


def zone() -> ZoneInfo:
    """The paper's own time zone."""
    return ZoneInfo(masthead().time_zone)


def role_of(user: User) -> Role | None:
    """The role of someone who works for the paper, None for a reader."""
    names = set(user.groups.values_list("name", flat=True))
    return next((role for role in Role if GROUPS[role] in names), None)


def sections_of(user: User) -> QuerySet[Page]:
    """The sections an editor is appointed to."""
    groups = section_groups().filter(user=user)
    return Page.objects.filter(group_permissions__group__in=groups).distinct().order_by("path")
