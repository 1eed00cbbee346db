"""``rotative press``, as it is typed: printing by hand, proofs and explanations."""
from __future__ import annotations

from pathlib import Path

import pytest

from rotative.project.folder import write_choices
from tests.project.running import rotative
from tests.project.test_command import refused


@pytest.mark.parametrize("option", ["--path", "--explain"])
@pytest.mark.parametrize(("path", "named"), [("", "nothing"), ("pays/", "pays/")])
def test_what_is_no_path_is_refused_and_nothing_is_printed(tmp_path: Path, option: str, path: str, named: str) -> None:
    write_choices(tmp_path, "L'Amer", ["fr"])
    said = refused(rotative("press", option, path, home=tmp_path))
    assert said == f"rotative: {named} is not a path: it begins with a slash, such as /pays/.\n"
    assert not (tmp_path / "derived").exists()
