"""The blocks a story's body is made of.

Each knows whether its words are part of the text, which is what is counted. What can be
found is more: the words of tables, figures, captions too. A pulled quotation repeats words,
so it is left out of the record, the search and the word count.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

TEXT = ["bold", "italic", "link", "superscript", "subscript", "code"]
LISTS = [*TEXT, "ol", "ul"]
PARTS_OF_THE_TEXT = ("paragraph", "heading", "quotation", "list", "box")


class ParagraphBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(features=LISTS, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("text"), max_length=120)
    level = blocks.ChoiceBlock(label=_("level"), choices=[("2", _("cross-head")), ("3", _("minor"))], default="2")

    class Meta:
        icon = "title"
        label = _("Cross-head")


class QuotationBlock(blocks.StructBlock):
    """Words of someone, set apart; part of the text."""

    text = blocks.RichTextBlock(label=pgettext_lazy("quotation", "words"), features=TEXT)
    speaker = blocks.CharBlock(label=_("speaker"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("role"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Block quotation")


class PullBlock(blocks.StructBlock):
    """Words of the story shown large; they repeat it."""

    text = blocks.CharBlock(label=pgettext_lazy("quotation", "words"), max_length=280)
    speaker = blocks.CharBlock(label=_("speaker"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("role"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Pulled quotation")


class PictureBlock(blocks.StructBlock):
    picture = ImageChooserBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption in this story"), required=False, max_length=400)

    class Meta:
        icon = "image"
        label = _("Picture")


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), required=False, max_length=120)
    pictures = blocks.ListBlock(PictureBlock(), label=_("pictures"), min_num=2)

    class Meta:
        icon = "image"
        label = _("Gallery")


class DocumentBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("document"))
    title = blocks.CharBlock(label=_("title in this story"), required=False, max_length=160)

    class Meta:
        icon = "doc-full"
        label = _("Document")


class TableBlock(blocks.StructBlock):
    """A small table; the first column heads its rows."""

    caption = blocks.CharBlock(label=_("caption"), max_length=200)
    head = blocks.ListBlock(blocks.CharBlock(required=False, max_length=80), label=_("heads of columns"), min_num=2)
    rows = blocks.ListBlock(blocks.ListBlock(blocks.CharBlock(required=False, max_length=200), label=_("cells")), label=_("rows"), min_num=1)
    source = blocks.CharBlock(label=_("source"), required=False, max_length=200)

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        wide = [number for number, row in enumerate(value["rows"], 1) if len(row) != len(value["head"])]
        if wide:
            message = _("Row %(rows)s has not as many cells as there are heads of columns.") % {"rows": ", ".join(map(str, wide))}
            raise blocks.StructBlockValidationError(block_errors={"rows": ValidationError(message)})
        return value

    class Meta:
        icon = "table"
        label = _("Table")


class KeyFigureBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), required=False, max_length=60)
    value = blocks.CharBlock(label=_("figure"), max_length=12)
    unit = blocks.CharBlock(label=_("unit"), required=False, max_length=40)
    text = blocks.CharBlock(label=_("what it says"), max_length=280)

    class Meta:
        icon = "order"
        label = _("Key figure")


class MomentBlock(blocks.StructBlock):
    when = blocks.CharBlock(label=_("when"), max_length=60)
    text = blocks.CharBlock(label=_("what"), max_length=280)
    state = blocks.ChoiceBlock(label=_("kind"), choices=[("secret", _("held in secret")), ("next", _("to come"))], required=False)


class TimelineBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=120)
    entries = blocks.ListBlock(MomentBlock(), label=_("moments"), min_num=2)

    class Meta:
        icon = "history"
        label = _("Timeline")


class BoxBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.RichTextBlock(label=_("text"), features=LISTS)

    class Meta:
        icon = "form"
        label = _("Box")


class PointBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("label"), max_length=40)
    value = blocks.DecimalBlock(label=_("value"))


class ChartBlock(blocks.StructBlock):
    """Bars drawn in the page; its words are for those who do not see them."""

    title = blocks.CharBlock(label=_("title"), max_length=160)
    alt = blocks.CharBlock(label=_("what it shows, in words"), max_length=400)
    unit = blocks.CharBlock(label=_("unit"), required=False, max_length=30)
    points = blocks.ListBlock(PointBlock(), label=_("values"), min_num=2)
    threshold = blocks.DecimalBlock(label=_("threshold"), required=False)
    source = blocks.CharBlock(label=_("source"), required=False, max_length=200)

    class Meta:
        icon = "order-up"
        label = _("Chart")


class EmbedBlock(blocks.StructBlock):
    """Something of another site: nothing is loaded from there before the reader asks."""

    url = blocks.URLBlock(label=_("address"))
    title = blocks.CharBlock(label=_("what it is"), max_length=160)

    class Meta:
        icon = "media"
        label = _("From another site")


class StoryBlock(blocks.StructBlock):
    story = blocks.PageChooserBlock(label=_("article"), page_type="newsroom.Article")

    class Meta:
        icon = "link"
        label = _("Related article")


class Body(blocks.StreamBlock):
    """The body of an article."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    quotation = QuotationBlock()
    pull = PullBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    document = DocumentBlock()
    table = TableBlock()
    key_figure = KeyFigureBlock()
    timeline = TimelineBlock()
    box = BoxBlock()
    chart = ChartBlock()
    embed = EmbedBlock()
    related = StoryBlock()

    def text(self, value: Any) -> str:
        """The words of the story in order, a paragraph a line, repeats left out."""
        return "\n".join(line for line in _lines(value) if line)

    def findable(self, value: Any) -> str:
        """Every word that readers see in the body, in order, a line each; repeats left out."""
        return "\n".join(" ".join(strip_tags(line).split()) for child in value for line in _shown(child) if line and line.strip())

    def word_count(self, value: Any) -> int:
        return len(re.findall(r"\w[\w’'-]*", self.text(value)))


