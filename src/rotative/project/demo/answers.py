"""What readers answer in the demonstration paper, from ``talks.toml``: written as a reader writes, then accepted by a moderator."""
from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rotative.discussion import ranking
from rotative.discussion.actions import showing
from rotative.discussion.actions.writing import contribute, respect
from rotative.discussion.models import Contribution
from rotative.masthead.models import User
from rotative.masthead.readers.models import Reader
from rotative.masthead.readers.notices.models import Notice
from rotative.newsroom.models import Article
from rotative.project.demo.days import Calendar

FILE = Path(__file__).with_name("talks.toml")
KNOWN_FOR = timedelta(days=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One contribution. Raises TypeError for a field that there is none of."""

    by: str
    after: int
    text: str
    id: str = ""
    answers: str = ""
    state: str = "shown"
    picked: bool = False
    respects: int = 0


def read() -> tuple[list[str], dict[str, list[Said]]]:
    """The names of readers, and what is said under each story."""
    told = tomllib.loads(FILE.read_text())
    talks = {talk["story"]: [Said(**{**said, "text": said["text"].strip()}) for said in talk["said"]] for talk in told["talks"]}
    return [reader["name"] for reader in told["readers"]], talks


def answer(pages: dict[str, Article], calendar: Calendar) -> None:
    """Have readers answer. Nobody can sign in as one of them: their addresses are nobody's, and no letter goes there.

    Who works for the paper answers too, and finds on their own page (``/_/account/``) who has answered them.
    """
    names, talks = read()
    readers = {name: _reader(name, number, calendar) for number, name in enumerate(names)}
    for story, said in talks.items():
        _Talk(pages[story], readers, calendar.now).fill(said)
    Notice.objects.update(due_at=None)
    ranking.renew(calendar.now)


def _reader(name: str, number: int, calendar: Calendar) -> User:
    staff = User.objects.filter(name=name).first()
    user: User = staff or User.objects.create_user(f"reader-{number}@demonstration.invalid", date_joined=calendar.now - KNOWN_FOR)
    Reader.objects.create(user=user, name=name, language="fr", created_at=calendar.now - KNOWN_FOR)
    return user


class _Talk:
    """One story's discussion, as it is filled."""

    def __init__(self, story: Article, readers: dict[str, User], now: datetime) -> None:
        self.story, self.readers, self.now = story, readers, now
        self.made: dict[str, Contribution] = {}

    def fill(self, said: list[Said]) -> None:
        for each in sorted(said, key=lambda said: said.after):
            self._write(each)

    def _write(self, said: Said) -> None:
        began = self.story.first_published_at or self.now
        at = min(began + timedelta(minutes=said.after), self.now)
        made = contribute(self.story, self.readers[said.by], said.text, at, answers=self.made[said.answers] if said.answers else None).contribution
        if made is None:
            raise ValueError(f"The pipeline gives back what {said.by} writes: {said.text[:60]}")
        if said.state == "shown":
            self._accept(made, said, at)
        self.made[said.id] = made

    def _accept(self, made: Contribution, said: Said, at: datetime) -> None:
        showing.show(made, at)
        if said.picked:
            Contribution.objects.filter(pk=made.pk).update(is_picked=True)
        for reader in self._others(said):
            respect(made, reader)

    def _others(self, said: Said) -> Iterator[Any]:
        others = (reader for name, reader in self.readers.items() if name != said.by)
        return (reader for _number, reader in zip(range(said.respects), others, strict=False))
