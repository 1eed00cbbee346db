"""The pages of the record: who said what, who is who, where each party stands."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rotative.paper.contexts.page import Page
from rotative.paper.parts import Html, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said, as pages show it; its template is ``record/said.html``.

    who: a name, or how the text describes a source without one. act: a verb ("denies"). said: the words, set;
    ``is_quoted`` when they stand between marks. source: how we know, ``named``, ``unnamed`` or ``second-hand``.
    via, addressee, place: as the text names them, or nothing. hearsay: the text keeps its distance.
    url: an address of its own. passage: where the words stand in the story, nothing for a draft. denials: what denies
    it, of which readers may see as much; ``is_denial`` for such a one.
    """

    number: int
    who: str
    act: str
    said: str
    source: str
    url: str
    passage: str = ""
    who_url: str = ""
    role: str = ""
    via: str = ""
    addressee: str = ""
    place: str = ""
    hearsay: bool = False
    is_quoted: bool = False
    is_denial: bool = False
    when: date | None = None
    story: Link | None = None
    denials: Sequence[Said] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage(Page):
    """A statement by itself. ``passage``: the sentence or the paragraph around the words, in which they are marked."""

    template: ClassVar[str] = "record/statement.html"

    said: Said
    passage: Html = ""
