"""What has its hour: the clock wakes at the due instant, asks no more than it must, and cleans once a day."""
from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from wagtail.models import Page, Revision

from rotative.audience import queries
from rotative.audience.models import Reading
from rotative.audience.ranking import LATELY
from rotative.project import clock
from tests import factories
from tests.project.running import until

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


@pytest.fixture
def scheduled(settings):
    """A story that is to go live at an instant and to expire an hour later."""

    def schedule(when, **said):
        story = factories.article(publish=False, **said)
        story.go_live_at, story.expire_at = when, when + timedelta(hours=1)
        with time_machine.travel(when - timedelta(minutes=5), tick=False):
            story.save_revision().publish()
        return story

    factories.paper()
    return schedule


def tick(when: datetime, ticking: clock.Clock | None = None) -> clock.Clock:
    ticking = ticking or clock.Clock()
    with time_machine.travel(when, tick=False):
        ticking.tick()
    return ticking


def is_live(story) -> bool:
    return Page.objects.get(pk=story.pk).live


@pytest.mark.django_db
@pytest.mark.parametrize(("left", "nap"), [(3600, clock.LONGEST_NAP), (0.5, 0.5), (0.01, 0.01)])
def test_naps_end_when_something_is_due(scheduled, left, nap):
    scheduled(NOW)
    with time_machine.travel(NOW - timedelta(seconds=left), tick=False):
        ticking = clock.Clock()
        ticking.tick()
        assert ticking.nap() == pytest.approx(nap)


@pytest.mark.django_db
def test_a_story_goes_live_and_expires(scheduled):
    story = scheduled(NOW)
    for later, live in ((-1, False), (0, True), (3599, True), (3600, False)):
        tick(NOW + timedelta(seconds=later))
        assert is_live(story) is live, later


@pytest.mark.django_db
def test_a_plan_made_meanwhile_is_seen_once_something_was_written(scheduled):
    ticking = tick(NOW)
    story = scheduled(NOW)
    tick(NOW, ticking)
    assert not is_live(story)  # nothing told the clock
    ticking._forget()
    until(lambda: tick(NOW, ticking) and is_live(story), 20)  # it rests between two questions


@pytest.mark.django_db
def test_one_that_fails_keeps_no_other_from_its_hour(scheduled, monkeypatch, caplog):
    bad, good, later = scheduled(NOW - timedelta(seconds=2), title="Un"), scheduled(NOW, title="Deux"), scheduled(NOW + timedelta(seconds=5), title="Trois")
    publish = Revision.publish

    def failing(revision, **said):
        if revision.object_id == str(bad.pk):
            raise ValueError("no")
        return publish(revision, **said)

    monkeypatch.setattr(Revision, "publish", failing)
    ticking = tick(NOW)
    assert "could not be published" in caplog.text
    assert (is_live(bad), is_live(good)) == (False, True)
    caplog.clear()
    tick(NOW + timedelta(seconds=5), ticking)
    assert is_live(later)
    assert not caplog.text
    monkeypatch.undo()
    ticking.round = 0.0  # a minute later
    tick(NOW + timedelta(seconds=65), ticking)
    assert is_live(bad)


@pytest.mark.django_db
def test_what_is_costly_is_asked_less_often(django_assert_num_queries):
    agenda = clock.Agenda(lambda: _slowly(Revision.objects.all()), "approved_go_live_at", lambda row: None)
    with django_assert_num_queries(1):
        for _ in range(20):
            agenda.ask()
            agenda.forget()
    assert agenda.wait() > clock.SHARE * 0.02


def _slowly(rows):
    time.sleep(0.03)
    return rows


@pytest.mark.django_db
def test_cleaning_is_done_once_a_day():
    clock._file().unlink(missing_ok=True)
    tick(NOW)
    assert clock.last_cleaning() == NOW.date()
    clock._file().write_text("2026-11-23")
    tick(NOW)
    assert clock.last_cleaning().day == 24
    clock._file().write_text("2026-11-25")
    tick(NOW)
    assert clock.last_cleaning().day == 25


@pytest.mark.django_db
def test_the_most_read_are_counted_each_quarter_of_an_hour():
    factories.paper()
    story = factories.article()
    ticking = tick(NOW)
    Reading.objects.create(article=story, day=NOW.date(), count=5)
    tick(NOW + timedelta(minutes=14, seconds=59), ticking)
    assert queries.most_read(LATELY, "fr", 5) == []
    tick(NOW + timedelta(minutes=15), ticking)
    assert queries.most_read(LATELY, "fr", 5) == [story.pk]
