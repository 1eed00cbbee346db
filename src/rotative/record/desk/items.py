"""What was found in a story, as the desk goes through it: one item after the other, each where it stands in the latest draft."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from rotative.newsroom.models import Article
from rotative.record import reviews
from rotative.record.actions.stamps import stamp_of
from rotative.record.anchors import Anchor
from rotative.record.desk.marking import Mark, MarkKind
from rotative.record.grounds import Part
from rotative.record.models import Appearance, Essential, Event, State, Statement
from rotative.record.models.suggestions import found_again
from rotative.record.typed import Typed

MODELS: dict[str, type[Any]] = {"statement": Statement, "appearance": Appearance, "event": Event, "essential": Essential}
LETTERS = {"statement": "S", "appearance": "A", "event": "E", "essential": "P"}
MARKED: dict[str, MarkKind] = {"content": "statement", "speaker": "speaker", "cue": "cue"}
Span = tuple[int, int]


@dataclass(frozen=True)
class Item:
    """Something found. parts: what it rests on in the text at hand, as spans of it; none where it does not stand there.

    near: where it was, if it stands nowhere.
    """

    row: Any
    kind: str
    number: int
    parts: tuple[tuple[str, Span], ...] = ()
    near: int = 0

    @property
    def id(self) -> str:
        return f"{self.kind}-{self.row.pk}"

    @property
    def tag(self) -> str:
        """A short name, the same in the text and in the list."""
        return f"{LETTERS[self.kind]}{self.number}"

    @property
    def seen(self) -> str:
        return stamp_of(self.row)

    @property
    def spans(self) -> list[Span]:
        return [span for kind, span in self.parts if kind == "content"]

    @property
    def stands(self) -> bool:
        return bool(self.parts)

    @property
    def is_waiting(self) -> bool:
        return bool(self.row.state == State.SUGGESTED)

    @property
    def is_flagged(self) -> bool:
        """It was accepted, and the draft no longer has its words: readers lose it when the draft is published."""
        return self.row.is_kept and not self.parts and self.kind != "essential"

    def marks(self) -> Iterator[Mark]:
        for kind, (start, end) in self.parts:
            marked = "event" if self.kind == "event" else MARKED.get(kind)
            if marked and self.kind in ("statement", "event") and self.row.state != State.REJECTED:
                yield Mark(start, end, marked, self.id, self.tag if kind == "content" else "", self.row.is_kept)


@dataclass(frozen=True)
class Group:
    """The items of one kind, under a name."""

    kind: str
    name: str
    items: tuple[Item, ...]

    @cached_property
    def waiting(self) -> int:
        return sum(item.is_waiting for item in self.items)


def groups_of(article: Article, text: Typed) -> list[Group]:
    """All that was found in a story, in the order of its latest text; what is flagged is in a group of its own, the first."""
    found = {kind: _numbered(kind, rows, text) for kind, rows in _rows(article).items()}
    flagged = tuple(item for items in found.values() for item in items if item.is_flagged)
    first = [Group("flagged", _("Their words were changed"), flagged)] if flagged else []
    return [*first, *(Group(kind, name, tuple(item for item in found[kind] if not item.is_flagged)) for kind, name in _names().items())]


def item_of(row: Any, text: Typed) -> Item:
    """One row as an item, wherever it is in the list."""
    return Item(row, row._meta.model_name, 0, tuple(_parts(row, text)))


def _rows(article: Article) -> dict[str, list[Any]]:
    by_model = reviews.of_story(article)
    return {kind: by_model[model] for kind, model in MODELS.items()}


def _names() -> dict[str, str]:
    return {"statement": _("Who says what"), "appearance": _("Who is in it"), "event": _("What happens"), "essential": _("The essentials")}


def _numbered(kind: str, rows: Iterable[Any], text: Typed) -> list[Item]:
    placed = [(row, tuple(_parts(row, text))) for row in rows]
    if kind != "essential":  # they are offered in their order of weight
        placed.sort(key=lambda each: (min((span for _, span in each[1]), default=(len(text.words), 0)), each[0].pk))
    return [Item(row, kind, number, parts, _near(row, text)) for number, (row, parts) in enumerate(placed, 1)]


def _near(row: Any, text: Typed) -> int:
    block = getattr(row, "block", "")
    return text.starts[block] + min(row.start, len(text.by_id[block])) if block in text.starts else 0


def _parts(row: Any, text: Typed) -> Iterator[tuple[str, Span]]:
    if isinstance(row, Appearance):
        yield from (("content", _span(anchor, text)) for anchor in found_again(row.mentions, text.by_id))
    else:
        yield from ((part.kind, _span(part.anchor, text)) for part in _standing(row, text))


def _standing(row: Any, text: Typed) -> list[Part]:
    return row.in_text(text.by_id) or []


def _span(anchor: Anchor, text: Typed) -> Span:
    at = text.starts[anchor.block]
    return at + anchor.start, at + anchor.end
