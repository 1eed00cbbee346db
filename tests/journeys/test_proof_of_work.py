"""The island of the proof in Chromium, under the readers' policy: in a Worker, and without one."""
from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from django.core.cache import cache

from rotative.discussion import proof
from rotative.paper import assets
from rotative.press.front import policy

pytestmark = pytest.mark.browser
STORY = 42
RUN = """async ([address, challenge]) => {
  const shares = [], waits = [];
  let last = performance.now();
  const beat = setInterval(() => { waits.push(performance.now() - last); last = performance.now(); }, 10);
  try {
    const { prove } = await import(address);
    return { payload: await prove(challenge, { progress: (share) => shares.push(share) }), shares, longest: Math.max(...waits) };
  } catch (error) { return { error: error.message ?? String(error) }; } finally { clearInterval(beat); }
}"""


class Site(BaseHTTPRequestHandler):
    """A page and the island, with the headers of the front."""

    without_worker = False

    def do_GET(self) -> None:
        is_script = self.path == assets.proof().url
        self.send_response(200)
        self.send_header("content-type", "text/javascript" if is_script else "text/html")
        for name, value in policy.for_readers(policy.CONTENT.replace("worker-src 'self'", "worker-src 'none'") if self.without_worker else policy.CONTENT):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(assets.proof().body if is_script else b"<!doctype html><title>Aubrelle</title>")

    def log_message(self, *_words: object) -> None:
        """Nobody reads it."""


@pytest.fixture(params=[False, True], ids=["in a worker", "without"])
def page(request, chromium) -> Iterator[Any]:
    kind = type("Site", (Site,), {"without_worker": request.param})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        opened = chromium.new_page()
        opened.goto(f"http://127.0.0.1:{server.server_port}/")
        yield opened
        opened.close()
        server.shutdown()


def test_what_the_browser_makes_holds(page):
    cache.clear()
    found = page.evaluate(RUN, [assets.proof().url, proof.challenge(STORY)])
    assert "error" not in found, found
    assert proof.verify(found["payload"], STORY).seconds > 0
    assert found["shares"][-1] == 1
    assert found["shares"] == sorted(found["shares"])
    assert len(found["shares"]) > 10
    assert found["longest"] < 500, "The page froze."


def test_a_challenge_that_is_over_is_said_so(page):
    challenge = proof.challenge(STORY)
    challenge["parameters"]["expiresAt"] = 1
    assert page.evaluate(RUN, [assets.proof().url, challenge]) == {"error": "expired"}


def test_a_challenge_that_can_not_be_solved_ends(page):
    challenge = proof.challenge(STORY)
    challenge["parameters"] |= {"keyPrefix": "ff" * 16, "cost": 10, "data": {"article": STORY, "most": 50}}
    assert page.evaluate(RUN, [assets.proof().url, challenge]) == {"error": "unsolved"}


@pytest.mark.parametrize("challenge", [None, {}, {"parameters": {"algorithm": "SCRYPT"}}], ids=json.dumps)
def test_another_kind_of_challenge_is_refused(page, challenge):
    assert page.evaluate(RUN, [assets.proof().url, challenge]) == {"error": "unknown"}


def test_the_work_is_stopped_by_a_signal(page):
    stopped = """async ([address, challenge]) => {
      const { prove } = await import(address);
      const stop = new AbortController();
      try { return await prove(challenge, { progress: () => stop.abort(), signal: stop.signal }); } catch (error) { return error.name; }
    }"""
    assert page.evaluate(stopped, [assets.proof().url, proof.challenge(STORY)]) == "AbortError"
