"""Pasted copy at the desk, in a browser: it becomes a draft, or stays in its field."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PASTED = Path(__file__).parents[1] / "wires/pages/reference-plain-fr.txt"


def test_a_text_too_large_stays_in_its_field_and_a_smaller_one_becomes_a_draft(visitor: Any) -> None:
    reporter = visitor("reporter")
    reporter.go("/desk/wires/")
    page = reporter.page
    page.evaluate("document.getElementById('id_text').value = 'mot '.repeat(3_000_000)")
    for _time in range(2):
        page.click("form [type=submit]:has-text('brouillon')")
        sentence = page.locator("form [role=alert]")
        assert sentence.count() == 1 and "dépasse 10" in sentence.inner_text()
    assert page.evaluate("document.getElementById('id_text').value.length") == 12_000_000
    page.fill("#id_text", PASTED.read_text())
    with page.expect_navigation():
        page.click("form [type=submit]:has-text('brouillon')")
    assert page.locator("[role=status] a[href*='/edit/']").count() == 1
    assert page.input_value("#id_text") == ""
    assert reporter.violations == []
