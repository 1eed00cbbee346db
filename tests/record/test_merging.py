"""Actors are one for the whole paper: merged, split, named, dated; and suggested to be the same, with reasons."""
from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from wagtail.models import ModelLogEntry

from rotative.record import likeness, queries, reviews
from rotative.record.actions import actors, proposing, texts
from rotative.record.actions.deciding import accept
from rotative.record.likeness import Known, Reason
from rotative.record.models import Actor, Appearance, Position, SameActor, Statement
from tests.factories import record

pytestmark = pytest.mark.django_db


def actor(name="Inès Valmer", slug="ines-valmer", **fields):
    return record.ActorFactory(name=name, slug=slug, **fields)


@pytest.fixture
def two(story):
    """Inès Valmer, who announced something in a story; and Mme Valmer, who denied something in another one."""
    first = record.accepted(story)
    other = record.story("Le lendemain", [each.replace("Anna Ossola", "Mme Valmer") for each in record.BODY[1:2]], dossier=story.dossier)
    text = record.text_of(other)
    found = record.said(text, record.OSSOLA, "démenti", "Mme Valmer", "Mme Valmer", act="denies")
    record.take(other, record.Reading("fr", (record.named(text, "Mme Valmer", role="négociatrice de l'Orbance"),), (found,)), text)
    return first, accept(Statement.objects.get(article=other.pk), None)


def test_a_merge_makes_two_actors_one(two, world):
    first, second = two
    gone = second.actor
    actors.appoint(gone, "négociatrice", "fr", world.editor, date(2026, 1, 1))
    kept = actors.merge(first.actor, gone, world.editor)
    assert [row.words for row in queries.of_actor(kept.pk, "fr")] == [record.OSSOLA, record.VALMER]
    assert kept.names == ["Inès Valmer", "Mme Valmer"]
    assert [(row.role, row.since) for row in kept.roles.all()] == [("négociatrice", date(2026, 1, 1))]
    assert queries.actor_at("mme-valmer").merged_into == kept
    assert queries.of_actor(gone.pk, "fr") == []


def test_what_is_read_of_a_merged_name_is_of_the_one_that_is_left(two, world):
    first, second = two
    gone = second.actor
    appearance = Appearance.objects.create(article_id=first.article_id, kind="person", name="Mme Valmer", proposed=gone)
    kept = actors.merge(first.actor, gone, world.editor)
    assert accept(appearance, None).actor == kept


def test_an_old_address_leads_on_in_one_step(world):
    one, two, three = actor(), actor("Valmer", "valmer"), actor("La Valmer", "la-valmer")
    actors.merge(two, three, None)
    actors.merge(one, two, None)
    assert {each.merged_into for each in Actor.objects.filter(merged_into__isnull=False)} == {one}
    with pytest.raises(ValidationError):
        actors.merge(two, one, None)


def test_a_merge_is_undone(two, world):
    first, second = two
    gone = second.actor
    actors.describe(gone, world.editor, wikidata="Q42")
    kept = actors.merge(first.actor, gone, world.editor)
    assert kept.wikidata == "Q42"
    again = actors.unmerge(gone, world.editor)
    kept.refresh_from_db()
    assert (again, again.merged_into, again.wikidata, kept.wikidata, kept.names) == (gone, None, "Q42", "", ["Inès Valmer"])
    assert [row.words for row in queries.of_actor(again.pk, "fr")] == [record.OSSOLA]
    assert [row.words for row in queries.of_actor(kept.pk, "fr")] == [record.VALMER]


def test_a_namesake_is_split_off(two, world):
    first, second = two
    kept = actors.merge(first.actor, second.actor, world.editor)
    other = actors.split(kept, [first.speaker], world.editor, "Inès Valmer (bateliers)")
    assert (other.slug, [row.words for row in queries.of_actor(other.pk, "fr")]) == ("ines-valmer-bateliers", [record.VALMER])
    assert [row.words for row in queries.of_actor(kept.pk, "fr")] == [record.OSSOLA]


def test_those_whom_wikidata_tells_apart_are_not_merged(world):
    with pytest.raises(ValidationError, match="Wikidata"):
        actors.merge(actor(wikidata="Q1"), actor("Valmer", "valmer", wikidata="Q2"), world.editor)
    with pytest.raises(ValidationError):
        actors.merge(actor(slug="a"), actor("Verel", "verel", kind="place"), world.editor)


def test_who_is_no_editor_changes_no_actor(world):
    one, two = actor(), actor("Valmer", "valmer")
    for act in (lambda by: actors.merge(one, two, by), lambda by: actors.call(one, "La Valmer", by), lambda by: actors.describe(one, by, name="Valmer")):
        with pytest.raises(PermissionDenied):
            act(world.reporter)


def test_a_name_that_is_changed_stays_as_an_alias(world):
    one = actors.describe(actor(), world.editor, name="Inès Valmer-Ossola")
    assert one.names == ["Inès Valmer-Ossola", "Inès Valmer"]
    assert actors.call(one, "la Valmer", world.editor).actor == one
    with pytest.raises(ValidationError):
        actors.describe(one, world.editor, wikidata="42")


