"""A reporter's marks become the desk's rich text; nothing else gets through."""
from __future__ import annotations

import pytest

from rotative.project.demo import markup
from rotative.project.demo.cast import captioned

PAGES = {"/pays/le-bar/": 7}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("un *mot* et **deux**", "un <i>mot</i> et <b>deux</b>"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("[le bar](/pays/le-bar/)", '<a linktype="page" id="7">le bar</a>'),
        ("[le bar](/pays/le-bar/#un)", '<a linktype="page" id="7">le bar</a>'),
        ("[rien](/pays/rien/)", "rien"),
        ("[là](https://example.org/a?b=1&c=2)", '<a href="https://example.org/a?b=1&amp;c=2">là</a>'),
        ("*[titre](/pays/le-bar/)*", '<i><a linktype="page" id="7">titre</a></i>'),
    ],
)
def test_inline(text, html):
    assert markup.inline(text, PAGES.get) == html


def test_paragraphs_and_lists():
    assert markup.paragraphs("Un.\n\n- a\n- *b*\n\nDeux.", PAGES.get) == "<p>Un.</p><ul><li>a</li><li><i>b</i></li></ul><p>Deux.</p>"


def test_plain():
    assert markup.plain("*un* **deux** [trois](/x/)") == "un deux trois"


@pytest.mark.parametrize(
    ("caption", "kept"),
    [("La tour. Gravure Lou Amsellem", "La tour."), ("La tour. Gravure Lou Amsellem.", "La tour."), ("La tour", "La tour"), ("The tower. Engraving by Lou Amsellem", "The tower.")],
)
def test_a_caption_leaves_the_engraver_to_the_credit(caption, kept):
    assert captioned(caption) == kept
