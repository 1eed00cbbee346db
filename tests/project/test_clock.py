"""What has its hour: the clock wakes at the due instant, and cleans once a day."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from wagtail.models import Page

from rotative.project import clock
from tests import factories

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(("left", "nap"), [(None, 2.0), (3600, 2.0), (0.5, 0.5), (-10, 0.02)])
def test_naps_end_when_something_is_due(left, nap):
    due = None if left is None else NOW + timedelta(seconds=left)
    assert clock.nap_before(due, NOW) == nap


@pytest.mark.django_db
def test_a_story_goes_live_and_expires(settings, tmp_path):
    factories.paper()
    story = factories.article(publish=False)
    story.go_live_at, story.expire_at = NOW, NOW + timedelta(hours=1)
    with time_machine.travel(NOW - timedelta(minutes=5), tick=False):
        story.save_revision().publish()
    assert clock.next_due() == NOW
    for later, live in ((-1, False), (1, True), (3599, True), (3601, False)):
        with time_machine.travel(NOW + timedelta(seconds=later), tick=False):
            clock.tick()
        assert Page.objects.get(pk=story.pk).live is live


@pytest.mark.django_db
def test_cleaning_is_done_once_a_day():
    clock._file().unlink(missing_ok=True)
    with time_machine.travel(NOW, tick=False):
        clock.tick()
        assert clock.last_cleaning() == NOW.date()
    clock._file().write_text("2026-11-23")
    assert clock.last_cleaning().day == 23
