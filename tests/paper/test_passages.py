"""Marks change nothing of how a text is set: with them and without them it reads the same, space for space."""
from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rotative.paper.body import Body
from rotative.paper.passages import around
from rotative.paper.richtext import expand
from rotative.press.rendering import rendering
from rotative.project.demo import cast as casting
from rotative.project.demo import markup
from rotative.project.demo.days import Calendar
from rotative.record.actions.taking import take
from rotative.record.marking import Mark
from rotative.record.marking import mark_html as marked
from rotative.record.models import Statement
from rotative.record.reading.findings import Reading
from rotative.record.typed import stripped
from tests import factories
from tests.factories import NOON, record

pytestmark = pytest.mark.django_db

CALENDAR = Calendar(datetime(2026, 11, 24, 11, 0, tzinfo=UTC), ZoneInfo("Europe/Paris"))


@cache
def texts() -> list[str]:
    """The paragraphs of the demonstration's stories in French, as the desk keeps them."""
    blocks = [block for story in casting.read(CALENDAR).in_language("fr") for block in story.body]
    return [markup.paragraphs(block.text, lambda address: None) for block in blocks if block.kind == "paragraph"]


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A paragraph of the demonstration, and marks on runs of whole words in it."""
    html = draw(st.sampled_from(texts()))
    words = stripped(html)
    edges = [0, *(at + 1 for at, each in enumerate(words) if each in " \n"), len(words) + 1]
    pairs = draw(st.lists(st.tuples(st.integers(0, len(edges) - 2), st.integers(1, 30)), min_size=1, max_size=3))
    spans = [(edges[start], edges[min(start + length, len(edges) - 1)] - 1) for start, length in pairs]
    return html, [Mark(start, end, f"s{number}", f"q{number}") for number, (start, end) in enumerate(spans) if words[start:end].strip()]


@given(marked_texts())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
def test_with_marks_the_demonstrations_paragraphs_are_set_as_without(text):
    factories.paper()
    html, marks = text
    with rendering(NOON, "fr"):
        with_marks, without = expand(marked(html, marks), {}, marks), expand(html, {})
    assert stripped(with_marks) == stripped(without)
    assert with_marks.count("<span id=") == len(marks)
    assert with_marks.count('class="back"') == len(marks)


@pytest.mark.parametrize(
    ("html", "words", "result"),
    [
        ("<p>Elle dit : \"On attend.\" Rien de plus.</p>", '"On attend."', '<p>Elle dit : <span id="s1">« On attend. »</span> Rien de plus.</p>'),
        ("<p>« Jamais », dit-il ; « jamais ».</p>", "« Jamais »", '<p><span id="s1">« Jamais »</span>, dit-il ; « jamais ».</p>'),
        ("<p>Est-ce fini ?</p>", "fini", '<p>Est-ce <span id="s1">fini</span> ?</p>'),
    ],
)  # fmt: skip
def test_french_spaces_and_quotation_marks_stand_where_they_would(html, words, result):
    factories.paper()
    at = stripped(html).index(words)
    marks = [Mark(at, at + len(words), "s1")]
    with rendering(NOON, "fr"):
        assert expand(marked(html, marks), {}, marks).replace("\u202f", " ").replace("\xa0", " ") == result


def test_names_that_others_typed_are_not_let_through():
    factories.paper()
    html = '<p><span id="evil" class="x" onclick="x()">un</span> <a href="#q1"></a>deux</p>'
    marks = [Mark(3, 7, "s1", "q1")]
    with rendering(NOON, "fr"):
        shown = expand(marked(html, marks), {}, marks)
        assert "evil" not in shown and "onclick" not in shown
        assert 'id="s1"' in shown
        assert "<span" not in expand(html, {})


def test_a_heading_takes_no_name_that_the_page_or_a_mark_has():
    factories.paper()
    story = factories.article("Un", factories.section(), body=[("heading", {"text": each, "level": "2"}) for each in ("Checked", "S1", "Q1")])
    with rendering(NOON, "fr"):
        body = Body(story, marks={1: [Mark(0, 2, "s1", "q1")]})
        shown = [(block.text, block.id) for block in body.blocks()]
    assert shown[0] == ("Checked", "checked-2")
    assert shown[1] == ('<span id="s1">S1<a class="back" href="#q1" aria-label="Retour à Qui dit quoi"></a></span>', "s1-2")
    assert shown[2] == ("Q1", "q1-2")


# ── What is around them ────────────────────────────────────────────────────────


def around_of(words: str, *body: tuple[str, object]) -> str:
    factories.paper()
    factories.section()
    story = factories.article("Un", body=list(body))
    text = record.text_of(story)
    take(story, Reading("fr", (), (record.said(text, words, words, words, unnamed=True),)), text)
    row = Statement.objects.get(article=story.pk)
    with rendering(NOON, "fr"):
        return around(row).replace("\u202f", " ").replace("\xa0", " ")


def test_around_a_statement_is_its_paragraph_and_no_other():
    shown = around_of("« oui »", ("paragraph", "<p>Avant.</p><p>Elle a dit « oui » hier.</p><p>Après.</p>"))
    pk = Statement.objects.get().pk
    assert shown == f'<p>Elle a dit <span id="s{pk}">« oui »</span> hier.</p>'


def test_around_a_statement_in_a_list_is_its_item():
    assert around_of("« oui »", ("paragraph", "<ul><li>Elle : « oui ».</li><li>Lui : non.</li></ul>")).startswith("<p>Elle : <span")


@pytest.mark.parametrize(
    "block",
    [("heading", {"text": "« On attend »", "level": "2"}), ("box", {"title": "Le texte", "text": "<p>« On attend »</p>"}), ("quotation", {"text": "<p>« On attend »</p>", "speaker": "", "role": ""})],
)  # fmt: skip
def test_around_a_statement_alone_in_its_block_are_its_words(block):
    assert around_of("« On attend »", block) == f'<p><span id="s{Statement.objects.get().pk}">« On attend »</span></p>'
