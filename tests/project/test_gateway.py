"""Django behind the front: whole requests, in a few threads that stay."""
from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.http import HttpResponse, StreamingHttpResponse
from django.utils import translation

from rotative.project.gateway import Gateway
from tests.loops import run


def ask(gateway, method="GET", path="/", pieces=(b"",), headers=()):
    """The status, the headers and the pieces of an answer."""
    scope = {"method": method, "path": path, "query_string": b"a=%20b", "http_version": "1.1", "scheme": "http", "client": ("192.0.2.7", 5), "headers": list(headers)}
    left, sent = list(pieces), []

    async def receive():
        piece = left.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(left)}

    async def send(message):
        sent.append(message)

    run(gateway(scope, receive, send))
    return sent[0]["status"], sent[0]["headers"], [message["body"] for message in sent[1:]]


def django(view):
    """A WSGI application as Django's is: it starts the answer and returns the response."""

    def application(words, start):
        response = view(words)
        start(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return response

    return Gateway(application, threads=1)


def test_a_request_comes_as_it_was_sent():
    seen = {}
    gateway = django(lambda words: seen.update(words, body=words["wsgi.input"].read()) or HttpResponse(status=204))
    headers = [(b"host", b"journal.example"), (b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"content-type", b"text/plain"), (b"x-forwarded_for", b"203.0.113.9")]
    status, _, pieces = ask(gateway, "POST", "/été/", (b"half ", b"and half"), headers)
    assert (status, pieces) == (204, [b""])
    assert (seen["body"], seen["CONTENT_LENGTH"], seen["CONTENT_TYPE"]) == (b"half and half", "13", "text/plain")
    assert (seen["PATH_INFO"].encode("latin-1").decode(), seen["QUERY_STRING"], seen["REMOTE_ADDR"]) == ("/été/", "a=%20b", "192.0.2.7")
    assert (seen["HTTP_HOST"], seen["HTTP_COOKIE"]) == ("journal.example", "a=1; b=2")
    assert "HTTP_X_FORWARDED_FOR" not in seen


def test_an_answer_in_pieces_is_sent_in_pieces_and_closed():
    response = StreamingHttpResponse([b"one", b"", b"two"])
    closed = []
    response.close = lambda: closed.append(True)
    assert ask(django(lambda _: response))[2] == [b"one", b"two", b""]
    assert closed


def test_what_one_request_sets_is_not_there_for_the_next():
    def view(words):
        said = translation.get_language()
        translation.activate("en")
        return HttpResponse(said)

    gateway = django(view)
    assert ask(gateway)[2] == ask(gateway)[2] == [b"fr"]


def test_a_thread_and_its_connection_stay():
    seen = set()
    gateway = django(lambda _: seen.add((threading.get_ident(), id(connections["default"]))) or HttpResponse())
    for _ in range(3):
        ask(gateway)
    assert len(seen) == 1


def test_an_error_reaches_the_front():
    def fail(_):
        raise RuntimeError("a secret of the program")

    with pytest.raises(RuntimeError):
        ask(django(fail))


def test_as_many_threads_as_are_given():
    gateway, there, most = Gateway(None, threads=2), [], []

    def work():
        there.append(1)
        most.append(len(there))
        threading.Event().wait(0.05)
        there.pop()

    with ThreadPoolExecutor(6) as many:
        list(many.map(lambda _: asyncio.run(gateway._run(work)), range(6)))
    assert max(most) == 2
