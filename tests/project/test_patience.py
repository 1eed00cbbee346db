"""How long a write waits for SQLite's one turn, and what is said when it waited too long."""
from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from django.db import connection

from rotative.project import patience
from tests import factories


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_write_that_waits_too_long_is_told_when_to_come_again(own_database, client, accept, monkeypatch):
    factories.paper()
    monkeypatch.setattr(patience, "OF_READERS", 0.1)
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        answer = client.post("/_/like/paper/", {"want": "1"}, headers={"accept": accept})
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "10", "no-store")
    said = answer.content.decode()
    assert said == '{"error": 503}' if "json" in accept else "n’a été gardé" in said and said.rstrip().endswith("</html>")


@pytest.mark.parametrize(("method", "path", "seconds"), [("POST", "/_/like/paper/", 2.5), ("GET", "/_/like/paper/", 20), ("POST", "/desk/login/", 20)])
def test_the_desk_waits_longer_than_readers(own_database, client, method, path, seconds):
    """While the request is answered; afterwards the connection is as patient as before."""
    waited = []

    def note(execute, sql, *words):
        if not sql.startswith("BEGIN"):  # which looks often, for as long
            waited.append(_patience())
        return execute(sql, *words)

    factories.paper()
    with connection.execute_wrapper(note):
        client.generic(method, path)
    assert set(waited) == {seconds}
    assert _patience() == 20


def _patience():
    return connection.connection.execute("PRAGMA busy_timeout").fetchone()[0] / 1000
