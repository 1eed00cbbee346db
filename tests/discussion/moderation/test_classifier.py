"""The paper's own classifier: when it speaks, what it says, how it is kept."""
from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotative.discussion.moderation import fitting
from rotative.discussion.moderation.classifier import Model, Quality, Unreadable, train
from rotative.discussion.moderation.findings import Outcome, Rules, Writer
from rotative.discussion.moderation.pipeline import moderate

from .invented import decided, learnt, noise
from .writing import PLAIN, submission, verdict

RUDE = "Vous êtes tous des menteurs et des voleurs, bande de vauriens."
FAIR = "La digue de l’Orbance a coûté trop cher, et cela mérite une enquête."


def test_it_learns_what_the_paper_rejects():
    model = learnt()
    assert model.quality.is_ready
    assert model.quality.auc > 0.95
    assert model.quality.precision > 0.9
    assert model.quality.recall > 0.8
    assert model.rate(RUDE) > model.quality.threshold > model.rate(FAIR)
    assert model.rate("Win money fast, cheap watches here") > model.quality.threshold


@pytest.mark.parametrize(("number", "rejected", "speaks"), [(199, 80, False), (200, 80, True), (200, 39, False), (300, 40, True), (240, 201, False), (0, 0, False), (50, 50, False)])
def test_it_is_silent_until_it_has_enough_to_go_by(number, rejected, speaks):
    model = train(decided(number, rejected))
    assert (model.quality.accepted, model.quality.rejected) == (number - rejected, rejected)
    assert model.quality.is_ready == speaks
    assert (model.rate(RUDE) is not None) == speaks
    assert bool(model.explain(RUDE)) == speaks


def test_it_is_silent_where_there_is_nothing_to_learn():
    model = train(noise(400, 150))
    assert model.quality.is_enough
    assert model.quality.auc < 0.65
    assert model.rate(RUDE) is None
    assert moderate(submission(RUDE), Rules(), model).outcome == Outcome.PUBLISH


def test_the_figure_is_of_texts_it_had_not_seen():
    """By heart, even noise is told apart; held back, it is not."""
    pairs = noise(300, 100)
    assert train(pairs).quality.auc < 0.65
    rows = [np.unique(np.array([hash_ % 1000 for hash_ in range(place, place + 5)])) for place in range(50)]
    labels = np.array([place % 2 == 0 for place in range(50)])
    weights = fitting.fit(rows, labels)
    assert fitting.auc(np.array([weights.score(row) for row in rows]), labels) > 0.6


@pytest.mark.parametrize(
    "text",
    [PLAIN, "", "👏", "Der Hafen bleibt drei Tage geschlossen, und niemand weiß warum.", "Quelle belle fête au village, mes enfants ont adoré le feu d’artifice !", "What a lovely day; my children loved it.", "zzz qqq"],
)
def test_what_it_knows_nothing_of_is_not_held(text):
    """Of such a text it says about what it would of any: the usual share."""
    usual = learnt().quality.rejected / (learnt().quality.accepted + learnt().quality.rejected)
    assert abs(learnt().rate(text) - usual) < 0.2
    assert moderate(submission(text), Rules(languages=(), shortest=0), learnt()).findings == () or not text


def test_the_same_decisions_teach_the_same():
    assert train(decided(250, 60)).to_bytes() == train(decided(250, 60)).to_bytes()


def test_the_same_text_counts_once_as_it_was_decided_last():
    pairs = decided(250, 60)
    again = [(text.upper(), not rejected) for text, rejected in pairs]
    model = train([*pairs, *again])
    assert (model.quality.accepted, model.quality.rejected) == (60, 190)


def test_one_text_sent_a_hundred_times_is_one_decision():
    assert train([*decided(300, 0), *((RUDE, True) for _turn in range(100))]).quality.rejected == 1


def test_it_says_what_weighed_most():
    model = learnt()
    text = f"{FAIR} {RUDE}"
    weighed = model.explain(text)
    assert {each.word for each in weighed[:6]} & {"menteurs", "voleurs", "vauriens", "bande"}
    assert weighed[0].weight > 0 > weighed[-1].weight
    assert [each.weight for each in weighed] == sorted((each.weight for each in weighed), reverse=True)
    assert all(text[slice(*each.span)] == each.word for each in weighed)


@pytest.mark.parametrize("text", ["", " ", "!!!", "👏", "a", "ab cd", "\ud800", "\x00", "漢字", "x" * 10_000, "mot " * 10_000])
def test_any_text_is_rated_and_explained(text):
    rate = learnt().rate(text)
    assert rate is not None
    assert 0 <= rate <= 1
    assert all(np.isfinite(each.weight) for each in learnt().explain(text))


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_the_words_make_up_the_rate(text):
    """What the words add is the rate's margin but for the bias and what blanks add: it has its sign right when the words are all there is."""
    model = learnt()
    total = sum(each.weight for each in model.explain(text))
    rate = model.rate(text)
    margin = np.log(rate / (1 - rate)) - model.weights.bias
    assert abs(margin) < 1e-6 or abs(total) <= 3 * abs(margin) + 3


