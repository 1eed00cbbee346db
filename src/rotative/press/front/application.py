"""The front itself: a printed page at once; else what is known of the path; else Django.

It speaks RSGI, Granian's own interface; ``serving`` asks it for printed pages before there is
any task or event loop (docs/decisions/0013-the-editions-form.md).
"""
from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

from rotative.press.front import crowd, media, negotiation, paths, policy
from rotative.press.front.behind import Application, Behind, Unavailable
from rotative.press.front.bridge import Exchange, TooLarge
from rotative.press.front.failures import Failures
from rotative.press.front.hosts import Hosts
from rotative.press.front.memory import Memory
from rotative.press.front.place import Place
from rotative.press.front.presser import Presser
from rotative.press.front.printed import Answers, Edition, Headers, Printed, moved
from rotative.press.front.state import State, StateFile

SAFE = ("GET", "HEAD")
UNKNOWN_HOST = "There is no paper of this name here.\n"
FAILED = "The paper could not make this page. It has been told.\n"
NOT_YET = "The paper can not make this page just now. Try again in a moment.\n"
TOO_LARGE = "That is more than the paper takes. Send less at once.\n"
MOST_HEADERS = 512
IN_HAND = 8  # pages that Django makes or is to make at once because they are not printed
log = logging.getLogger("rotative.front")


