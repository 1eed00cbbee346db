"""Small things stay small: no module over 400 lines, no function over 45."""
from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src/rotative"
TESTS = SOURCE.parents[1] / "tests"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_modules_and_functions_stay_small(path):
    text = path.read_text()
    assert text.count("\n") <= 400
    long = [
        f"{node.name}: {node.end_lineno - node.lineno}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno > 45
    ]
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_says_what_it_is_for(path):
    if path.name not in ("apps.py", "__init__.py") or path.parent.parent == SOURCE.parent:
        assert path.read_text() == "" or ast.get_docstring(ast.parse(path.read_text()))


@pytest.mark.parametrize("folder", sorted({path.parent for path in TESTS.rglob("test_*.py")}), ids=lambda path: str(path.relative_to(TESTS)))
def test_a_folder_of_tests_is_a_package(folder):
    """Two modules of one name in two rooms are two modules only when each room is a package."""
    assert (folder / "__init__.py").exists()
