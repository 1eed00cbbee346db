"""What pages ask of the masthead, and who is who at the desk."""
from __future__ import annotations

from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from wagtail.models import Page

from rotative.masthead.models import Masthead, SocialLink, User
from rotative.masthead.roles import GROUPS, Role, section_groups
from rotative.press.reads import named_read
from rotative.press.rendering import once


def masthead() -> Masthead:
    """The paper's identity with its texts and links; an unsaved one for a new paper."""
    return once("masthead", _masthead)


@named_read(lambda: ["list:masthead:all"])
def _masthead() -> Masthead:
    found = Masthead.objects.prefetch_related("texts").first()
    return found or Masthead()


@named_read(lambda: ["list:masthead:all"])
def profiles() -> list[str]:
    """The addresses of the paper's profiles elsewhere."""
    return list(SocialLink.objects.order_by("sort_order", "pk").values_list("url", flat=True))


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
