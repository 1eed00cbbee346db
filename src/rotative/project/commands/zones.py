"""The clock that a text's hours are of: the paper's where there is one, else that of Paris. No framework."""
from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from zoneinfo import ZoneInfo

from rotative.project.commands import home
from rotative.project.folder import Folder

ELSEWHERE = "Europe/Paris"
QUESTION = "select time_zone from masthead_masthead order by id limit 1"


def aware(when: datetime) -> datetime:
    """An instant as it is told, in our zone unless it has its own."""
    return when if when.tzinfo else when.replace(tzinfo=zone())


def now() -> datetime:
    return datetime.now(zone())


def zone() -> ZoneInfo:
    try:
        return ZoneInfo(_of_the_paper(Folder(home.find())) or ELSEWHERE)
    except (OSError, ValueError):
        return ZoneInfo(ELSEWHERE)


def _of_the_paper(folder: Folder) -> str | None:
    """Asked of the file itself: loading Django for one word would take a second. A database elsewhere is not asked."""
    if not folder.database.exists():
        return None
    try:
        with closing(sqlite3.connect(f"{folder.database.as_uri()}?mode=ro", uri=True)) as database:
            row = database.execute(QUESTION).fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None
