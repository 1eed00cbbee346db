"""Readings, counts and the most read."""
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.models import Sum
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rotative.audience import actions, queries, ranking, tasks, totals
from rotative.audience.models import DailySalt, Reading, Total
from rotative.audience.ranking import LATELY, WEEK
from rotative.press.front import policy
from rotative.press.rendering import rendering
from tests import factories
from tests.audience.test_marks import FIREFOX

pytestmark = pytest.mark.django_db
HERE = {"Origin": "http://localhost", "User-Agent": FIREFOX}


def read(client, story, address="203.0.113.7", **headers):
    return client.post(f"/_/read/{story.pk}/", headers={**HERE, **headers}, REMOTE_ADDR=address)


def total(story):
    return Reading.objects.filter(article=story).aggregate(total=Sum("count"))["total"] or 0


def test_a_reading_is_counted_and_leaves_nothing(client, story):
    answer = read(client, story)
    assert answer.status_code == 204 and not answer.content and not answer.cookies and answer["Cache-Control"] == "no-store"
    assert total(story) == 1


def test_once_a_story_a_source_and_an_hour(client, story, time_machine):
    time_machine.move_to("2026-11-24T10:00:00Z", tick=False)
    for address in ("203.0.113.7", "203.0.113.8", "198.51.100.1"):
        read(client, story, address)
    assert total(story) == 2
    time_machine.move_to("2026-11-24T11:00:01Z", tick=False)
    read(client, story)
    assert total(story) == 3


def test_programs_are_not_readers(client, story):
    assert read(client, story, **{"User-Agent": "Googlebot/2.1"}).status_code == 204
    assert total(story) == 0


@pytest.mark.parametrize("headers", [{"Origin": "https://other.example"}, {"Origin": "null"}, {"Origin": ""}, {"Origin": "", "Sec-Fetch-Site": "cross-site"}])
def test_only_pages_of_the_paper_may_say_so(client, story, headers):
    assert read(client, story, **headers).status_code == 403
    assert total(story) == 0


def test_the_paper_s_own_address_counts_as_well(story):
    reader = Client(enforce_csrf_checks=True)
    assert read(reader, story, Origin="http://localhost").status_code == 204
    assert read(reader, story, "198.51.100.1", **{"Origin": "", "Sec-Fetch-Site": "same-origin"}).status_code == 204
    assert total(story) == 2


def test_only_by_sending(client, story):
    assert client.get(f"/_/read/{story.pk}/", headers=HERE).status_code == 405
    assert client.post("/_/read/99999/", headers=HERE).status_code == 404


# ── Counts ──


def test_the_counts_are_numbers_and_nothing_else(client, story):
    actions.like(story.pk, "a" * 22, "203.0.113.7")
    actions.like(None, "b" * 22, "203.0.113.7")
    read(client, story)
    tasks.count.enqueue()
    answer = client.get(f"/_/counts/article/{story.pk}.json")
    assert answer.json() == {"likes": 1, "readings": 1, "comments": 0}
    assert client.get("/_/counts/paper.json").json() == {"likes": 1, "paper_likes": 1, "readings": 1}
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert answer["Cache-Control"] == policy.FRESH
    assert not answer.cookies and "Cookie" not in answer.get("Vary", "")


def test_counts_that_did_not_change_are_not_sent_again(client, story):
    address = f"/_/counts/article/{story.pk}.json"
    tag = client.get(address)["ETag"]
    again = client.get(address, headers={"If-None-Match": tag})
    assert again.status_code == 304 and again["ETag"] == tag and "max-age=10" in again["Cache-Control"]
    actions.like(story.pk, "a" * 22, "203.0.113.7")
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_what_readers_can_not_see_has_no_counts(client, story):
    draft = factories.article("Un brouillon", publish=False)
    for pk in (draft.pk, 99999, 10**30):
        assert client.get(f"/_/counts/article/{pk}.json").status_code == 404


# ── What is counted now and then ──


