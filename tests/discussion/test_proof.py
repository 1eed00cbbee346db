"""The work of a guest's browser: it holds once, for one story, for twenty minutes, and nothing forged holds."""
from __future__ import annotations

import base64
import copy
import json
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from altcha import Challenge, Payload, solve_challenge
from django.core.cache import cache
from django.utils import translation

from rotative.discussion import proof
from rotative.discussion.proof import Elsewhere, Expired, Forged, Missing, Refused, Replayed

STORY = 42


@pytest.fixture(autouse=True)
def _nothing_is_taken_yet():
    cache.clear()


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    """Less work for the tests, of the same kind."""
    monkeypatch.setattr(proof, "COST", 50)
    monkeypatch.setattr(proof, "LEAST", 3)
    monkeypatch.setattr(proof, "MOST", 20)


def solved(challenge: dict[str, Any]) -> dict[str, Any]:
    """What a browser makes of a challenge, by the protocol's own solver."""
    made = Challenge.from_dict(challenge)
    solution = solve_challenge(made)
    assert solution
    return {"challenge": challenge, "solution": solution.to_dict()}


def packed(payload: Any) -> str:
    return base64.b64encode(json.dumps(payload).encode()).decode()


def test_a_proof_holds_once():
    payload = packed(solved(proof.challenge(STORY)))
    found = proof.verify(payload, STORY)
    assert len(found.mark) == 64
    assert 0 <= found.seconds < 60
    with pytest.raises(Replayed):
        proof.verify(payload, STORY)


def test_a_proof_written_otherwise_is_the_same_proof():
    payload = solved(proof.challenge(STORY))
    proof.verify(packed(payload), STORY)
    again = base64.b64encode(json.dumps({**payload, "more": 1}, indent=2).encode()).decode()
    with pytest.raises(Replayed):
        proof.verify(again, STORY)


def test_a_proof_is_of_one_story():
    payload = packed(solved(proof.challenge(STORY)))
    with pytest.raises(Elsewhere):
        proof.verify(payload, STORY + 1)
    assert proof.verify(payload, STORY), "It was not spent there."


def test_a_proof_lasts_twenty_minutes():
    with time_machine.travel(datetime(2026, 11, 30, 10, 0, tzinfo=UTC), tick=False) as clock:
        first, second = (packed(solved(proof.challenge(STORY))) for _turn in range(2))
        clock.shift(20 * 60 - 1)
        assert proof.verify(first, STORY)
        clock.shift(2)
        with pytest.raises(Expired):
            proof.verify(second, STORY)
        with pytest.raises(Refused):
            proof.verify(first, STORY)


def test_no_proof_is_said_so():
    with pytest.raises(Missing) as refused:
        proof.verify("", STORY)
    with translation.override("en"):
        assert "e-mail" in str(refused.value.told)


def _changed(payload: dict[str, Any], *path: str, to: Any) -> dict[str, Any]:
    changed = copy.deepcopy(payload)
    place = changed
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = to
    return changed


@pytest.mark.parametrize(
    ("path", "to"),
    [
        (("challenge", "parameters", "cost"), 1),
        (("challenge", "parameters", "keyPrefix"), "00"),
        (("challenge", "parameters", "keySignature"), None),
        (("challenge", "parameters", "expiresAt"), 99_999_999_999),
        (("challenge", "parameters", "expiresAt"), "soon"),
        (("challenge", "parameters", "data"), {"article": 7, "most": 1}),
        (("challenge", "parameters", "data"), []),
        (("challenge", "parameters"), []),
        (("challenge", "parameters"), "x"),
        (("challenge", "signature"), "0" * 64),
        (("challenge", "signature"), None),
        (("challenge", "signature"), 7),
        (("solution", "derivedKey"), "0" * 64),
        (("solution", "derivedKey"), None),
        (("solution", "derivedKey"), "zz"),
        (("solution",), None),
        (("challenge",), None),
    ],
)
def test_what_was_changed_does_not_hold(path, to):
    payload = solved(proof.challenge(STORY))
    with pytest.raises(Forged):
        proof.verify(packed(_changed(payload, *path, to=to)), STORY)
    assert proof.verify(packed(payload), STORY), "A forgery spends nothing."


@pytest.mark.parametrize("sent", ["%%%", "é", "e30=", "W10=", "bnVsbA==", "MQ==", packed({"challenge": {}}), packed("x" * 9_000), packed(["[" * 900]), base64.b64encode(b"[" * 2_000).decode()])
def test_what_is_no_payload_is_refused(sent):
    with pytest.raises(Forged) as refused:
        proof.verify(sent, STORY)
    assert str(refused.value.told)


def test_another_papers_challenge_does_not_hold(settings):
    payload = packed(solved(proof.challenge(STORY)))
    settings.SECRET_KEY = "another paper's"
    with pytest.raises(Forged):
        proof.verify(payload, STORY)


def test_a_time_that_the_browser_made_up_does_no_harm():
    for time in (-5, 1e300, "x", None, True):
        payload = solved(proof.challenge(STORY))
        assert 0 <= proof.verify(packed(_changed(payload, "solution", "time", to=time)), STORY).seconds <= 3_600


def test_a_challenge_does_not_say_its_answer():
    made = proof.challenge(STORY)
    solution = Payload.from_dict(solved(made)).solution
    assert solution.derived_key not in json.dumps(made)
    assert made["parameters"]["data"] == {"article": STORY, "most": proof.MOST}
