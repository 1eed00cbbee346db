"""Pages brought in at the desk: by file, by address, by pasted text."""
from __future__ import annotations

import html
from pathlib import Path

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from rotative.masthead import actions, roles
from rotative.masthead.models import User
from rotative.newsroom.models import Article
from rotative.wires import views
from rotative.wires.actions import bring_in
from rotative.wires.models import Import
from tests import factories

pytestmark = pytest.mark.django_db

PAGES = Path(__file__).parent / "pages"
REFERENCE = PAGES / "reference-semantic-fr.html"


@pytest.fixture
def desk() -> Client:
    factories.paper()
    factories.section("Pays", "pays")
    roles.establish()
    reporter = factories.UserFactory()
    actions.appoint(reporter, roles.Role.REPORTER)
    client = Client()
    client.force_login(reporter)
    return client


def upload(page: Path, name: str = "page.html") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, page.read_bytes(), "text/html")


def send(desk: Client, **given):
    return desk.post(reverse("wires_import"), {"rights": "unknown", "text": "", "address": "", **given})


def test_a_reporter_brings_a_saved_page_in_and_sees_the_report(desk):
    page = send(desk, files=[SimpleUploadedFile("page.html", REFERENCE.read_bytes(), "text/html")]).content.decode()
    article = Article.objects.get()
    assert not article.live
    assert reverse("wagtailadmin_pages:edit", args=[article.pk]) in page
    assert article.owner_id == article.imports.get().by_id


def test_pasted_text_becomes_a_draft(desk):
    send(desk, text=(PAGES / "reference-plain-fr.txt").read_text())
    assert Article.objects.count() == 1


def test_bad_input_keeps_what_was_typed(desk):
    page = send(desk, text="trois mots seulement", address="http://10.0.0.1/").content.decode()
    assert "trois mots seulement" in page
    assert "10.0.0.1" in page
    assert not Article.objects.exists()


def test_nothing_given_says_what_to_do(desk):
    assert "Choisissez une page enregistrée" in html.unescape(send(desk).content.decode())
    assert not Article.objects.exists()


def fields(page: str) -> dict[str, str]:
    """What the address and the text fields hold."""
    tree = lxml.html.fromstring(page)
    return {name: (tree.get_element_by_id(f"id_{name}").value or "").strip() for name in ("address", "text")}


def test_what_came_in_leaves_the_form_and_what_failed_stays(desk):
    text = (PAGES / "reference-plain-fr.txt").read_text()
    page = send(desk, text=text, address="http://10.0.0.1/story", files=[upload(REFERENCE)], rights="licensed", pictures="on").content.decode()
    assert Article.objects.count() == 2
    assert fields(page) == {"address": "http://10.0.0.1/story", "text": ""}
    tree = lxml.html.fromstring(page)
    assert tree.get_element_by_id("id_rights").value == "licensed" and tree.get_element_by_id("id_pictures").checked


def test_an_empty_file_is_named_and_stops_no_other(desk):
    answer = desk.post(reverse("wires_import"), {"files": [SimpleUploadedFile("vide.html", b"", "text/html"), upload(REFERENCE)], "rights": "own"})
    page = answer.content.decode()
    assert "vide.html" in page
    assert Article.objects.count() == 1


def test_a_page_brought_in_again_leads_to_its_draft_and_makes_no_other(desk):
    send(desk, files=[upload(REFERENCE)], rights="own")
    story = Article.objects.get()
    page = html.unescape(send(desk, files=[upload(REFERENCE)]).content.decode())
    assert f"« {story.title} »" in page.replace("\xa0", " ") and reverse("wagtailadmin_pages:edit", args=[story.pk]) in page
    assert Article.objects.count() == Import.objects.count() == 1
    send(desk, files=[upload(REFERENCE)], again="on")
    assert Article.objects.count() == 2


def test_a_text_too_large_to_be_sent_gets_a_sentence(desk):
    desk.handler.enforce_csrf_checks = True
    answer = send(desk, text="mot " * 3_500_000)
    assert answer.status_code == 200
    assert "dépasse 10\xa0Mo" in html.unescape(answer.content.decode()) and 'name="csrfmiddlewaretoken"' in answer.content.decode()


def test_what_is_sent_from_another_site_is_refused(desk):
    desk.handler.enforce_csrf_checks = True
    assert send(desk, text=(PAGES / "reference-plain-fr.txt").read_text()).status_code == 403
    assert not Article.objects.exists()


def test_a_failure_that_nobody_foresaw_stops_no_other_file(desk, monkeypatch):
    def failing(copy, wishes):
        if copy.source == "cursed.html":
            raise RuntimeError("the press caught fire")
        return bring_in(copy, wishes)

    monkeypatch.setattr(views, "bring_in", failing)
    page = html.unescape(send(desk, files=[upload(REFERENCE, "cursed.html"), upload(REFERENCE)]).content.decode())
    assert "cursed.html" in page and "Rotative lui-même a échoué sur cette page" in page
    assert Article.objects.count() == 1


def test_the_original_comes_back_as_a_file_never_as_a_page(desk):
    send(desk, files=[SimpleUploadedFile("page.html", REFERENCE.read_bytes(), "text/html")])
    answer = desk.get(reverse("wires_original", args=[Import.objects.get().pk]))
    assert b"".join(answer) == REFERENCE.read_bytes()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    answer.close()


def test_readers_have_no_business_here(desk):
    assert Client().get(reverse("wires_import")).status_code == 302
    reader = Client()
    reader.force_login(factories.UserFactory(email="lecteur@example.org"))
    assert reader.get(reverse("wires_import")).status_code in (302, 403)


def test_the_report_and_the_refusals_are_in_the_language_of_the_desk(desk):
    """The stored report keeps English, which programs read."""
    reporter = UserProfile.get_for_user(User.objects.get())
    reporter.preferred_language = "fr"
    reporter.save()
    page = send(desk, files=[SimpleUploadedFile("page.html", REFERENCE.read_bytes(), "text/html"), SimpleUploadedFile("a.pdf", b"%PDF-1.7")]).content.decode()
    assert "Les droits sont inconnus" in page and "The rights are unknown" not in page
    assert "Ce fichier est un document PDF, pas une page ni un texte." in page
    assert "The rights are unknown" in Import.objects.get().report["warnings"][0]
