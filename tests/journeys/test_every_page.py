"""What every page of the paper keeps to in a browser: no complaint, no stranger, no shift, no cookie, no barrier."""
from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.reading import DESK, HEIGHTS, PHONE, TABLET, Reader

pytestmark = [pytest.mark.browser, pytest.mark.slow]
KINDS = [
    "front", "section", "nested section", "older section", "article", "every block", "opinion", "sponsored", "author", "authors", "topic", "dossier",
    "day", "latest", "most read", "search", "results", "no result", "corrections", "about", "legal", "principles", "privacy", "accessibility",
    "funding", "contact", "support", "discussion", "like", "like the paper", "missing", "withdrawn", "off the page", "English front", "English article",
    "who says what", "statement", "denial", "fact-check",
    "actor", "older actor", "short actor",
    "text", "card of a text", "dossier with a record",
]  # fmt: skip
NOT_PRINTED = {"like", "like the paper"}
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.shifts.push([entry.value, ...entry.sources.map((source) => source.node?.className)])))
        .observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_complains_of_nothing_asks_no_stranger_and_leaves_no_cookie(readers, kind):
    reader = readers()
    reader.go(kind)
    reader.page.wait_for_load_state("networkidle")
    assert reader.page.title()
    assert bool(reader.context.cookies()) == (kind in NOT_PRINTED)
    assert reader.page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_barrier_by_day_and_by_night_on_a_telephone_and_at_a_desk(readers, kind):
    reader = readers()
    reader.go(kind)
    reader.page.evaluate(Axe().axe_script)
    barriers = {f"{width} {light}": _barriers(reader, width, light) for width in (PHONE, TABLET, DESK) for light in ("light", "dark")}
    assert not {where: found for where, found in barriers.items() if found}


def _barriers(reader: Reader, width: int, light: str) -> list[Any]:
    reader.page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    reader.page.emulate_media(color_scheme=light)
    found = reader.page.evaluate("rules => axe.run(rules)", RULES)["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_never_scrolls_sideways(readers, kind):
    reader = readers(width=PHONE)
    reader.go(kind)
    for width in (320, PHONE, 768, DESK):
        reader.page.set_viewport_size({"width": width, "height": 740})
        assert reader.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, width


@pytest.mark.parametrize("kind", ["front", "article", "every block", "English article", "who says what", "discussion"])
def test_nothing_moves_while_a_page_loads_and_is_read(reader, kind):
    reader.context.add_init_script(SHIFTS)
    reader.go(kind)
    reader.page.wait_for_load_state("networkidle")
    for _ in range(12):
        reader.page.mouse.wheel(0, 900)
        reader.page.wait_for_timeout(50)
    reader.page.wait_for_load_state("networkidle")
    assert reader.page.evaluate("window.shifts") == []
