"""Copy comes in: a saved page becomes a draft, with its original and a report."""
from __future__ import annotations

import json
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from rotative.newsroom.models import Article, Author, Topic
from rotative.wires import shelving
from rotative.wires.actions import bring_in
from rotative.wires.management.commands import import_page
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
    assert article.first_published_at == datetime.fromisoformat(expected["published"])
    assert page["published"] == expected["published"]
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


def test_a_date_to_come_is_not_believed(tmp_path):
    expected = datetime.fromisoformat(json.loads(REFERENCE.with_suffix(".json").read_text())["published"])
    with time_machine.travel(expected - timedelta(days=3), tick=False):
        for words in ([], ["--publish"]):
            report, _ = run(str(REFERENCE), "--section", "pays", *words)
            (page,) = report["pages"]
            article = Article.objects.get(pk=page["draft"])
            assert article.first_published_at == (timezone.now() if words else None)
            assert any("still to come" in warning for warning in page["warnings"])


def own_page(tmp_path, head="", **named):
    """A page that says neither its address nor who published it, but for what a test adds."""
    text = "".join(f"<p>Le quai numéro {n} attend la marée depuis ce matin, et les dockers avec lui, sans un mot.</p>" for n in range(9))
    file = tmp_path / named.get("name", "page.html")
    file.write_text(f"<html lang='fr'><head><title>Le quai attend</title>{head}</head><body><article><h1>Le quai attend</h1>{text}</article></body></html>")
    return file


@pytest.mark.parametrize(
    ("head", "words", "shown"),
    [
        ('<meta property="og:site_name" content="Le Fanal">', "will name “Le Fanal” as its first publisher, without a link", "<b>Le Fanal</b>"),
        ("", "the story will name nobody", ""),
    ],
)
def test_a_page_without_its_address_is_told_and_printed_without_an_empty_link(tmp_path, head, words, shown):
    report, _ = run(str(own_page(tmp_path, head)), "--section", "pays", "--publish")
    (page,) = report["pages"]
    assert [warning for warning in page["warnings"] if "rights are unknown" in warning.lower()] == [each for each in page["warnings"] if words in each] != []
    html = Client().get(page["address"]).content.decode()
    assert shown in html and 'href=""' not in html
    assert ("D’abord publié par" in html) is bool(shown)


def test_names_and_topics_of_a_draft_are_not_shown_to_readers():
    run(str(REFERENCE), "--section", "pays")
    assert not Author.objects.filter(on_staff=True).exists()
    addresses = [f"/auteurs/{each.slug}/" for each in Author.objects.all()] + [f"/sujets/{each.slug}/" for each in Topic.objects.all()]
    assert len(addresses) > 2
    assert {Client().get(path).status_code for path in addresses} == {404}
    Article.objects.get().delete()
    assert {Client().get(path).status_code for path in addresses} == {404}


def test_topics_and_authors_of_another_script_have_addresses_of_their_own():
    slugs = [shelving.topic_named(name, "fr").slug for name in ("日本", "Москва", "北京", "背景", "…", "?!", "日本")]
    assert slugs == ["riben", "moskva", "beijing", "beijing-2", "sujet", "sujet-2", "riben"]
    assert shelving.topic_named("Sécheresse", "fr") == shelving.topic_named("sécheresse", "fr")
    assert shelving.topic_named("L'eau", "fr").slug == "leau"
    assert shelving.author_named("Анна Каренина").slug == "anna-karenina"


def test_a_failure_that_nobody_foresaw_stops_no_other_file(tmp_path, monkeypatch, caplog):
    def failing(copy, wishes):
        if copy.source == "cursed.html":
            raise RuntimeError("the press caught fire")
        return bring_in(copy, wishes)

    monkeypatch.setattr(import_page, "bring_in", failing)
    report, code = run(str(own_page(tmp_path, name="cursed.html")), str(REFERENCE))
    assert code == 1
    assert report["pages"][0]["error"] == "Rotative itself failed on this page; the reason is in its log."
    assert "draft" in report["pages"][1]
    assert "cursed.html could not be brought in." in caplog.text and "RuntimeError: the press caught fire" in caplog.text


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