def test_totals_are_counted_again_of_what_was_read_and_only_what_differs_is_written(story, time_machine):
    time_machine.move_to("2026-11-25T10:00:00Z")
    old = factories.article("Ancien")
    readings(old, "2026-01-02", 7)
    readings(story, "2026-11-24", 5)
    readings(story, "2026-11-25", 2)
    assert totals.renew() == 3
    assert dict(Total.objects.values_list("name", "readings")) == {str(story.pk): 7, str(old.pk): 7, "paper": 2}
    Reading.objects.filter(article=story, day="2026-11-25").update(count=4)
    assert totals.renew() == 2
    assert dict(Total.objects.values_list("name", "readings")) == {str(story.pk): 9, str(old.pk): 7, "paper": 4}
    assert totals.renew() == 0
    old.delete()
    assert totals.forget() == 1
    assert set(Total.objects.values_list("name", flat=True)) == {str(story.pk), "paper"}


# ── The most read ──


def readings(story, day, count):
    Reading.objects.create(article=story, day=date.fromisoformat(day), count=count)


def most_read(span, language="fr", count=5):
    ranking.renew()
    return queries.most_read(span, language, count)


def test_the_most_read_of_full_days_and_of_late(story, time_machine):
    time_machine.move_to("2026-11-25T22:30:00Z")  # The 25th in the paper's zone, for half an hour more.
    second, third = factories.article("Deux"), factories.article("Trois")
    readings(story, "2026-11-24", 5)
    readings(second, "2026-11-23", 4)
    readings(second, "2026-11-22", 2)
    readings(third, "2026-11-25", 50)
    readings(third, "2026-11-17", 50)
    assert most_read(WEEK) == [second.pk, story.pk]
    assert most_read(WEEK, count=1) == [second.pk]
    assert most_read(LATELY) == [third.pk, story.pk]
    assert (queries.counted_since(WEEK, "fr"), queries.counted_since(LATELY, "fr")) == (date(2026, 11, 18), date(2026, 11, 24))
    time_machine.move_to("2026-11-25T23:30:00Z")
    assert most_read(WEEK) == [third.pk, second.pk, story.pk]


def test_only_what_readers_see_in_that_language(story, time_machine):
    time_machine.move_to("2026-11-25T10:00:00Z")
    english = factories.article("Seven months", parent=factories.section("Country", "country", language="en"))
    readings(story, "2026-11-24", 5)
    readings(english, "2026-11-24", 5)
    assert (most_read(WEEK), most_read(WEEK, "en")) == ([story.pk], [english.pk])
    story.unpublish()
    assert queries.most_read(WEEK, "fr", 5) == [], "even before it is counted again"
    assert most_read(WEEK) == []


def test_a_ranking_that_comes_out_as_it_was_is_not_written(story, time_machine):
    time_machine.move_to("2026-11-25T10:00:00Z")
    readings(story, "2026-11-24", 5)
    assert set(tasks.count.enqueue().return_value) == {"week-fr", "lately-fr", "week-en", "lately-en"}
    readings(story, "2026-11-25", 5)
    with CaptureQueriesContext(connection) as asked:
        assert ranking.renew() == []
    assert [query["sql"] for query in asked if not query["sql"].startswith("SELECT")] == []
    readings(factories.article("Deux"), "2026-11-25", 50)
    assert ranking.renew() == ["lately-fr"]


def test_a_page_printed_with_it_stands_on_what_is_kept(story):
    with rendering(datetime(2026, 11, 25, 10, tzinfo=UTC), "fr") as page:
        assert queries.most_read(WEEK, "fr", 5) == []
    assert page.until is None and not page.stray
    assert "ranking:week-fr" in page.pieces['read:rotative.audience.queries.most_read:["week","fr",5]'].keys


# ── Forgetting ──


def test_after_twenty_five_months_readings_go(story, time_machine):
    time_machine.move_to("2026-11-30T10:00:00Z")
    readings(story, "2024-10-27", 1)
    readings(story, "2024-10-28", 1)
    DailySalt.objects.create(day=date(2026, 11, 29), salt="old")
    assert tasks.forget.enqueue().return_value == 1
    assert Reading.objects.get().day == date(2024, 10, 28)
    assert not DailySalt.objects.exists()
