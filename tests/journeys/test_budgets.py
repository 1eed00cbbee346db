"""What the front and the longest ordinary story weigh on the wire at a first visit."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import brotli
import pytest

from tests.journeys.reading import PHONE, Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow]
KB = 1024
PHOTOGRAPHS = ("image/avif", "image/webp", "image/jpeg", "image/png")


@pytest.fixture(params=["front", "longest"])
def visit(readers: Callable[..., Reader], request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> dict[str, list[int]]:
    """What a first visit loads, in bytes, by kind."""
    loaded = _load(readers(width=PHONE), request.param)
    with capsys.disabled():
        print(f"\n{request.param:<8}", ", ".join(f"{kind} {len(sizes)}: {sum(sizes)} B" for kind, sizes in loaded.items()))  # noqa: T201
    return loaded


def _load(reader: Reader, page: str) -> dict[str, list[int]]:
    answers: list[Any] = []
    reader.page.on("response", lambda answer: answers.append(answer))
    reader.go(page)
    reader.page.wait_for_load_state("networkidle")
    reader.page.wait_for_timeout(2_000)
    loaded: dict[str, list[int]] = {"html": [], "html at 11": [], "style": [], "script": [], "fonts": [], "photos": [], "other": []}
    for answer in answers:
        kind, body = _kind(answer), answer.body()
        loaded[kind].append(_wire(body, kind))
        if kind == "html":
            loaded["html at 11"].append(len(brotli.compress(body, quality=11)))
    return loaded


def _kind(answer: Any) -> str:
    type_ = answer.headers.get("content-type", "").split(";")[0]
    if type_ in PHOTOGRAPHS:
        return "photos"
    return {"text/html": "html", "text/css": "style", "text/javascript": "script", "font/woff2": "fonts"}.get(type_, "other")


def _wire(body: bytes, kind: str) -> int:
    """The size as sent: text at the quality of a page just printed, the rest as it is."""
    return len(body) if kind in ("fonts", "photos") else len(brotli.compress(body, quality=5))


def test_a_page_keeps_to_its_budget(visit):
    words = [*visit["html"], *visit["style"], *visit["script"], *visit["other"]]
    assert sum(visit["html"]) <= 14 * KB
    assert sum(visit["script"]) <= 10 * KB
    assert sum(visit["fonts"]) <= 60 * KB
    assert sum(words) <= 60 * KB
    assert len(words) + len(visit["fonts"]) <= 8


@pytest.mark.parametrize(
    ("name", "fetched"), [("Hélène Cœur : ± 3 %, n° 1 ›", []), ("Jürgen Åström", ["newsreader-more"]), ("Łukasz Žižek", ["newsreader-ext"])]
)
def test_a_rarer_letter_brings_its_own_font(readers: Callable[..., Reader], name: str, fetched: list[str]) -> None:
    reader = readers(width=PHONE)
    reader.go("longest")
    reader.page.wait_for_load_state("networkidle")
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1].split(".")[0]))
    reader.page.evaluate("name => { document.querySelector('h1').textContent = name }", name)
    reader.page.wait_for_timeout(1_000)
    assert sorted(asked) == fetched
