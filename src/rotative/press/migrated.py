"""Whether a database has had every migration of the program."""
from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def pending() -> list[str]:
    """The migrations that are to be done, in their order, such as ``press.0001_changes``."""
    executor = MigrationExecutor(connection)
    return [str(migration) for migration, _backwards in executor.migration_plan(executor.loader.graph.leaf_nodes())]
