"""Every word that is not Rotative's own: Django's commands, and those of the rooms.

``rotative import page`` is the command ``import_page`` of a room: two words make one name.
"""
from __future__ import annotations

from rotative.project.commands import home
from rotative.project.speech import Stop, say


def run(words: list[str]) -> int:
    if not words or words == ["--help"]:
        return _list()
    home.enter()
    home.load_django()
    name, rest = _known(words)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["rotative", name, *rest])
    return 0


def _known(words: list[str]) -> tuple[str, list[str]]:
    """The command that one word or two name, and what is left. Stop when there is none."""
    from django.core.management import get_commands

    known = get_commands()
    if len(words) > 1 and f"{words[0]}_{words[1]}" in known:
        return f"{words[0]}_{words[1]}", words[2:]
    if words[0] in known:
        return words[0], words[1:]
    pairs = sorted(name.partition("_")[2] for name in known if name.startswith(f"{words[0]}_"))
    if pairs:
        raise Stop(f"`{words[0]}` wants one more word: {', '.join(pairs)}.")
    raise Stop(f"there is no command “{words[0]}”. `rotative --help` lists them.")


def _list() -> int:
    from django.core.management import ManagementUtility

    home.enter()
    home.load_django()
    say(ManagementUtility(["rotative", "help"]).main_help_text())
    return 0
