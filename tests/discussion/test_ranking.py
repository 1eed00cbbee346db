"""Threads by respect: ranked when somebody has respected, and the same order of equals each time."""
from __future__ import annotations

import pytest

from rotative.discussion import ranking
from rotative.discussion.actions import showing
from rotative.discussion.actions.writing import CannotWrite, respect, unrespect
from rotative.discussion.models import State, Talk
from rotative.masthead.models import User
from tests import factories
from tests.factories import NOON
from tests.factories.discussion import contribution

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    factories.paper()
    return factories.article()


def reader(name: str) -> User:
    return User.objects.create_user(f"{name}@example.org")


def ranked(story) -> list[int]:
    ranking.renew(NOON)
    return Talk.objects.get(pk=story.pk).ranking


def test_the_most_respected_is_first_and_of_equals_the_older(story):
    one, two, three = (contribution(story, f"Numéro {n}", minutes=n) for n in (1, 2, 3))
    reply = contribution(story, "Réponse", thread=one)
    assert ranked(story) == []
    for who, what in (("a", two), ("b", two), ("a", three), ("a", one), ("c", reply)):
        respect(what, User.objects.filter(email=f"{who}@example.org").first() or reader(who))
    assert ranked(story) == [two.pk, one.pk, three.pk]
    unrespect(two, User.objects.get(email="a@example.org"))
    unrespect(two, User.objects.get(email="b@example.org"))
    assert ranked(story) == [one.pk, three.pk]


def test_what_is_removed_is_ranked_no_more(story):
    one = contribution(story)
    respect(one, reader("a"))
    assert ranked(story) == [one.pk]
    showing.hide(one, State.REMOVED)
    respect(contribution(story, "Autre"), reader("b"))
    assert one.pk not in ranked(story)


def test_nobody_respects_twice_or_themselves(story):
    writer = reader("w")
    one = contribution(story, writer=writer)
    with pytest.raises(CannotWrite):
        respect(one, writer)
    other = reader("o")
    respect(one, other)
    respect(one, other)
    assert one.respected.count() == 1


def test_a_ranking_that_is_fresh_is_not_made_again(story, django_assert_num_queries):
    contribution(story)
    with django_assert_num_queries(1):
        assert ranking.renew(NOON) == 0
