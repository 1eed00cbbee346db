"""Triggers survive what a migration does to the tables under them.

Each test migrates a made-up room, as an upgrade does: the triggers of the old models are in
the database, and the code that comes after has new models. On PostgreSQL too: see
test_changes_on_postgres.py.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management.sql import emit_post_migrate_signal, emit_pre_migrate_signal
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState
from django.db.utils import DatabaseError

from rotative.press import keys, triggers
from rotative.press.changes import Tail
from rotative.press.models import Change

pytestmark = pytest.mark.usefixtures("own_database")

FIELDS = [
    ("id", models.BigAutoField(primary_key=True)),
    ("title", models.CharField(max_length=20)),
    ("note", models.CharField(max_length=20, default="")),
    ("number", models.IntegerField(default=1)),
]


class Room:
    """A room with one table, ``shelf_book``, that readers see, and its migrations."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._declare = lambda printed: monkeypatch.setattr(keys, "_printed", printed)
        self._others = dict(keys._printed)
        self.state = ProjectState()
        self.migrate(migrations.CreateModel("Book", FIELDS))

    @property
    def model(self) -> Any:
        return next(iter(self.state.apps.get_models()))

    def migrate(self, *operations: Any) -> None:
        """What the command does, once the code has the models of after the migration."""
        migration = migrations.Migration("upgrade", "shelf")
        migration.operations = list(operations)
        # Django adds to the plan what renames content types, which this room has not.
        plan = [(migrations.Migration("upgrade", "shelf"), False)]
        emit_pre_migrate_signal(0, False, "default", plan=plan)
        with connection.schema_editor() as editor:
            self.state = migration.apply(self.state, editor)
        self._declare({**self._others, self.model: "book"})
        emit_post_migrate_signal(0, False, "default", plan=plan)


@pytest.fixture
def room(own_database, monkeypatch):
    return Room(monkeypatch)


def taken(act: Callable[[], object]) -> list[tuple[str, str]]:
    tail = Tail()
    act()
    return tail.take()


UPGRADES = {
    "a column dropped": [migrations.RemoveField("Book", "note")],
    "a column altered": [migrations.AlterField("Book", "number", models.TextField(default="1"))],
    "a column renamed": [migrations.RenameField("Book", "note", "remark")],
    "a column added": [migrations.AddField("Book", "year", models.IntegerField(null=True))],
    "a table renamed": [migrations.RenameModel("Book", "Volume")],
    "all at once": [
        migrations.RemoveField("Book", "note"),
        migrations.AlterField("Book", "number", models.CharField(max_length=9, null=True)),
        migrations.RenameField("Book", "title", "name"),
    ],
}


@pytest.mark.parametrize("operations", UPGRADES.values(), ids=UPGRADES)
def test_changes_are_written_after_an_upgrade_as_before(room, operations):
    book = room.model.objects.create(title="Marées")
    assert taken(lambda: room.model.objects.update(title="Estran")) == [("book", str(book.pk))]
    room.migrate(*operations)
    assert triggers.check()
    kept = room.model.objects.get(pk=book.pk)
    for name in [field.attname for field in room.model._meta.concrete_fields if field.attname != "id"]:
        assert taken(lambda name=name: room.model.objects.update(**{name: 7})) == [("book", str(kept.pk))], name
    assert taken(lambda: room.model.objects.update(number=7)) == []
    assert taken(kept.delete) == [("book", str(book.pk))]


def test_a_migration_says_once_that_anything_may_have_changed(room):
    assert taken(lambda: room.migrate(*UPGRADES["a column dropped"])) == [("*", "*")]
    assert Change.objects.order_by("pk").last().kind == "*"


def test_what_changed_while_there_were_no_triggers_is_covered(room):
    book = room.model.objects.create(title="Marées")
    rewrite = migrations.RunPython(lambda apps, _: apps.get_model("shelf", "Book").objects.update(title="Estran"))
    assert taken(lambda: room.migrate(rewrite)) == [("*", "*")]
    assert room.model.objects.get(pk=book.pk).title == "Estran"


def test_a_start_with_nothing_to_migrate_leaves_the_triggers_alone(room):
    def start() -> None:
        emit_pre_migrate_signal(0, False, "default", plan=[])
        assert triggers.check()
        emit_post_migrate_signal(0, False, "default", plan=[])

    assert taken(start) == []


def test_a_trigger_that_is_gone_is_missed_and_made_again_at_the_next_start(room):
    with connection.cursor() as cursor:
        name = sorted(triggers.WORDS[connection.vendor].existing(cursor))[0]
        table = "" if connection.vendor == "sqlite" else f"ON {_table_of(name)}"
        cursor.execute(f"DROP TRIGGER {name} {table}")
    assert not triggers.check()
    emit_post_migrate_signal(0, False, "default", plan=[])
    assert triggers.check()


def _table_of(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [name])
        return str(cursor.fetchone()[0])


def test_triggers_of_other_models_are_not_those_of_the_code(room, monkeypatch):
    monkeypatch.setattr(keys, "_printed", {model: "tome" if kind == "book" else kind for model, kind in keys._printed.items()})
    assert not triggers.check()


def test_a_database_on_its_way_can_be_written_to_and_is_refused(room, monkeypatch):
    """The code knows a column that the database does not have yet: ``migrate shelf 0001``."""
    behind = room.model
    ahead = ProjectState()
    ahead.add_model(migrations.state.ModelState("shelf", "Book", [*FIELDS, ("year", models.IntegerField(null=True))]))
    monkeypatch.setattr(keys, "_printed", {**room._others, ahead.apps.get_model("shelf", "Book"): "book"})
    emit_post_migrate_signal(0, False, "default", plan=[])
    assert not triggers.check()
    assert behind.objects.create(title="Marées").pk


def test_without_the_log_there_are_no_triggers():
    """``migrate press zero``: the tables can be written to."""
    triggers.drop()
    with connection.schema_editor() as editor:
        editor.delete_model(Change)
    emit_post_migrate_signal(0, False, "default", plan=[])
    with connection.cursor() as cursor:
        assert not triggers.WORDS[connection.vendor].existing(cursor)
    with pytest.raises(DatabaseError):
        Change.objects.count()
