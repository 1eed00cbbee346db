"""The blocks of a story file as the newsroom's: what ``Article.body`` is given."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rotative.project.demo import markup
from rotative.project.demo.cast import captioned
from rotative.project.demo.copyfile import Block
from rotative.project.demo.markup import PageAt

Pair = tuple[str, Any]


class Setter:
    """Knows which picture and which page the names in a story stand for."""

    def __init__(self, pictures: dict[str, int], stories: dict[str, int], page_at: PageAt) -> None:
        self.pictures, self.stories, self.page_at = pictures, stories, page_at

    def body(self, blocks: Iterable[Block]) -> list[dict[str, Any]]:
        """The raw form of a body; a block about a story that is not there is left out."""
        return [{"type": kind, "value": value} for kind, value in self._pairs(blocks)]

    def _pairs(self, blocks: Iterable[Block]) -> Iterator[Pair]:
        for block in blocks:
            if block.kind != "related" or block.values["story"] in self.stories:
                yield getattr(self, f"_{block.kind.replace('-', '_')}")(block)

    def _paragraph(self, block: Block) -> Pair:
        return "paragraph", f"<p>{markup.inline(block.text, self.page_at)}</p>"

    def _list(self, block: Block) -> Pair:
        return "paragraph", markup.items(block.values["items"], block.values["ordered"], self.page_at)

    def _heading(self, block: Block) -> Pair:
        return "heading", {"text": markup.plain(block.text), "level": block.values["level"]}

    def _quotation(self, block: Block) -> Pair:
        return "quotation", {"text": f"<p>{markup.inline(block.text, self.page_at)}</p>", **block.values}

    def _pull(self, block: Block) -> Pair:
        return "pull", {"text": markup.plain(block.text), **block.values}

    def _key_figure(self, block: Block) -> Pair:
        return "key_figure", {"title": "", "unit": "", **block.values}

    def _timeline(self, block: Block) -> Pair:
        return "timeline", {"title": block.values["title"], "entries": [{"state": "", **each} for each in block.values["entries"]]}

    def _table(self, block: Block) -> Pair:
        return "table", {"source": "", **block.values}

    def _box(self, block: Block) -> Pair:
        return "box", {"title": block.values["title"], "text": markup.paragraphs(block.values["text"], self.page_at)}

    def _picture(self, block: Block) -> Pair:
        return "picture", self._shown(block.values)

    def _gallery(self, block: Block) -> Pair:
        return "gallery", {"title": block.values.get("title", ""), "pictures": [self._shown(each) for each in block.values["pictures"]]}

    def _shown(self, said: dict[str, Any]) -> dict[str, Any]:
        return {"picture": self.pictures[said["picture"]], "caption": captioned(said.get("caption", ""))}

    def _chart(self, block: Block) -> Pair:
        said = block.values
        points = [{"label": label, "value": str(value)} for label, value in zip(said["labels"], said["values"], strict=True)]
        threshold = str(said["threshold"]) if "threshold" in said else None
        words = {key: said.get(key, "") for key in ("title", "alt", "unit", "source")}
        return "chart", {**words, "points": points, "threshold": threshold}

    def _related(self, block: Block) -> Pair:
        return "related", {"story": self.stories[block.values["story"]]}
