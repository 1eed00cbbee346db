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
# What a large archive is like, for SQLite: it is told once, so that a question is answered in the same way
# whatever the size. Figures of its own would be those of the empty paper that the last migration saw.
# A table that is empty when it is measured is taken for one of a million rows, and asked last: the sections of a
# large archive are then looked for among all its stories.
FIGURES: dict[str, dict[str | None, str]] = {
    "newsroom_section": {None: "40"},
    "newsroom_frontpage": {None: "4"},
    "wagtailcore_page": {
        "newsroom_newest": "100000 50000 1 1 1",
        "newsroom_of_all": "100000 1 1",
        "newsroom_shelves": "100000 1 1 1",
        "newsroom_address": "100000 1",
        "sqlite_autoindex_wagtailcore_page_1": "100000 1",
        "wagtailcore_page_slug_e7c11b8f": "100000 1",
        "wagtailcore_page_first_published_at_2b5dd637": "100000 1",
        "wagtailcore_page_translation_key_locale_id_9b041bad_uniq": "100000 1 1",
        "wagtailcore_page_latest_revision_id_e60fef51": "100000 1",
        "wagtailcore_page_live_revision_id_930bd822": "100000 1",
        "wagtailcore_page_owner_id_fbf7c332": "100000 2500",
        "wagtailcore_page_content_type_id_c28424df": "100000 25000",
        "wagtailcore_page_locale_id_3c7e30a6": "100000 50000",
        "wagtailcore_page_alias_of_id_12945502": "100000 1",
        "wagtailcore_page_locked_by_id_bcb86245": "100000 2",
    },
    "newsroom_article": {
        "newsroom_article_dossier_id_62ff7941": "100000 500",
        "newsroom_article_editor_id_51594e5b": "100000 2500",
        "newsroom_article_picture_id_c1baf4db": "100000 2",
    },
    "newsroom_article_topics": {
        "newsroom_article_topics_article_id_topic_id_53390822_uniq": "300000 3 1",
        "newsroom_article_topics_article_id_66eb0813": "300000 3",
        "newsroom_article_topics_topic_id_9d63b4eb": "300000 1500",
    },
    "newsroom_byline": {
        "newsroom_byline_article_id_07eb88c2": "125000 2",
        "newsroom_byline_author_id_59bbf267": "125000 3000",
    },
    "newsroom_relatedstory": {
        "sqlite_autoindex_newsroom_relatedstory_1": "300000 3 1",
        "newsroom_relatedstory_article_id_90a95a44": "300000 3",
        "newsroom_relatedstory_story_id_e0d4d78b": "300000 3",
    },
    "newsroom_correction": {"newsroom_correction_article_id_9759f39c": "2000 1"},
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
                _tell_figures(cursor)


def _tell_figures(cursor: Any) -> None:
    """Measure the small tables, and tell the figures of the large ones."""
    cursor.execute("PRAGMA analysis_limit=1000")
    cursor.execute("ANALYZE")
    for table, indexes in FIGURES.items():
        cursor.execute("DELETE FROM sqlite_stat1 WHERE tbl = %s", [table])
        cursor.executemany("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (%s, %s, %s)", [(table, index, stat) for index, stat in indexes.items()])
    cursor.execute("ANALYZE sqlite_schema")  # this connection reads them, too
