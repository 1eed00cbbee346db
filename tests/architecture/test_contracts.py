"""The address contract says what the code does: every word, kind, file and reserved slug, and no other."""
from __future__ import annotations

import re
from functools import reduce
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from rotative.audience import urls as audience
from rotative.discussion import report_urls
from rotative.discussion import urls as discussion
from rotative.newsroom.reserved import RESERVED, is_reserved
from rotative.paper import addresses, assets, catalogue, redirects
from rotative.press import documents

CONTRACT = Path(__file__).resolve().parents[2] / "docs/contracts/addresses.md"
SLUG = "<slug>"


def tables(title: str) -> list[list[str]]:
    """The rows of the tables under a heading, heads and rules left out."""
    section = CONTRACT.read_text().split(f"\n## {title}\n")[1].split("\n## ")[0]
    blocks = [block.strip().splitlines()[2:] for block in section.split("\n\n") if block.strip().startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for block in blocks for line in block]


def spans(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def expected(kind: str, language: str) -> str:
    to = addresses.Paths(language, ["fr", "en"])
    return to.listed(kind, SLUG) if kind in addresses.LISTS else to.single(kind)


def test_every_word_is_listed_with_its_addresses_and_no_other():
    listed = {spans(kind)[0]: (spans(french)[0], spans(english)[0]) for kind, french, english, _ in tables("Pages with an address of their own")}
    assert listed == {kind: (expected(kind, "fr"), expected(kind, "en")) for kind in addresses.WORDS["fr"]}


def test_both_languages_have_the_same_kinds():
    assert addresses.WORDS["fr"].keys() == addresses.WORDS["en"].keys()


def test_every_kind_of_document_is_listed_and_no_other():
    titles = ("Pages with an address of their own", "Pages of the tree", "Files", "The record, for programs", "`/_/`: what pages use, and what readers write")
    listed = {spans(row[0])[0] for title in titles for row in tables(title) if not spans(row[0])[0].startswith("/")}
    assert listed - {"search"} == set(documents.kinds()) - {"feed"}


@pytest.mark.parametrize("row", tables("Pages of the tree"), ids=lambda row: row[1])
def test_the_pages_of_the_tree_are_read_as_listed(row):
    for path in (spans(row[1])[0], spans(row[2])[0]):
        assert addresses.read(path, ["fr", "en"]).kind == spans(row[0])[0]


@pytest.mark.parametrize("row", tables("Older pages of a list"), ids=lambda row: row[0])
def test_older_pages_are_read_as_listed(row):
    found = addresses.read(spans(row[1])[0], ["fr", "en"])
    assert (found.kind, found.number) == (spans(row[0])[0], 3)


def test_every_feed_is_listed_and_no_other():
    assert {spans(row[0])[0] for row in tables("Feeds")} == set(addresses.FEEDS)


def test_every_file_is_listed_and_no_other():
    listed = {spans(row[1])[0]: spans(row[0])[0] for row in tables("Files")}
    assert {path: kind for path, kind in listed.items() if kind != "sitemap-month"} == redirects.FILES
    assert all(redirects.MONTH.fullmatch(path) for path, kind in listed.items() if kind == "sitemap-month")


def test_every_file_for_programs_is_where_the_contract_says_and_no_other():
    listed = {spans(row[0])[0]: spans(row[1])[0].replace(SLUG, "ines-valmer") for row in tables("The record, for programs")}
    assert {redirects.kind_of(path)[0]: path for path in listed.values()} == listed
    assert set(listed) == {f"api-{kind}" for kind in addresses.RECORDED}
    assert all(addresses.api("fr", kind.removeprefix("api-"), path.rpartition("/")[2].removesuffix(".json")) == path for kind, path in listed.items())


ASIDE = tables("`/_/`: what pages use, and what readers write")


@pytest.mark.parametrize("row", [row for row in ASIDE if len(row) == 3], ids=lambda row: row[0])
def test_documents_aside_are_where_the_contract_says(row):
    path = spans(row[1])[0].replace("<digest>", "0123456789abcdef").replace("<article_id>", "42")
    assert redirects.kind_of(path)[0] == spans(row[0])[0]


def test_assets_and_what_readers_write_are_listed_and_no_other():
    listed = {span for row in ASIDE if len(row) == 2 for span in spans(row[0])}
    made = [assets.writing(), assets.script(), assets.proof(), assets.discussion(), assets.quote(), assets.account_style(), assets.account_script(), *assets.fonts(), *assets.rare_fonts(), assets.icon("#00604f"), assets.card("L’Amer", "#00604f", "#ffffff"), assets.stylesheet("#00604f", "#ffffff", "#66c8ae", "#0b1413")]
    assert listed == {re.sub(r"\.[0-9a-f]{16}\.", ".<digest>.", asset.url) for asset in made} | set(written())


def test_the_front_leaves_to_django_what_readers_write():
    """An address that the front does not leave is a 404 in a complete edition, however well Django answers it."""
    under = [each for each in get_resolver().url_patterns if isinstance(each, URLResolver) and str(each.pattern).startswith("_/")]
    assert len(under) >= 4
    firsts = {f"/{each.pattern}{inner.pattern}".replace("^", "") for each in under for inner in each.url_patterns}
    left = catalogue.unprinted()
    assert [path for path in firsts if not path.startswith(tuple(left))] == []
    assert {path for path in left if path.startswith("/_/")} == {"/" + "/".join(path.split("/")[1:3]) + "/" for path in firsts}


def test_readers_pages_are_where_the_contract_says():
    paths = [span for row in tables("Readers' pages") for span in spans(row[0])]
    told = {"<kind>": "author", "<key>": "42", "<link>": "a" * 43, "<token>": "a" * 100}
    for path in paths:
        for name, value in told.items():
            path = path.replace(name, value)
        assert resolve(path).func.__module__.startswith("rotative.masthead.readers.views."), path


def written() -> list[str]:
    """The addresses at which readers write, as the contract writes them."""
    patterns = [each for each in (*audience.urlpatterns, *discussion.urlpatterns, *report_urls.urlpatterns) if isinstance(each, URLPattern)]
    made = [(list(each.pattern.regex.groupindex), each.name) for each in patterns]
    value = "4224" * 6  # long enough for a token, and a number
    numbers = dict.fromkeys(("article_id", "contribution_id", "decision_id"), "4224")
    filled = [(name, {each: numbers.get(each, value) for each in names}) for names, name in made]
    return [reduce(lambda path, pair: path.replace(f"/{pair[1]}/", f"/<{pair[0]}>/"), told.items(), reverse(name, kwargs=told)) for name, told in filled]


def test_every_reserved_slug_is_listed_and_no_other():
    listed = [slug for row in tables("Reserved slugs") for slug in spans(row[0])]
    assert sorted(listed) == sorted(RESERVED)


def test_every_first_word_of_an_address_is_reserved():
    words = {word for of_language in addresses.WORDS.values() for word in of_language.values()}
    files = {path.strip("/") for path in redirects.FILES}
    assert not [word for word in words | files | {"en", "2026"} if not is_reserved(word)]