def test_a_text_like_the_rejected_waits_and_says_why():
    found = moderate(submission(RUDE), Rules(), learnt())
    (finding,) = found.findings
    assert (found.outcome, finding.phase) == (Outcome.HOLD, "habit")
    assert "menteurs" in str(finding.reason) or "vauriens" in str(finding.reason)
    assert "rejected" in str(finding.reason)
    assert "program" in str(finding.told)
    assert finding.spans
    assert moderate(submission(FAIR), Rules(), learnt()).outcome == Outcome.PUBLISH
    assert moderate(submission(RUDE, Writer(trusted=True)), Rules(), learnt()).outcome == Outcome.PUBLISH
    assert verdict(PLAIN).outcome == Outcome.PUBLISH


# ── Kept and read again ────────────────────────────────────────────────────────


def test_it_is_kept_and_read_again():
    kept = learnt().to_bytes()
    again = Model.from_bytes(kept)
    assert again.quality == learnt().quality
    assert again.rate(RUDE) == learnt().rate(RUDE)
    assert again.to_bytes() == kept
    assert len(kept) < 200_000


def test_one_that_is_not_ready_is_kept_too():
    assert Model.from_bytes(train([]).to_bytes()).quality == Quality()


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_other_bytes_are_no_model(kept):
    with pytest.raises(Unreadable):
        Model.from_bytes(kept)


@given(st.integers(min_value=0, max_value=10_000), st.integers(min_value=1, max_value=255))
@settings(max_examples=100, deadline=None)
def test_damage_is_seen(place, change):
    kept = bytearray(learnt().to_bytes())
    kept[place % len(kept)] ^= change
    with pytest.raises(Unreadable):
        Model.from_bytes(bytes(kept))


def _signed(said: bytes, weights: bytes, version: int = 1) -> bytes:
    body = struct.pack("<I", len(said)) + said + zlib.compress(weights)
    return b"RTVC" + struct.pack("<BI", version, zlib.crc32(body)) + body


@pytest.mark.parametrize(
    "kept",
    [
        _signed(b'{"bias": 0, "size": 131072}', b"\0" * (131_072 * 4), version=2),
        _signed(b'{"bias": 0, "size": 131072}', b"\0" * 50_000_000),
        _signed(b'{"bias": 0, "size": 131072}', b"\xff" * (131_072 * 4)),
        _signed(b'{"bias": 0, "size": 131072}', b"\0" * 7),
        _signed(b'{"bias": NaN, "size": 131072}', b"\0" * (131_072 * 4)),
        _signed(b'{"bias": 0, "size": 131072, "more": 1}', b"\0" * (131_072 * 4)),
        _signed(b'{"bias": 0, "size": 5}', b"\0" * (131_072 * 4)),
        _signed(b"[]", b"\0" * (131_072 * 4)),
        _signed(b'{"size": 131072}', b"\0" * (131_072 * 4)),
        _signed(b'{"bias": 0, "size": 131072, "auc": "much"}', b"\0" * (131_072 * 4)),
    ],
)
def test_what_is_well_signed_and_still_wrong_is_refused(kept):
    with pytest.raises(Unreadable):
        Model.from_bytes(kept)


# ── Figures ────────────────────────────────────────────────────────────────────


def test_auc_is_the_share_of_pairs_in_the_right_order():
    yes = np.array([True, False, True, False])
    assert fitting.auc(np.array([0.9, 0.1, 0.8, 0.2]), yes) == 1
    assert fitting.auc(np.array([0.1, 0.9, 0.2, 0.8]), yes) == 0
    assert fitting.auc(np.array([0.5, 0.5, 0.5, 0.5]), yes) == 0.5
    assert fitting.auc(np.array([0.9, 0.5, 0.5, 0.2]), yes) == 0.875
    assert fitting.auc(np.array([0.9, 0.5]), np.array([True, True])) == 0.5


def test_the_threshold_is_where_fewest_are_wrong_or_missed():
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4])
    yes = np.array([True, True, False, True, False, False])
    at, precision, recall = fitting.threshold(scores, yes, 0.7, 2)
    assert (round(at, 2), precision, recall) == (0.55, 0.75, 1.0)
    assert fitting.threshold(scores / 2, yes, 0.7, 2) == (1.1, 0.0, 0.0)
    assert fitting.threshold(np.array([0.9, 0.6, 0.1]), np.array([True, True, False]), 0.7, 2) == (0.5, 1.0, 1.0)
    assert fitting.threshold(scores, ~yes, 0.9, 2) == (1.1, 0.0, 0.0)
    assert fitting.threshold(scores, yes, 0.7, 7) == (1.1, 0.0, 0.0)
    assert fitting.threshold(np.array([0.5, 0.5, 0.5]), np.array([True, False, False]), 0.7, 1) == (1.1, 0.0, 0.0)
