"""Every template renders from its context alone, into HTML that the strict policy allows."""
from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import brotli
import pytest
from django.template.backends.django import DjangoTemplates
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from rotative.discussion.pages import (
    ConfirmPage,
    MinePage,
    MutePage,
    MutesPage,
    OwnPage,
    RespectPage,
    SentPage,
    WritePage,
)
from rotative.discussion.views.decided import DecisionPage
from rotative.discussion.views.reporting import ReportPage
from rotative.masthead.readers import pages
from rotative.paper import contexts
from tests.paper import samples

FOLDER = Path(contexts.__file__).parents[1] / "templates"
UNKNOWN = "«unknown %s»"
PAPER = DjangoTemplates(
    {"NAME": "checked", "DIRS": [FOLDER], "APP_DIRS": False, "OPTIONS": {"string_if_invalid": UNKNOWN, "libraries": {"paper": "rotative.paper.templatetags.paper"}}}
)
PAGES = [kind for kind in vars(contexts).values() if isinstance(kind, type) and issubclass(kind, contexts.Page) and kind is not contexts.Page]
BLOCKS = contexts.Block.__subclasses__()
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "circle"}


def render(template: str, **names: object) -> str:
    with translation.override("en"), timezone.override(samples.NOON.tzinfo):
        return PAPER.get_template(template).render(names)


def deal(form: str) -> SafeString:
    return SafeString(render(samples.card(form).template, card=samples.card(form)))


@cache
def printed() -> dict[str, str]:
    return {name: render(page.template, page=page, site=framed(page.site)) for name, page in samples.pages(deal).items()}


def framed(site: contexts.Site) -> contexts.Site:
    """With its bar and its foot, which are set apart from the pages."""
    bar = SafeString(render("paper/bar.html", site=site, sections=samples.SECTIONS.get(site.language, [])))
    return replace(site, bar=bar, foot=SafeString(render("paper/foot.html", site=site, foot=samples.FEET[site.language])))


WRITERS = {"decision": DecisionPage, "report": ReportPage, "confirm": ConfirmPage, "mine": MinePage, "sent": SentPage, "write": WritePage, "own": OwnPage, "respect": RespectPage, "mute": MutePage, "mutes": MutesPage}


def names_of(kind: type) -> set[str]:
    return {name for name in dir(kind) if not name.startswith("_")}


def test_every_page_has_a_sample() -> None:
    assert {type(page) for page in samples.pages(deal).values()} == set(PAGES)


@pytest.mark.parametrize("name", sorted(samples.pages(lambda form: SafeString(form))))
class TestPage:
    def test_shows_no_unknown_name(self, name: str) -> None:
        assert "«unknown" not in printed()[name]

    def test_holds_nothing_that_the_policy_forbids(self, name: str) -> None:
        html = printed()[name]
        assert not re.search(r"<[^>]+\s(?:style|on\w+)\s*=", html)
        assert not re.search(r"<style|\bdata:|javascript:|<iframe|<object", html)
        assert all("src=" in tag or "application/ld+json" in tag for tag in re.findall(r"<script[^>]*>", html))

    def test_has_one_headline_one_main_and_unique_names(self, name: str) -> None:
        html = printed()[name]
        assert len(re.findall(r"<h1[ >]", html)) == 1
        assert html.count("<main ") == 1
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'aria-labelledby="([^"]+)"', html)) <= set(ids)

    def test_closes_what_it_opens(self, name: str) -> None:
        assert Nesting().check(printed()[name]) == []

    def test_names_every_picture_and_its_size(self, name: str) -> None:
        for image in re.findall(r"<img [^>]+>", printed()[name]):
            assert all(f"{attribute}=" in image for attribute in ("alt", "width", "height"))

    def test_is_small(self, name: str) -> None:
        assert len(brotli.compress(printed()[name].encode())) < 9_000


class Nesting(HTMLParser):
    """Finds tags that are closed in the wrong order, and paragraphs that hold blocks."""

    def check(self, html: str) -> list[str]:
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        return self.wrong + self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in {"p", "div", "ul", "ol", "figure", "section", "article", "h2", "h3", "form", "table"} and "p" in self.open:
            self.wrong.append(f"<{tag}> within <p>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """``<path/>`` opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")


@pytest.mark.parametrize("form", samples.FORMS)
def test_a_card_renders_full_and_bare(form: str) -> None:
    for card in (samples.card(form), samples.bare_card(form)):
        html = render(card.template, card=card)
        assert "«unknown" not in html
        assert 'href="/port/a/"' in html
        assert Nesting().check(html) == []


def test_panels_are_only_the_inside_of_a_drawer() -> None:
    for panel in samples.panels(deal):
        html = render(panel.template, panel=panel)
        assert "«unknown" not in html
        assert not re.search(r"<(?:html|head|body|main|h1)\b", html)


def test_every_kind_of_block_has_its_template() -> None:
    assert {f"{block.kind}.html" for block in BLOCKS} == {file.name for file in (FOLDER / "newsroom" / "blocks").iterdir()}


def test_templates_use_only_names_that_their_contexts_have() -> None:
    known = {page.template: names_of(page) for page in PAGES} | {"paper/masthead_front.html": names_of(contexts.FrontPage)}
    known |= {f"discussion/{name}.html": names_of(page) for name, page in WRITERS.items()}
    known |= {page.template: names_of(page) for page in vars(pages).values() if isinstance(page, type) and issubclass(page, pages.ReadersPage)}
    blocks = {f"newsroom/blocks/{block.kind}.html": names_of(block) for block in BLOCKS}
    for file in sorted(FOLDER.rglob("*.html")):
        template, text = str(file.relative_to(FOLDER)), file.read_text()
        allowed = {
            "page": known.get(template, names_of(contexts.Page)),
            "site": names_of(contexts.Site),
            "foot": names_of(contexts.Foot),
            "card": names_of(contexts.Card),
            "block": names_of(contexts.Block) | blocks.get(template, set()),
        }
        tags = " ".join(re.findall(r"{[{%].*?[%}]}", text))
        for name, fields in allowed.items():
            assert set(re.findall(rf"(?<![\w.]){name}\.(\w+)", tags)) <= fields, template


def test_every_text_of_a_page_is_marked_for_translation() -> None:
    for file in sorted(FOLDER.rglob("*.html")):
        text = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}|{[{%].*?[%}]}", "", file.read_text(), flags=re.S)
        bare = re.sub(r"<[^>]*>|&\w+;", " ", text)
        assert set(re.findall(r"[^\W\d_]{2,}", bare)) <= {"doctype", "html", "Aa"}, file.name


def test_a_page_is_the_same_for_every_reader() -> None:
    article = printed()["article"]
    assert re.search(r'<span data-count="likes"></span>', article)
    assert "csrf" not in article


def test_drawers_are_links_to_pages_without_script() -> None:
    for name, url in (("search", "/recherche/"), ("latest", "/dernieres/"), ("most-read", "/plus-lues/")):
        assert f'<a href="{url}" data-drawer="{name}">' in printed()["article"]
        assert f'<dialog class="drawer" id="{name}"' in printed()["article"]


def test_the_lead_picture_comes_first_and_the_others_wait() -> None:
    images = re.findall(r"<img [^>]+>", printed()["front"])
    assert ['fetchpriority="high"' in image for image in images] == [True] + [False] * (len(images) - 1)
    assert all('loading="lazy"' in image for image in images[1:])
