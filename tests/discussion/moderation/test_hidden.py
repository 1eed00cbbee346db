"""Hostile Unicode, and the innocent that looks like it."""
from __future__ import annotations

import pytest

from rotative.discussion.moderation.findings import Outcome

from .writing import found, seen, verdict


@pytest.mark.parametrize("sign", ["\u202e", "\u202d", "\u202a", "\u202b", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069"])
def test_turned_reading_order_goes_back(sign):
    (finding,) = found(f"Le port {sign}est fermé", "hidden")
    assert finding.outcome == Outcome.BOUNCE
    assert "order of reading" in str(finding.told)
    assert finding.spans == ((8, 9),)


@pytest.mark.parametrize("text", ["Z\u0301\u0302\u0303\u0304\u0305", "a" + "\u0336" * 40 + "b", "é" + "\u0300\u0301\u0302\u0303\u0304\u0305" * 9])
def test_heaps_of_marks_go_back(text):
    (finding,) = found(f"Oui {text} non", "hidden")
    assert "plain letters" in str(finding.told)


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\u3164", "\ufeff", "\u115f", "\u180e", "\u200d", "\u200c", "\U000e0041"])
def test_what_can_not_be_seen_within_a_word_goes_back(sign):
    (finding,) = found(f"un vau{sign}rien", "hidden")
    assert "can not be seen" in str(finding.told)
    assert "vaurien" in str(finding.told)
    assert seen(f"un vau{sign}rien", "hidden") == [sign]


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x1b", "\x7f", "\x9f", "\ud800", "\ufffe", "\uffff", "\ufdd0", "\U000fffff", "\U0010ffff"])
def test_what_is_no_character_goes_back(sign):
    assert found(f"Oui {sign} non", "hidden")
    assert verdict(f"Oui {sign} non").outcome == Outcome.BOUNCE


@pytest.mark.parametrize(
    "text",
    [
        "L’été, à Noël : « ça va ? » — oui… 3\u202f000 €, n°\xa05, œuf",
        "e\u0301te\u0301 décomposé",
        "soft\u00adhyphen, co\u00adpié d’un jour\u00adnal",
        "collé\u200b d’une page \u200bou d’un\ufeff autre lieu",
        "👨‍👩‍👧‍👦 🏳️‍🌈 ❤️ 👍🏽",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می‌خواهم کتاب‌ها",
        "क्‍ष क्षमा",
        "שָׁלוֹם עֲלֵיכֶם",
        "Tiếng Việt: Nguyễn",
        "ที่นี่",
        "line\nbreak\r\n\ttab",
        "עברית \u200fו\u200eעוד",
        "\ue000 private, as a font of symbols has it",
        "",
    ],
)
def test_what_scripts_and_pasting_bring_along_is_let_be(text):
    assert not found(text or "Oui", "hidden")


def test_each_kind_is_said_once_with_at_most_ten_places():
    findings = found("\u202ea\u202e" + "b\u200bc " * 50, "hidden")
    assert len(findings) == 2
    assert len(findings[1].spans) == 10
