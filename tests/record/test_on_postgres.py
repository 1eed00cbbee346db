"""What is promised of the record on SQLite holds on PostgreSQL."""
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
FILES = ["company", "contradictions", "deciding", "keys", "leaks", "merging", "taking", "texts"]


def test_the_same_tests_hold(postgres):
    """In a process whose database is PostgreSQL from the start."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment["ROTATIVE_TEST_DATABASE"] = postgres.paper()
    files = [f"tests/record/test_{name}.py" for name in FILES]
    command = [sys.executable, "-m", "pytest", "--ds=tests.press.settings_on_postgres", "-p", "no:cacheprovider", *files]
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert told.returncode == 0, told.stdout[-5000:] + told.stderr[-2000:]
