"""Pages brought in at the desk: by file, by address, by pasted text."""
from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from rotative.masthead import actions, roles
from rotative.masthead.models import User
from rotative.newsroom.models import Article
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
    assert not Article.objects.exists()
    assert send(desk).status_code == 200


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
