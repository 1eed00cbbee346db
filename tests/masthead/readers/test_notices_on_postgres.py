"""Notices on PostgreSQL, where several workers look at once: each is told once, in one letter."""
from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from rotative.masthead.models import Letter, User
from rotative.masthead.readers.notices import arising, kinds, mailing
from rotative.masthead.readers.notices.kinds import Kind, Told
from rotative.masthead.readers.notices.models import Notice
from rotative.masthead.wording import words_of
from tests import factories
from tests.factories import NOON

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("own_postgres")]
AT_ONCE = 4


@pytest.fixture(autouse=True)
def emptied() -> None:
    """Nothing of the usual database is touched here."""


def together(do: Callable[[], Any]) -> list[Any]:
    """What each of some workers was answered, who all begin at the same instant."""
    barrier = Barrier(AT_ONCE)

    def work(_number: int) -> Any:
        try:
            connection.ensure_connection()
            barrier.wait()
            return do()
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(work, range(AT_ONCE)))


def test_many_workers_send_one_letter_and_lose_none(monkeypatch: Any) -> None:
    factories.paper()
    monkeypatch.setattr(kinds, "_kinds", {})
    monkeypatch.setattr("rotative.masthead.posting._hand_over", lambda *_given: None)
    kinds.register(Kind("wave", "Waves", "Gone", lambda number: f"{number} waves", lambda rows: {row.pk: Told(f"Wave {row.cause}", "/") for row in rows}))
    users = [User.objects.create_user(f"reader-{number}@orbance.example") for number in range(5)]
    for user in users:
        for number in range(20):
            arising.add("wave", str(number), NOON, user=user.pk)
    assert sum(together(lambda: mailing.post_due(NOON + timedelta(days=2)))) == len(users)
    assert sorted(Letter.objects.values_list("to", flat=True)) == sorted(user.email for user in users)
    assert not Notice.objects.filter(mailed_at=None).exists() and all("20 waves" in words_of(letter).subject for letter in Letter.objects.all())


def test_the_same_cause_at_the_same_instant_is_one_notice() -> None:
    user = User.objects.create_user("ines@orbance.example")
    together(lambda: arising.add("wave", "1", NOON, user=user.pk))
    assert Notice.objects.count() == 1
