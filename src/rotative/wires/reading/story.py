"""A story: what was read from a page, what was guessed and what was not found."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Self

from .wording import gettext_noop

WARNINGS = {
    "wrong_charset": gettext_noop("The page says it is written in {said}, but it is in {found}."),
    "no_charset": gettext_noop("The page does not say its encoding; windows-1252 was supposed."),
    "some_characters": gettext_noop("Some characters could not be read and were replaced."),
    "mojibake": gettext_noop("The page was encoded twice over; its accents were repaired."),
    "truncated": gettext_noop("The page is cut short: its end is missing."),
    "too_deep": gettext_noop("The markup is nested beyond reason; the rest of the page was not read."),
    "too_long": gettext_noop("The page has too many elements; the rest of it was not read."),
    "no_hour": gettext_noop("The page gives the day without the hour; midnight was put."),
    "no_zone": gettext_noop("The page gives no time zone; {zone} was supposed."),
    "relative_date": gettext_noop("The page gives its date as “{text}”, which cannot be placed."),
    "shell": gettext_noop("The text was taken from the data of the page, not from what it shows."),
    "body_from_data": gettext_noop("The text was taken from the JSON-LD of the page; its cross-heads are lost."),
    "body_by_trafilatura": gettext_noop("The text could not be told from the rest; trafilatura's reading was kept."),
    "short": gettext_noop("The article is very short; it may not be whole."),
    "paywall": gettext_noop("The page says that only subscribers may read it whole."),
    "capitals": gettext_noop("The byline was in capitals; its case was guessed."),
}


class Warned(str):
    """An English sentence that keeps its `code`, for callers who translate."""

    code: str
    details: dict[str, str]

    def __new__(cls, code: str, **details: str) -> Self:
        self = super().__new__(cls, WARNINGS[code].format(**details))
        self.code, self.details = code, details
        return self

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str]]:
        """Copies and pickles are made from the code, as the sentence itself was."""
        return (self.code,), self.details


@dataclass(frozen=True)
class Block:
    """A piece of the body; a list has one item a line."""

    kind: str
    text: str
    speaker: str | None = None


@dataclass(frozen=True)
class Picture:
    """A picture of the page.

    beside: its file, in the folder that a browser saves with a page.
    place: how many blocks of the body stand before it; None when that is not known.
    """

    source: str | None
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    beside: str | None = None
    place: int | None = None


@dataclass(frozen=True)
class Story:
    headline: str
    body: tuple[Block, ...]
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    published: datetime | None = None
    section: str | None = None
    essentials: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    topics: tuple[str, ...] = ()
    canonical: str | None = None
    outlet: str | None = None
    language: str | None = None
    guessed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @property
    def cut_short(self) -> bool:
        return any(getattr(warning, "code", "") == "truncated" for warning in self.warnings)

    def as_json(self) -> dict[str, Any]:
        """The story in the words of `rotative import page --json`."""
        said = {name: _plain(value) for name, value in asdict(self).items()}
        said["published"] = self.published.isoformat() if self.published else None
        return said


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) and not isinstance(value, Warned) else value
