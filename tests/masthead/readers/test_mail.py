"""Signing in through a real mail server: what travels, and a server that refuses."""
from __future__ import annotations

import email
import logging
import re
import socket
from collections.abc import Iterator
from email import policy
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from rotative.masthead import posting
from rotative.masthead.models import Letter
from rotative.masthead.readers.models import Reader
from tests.masthead.readers.conftest import ADDRESS, Browser


class Server:
    """Takes letters, or refuses them."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.answer = "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.answer.startswith("250"):
            self.taken.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=policy.default)))
        return self.answer


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(settings: Any, letters: Any) -> Iterator[Server]:
    handler = Server()
    controller = Controller(handler, hostname="127.0.0.1", port=_free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.DEFAULT_FROM_EMAIL = "L'Amer <desk@amer.example>"
    yield handler
    controller.stop()


def test_a_reader_signs_in_with_what_the_server_was_given(browser: Browser, server: Server) -> None:
    browser.send("/_/account/sign-in/", address=ADDRESS)
    ((to, letter),) = server.taken
    assert to == [ADDRESS] and letter["From"] == "L'Amer <desk@amer.example>" and letter["Auto-Submitted"] == "auto-generated"
    parts = {part.get_content_type(): part.get_content() for part in letter.walk() if not part.is_multipart()}
    code = re.search(r"\d{4} \d{4}", parts["text/plain"])[0]
    assert code in parts["text/html"] and code in letter["Subject"] and "<script" not in parts["text/html"] and "<img" not in parts["text/html"]
    link = re.search(r"http://localhost(/_/account/enter/\S+)", parts["text/plain"])[1]
    assert f'href="http://localhost{link}"' in parts["text/html"]
    browser.send("/_/account/code/", code=code)
    assert Reader.objects.filter(user__email=ADDRESS).exists()


def test_a_server_that_refuses_costs_the_reader_nothing_and_is_tried_again(browser: Browser, server: Server, caplog: Any) -> None:
    server.answer = f"451 not now, {ADDRESS}"
    with caplog.at_level(logging.INFO, logger="rotative"):
        assert browser.send("/_/account/sign-in/", address=ADDRESS)["Location"] == "/_/account/code/"
    assert Letter.objects.get().tries == 1 and ADDRESS not in caplog.text
    server.answer = "250 OK"
    Letter.objects.update(next_at=Letter.objects.get().until.replace(year=2000))
    posting.sweep.call()
    assert len(server.taken) == 1 and not Letter.objects.exists()
