"""Likes, from a reader's side: with and without script, with and without cookies."""
import json
import logging

import pytest
from django.test import Client

from rotative.audience import actions, queries, visits
from rotative.audience.models import DailySalt, Like
from tests import factories
from tests.audience.test_marks import FIREFOX

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}
PAPER = "/_/like/paper/?in=fr"


def address(story):
    return f"/_/like/article/{story.pk}/"


def token_of(page):
    return page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]


def test_the_whole_way_with_script_off(story):
    reader = Client(enforce_csrf_checks=True)
    page = reader.get(address(story))
    assert page.status_code == 200 and page["Cache-Control"] == "no-store"
    answer = reader.post(address(story), {"csrfmiddlewaretoken": token_of(page.content.decode()), "want": "1"})
    assert (answer.status_code, answer["Location"]) == (303, story.address)
    again = reader.get(address(story)).content.decode()
    assert 'value="0"' in again
    answer = reader.post(address(story), {"csrfmiddlewaretoken": token_of(again), "want": "0"})
    assert answer.status_code == 303 and not Like.objects.exists()


def test_what_is_liked_is_named_as_the_paper_sets_it(client, story):
    story.title = "L'eau"
    story.save_revision().publish()
    assert ">L’eau</a>" in client.get(address(story)).content.decode()


def test_the_script_is_told_what_is_true_now(client, story):
    assert client.post(address(story), {"want": "1"}, headers=JSON).json() == {"liked": True, "likes": 1}
    assert client.post(address(story), {"want": "1"}, headers=JSON).json() == {"liked": True, "likes": 1}
    assert client.post(address(story), {"want": "0"}, headers=JSON).json() == {"liked": False, "likes": 0}
    assert client.post(address(story), {"want": "0"}, headers=JSON).json() == {"liked": False, "likes": 0}


def test_a_script_is_told_the_token_and_what_this_reader_said_and_nothing_of_others(story):
    reader = Client(enforce_csrf_checks=True)
    before = reader.get(address(story), headers=JSON)
    assert before.json() == {"token": before.json()["token"], "liked": False, "likes": 0}
    assert (before["Cache-Control"], before["Vary"]) == ("no-store", "Accept, Cookie")
    told = {"csrfmiddlewaretoken": before.json()["token"], "want": "1"}
    assert reader.post(address(story), told, headers=JSON).json() == {"liked": True, "likes": 1}
    assert reader.get(address(story), headers=JSON).json()["liked"]
    assert not Client().get(address(story), headers=JSON).json()["liked"]


def test_two_browsers_are_two_readers(story):
    assert Client().post(address(story), {"want": "1"}, headers=JSON).json()["likes"] == 1
    assert Client().post(address(story), {"want": "1"}, headers=JSON).json()["likes"] == 2


def test_the_paper_itself_is_liked_in_any_language(client, story):
    factories.front("en")
    assert client.post("/_/like/paper/?in=en", {"want": "1"})["Location"] == "/en/"
    assert client.post(PAPER, {"want": "1"})["Location"] == "/"
    assert client.post("/_/like/paper/?in=xx", {"want": "1"})["Location"] == "/"
    assert Like.objects.filter(article=None).count() == 1
    assert queries.counts(None)["paper_likes"] == 1


def test_the_mark_is_set_once_by_the_first_like_only(client, story):
    assert visits.HOST_NAME not in client.get(address(story)).cookies
    cookie = client.post(address(story), {"want": "1"}).cookies[visits.HOST_NAME]
    assert cookie["httponly"] and cookie["secure"] and cookie["samesite"] == "Lax" and cookie["path"] == "/" and not cookie["domain"]
    assert cookie["max-age"] == 34_128_000 and len(cookie.value) == 22
    assert visits.HOST_NAME not in client.post(PAPER, {"want": "1"}).cookies
    assert visits.HOST_NAME not in client.post(PAPER, {"want": "0"}).cookies


def test_taking_back_what_was_never_given_sets_nothing(client, story):
    assert not client.post(address(story), {"want": "0"}).cookies


