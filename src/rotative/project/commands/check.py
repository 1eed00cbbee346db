"""``rotative check``: what would stop the paper from going public, and what to do about it."""
from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rotative.project.commands import Parser, home
from rotative.project.speech import say

if TYPE_CHECKING:
    from rotative.project.checks import Finding


def run(words: list[str]) -> int:
    Parser("check", "Say what would stop this paper from going public. Exit 1 when something does.").parse_args(words)
    home.enter()
    home.load_django()
    from rotative.project.checks import examine

    findings = examine()
    stops = [finding for finding in findings if finding.stops]
    _tell("This stops the paper from going public:", stops)
    _tell("This is worth settling, too:", [finding for finding in findings if not finding.stops])
    say("Nothing stops the paper from going public." if not stops else f"{len(stops)} to settle first.")
    return 1 if stops else 0


def _tell(title: str, findings: Iterable[Finding]) -> None:
    lines = [f"- {finding.what}\n  {finding.todo}" for finding in findings]
    if lines:
        say(title, *lines, "")
