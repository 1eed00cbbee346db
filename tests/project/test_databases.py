"""How the paper speaks to its database."""
from __future__ import annotations

from rotative.project.databases import database


def test_on_sqlite_what_is_acknowledged_is_on_the_disk():
    found = database("sqlite:////srv/paper.sqlite3")
    assert found["ENGINE"] == "rotative.project.sqlite3"
    assert "synchronous=FULL" in found["OPTIONS"]["init_command"]


def test_the_address_may_say_otherwise_of_postgresql():
    assert database("postgres://paper@db/paper")["OPTIONS"]["connect_timeout"] == 5
    told = database("postgres://paper@db/paper?connect_timeout=9&sslmode=require")["OPTIONS"]
    assert (told["connect_timeout"], told["sslmode"], told["prepare_threshold"]) == (9, "require", 5)


def test_behind_a_pooler_nothing_is_planned_once():
    options = database("postgres://paper@db/paper?prepare_threshold=none")["OPTIONS"]
    assert (options["prepare_threshold"], options["server_side_binding"]) == (None, False)
