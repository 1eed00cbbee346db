"""Indexes on Wagtail's table of pages, for what our lists ask of it.

Wagtail's own are by tree and by language; a list asks for the newest live stories of a
language, and a reader for an address. They are ours to keep: a migration of Wagtail's that
remakes the table loses them, so they are looked at after every migration.
"""
from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

TABLE = "wagtailcore_page"
INDEXES = {
    "newsroom_newest": "(locale_id, first_published_at DESC, id DESC, live) WHERE live AND first_published_at IS NOT NULL",
    "newsroom_of_all": "(first_published_at DESC, id DESC) WHERE live AND first_published_at IS NOT NULL",
    "newsroom_shelves": "(path, first_published_at, live) WHERE live AND first_published_at IS NOT NULL",
    "newsroom_address": "(url_path)",
    "newsroom_expiry": "(expire_at) WHERE live AND expire_at IS NOT NULL",
}


def connect(config: AppConfig) -> None:
    post_migrate.connect(_migrated, sender=config, dispatch_uid="newsroom.indexes")


def _migrated(using: str, **_: Any) -> None:
    connection = connections[using]
    with connection.cursor() as cursor:
        if TABLE in connection.introspection.table_names(cursor):
            for name, columns in INDEXES.items():
                cursor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {TABLE} {columns}")
            if connection.vendor == "sqlite":
                # Without figures SQLite prefers an index on the language alone, and sorts all of its pages.
                cursor.execute("PRAGMA analysis_limit=1000")
                cursor.execute("ANALYZE")
