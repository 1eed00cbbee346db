"""The blocks of a story's body, as their templates show them; see ``contexts``."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from django.utils.safestring import SafeString

from rotative.paper.parts import Html, Picture
from rotative.record.typed import stripped


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a story's body. An ``aside`` stands in the margin on a desk."""

    kind: ClassVar[str]
    aside: ClassVar[bool] = False

    @property
    def template(self) -> str:
        return f"newsroom/blocks/{self.kind}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """One or more ``<p>``."""

    kind: ClassVar[str] = "paragraph"
    html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Block):
    kind: ClassVar[str] = "heading"
    text: str
    level: int = 2
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Block):
    """``<ul>`` or ``<ol>``."""

    kind: ClassVar[str] = "list"
    html: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Block):
    kind: ClassVar[str] = "quotation"
    html: Html
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull(Block):
    """Words of the story shown large; assistive technology passes over them."""

    kind: ClassVar[str] = "pull"
    text: str
    speaker: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBlock(Block):
    kind: ClassVar[str] = "picture"
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery(Block):
    kind: ClassVar[str] = "gallery"
    pictures: Sequence[Picture]
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Block):
    """``type`` and ``size_label`` as readers see them: PDF, 1.2 MB."""

    kind: ClassVar[str] = "document"
    title: str
    url: str
    size_label: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """The first cell of each row heads it."""

    kind: ClassVar[str] = "table"
    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure(Block):
    kind: ClassVar[str] = "key_figure"
    aside: ClassVar[bool] = True
    value: str
    text: str
    title: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """``state`` is empty, secret or next."""

    when: str
    text: str
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Block):
    kind: ClassVar[str] = "timeline"
    aside: ClassVar[bool] = True
    title: str
    entries: Sequence[Moment]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Block):
    kind: ClassVar[str] = "box"
    aside: ClassVar[bool] = True
    title: str
    html: Html

    @property
    def label(self) -> str:
        """The title without the marks of statements that may stand in it."""
        return stripped(self.title) if isinstance(self.title, SafeString) else self.title


@dataclass(frozen=True, slots=True)
class Point:
    label: str
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Block):
    """``svg`` is drawn by ``rotative.paper.chart.bars``."""

    kind: ClassVar[str] = "chart"
    title: str
    alt: str
    points: Sequence[Point]
    svg: Html
    unit: str = ""
    threshold: Decimal | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed(Block):
    """Something of another site: a link; nothing is loaded from there by our page."""

    kind: ClassVar[str] = "embed"
    title: str
    url: str
    provider: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related(Block):
    """A story picked within the text; card in the related form."""

    kind: ClassVar[str] = "related"
    aside: ClassVar[bool] = True
    card: Html
