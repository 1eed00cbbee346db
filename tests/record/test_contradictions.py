"""A denial beside the claim it denies: proposed by acts and words, shown when an editor confirms."""
from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from rotative.record import queries, reviews
from rotative.record.actions import proposing
from rotative.record.actions.deciding import accept
from rotative.record.models import Contradiction
from rotative.record.opposition import Said, reasons
from tests.factories import record

pytestmark = pytest.mark.django_db

CLAIM = "l'accord de l'Orbance est signé par les bateliers"
DENIAL = "« Les bateliers n'ont signé aucun accord »"
BODY = [f"Inès Valmer a annoncé que {CLAIM}.", f"{DENIAL}, a démenti Anna Ossola."]


def said(act, words, dated=None, points=(), story=1, dossier=1):
    return Said(act, words, None, frozenset(points), story, dossier, dated)


@pytest.mark.parametrize(
    ("claim", "denial", "why"),
    [
        (said("announces", CLAIM), said("denies", DENIAL), ["same words"]),
        (said("announces", CLAIM), said("says", DENIAL), []),
        (said("announces", CLAIM), said("denies", "Il n'y aura pas de fête à Verel"), []),
        (said("announces", CLAIM, points=[4]), said("denies", "Non", points=[4], story=2, dossier=None), ["same point"]),
        (said("announces", CLAIM), said("denies", DENIAL, story=2, dossier=2), []),
        (said("announces", CLAIM, date(2026, 11, 24)), said("denies", DENIAL, date(2026, 11, 23)), []),
    ],
)
def test_what_may_deny_what(claim, denial, why):
    assert [reason.why for reason in reasons(claim, denial)] == why


@pytest.fixture
def pair(world):
    story = record.story("Signé ou pas", BODY, dossier=world.dossier)
    text = record.text_of(story)
    found = (
        record.said(text, CLAIM, "annoncé", "Inès Valmer", "Inès Valmer", act="announces"),
        record.said(text, DENIAL, "démenti", "Anna Ossola", "Anna Ossola", act="denies"),
    )
    record.take(story, record.Reading("fr", (record.named(text, "Inès Valmer"), record.named(text, "Anna Ossola")), found), text)
    rows = [accept(row, None) for row in record.Statement.objects.filter(article=story.pk).order_by("pk")]
    return proposing.propose_contradictions(rows[1])[0]


def test_it_is_proposed_once_and_shown_when_confirmed(pair, world):
    assert (pair.claim.words, pair.denial.words, pair.reasons) == (CLAIM, DENIAL, [{"why": "same words", "words": "accord, bateli, signe"}])
    assert proposing.propose_contradictions(pair.claim) == [pair]
    assert (list(reviews.contradictions()), queries.contradictions_of([pair.claim])) == ([pair], [])
    proposing.confirm_contradiction(pair, world.editor)
    assert queries.contradictions_of([pair.claim]) == queries.contradictions_of([pair.denial]) == queries.contradictions_of([pair.claim, pair.denial]) == [pair]


def test_it_is_shown_while_readers_may_see_both(pair, world):
    proposing.confirm_contradiction(pair, world.editor)
    record.rewrite(pair.claim.article, "a démenti", "n'a pas démenti")
    assert queries.contradictions_of([pair.claim]) == []


def test_what_was_rejected_is_not_proposed_again(pair, world):
    proposing.reject_contradiction(pair, world.editor)
    proposing.propose_contradictions(pair.claim)
    assert (Contradiction.objects.count(), list(reviews.contradictions())) == (1, [])


def test_the_second_who_tells_a_pair_does_not_write_over_the_first(pair, world):
    proposing.confirm_contradiction(pair, world.editor)
    with pytest.raises(PermissionDenied):
        proposing.reject_contradiction(pair, world.reporter)
    with pytest.raises(ValidationError):
        proposing.reject_contradiction(pair, world.editor)
    assert Contradiction.objects.get().state == "accepted"
    proposing.reconsider_contradiction(pair, world.editor)
    assert proposing.reject_contradiction(pair, world.editor).state == "rejected"


def test_an_editor_says_it_by_hand_and_a_reporter_does_not(pair, world):
    with pytest.raises(PermissionDenied):
        proposing.contradict(pair.denial, pair.claim, world.reporter)
    assert proposing.contradict(pair.denial, pair.claim, world.editor).origin == "hand"
