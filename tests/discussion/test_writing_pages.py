"""The pages on which readers write: without script and with it, refused and taken, and what was typed is never lost."""
from __future__ import annotations

import json
import re
from datetime import timedelta

import jsonschema
import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from rotative.discussion.models import Contribution, DiscussionRules, Respect, State, Talk, Trust
from rotative.masthead.models import User
from rotative.masthead.readers.models import Reader
from tests import factories
from tests.factories.discussion import contribution

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}
TEXT = "Chez nous, trente-huit millions, c’est une date : si l’eau part avant juillet, il n’y a pas de deuxième coupe."
TAKEN = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "state", "url", "part", "notes", "page"],
    "properties": {
        "id": {"type": "integer"}, "state": {"enum": ["shown", "held"]}, "url": {"type": "string"}, "part": {"type": ["integer", "null"]},
        "notes": {"type": "array", "items": {"type": "string"}}, "page": {"type": "string"},
    },
}  # fmt: skip
FORM = {
    "type": "object",
    "additionalProperties": False,
    "required": ["token", "state", "signed", "name", "longest", "sign_in", "problems", "guests", "known", "told", "challenge"],
    "properties": {
        "token": {"type": "string"}, "state": {"enum": ["open", "moderated", "closed"]}, "signed": {"type": "boolean"}, "name": {"type": "string"},
        "guests": {"type": "boolean"}, "known": {"type": "boolean"}, "told": {"type": "boolean"}, "challenge": {"type": ["object", "null"]},
        "longest": {"type": "integer"}, "sign_in": {"type": "string"}, "problems": {"type": "array", "items": {"type": "string"}},
    },
}  # fmt: skip


@pytest.fixture(autouse=True)
def story():
    cache.clear()
    factories.paper()
    return factories.article(discussion="open")


def reader(name: str = "Yvonne Castagnet", email: str = "yvonne@example.org") -> User:
    user = User.objects.create_user(email, date_joined=timezone.now() - timedelta(days=900))
    Reader.objects.create(user=user, name=name, language="fr")
    Trust.objects.create(writer=user, state=Trust.TRUSTED)
    return user


def browser(user: User | None = None) -> Client:
    client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    if user:
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def form(story) -> str:
    return f"/_/comment/{story.pk}/"


def token(client: Client, path: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(path).content.decode())
    assert found, path
    return found[1]


def sent(client: Client, path: str, told: dict | None = None, **options):
    return client.post(path, {"csrfmiddlewaretoken": token(client, path), **(told or {})}, **options)


def test_the_whole_way_with_script_off(story):
    client = browser(reader())
    page = client.get(form(story))
    assert page["Cache-Control"] == "no-store" and "Yvonne Castagnet" in page.content.decode()
    answer = sent(client, form(story), {"text": TEXT})
    made = Contribution.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/_/contribution/{made.pk}/")
    assert client.get(answer["Location"])["Location"] == f"/_/discussion/fr/{story.pk}/#c{made.pk}"


def test_who_has_not_signed_signs_and_finds_what_was_typed(story):
    client = browser()
    answer = sent(client, form(story), {"text": TEXT})
    assert answer.status_code == 303 and answer["Location"].startswith("/_/account/")
    assert not Contribution.objects.exists()
    client.force_login(reader(), "django.contrib.auth.backends.ModelBackend")
    assert TEXT in client.get(form(story)).content.decode()
    sent(client, form(story), {"text": TEXT})
    assert TEXT not in client.get(form(story)).content.decode()


def test_a_reader_without_a_name_says_one(story):
    user = reader("")
    client = browser(user)
    answer = sent(client, form(story), {"text": TEXT, "name": "  "})
    assert answer.status_code == 422 and TEXT in answer.content.decode()
    sent(client, form(story), {"text": TEXT, "name": " Maud  Lartigau "})
    assert Contribution.objects.get().name == "Maud Lartigau" == Reader.objects.get(user=user).name


