"""What the desk calls the phases, and the sentence that each ground brings, in the language of who reads it."""
from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from django.utils import translation

from rotative.discussion.desk.naming import PHASES, named
from rotative.discussion.desk.reasons import SENTENCES, reason_for
from rotative.discussion.models import Decision, Ground
from rotative.discussion.moderation import phases
from tests.factories.discussion import contribution


def test_every_phase_has_a_name_and_says_what_it_looks_for():
    code = "".join(file.read_text() for file in Path(phases.__path__[0]).glob("*.py"))
    found = set(re.findall(r'phase="(\w+)"', code)) | {"mail", "phone", "address", "iban", "card"}
    assert found == set(PHASES)
    for phase in found:
        with translation.override("en"):
            english = named(phase)
        with translation.override("fr"):
            assert all(french and french != told for french, told in zip(named(phase), english, strict=True)) or phase == "flood"
    assert named("one that was") == ("one that was", "")


def test_every_ground_has_a_sentence_in_both_languages():
    assert set(SENTENCES) == set(Ground)
    assert len({reason_for(ground, code) for ground in Ground.values for code in ("fr", "en")}) == 2 * len(Ground)
    assert reason_for("nonsense", "fr") == ""


@pytest.mark.django_db
def test_a_ground_without_a_reason_brings_its_sentence_to_mend(world, moderator):
    held = contribution(world.story, "Menteur !", shown=False)
    answer = moderator.post("discussion_decide", held.pk, verb="reject", ground="insult", because=" ")
    page = unescape(answer.content.decode())
    assert f'>\n{reason_for("insult", "fr")}</textarea>' in page
    assert re.search(r'<option value="insult"[^>]* selected', page)
    assert not Decision.objects.exists()
    moderator.post("discussion_decide", held.pk, verb="reject", ground="insult", because=reason_for("insult", "fr"), seen=re.search(r'name="seen" value="([\w-]+)"', page)[1])
    assert Decision.objects.get().because == reason_for("insult", "fr")