def _lines(value: Any) -> Iterator[str]:
    for child in value:
        if child.block_type == "paragraph":
            yield from _plain(child.value.source)
        elif child.block_type == "heading":
            yield child.value["text"]
        elif child.block_type == "quotation":
            yield from _plain(child.value["text"].source)
        elif child.block_type == "box":
            yield child.value["title"]
            yield from _plain(child.value["text"].source)


def _shown(child: Any) -> Iterator[str]:
    """The lines of one block, whether or not they are part of the text."""
    if child.block_type in PARTS_OF_THE_TEXT:
        yield from _lines([child])
        if child.block_type == "quotation":
            yield f"{child.value['speaker']} {child.value['role']}"
    elif child.block_type in SHOWN:
        yield from SHOWN[child.block_type](child.value)


def _of_picture(value: Any) -> Iterator[str]:
    yield value["caption"] or (value["picture"].caption if value["picture"] else "")


def _of_gallery(value: Any) -> Iterator[str]:
    yield value["title"]
    for each in value["pictures"]:
        yield from _of_picture(each)


def _of_document(value: Any) -> Iterator[str]:
    yield value["title"] or (value["document"].title if value["document"] else "")


def _of_table(value: Any) -> Iterator[str]:
    yield value["caption"]
    yield from (" ".join(filter(None, row)) for row in (value["head"], *value["rows"]))
    yield value["source"]


def _of_key_figure(value: Any) -> Iterator[str]:
    yield value["title"]
    yield " ".join(filter(None, (value["value"], value["unit"], value["text"])))


def _of_timeline(value: Any) -> Iterator[str]:
    yield value["title"]
    yield from (f"{moment['when']} {moment['text']}" for moment in value["entries"])


def _of_chart(value: Any) -> Iterator[str]:
    yield value["title"]
    yield value["alt"]
    yield " ".join(point["label"] for point in value["points"])
    yield value["source"]


SHOWN: dict[str, Callable[[Any], Iterator[str]]] = {
    "picture": _of_picture, "gallery": _of_gallery, "document": _of_document, "table": _of_table, "key_figure": _of_key_figure,
    "timeline": _of_timeline, "chart": _of_chart, "embed": lambda value: iter([value["title"]]),
}  # fmt: skip


def _plain(html: str) -> Iterator[str]:
    for part in re.split(r"</(?:p|li)>|<br\s*/?>", html):
        yield " ".join(strip_tags(part).split())
