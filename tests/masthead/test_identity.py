"""The masthead's form: its texts, its colours, its logo."""
from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import html
from wagtail.users.models import UserProfile

from rotative.masthead import roles
from rotative.masthead.logos import UnfitLogo, clean_svg
from rotative.masthead.models import Masthead, User
from rotative.masthead.queries import role_of, sections_of
from rotative.masthead.roles import Role
from tests import factories
from tests.factories import desk

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">%s</svg>'


@pytest.fixture
def publisher(client: Any, db: None) -> User:
    factories.paper()
    roles.establish()
    someone = desk.staff(Role.PUBLISHER)
    UserProfile.objects.update_or_create(user=someone, defaults={"preferred_language": "en"})
    client.force_login(someone)
    return someone


def form_of(client: Any, url: str) -> dict[str, Any]:
    """The fields of the page's form, as the browser would post them untouched."""
    page = html.fromstring(client.get(url).content)
    form = page.get_element_by_id("w-editor-form")
    return {name: value for name, value in form.form_values()}


def masthead_url() -> str:
    return reverse("wagtailsettings:edit", args=["masthead", "masthead", Masthead.objects.get().pk])


def test_the_form_has_a_text_in_each_of_the_papers_languages(client: Any, publisher: User) -> None:
    form = form_of(client, masthead_url())
    assert list(Masthead.objects.get().texts.order_by("sort_order").values_list("language", flat=True)) == ["fr", "en"]
    answer = client.post(masthead_url(), {**form, "name": "L'Amer libre", "texts-1-motto": "Told plainly"})
    assert answer.status_code == 302
    assert Masthead.objects.get().text("en").motto == "Told plainly"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"accent": "#ffffcc"}, "choose a colour with a contrast of 4.5 to 1"),
        ({"accent": "vert"}, "A colour is written #rrggbb"),
        ({"time_zone": "Europe/Aubrelle"}, "is not a time zone"),
        ({"logo": SimpleUploadedFile("logo.png", b"\x89PNG\r\n\x1a\n")}, "Export the logo as SVG"),
        ({"logo": SimpleUploadedFile("logo.svg", DRAWING % b"<script>alert(1)</script>")}, "can run a program"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Any, publisher: User, change: Any, sentence: str) -> None:
    answer = client.post(masthead_url(), {**form_of(client, masthead_url()), "name": "Un autre nom", **change})
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    assert "Un autre nom" in answer.content.decode()


def test_a_logo_is_kept_as_a_clean_drawing(client: Any, publisher: User, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    logo = SimpleUploadedFile("nom.svg", DRAWING % b'<path d="M0 0h9" style="fill:#000;-inkscape-x:1" inkscape="1"/>')
    assert client.post(masthead_url(), {**form_of(client, masthead_url()), "logo": logo}).status_code == 302
    with Masthead.objects.get().logo.open() as kept:
        assert kept.read() == DRAWING % b'<path d="M0 0h9" fill="#000"/>'


@pytest.mark.parametrize(
    "content",
    [
        b"<script>1</script>",
        b"<foreignObject/>",
        b'<image href="https://elsewhere.example/x.png"/>',
        b'<use href="https://elsewhere.example/x.svg#a"/>',
        b'<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="data:image/svg+xml,x"/>',
        b'<rect onclick="alert(1)"/>',
        b'<rect fill="url(https://elsewhere.example/#a)"/>',
        b'<rect style="fill:url(//elsewhere.example/#a)"/>',
        b"<style>@import 'https://elsewhere.example/a.css'</style>",
        b'<a href="javascript:alert(1)"><rect/></a>',
        b'<rect><set attributeName="onload" to="alert(1)"/></rect>',
        b'<x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script>',
    ],
)
def test_a_drawing_that_runs_or_fetches_is_refused(content: bytes) -> None:
    with pytest.raises(UnfitLogo):
        clean_svg(DRAWING % content)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html/>",
        b"\x89PNG",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b"<svg/>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&a;</text></svg>',
        DRAWING % (b" " * 300_000),
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(UnfitLogo):
        clean_svg(data)


def test_a_drawing_scales() -> None:
    assert b'viewBox="0 0 40 10"' in clean_svg(b'<svg xmlns="http://www.w3.org/2000/svg" width="40px" height="10"><metadata>x</metadata></svg>')


def test_a_publisher_appoints_from_the_account(client: Any, publisher: User) -> None:
    pays = factories.section()
    new = {"email": "yann@amer.example", "name": "Yann Le Bras", "password": "une longue phrase, 12", "role": "editor", "sections": [pays.pk]}
    assert client.post(reverse("wagtailusers_users:add"), new).status_code == 302
    yann = User.objects.get(email="yann@amer.example")
    assert (role_of(yann), [page.pk for page in sections_of(yann)]) == (Role.EDITOR, [pays.pk])
    assert yann.check_password("une longue phrase, 12")
    url = reverse("wagtailusers_users:edit", args=[yann.pk])
    client.post(url, {"email": yann.email, "name": yann.name, "password": "", "is_active": "on", "role": ""})
    yann = User.objects.get(pk=yann.pk)
    assert role_of(yann) is None
    assert yann.check_password("une longue phrase, 12")


def test_an_account_says_what_is_wrong(client: Any, publisher: User) -> None:
    url = reverse("wagtailusers_users:add")
    taken = client.post(url, {"email": publisher.email.upper(), "name": "X", "password": "court", "role": "editor"}).content.decode()
    assert "Someone already has this address." in taken
    assert "An editor is appointed to at least one section" in taken
    assert not User.objects.filter(name="X").exists()


def test_people_sign_in_with_their_address_and_see_the_papers_name(client: Any, publisher: User) -> None:
    client.logout()
    publisher.set_password("une longue phrase, 12")
    publisher.save()
    url = reverse("wagtailadmin_login")
    assert "L&#x27;Amer" in client.get(url).content.decode()
    client.post(url, {"username": publisher.email.upper(), "password": "une longue phrase, 12"})
    assert "L&#x27;Amer" in client.get(reverse("wagtailadmin_home")).content.decode()


def test_people_change_their_own_name(client: Any, publisher: User) -> None:
    url = reverse("wagtailadmin_account")
    page = html.fromstring(client.get(url).content)
    form = next(form for form in page.forms if form.action in ("", url, None) and "name_email-name" in form.fields)
    client.post(url, {**dict(form.form_values()), "name_email-name": "Inès Q."})
    assert User.objects.get(pk=publisher.pk).name == "Inès Q."


def test_the_desk_keeps_the_papers_hour(client: Any, publisher: User) -> None:
    Masthead.objects.update(time_zone="Pacific/Noumea")
    reporter = desk.staff(Role.REPORTER)
    client.force_login(reporter)
    assert UserProfile.objects.get(user=reporter).current_time_zone == "Pacific/Noumea"


def test_who_had_the_papers_hour_has_its_new_one(client: Any, publisher: User) -> None:
    """Who chose another keeps it."""
    elsewhere = desk.staff(Role.REPORTER)
    for user, zone in ((publisher, "Europe/Paris"), (elsewhere, "America/Halifax")):
        UserProfile.objects.update_or_create(user=user, defaults={"current_time_zone": zone})
    paper = Masthead.objects.get()
    paper.time_zone = "Pacific/Auckland"
    paper.save()
    zones = {profile.user: profile.current_time_zone for profile in UserProfile.objects.filter(user__in=[publisher, elsewhere])}
    assert zones == {publisher: "Pacific/Auckland", elsewhere: "America/Halifax"}
