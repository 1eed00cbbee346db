"""Marks in rich text: the words of statements wrapped where they stand, by the rule on which their offsets stand.

Offsets count characters of the text as typed (``typed``): so the marks go into what is stored, before typography.
A mark lies within a line, around whole elements or inside of one: where it would cross a tag it is cut, and
goes on behind it. The first piece has its name.
"""
from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from html.parser import HTMLParser
from typing import Any

from rotative.record.typed import LINES

INLINE = frozenset({"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"})
VOID = frozenset({"br", "wbr"})  # in a line, and without an end
GOES_ON, RUNS_ON = "goes-on", "runs-on"  # classes: of a piece that is not the first of its mark; of the first, when there are more


@dataclass(frozen=True)
class Mark:
    """Words to be marked, [start, end) in the words of a block.

    back: the name of what leads here, to which a link at their end leads.
    goes_on, runs_on: the first of the words stand in an earlier block; more of them in a later one.
    """

    start: int
    end: int
    name: str
    back: str = ""
    goes_on: bool = False
    runs_on: bool = False


def mark_html(html: str, marks: Sequence[Mark]) -> str:
    """Rich text with its marks: ``<span id="name">``; what is cut off goes on in ``<span class="goes-on">``."""
    return _Marker(_read(html), marks).html() if marks else html


def mark_text(text: str, marks: Sequence[Mark]) -> str:
    """Plain text as markup, with its marks."""
    return mark_html(escape(text, quote=False), marks)


def mark_block(kind: str, value: Any, marks: Sequence[Mark]) -> Any:
    """The value of a block of a body with its marks; the plain text of a heading or a title is markup then."""
    if kind == "paragraph":
        return mark_html(value, marks)
    if kind == "heading":
        return {**value, "text": mark_text(value["text"], marks)}
    if kind == "quotation":
        return {**value, "text": mark_html(value["text"], marks)}
    return _mark_box(value, marks)


def _mark_box(value: Mapping[str, Any], marks: Sequence[Mark]) -> dict[str, Any]:
    title = (value.get("title") or "").strip()
    start = len(title) + 1 if title else 0
    # What lies in the title, and what lies below it: the title is a line of its own.
    heads = [replace(mark, end=min(mark.end, len(title)), runs_on=mark.runs_on or mark.end > start) for mark in marks if mark.start < len(title)]
    rest = [replace(mark, start=max(mark.start - start, 0), end=mark.end - start, goes_on=mark.goes_on or mark.start < start) for mark in marks if mark.end > start]
    return {**value, "title": mark_text(value.get("title") or "", heads), "text": mark_html(value["text"], rest)}


# ── Rich text as tags and words ────────────────────────────────────────────────


@dataclass
class _Token:
    """Some words, or a tag. at: where it stands in the words of the text; ends: where the words of an element end.

    is_bound: no mark runs across it.
    """

    source: str
    at: int
    words: str = ""
    name: str = ""
    is_end: bool = False
    is_bound: bool = False
    ends: int = -1


def _read(html: str) -> list[_Token]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    _pair(reader.tokens)
    return reader.tokens


