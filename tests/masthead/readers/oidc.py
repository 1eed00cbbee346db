"""A real OpenID Connect provider, in a process of its own, and a reader who signs in there."""
from __future__ import annotations

import html
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import requests


class Provider:
    def __init__(self, url: str) -> None:
        self.url = url

    def knows(self, sub: str, **claims: Any) -> None:
        """Have it know somebody."""
        requests.put(f"{self.url}/users/{sub}", json=claims, timeout=5).raise_for_status()

    def sign_in(self, url: str, sub: str = "", deny: bool = False) -> str:
        """Somebody signs in there, or turns back; the path that they are sent back to."""
        assert url.startswith(f"{self.url}/oauth2/authorize?")
        answer = requests.post(url, data={"action": "deny"} if deny else {"sub": sub}, allow_redirects=False, timeout=5)
        back = urlsplit(answer.headers["Location"])
        assert back.netloc == "localhost"
        return f"{back.path}?{back.query}"


@contextmanager
def running() -> Iterator[Provider]:
    """The provider, until it is needed no more."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"}) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/.well-known/openid-configuration")
            yield Provider(f"http://127.0.0.1:{port}")
        finally:
            process.kill()


def target_of(answer: Any) -> str:
    """Where a page that goes on by itself goes to."""
    shown = html.unescape(re.search(r'class="button button--full" href="([^"]+)"', answer.content.decode())[1])
    assert answer["Refresh"] == f"0; url={shown}"
    return shown


def _wait_for(url: str) -> None:
    for _try in range(200):
        try:
            requests.get(url, timeout=5).raise_for_status()
            return
        except requests.RequestException:
            time.sleep(0.1)
    raise TimeoutError(url)