class Front:
    """Answers every request of a process. ``load`` makes the application behind it."""

    def __init__(self, place: Place, load: Callable[[], Application]) -> None:
        memory: Memory[Printed] = Memory(place.memory)
        self.place, self.behind = place, Behind(load)
        self.edition = Edition(place.derived / "edition" / place.host, memory)
        self.answers = Answers(place.derived / "answers" / place.host, memory)
        self.state = StateFile(place.derived / "answers" / place.host / "paper.json")
        self.presser = Presser(place.derived / "press.sock")
        self.media, self.failures, self.hosts = media.Media(place.media), Failures(), Hosts(place.hosts)
        self.crowd = crowd.Crowd()
        self._said: Headers = []
        self._in_hand = 0
        self._codings: dict[str | None, tuple[str, ...]] = {}

    def __rsgi_init__(self, loop: Any) -> None:
        self.behind.start(loop)

    async def __rsgi__(self, request: Any, protocol: Any) -> None:
        began = perf_counter()
        try:
            await self._answer(request, protocol, began)
        except Unavailable:
            _say(protocol, 503, NOT_YET, [("retry-after", "10")])
        except TooLarge:
            _say(protocol, 413, TOO_LARGE, [("connection", "close")])
        except Exception as error:  # noqa: BLE001 (whatever happens, the reader gets an answer and no detail)
            log.error("A request failed in the front: %s at %s", type(error).__name__, _where(error))
            _say(protocol, 500, FAILED)

    def at_once(self, request: Any, protocol: Any) -> bool:
        """Answer with what is printed, if it is; called outside the event loop (``serving``)."""
        began = perf_counter()
        if request.headers.get("host") not in self.hosts.admitted or request.method not in SAFE:
            return False
        printed = self.edition.find(request.path)
        if printed is None:
            return False
        self._give(printed, request, protocol, began)
        return True

    def leave(self) -> None:
        """Let each connection close after its next answer: another process takes this one's place."""
        self._said = [("connection", "close")]

    def _give(self, printed: Printed, request: Any, protocol: Any, began: float) -> None:
        """Send what is printed in the form that the browser prefers, or word that it has it."""
        headers = request.headers
        accepted = headers.get("accept-encoding")
        forms, codings = printed.forms, self._codings.get(accepted) or self._read_codings(accepted)
        form = forms.get(codings[0]) or next((forms[coding] for coding in codings if coding in forms), forms["identity"])
        more = [("x-press", printed.state), _timing(began), *self._said]
        if self.place.is_secure:
            more += self._transport(request)
        if printed.location:
            more.append(("location", paths.location(printed.location, request.query_string)))
        known = negotiation.known_tags(headers)
        if known and form.tag and negotiation.has_already(known, form.tag):
            protocol.response_empty(304, form.unchanged + more)
        elif request.method == "HEAD":
            protocol.response_empty(printed.status, [*form.headers, *more, ("content-length", str(len(form.body)))])
        else:
            protocol.response_bytes(printed.status, form.headers + more, form.body)

    def _read_codings(self, header: str | None) -> tuple[str, ...]:
        codings = negotiation.preferred(header)
        if len(self._codings) < MOST_HEADERS:
            self._codings[header] = codings
        return codings

    def _transport(self, request: Any) -> Headers:
        """The header by which a browser insists on HTTPS, when it came by HTTPS."""
        proxied = (request.headers.get("x-forwarded-proto") or "").partition(",")[0].strip() if self.place.behind_proxy else ""
        return [("strict-transport-security", policy.TRANSPORT)] if self.place.is_secure and "https" in (proxied or request.scheme,) else []

    async def _answer(self, request: Any, protocol: Any, began: float) -> None:
        host = request.headers.get("host") or request.authority
        if host not in self.hosts.admitted and not self.hosts.admit(host):
            _say(protocol, 421, UNKNOWN_HOST)
        elif request.method not in SAFE:
            await self._hand_over(request, protocol, began)
        elif (printed := self.edition.find(request.path)) is not None:
            self._give(printed, request, protocol, began)
        else:
            await self._look(request, protocol, began)

    async def _look(self, request: Any, protocol: Any, began: float) -> None:
        """What is no printed page: a file of the media, another answer, a page to be printed first."""
        path, state = request.path, self.state.read()
        if path.startswith(media.PREFIX):
            known = negotiation.known_tags(request.headers)
            _send(protocol, self.media.answer(path, known), [*self._transport(request), *self._said])
        elif state is not None and state.leaves(path):
            await self._hand_over(request, protocol, began)
        elif state is None and request.headers.get("cookie") is not None:
            # Nobody knows what is a page. Who is known to the paper works in it; readers have no cookie.
            await self._hand_over(request, protocol, began)
        elif state is None:
            await self._hand_over_page(request, protocol, began)
        elif (printed := self._known(path) or await self._sought(path, state)) is not None:
            self._give(printed, request, protocol, began)
        else:
            await self._hand_over_page(request, protocol, began)

    def _known(self, path: str) -> Printed | None:
        """Another answer than a page; for a path that is mistyped a little, its page's address or its answer."""
        return self.answers.at(path) or self._meant(paths.tidied(path), path)

    def _meant(self, tidy: str, path: str) -> Printed | None:
        if tidy == path:
            return None
        return moved(tidy) if self.edition.find(tidy) else self.answers.at(tidy)

    async def _sought(self, path: str, state: State) -> Printed | None:
        """What the presser prints now, or that there is nothing; None when Django is to say."""
        if not state.complete:
            return await self._demanded(path)
        if paths.answer_of(paths.tidied(path)) is None:
            return self.answers.missing(state.language_of(path))
        # What was committed a moment ago may not be printed yet: nobody is told that it is not there.
        awaited = None if self.failures.at(path) else await self.presser.awaited(path)
        if awaited:
            found = await self._demanded(awaited)
            return found if awaited == path else self._known(path)
        found = self.edition.find(path) or self._known(path)
        return self.answers.missing(state.language_of(path)) if found is None and awaited == "" else found

    async def _demanded(self, path: str) -> Printed | None:
        """What the presser prints now, because it was asked for."""
        if not paths.is_address(path) or not await self.presser.prints(path):
            return None
        found = self.edition.find(path) or self.answers.at(path)
        return found and replace(found, state="miss")

    async def _hand_over_page(self, request: Any, protocol: Any, began: float) -> None:
        """Let Django say what is at a path, since nobody else could: once for all who ask alike, few paths at a time."""
        alike = crowd.alike(request)
        answer = alike and await self.crowd.answer(alike)
        if answer:
            protocol.response_bytes(*answer)
            return
        if self._in_hand >= IN_HAND:
            raise Unavailable
        self._in_hand += 1
        try:
            with self.crowd.asking(alike) as asking:
                await self._hand_over(request, protocol, began, asking if alike else None)
        finally:
            self._in_hand -= 1

    async def _hand_over(self, request: Any, protocol: Any, began: float, asking: crowd.Asking | None = None) -> None:
        """Let Django answer. ``asking``: for others, too; then an error is remembered for a moment."""
        kept = self.failures.at(request.path) if asking else None
        if asking and kept is not None:
            asking.answer = kept
            protocol.response_bytes(*kept)
            return
        application = await self.behind.application()
        more = [("x-press", "bypass"), _timing(began), *self._said]
        exchange = Exchange(request, protocol, more, without=crowd.PARTIAL if asking else (), is_for_many=asking is not None)
        await exchange.read()
        async with self.behind.turn() as turn:
            exchange.streams = turn.end
            if asking:
                asking.begun = True
            await exchange.run(application)
        if asking:
            asking.answer = exchange.answer
            if request.method == "GET":
                self.failures.keep(request.path, exchange.answer)


def _send(protocol: Any, sent: media.Sent, more: Headers) -> None:
    if sent.file:
        protocol.response_file(sent.status, sent.headers + more, sent.file)
    elif sent.body:
        protocol.response_bytes(sent.status, sent.headers + more, sent.body)
    else:
        protocol.response_empty(sent.status, sent.headers + more)


def _say(protocol: Any, status: int, sentence: str, more: Headers | None = None) -> None:
    headers = [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store"), *policy.for_readers(), *(more or [])]
    protocol.response_str(status, headers, sentence)


def _where(error: Exception) -> str:
    """Where it happened. Not what it says: that may hold what a reader sent."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))


def _timing(began: float) -> tuple[str, str]:
    return "server-timing", f"press;dur={(perf_counter() - began) * 1000:.2f}"
