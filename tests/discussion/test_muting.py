"""Whom a reader does not read: kept with their account, told to nobody else, taken over from a browser, exported and erased."""
from __future__ import annotations

import re

import jsonschema
import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from rotative.discussion import people, queries
from rotative.discussion.actions import muting
from rotative.discussion.models import Mute
from rotative.masthead.models import User
from rotative.masthead.readers import erasing, persons
from rotative.masthead.readers.models import Reader
from tests import factories
from tests.factories.discussion import contribution

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}
MUTES = {
    "type": "object", "additionalProperties": False, "required": ["token", "voices"],
    "properties": {"token": {"type": "string"}, "voices": {"type": "array", "items": {"type": "string", "pattern": "^[0-9a-f]{12}$"}}},
}  # fmt: skip
MUTE = {
    "type": "object", "additionalProperties": False, "required": ["token", "sign_in", "muted", "problems"],
    "properties": {"token": {"type": "string"}, "sign_in": {"type": "string"}, "muted": {"type": "boolean"}, "problems": {"type": "array"}},
}  # fmt: skip


@pytest.fixture(autouse=True)
def story():
    cache.clear()
    factories.paper()
    return factories.article(discussion="open")


def reader(name: str) -> User:
    user = User.objects.create_user(f"{name.lower()}@example.org", date_joined=timezone.now())
    Reader.objects.create(user=user, name=name, language="fr")
    return user


def wrote(user: User, story, text: str = "Et l’eau ?"):
    return contribution(story, text, name=Reader.objects.get(user=user).name, writer=user, voice=people.voice_of(user))


def browser(user: User | None = None) -> Client:
    client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    if user:
        client.force_login(user)
    return client


@pytest.fixture
def two(story):
    yvonne, idris = reader("Yvonne"), reader("Idris")
    return yvonne, idris, wrote(idris, story)


def test_with_a_form_and_shown_again_from_the_list(two):
    yvonne, idris, said = two
    client = browser(yvonne)
    page = client.get(f"/_/mute/{said.pk}/")
    assert "Idris" in page.content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())[1]
    assert client.post(f"/_/mute/{said.pk}/", {"want": "1", "csrfmiddlewaretoken": token}).status_code == 303
    assert queries.muted(yvonne) == {said.voice}
    assert queries.muted(idris) == set()
    listed = client.get("/_/mutes/").content.decode()
    assert "Idris" in listed and said.voice in listed
    assert [(each.url, each.count, each.is_written) for each in persons.sections(yvonne)] == [("/_/mutes/", 1, False)]
    assert 'href="/_/mutes/"' in client.get("/_/account/").content.decode()
    client.post("/_/mutes/", {"again": said.voice, "csrfmiddlewaretoken": token})
    assert queries.muted(yvonne) == set()
    assert "Idris" not in client.get("/_/mutes/").content.decode()


def test_with_script(two):
    yvonne, _idris, said = two
    client = browser(yvonne)
    told = client.get(f"/_/mute/{said.pk}/", headers=JSON).json()
    jsonschema.validate(told, MUTE)
    for want, muted in (("1", True), ("1", True), ("0", False)):
        assert client.post(f"/_/mute/{said.pk}/", {"want": want, "csrfmiddlewaretoken": told["token"]}, headers=JSON).json() == {"muted": muted}
        kept = client.get("/_/mutes/", headers=JSON).json()
        jsonschema.validate(kept, MUTES)
        assert kept["voices"] == ([said.voice] if muted else [])


def test_what_a_browser_kept_is_taken_over_once_and_only_voices_that_are_somebodys(two):
    yvonne, _idris, said = two
    client = browser(yvonne)
    token = client.get("/_/mutes/", headers=JSON).json()["token"]
    sent = {"voices": f"{said.voice} {said.voice} 000000000000 <b> {people.voice_of(yvonne)}", "csrfmiddlewaretoken": token}
    assert client.post("/_/mutes/", sent, headers=JSON).json()["voices"] == [said.voice]
    assert client.post("/_/mutes/", sent, headers=JSON).json()["voices"] == [said.voice]
    assert Mute.objects.get().name == "Idris"


def test_who_has_not_signed_is_led_there(two):
    _yvonne, _idris, said = two
    assert browser().get("/_/mutes/", headers=JSON).status_code == 401
    assert browser().get("/_/mutes/").headers["Location"].startswith("/_/account/sign-in/")
    client = browser()
    told = client.get(f"/_/mute/{said.pk}/", headers=JSON).json()
    assert told["sign_in"].startswith("/_/account/sign-in/") and told["muted"] is False
    assert client.post(f"/_/mute/{said.pk}/", {"want": "1", "csrfmiddlewaretoken": told["token"]}, headers=JSON).status_code == 401


@pytest.mark.parametrize(("want", "status"), [("", 400), ("2", 400)])
def test_a_wrong_word_is_refused(two, want, status):
    yvonne, _idris, said = two
    client = browser(yvonne)
    token = client.get(f"/_/mute/{said.pk}/", headers=JSON).json()["token"]
    assert client.post(f"/_/mute/{said.pk}/", {"want": want, "csrfmiddlewaretoken": token}, headers=JSON).status_code == status
    assert client.post(f"/_/mute/{said.pk}/", {"want": "1"}, headers=JSON).status_code == 403
    assert not Mute.objects.exists()


