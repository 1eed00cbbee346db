"""A page comes in from anywhere; its story is read, and the rest of the page is left at the door."""

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rotative.wires.reading import Story, Unreadable, read
from rotative.wires.reading.evaluate import EXACT, evaluate

PAGES = Path(__file__).parent / "pages"

PROSE = [
    "Le pont mobile restera fermé deux ans, le temps de changer les câbles et de repeindre les piles.",
    "À la mairie, on tombe des nues : personne n'avait lu le rapport avant mardi soir, assure l'adjointe.",
    "Une réunion publique est promise avant Noël, sans que la date en soit encore fixée par le préfet.",
]


def article(*paragraphs, head="", tail="", charset="utf-8"):
    """A small page of the Fanal, with what a test adds to it."""
    text = "".join(f"<p>{one}</p>" for one in paragraphs or PROSE)
    return (
        f'<html lang="fr"><head><meta charset="{charset}"><title>Le pont fermera - Le Fanal</title>{head}</head>'
        f"<body><article><h1>Le pont fermera deux ans</h1>{text}</article>{tail}</body></html>"
    )


def refusal(data, **options):
    with pytest.raises(Unreadable) as refused:
        read(data, **options)
    return refused.value


def texts(story):
    return [block.text for block in story.body]


def codes(story):
    return [warning.code for warning in story.warnings]


# The pages of the evaluation


def test_every_page_of_the_evaluation_is_read_as_it_should_be():
    tally = evaluate(PAGES)
    assert tally.wrong == []
    assert tally.asked["headline"] >= 32
    assert all(tally.right[field] == tally.asked[field] for field in EXACT)


def test_the_reference_page_says_all_it_has():
    story = read((PAGES / "reference-semantic-fr.html").read_bytes())
    assert story.outlet == "Le Fanal"
    assert story.language == "fr"
    assert story.missing == ()
    assert story.pictures[0].caption == "Le pont mobile de Valmorin, mardi."
    assert story.pictures[0].credit == "Aude Kerjean / Le Fanal"


@pytest.mark.parametrize(
    "page", ["reference-semantic-fr.html", "reference-divs-fr.html", "reference-plain-fr.txt", "reference-plain-en.txt"]
)
def test_nothing_of_the_panels_lands_in_the_body(page):
    said = "\n".join(texts(read((PAGES / page).read_bytes())))
    for noise in (
        "230 K",
        "En savoir plus",
        "Learn more",
        "Partager",
        "Share",
        "Vous aimerez",
        "You may",
        "Commentaires",
        "Most read",
        "Les plus lus",
        "don,",
        "donation",
    ):
        assert noise not in said


def test_the_story_is_said_in_the_words_of_the_command():
    said = read((PAGES / "reference-semantic-fr.html").read_bytes()).as_json()
    assert said["published"] == "2025-11-20T13:35:00+01:00"
    assert said["authors"] == ["Camille Roux"]
    assert said["body"][0]["kind"] == "paragraph"
    assert {
        "headline",
        "standfirst",
        "editor",
        "section",
        "essentials",
        "pictures",
        "topics",
        "canonical",
        "left_out",
        "warnings",
    } <= set(said)


# What is read, guessed, missing


def test_what_is_guessed_and_what_is_missing_is_said():
    story = read(article(), address="https://lefanal.example/region/pont?utm_source=lettre#haut")
    assert story.canonical == "https://lefanal.example/region/pont"
    assert story.section == "Region"
    assert {"canonical", "section"} <= set(story.guessed)
    assert {"authors", "editor", "published", "essentials"} <= set(story.missing)


def test_where_a_browser_saved_the_page_from_is_its_address():
    saved = "<!-- saved from url=(0035)https://lefanal.example/region/pont -->\n" + article()
    assert read(saved).canonical == "https://lefanal.example/region/pont"


def test_the_day_without_the_hour_is_midnight_and_is_said():
    story = read(article("Publié le 20 novembre 2025", *PROSE))
    assert story.published.isoformat() == "2025-11-20T00:00:00+01:00"
    assert "no_hour" in codes(story)
    assert "published" in story.guessed


def test_the_zone_is_the_callers_when_the_page_gives_none():
    story = read(article("Publié le 20 novembre 2025 à 13h35", *PROSE), zone="America/Toronto")
    assert story.published.isoformat() == "2025-11-20T13:35:00-05:00"
    assert "no_zone" in codes(story)


def test_a_date_that_only_today_would_place_is_a_warning():
    assert "relative_date" in codes(read(article("Publié il y a 3 heures", *PROSE)))


def test_json_ld_comes_before_what_is_seen():
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Le pont fermera deux ans", "author": {"name": "Inès Carpentier"}, "datePublished": "2025-11-20T13:35:00+01:00",}</script>'
    story = read(article("Par Camille Roux", *PROSE, head=head))
    assert story.authors == ("Inès Carpentier",)
    assert story.published.isoformat() == "2025-11-20T13:35:00+01:00"


def test_a_section_called_reactions_is_no_comment():
    story = read(article(*PROSE[:2], "</p><h2>Réactions</h2><p>", PROSE[2]))
    assert [block.kind for block in story.body] == ["paragraph", "paragraph", "heading", "paragraph"]


def test_a_paragraph_on_gifts_is_no_appeal():
    gifts = "« Les dons ont afflué et nous avons pu soutenir la presse locale », a dit la présidente du journal, votre élue."
    assert gifts in texts(read(article(*PROSE, gifts)))


