"""docs/dependencies.md has one line for each direct dependency, and no other."""
from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/dependencies.md"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
LISTS = {
    "To run": PROJECT["project"]["dependencies"],
    "To test": PROJECT["dependency-groups"]["test"],
    "To check": PROJECT["dependency-groups"]["check"],
    "To build": PROJECT["build-system"]["requires"],
}


def documented(title: str) -> list[list[str]]:
    section = PAGE.read_text().split(f"\n## {title}\n")[1].split("\n## ")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("| `")]


def name_of(requirement: str) -> str:
    return re.split(r"[\[<>=!~;\s]", requirement)[0]


@pytest.mark.parametrize("title", LISTS)
def test_each_dependency_has_one_line(title):
    assert [row[0].strip("`") for row in documented(title)] == [name_of(requirement) for requirement in LISTS[title]]


@pytest.mark.parametrize("title", LISTS)
def test_each_line_says_what_for_why_and_what_instead(title):
    assert all(len(row) == 4 and all(row) for row in documented(title))
