"""The sentences of the reader and the fetcher, in the language of the desk."""
from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rotative.wires import fetching
from rotative.wires.reading import story, unreadable

PARTS = {
    "headline": _("headline"),
    "standfirst": _("standfirst"),
    "authors": _("authors"),
    "editor": _("edited by"),
    "published": _("date of publication"),
    "section": _("section"),
    "essential": _("point of the essentials"),
    "essentials": _("the essentials"),
    "pictures": _("pictures"),
    "topics": _("topics"),
    "canonical": _("address of the first publication"),
    "outlet": _("first published by"),
    "language": _("language"),
    "cross-head": _("cross-head"),
    "speaker": _("speaker"),
    "role": _("role"),
}


class Told(str):
    """An English sentence that keeps its message and what fills it, to be translated."""

    message: str
    details: dict[str, str]

    def __new__(cls, message: str, **details: str) -> Told:
        self = super().__new__(cls, message.format(**details))
        self.message, self.details = message, details
        return self


def spoken(said: unreadable.Unreadable | fetching.Unreachable | str) -> str:
    """Why a page could not be brought in, or a warning about one, in the active language."""
    if isinstance(said, unreadable.Unreadable):
        return _filled(unreadable.SENTENCES[said.code], said.details)
    if isinstance(said, fetching.Unreachable):
        return _filled(fetching.SENTENCES[said.code], said.details)
    if isinstance(said, story.Warned):
        return _filled(story.WARNINGS[said.code], said.details)
    return _filled(said.message, said.details) if isinstance(said, Told) else said


def spoken_report(report: dict[str, Any]) -> dict[str, Any]:
    """A report just made, in the active language; as it is stored, it is English."""
    parts = {key: [str(PARTS.get(name, name)) for name in report[key]] for key in ("guessed", "missing")}
    return report | parts | {"warnings": [spoken(each) for each in report["warnings"]]}


def _filled(message: str, details: dict[str, Any]) -> str:
    """``what`` and ``name`` are words of ours; the rest came from the page, or is a sentence itself."""
    ours = {"what": gettext, "name": lambda name: str(PARTS.get(name, name))}
    return gettext(message).format(**{key: ours.get(key, spoken)(value) for key, value in details.items()})
