"""Copy comes in: a saved page becomes a draft, with its original and a report."""
from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from rotative.newsroom.models import Article, Author
from rotative.wires.models import Import
from tests import factories

pytestmark = pytest.mark.django_db

PAGES = Path(__file__).parent / "pages"
REFERENCE = PAGES / "reference-semantic-fr.html"


@pytest.fixture(autouse=True)
def paper():
    factories.paper()
    factories.section("Monde", "monde")
    return factories.section("Pays", "pays")


def run(*words: str) -> tuple[dict, int]:
    out = StringIO()
    code = 0
    try:
        call_command("import_page", *words, "--json", stdout=out, stderr=StringIO())
    except SystemExit as stop:
        code = int(stop.code or 0)
    return json.loads(out.getvalue()), code


def test_a_saved_page_becomes_a_draft_with_all_its_parts():
    expected = json.loads(REFERENCE.with_suffix(".json").read_text())
    report, code = run(str(REFERENCE), "--section", "pays")
    page = report["pages"][0]
    article = Article.objects.get(pk=page["draft"])
    assert code == 0 and not article.live
    assert article.title == expected["headline"] == page["headline"]
    assert [row.author.name for row in article.bylines.all()] == expected["authors"]
    assert article.first_published_at.isoformat() == page["published"] or page["published"] == expected["published"]
    assert len(article.essentials) == len(expected["essentials"])
    assert article.get_parent().slug == "pays"


def test_the_original_is_kept_byte_for_byte():
    run(str(REFERENCE))
    with Import.objects.get().original as original:
        assert original.read() == REFERENCE.read_bytes()


def test_publishing_at_once_gives_the_address_and_the_page_names_its_first_publisher():
    report, _ = run(str(REFERENCE), "--section", "pays", "--publish")
    page = report["pages"][0]
    assert page["address"].startswith("/pays/")
    html = Client().get(page["address"]).content.decode()
    assert page["canonical"] is None or f'rel="canonical" href="{page["canonical"]}"' in html
    assert any("rights are unknown" in warning for warning in page["warnings"])


def test_one_bad_file_does_not_stop_the_rest(tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 not a page")
    report, code = run(str(bad), str(REFERENCE), str(tmp_path / "absent.html"))
    assert code == 1
    assert [("error" in page) for page in report["pages"]] == [True, False, True]
    assert all(page["error"].endswith(".") for page in report["pages"] if "error" in page)
    assert Article.objects.count() == 1


def test_a_page_cut_short_is_refused_and_says_what_to_do(tmp_path):
    file = tmp_path / "half.html"
    whole = REFERENCE.read_bytes()
    file.write_bytes(whole[: len(whole) * 2 // 3])
    report, code = run(str(file))
    assert code == 1 and "cut short" in report["pages"][0]["error"]
    assert not Article.objects.exists() and file.read_bytes() == whole[: len(whole) * 2 // 3]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 99, b"<html><body><nav>Menu</nav></body></html>", b"x" * 11_000_000])
def test_bad_input_gets_a_sentence_and_makes_nothing(tmp_path, content):
    file = tmp_path / "page.html"
    file.write_bytes(content)
    report, code = run(str(file))
    assert code == 1 and report["pages"][0]["error"].endswith((".", "…"))
    assert not Article.objects.exists() and not Import.objects.exists() and not Author.objects.exists()


def test_an_unknown_section_says_which_there_are():
    report, code = run(str(REFERENCE), "--section", "lune")
    assert code == 1
    assert "monde, pays" in report["pages"][0]["error"]


def test_an_address_on_a_private_network_is_never_reached():
    report, code = run("http://127.0.0.1/story.html", "http://169.254.169.254/latest/")
    assert code == 1
    assert all("private network" in page["error"] for page in report["pages"])


def test_an_author_the_paper_knows_is_found_again_whatever_the_accents():
    name = json.loads(REFERENCE.with_suffix(".json").read_text())["authors"][0]
    known = factories.AuthorFactory(name=name.upper())
    run(str(REFERENCE))
    assert Article.objects.get().bylines.get().author == known


def test_a_page_brought_in_twice_is_told():
    run(str(REFERENCE))
    report, _ = run(str(REFERENCE))
    page = report["pages"][0]
    assert page["canonical"] is None or any("brought in before" in warning for warning in page["warnings"])


def test_what_does_not_fit_is_cut_at_a_word_and_told(tmp_path):
    file = tmp_path / "long.html"
    paragraphs = "".join(f"<p>Le quai numéro {n} attend la marée depuis ce matin, et les dockers avec lui, sans un mot.</p>" for n in range(9))
    title = "Une très longue manchette sur les quais " * 9
    file.write_text(f"<html lang='fr'><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>")
    report, _ = run(str(file))
    assert len(Article.objects.get().title) <= 255
    assert any("cut" in warning for warning in report["pages"][0]["warnings"])


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.json")), ids=lambda path: path.stem)
def test_every_page_of_the_collection_can_be_published(path):
    source = next(file for file in PAGES.glob(f"{path.stem}.*") if file.suffix != ".json")
    report, code = run(str(source), "--section", "pays", "--publish")
    page = report["pages"][0]
    assert code == 0, page
    assert Client().get(page["address"]).status_code == 200
