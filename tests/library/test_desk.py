"""The desk's forms: sentences that say what to do, nothing that was typed lost."""
import json
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import UploadedFile

from rotative.library.models import Picture
from rotative.library.queries import pictures_to_renew
from tests.library import photographs

pytestmark = pytest.mark.django_db
ADD = "/desk/images/add/"
SEVERAL = "/desk/images/multiple/add/"
AJAX = {"X-Requested-With": "XMLHttpRequest"}


def told(body, name="ecluse.jpg", **typed):
    return {"title": "ecluse", "file": photographs.upload(body, name), "description": "", "caption": "", "credit": "", "licence": "", **typed}


def test_a_picture_that_says_nothing_asks_for_what_it_lacks(desk):
    answer = desk.post(ADD, told(photographs.plain(), caption="Ma légende"))
    page = answer.content.decode()
    assert answer.status_code == 200 and not Picture.objects.exists()
    assert "Say who made the picture, and for whom." in page
    assert "Say what the picture shows, or mark it decorative." in page
    assert "Ma légende" in page


def test_what_the_file_says_fills_what_was_left_empty(desk):
    desk.post(ADD, told(photographs.jpeg()))
    picture = Picture.objects.get()
    assert picture.title == "L’écluse de Saint-Aubre"
    assert picture.credit == "Maëlle Kerdoncuff / L’Amer"
    assert picture.description == "Une écluse vide sous la pluie"
    assert picture.caption == "L’écluse fermée, mardi."
    assert picture.licence == "https://amer.example/droits"
    assert picture.taken_on == date(2026, 11, 20)
    assert picture.digital_source.endswith("digitalCapture")


def test_what_a_person_typed_is_kept(desk):
    desk.post(ADD, told(photographs.jpeg(), title="Mon titre", credit="Moi", description="Ce que je vois", taken_on="2026-01-02"))
    picture = Picture.objects.get()
    assert (picture.title, picture.credit, picture.description, picture.taken_on) == ("Mon titre", "Moi", "Ce que je vois", date(2026, 1, 2))
    assert picture.caption == "L’écluse fermée, mardi."


def test_a_decorative_picture_needs_no_words(desk):
    desk.post(ADD, told(photographs.jpeg(), decorative="on"))
    picture = Picture.objects.get()
    assert picture.decorative and picture.description == "" and picture.alt == ""


@pytest.mark.parametrize(
    ("name", "body", "sentence"),
    [
        ("a.jpg", b"not a picture", "not a picture, or it is damaged"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "svg"),
        ("a.html", b"<html>", "not a picture, or it is damaged"),
        ("a.jpg", photographs.plain(kind="PNG"), "does not match the file format"),
        ("a.jpg", photographs.jpeg(photographs.image(300, 200))[:-9000], "part of the file is missing"),
    ],
)
def test_what_is_not_a_whole_picture_is_refused(desk, name, body, sentence):
    answer = desk.post(ADD, told(body, name, credit="Moi", description="Ce que je vois"))
    assert sentence in answer.content.decode()
    assert "Ce que je vois" in answer.content.decode()
    assert not Picture.objects.exists()


def test_one_too_large_is_refused(desk, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 1000
    answer = desk.post(ADD, told(photographs.jpeg(), credit="Moi"))
    assert "too big" in answer.content.decode()


def several(desk, body, name="ecluse.jpg"):
    return json.loads(desk.post(SEVERAL, {"title": name, "files[]": photographs.upload(body, name)}, headers=AJAX).content)


def test_several_at_once_are_there_when_they_say_all(desk):
    answer = several(desk, photographs.jpeg())
    assert answer["success"] and answer["image_id"] == Picture.objects.get().pk


def test_several_at_once_ask_for_what_is_missing(desk):
    body = photographs.jpeg(xmp=photographs.XMP.replace("AltTextAccessibility", "AltTextOfNoOne"))
    answer = several(desk, body)
    assert answer["success"] and not Picture.objects.exists()
    assert "Maëlle Kerdoncuff / L’Amer" in answer["form"]
    upload = UploadedFile.objects.get()
    address = f"/desk/images/multiple/create_from_uploaded_image/{upload.pk}/"
    prefix = f"uploaded-image-{upload.pk}"
    empty = json.loads(desk.post(address, {f"{prefix}-title": "Titre", f"{prefix}-credit": "Elle", f"{prefix}-caption": "Tapé"}, headers=AJAX).content)
    assert not empty["success"]
    assert "Say what the picture shows" in empty["form"] and "Tapé" in empty["form"]
    full = {f"{prefix}-title": "Titre", f"{prefix}-credit": "Elle", f"{prefix}-description": "Une écluse", f"{prefix}-caption": "Tapé"}
    assert json.loads(desk.post(address, full, headers=AJAX).content)["success"]
    picture = Picture.objects.get()
    assert (picture.credit, picture.caption) == ("Elle", "Tapé")
    assert picture.digital_source.endswith("digitalCapture")
    assert picture.file.name.startswith("originals/")


def test_several_at_once_say_what_is_wrong_with_one(desk):
    answer = several(desk, b"not a picture")
    assert not answer["success"] and "not a picture" in answer["error_message"]


def test_a_new_file_shows_no_size_of_the_old(desk, django_capture_on_commit_callbacks):
    picture = photographs.picture()
    with django_capture_on_commit_callbacks(execute=True):
        picture.save()
    old = {row.file.name for row in picture.renditions.all()}
    with django_capture_on_commit_callbacks(execute=True):
        answer = desk.post(f"/desk/images/{picture.pk}/", told(photographs.plain(colour="#eeeeee"), "autre.jpg", credit="Elle", description="Autre"))
    assert answer.status_code == 302
    picture.refresh_from_db()
    names = {row.file.name for row in picture.renditions.all()}
    assert names and not names & old
    assert picture.tone == 63 and picture.sizes_ready


def test_the_form_of_a_picture_opens(desk):
    picture = photographs.picture(photographs.jpeg())
    page = desk.get(f"/desk/images/{picture.pk}/").content.decode()
    assert "Maëlle Kerdoncuff / L’Amer" in page
    assert not any(row.file.name.startswith("originals/") for row in picture.renditions.all())


def test_licences_that_end_are_listed(desk):
    today = date.today()
    for title, days in (("Échue", -3), ("Bientôt", 30), ("Plus tard", 32)):
        photographs.picture(title=title, licence_expires=today + timedelta(days=days))
    photographs.picture(title="Sans fin")
    assert [picture.title for picture in pictures_to_renew(today)] == ["Échue", "Bientôt"]
    page = desk.get("/desk/reports/licences/").content.decode()
    assert "Échue" in page and "Bientôt" in page and "Plus tard" not in page and "Sans fin" not in page
    assert "expired, take it off or renew it" in page


def test_the_list_can_be_saved(desk):
    photographs.picture(licence_expires=date.today())
    answer = desk.get("/desk/reports/licences/?export=csv")
    assert "Maëlle Kerdoncuff" in answer.getvalue().decode()


def test_a_document_can_be_uploaded(desk):
    from rotative.library.models import SourceDocument

    answer = desk.post("/desk/documents/add/", {"title": "Plan", "file": SimpleUploadedFile("plan.pdf", b"<html>"), "source": "La mairie"})
    assert "could run in a browser" in answer.content.decode() and "La mairie" in answer.content.decode()
    desk.post("/desk/documents/add/", {"title": "Plan", "file": SimpleUploadedFile("plan.pdf", b"%PDF-1.4"), "source": "La mairie"})
    assert SourceDocument.objects.get().source == "La mairie"
