"""A text under negotiation: its points and versions, and where each party stands, resting on what readers may see."""
from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from rotative.record import queries
from rotative.record.actions import actors, texts
from rotative.record.actions.deciding import accept, take_back
from rotative.record.actions.texts import Changed
from rotative.record.models import Position
from tests.factories import record

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def text(world, db):
    """The accord, with two axes and three points; shown."""
    made = texts.draw_up(world.dossier, "L'accord de l'Orbance", world.editor)
    water, money = (texts.add_axis(made, name, world.editor) for name in ("L'eau", "Le prix"))
    for number, title, axis in (("1", "Les vannes", water), ("2", "Les mois d'été", water), ("3", "Le péage", money)):
        texts.add_point(made, number, title, world.editor, axis)
    texts.show(made, world.editor)
    return made


@pytest.fixture
def spoken(story):
    """What Valmer and Ossola said in the story, accepted."""
    return [accept(row, None) for row in record.read(story)[:2]]


def table(text):
    """The table as it is shown: axes, points, and the position of each party."""
    found = queries.positions_of(text)
    names = {party.pk: party.name for party in found.parties}
    return {
        str(axis): {row.point.number: {names[party]: cell.position.stance for party, cell in row.cells.items()} for row in rows} for axis, rows in found.axes
    }


def test_the_table_has_every_point_and_who_said_what(text, spoken, world):
    valmer, ossola = spoken
    first, second, _ = text.points.all()
    texts.set_position(first, valmer.actor, "accepts", MONDAY, world.editor, [valmer])
    texts.set_position(first, ossola.actor, "rejects", MONDAY, world.editor, [ossola])
    texts.set_position(second, ossola.actor, "silent", MONDAY, world.editor)
    assert table(text) == {"L'eau": {"1": {"Inès Valmer": "accepts", "Anna Ossola": "rejects"}, "2": {"Anna Ossola": "silent"}}, "Le prix": {"3": {}}}
    assert queries.positions_of(text).axes[0][1][0].cells[valmer.actor_id].statements == (valmer,)
    assert [party.name for party in queries.positions_of(text).parties] == ["Anna Ossola", "Inès Valmer"]


def test_a_later_position_takes_the_place_of_an_earlier_one_and_both_are_kept(text, spoken, world):
    valmer, ossola = spoken
    point = text.points.first()
    texts.set_position(point, ossola.actor, "rejects", MONDAY, world.editor, [ossola])
    texts.set_position(point, ossola.actor, "conditional", TUESDAY, world.editor, [ossola, valmer], "si les bateliers signent")
    cell = queries.positions_of(text).axes[0][1][0].cells[ossola.actor_id]
    assert (cell.position.condition, [each.stance for each in cell.earlier]) == ("si les bateliers signent", ["rejects"])
    texts.set_position(point, ossola.actor, "accepts", TUESDAY, world.editor, [ossola])
    assert Position.objects.count() == 2
    assert queries.positions_of(text).axes[0][1][0].cells[ossola.actor_id].statements == (ossola,)


def test_a_position_is_shown_while_what_it_rests_on_is(text, spoken, world):
    _, ossola = spoken
    point = text.points.first()
    texts.set_position(point, ossola.actor, "rejects", MONDAY, world.editor, [ossola])
    record.rewrite(ossola.article, "Anna Ossola", "Claire Quéméner")
    assert table(text)["L'eau"]["1"] == {}
    record.rewrite(ossola.article, "Claire Quéméner", "Anna Ossola")
    assert table(text)["L'eau"]["1"] == {"Anna Ossola": "rejects"}
    take_back(ossola, world.editor)
    assert table(text)["L'eau"]["1"] == {}


def test_a_position_rests_on_accepted_statements(text, story, world):
    first, *_ = record.read(story)
    party = record.ActorFactory()
    with pytest.raises(ValidationError, match="'statements'"):
        texts.set_position(text.points.first(), party, "accepts", MONDAY, world.editor)
    with pytest.raises(ValidationError, match="'statements'"):
        texts.set_position(text.points.first(), party, "accepts", MONDAY, world.editor, [first])
    with pytest.raises(ValidationError, match="'condition'"):
        texts.set_position(text.points.first(), party, "conditional", MONDAY, world.editor, [accept(first, None)])


def test_positions_follow_a_merge_and_come_back(text, spoken, world):
    valmer, ossola = spoken
    point = text.points.first()
    texts.set_position(point, ossola.actor, "rejects", MONDAY, world.editor, [ossola])
    kept = actors.merge(valmer.actor, ossola.actor, world.editor)
    assert table(text)["L'eau"]["1"] == {"Inès Valmer": "rejects"}
    texts.set_position(point, ossola.actor, "accepts", TUESDAY, world.editor, [ossola])
    assert Position.objects.filter(party=kept).count() == 2
    actors.unmerge(ossola.actor, world.editor)
    assert table(text)["L'eau"]["1"] == {"Anna Ossola": "accepts"}


def test_what_changed_between_versions(text, world):
    first, _, third = text.points.all()
    texts.add_version(text, "Première version", MONDAY, world.editor)
    texts.add_version(text, "Deuxième version", TUESDAY, world.editor, {third: Changed("dropped", "un péage"), first: Changed("changed", "neuf vannes", "dix vannes")})
    assert [(version.name, [(change.point.number, change.kind) for change in changes]) for version, changes in queries.versions_of(text)] == [
        ("Deuxième version", [("1", "changed"), ("3", "dropped")]), ("Première version", []),
    ]  # fmt: skip


def test_only_a_text_that_is_shown_is_at_its_address(text, world):
    assert (queries.text_at("l-accord-de-l-orbance", "fr"), queries.texts_of(world.dossier.pk)) == (text, [text])
    texts.show(text, world.editor, shown=False)
    assert (queries.text_at("l-accord-de-l-orbance", "fr"), queries.texts_of(world.dossier.pk)) == (None, [])
    assert texts.draw_up(world.dossier, "L'accord de l'Orbance", world.editor).slug == "l-accord-de-l-orbance-2"


def test_who_is_no_editor_draws_up_nothing(text, world):
    with pytest.raises(PermissionDenied):
        texts.draw_up(world.dossier, "Autre", world.reporter)
    with pytest.raises(PermissionDenied):
        texts.set_position(text.points.first(), record.ActorFactory(), "silent", MONDAY, world.reporter)


def test_two_points_of_a_number_and_the_axis_of_another_text_are_refused(text, world):
    other = texts.draw_up(world.dossier, "Autre", world.editor)
    with pytest.raises(ValidationError):
        texts.add_point(text, "1", "Encore", world.editor)
    with pytest.raises(ValidationError, match="'axis'"):
        texts.add_point(other, "1", "Les vannes", world.editor, text.axes.first())
    with pytest.raises(ValidationError, match="'point'"):
        texts.add_version(other, "Première", MONDAY, world.editor, {text.points.first(): Changed("new")})
