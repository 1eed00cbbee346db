"""Every page type keeps to the content model, and the checker finds what it says it finds."""
from __future__ import annotations

import pytest
from django.utils.safestring import SafeString

from tests.paper import samples
from tests.paper.markup import faults_of
from tests.paper.test_templates import printed

SOUND = '<!doctype html><html lang="en"><head><title>x</title></head><body><main><h1>Title</h1>{}</main></body></html>'


@pytest.mark.parametrize("name", sorted(samples.pages(lambda form: SafeString(form))))
def test_a_page_keeps_to_the_content_model(name: str) -> None:
    assert faults_of(printed()[name]) == []


def test_a_sound_page_has_no_fault() -> None:
    assert faults_of(SOUND.format('<p>Some <a href="/a/">words</a>, <time datetime="2026-11-24T12:05:00+01:00">noon</time>.</p>')) == []


@pytest.mark.parametrize(
    ("markup", "fault"),
    [
        ('<p id="a"></p><p id="a"></p>', "id 'a' is there 2 times"),
        ('<section aria-labelledby="gone"></section>', "names 'gone', which is not there"),
        ('<a href="#gone">x</a>', "names 'gone', which is not there"),
        ('<a href="/a/"><button>x</button></a>', "within another that is pressed"),
        ('<span><div></div></span>', "<div> is within <span>"),
        ('<img src="/a.webp" width="1" height="1">', "without words"),
        ('<img src="/a.webp" alt="">', "without width"),
        ('<picture><source srcset="/a.avif 320w"><img src="/a.webp" alt="" width="1" height="1"></picture>', "sizes of a picture"),
        ("<h1>Another</h1>", "2 headings of the first level"),
        ("<h3>x</h3>", "level 3 follows one of level 1"),
        ("<h2></h2>", "an empty <h2>"),
        ('<input name="q">', "without a label"),
        ('<a href="/a/"></a>', "<a> without a name"),
        ("<ul><div></div></ul>", "<div> is a child of <ul>"),
        ("<ul>words</ul>", "bare words are in <ul>"),
        ("<div><li>x</li></div>", "<li> is a child of <div>"),
        ('<time datetime="24/11/2026">x</time>', "not a date"),
        ('<a href="">x</a>', "an empty href"),
        ("<p><b>x</p>", "parser"),
    ],
)  # fmt: skip
def test_a_fault_is_found(markup: str, fault: str) -> None:
    assert any(fault in found for found in faults_of(SOUND.format(markup)))
