"""The reader's pages, in the paper's frame: what each shows. None is printed."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from rotative.masthead.frames import account_frame
from rotative.masthead.languages import first
from rotative.masthead.readers.notices.kinds import Kind
from rotative.masthead.readers.notices.reading import unseen
from rotative.masthead.readers.persons import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadersPage:
    """What every one of them has. said: what has just been done; problem: what to mend; beside: the field that it is about; next: where it goes on; unseen: how many notices are new."""

    template: ClassVar[str] = "masthead/readers/frame.html"

    site: Any
    head: Any
    title: str
    style: str
    script: str
    crumbs: tuple[Any, ...] = ()
    said: Sequence[str] = ()
    problem: str = ""
    beside: str = ""
    next: str = ""
    unseen: int = 0

    @property
    def wrong(self) -> str:
        """The field that is to be mended; nothing where nothing is wrong, or where it is about no field."""
        return self.beside if self.problem else ""


@dataclass(frozen=True, slots=True)
class Way:
    """A provider of who someone is. account: the number of the link, on the page of who has one."""

    name: str
    url: str
    id: str
    account: int = 0
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPage(ReadersPage):
    template: ClassVar[str] = "masthead/readers/sign_in.html"

    address: str = ""
    ways: Sequence[Way] = ()
    mastodon: bool = False
    instance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePage(ReadersPage):
    """Where the code of a letter is written. is_new: the address is to become the reader's."""

    template: ClassVar[str] = "masthead/readers/code.html"

    beside: str = "code"
    address: str
    minutes: int
    digits: int
    is_confirming: bool = False
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterPage(ReadersPage):
    """What a link opens: one button, which a mail scanner does not press. is_open: whether the link still opens something."""

    template: ClassVar[str] = "masthead/readers/enter.html"

    address: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePage(ReadersPage):
    template: ClassVar[str] = "masthead/readers/welcome.html"

    beside: str = "name"
    name: str
    language: str
    languages: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmPage(ReadersPage):
    template: ClassVar[str] = "masthead/readers/confirm.html"

    address: str
    has_passkeys: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPage(ReadersPage):
    """A provider has said who someone is, and no address that it has verified."""

    template: ClassVar[str] = "masthead/readers/join.html"

    beside: str = "address"
    provider: str
    called: str
    address: str


@dataclass(frozen=True, slots=True)
class Visit:
    """A browser in which the reader is signed in."""

    pk: int
    browser: str
    network: str
    since: datetime
    is_this: bool


@dataclass(frozen=True, slots=True)
class Passkey:
    pk: int
    name: str
    since: datetime
    used: datetime | None


@dataclass(frozen=True, slots=True)
class Following:
    kind: str
    key: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Wished:
    """How a reader is told of a kind of notices, to choose."""

    name: str
    title: Any
    note: Any
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderPage(ReadersPage):
    """sections: what the reader wrote; others: what else rooms keep of them."""

    template: ClassVar[str] = "masthead/readers/reader.html"

    beside: str = "name"
    name: str
    picture: SafeString
    since: datetime
    address: str
    language: str
    languages: Sequence[tuple[str, str]]
    sections: Sequence[Section]
    others: Sequence[Section]
    following: Sequence[Following]
    visits: Sequence[Visit]
    passkeys: Sequence[Passkey]
    ways: Sequence[Way]
    works_here: bool
    wishes: Sequence[Wished] = ()
    hows: Sequence[tuple[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice as the page shows it. url: nothing where what it is about may no longer be shown."""

    at: datetime
    is_new: bool
    title: str
    url: str
    words: str
    about: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesPage(ReadersPage):
    """until: the latest of a reader's notices when this was shown, by its number: what the button marks as seen."""

    template: ClassVar[str] = "masthead/readers/notices.html"

    shown: Sequence[Shown]
    until: int
    newer: str
    older: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingPage(ReadersPage):
    """Letters that end. kinds: of what; nothing for a link that ends nothing. is_ended: whether it has just been done. has_page: whether the reader has one, where more can be chosen."""

    template: ClassVar[str] = "masthead/readers/ending.html"

    kinds: Sequence[Kind] = ()
    is_ended: bool = False
    has_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressPage(ReadersPage):
    """Where another address is asked for. address: the one of now; days: how long the former one takes it back."""

    template: ClassVar[str] = "masthead/readers/address.html"

    beside: str = "address"
    address: str
    typed: str
    days: int
    works_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackPage(ReadersPage):
    """What the letter to a former address opens. is_open: whether it still does; is_done: the address is as it was."""

    template: ClassVar[str] = "masthead/readers/take_back.html"

    address: str = ""
    is_open: bool = False
    is_done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavePage(ReadersPage):
    template: ClassVar[str] = "masthead/readers/leave.html"

    beside: str = "words"
    works_here: bool
    sections: Sequence[Section]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboundPage(ReadersPage):
    template: ClassVar[str] = "masthead/readers/outbound.html"

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowPage(ReadersPage):
    """What the page of a follow shows. The form posts ``want`` to ``action``."""

    template: ClassVar[str] = "masthead/readers/follow.html"

    url: str
    action: str
    followed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPage(ReadersPage):
    template: ClassVar[str] = "masthead/readers/closed.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftPage(ReadersPage):
    template: ClassVar[str] = "masthead/readers/left.html"


def framed(request: HttpRequest, title: str, **more: Any) -> dict[str, Any]:
    """What every page has, in the language of the visit."""
    said = [str(message) for message in messages.get_messages(request)]
    return {**account_frame(get_language() or first(), title), "said": said, "unseen": unseen(request.user), **more}


def show(request: HttpRequest, page: ReadersPage, status: int = 200) -> HttpResponse:
    return HttpResponse(get_template(page.template).render({"page": page, "site": page.site}, request), status=status)