def test_what_is_given_back_says_why_and_keeps_it(story):
    client = browser(reader())
    answer = sent(client, form(story), {"text": ("mot " * 1200) + "fin"})
    page = answer.content.decode()
    assert answer.status_code == 422 and 'role="alert"' in page and "fin</textarea>" in page
    assert not Contribution.objects.exists()


def test_a_megabyte_of_text_is_refused_in_words(story):
    client = browser(reader())
    answer = sent(client, form(story), {"text": "é" * 1_000_000})
    assert answer.status_code == 422 and 'role="alert"' in answer.content.decode()


def test_a_script_is_told_by_a_schema_and_nothing_of_others(story):
    client = browser(reader())
    asked = client.get(form(story), headers=JSON).json()
    jsonschema.validate(asked, FORM)
    answer = client.post(form(story), {"csrfmiddlewaretoken": asked["token"], "text": TEXT}, headers=JSON)
    assert answer.status_code == 201
    jsonschema.validate(answer.json(), TAKEN)
    refused = client.post(form(story), {"csrfmiddlewaretoken": asked["token"], "text": ""}, headers=JSON)
    assert refused.status_code == 422
    jsonschema.validate(refused.json(), FORM)
    nobody = browser()
    told = nobody.get(form(story), headers=JSON).json()
    jsonschema.validate(told, FORM)
    answer = nobody.post(form(story), {"csrfmiddlewaretoken": told["token"], "text": TEXT}, headers=JSON)
    assert answer.status_code == 401 and "yvonne" not in json.dumps(answer.json())


@pytest.mark.parametrize("path", ["/_/comment/{story}/", "/_/respect/{one}/", "/_/contribution/{one}/edit/", "/_/contribution/{one}/withdraw/"])
def test_no_write_without_its_token(story, path):
    user = reader()
    one = contribution(story, writer=user)
    answer = browser(user).post(path.format(story=story.pk, one=one.pk), {"text": TEXT, "want": "1"})
    assert answer.status_code == 403
    one.refresh_from_db()
    assert one.is_shown and Contribution.objects.count() == 1


