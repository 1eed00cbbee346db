"""``rotative press``, as it is typed: printing by hand, proofs and explanations."""
from __future__ import annotations

from pathlib import Path

import pytest

from rotative.project.folder import write_choices
from tests.project.running import rotative, serving, until
from tests.project.test_command import refused


@pytest.mark.parametrize("option", ["--path", "--explain"])
@pytest.mark.parametrize(("path", "named"), [("", "nothing"), ("pays/", "pays/")])
def test_what_is_no_path_is_refused_and_nothing_is_printed(tmp_path: Path, option: str, path: str, named: str) -> None:
    write_choices(tmp_path, "L'Amer", ["fr"])
    said = refused(rotative("press", option, path, home=tmp_path))
    assert said == f"rotative: {named} is not a path: it begins with a slash, such as /pays/.\n"
    assert not (tmp_path / "derived").exists()


@pytest.mark.slow
def test_what_is_printed_by_hand_is_for_where_the_paper_is_served(paper: Path) -> None:
    with serving(home=paper) as served:
        until(lambda: rotative("press", "--status", home=paper).stdout.endswith("The press is idle.\n"))
        proved = rotative("press", "--verify", home=paper)
        assert proved.returncode == 0, proved.stdout
        assert proved.stdout.endswith(", 0 differ\n")
        front = served.get("/")[1]
    assert f'href="{served.address}/' in front
    assert rotative("press", "--all", home=paper).returncode == 0
    page = paper / "derived" / "edition" / "127.0.0.1" / "index.html"
    assert page.read_text("utf-8") == front
    rotative("press", "--path", "/", home=paper, ROTATIVE_URL="http://phare.example")
    assert 'href="http://phare.example/' in (paper / "derived" / "edition" / "phare.example" / "index.html").read_text("utf-8"), "what the shell says comes first"
