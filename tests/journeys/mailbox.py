"""A real mail server for journeys: what was sent to each address, as it arrived."""
from __future__ import annotations

import email
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import policy
from typing import Any

from aiosmtpd.controller import Controller


class Mailbox:
    def __init__(self) -> None:
        self.letters: list[tuple[str, Any]] = []
        self.port = _free_port()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        letter = email.message_from_bytes(envelope.content, policy=policy.default)
        self.letters += [(to, letter) for to in envelope.rcpt_tos]
        return "250 OK"

    def next_to(self, address: str, patience: float = 20) -> str:
        """The plain text of the next letter to an address, taken out of the box."""
        return str(self.next_letter_to(address, patience).get_body(("plain",)).get_content())

    def next_letter_to(self, address: str, patience: float = 20) -> Any:
        """The next letter to an address, whole."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            for place, (to, letter) in enumerate(self.letters):
                if to == address:
                    del self.letters[place]
                    return letter
            time.sleep(0.1)
        raise TimeoutError(address)


def code_in(letter: str) -> str:
    return re.search(r"\d{4} \d{4}", letter)[0]


def link_in(letter: str) -> str:
    return re.search(r"https?://\S+/enter/\S+", letter)[0]


@contextmanager
def receiving() -> Iterator[Mailbox]:
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=box.port)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
