"""Many readers at once, on a database in a file, as a paper runs."""
import os
import shutil
import subprocess
import sys

import pytest

from tests.conftest import _prepared_file

SCRIPT = """
import django; django.setup()
from concurrent.futures import ThreadPoolExecutor
from django.db import connection
from rotative.audience import actions, queries, totals
from rotative.audience.models import Like, Reading
from tests import factories

factories.paper()
story = factories.article("Sept mois")

def reader(number):
    for turn in range(10):
        actions.count_reading(story.pk)
    actions.like(story.pk, "same".ljust(22, "x"), "203.0.113.7")
    actions.like(None, "same".ljust(22, "x"), "203.0.113.7")
    actions.like(story.pk, f"{number:022}", f"198.51.{number}.1")
    actions.unlike(story.pk, f"{number:022}") if number % 2 else None
    connection.close()

with ThreadPoolExecutor(8) as pool:
    list(pool.map(reader, range(16)))
totals.renew()
print(Reading.objects.count(), Reading.objects.get().count, queries.counts(story.pk))
"""


@pytest.mark.slow
def test_no_like_and_no_reading_is_lost_or_doubled(tmp_path):
    shutil.copy(_prepared_file(), tmp_path / "paper.sqlite3")
    environment = {
        **os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/paper.sqlite3", "DJANGO_SETTINGS_MODULE": "rotative.project.settings",
        "PYTHONPATH": os.getcwd(),
    }  # fmt: skip
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "1 160 {'likes': 9, 'readings': 160}"
