"""Marks go where the words stand, and change nothing else: not the text, not its tags."""
from __future__ import annotations

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rotative.record.marking import Mark, mark_block, mark_html
from rotative.record.typed import stripped, typed


def marked(html: str, *words: str, **more: bool) -> str:
    text = stripped(html)
    return mark_html(html, [Mark(text.index(each), text.index(each) + len(each), f"s{number}", **more) for number, each in enumerate(words, 1)])


class Seen(HTMLParser):
    """The words under each mark, piece by piece, and whether every tag is closed where it was opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.pieces: list[list[str]] = []
        self.inside: list[int | None] = []
        self.ids: list[str] = []
        self.is_nested = True
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.inside.append(len(self.pieces) if tag == "span" else None)
        if tag == "span":
            self.pieces.append([])
            self.ids += [dict(attrs).get("id") or ""]

    def handle_startendtag(self, tag, attrs):
        """Of all that is drawn here, a line's end alone."""

    def handle_endtag(self, tag):
        self.is_nested &= self.open[-1:] == [tag]
        if self.open:
            self.open.pop()
            self.inside.pop()

    def handle_data(self, data):
        for piece in self.inside:
            if piece is not None:
                self.pieces[piece].append(data)

    @property
    def words(self) -> list[str]:
        return ["".join(piece) for piece in self.pieces]


# ── Some texts ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("html", "words", "result"),
    [
        ("<p>a b c</p>", "b", '<p>a <span id="s1">b</span> c</p>'),
        ("<p>a <b>b</b> c</p>", "b", '<p>a <span id="s1"><b>b</b></span> c</p>'),
        ("<p>a <b>b c</b></p>", "a b", '<p><span id="s1" class="runs-on">a </span><b><span class="goes-on">b</span> c</b></p>'),
        ("<p>a</p><p>b</p>", "a\nb", '<p><span id="s1" class="runs-on">a</span></p><p><span class="goes-on">b</span></p>'),
        ("<ul><li>a</li> <li>b</li></ul>", "a\n b", '<ul><li><span id="s1" class="runs-on">a</span></li> <li><span class="goes-on">b</span></li></ul>'),
        ("<p>a<br/>b &amp; c</p>", "b & c", '<p>a<br/><span id="s1">b &amp; c</span></p>'),
        ("<p>a<br/>b</p>", "a\nb", '<p><span id="s1">a<br/>b</span></p>'),
        ("  <p>&laquo;&nbsp;a&nbsp;&raquo;, b</p>", "«\xa0a\xa0»", '  <p><span id="s1">«\xa0a\xa0»</span>, b</p>'),
        ('<p><a href="/x/">a b</a></p>', "b", '<p><a href="/x/">a <span id="s1">b</span></a></p>'),
    ],
)
def test_a_mark_goes_around_words_and_whole_elements_and_is_cut_where_it_would_cross_a_tag(html, words, result):
    assert marked(html, words) == result


def test_marks_may_lie_in_one_another_and_overlap():
    assert marked("<p>a b c d</p>", "a b c d", "b c") == '<p><span id="s1">a <span id="s2">b c</span> d</span></p>'
    assert marked("<p>a b c</p>", "a b", "b c") == '<p><span id="s1">a <span id="s2" class="runs-on">b</span></span><span class="goes-on"> c</span></p>'


def test_the_way_back_is_at_the_end_of_the_words_and_never_in_another_link():
    assert mark_html("<p>a <b>b c</b></p>", [Mark(0, 3, "s1", "q1")]) == '<p><span id="s1" class="runs-on">a </span><b><span class="goes-on">b<a href="#q1"></a></span> c</b></p>'
    assert mark_html('<p>a <a href="/">b c</a></p>', [Mark(0, 3, "s1", "q1")]).startswith('<p><span id="s1" class="runs-on">a <a href="#q1"></a></span>')


def test_words_in_two_blocks_are_one_mark_with_one_name():
    first, rest = Mark(0, 1, "s1", "q1", runs_on=True), Mark(0, 1, "s1", "q1", goes_on=True)
    assert mark_html("<p>a</p>", [first]) == '<p><span id="s1" class="runs-on">a</span></p>'
    assert mark_html("<p>b</p>", [rest]) == '<p><span class="goes-on">b<a href="#q1"></a></span></p>'


