"""Two editors at the record's desk at the same instant: what one did is taken, or said to the other; nobody is told 500."""
from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from rotative.masthead import roles
from rotative.newsroom.models import Dossier
from rotative.record.actions import actors, deciding, texts
from rotative.record.actions.naming import new_actor
from rotative.record.models import Actor, Alias, Appearance, NegotiatedText, Point, Position
from tests import factories
from tests.factories import record

pytestmark = pytest.mark.slow
DAY = date(2026, 11, 20)


@pytest.fixture(params=["own_database", "own_postgres"], autouse=True)
def paper(request: Any) -> None:
    """A database of the test's own, of either kind, in which a commit is a commit."""
    request.getfixturevalue(request.param)
    factories.paper()
    roles.establish()


@pytest.fixture
def dossier(paper: None) -> Dossier:
    return factories.DossierFactory(slug="orbance")


@pytest.fixture
def point(dossier: Dossier) -> Point:
    return texts.add_point(texts.draw_up(dossier, "L'accord", None), "4", "Le partage", None)


def at_once(asked: str, *deeds: Callable[[], Any]) -> list[Any]:
    """What each of some deeds gives or raises. All have asked what begins so before one goes on, unless the database makes them wait."""
    barrier = Barrier(len(deeds))

    def meet(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        done = execute(sql, params, many, context)
        if asked in sql:
            with suppress(BrokenBarrierError):  # the other waits for a lock, or is past it
                barrier.wait(timeout=1)
        return done

    def work(deed: Callable[[], Any]) -> Any:
        try:
            with connection.execute_wrapper(meet):
                return deed()
        except Exception as raised:  # noqa: BLE001 - it is looked at
            return raised
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(work, deeds))


def test_two_of_one_name_have_two_addresses() -> None:
    def make() -> Actor:
        with transaction.atomic():
            return new_actor("person", "Inès Valmer")

    assert [type(each) for each in at_once('"record_actor"."slug" =', make, make, make)] == [Actor] * 3
    assert sorted(Actor.objects.values_list("slug", flat=True)) == ["ines-valmer", "ines-valmer-2", "ines-valmer-3"]


def test_two_texts_of_one_name_have_two_addresses(dossier: Dossier) -> None:
    found = at_once('"record_negotiatedtext"."slug" =', *[lambda: texts.draw_up(dossier, "L'accord", None)] * 2)
    assert sorted(each.slug for each in found) == sorted(NegotiatedText.objects.values_list("slug", flat=True)) == ["l-accord", "l-accord-2"]


def test_a_name_given_twice_is_given_once() -> None:
    actor = record.ActorFactory()
    found = at_once('FROM "record_alias"', *[lambda: actors.call(actor, "Mme Valmer", None)] * 2)
    assert [each.name for each in found] == ["Mme Valmer"] * 2 and Alias.objects.count() == 1


def test_a_name_given_while_its_actor_is_merged_is_there_once() -> None:
    kept, gone = record.ActorFactory(name="Inès Valmer"), record.ActorFactory(name="Mme Valmer")
    found = at_once('FROM "record_alias"', lambda: actors.call(kept, "Mme Valmer", None), lambda: actors.merge(kept, gone, None))
    assert not [each for each in found if isinstance(each, Exception)]
    assert Actor.objects.get(pk=kept.pk).names == ["Inès Valmer", "Mme Valmer"]


def test_an_identifier_given_twice_is_refused_to_one() -> None:
    one, other = record.ActorFactory(), record.ActorFactory()
    found = at_once('FROM "record_actor"', *[lambda actor=actor: actors.describe(actor, None, wikidata="Q42") for actor in (one, other)])
    assert sorted(type(each).__name__ for each in found) == ["Actor", "ValidationError"] and Actor.objects.filter(wikidata="Q42").count() == 1


def test_a_number_of_a_point_given_twice_is_refused_to_one(point: Point) -> None:
    found = at_once('FROM "record_point"', *[lambda: texts.add_point(point.text, "5", "Le débit", None)] * 2)
    assert sorted(type(each).__name__ for each in found) == ["Point", "ValidationError"] and Point.objects.filter(number="5").count() == 1


def test_the_same_position_twice_is_one(point: Point) -> None:
    party = record.ActorFactory()
    found = at_once('FROM "record_position"', *[lambda: texts.set_position(point, party, "silent", DAY, None)] * 2)
    assert [each.stance for each in found] == ["silent"] * 2 and Position.objects.count() == 1


def test_of_two_positions_that_differ_one_is_told_of_the_other(point: Point, request: Any) -> None:
    """Who could not see the other's is told; where the database lets one go after the other, the second replaces the first as ever."""
    party = record.ActorFactory()
    statement = record.accepted(record.story(dossier=point.text.dossier))
    deeds = [lambda: texts.set_position(point, party, "silent", DAY, None), lambda: texts.set_position(point, party, "accepts", DAY, None, [statement])]
    found = at_once('FROM "record_position"', *deeds)
    wrong = [each for each in found if isinstance(each, Exception)]
    assert Position.objects.count() == 1
    if connection.vendor == "postgresql":
        assert [type(each) for each in wrong] == [ValidationError] and "Inès Valmer" in str(wrong[0])
        kept = Position.objects.get()
        assert (kept.stance == "accepts") == kept.grounds.exists(), "It rests on what its own editor ticked."
    else:
        assert wrong == []


def test_two_opposite_merges_do_not_wait_for_each_other() -> None:
    one, other = record.ActorFactory(name="Inès Valmer"), record.ActorFactory(name="Mme Valmer")
    found = at_once("pg_advisory", lambda: actors.merge(one, other, None), lambda: actors.merge(other, one, None))
    assert sorted(type(each).__name__ for each in found) == ["Actor", "ValidationError"], found
    assert Actor.objects.whole().count() == 1


def test_nor_does_a_merge_wait_for_what_is_unmerged() -> None:
    one, two, three = (record.ActorFactory(name=name) for name in ("Inès Valmer", "Mme Valmer", "La Valmer"))
    actors.merge(two, one, None)
    found = at_once("pg_advisory", lambda: actors.unmerge(one, None), lambda: actors.merge(three, two, None))
    assert not [each for each in found if isinstance(each, Exception)], found
    assert Actor.objects.whole().count() == 2


def test_nor_for_what_is_decided_of_it() -> None:
    """A decision comes to the actor from what it is in, a merge comes there from the actor."""
    one, other = record.ActorFactory(name="Inès Valmer"), record.ActorFactory(name="Mme Valmer")
    rows = [record.read(record.story(title))[0].speaker for title in ("L'accord de l'Orbance", "Le débit")]
    Appearance.objects.update(proposed=other)
    found = at_once("record_appearance", lambda: actors.merge(one, other, None), *[lambda row=row: deciding.accept(row, None) for row in rows])
    assert not [each for each in found if isinstance(each, Exception)], found
    assert set(Appearance.objects.kept().values_list("actor", flat=True)) == {one.pk}
