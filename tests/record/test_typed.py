"""The text of a body as typed, and where a span of it lies."""
from __future__ import annotations

import pytest

from rotative.record.reading.findings import Span
from rotative.record.typed import Piece, stripped, typed

BODY = [
    {"type": "paragraph", "id": "p1", "value": "<p>Le <b>port</b> ferme&nbsp;; on n'a <a href='#'>rien</a> dit.</p><p>Deux &amp; deux.</p>"},
    {"type": "picture", "id": "x", "value": {"picture": 4, "caption": "Le port"}},
    {"type": "heading", "id": "h", "value": {"text": "À Verel", "level": "2"}},
    {"type": "pull", "id": "y", "value": {"text": "Rien", "speaker": "", "role": ""}},
    {"type": "quotation", "id": "q", "value": {"text": "<p>« On attend. »</p>", "speaker": "Nadège Ferrand", "role": "juge"}},
    {"type": "box", "id": "b", "value": {"title": "Le texte", "text": "<ul><li>un ;</li><li>deux.</li></ul>"}},
    {"type": "paragraph", "id": "e", "value": "<p> </p>"},
]


@pytest.mark.parametrize(
    ("html", "words"),
    [("<p>a<br/>b</p>", "a\nb"), ("<p>a</p><p>b</p>", "a\nb"), ("<p>AT&T &lt;3 a < b</p>", "AT&T <3 a < b"), ("<p> a  b </p>", "a  b"), ("", "")],
)
def test_the_rule_of_stripping(html, words):
    assert stripped(html) == words


def test_blocks_that_are_text_in_order_and_no_other():
    text = typed(BODY)
    assert text.by_id == {
        "p1": "Le port ferme\xa0; on n'a rien dit.\nDeux & deux.", "h": "À Verel", "q": "« On attend. »\nNadège Ferrand, juge", "b": "Le texte\nun ;\ndeux.",
    }  # fmt: skip


def test_the_lines_that_are_read_and_of_what_kind():
    text = typed(BODY)
    assert [(line.kind, text.words[slice(*line.span)]) for line in text.lines()] == [
        ("paragraph", "Le port ferme\xa0; on n'a rien dit."), ("paragraph", "Deux & deux."), ("heading", "À Verel"), ("quote", "« On attend. »"),
        ("outside", "Nadège Ferrand, juge"), ("paragraph", "Le texte"), ("paragraph", "un ;"), ("paragraph", "deux."),
    ]  # fmt: skip


def test_a_span_over_two_blocks_is_a_piece_of_each():
    text = typed(BODY)
    start = text.words.index("Deux")
    assert text.pieces(Span(start, text.words.index("Verel") + 5)) == [Piece("p1", 33, 45), Piece("h", 0, 7)]
    assert text.pieces(Span(45, 47)) == []


def test_a_block_without_a_name_of_its_own_is_called_by_its_number():
    blocks = [{"type": "paragraph", "value": "<p>a</p>"}, *({"type": "paragraph", "id": "p", "value": f"<p>{each}</p>"} for each in "bc")]
    assert typed(blocks).by_id == {"#0": "a", "p": "b", "p#2": "c"}


def test_a_draft_may_lack_words():
    empty = [("paragraph", None), ("heading", {}), ("quotation", {"text": None}), ("box", {"title": None})]
    assert typed({"type": kind, "value": value} for kind, value in empty).blocks == ()
