"""A story's body: blocks as they are kept, made into what a page shows.

Reads the stored data, not the blocks' values, so that all pictures and links of a story
are asked for at once.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from django.utils.formats import localize
from django.utils.safestring import SafeString, mark_safe

from rotative.library.models import Picture, SourceDocument
from rotative.newsroom import queries
from rotative.newsroom.models import Article
from rotative.paper import chart, contexts, numbers, setter
from rotative.paper.cards import deal
from rotative.paper.images import show
from rotative.paper.richtext import addresses_of_sections, anchor, expand, linked_pages, with_ways_back
from rotative.press.reads import named_read
from rotative.press.rendering import current
from rotative.record.marking import Mark, mark_block
from rotative.record.typed import stripped

Raw = dict[str, Any]
PARTS = ("main", "checked", "essentials", "who-says-what", "sources", "corrections", "follow", "discussion", "related")  # names on a story's page


class Body:
    """The blocks of one story, with all that they name loaded at once."""

    def __init__(self, article: Article, extra: tuple[str, ...] = (), beside: Sequence[int] = (), marks: Mapping[int, Sequence[Mark]] | None = None) -> None:
        """``extra``: more texts that may hold links; ``beside``: stories shown beside the body, by primary key.

        ``marks``: the words to be marked in blocks, by the place of each block in the body, from 0.
        """
        self.raw = _raw(article)
        wanted = _shown(article, self.raw)
        self.pictures: dict[int, Picture] = queries.pictures(sorted(wanted)) if wanted else {}
        linked = linked_pages([*_texts(self.raw), *extra])
        self.links, self.stories = _linked(linked, {*_beside(self.raw), *beside})
        self.beside = [self.stories[pk] for pk in beside if pk in self.stories]
        files = [raw["value"]["document"] for raw in self.raw if raw["type"] == "document"]
        self.documents: dict[int, SourceDocument] = _documents(files) if files else {}
        self.all_marks = marks or {}
        self.marks: Sequence[Mark] = ()  # of the block at hand
        self.anchors = {*PARTS, *(name for each in self.all_marks.values() for mark in each for name in (mark.name, mark.back))}

    def blocks(self) -> list[contexts.Block]:
        return [block for place in range(len(self.raw)) for block in self.block(place)]

    def block(self, place: int) -> list[contexts.Block]:
        """What one block of the body makes: of rich text, several."""
        raw, self.marks = self.raw[place], self.all_marks.get(place, ())
        maker: Callable[[Any], Any] = getattr(self, f"_{raw['type']}")
        made = maker(mark_block(raw["type"], raw["value"], self.marks) if self.marks else raw["value"])
        return made if isinstance(made, list) else [made] if made else []

    def _html(self, source: str) -> SafeString:
        return expand(source, self.links, self.marks)

    def _line(self, text: str) -> str:
        """Plain text; in a block that has marks it is markup."""
        return with_ways_back(setter.html(text), self.marks) if self.marks else setter.text(text)

    def _paragraph(self, value: str) -> list[contexts.Block]:
        """Rich text: paragraphs and lists, each a block of its own."""
        html = self._html(value)
        parts = re.split(r"(<(?:ul|ol)>.*?</(?:ul|ol)>)", html, flags=re.S)
        return [_text_block(mark_safe(part.strip())) for part in parts if part.strip()]  # noqa: S308

    def _heading(self, value: Raw) -> contexts.Block:
        text = value["text"]
        name = anchor(stripped(text) if self.marks else text, self.anchors)
        return contexts.Heading(text=self._line(text), level=int(value.get("level") or 2), id=name)

    def _quotation(self, value: Raw) -> contexts.Block:
        return contexts.Quotation(html=self._html(value["text"]), speaker=setter.text(value["speaker"]), role=setter.text(value["role"]))

    def _pull(self, value: Raw) -> contexts.Block:
        return contexts.Pull(text=setter.text(value["text"]), speaker=setter.text(value["speaker"]), role=setter.text(value["role"]))

    def _picture(self, value: Raw) -> contexts.Block | None:
        picture = show(self.pictures.get(value["picture"]), "body", value.get("caption", ""))
        return contexts.PictureBlock(picture=picture) if picture else None

    def _gallery(self, value: Raw) -> contexts.Block | None:
        shown = [show(self.pictures.get(item["picture"]), "body", item.get("caption", "")) for item in _items(value["pictures"])]
        kept = [picture for picture in shown if picture]
        return contexts.Gallery(pictures=kept, title=setter.text(value.get("title", ""))) if kept else None

    def _document(self, value: Raw) -> contexts.Block | None:
        file = self.documents.get(value["document"])
        if file is None:
            return None
        size = numbers.size(file.file_size or 0, current().language)
        title = setter.text(value.get("title") or file.title)
        return contexts.Document(title=title, url=file.url, size_label=size, type=file.file_extension.upper())

    def _table(self, value: Raw) -> contexts.Block:
        rows = [[setter.text(cell) for cell in _items(row)] for row in _items(value["rows"])]
        head = [setter.text(cell) for cell in _items(value["head"])]
        return contexts.Table(caption=setter.text(value["caption"]), head=head, rows=rows, source=setter.text(value.get("source", "")))

    def _key_figure(self, value: Raw) -> contexts.Block:
        return contexts.KeyFigure(**{name: setter.text(value.get(name) or "") for name in ("title", "value", "unit", "text")})

    def _timeline(self, value: Raw) -> contexts.Block:
        entries = [contexts.Moment(setter.text(e["when"]), setter.text(e["text"]), e.get("state") or "") for e in _items(value["entries"])]
        return contexts.Timeline(title=setter.text(value["title"]), entries=entries)

    def _box(self, value: Raw) -> contexts.Block:
        return contexts.Box(title=self._line(value["title"]), html=self._html(value["text"]))

    def _chart(self, value: Raw) -> contexts.Block:
        points = [contexts.Point(setter.text(each["label"]), Decimal(str(each["value"]))) for each in _items(value["points"])]
        threshold = Decimal(str(value["threshold"])) if value.get("threshold") not in (None, "") else None
        alt, unit = setter.text(value["alt"]), setter.text(value.get("unit", ""))
        svg = mark_safe(chart.bars(points, alt, unit, threshold, localize))  # noqa: S308
        title, source = setter.text(value["title"]), setter.text(value.get("source", ""))
        return contexts.Chart(title=title, alt=alt, points=points, svg=svg, unit=unit, threshold=threshold, source=source)

    def _embed(self, value: Raw) -> contexts.Block:
        provider = (urlsplit(value["url"]).hostname or "").removeprefix("www.")
        return contexts.Embed(title=setter.text(value["title"]), url=value["url"], provider=provider)

    def _related(self, value: Raw) -> contexts.Block | None:
        story = self.stories.get(value["story"])
        return contexts.Related(card=deal([story], "related", ready=True)[0]) if story else None


def pictures_of(article: Article) -> set[int]:
    """The pictures that a story's page shows, by primary key."""
    return _shown(article, _raw(article))


