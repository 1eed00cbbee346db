"""An index in a folder of its own."""
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from rotative.search import index as room
from rotative.search.index import Document, Index

NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)


def told(id: int, title: str, text: str = "", days_ago: int = 0, language: str = "fr") -> Document:
    return Document(id, language, NOON - timedelta(days=days_ago), title, text)


@pytest.fixture
def index(tmp_path: Path, settings: Any) -> Index:
    settings.HOME = type("Home", (), {"index": tmp_path / "derived" / "search.sqlite3"})()
    return room.index()
