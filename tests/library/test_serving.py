"""What readers can reach of the media: sizes, the logo, documents; and nothing else."""
import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import CollectionViewRestriction

from rotative.library import tasks
from rotative.library.models import Picture, SourceDocument
from tests.library import photographs

pytestmark = pytest.mark.django_db


@pytest.fixture
def size(media):
    picture = photographs.picture()
    tasks.make_sizes.enqueue(picture.pk)
    return Picture.objects.get(pk=picture.pk).renditions.get(filter_spec="width-640|format-avif")


def test_a_size_is_kept_for_ever_by_browsers(client, size):
    answer = client.get(size.url)
    assert answer.status_code == 200 and b"".join(answer.streaming_content)[4:12] == b"ftypavif"
    assert answer["Content-Type"] == "image/avif"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "")


def test_one_that_is_known_already_is_not_sent_again(client, size):
    first = client.get(size.url)
    first.close()
    again = client.get(size.url, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and again["ETag"] == first["ETag"] and not again.content


def test_head_and_nothing_but_reading(client, size):
    head = client.head(size.url)
    head.close()
    assert head.status_code == 200 and int(head["Content-Length"]) == size.file.size
    assert client.post(size.url).status_code == 405


def test_originals_have_no_address(client, size):
    original = size.image.file
    assert original.name.startswith("originals/")
    assert client.get(original.url).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "images/../originals/ecluse.jpg", "images/%2e%2e/originals/ecluse.jpg", "images/..%2foriginals/ecluse.jpg", "images//etc/passwd",
        "images/%2fetc%2fpasswd", "images/1/../../../secret", "images/", "images/1", "images/a%00.avif", "images/" + "a" * 4000 + ".avif",
        "masthead/../originals/ecluse.jpg", "wagtail_uploads/a.png", "documents/a.pdf", "images/1/a.half", "Images/1/a.avif",
    ],
)  # fmt: skip
def test_no_address_leads_out(client, size, media, path):
    (media / "secret.svg").write_text("secret")
    (media / "images/1").mkdir(parents=True, exist_ok=True)
    (media / "images/1/a.half").write_text("secret")
    assert client.get(f"/media/{path}").status_code in (301, 404)


def test_a_link_that_leads_out_is_not_followed(client, size, media):
    (media / "images/lien.avif").symlink_to(media.parent / "secret")
    (media.parent / "secret").write_text("secret")
    assert client.get("/media/images/lien.avif").status_code == 404


def test_the_logo_is_served_alone(client, media):
    (media / "masthead").mkdir(parents=True)
    (media / "masthead/logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    answer = client.get("/media/masthead/logo.svg")
    assert b"".join(answer.streaming_content).startswith(b"<svg")
    assert answer["Content-Type"] == "image/svg+xml" and "sandbox" in answer["Content-Security-Policy"]
    assert "immutable" not in answer["Cache-Control"]


def document(name="plan.pdf", body=b"%PDF-1.7 plan"):
    return SourceDocument(title="Le plan", file=SimpleUploadedFile(name, body))


@pytest.mark.urls("tests.library.urls")
@pytest.mark.parametrize("name", ["plan.pdf", "plan.txt", "plan.csv"])
def test_a_document_is_saved_never_shown(client, name):
    made = document(name)
    made.save()
    answer = client.get(made.url)
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 plan"
    assert answer["Content-Disposition"] == f'attachment; filename="{made.filename}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@pytest.mark.urls("tests.library.urls")
def test_a_document_kept_for_some_is_not_given_to_all(client):
    made = document()
    made.save()
    CollectionViewRestriction.objects.create(collection=made.collection, restriction_type="password", password="sesame")
    answer = client.get(made.url)
    assert b"%PDF" not in answer.content and "Content-Disposition" not in answer


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.txt", "a")
    return out.getvalue()


@pytest.mark.parametrize(("name", "body"), [("a.pdf", b"%PDF-1.7"), ("a.docx", zipped()), ("a.csv", b"a;b\n1;2"), ("a.txt", "été".encode())])
def test_documents_that_are_accepted(name, body):
    document(name, body).full_clean()


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.html", b"<html>"), ("a.svg", b"<svg>"), ("a.xml", b"<a/>"), ("a.exe", b"MZ"), ("a.pdf", b"<html><script>"), ("a.pdf", b"MZ\x90"),
        ("a.txt", b"  <!DOCTYPE html>"), ("a.csv", b"\xef\xbb\xbf<svg onload=alert(1)>"), ("a.docx", b"%PDF"),
    ],
)  # fmt: skip
def test_documents_that_are_refused(name, body):
    with pytest.raises(ValidationError) as refused:
        document(name, body).full_clean()
    assert "file" in refused.value.message_dict
