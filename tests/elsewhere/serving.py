"""What the providers of the tests have in common: they listen, know people, ask them for consent, and refuse what is wrong."""
from __future__ import annotations

import hashlib
import html
import json
import secrets
import ssl
import threading
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit


class Asked(NamedTuple):
    """A question, with its query or its form."""

    path: str
    told: dict[str, str]
    host: str
    bearer: str


class Answer(NamedTuple):
    body: str
    status: int = 200
    kind: str = "application/json"
    location: str = ""


class Refused(Exception):
    """Something of a question is wrong; ``status`` and ``code`` are what is answered."""

    def __init__(self, why: str, status: int = 400, code: str = "invalid_request") -> None:
        super().__init__(why)
        self.status, self.code = status, code


@dataclass
class Grant:
    """What somebody has agreed to: their claims, and what was asked for then."""

    who: dict[str, Any]
    asked: dict[str, str]
    is_first: bool = True


Page = Callable[[Asked], Answer]


@dataclass
class Provider:
    """One that listens at ``url``. ``refused``: why it refused what it was asked; ``asked``: the paths, in order.

    To have it err: ``state`` is told in the place of the right one; at the paths in ``away`` nothing works; ``answers`` are
    told at their paths.
    """

    client: str = "amer"
    secret: str = "a secret of the paper"  # noqa: S105
    callback: str = ""
    url: str = ""
    state: str = ""
    away: set[str] = field(default_factory=set)
    answers: dict[str, Answer] = field(default_factory=dict)
    people: dict[str, dict[str, Any]] = field(default_factory=dict)
    codes: dict[str, Grant] = field(default_factory=dict)
    tokens: dict[str, Grant] = field(default_factory=dict)
    known_here: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def pages(self) -> dict[str, Page]:
        """What is at each address, after the method: ``GET /authorize``."""
        raise NotImplementedError

    def knows(self, account: str, /, **claims: Any) -> None:
        """Have it know somebody."""
        self.people[account] = claims

    def sign_in(self, url: str, account: str = "") -> Answer:
        """Somebody who came to ``url`` agrees there, or without an account refuses; what their browser is answered."""
        where = urlsplit(url)
        asked = Asked(where.path, dict(parse_qsl(where.query)), where.hostname or "", "")
        self.pages()[f"GET {where.path}"](asked)
        return self.pages()["POST /consent"](asked._replace(told={**asked.told, "account": account, "agrees": "yes" if account else ""}))

    def consent(self, asked: Asked) -> Answer:
        """The page on which somebody agrees, or does not; what it was asked for goes along."""
        kept = "".join(f'<input type="hidden" name="{html.escape(key)}" value="{html.escape(value)}">' for key, value in asked.told.items())
        return page(f'<form method="post" action="/consent">{kept}<label>Account <input name="account"></label><button name="agrees" value="yes">Agree</button><button name="agrees" value="">Refuse</button></form>')

    def grant(self, asked: Asked) -> tuple[str, Grant]:
        """A code for somebody who has agreed, once."""
        name = asked.told.get("account", "")
        demand(name in self.people, f"Nobody is called {name} here")
        kept = Grant(self.people[name], {key: value for key, value in asked.told.items() if key not in ("account", "agrees")}, name not in self.known_here)
        self.known_here.add(name)
        code = secrets.token_urlsafe(24)
        self.codes[code] = kept
        return code, kept

    def redeem(self, told: dict[str, str]) -> tuple[str, Grant]:
        """A token for a code, by who it was given for. A code is good once."""
        kept = self.codes.pop(told.get("code", ""), None)
        if kept is None:
            raise Refused("The code is none", code="invalid_grant")
        for name in ("client_id", "redirect_uri"):
            demand(told.get(name) == kept.asked[name], f"{name} is not what the code was given for: {told.get(name)}")
        if challenge := kept.asked.get("code_challenge"):
            made = urlsafe_b64encode(hashlib.sha256(told.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
            demand(made == challenge, "The verifier is not the challenge's")
        token = secrets.token_urlsafe(24)
        self.tokens[token] = kept
        return token, kept


def demand(is_right: Any, why: str, **more: Any) -> None:
    if not is_right:
        raise Refused(why, **more)


def said(told: dict[str, Any], status: int = 200) -> Answer:
    return Answer(json.dumps(told), status)


def page(body: str) -> Answer:
    return Answer(f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title>{body}</html>', kind="text/html; charset=utf-8")


def back(url: str, fragment: str = "", **told: str) -> Answer:
    """Send the browser back to the paper."""
    return Answer("", 302, location=f"{url}?{urlencode(told)}{fragment}")


@contextmanager
def listening(provider: Provider, certificate: Path | None = None) -> Iterator[Provider]:
    """A provider, until it is needed no more; with a certificate, over HTTPS."""

    class Door(_Door):
        at = provider

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        provider.url = f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield provider
        finally:
            server.shutdown()
            thread.join()


class _Door(BaseHTTPRequestHandler):
    at: Provider
    timeout = 10

    def do_GET(self) -> None:
        self._answer(urlsplit(self.path).query)

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _answer(self, told: str) -> None:
        path = urlsplit(self.path).path
        asked = Asked(path, dict(parse_qsl(told, keep_blank_values=True)), self.headers.get("Host", "").partition(":")[0], self.headers.get("Authorization", "").removeprefix("Bearer "))
        self.at.asked.append(path)
        try:
            demand(path not in self.at.away, "Away", status=503)
            if path in self.at.answers:
                return self._send(self.at.answers[path])
            found = self.at.pages().get(f"{self.command} {path}")
            demand(found, f"Nothing is at {self.command} {path}", status=404)
            self._send(found(asked))
        except Refused as problem:
            if problem.status < 500 and path != "/favicon.ico":
                self.at.refused.append(str(problem))
            self._send(said({"error": problem.code, "error_description": str(problem)}, problem.status))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        self.wfile.write(answer.body.encode())

    def log_message(self, *args: Any) -> None:
        """Nothing."""
