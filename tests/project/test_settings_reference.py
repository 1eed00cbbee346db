"""docs/reference/settings.md says every variable that settings.py reads, and no other."""
from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/reference/settings.md").read_text()


def read() -> dict[str, ast.expr]:
    """Each variable and its default, as the settings read them."""
    tree = ast.parse((ROOT / "src/rotative/project/settings.py").read_text())
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    ours = [call for call in calls if isinstance(call.func.value, ast.Name) and call.func.value.id == "env"]
    return {call.args[0].value: call.args[1] for call in ours}


def documented() -> dict[str, str]:
    """Each variable and its default, as the table has them."""
    return dict(re.findall(r"^\| `(\w+)` \| (.+?) \| .+ \|$", PAGE, re.M))


def test_every_variable_has_a_row_and_every_row_a_variable():
    assert set(documented()) == set(read())


def test_defaults_that_are_written_out_are_the_same():
    for name, default in read().items():
        if isinstance(default, ast.Constant) and default.value not in ("", None):
            said = str(default.value).lower() if isinstance(default.value, bool) else default.value
            assert f"`{said}`" in documented()[name]
