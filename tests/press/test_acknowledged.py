"""``kill -9`` after the answer: what a reader, a guest or a moderator was told is done is there, printed in the end, and once.

On the real ``rotative serve``: the front, the press and the worker are killed the moment an answer has come, and the
whole machine with them; ``SOAK=1`` does it for as long as is promised.
"""
from __future__ import annotations

import os
import random
import re
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.mailbox import Mailbox, receiving
from tests.press.discussing import NUMBER, Crowd, Discussed
from tests.press.papers import SOAK, Served, cluster, new, running, serving
from tests.project.running import is_running, until

KILLS = 60 if SOAK else 5  # of a process
LOSSES = 10 if SOAK else 1  # of the whole machine
VICTIMS = ("front", "worker", "presser")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def paper(request: Any, tmp_path: Path) -> Iterator[tuple[Discussed, Mailbox]]:
    with receiving() as box:
        if request.param == "sqlite":
            yield _made(tmp_path, box, ""), box
            return
        with cluster() as database:
            yield _made(tmp_path, box, database.url), box


def _made(folder: Path, box: Mailbox, database: str) -> Discussed:
    made = Discussed(new(folder / "amer", database).home, database)
    made.mail = f"smtp://127.0.0.1:{box.port}"
    return made


@pytest.mark.slow
def test_what_was_acknowledged_is_there_whatever_is_killed_then(paper: tuple[Discussed, Mailbox]) -> None:
    house, box = paper
    crowd = Crowd(**house.asks("found", "160"))
    plan = [random.choice(VICTIMS) for _kill in range(KILLS)]
    for part in _in_parts(plan, LOSSES + 1):
        with serving(house) as served:
            _write_while(served, crowd, lambda acknowledged, served=served, part=part: _kill_each(served, part, acknowledged))
            served.kill()
    with serving(house) as served:
        crowd.write(served.port)
        until(house.is_idle, 120)
        _all_is_there(served, house, crowd, box)


def _in_parts(plan: list[str], number: int) -> list[list[str]]:
    return [plan[start::number] for start in range(number)]


def _write_while(served: Served, crowd: Crowd, kill: Callable[[threading.Event], None]) -> None:
    """Readers, guests and a moderator send without rest while processes are killed."""
    acknowledged, enough = threading.Event(), threading.Event()

    def sends(*works: Callable[[int], bool]) -> None:
        while not enough.is_set():
            for work in works:
                if work(served.port):
                    acknowledged.set()
                time.sleep(0.02)

    def decides(port: int) -> bool:
        return bool(crowd.held) and crowd.reject(port)

    with running(lambda: sends(crowd.write), lambda: sends(crowd.write, crowd.write_as_guest, decides), until_set=enough):
        kill(acknowledged)


def _kill_each(served: Served, victims: list[str], acknowledged: threading.Event) -> None:
    """Each at a random moment, right after an answer."""
    for victim in victims:
        until(lambda: served.pid(victim))  # noqa: B023
        time.sleep(random.uniform(0.1, 0.6))
        acknowledged.clear()
        assert acknowledged.wait(30), "nothing is acknowledged any more"
        pid = served.pid(victim)
        if pid:
            os.kill(pid, signal.SIGKILL)
            until(lambda: not is_running(pid))  # noqa: B023
    acknowledged.clear()
    assert acknowledged.wait(60), "nothing is acknowledged after the last was killed"


def _all_is_there(served: Served, house: Discussed, crowd: Crowd, box: Mailbox) -> None:
    told = house.asks("tell")
    assert len(crowd.taken) > 3 * KILLS and crowd.guests and crowd.decided
    assert set(crowd.refused) <= {503}, crowd.refused
    _contributions(told, crowd)
    _printed(served, house, told, crowd)
    _decisions_and_letters(told, crowd, box)
    assert house.verified().endswith(", 0 differ")
    assert list(house.home.rglob(".half-*")) == []


def _contributions(told: dict[str, Any], crowd: Crowd) -> None:
    """Each acknowledged one is in the database, under the number it was given; what was sent once is there once at most."""
    numbers = [int(found[1]) for row in told["rows"] if (found := NUMBER.match(row["text"]))]
    assert [number for number, times in Counter(numbers).items() if times > 1] == []
    kept = {int(found[1]): row for row in told["rows"] if (found := NUMBER.match(row["text"]))}
    assert {number: pk for number, pk in crowd.taken.items() if kept.get(number, {}).get("pk") != pk} == {}
    assert {kept[number]["state"] for number in crowd.taken} == {"shown"}
    assert set(crowd.guests) <= {row["guest__email"] for row in told["rows"]}
    places = sorted(row["place"] for row in told["rows"] if row["place"])
    assert places == list(range(1, told["threads"] + 1)), "No place is given twice, none is left out."
    assert told["shown"] == sum(row["state"] == "shown" for row in told["rows"])


def _printed(served: Served, house: Discussed, told: dict[str, Any], crowd: Crowd) -> None:
    """Read as a reader reads, once the press has come to the number, which is printed last: the newest part, then the older ones."""
    until(lambda: f'"comments":{told["shown"]}' in served.get(f"/_/counts/article/{crowd.story}.json").body.decode().replace(" ", ""))
    page = f"/_/discussion/fr/{crowd.story}/"
    last = -(-told["threads"] // 50)
    body = "".join(served.get(path).body.decode() for path in [page, *(f"{page}{part}/" for part in range(1, last))])
    seen = Counter(int(number) for number in re.findall(r"Voici la remarque numéro (\d+) de", body))
    assert {number: seen[number] for number in crowd.taken if seen[number] != 1} == {}
    shown = {int(NUMBER.match(row["text"])[1]) for row in told["rows"] if row["state"] == "shown"}
    assert set(seen) == shown, "What no one was told of may be there too; nothing that is not shown is."


def _decisions_and_letters(told: dict[str, Any], crowd: Crowd, box: Mailbox) -> None:
    """Each decision is in the log once, and its letter is on its way: in the mail once, or waiting for its next try."""
    decided = Counter(pk for pk, act, _why in told["decisions"] if act == "reject")
    assert {pk: decided[pk] for pk in crowd.decided if decided[pk] != 1} == {}
    sent = [str(letter.get_body(("plain",)).get_content()) for _to, letter in box.letters]
    waiting = [words for _to, _subject, words in told["letters"]]
    lost = [pk for pk in decided if sum(f"Un motif pour {pk}." in words for words in [*sent, *waiting]) == 0]
    assert lost == []
    addresses = {to for to, _letter in box.letters} | {to for to, _subject, _words in told["letters"]}
    assert set(crowd.guests) <= addresses
