"""A paper that is served and what stands in its database; people at browsers of their own. For journeys at the desk."""
from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.journeys.conftest import Visitor


class Newsroom:
    def __init__(self, address: str, home: Path) -> None:
        self.address, self.file = address, home / "paper.sqlite3"

    def ask(self, words: str, *values: Any) -> list[Any]:
        with closing(sqlite3.connect(self.file, timeout=20)) as database, database:
            return database.execute(words, values).fetchall()


def at_browsers(chromium: Any, address: str) -> Iterator[Any]:
    """Seats somebody at a browser, signed in if they have a role; without script at a telephone, or at a desk with a role.

    Afterwards nothing was refused and nothing broke.
    """
    made: list[Visitor] = []
    broken: list[str] = []

    def visit(role: str = "", script: bool = True, **options: Any) -> Visitor:
        if not script:
            options = {"java_script_enabled": False, "viewport": {"width": 1280 if role else 360, "height": 740}, **options}
        someone = Visitor(chromium, address)
        if options:
            someone.context.close()
            someone.context = chromium.new_context(locale="fr-FR", **options)
            someone.page = someone.context.new_page()
        someone.page.on("pageerror", lambda error: broken.append(str(error)))
        made.append(someone)
        if role:
            someone.sign_in(role)
        return someone

    yield visit
    for someone in made:
        someone.context.close()
    assert [each for someone in made for each in someone.violations] + broken == []
