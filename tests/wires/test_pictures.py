"""The pictures of a page come in with it: from beside a saved page, or from their addresses."""
from __future__ import annotations

import json
import threading
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from rotative.library.models import Picture
from rotative.library.models.pictures import ORIGINALS
from rotative.masthead import actions, roles
from rotative.newsroom.models import Article
from rotative.wires import fetching
from tests import factories

pytestmark = pytest.mark.django_db

TEXT = ["Le pont mobile restera fermé deux ans, le temps de changer les câbles et de repeindre les piles.",
        "À la mairie, on tombe des nues : personne n'avait lu le rapport avant mardi soir, assure l'adjointe.",
        "Une réunion publique est promise avant Noël, sans que la date en soit encore fixée par le préfet."]  # fmt: skip


class Site(BaseHTTPRequestHandler):
    """A site with one good picture, one that is none, and nothing else."""

    def do_GET(self):
        found = {"/pont.webp": factories.engraving(), "/faux.webp": b"<html>not a picture</html>"}.get(self.path)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "image/webp")
        self.end_headers()
        self.wfile.write(found or b"")

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    """The address of a site that fetching may reach: loopback is allowed here, and its port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    allowed = partial(fetching.fetch, allow=lambda ip: ip.is_loopback, ports=frozenset({server.server_port}))
    monkeypatch.setattr(fetching, "fetch", allowed)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def paper():
    factories.paper()
    return factories.section("Pays", "pays")


def figure(source: str, alt: str = "", caption: str = "") -> str:
    return f'<figure><img src="{source}" alt="{alt}"><figcaption>{caption}</figcaption></figure>'


def page(*between: str) -> str:
    """A page with something before, between and after its three paragraphs."""
    parts = [part for text, more in zip(TEXT, between[1:], strict=False) for part in (f"<p>{text}</p>", more)]
    return f'<html lang="fr"><head><title>Le pont fermera</title></head><body><article><h1>Le pont fermera deux ans</h1>{between[0]}{"".join(parts)}</article></body></html>'


def bring(folder: Path, text: str, *words: str) -> tuple[dict, Article]:
    (folder / "pont.html").write_text(text)
    out = StringIO()
    call_command("import_page", str(folder / "pont.html"), *words, "--json", stdout=out, stderr=StringIO())
    (report,) = json.loads(out.getvalue())["pages"]
    return report, Article.objects.get(pk=report["draft"])


def kinds(article: Article) -> list[str]:
    return [block.block_type for block in article.body]


def test_pictures_are_fetched_into_the_library_with_what_is_said_of_them(tmp_path, site):
    text = page("", figure(f"{site}/pont.webp", "Le pont, ouvert", "Le pont de Valmorin, mardi. Photo : Aude Kerjean / Le Fanal"), "", "")
    report, article = bring(tmp_path, text, "--pictures")
    picture = Picture.objects.get()
    assert article.picture == picture and report["pictures_kept"] == [picture.pk]
    assert (picture.alt, picture.caption, picture.credit) == ("Le pont, ouvert", "Le pont de Valmorin, mardi.", "Aude Kerjean / Le Fanal")
    assert picture.licence.startswith("Droits inconnus")
    assert (picture.width, picture.height) == (64, 48)
    assert kinds(article) == ["paragraph"] * 3, "the first picture leads, and is not shown twice"


def test_the_others_stand_where_they_stood(tmp_path, site):
    beside = tmp_path / "pont_files"
    beside.mkdir()
    for name in ("un", "deux", "trois"):
        (beside / f"{name}.png").write_bytes(factories.engraving(kind="png"))
    text = page(figure("./pont_files/un.png", "Un"), figure("pont_files/deux.png", "Deux"), "", figure("./pont_files/trois.png", "Trois"))
    _report, article = bring(tmp_path, text, "--pictures", "--publish")
    assert kinds(article) == ["paragraph", "picture", "paragraph", "paragraph", "picture"]
    assert [article.picture.alt, *(block.value["picture"].alt for block in article.body if block.block_type == "picture")] == ["Un", "Deux", "Trois"]
    assert Client().get(article.address).status_code == 200


def test_nothing_is_fetched_unless_it_is_asked_for(tmp_path, site):
    report, article = bring(tmp_path, page("", figure(f"{site}/pont.webp", "Le pont"), "", ""))
    assert not Picture.objects.exists() and article.picture is None and report["pictures_kept"] == []
    assert report["pictures"][0]["source"] == f"{site}/pont.webp"


def test_a_picture_that_cannot_be_had_is_told_and_the_draft_stays(tmp_path, site):
    sources = [f"{site}/rien.webp", f"{site}/faux.webp", site.replace("127.0.0.1", "10.0.0.8"), "pont_files/absent.png", f"{site}/pont.webp"]
    report, article = bring(tmp_path, page("", *(figure(source, "Le pont") for source in sources[:2]), "".join(figure(source, "Le pont") for source in sources[2:])), "--pictures")
    told = [warning for warning in report["warnings"] if "could not be had" in warning]
    assert [source for source in sources if any(source in warning for warning in told)] == sources[:4]
    assert "The site answered 404." in told[0] and "no picture that the library takes" in told[1] and "private network" in told[2]
    assert article.picture == Picture.objects.get(), "the first that could be had leads"


def test_a_picture_without_words_for_it_is_told(tmp_path, site):
    report, _article = bring(tmp_path, page("", figure(f"{site}/pont.webp"), "", ""), "--pictures")
    assert any("came without alternative text and credit" in warning for warning in report["warnings"])


@pytest.mark.parametrize("source", ["../secret.png", "pont_files/../secret.png", "pont_files/../../secret.png", "pont_files/%2e%2e/secret.png", "pont_files/link.png"])
def test_a_page_names_no_file_but_those_saved_with_it(tmp_path, source):
    folder = tmp_path / "pages"
    (folder / "pont_files").mkdir(parents=True)
    for place in (tmp_path, folder):
        (place / "secret.png").write_bytes(factories.engraving(kind="png"))
    (folder / "pont_files" / "link.png").symlink_to(folder / "secret.png")
    report, _article = bring(folder, page("", figure(source, "Le secret"), "", ""), "--pictures")
    assert not Picture.objects.exists()
    assert any("could not be had" in warning for warning in report["warnings"])


def test_a_draft_that_cannot_be_made_leaves_no_picture(tmp_path, site, settings, monkeypatch):
    def refuse(*_args):
        raise RuntimeError("no")

    monkeypatch.setattr("rotative.wires.actions.draft", refuse)
    originals = Path(settings.MEDIA_ROOT) / ORIGINALS
    before = list(originals.glob("*"))
    with pytest.raises(SystemExit):
        bring(tmp_path, page("", figure(f"{site}/pont.webp", "Le pont"), "", ""), "--pictures")
    assert not Picture.objects.exists()
    assert list(originals.glob("*")) == before


def test_the_desk_takes_pictures_when_its_box_is_ticked(site):
    roles.establish()
    reporter = factories.UserFactory()
    actions.appoint(reporter, roles.Role.REPORTER)
    desk = Client()
    desk.force_login(reporter)
    for ticked in ({}, {"pictures": "on", "again": "on"}):
        file = SimpleUploadedFile("pont.html", page("", figure(f"{site}/pont.webp", "Le pont"), "", "").encode(), "text/html")
        shown = desk.post(reverse("wires_import"), {"rights": "unknown", "text": "", "address": "", "files": [file], **ticked}).content.decode()
        assert ("1 image prise dans la photothèque" in shown) is bool(ticked)
    assert Picture.objects.get().uploaded_by_user == reporter