# What cannot be read


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "not_a_page"),
        (b"\x89PNG\r\n\x1a\n....", "not_a_page"),
        (b"PK\x03\x04....", "not_a_page"),
        (bytes(range(256)) * 20, "not_a_page"),
        (b"a" * (10 * 1024 * 1024 + 1), "too_large"),
        (b'{"headline": "Le pont"}', "feed"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "feed"),
        ("Привет, это статья о мосте. ".encode("koi8-r") * 30, "encoding"),
        ("<html><body><h1>404</h1><p>Page introuvable</p></body></html>", "error_page"),
        (
            "<html><title>Sign in</title><body><h1>Sign in</h1><form><input type=password></form></body></html>",
            "login_wall",
        ),
        ("<html><body><h1>Le pont</h1><p>Trop court.</p></body></html>", "no_article"),
        (
            "<html><body>"
            + "".join(f"<h2><a href='/{n}'>Un titre numéro {n}</a></h2>" for n in range(20))
            + "</body></html>",
            "list_of_links",
        ),
        ("<html><body>" + "<div>" * 100_000 + "<p>Fin</p>", "too_deep"),
    ],
)
def test_what_is_no_article_gets_a_sentence(data, code):
    refused = refusal(data)
    assert refused.code == code
    assert refused.sentence.endswith(".")


def test_a_front_page_of_teasers_is_no_article():
    teasers = "".join(
        f"<article><h2><a href='/{n}'>Un titre de une, numéro {n}</a></h2><p>{PROSE[n % 3]}</p></article>"
        for n in range(12)
    )
    assert refusal(f"<html><title>Le Fanal</title><body>{teasers}</body></html>").code == "list_of_links"


def test_a_foreign_media_type_is_refused():
    assert refusal(article().encode(), media_type="video/mp4").code == "not_a_page"


# Encodings


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        (article().encode(), []),
        (b"\xef\xbb\xbf" + article().encode(), []),
        (article().encode("utf-16"), []),
        (article(charset="windows-1252").encode("cp1252"), []),
        (article(charset="utf-8").encode("cp1252"), ["wrong_charset"]),
        (article(charset="iso-8859-1").encode(), ["wrong_charset"]),
        (article(charset="").encode("cp1252"), ["no_charset"]),
        (article().encode().decode("cp1252", "ignore").encode(), ["mojibake"]),
    ],
)
def test_the_encoding_is_the_one_that_is_and_a_wrong_one_is_said(data, warned):
    story = read(data)
    assert [
        code for code in codes(story) if code in ("wrong_charset", "no_charset", "mojibake", "some_characters")
    ] == warned
    assert "fermé deux ans" in texts(story)[0]


def test_the_charset_of_the_answer_counts():
    assert "fermé" in texts(read(article(charset="").encode("cp1252"), media_type="text/html; charset=windows-1252"))[0]


# Broken and hostile pages


@pytest.mark.parametrize("cut", ["</p>", "<p class=", "</article>"])
def test_a_page_cut_short_is_read_as_far_as_it_goes_and_says_so(cut):
    whole = article(
        *PROSE, "Une dernière phrase qui sera coupée avant la fin, comme le fil d'un téléphone que l'on arrache."
    )
    story = read(whole[: whole.rindex("</p>")] + cut)
    assert story.cut_short
    assert texts(story)[:3] == PROSE


def test_scripts_and_handlers_never_come_out():
    story = read(
        article(
            *PROSE,
            "Cliquez <a href='javascript:alert(1)' onclick='alert(2)'>ici</a> pour lire la suite de cette histoire.<script>alert(3)</script>",
        )
    )
    assert "alert" not in str(story.as_json()["body"])
    assert "Cliquez ici pour lire la suite de cette histoire." in texts(story)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">fin</p>",
        "<b>" * 50_000 + "fin",
        "<p>x" * 50_000,
        '<a b="' * 100_000,
        "<!--" * 100_000,
        "<p>" + "1 " * 100_000 + "</p><p>",
        "20 novembre 2025 " * 20_000,
        '<html><script type="application/ld+json">' + "[" * 100_000 + "</script><p>",
        "Par " * 100_000,
    ],
    ids=["attributes", "depth", "width", "quotes", "comments", "digits", "dates", "json", "bylines"],
)
def test_a_hostile_page_costs_little(page):
    begun = time.monotonic()
    refusal(page)
    assert time.monotonic() - begun < 5


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='share'>",
        "</div>",
        "<h1>",
        "</h1>",
        "<h2>",
        "<ul><li>",
        "<blockquote>",
        "<br>",
        "<a href='/x'>",
        "</a>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<table><tr><td>",
        "<figure><img src='a.jpg'><figcaption>",
        "L'essentiel",
        "Par Camille Roux",
        "20/11/2025 13h35",
        "Vous aimerez aussi",
        "Commentaires",
        "« Oui »",
        "— Anne",
        *PROSE,
        "\n",
        " : ",
        "&nbsp;",
        "<",
    ]
)


def reads_or_refuses(data):
    begun = time.monotonic()
    with contextlib.suppress(Unreadable):
        assert isinstance(read(data), Story)
    assert time.monotonic() - begun < 1


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=3000))
@example(b"<html\x00><p>\xff\xfe")
@example(b"\xff\xfe<\x00p\x00>")
def test_any_bytes_are_read_or_refused_within_a_second(data):
    reads_or_refuses(data)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60))
def test_any_markup_is_read_or_refused_within_a_second(pieces):
    reads_or_refuses("".join(pieces))


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(max_size=120), max_size=60))
def test_any_lines_are_read_or_refused_within_a_second(lines):
    reads_or_refuses("\n".join(lines))
