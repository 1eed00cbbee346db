"""Small papers for tests of the press: a presser on the test's database, with its own folder and hour."""
from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rotative.newsroom.models import Article
from rotative.press import proof
from rotative.press.documents import the_paper
from rotative.press.edition import Edition
from rotative.press.ledger import Ledger
from rotative.press.listings import registered
from rotative.press.presser import Presser
from rotative.press.rendering import sharing
from rotative.press.shared import Shared
from tests import factories
from tests.factories import NOON


def edited(which: str, /, **fields: Any) -> None:
    """Publish a story again with other words, as the desk does."""
    article = Article.objects.get(slug=which)
    for name, value in fields.items():
        setattr(article, name, value)
    article.save_revision().publish()


class Clock:
    """An hour that tests move."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **some: float) -> None:
        self.at += timedelta(**some)


def two_stories() -> None:
    """A paper with one section and two stories, *un* and *deux*."""
    factories.paper()
    pays = factories.section()
    for slug in ("un", "deux"):
        factories.article(slug.title(), pays, slug=slug)


class Press:
    """A presser and all that it writes, in one folder."""

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self.folder, self.clock = folder, clock or Clock()
        self.presser = self.begin()

    def begin(self) -> Presser:
        """Start a presser, as a process that has just begun does."""
        self.ledger = Ledger(self.folder / "ledger.sqlite3")
        self.edition = Edition(self.folder, "localhost")
        presser = Presser(the_paper(), self.ledger, self.edition, self.clock, durable=False)
        presser.start()
        return presser

    def again(self) -> None:
        """Stop without a word, and begin again."""
        self.ledger.close()
        self.presser = self.begin()

    def print(self) -> set[str]:
        """Print what is stale; the paths that were rendered."""
        return set(self.presser.drain().paths)

    def body(self, path: str) -> str:
        found = self.edition.body_of(path)
        assert found is not None, f"{path} is not printed"
        return found.decode()

    def differing(self) -> list[str]:
        """The printed pages that are not what a fresh render is, byte for byte; what is missing; what is left over."""
        with sharing(Shared()):
            return list(proof.differing(the_paper(), self.ledger, self.edition, self.clock))

    def misjudged(self) -> dict[str, tuple[int, int]]:
        """The lists that the presser takes to be longer or shorter than they are: what it thinks, and what is."""
        parts = {key: key.removeprefix("list:").partition(":")[::2] for key in self.presser.sizes}
        found = {key: registered[name].rows(part).count() for key, (name, part) in parts.items()}
        return {key: (size, found[key]) for key, size in self.presser.sizes.items() if size != found[key]}
