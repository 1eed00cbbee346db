"""The same text again, or nearly."""
from __future__ import annotations

import pytest

from rotative.discussion.moderation.findings import Outcome

from .writing import PLAIN, PLAIN_ENGLISH, earlier, found

LONG = (
    "Je ne comprends pas que la commune attende encore : les digues de l’Orbance datent de 1931, tout le monde le sait, et chaque hiver on nous promet "
    "des travaux pour le printemps suivant, sans que jamais un seul camion n’arrive sur la rive."
)


@pytest.mark.parametrize("text", [PLAIN, PLAIN_ENGLISH, "Merci !", "👏👏"])
def test_the_same_below_the_same_story_goes_back(text):
    (finding,) = found(text, "repeated", recent=(earlier(text),))
    assert finding.outcome == Outcome.BOUNCE
    assert "10 minutes ago" in str(finding.reason)
    assert "here before" in str(finding.told)


def test_a_long_one_below_another_story_goes_back_too():
    (finding,) = found(PLAIN, "repeated", recent=(earlier(PLAIN, article_id=2),))
    assert finding.outcome == Outcome.BOUNCE
    assert "another story" in str(finding.told)


@pytest.mark.parametrize("text", ["Merci !", "Bravo à toute la rédaction", "👏"])
def test_a_short_one_may_stand_below_many(text):
    assert not found(text, "repeated", recent=(earlier(text, article_id=2),))


@pytest.mark.parametrize("again", [PLAIN.upper(), f"  {PLAIN} !!!", PLAIN.replace("’", "'"), PLAIN.replace("e", "е"), PLAIN.replace("port", "po\u00adrt"), PLAIN.replace(" ", "\n")])
def test_disguises_do_not_help(again):
    assert found(again, "repeated", recent=(earlier(PLAIN),))


def test_nearly_the_same_goes_back_here_and_waits_elsewhere():
    nearly = LONG.replace("jamais un seul", "aucun")
    assert [each.outcome for each in found(nearly, "repeated", recent=(earlier(LONG),))] == [Outcome.BOUNCE]
    assert [each.outcome for each in found(nearly, "repeated", recent=(earlier(LONG, article_id=2),))] == [Outcome.HOLD]


def test_another_text_on_the_same_matter_is_another_text():
    other = "Les digues de l’Orbance datent de 1931, mais la commune n’a pas le droit d’y toucher : elles sont à l’État, et c’est lui qui promet des travaux."
    assert not found(other, "repeated", recent=(earlier(LONG),))


def test_the_one_below_this_story_is_named_before_others():
    (finding,) = found(PLAIN, "repeated", recent=(earlier(PLAIN, 60, article_id=2), earlier(PLAIN, 9_000)))
    assert "here before" in str(finding.told)


def test_only_the_latest_are_looked_at():
    many = tuple(earlier(f"Texte numéro {number}, tout à fait autre que les autres", number) for number in range(30))
    assert not found(PLAIN, "repeated", recent=(*many, earlier(PLAIN, 50_000)), is_edit=True)


def test_nothing_sent_before_nothing_said():
    assert not found(PLAIN, "repeated")
    assert not found(PLAIN, "repeated", recent=(earlier(""),))
