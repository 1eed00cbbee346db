"""A process that only serves does not carry what only some texts ask for."""
from __future__ import annotations

import subprocess
import sys

START = """
import sys
import django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
assert "rotative.wires.reading" in sys.modules
print(*sorted({"py3langid", "trafilatura"} & sys.modules.keys()))
from rotative.discussion.moderation.phases import language as discussion
from rotative.record.reading import language as record
assert discussion._identifier() is record._identifier()
assert record.detect("Der Stausee liegt unter dem Pass, und niemand weiß, wie viel Wasser er noch hält.") == "de"
"""


def test_the_model_of_languages_is_loaded_when_a_text_first_asks_and_once_a_process() -> None:
    ended = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, timeout=120)
    assert (ended.returncode, ended.stdout.strip()) == (0, ""), ended.stderr
