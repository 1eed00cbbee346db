"""The words of statements where they stand in a story: their names, the marks that carry them, what is around them."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from rotative.newsroom.queries import body_of
from rotative.paper.richtext import expand
from rotative.record.marking import GOES_ON, Mark, mark_block
from rotative.record.models import Statement
from rotative.record.typed import typed

Marks = dict[int, list[Mark]]  # by the place of a block in the body

_LINE = re.compile(r"<(p|li)\b[^>]*>.*?</\1>", re.S)


def passage_id(pk: int) -> str:
    """The name of the words of a statement in its story."""
    return f"s{pk}"


def entry_id(pk: int) -> str:
    """The name of what is told of a statement under its story."""
    return f"q{pk}"


def marks_of(rows: Sequence[Statement], blocks: Iterable[Any], with_ways_back: bool = True) -> Marks:
    """Where the words of some statements of a story are to be marked in its body, by its stored blocks."""
    found = defaultdict[int, list[Mark]](list)
    places = {block.id: block.place for block in typed(blocks).blocks} if rows else {}
    for row in rows:
        for block, mark in _marks(row, entry_id(row.pk) if with_ways_back else ""):
            if block in places:
                found[places[block]].append(mark)
    return dict(found)


def around(row: Statement) -> SafeString:
    """The lines of a story in which a statement stands, with its words marked."""
    blocks = body_of(row.article_id)
    marks = marks_of([row], blocks, with_ways_back=False)
    return mark_safe("".join(line for place, here in sorted(marks.items()) for line in _lines(blocks[place], here)))  # noqa: S308


def _marks(row: Statement, back: str) -> Iterator[tuple[str, Mark]]:
    contents = [part.anchor for part in row.grounds if part.kind == "content"]
    for number, anchor in enumerate(contents):
        yield anchor.block, Mark(anchor.start, anchor.end, passage_id(row.pk), back, goes_on=number > 0, runs_on=number < len(contents) - 1)


def _lines(block: Any, marks: Sequence[Mark]) -> Iterator[str]:
    """The paragraphs of a block that have a mark; items of a list are paragraphs here."""
    value = mark_block(block["type"], block["value"], marks)
    html = expand(f"<p>{value['text']}</p>" if block["type"] == "heading" else value if isinstance(value, str) else value["text"], marks=marks)
    for line in _LINE.finditer(html):
        if _is_marked(line[0], marks):
            yield line[0].replace("<li", "<p", 1).removesuffix("</li>") + "</p>" if line[1] == "li" else line[0]


def _is_marked(html: str, marks: Iterable[Mark]) -> bool:
    return f'class="{GOES_ON}"' in html or any(f'id="{mark.name}"' in html for mark in marks)
