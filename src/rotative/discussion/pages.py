"""The pages on which readers write, in the paper's frame: what each shows. None is printed."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import get_template

from rotative.masthead.frames import frame


@dataclass(frozen=True, slots=True, kw_only=True)
class WritersPage:
    """What every one of them has. The form posts ``token`` to ``action``. problems: what to mend, a sentence each."""

    site: Any
    head: Any
    title: str
    action: str
    token: str
    story: str
    story_url: str
    problems: Sequence[str] = ()
    token_name: str = "csrfmiddlewaretoken"  # noqa: S105
    crumbs: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePage(WritersPage):
    """Where a contribution is written, or mended for five minutes.

    state: of the discussion; because: why it is closed. answers: what is answered, in a few words, and by whom. text, passage: what was
    typed. name: under which the reader signs, nothing while they have none. sign_in_url: where to sign, for who has not.
    allows_guests: whether who has not may write all the same; email: what a guest typed; is_guest: whether this browser is a known guest's; is_told: whether they are told of replies already; wants_replies: whether they ticked it. longest: in characters. is_edit: whether it is there already.
    """

    state: str
    because: str
    text: str
    passage: str
    to: int
    answers: str
    answers_name: str
    name: str
    is_signed: bool
    sign_in_url: str
    longest: int
    allows_guests: bool = False
    is_guest: bool = False
    is_told: bool = False
    wants_replies: bool = False
    email: str = ""
    is_edit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPage(WritersPage):
    """Tells a guest that a letter is on its way to the address that they typed."""

    text: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPage(WritersPage):
    """Where a guest confirms the address under which they wrote; without ``text`` the link opens nothing any more. wants_replies: whether they ticked to be told of them."""

    text: str
    name: str
    wants_replies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage(WritersPage):
    """What became of one's own words. minutes: how many are left to mend them."""

    text: str
    state: str
    state_label: str
    written: datetime
    is_waiting: bool
    minutes: int
    edit_url: str
    withdraw_url: str
    held_edit: str


@dataclass(frozen=True, slots=True)
class Written:
    """One of one's own contributions, in a few words. decision_url: why it was decided against."""

    story: str
    url: str
    text: str
    state_label: str
    at: datetime
    decision_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinePage:
    """What a reader wrote, newest first. unseen: how many notices are new."""

    site: Any
    head: Any
    title: str
    written: Sequence[Written]
    older: str
    newer: str
    unseen: int = 0
    crumbs: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RespectPage(WritersPage):
    """Whether a reader respects a contribution. The form posts ``want`` as well."""

    text: str
    name: str
    is_respected: bool
    sign_in_url: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MutePage(WritersPage):
    """Whether a reader reads who wrote a contribution. The form posts ``want`` as well. quiet_url: the discussion without them, for who has no script."""

    name: str
    is_muted: bool
    sign_in_url: str
    url: str
    quiet_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MutesPage:
    """Whom a reader does not read: voice, name and since when. The forms post ``again`` to ``action``."""

    site: Any
    head: Any
    title: str
    action: str
    token: str
    muted: Sequence[tuple[str, str, datetime]]
    token_name: str = "csrfmiddlewaretoken"  # noqa: S105
    crumbs: tuple[Any, ...] = ()


def framed(request: HttpRequest, language: str, title: str, story: Any) -> dict[str, Any]:
    """The frame of a page under a story, with the token of the one write that it makes."""
    frames = frame(language, title)
    return {**frames, "action": request.get_full_path(), "token": get_token(request), "story": frame(language, story.title)["title"], "story_url": story.address}


def show(template: str, page: WritersPage | MinePage | MutesPage, status: int = 200) -> HttpResponse:
    return HttpResponse(get_template(f"discussion/{template}.html").render({"page": page, "site": page.site}), status=status)