def _shown(article: Article, blocks: list[Raw]) -> set[int]:
    return {*_pictures(blocks), *_faces(article), article.picture_id or 0} - {0}


def pages_of(article: Article) -> set[int]:
    """The pages that a story's body and its notes link to or set beside, by primary key."""
    raw = _raw(article)
    return linked_pages([*_texts(raw), article.sources, article.method]) | _beside(raw)


def _raw(article: Article) -> list[Raw]:
    return [{"type": raw["type"], "value": raw["value"]} for raw in article.body.raw_data]


def _beside(blocks: list[Raw]) -> set[int]:
    return {raw["value"]["story"] for raw in blocks if raw["type"] == "related" and raw["value"]["story"]}


def _linked(linked: set[int], shown: set[int]) -> tuple[dict[int, str], dict[int, Article]]:
    """The addresses that texts link to, and the stories set within or beside the text: one question."""
    sections = addresses_of_sections(linked)
    wanted = (linked - sections.keys()) | shown
    found = queries.stories(sorted(wanted)) if wanted else {}
    return sections | {pk: story.address for pk, story in found.items()}, {pk: found[pk] for pk in shown & found.keys()}


def _items(values: list[Any]) -> list[Any]:
    """The items of a list block, kept bare or with an identifier."""
    return [value["value"] if isinstance(value, dict) and value.get("type") == "item" else value for value in values]


def _pictures(blocks: list[Raw]) -> Iterator[int]:
    for raw in blocks:
        if raw["type"] == "picture":
            yield raw["value"]["picture"]
        elif raw["type"] == "gallery":
            yield from (item["picture"] for item in _items(raw["value"]["pictures"]))


def _faces(article: Article) -> Iterator[int]:
    """The portrait beside the byline of an opinion."""
    if article.genre == "opinion":
        yield from (row.author.portrait_id or 0 for row in article.bylines.all())


def _texts(blocks: list[Raw]) -> Iterator[str]:
    for raw in blocks:
        if raw["type"] == "paragraph":
            yield raw["value"]
        elif raw["type"] in ("quotation", "box"):
            yield raw["value"]["text"]


@named_read(lambda pks: [f"document:{pk}" for pk in pks])
def _documents(pks: list[int]) -> dict[int, SourceDocument]:
    return SourceDocument.objects.in_bulk(pks)


def _text_block(html: SafeString) -> contexts.Block:
    return contexts.List(html=html) if html.startswith(("<ul", "<ol")) else contexts.Paragraph(html=html)