def test_addresses_are_numbered_where_a_name_is_taken():
    assert [proposing.actors.new_actor("person", "Inès Valmer").slug for _ in range(2)] == ["ines-valmer", "ines-valmer-2"]


# ── Who may be the same ────────────────────────────────────────────────────────


def known(*names, **more):
    return Known(more.pop("kind", "person"), names, **{name: frozenset(value) for name, value in more.items()})


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (known("Inès Valmer"), known("Inès Valmer"), ["same name"]),
        (known("Inès Valmer"), known("INES VALMER"), ["same letters"]),
        (known("Inès Valmer", roles=["préfète"]), known("Valmer", roles=["préfète"]), ["part of the name", "same role"]),
        (known("Inès Valmer", dossiers=[1]), known("I. Valmer", dossiers=[1]), ["same initial", "same dossier"]),
        (known("Inès Valmer", roles=["préfète"]), known("Mme Valmer", roles=["préfète"]), ["part of the name", "same role"]),
        (known("Inès Valmer"), known("Valmer"), []),
        (known("Inès Valmer", dossiers=[1]), known("Claire Valmer", dossiers=[1]), []),
        (known("Inès Valmer", stories=[1]), known("Inès Valmer", stories=[1]), []),
        (known("Verel", kind="place"), known("Verel"), []),
    ],
)
def test_why_two_may_be_the_same(one, other, why):
    assert [reason.why for reason in likeness.reasons(one, other)] == why


def test_the_same_person_is_suggested_with_reasons_and_merged_when_confirmed(two, world):
    first, second = two
    [pair] = proposing.propose_same(second.actor)
    assert [Reason(**each) for each in pair.reasons] == [
        Reason("part of the name", "Mme Valmer"), Reason("same role", "négociatrice de l'Orbance"), Reason("same dossier", ""),
    ]  # fmt: skip
    assert list(reviews.same_actors()) == [pair]
    kept = proposing.confirm_same(pair, world.editor)
    assert {row.words for row in queries.of_actor(kept.pk, "fr")} == {record.VALMER, record.OSSOLA}
    assert list(reviews.same_actors()) == []


def test_two_that_were_told_apart_are_not_suggested_again(two, world):
    [pair] = proposing.propose_same(two[1].actor)
    proposing.reject_same(pair, world.editor)
    proposing.propose_same(two[0].actor)
    assert (SameActor.objects.count(), list(reviews.same_actors())) == (1, [])


# ── Where they stand ───────────────────────────────────────────────────────────

DAY = date(2026, 11, 20)


@pytest.fixture
def points(world):
    text = texts.draw_up(world.dossier, "L'accord", None)
    return [texts.add_point(text, str(number), f"Point {number}", None) for number in (1, 2, 3)]


def stands(party):
    return [(row.point.number, row.stance, row.condition, [each.words for each in row.statements.order_by("pk")]) for row in Position.objects.filter(party=party).order_by("point__number", "dated")]


@pytest.mark.parametrize("how", ["unmerge", "split"])
def test_each_has_its_silence_again_and_what_both_said(two, points, world, how):
    """Silence rests on nothing that says whose it was; of one position that was both's, each has its own."""
    first, second = two
    one, other = first.actor, second.actor
    texts.set_position(points[0], other, "silent", DAY, None)
    texts.set_position(points[1], one, "silent", DAY, None)
    texts.set_position(points[1], other, "silent", DAY, None)
    texts.set_position(points[2], one, "conditional", DAY, None, [first], "si l'eau vient")
    texts.set_position(points[2], other, "conditional", DAY, None, [second, first], "si elle reste")
    before = [stands(one), stands(other)]
    kept = actors.merge(one, other, world.editor)
    assert [row[0] for row in stands(kept)] == ["1", "2", "3"] and len(stands(kept)[2][3]) == 2
    if how == "unmerge":
        actors.unmerge(other, world.editor)
    else:
        actors.split(kept, Appearance.objects.filter(met_as=other), world.editor)
    assert [stands(one), stands(other)] == before


def test_what_was_said_otherwise_since_stays_where_it_was_said(two, points, world):
    first, second = two
    for point in points[:2]:
        texts.set_position(point, second.actor, "silent", DAY, None)
    kept = actors.merge(first.actor, second.actor, world.editor)
    texts.set_position(points[0], kept, "accepts", DAY, None, [first])
    texts.drop_position(Position.objects.get(party=kept, point=points[1]), None)
    actors.unmerge(second.actor, world.editor)
    assert [row[:2] for row in stands(kept)] == [("1", "accepts")] and stands(second.actor) == []


def test_a_merge_of_before_is_undone_as_it_was_then(two, points, world):
    """It did not remember the positions."""
    first, second = two
    texts.set_position(points[0], second.actor, "accepts", DAY, None, [second])
    kept = actors.merge(first.actor, second.actor, world.editor)
    for entry in ModelLogEntry.objects.filter(action="record.merge"):
        entry.data.pop("positions")
        entry.save()
    actors.unmerge(second.actor, world.editor)
    assert stands(kept) == [] and [row[1] for row in stands(second.actor)] == ["accepts"]
