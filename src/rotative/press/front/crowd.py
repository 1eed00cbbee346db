"""Readers who ask Django for the same page at once: one of them asks, and all get the answer.

Only those of whom nothing is known, and only an answer that is the same for everyone.
"""
from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rotative.press.front.behind import Unavailable

Answer = tuple[int, list[tuple[str, str]], bytes]
Alike = tuple[str | None, ...]

KEPT = 1.0  # seconds
MOST = 64  # answers that are kept
LARGEST = 1 << 20  # bytes of an answer
ONES_OWN = ("cookie", "authorization", "content-length", "transfer-encoding")
# What asks for less than the whole answer. Where all get one answer, nobody asks for less.
PARTIAL = frozenset({"if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "if-range", "range"})


def alike(request: Any) -> Alike | None:
    """What requests that are answered alike have in common; None for one that may be answered otherwise."""
    headers = request.headers
    if any(headers.get(name) is not None for name in ONES_OWN):
        return None
    host = headers.get("host") or request.authority
    return request.method, request.scheme, headers.get("x-forwarded-proto"), host, request.path, request.query_string


class Asking:
    """One who asks. begun: Django has begun to look. answer: what it said, when that was whole."""

    def __init__(self) -> None:
        self.begun = False
        self.answer: Answer | None = None
        self.told: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()


class Crowd:
    """Who asks now, by what they ask, and what was answered within the last second."""

    def __init__(self) -> None:
        self._asking: dict[Alike, Asking] = {}
        self._kept: dict[Alike, tuple[float, Answer]] = {}

    async def answer(self, what: Alike) -> Answer | None:
        """What another is told who asks the same; None when one is to ask for oneself. Raises Unavailable when the other was not told."""
        until, kept = self._kept.get(what, (0.0, None))
        if kept is not None and until > time.monotonic():
            return kept
        while asking := self._asking.get(what):
            in_time = not asking.begun
            answer = await asyncio.shield(asking.told)
            # Who came while Django was looking is not told that there is nothing: it may have been published meanwhile.
            if answer is None or in_time or _is_good_for_a_while(answer):
                return answer
        return None

    @contextmanager
    def asking(self, what: Alike | None) -> Iterator[Asking]:
        """Ask, for all who come with the same question until the block ends."""
        asking = Asking()
        if what is not None:
            self._asking.setdefault(what, asking)
        try:
            yield asking
        except BaseException:
            asking.told.set_exception(Unavailable())
            asking.told.exception()  # it need not be read: there may be nobody else
            raise
        else:
            answer = asking.answer if asking.answer and _is_for_all(asking.answer) else None
            asking.told.set_result(answer)
            if what is not None and answer is not None and answer[0] == 200:
                self._keep(what, answer)
        finally:
            if what is not None and self._asking.get(what) is asking:
                del self._asking[what]

    def _keep(self, what: Alike, answer: Answer) -> None:
        self._kept.pop(what, None)
        self._kept[what] = time.monotonic() + KEPT, answer
        if len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]


def _is_good_for_a_while(answer: Answer) -> bool:
    return answer[0] == 200 or answer[0] >= 500


def _is_for_all(answer: Answer) -> bool:
    """Whether an answer is the same for everyone, as it says itself."""
    said = {name.lower(): value.lower() for name, value in answer[1]}
    caching, varies = said.get("cache-control", ""), {name.strip() for name in said.get("vary", "").split(",")}
    return (
        len(answer[2]) <= LARGEST
        and not {"set-cookie", "content-encoding"} & set(said)
        and not any(word in caching for word in ("private", "no-store"))
        and varies <= {"", "cookie", "accept-encoding"}
    )