@pytest.mark.parametrize(
    ("host", "https", "name"),
    [("localhost", False, "__Host-mark"), ("127.0.0.1:8000", False, "__Host-mark"), ("amer.example", False, "mark"), ("amer.example", True, "__Host-mark")],
)
def test_the_name_of_the_mark_follows_the_connection(client, story, settings, host, https, name):
    settings.ALLOWED_HOSTS = [host.split(":")[0]]
    cookies = client.post(address(story), {"want": "1"}, headers={"Host": host}, secure=https).cookies
    assert list(cookies) == [name] and bool(cookies[name]["secure"]) == (name == "__Host-mark")


@pytest.mark.parametrize("value", ["", "x", "a" * 400, "' OR 1=1 --  aaaaaaaaa"])
def test_a_mark_that_is_none_is_replaced(client, story, value):
    client.cookies[visits.HOST_NAME] = value
    assert len(client.post(address(story), {"want": "1"}).cookies[visits.HOST_NAME].value) == 22


def test_a_form_of_another_site_does_nothing(story):
    assert Client(enforce_csrf_checks=True).post(address(story), {"want": "1"}).status_code == 403
    assert not Like.objects.exists()


@pytest.mark.parametrize("want", ["", "2", "yes"])
def test_one_must_say_what_one_wants(client, story, want):
    assert client.post(address(story), {"want": want}).status_code == 400


def test_what_readers_can_not_see_can_not_be_liked(client, story):
    draft = factories.article("Un brouillon", publish=False)
    for pk in (draft.pk, 99999, 10**30):
        assert client.post(f"/_/like/article/{pk}/", {"want": "1"}).status_code in (404, 405)
    assert not Like.objects.exists()


def test_a_burst_is_kept_but_not_counted(story):
    for number in range(32):
        actions.like(story.pk, f"{number:022}", "203.0.113.7")
    actions.like(story.pk, "z" * 22, "198.51.100.1")
    assert Like.objects.count() == 33
    assert queries.counts(story.pk)["likes"] == 31


def test_the_day_after_nobody_knows_where_a_like_came_from(story, time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z")
    actions.like(story.pk, "a" * 22, "203.0.113.7")
    assert Like.objects.get().source
    time_machine.move_to("2026-11-25T10:00:00Z")
    actions.like(None, "a" * 22, "203.0.113.7")
    assert Like.objects.get(article=story.pk).source == ""
    assert DailySalt.objects.count() == 1


def test_sixty_writes_a_minute_are_enough(client, story):
    for _ in range(60):
        assert client.post(PAPER, {"want": "0"}).status_code == 303
    answer = client.post(PAPER, {"want": "0"})
    assert answer.status_code == 429 and answer["Retry-After"] == "60" and answer.content.decode().endswith(".")
    assert client.post(PAPER, {"want": "0"}, REMOTE_ADDR="203.0.113.9").status_code == 303


def test_behind_a_proxy_its_word_is_taken(client, story, settings):
    settings.BEHIND_PROXY = True
    client.post(PAPER, {"want": "1"}, headers={"X-Forwarded-For": "6.6.6.6, 203.0.113.9"})
    assert Like.objects.get().source == actions.source_of("203.0.113.1")


def test_nothing_of_a_reader_is_logged(client, story, caplog):
    caplog.set_level(logging.DEBUG)
    headers = {"User-Agent": FIREFOX, "Origin": "http://localhost"}
    mark = client.post(address(story), {"want": "1"}, REMOTE_ADDR="203.0.113.77").cookies[visits.HOST_NAME].value
    client.post(f"/_/read/{story.pk}/", headers=headers, REMOTE_ADDR="203.0.113.77")
    client.post(f"/_/read/{story.pk}/", headers={**headers, "Origin": "https://other.example"}, REMOTE_ADDR="203.0.113.77")
    client.post("/_/like/article/99999/", {"want": "1"}, REMOTE_ADDR="203.0.113.77")
    said = " ".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    assert "203.0.113" not in said and mark not in said and "Firefox" not in said


def test_the_answer_holds_numbers_and_nothing_else(client, story):
    body = client.post(address(story), {"want": "1"}, headers=JSON).content
    assert set(json.loads(body)) == {"liked", "likes"}