@pytest.mark.parametrize(
    ("kind", "value", "words", "result"),
    [
        ("paragraph", "<p>a b</p>", "b", '<p>a <span id="s1">b</span></p>'),
        ("heading", {"text": "  A < b", "level": 2}, "A < b", {"text": '  <span id="s1">A &lt; b</span>', "level": 2}),
        ("quotation", {"text": "<p>« On attend. »</p>", "speaker": "Nadège", "role": ""}, "« On attend. »", {"text": '<p><span id="s1">« On attend. »</span></p>', "speaker": "Nadège", "role": ""}),
        ("box", {"title": "Le texte", "text": "<p>un</p>"}, "un", {"title": "Le texte", "text": '<p><span id="s1">un</span></p>'}),
        ("box", {"title": "Le & texte", "text": "<p>un</p>"}, "Le &", {"title": '<span id="s1">Le &amp;</span> texte', "text": "<p>un</p>"}),
        ("box", {"title": "Le texte", "text": "<p>un</p>"}, "texte\nun", {"title": 'Le <span id="s1" class="runs-on">texte</span>', "text": '<p><span class="goes-on">un</span></p>'}),
    ],
)  # fmt: skip
def test_every_kind_of_block_is_marked_where_its_words_are(kind, value, words, result):
    (block,) = typed([{"type": kind, "value": value, "id": "b"}]).blocks
    start = block.words.index(words)
    assert mark_block(kind, value, [Mark(start, start + len(words), "s1")]) == result


# ── Any text ───────────────────────────────────────────────────────────────────

WORDS = st.text(st.sampled_from("ab «»;&<’ \xa0\n"), min_size=1, max_size=12).map(lambda text: escape(text, quote=False))
INLINE = st.recursive(
    WORDS | st.just("<br/>"),
    lambda inner: st.tuples(st.sampled_from(["b", "i", "a", "sup"]), st.lists(inner, max_size=3)).map(lambda it: f"<{it[0]}>{''.join(it[1])}</{it[0]}>"),
    max_leaves=6,
)
LINES = st.lists(INLINE, max_size=4).map("".join)
BLOCKS = st.one_of(LINES.map(lambda line: f"<p>{line}</p>"), st.lists(LINES, max_size=3).map(lambda lines: f"<ul>{''.join(f'<li>{each}</li>' for each in lines)}</ul>"))
RICH = st.lists(BLOCKS, max_size=4).map("".join)
PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=4)


def marks_in(text: str, places: list[tuple[int, int]]) -> list[Mark]:
    """Marks on words of the text: those of an anchor are never white space alone."""
    kept = [(start, min(start + length, len(text))) for start, length in places if text[start : start + length].strip()]
    return [Mark(start, end, f"s{number}") for number, (start, end) in enumerate(kept)]


def without_space(text: str) -> str:
    return "".join(text.split())


@given(RICH, PLACES)
@example("<p>a<b>b</b></p>", [(0, 1), (1, 1)])
def test_rich_text_reads_the_same_its_tags_close_in_order_and_the_words_under_a_mark_are_its_own(html, places):
    text, marks = stripped(html), marks_in(stripped(html), places)
    result = mark_html(html, marks)
    seen = Seen(result)
    assert stripped(result) == text
    assert seen.is_nested and not seen.open
    assert sorted(filter(None, seen.ids)) == [mark.name for mark in marks]
    for mark in marks:
        assert without_space(text[mark.start : mark.end]).startswith(without_space(seen.words[seen.ids.index(mark.name)]))
    assert sum(len(without_space(text[mark.start : mark.end])) for mark in marks) == sum(len(without_space(words)) for words in seen.words)


@given(RICH, PLACES.filter(len))
def test_of_one_mark_the_pieces_are_the_words(html, places):
    text, marks = stripped(html), marks_in(stripped(html), places[:1])
    assert without_space("".join(Seen(mark_html(html, marks)).words)) == "".join(without_space(text[mark.start : mark.end]) for mark in marks)


@given(RICH)
def test_without_marks_nothing_is_touched(html):
    assert mark_html(html, []) == html


@given(st.text(st.sampled_from("ab <>/&;!-=\"'bpi\n"), max_size=60) | st.text(max_size=40), PLACES)
def test_whatever_was_stored_reads_the_same_when_it_is_marked(html, places):
    assert stripped(mark_html(html, marks_in(stripped(html), places))) == stripped(html)