class _Reader(HTMLParser):
    """Reads as ``typed`` does: the same words, and where each tag stands between them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[_Token] = []
        self.at = 0

    def handle_data(self, data: str) -> None:
        source = data if self.cdata_elem else escape(data, quote=False)
        self.tokens.append(_Token(source, self.at, words=data, is_bound=bool(self.cdata_elem)))
        self.at += len(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(_Token(self.get_starttag_text() or "", self.at, name=tag), LINES.get(tag) == "start")

    def handle_endtag(self, tag: str) -> None:
        self._add(_Token(f"</{tag}>", self.at, name=tag, is_end=True), LINES.get(tag) == "end")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(_Token(self.get_starttag_text() or "", self.at, name=tag, is_bound=tag not in VOID), tag in LINES)

    def _add(self, token: _Token, is_line: bool) -> None:
        self.tokens.append(token)
        self.at += is_line


def _pair(tokens: Sequence[_Token]) -> None:
    """Find where each element in a line ends. Those that do not, or that hold a bound, are bounds themselves."""
    opened: list[int] = []
    last_bound = -1
    for number, token in enumerate(tokens):
        if token.words or token.is_bound or token.name in VOID:
            pass
        elif token.name not in INLINE:
            token.is_bound = True
        elif token.is_end:
            _end(tokens, number, opened, last_bound)
        else:
            opened.append(number)
        last_bound = number if token.is_bound else last_bound
    for number in opened:
        tokens[number].is_bound = True


def _end(tokens: Sequence[_Token], number: int, opened: list[int], last_bound: int) -> None:
    end = tokens[number]
    found = next((at for at in reversed(opened) if tokens[at].name == end.name), None)
    if found is None:
        end.is_bound = True
        return
    end.is_bound = tokens[found].is_bound = opened[-1] != found or last_bound > found
    tokens[found].ends = end.at
    opened.remove(found)


# ── Marks among them ───────────────────────────────────────────────────────────


@dataclass
class _Piece:
    """A piece of a mark: where its tags are in what is written."""

    start: int
    end: int = -1
    in_link: bool = False


class _Marker:
    """Writes the tokens, with marks opened as early and closed as late as tags allow."""

    def __init__(self, tokens: Sequence[_Token], marks: Sequence[Mark]) -> None:
        self.tokens = tokens
        self.text = _words(tokens)
        lead = len(self.text) - len(self.text.lstrip())
        self.marks = sorted((replace(each, start=each.start + lead, end=each.end + lead) for each in marks), key=lambda each: (each.start, -each.end, each.name))
        self.bounds = [token.at for token in tokens if token.is_bound]
        self.out: list[str] = []
        self.open: list[Mark | str] = []  # marks, and the names of elements, the innermost last
        self.pieces: dict[Mark, list[_Piece]] = {mark: [] for mark in self.marks}

    def html(self) -> str:
        for token in self.tokens:
            self._take(token)
        self._shut(0)
        for mark, pieces in self.pieces.items():
            self._name(mark, pieces)
        return "".join(self.out)

    def _take(self, token: _Token) -> None:
        if token.is_bound:
            self._shut(0)
            self.out.append(token.source)
        elif token.words:
            self._write(token)
        elif token.name in VOID:
            self.out.append(token.source)
        elif token.is_end:
            self._shut(self._inside())
            self.open.pop()
            self.out.append(token.source)
        else:
            self._turn(token.at, token.ends)
            self.open.append(token.name)
            self.out.append(token.source)

    def _write(self, token: _Token) -> None:
        end = token.at + len(token.words)
        cuts = sorted({token.at, end, *(at for mark in self.marks for at in (mark.start, mark.end) if token.at < at < end)})
        for start, stop in zip(cuts, cuts[1:], strict=False):
            self._turn(start, start + 1)
            self.out.append(escape(self.text[start:stop], quote=False))

    def _turn(self, at: int, until: int) -> None:
        """Before what holds the words [at, until): end the marks that do not cover all of it, begin those that do."""
        inside = self._inside()
        ended = next((number for number, mark in enumerate(self.open[inside:], inside) if isinstance(mark, Mark) and (mark.end <= at or mark.end < until)), len(self.open))
        self._shut(ended)
        for mark in self.marks:
            if mark.start <= at < mark.end and mark.end >= until and mark not in self.open and self._has_words(mark, at):
                self._begin(mark)

    def _has_words(self, mark: Mark, at: int) -> bool:
        """Whether a piece that begins here would hold more than white space."""
        bound = bisect_right(self.bounds, at)
        stop = min(mark.end, self.bounds[bound]) if bound < len(self.bounds) else mark.end
        return bool(self.text[at:stop].strip())

    def _begin(self, mark: Mark) -> None:
        self.pieces[mark].append(_Piece(len(self.out), in_link="a" in self.open))
        self.open.append(mark)
        self.out.append("<span>")

    def _shut(self, inside: int) -> None:
        """End the marks that stand above a height of what is open."""
        while len(self.open) > inside:
            mark = self.open.pop()
            if isinstance(mark, Mark):
                self.pieces[mark][-1].end = len(self.out)
                self.out.append("</span>")

    def _inside(self) -> int:
        """How much is open outside and with the innermost element."""
        return next((number + 1 for number in range(len(self.open) - 1, -1, -1) if isinstance(self.open[number], str)), 0)

    def _name(self, mark: Mark, pieces: Sequence[_Piece]) -> None:
        for number, piece in enumerate(pieces):
            is_first, is_last = number == 0 and not mark.goes_on, number == len(pieces) - 1 and not mark.runs_on
            self.out[piece.start] = _start(mark.name, is_first, is_last)
        ending = [piece for piece in pieces if not piece.in_link]
        if ending and mark.back and not mark.runs_on:
            self.out[ending[-1].end] = f'<a href="#{mark.back}"></a></span>'


def _start(name: str, is_first: bool, is_last: bool) -> str:
    if not is_first:
        return f'<span class="{GOES_ON}">'
    return f'<span id="{name}">' if is_last else f'<span id="{name}" class="{RUNS_ON}">'


def _words(tokens: Iterable[_Token]) -> str:
    """All the words, with the ends of lines that tags give."""
    return "".join(_lines(tokens))


def _lines(tokens: Iterable[_Token]) -> Iterator[str]:
    at = 0
    for token in tokens:
        yield "\n" * (token.at - at)
        yield token.words
        at = token.at + len(token.words)
