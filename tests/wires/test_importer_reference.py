"""The figures of docs/reference/importer.md are those of the pages that nothing was tuned on."""
from __future__ import annotations

from pathlib import Path

import pytest

from rotative.wires.reading.evaluate import EXACT, KINDS, Tally, evaluate

PAGES = Path(__file__).parent / "pages"
UNSEEN = PAGES / "unseen"
REFERENCE = Path(__file__).resolve().parents[2] / "docs/reference/importer.md"


@pytest.fixture(scope="module")
def tally() -> Tally:
    return evaluate(UNSEEN)


def rows(columns: int) -> list[list[str]]:
    """The rows of the table with so many columns, its head and rule left out."""
    found = [[cell.strip() for cell in line.strip("|").split("|")] for line in REFERENCE.read_text().splitlines() if line.startswith("|")]
    return [row for row in found if len(row) == columns][2:]


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %"


def test_the_figures_of_the_fields_are_true(tally):
    right, asked, others = tally.right, tally.asked, evaluate(PAGES)
    assert rows(6) == [
        [name, str(right[name]), str(asked[name]), share(right[name], asked[name]), str(others.asked[name] + asked[name]), share(others.right[name] + right[name], others.asked[name] + asked[name])]
        for name in EXACT
    ]


def test_the_figures_of_the_body_are_true(tally):
    right, asked, given = tally.right, tally.asked, tally.given
    assert rows(5) == [[name, str(asked[name]), share(right[name], asked[name]), str(given[name]), share(right[name], given[name])] for name in (*KINDS, "body")]


def test_the_unseen_pages_are_as_many_as_is_said_and_none_of_them_is_among_the_others():
    names = [page.stem for page in UNSEEN.glob("*.json")]
    assert len(names) == 12 and sum(name.endswith("-fr") for name in names) == 6 and len(list(UNSEEN.glob("*.txt"))) == 2
    assert not {page.stem for page in PAGES.glob("*.json")}.intersection(names)
