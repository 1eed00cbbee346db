"""The order of the phases, and what becomes of a text."""
from __future__ import annotations

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import translation

from rotative.discussion import moderation
from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Writer
from rotative.discussion.moderation.wording import Said, _, ngettext

from .writing import MONTH, NOW, PLAIN, PLAIN_ENGLISH, READER, earlier, verdict

BAD = "Quel vaurien ! Appelez le 06 12 34 56 78."
RULES = Rules(banned=("vaurien",))


def phases(text: str = PLAIN, rules: Rules | None = None, **values: object) -> list[str]:
    return [finding.phase for finding in verdict(text, rules, **values).findings]


@pytest.mark.parametrize("text", [PLAIN, PLAIN_ENGLISH, "Bravo !", "👏👏👏", "Oui"])
def test_what_nothing_is_said_against_appears(text):
    assert verdict(text, RULES).outcome == Outcome.PUBLISH
    assert verdict(text, RULES).findings == ()


def test_what_is_doubtful_waits():
    assert verdict(BAD, RULES).outcome == Outcome.HOLD
    assert phases(BAD, RULES) == ["banned", "phone"]


def test_what_the_writer_can_mend_goes_back_and_is_not_looked_at_further():
    found = verdict(BAD, RULES, recent=(earlier(BAD),))
    assert found.outcome == Outcome.BOUNCE
    assert [each.phase for each in found.findings] == ["repeated"]


def test_all_that_is_to_be_mended_is_said_at_once():
    text = f"{PLAIN} a\u202eb"
    recent = (earlier(text, 5), earlier("Un.", 6), earlier("Deux.", 7))
    assert phases(text, recent=recent) == ["flood", "repeated", "hidden"]


def test_too_long_a_text_is_looked_at_no_further():
    assert phases("a\u202eb" * 100_000) == ["length"]


def test_a_suspension_ends_it():
    suspended = Writer(trusted=True, suspended_until=NOW + timedelta(days=3))
    assert phases("", writer=suspended) == ["suspended"]


def test_the_trusted_are_spared_doubts():
    loud = "TOUT LE MONDE SAIT QUE LE PORT EST FERMÉ DEPUIS HIER"
    assert phases(loud) == ["capitals"]
    assert phases(loud, writer=Writer(trusted=True)) == ["trusted"]
    assert verdict(loud, writer=Writer(trusted=True)).outcome == Outcome.PUBLISH


@pytest.mark.parametrize("writer", [Writer(trusted=True), Writer(standing="staff"), Writer(standing="author")])
def test_the_trusted_are_not_spared_what_is_never_let_through(writer):
    assert phases(BAD, RULES, writer=writer) == ["trusted", "banned", "phone"]
    assert verdict(BAD, RULES, writer=writer).outcome == Outcome.HOLD


def test_moderated_first_holds_the_trusted_and_not_the_papers_own():
    first = Rules(moderated_first=True)
    assert phases(rules=first, writer=Writer(trusted=True)) == ["trusted", "opening"]
    assert phases(rules=first, writer=Writer(standing="staff")) == ["trusted"]


def test_the_writer_is_told_of_what_decided():
    found = verdict(BAD, RULES)
    assert len(found.told) == 2
    assert "06 12 34 56 78" in str(found.told[1])
    assert all(str(each) for each in found.told)


def test_every_phase_that_returns_a_text_tells_the_writer_why():
    texts = ["", "a\u202eb", "x" * 6_000, "Z" + "\u0301" * 9]
    found = [each for text in texts for each in verdict(text).findings]
    assert len(found) >= 4
    assert all(each.told and str(each.told) for each in found if each.outcome == Outcome.BOUNCE)


def test_a_finding_is_kept_and_read_again():
    for finding in verdict(f"{BAD} \u202e", RULES).findings + verdict(BAD, RULES).findings:
        assert Finding.from_json(finding.as_json()) == finding


def test_what_is_said_is_in_the_language_of_who_reads_it():
    said = _("%(number)s letter", number=2)
    one, two = ngettext("%(number)s letter", "%(number)s letters", 1), ngettext("%(number)s letter", "%(number)s letters", 2)
    assert (str(said), str(one), str(two)) == ("2 letter", "1 letter", "2 letters")
    assert Said.from_json(two.as_json()) == two
    with translation.override("fr"):
        assert str(Said("German")) == "Allemand"


def test_what_a_reader_typed_is_no_pattern():
    assert "%(seen)s %s 100 %" in str(_("Seen: %(seen)s", seen="%(seen)s %s 100 %"))


ALLOWED = {"__future__", "numpy", "py3langid", "rotative.discussion.moderation", "django.utils"}


def test_the_rules_know_no_framework():
    """Standard library, numpy, the language's statistics, and gettext for what is said."""
    import sys

    for path in Path(moderation.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.split(".")[0] in sys.stdlib_module_names or any(name == allowed or name.startswith(f"{allowed}.") for allowed in ALLOWED), f"{path.name}: {name}"
            if isinstance(node, ast.ImportFrom) and node.module == "django.utils":
                assert [each.name for each in node.names] == ["translation"]


def test_a_reader_of_a_month_is_what_the_tests_take_for_granted():
    assert READER.known_for == MONTH
