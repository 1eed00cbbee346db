"""A crowd that asks Django for what is not printed: one asks for all, and few pages are made at once."""
from __future__ import annotations

import asyncio
import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from rotative.press.front.behind import Unavailable
from rotative.press.front.crowd import MOST, Crowd
from tests.loops import run
from tests.press.running_front import HOST, running
from tests.press.test_front import front, served  # noqa: F401

# Whatever is known of the paper, and no presser: nothing, that it is being printed, that all is printed.
EVERY_STATE = pytest.mark.parametrize("complete", [None, False, True])


def says(front, complete):  # noqa: F811
    if complete is None:
        (front.home / "derived/answers" / HOST / "paper.json").unlink(missing_ok=True)
    else:
        front.says(complete)


def asked_by(front, number, path, method="GET", **headers):  # noqa: F811
    """What as many readers are answered who come together."""
    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(lambda _: front.get(path, method, **headers), range(number)))


@EVERY_STATE
def test_a_crowd_at_one_page_is_one_page_made(front, complete):  # noqa: F811
    says(front, complete)
    answers = asked_by(front, 60, f"/alike/{complete}/?utm_source=x", If_None_Match='"a"')
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 1
    assert not {"if-none-match", "cookie"} & set(json.loads(answers[0].body)["headers"])


@EVERY_STATE
def test_few_pages_are_made_at_once(tmp_path, complete):
    with running(tmp_path, slow=1) as front, ThreadPoolExecutor(20) as pool:  # noqa: F811
        says(front, complete)
        answers = list(pool.map(front.get, [f"/{number}/" for number in range(20)]))
    assert [answer.status for answer in answers].count(200) == 8
    assert {(answer.status, answer["Retry-After"]) for answer in answers if answer.status != 200} == {(503, "10")}


def test_heads_are_a_crowd_of_their_own(front):  # noqa: F811
    front.says(complete=True)
    heads = asked_by(front, 20, "/alike/head/", "HEAD")
    assert {(answer.status, answer.body) for answer in heads} == {(200, b"")}
    assert front.get("/alike/head/").body != b""


def test_a_page_is_made_again_after_a_second(front):  # noqa: F811
    front.says(complete=True)
    first, again = front.get("/alike/again/"), front.get("/alike/again/")
    time.sleep(1.1)
    assert again.body == first.body != front.get("/alike/again/").body


@pytest.mark.parametrize("said", ["set_cookie=a", "cache_control=private", "cache_control=no-store", "content_encoding=br", "vary=Accept-Language"])
def test_what_is_not_for_all_is_for_one(front, said):  # noqa: F811
    front.says(complete=True)
    answers = asked_by(front, 4, f"/alike/one/?{said}")
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 4


@pytest.mark.parametrize("header", ["Cookie", "Authorization"])
def test_who_may_be_known_asks_for_oneself(front, header):  # noqa: F811
    front.says(complete=True)
    answers = [*asked_by(front, 4, "/alike/known/", **{header: "a"}), front.get("/alike/known/")]
    assert len({answer.body for answer in answers}) == 5


def test_other_words_are_another_question(front):  # noqa: F811
    front.says(complete=True)
    assert json.loads(front.get("/alike/words/?a=1").body)["query"] == "a=1"
    assert json.loads(front.get("/alike/words/?a=2").body)["query"] == "a=2"


def test_without_a_state_who_works_in_the_paper_is_not_refused(tmp_path):
    with running(tmp_path, slow=1) as front:  # noqa: F811
        assert {answer.status for answer in asked_by(front, 12, "/desk/", Cookie="sessionid=a")} == {200}


def test_who_asks_for_all_and_goes_away_takes_nothing_from_the_others(front):  # noqa: F811
    front.says(complete=True)
    with ThreadPoolExecutor(1) as pool:
        with socket.create_connection(("127.0.0.1", front.port), 5) as leaving:
            leaving.sendall(f"GET /alike/leaving/ HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
            time.sleep(0.1)
            other = pool.submit(front.get, "/alike/leaving/")
            time.sleep(0.1)
        assert other.result().status == 200
    assert front.get("/alike/leaving/").body == other.result().body


# ── Who came when ──


WHAT = ("GET", "/pays/")


async def _asks(crowd, answers, begins):
    """One who asks for all: the answer, once Django has begun and is let go on."""
    with crowd.asking(WHAT) as asking:
        await asyncio.sleep(0)
        asking.begun = begins
        await asyncio.sleep(0.01)
        asking.answer = answers
        if answers is None:
            raise Unavailable


def told(answer, late):
    """What one is told who came before Django looked, or late: while it did."""

    async def wait():
        crowd = Crowd()
        asking = asyncio.create_task(_asks(crowd, answer, begins=late))
        for _ in range(3):
            await asyncio.sleep(0)
        try:
            return await crowd.answer(WHAT)
        finally:
            await asyncio.gather(asking, return_exceptions=True)

    return run(wait())


@pytest.mark.parametrize(("status", "late", "is_told"), [(404, False, True), (404, True, False), (301, True, False), (200, True, True), (503, True, True)])
def test_who_came_while_django_looked_is_not_told_that_there_is_nothing(status, late, is_told):
    answer = (status, [], b"")
    assert told(answer, late) == (answer if is_told else None)


def test_where_one_is_told_to_come_again_all_are():
    with pytest.raises(Unavailable):
        told(None, late=False)


def test_few_answers_are_kept_and_no_large_one():
    async def fill():
        crowd = Crowd()
        for number in range(MOST + 5):
            with crowd.asking((str(number),)) as asking:
                asking.answer = (200, [], b"")
        with crowd.asking(("large",)) as asking:
            asking.answer = (200, [], b"x" * (1 << 21))
        with crowd.asking(("missing",)) as asking:
            asking.answer = (404, [], b"")
        assert len(crowd._kept) == MOST and not crowd._asking
        assert [await crowd.answer((what,)) is None for what in ("0", str(MOST), "large", "missing")] == [True, False, True, True]

    run(fill())