def test_another_site_cannot_have_a_reader_write(story):
    client = browser(reader())
    known = token(client, form(story))
    answer = client.post(form(story), {"csrfmiddlewaretoken": known, "text": TEXT}, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403 and not Contribution.objects.exists()


def test_only_its_writer_sees_what_is_held_mends_or_takes_it_back(story):
    writer, other = reader(), reader("Idris Benhaddou", "idris@example.org")
    one = contribution(story, writer=writer, shown=False, created_at=timezone.now())
    for path in ("", "edit/", "withdraw/"):
        assert browser(other).get(f"/_/contribution/{one.pk}/{path}").status_code == 404
        assert browser().get(f"/_/contribution/{one.pk}/{path}").status_code == 404
    mine = browser(writer)
    assert "Et l’eau" in mine.get(f"/_/contribution/{one.pk}/").content.decode()
    answer = sent(mine, f"/_/contribution/{one.pk}/edit/", {"text": f"{TEXT} Voilà."})
    assert answer.status_code == 303
    one.refresh_from_db()
    assert one.text.endswith("Voilà.")
    mine.post(f"/_/contribution/{one.pk}/withdraw/", {"csrfmiddlewaretoken": token(mine, f"/_/contribution/{one.pk}/withdraw/")})
    one.refresh_from_db()
    assert one.state == State.WITHDRAWN


def test_after_five_minutes_what_was_typed_is_still_there(story):
    writer = reader()
    one = contribution(story, writer=writer, created_at=timezone.now() - timedelta(minutes=6))
    answer = sent(browser(writer), f"/_/contribution/{one.pk}/edit/", {"text": "Un autre texte que voici."})
    assert answer.status_code == 409 and "Un autre texte que voici." in answer.content.decode()


def test_a_closed_discussion_says_why_and_keeps_what_was_typed(story):
    client = browser(reader())
    known = token(client, form(story))
    Talk.objects.create(article=story, state="closed", because="La rédaction dort.")
    answer = client.post(form(story), {"csrfmiddlewaretoken": known, "text": TEXT})
    page = answer.content.decode()
    assert answer.status_code == 409 and "La rédaction dort." in page and TEXT in page


def test_what_is_answered_and_gone_is_told(story):
    client = browser(reader())
    one = contribution(story)
    known = token(client, f"{form(story)}?to={one.pk}")
    Contribution.objects.filter(pk=one.pk).update(state=State.REMOVED)
    answer = client.post(form(story), {"csrfmiddlewaretoken": known, "text": TEXT, "to": one.pk})
    assert answer.status_code == 409 and TEXT in answer.content.decode()


def test_respect_with_script_off_and_on(story):
    one = contribution(story)
    client = browser(reader("Idris", "idris@example.org"))
    path = f"/_/respect/{one.pk}/"
    answer = sent(client, path, {"want": "1"})
    assert answer.status_code == 303 and Respect.objects.count() == 1
    told = client.get(path, headers=JSON).json()
    assert (told["respected"], told["respects"], told["sign_in"]) == (True, 1, "")
    answer = client.post(path, {"csrfmiddlewaretoken": told["token"], "want": "0"}, headers=JSON)
    assert answer.json() == {"respected": False, "respects": 0}
    assert browser().get(path, headers=JSON).json()["sign_in"].startswith("/_/account/")


def test_one_who_writes_without_end_is_asked_to_wait(story):
    client = browser(reader())
    known = token(client, form(story))
    DiscussionRules.objects.update_or_create(defaults={"longest": 3000})
    codes = [client.post(form(story), {"csrfmiddlewaretoken": known, "text": f"{TEXT} {n}"}).status_code for n in range(12)]
    assert codes[-1] == 429


@pytest.mark.parametrize("path", ["/_/comment/999999/", "/_/contribution/999999/", "/_/respect/999999/", "/_/comment/9999999999999999999/"])
def test_what_is_not_there_is_not_found(path):
    assert browser().get(path).status_code == 404


def test_words_of_the_story_are_kept_as_it_has_them(story):
    story = factories.article("Les vannes", body=[factories.paragraph("Il reste <b>onze</b> vannes &amp; deux ponts.")], discussion="open")
    client = browser(reader())
    told = client.get(f"/_/comment/{story.pk}/", headers=JSON).json()
    answer = client.post(f"/_/comment/{story.pk}/", {"csrfmiddlewaretoken": told["token"], "text": TEXT, "passage": "RESTE ONZE\u00a0VANNES & deux"}, headers=JSON)
    assert answer.status_code == 201
    assert Contribution.objects.get().passage == "reste onze vannes & deux"


@pytest.mark.parametrize(("passage", "why"), [("Il reste neuf vannes", "n’est pas dans l’article"), ("Il reste onze vannes. " * 60, "1000 caractères")])
@pytest.mark.parametrize("headers", [{}, JSON], ids=["page", "json"])
def test_words_that_are_not_in_the_story_are_given_back(passage, why, headers):
    story = factories.article("Les vannes", body=[factories.paragraph("Il reste onze vannes.")], discussion="open")
    client = browser(reader())
    token = client.get(f"/_/comment/{story.pk}/", headers=JSON).json()["token"]
    answer = client.post(f"/_/comment/{story.pk}/", {"csrfmiddlewaretoken": token, "text": TEXT, "passage": passage}, headers=headers)
    assert answer.status_code == 422
    page = answer.content.decode() if not headers else answer.json()["problems"][0]
    assert why in page.replace("\u202f", "").replace("\u00a0", " ").replace("'", "’").replace("&#x27;", "’")
    assert headers or (TEXT in page and passage in page and '<details class="quoting" open>' in page)
    assert not Contribution.objects.exists()