def test_nobody_hides_themselves_nor_more_people_than_there_is_room_for(two, monkeypatch):
    yvonne, idris, said = two
    with pytest.raises(muting.CannotMute):
        muting.mute(idris, said)
    monkeypatch.setattr(muting, "MOST", 0)
    with pytest.raises(muting.CannotMute):
        muting.mute(yvonne, said)
    muting.take_over(yvonne, [said.voice])
    assert not Mute.objects.exists()


def test_it_is_exported_and_goes_with_either_account(two):
    yvonne, idris, said = two
    muting.mute(yvonne, said)
    assert [each["name"] for each in persons.export(yvonne)["discussion"]["muted"]] == ["Idris"]
    assert persons.export(idris)["discussion"]["muted"] == []
    erasing.erase(idris, keep_words=True)
    assert not Mute.objects.exists()
    muting.mute(yvonne, wrote(reader("Maud"), said.article))
    erasing.erase(yvonne, keep_words=True)
    assert not Mute.objects.exists()


def test_a_cookie_says_that_somebody_has_signed_and_nothing_else(two):
    yvonne, _idris, said = two
    client = browser(yvonne)
    client.get(f"/_/mute/{said.pk}/")
    mark = client.cookies["signed"]
    assert (mark.value, mark["httponly"], mark["samesite"], mark["path"]) == ("1", "", "Lax", "/")
    token = client.get("/_/mutes/", headers=JSON).json()["token"]
    client.post("/_/account/sign-out/", {"csrfmiddlewaretoken": token})
    assert client.cookies["signed"].value == ""
    assert "signed" not in browser().get(f"/_/mute/{said.pk}/").cookies


def test_printed_pages_are_the_same_for_everybody(two):
    yvonne, _idris, said = two
    muting.mute(yvonne, said)
    path = f"/_/discussion/fr/{said.article_id}/"
    assert browser(yvonne).get(path).content == browser().get(path).content
    assert f'href="/_/mute/{said.pk}/"' in browser().get(path).content.decode()


class TestWithoutScript:
    """The reader's own page of a discussion: without those whom they do not read, and for nobody else."""

    def quiet(self, user: User | None, said, part: str = ""):
        return browser(user).get(f"/_/quiet/{said.article_id}/{part}")

    def test_the_words_of_who_is_muted_are_not_in_it_and_all_others_are(self, two):
        yvonne, idris, said = two
        maud = reader("Maud")
        answer = contribution(said.article, "Elle reviendra.", name="Maud", writer=maud, voice=people.voice_of(maud), thread=said)
        muting.mute(yvonne, said)
        page = self.quiet(yvonne, said)
        body = page.content.decode()
        assert (page.status_code, page["Cache-Control"], "Cookie" in page["Vary"]) == (200, "private, no-store", True)
        assert "Et l’eau" not in body
        assert "Idris" not in body
        assert "Elle reviendra." in body
        assert f'id="c{answer.pk}"' in body
        assert f'href="/_/mute/{said.pk}/"' in body
        assert f'href="/_/discussion/fr/{said.article_id}/"' in body
        assert self.quiet(maud, said)["Location"] == f"/_/discussion/fr/{said.article_id}/"

    def test_one_is_led_there_from_where_one_mutes_and_from_the_printed_page(self, two):
        yvonne, _idris, said = two
        assert "/_/quiet/" not in browser(yvonne).get(f"/_/mute/{said.pk}/").content.decode()
        muting.mute(yvonne, said)
        link = re.search(r'<noscript>.*?href="(/_/quiet/[^"]+)".*?</noscript>', browser(yvonne).get(f"/_/mute/{said.pk}/").content.decode())[1]
        assert link == f"/_/quiet/{said.article_id}/#c{said.pk}"
        assert f'id="c{said.pk}"' in self.quiet(yvonne, said).content.decode()
        assert f'href="/_/quiet/{said.article_id}/"' in browser().get(f"/_/discussion/fr/{said.article_id}/").content.decode()

    def test_who_has_not_signed_does_so_first_and_comes_back(self, two):
        _yvonne, _idris, said = two
        assert self.quiet(None, said)["Location"] == f"/_/account/sign-in/?next=%2F_%2Fquiet%2F{said.article_id}%2F"

    def test_older_parts_and_the_most_respected_are_there_too(self, two, monkeypatch):
        yvonne, idris, said = two
        for number in range(60):
            wrote(idris, said.article, f"Numéro {number}.")
        muting.mute(yvonne, said)
        body = self.quiet(yvonne, said).content.decode()
        assert f'href="/_/quiet/{said.article_id}/?part=1"' in body
        assert body.count('class="hushed"') == self.quiet(yvonne, said, "?part=1").content.decode().count('class="hushed"') - 39
        for part in ("?part=respected", "?part=9", "?part=0", "?part=x", "?part=1/2"):
            assert self.quiet(yvonne, said, part).status_code == 404, part

    def test_a_story_that_is_not_there_has_none(self, two):
        yvonne, _idris, said = two
        assert browser(yvonne).get("/_/quiet/999999/").status_code == 404
        assert browser(yvonne).post(f"/_/quiet/{said.article_id}/").status_code in (403, 405)
