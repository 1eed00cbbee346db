"""The figures of a year, by hand and by the program, in both forms."""
from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from rotative.discussion import figures
from rotative.discussion.actions import appealing, deciding, undoing
from rotative.discussion.models import Ground
from rotative.masthead import roles
from rotative.masthead.roles import Role
from tests import factories
from tests.discussion.desk.desks import Desk, is_refused
from tests.factories import NOON, desk
from tests.factories.discussion import contribution, report

WHY = (Ground.INSULT, "Une injure.")
HOURS = [NOON + timedelta(hours=each) for each in range(12)]


@pytest.fixture
def year(db: Any) -> Any:
    """Two removed (one on notice), one kept, one held in error, one undone; an appeal upheld."""
    factories.paper()
    roles.establish()
    story, by, other = factories.article(), desk.staff(Role.MODERATOR), desk.staff(Role.MODERATOR, name="Maël Kergoat")
    writer = factories.UserFactory()
    noticed, read, kept = (contribution(story, text, writer=writer) for text in ("un", "deux", "trois"))
    report(noticed, minutes=60)
    deciding.remove(noticed, by, HOURS[3], *WHY)
    removed = deciding.remove(read, by, HOURS[4], Ground.HATRED, "Un appel à la haine.")
    report(kept, ground=Ground.FORM, minutes=60)
    deciding.keep(kept, by, HOURS[2])
    held = contribution(story, "quatre", shown=False, writer=writer, findings=[{"outcome": "hold"}])
    undoing.undo(deciding.accept(held, by, HOURS[5]), by, HOURS[5])
    appealing.answer(appealing.appeal(removed, "Non.", HOURS[5]), other, HOURS[8], True, "En effet.")
    report(kept, minutes=120)
    return by


def test_a_year_is_counted_exactly(year):
    told = figures.of_year(2026)
    assert told["notices"] == {"received": 3, "by_ground": {"insult": 2, "form": 1}, "removed": 1, "kept": 1, "waiting": 1, "median_seconds": 3600}
    rows = {(row["act"], row["ground"], row["on_notice"]): (row["number"], row["median_seconds"], row["is_automated"]) for row in told["decisions"]}
    assert rows[("remove", "insult", True)] == (1, 7200, False)
    assert rows[("remove", "hatred", False)] == (1, 0, False)
    assert rows[("keep", "", True)] == (1, 3600, False)
    assert told["appeals"] == {"received": 1, "upheld": 1, "not_upheld": 0, "waiting": 0, "median_seconds": 3 * 3600}
    assert (told["undone"], told["program"]) == (1, {"held": 1, "held_in_error": 1})
    assert [(row["known_at"], row["removed_at"], row["seconds"]) for row in told["removals"]][0] == (HOURS[1].isoformat(), HOURS[3].isoformat(), 7200)


def test_another_year_is_empty_and_a_year_begins_at_the_papers_midnight(year):
    assert figures.of_year(2025)["notices"]["received"] == 0
    assert figures.of_year(2025)["decisions"] == []
    story = factories.article(slug="minuit")
    deciding.pick(contribution(story), year, datetime(2025, 12, 31, 23, 30, tzinfo=UTC))  # in Paris it is the new year
    assert figures.of_year(2025)["decisions"] == []


def test_the_command_writes_json_and_csv(year, capsys):
    call_command("discussion_report", "2026")
    assert json.loads(capsys.readouterr().out)["appeals"]["upheld"] == 1
    call_command("discussion_report", "2026", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {"year": "2026", "part": "appeals", "what": "upheld", "number": "1"}.items() <= next(row for row in rows if row["what"] == "upheld").items()
    assert sum(row["part"] == "removals" for row in rows) == 2


def test_the_desk_shows_them_and_gives_them_along(year):
    moderator = Desk(year)
    page = moderator.sees("discussion_figures", query="?year=2026")
    assert "led to a removal 1" in page
    assert moderator.get("discussion_figures", query="?year=2026&format=json").json()["year"] == 2026
    answer = moderator.get("discussion_figures", query="?year=2026&format=csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="discussion-2026.csv"'
    for nonsense in ("?year=x", "?year=99999", "?year=0001"):
        moderator.sees("discussion_figures", query=nonsense)
    assert is_refused(Desk(desk.staff(Role.REPORTER)).get("discussion_figures"))
