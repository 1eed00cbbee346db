"""Two moderators never have the same contribution before them, on either database."""
from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from rotative.discussion.actions import turns
from tests.factories import NOON
from tests.factories.discussion import contribution

ROOT = Path(__file__).resolve().parents[3]


def test_a_turn_is_one_persons_until_it_ends(world: Any) -> None:
    row = contribution(world.story, shown=False)
    turns.take(row, world.moderator, NOON)
    with pytest.raises(turns.Taken) as taken:
        turns.take(row, world.other, NOON + timedelta(minutes=1))
    assert taken.value.turn.moderator == world.moderator
    turns.take(row, world.moderator, NOON + timedelta(minutes=2))  # the page is still open
    with pytest.raises(turns.Taken):
        turns.take(row, world.other, NOON + timedelta(minutes=4))
    later = turns.take(row, world.other, NOON + timedelta(minutes=6))
    assert (later.moderator, later.known_at) == (world.other, NOON)


def test_who_leaves_lets_others_have_it(world: Any) -> None:
    row = contribution(world.story, shown=False)
    turns.take(row, world.moderator, NOON)
    turns.leave(row, world.moderator, NOON)
    assert turns.take(row, world.other, NOON).moderator == world.other


# Each of eight takes all of twenty at once, in threads with connections of their own; each is to be one person's.
RACE = """
    import threading
    import django
    django.setup()
    from django.db import connection
    from rotative.masthead import roles
    from rotative.masthead.roles import Role
    from rotative.discussion.actions import turns
    from rotative.discussion.models import Turn
    from tests import factories
    from tests.factories import NOON, desk
    from tests.factories.discussion import contribution
    factories.paper(); roles.establish()
    story = factories.article()
    people = [desk.staff(Role.MODERATOR, name=f"M{number}", email=f"m{number}@amer.example") for number in range(8)]
    rows = [contribution(story, str(number), shown=False) for number in range(20)]
    won = []
    start = threading.Barrier(len(people))
    def run(person):
        start.wait()
        for row in rows:
            try:
                turns.take(row, person, NOON)
            except turns.Taken:
                continue
            won.append((row.pk, person.pk))
        connection.close()
    threads = [threading.Thread(target=run, args=[person]) for person in people]
    [each.start() for each in threads]; [each.join() for each in threads]
    assert sorted(won) == sorted(Turn.objects.values_list("contribution", "moderator")), won
    assert len({row for row, _ in won}) == len(won) == 20, won
    print("well")
"""


@pytest.mark.slow
@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_of_many_at_once_one_has_it(database: str, request: Any, tmp_path: Path) -> None:
    url = _sqlite(tmp_path) if database == "sqlite" else request.getfixturevalue("postgres").paper()
    environment = {**os.environ, "DATABASE_URL": url, "ROTATIVE_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "rotative.project.settings", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    told = subprocess.run([sys.executable, "-c", textwrap.dedent(RACE)], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert told.stdout.endswith("well\n"), told.stdout[-1000:] + told.stderr[-3000:]


def _sqlite(folder: Path) -> str:
    import shutil

    from tests.conftest import prepared_file

    (folder / "paper.toml").write_text('name = "L\'Amer"\nlanguages = ["fr", "en"]\n')
    shutil.copy(prepared_file(), folder / "paper.sqlite3")
    return f"sqlite:///{folder / 'paper.sqlite3'}"
