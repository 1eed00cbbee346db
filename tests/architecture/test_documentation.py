"""What the documentation names exists: paths, links, commands, settings, tables."""
from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.core.management import get_commands

from rotative.newsroom import blocks
from rotative.project.clock import DAILY
from rotative.project.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src/rotative"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ROOMS = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
TOPS = {"src", "tests", "docs", "tools", "bench", "requirements", ".ci"}
OWN_WORDS = {"--help", "--version", "WORD"}
BACKGROUND = {name.replace("_", " ", 1) for name in DAILY}

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def fences(text: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```", text, re.M | re.S)


def spans(text: str) -> list[str]:
    """What stands between backticks, outside the blocks of code."""
    prose = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    return [" ".join(span.split()) for span in re.findall(r"`([^`]+)`", prose)]


def lines(text: str) -> list[str]:
    """Everything that one would type, in the prose and in the blocks."""
    return [line.removeprefix("$ ").strip() for block in fences(text) for line in block.splitlines()] + spans(text)


def places(text: str) -> Iterator[tuple[str, Path]]:
    """Files and folders that a page names, from the checkout's root or from the rooms."""
    for span in spans(text):
        if re.fullmatch(r"[\w.-]+(/[\w.-]+)+/?", span):
            top = span.split("/")[0]
            if top in TOPS:
                yield span, ROOT / span
            elif top in ROOMS:
                yield span, SOURCE / span


@each_page
def test_the_files_that_a_page_names_exist(page):
    assert not [name for name, path in places(page.read_text()) if not path.exists()]


@each_page
def test_the_links_of_a_page_lead_somewhere(page):
    targets = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"^```.*?^```", "", page.read_text(), flags=re.M | re.S))
    ours = [target for target in targets if not re.match(r"[a-z]+:", target)]
    assert not [target for target in ours if not _leads_somewhere(page, target)]


def _leads_somewhere(page: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    file = (page.parent / name).resolve() if name else page
    return file.exists() and (not anchor or anchor in _anchors(file.read_text()))


def _anchors(text: str) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@each_page
def test_the_commands_that_a_page_names_exist(page):
    named = [line.split() for line in lines(page.read_text()) if re.match(r"rotative [\w-]", line)]
    assert not [" ".join(words) for words in named if not _is_command(words[1:])]


def _is_command(words: list[str]) -> bool:
    if words[0] in COMMANDS:
        return find_spec(f"rotative.project.commands.{COMMANDS[words[0]]}") is not None
    known = {*get_commands(), *OWN_WORDS}
    return words[0] in known or (len(words) > 1 and f"{words[0]}_{words[1]}" in known)


@each_page
def test_the_targets_of_make_that_a_page_names_exist(page):
    makefile = (ROOT / "Makefile").read_text()
    named = [found[1] for line in lines(page.read_text()) if (found := re.fullmatch(r"make ([a-z]+)( [A-Z]+=\S+)*", line))]
    assert not [name for name in named if not re.search(rf"^{name}:", makefile, re.M)]


@each_page
def test_the_settings_that_a_page_names_exist(page):
    code = "\n".join(path.read_text() for path in [*SOURCE.rglob("*.py"), ROOT / "Makefile"])
    named = [span.split("=")[0] for span in spans(page.read_text()) if re.fullmatch(r"[A-Z][A-Z0-9]*_[A-Z0-9_]+(=.*)?", span)]
    assert not [name for name in named if not re.search(rf"\b{name}\b", code)]


def test_every_page_is_in_the_index():
    index = (ROOT / "docs/README.md").read_text()
    pages = [path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md") if path.parent.name != "decisions"]
    assert not [page for page in pages if page.name != "README.md" and f"]({page.as_posix()})" not in index]


@pytest.mark.parametrize("page", sorted((ROOT / "docs/decisions").glob("[0-9]*.md")), ids=lambda page: page.stem)
def test_a_decision_is_numbered_short_and_says_why(page):
    text = page.read_text()
    assert text.startswith(f"# {page.name[:4]} ")
    assert len(text.splitlines()) <= 45
    assert len(list(page.parent.glob(f"{page.name[:4]}-*.md"))) == 1


@each_page
def test_a_page_names_no_machine(page):
    assert not re.search(r"(?<![\w.<…])/(home|root|work|tmp|Users)/", page.read_text())


# ── Tables ─────────────────────────────────────────────────────────────────────


def rows(path: str) -> list[list[str]]:
    found = [line for line in (ROOT / path).read_text().splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found]


def test_every_block_is_in_the_table_with_whether_it_is_text():
    listed = {row[0].strip("`"): row[2] for row in rows("docs/reference/blocks.md") if len(row) == 4 and row[0].startswith("`")}
    declared = {name: name in blocks.PARTS_OF_THE_TEXT for name in blocks.Body.base_blocks}
    assert listed == {name: "yes" if is_text else "no" for name, is_text in declared.items()}


def test_the_table_of_roles_is_the_one_that_is_tested():
    tested = re.search(r'MATRIX = """\n(.*?)"""', (ROOT / "tests/masthead/test_roles.py").read_text(), re.S)[1]
    matrix = [re.split(r"\s{2,}", line.strip()) for line in tested.splitlines() if line.strip()]
    listed = [row for row in rows("docs/reference/roles.md") if len(row) == 5]
    assert listed == [["act", *matrix[0]], *matrix[1:]]


def test_every_command_of_ours_has_its_part_and_no_other():
    heads = re.findall(r"^## rotative (.+)$", (ROOT / "docs/reference/commands.md").read_text(), re.M)
    of_rooms = [name.replace("_", " ", 1) for name, app in get_commands().items() if str(app).startswith("rotative.")]
    assert sorted(heads) == sorted({*COMMANDS, *of_rooms} - {"django"} - BACKGROUND)
