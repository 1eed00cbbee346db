"""Rich text as it is kept becomes what a page shows: links to addresses, and no markup but ours."""
from __future__ import annotations

import pytest

from rotative.paper.richtext import expand, linked_pages
from rotative.press.rendering import rendering
from tests import factories
from tests.factories import NOON

pytestmark = pytest.mark.django_db


def shown(source: str) -> str:
    with rendering(NOON, "fr"):
        return expand(source)


def test_a_link_to_a_story_has_its_present_address():
    factories.paper()
    story = factories.article("Un", factories.section(), slug="un")
    assert 'href="/pays/un/"' in shown(f'<p><a linktype="page" id="{story.pk}">ici</a></p>')
    assert 'href="/pays/un/"' in shown(f'<p><a id="{story.pk}" linktype="page">ici</a></p>')


def test_a_link_to_a_draft_keeps_its_words_only():
    factories.paper()
    draft = factories.article("Un", factories.section(), publish=False)
    html = shown(f'<p><a linktype="page" id="{draft.pk}">ici</a></p>')
    assert "href" not in html and "ici" in html


def test_scripts_and_foreign_addresses_never_pass():
    factories.paper()
    html = shown('<p onclick="x()">a<script>alert(1)</script><a href="javascript:x()">b</a><iframe src="//c"></iframe></p>')
    assert "script" not in html and "onclick" not in html and "iframe" not in html


def test_no_line_is_drawn_under_a_space_beside_a_link():
    factories.paper()
    html = shown('<p>Voir<a href="https://a.example/"> le plan </a>et la <a href="https://b.example/">carte</a>.</p>')
    assert "le plan</a> et la <a" in html and "Voir <a" in html


def test_links_are_found_before_anything_is_asked():
    assert linked_pages(['<a linktype="page" id="3">', '<a id="4" linktype="page">', '<a href="/x/">']) == {3, 4}
