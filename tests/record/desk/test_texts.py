"""Texts under negotiation at the desk: drawn up, put in order, shown; and where each party stands."""
from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from rotative.masthead.roles import Role
from rotative.record import queries, tables
from rotative.record.actions import texts
from rotative.record.actions.deciding import take_back
from rotative.record.models import Actor, Axis, Change, NegotiatedText, Point, Position, Version
from tests.factories import desk as people
from tests.record.desk.conftest import Desk, is_refused, words_of

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def numbers(text):
    return [point.number for point in text.points.all()]


def groups(answer):
    """The statements that a position may rest on, as they are grouped, each with whether it is ticked."""
    with override("en"):
        return answer.context["form"].groups()


def position_form(*statements, stance="accepts", **more):
    return {"stance": stance, "condition": "", "dated": "2026-11-23", "statements": [row.pk for row in statements], **more}


# ── Drawing up ─────────────────────────────────────────────────────────────────


def test_a_text_is_drawn_up_and_named_otherwise(editor, world):
    answer = editor.post("record_text_add", world.dossier.pk, name="L'accord", standfirst="Qui aura l'eau ?")
    text = NegotiatedText.objects.get()
    assert answer.url == reverse("record_text", args=[text.pk])
    assert "Only the desk sees it" in editor.sees("record_text", text.pk)
    editor.post("record_text_edit", text.pk, name="Le pacte", standfirst="")
    text.refresh_from_db()
    assert (text.name, text.standfirst, text.slug) == ("Le pacte", "", "l-accord")


def test_a_text_without_a_name_is_not_drawn_up_and_what_was_typed_stays(editor, world):
    answer = editor.post("record_text_add", world.dossier.pk, name="", standfirst="Qui aura l'eau ?")
    assert answer.status_code == 200
    assert "Qui aura l&#x27;eau ?" in answer.content.decode()
    assert "Nothing was saved yet" in answer.content.decode()
    assert not NegotiatedText.objects.exists()


def test_axes_and_points_are_added_one_after_the_other(editor, text):
    editor.post("record_axis_add", text.pk, name="Le calendrier")
    axis = Axis.objects.get(name="Le calendrier")
    answer = editor.post("record_point_add", text.pk, number="4", title="La date", axis=axis.pk, another="1")
    assert answer.url == reverse("record_point_add", args=[text.pk]) + f"?axis={axis.pk}"
    again = editor.client.get(answer.url)
    assert (again.context["form"]["number"].value(), again.context["form"]["axis"].value()) == ("5", axis.pk)
    assert numbers(text) == ["1", "2", "3", "4"]


def test_a_number_that_is_there_is_refused_with_whose_it_is(editor, text):
    answer = editor.post("record_point_add", text.pk, number="2", title="Le débit", axis="")
    assert "Point 2 is there already: “Les mois d'été”. Give it another number." in words_of(answer)
    assert "Le débit" in answer.content.decode()
    first = text.points.first()
    assert editor.post("record_point", text.pk, first.pk, number="1", title="Les dix vannes", axis="").status_code == 302
    assert "is there already" in words_of(editor.post("record_point", text.pk, first.pk, number="3", title="Les dix vannes", axis=""))


def test_points_move_among_those_of_their_axis(editor, text):
    first, second, third = text.points.all()
    editor.post("record_point_move", text.pk, second.pk, way="up")
    assert numbers(text) == ["2", "1", "3"]
    editor.post("record_point_move", text.pk, third.pk, way="up")
    assert numbers(text) == ["2", "1", "3"]
    assert editor.post("record_point_move", text.pk, second.pk, way="down").url.endswith(f"#point-{second.pk}")
    assert numbers(text) == ["1", "2", "3"]


def test_axes_move_and_are_renamed(editor, text):
    water, money = text.axes.all()
    editor.post("record_axis_move", text.pk, money.pk, way="up")
    assert list(text.axes.all()) == [money, water]
    editor.post("record_axis", text.pk, money.pk, name="L'argent")
    money.refresh_from_db()
    assert money.name == "L'argent"


def test_an_axis_that_is_removed_leaves_its_points(editor, text):
    water = text.axes.first()
    editor.post("record_axis_remove", text.pk, water.pk)
    assert numbers(text) == ["1", "2", "3"]
    assert "Without an axis" in editor.sees("record_text", text.pk)


def test_a_point_on_which_somebody_stands_is_not_removed(editor, text, spoken, world):
    first, second, _ = text.points.all()
    texts.set_position(first, spoken[0].actor, "accepts", MONDAY, world.editor, [spoken[0]])
    answer = editor.client.post(reverse("record_point_remove", args=[text.pk, first.pk]), follow=True)
    assert "Parties have a position on point 1. Drop these positions first." in answer.content.decode()
    editor.post("record_point_remove", text.pk, second.pk)
    assert numbers(text) == ["1", "3"]


def test_parts_of_another_text_are_not_there(editor, text, world):
    other = texts.draw_up(world.dossier, "Autre", world.editor)
    point, axis = text.points.first(), text.axes.first()
    assert editor.get("record_point", other.pk, point.pk).status_code == 404
    assert editor.post("record_axis_remove", other.pk, axis.pk).status_code == 404
    answer = editor.post("record_point_add", other.pk, number="1", title="Les vannes", axis=axis.pk)
    assert answer.status_code == 200
    assert not other.points.exists()


def test_a_text_is_shown_and_hidden(editor, text):
    editor.post("record_text_show", text.pk, shown="1")
    assert queries.texts_of(text.dossier_id) == [text]
    assert "Hide from readers" in editor.sees("record_text", text.pk)
    editor.post("record_text_show", text.pk, shown="0")
    assert queries.texts_of(text.dossier_id) == []


def test_only_a_publisher_deletes_a_text_and_a_hidden_one(editor, text, world):
    publisher = Desk(people.staff(Role.PUBLISHER, email="pub@amer.example"))
    assert is_refused(editor.post("record_text_discard", text.pk))
    texts.show(text, world.editor)
    assert "Hide it first" in words_of(publisher.post("record_text_discard", text.pk))
    texts.show(text, world.editor, shown=False)
    assert publisher.post("record_text_discard", text.pk).status_code == 302
    assert not NegotiatedText.objects.exists()


# ── Versions ───────────────────────────────────────────────────────────────────


def version_form(text, name="Deuxième version", **changes):
    form = {"name": name, "dated": "2026-11-24", "article": ""}
    for point in text.points.all():
        kind, was, now = changes.get(f"p{point.number}", ("", "", ""))
        form |= {f"kind_{point.pk}": kind, f"was_{point.pk}": was, f"now_{point.pk}": now}
    return form


def said(version):
    return [(change.point.number, change.kind, change.was, change.now) for change in version.changes.all()]


def test_a_version_says_what_it_changes(editor, text, world, story):
    form = version_form(text, p1=("changed", "neuf vannes", "dix vannes"), p2=("new", "ce qui n'est pas gardé", "de mai à août"), p3=("dropped", "un péage", "ni ceci"))
    assert editor.post("record_version_add", text.pk, **{**form, "article": story.pk}).status_code == 302
    version = Version.objects.get()
    assert said(version) == [("1", "changed", "neuf vannes", "dix vannes"), ("2", "new", "", "de mai à août"), ("3", "dropped", "un péage", "")]
    page = editor.sees("record_text", text.pk)
    assert "dix vannes" in page
    assert story.title in page


def test_a_version_is_mended_and_taken_out(editor, text):
    editor.post("record_version_add", text.pk, **version_form(text, p1=("changed", "neuf", "dix"), p3=("dropped", "un péage", "")))
    version = Version.objects.get()
    editor.post("record_version", text.pk, version.pk, **version_form(text, name="Version deux", p1=("changed", "neuf", "onze")))
    version.refresh_from_db()
    assert (version.name, said(version)) == ("Version deux", [("1", "changed", "neuf", "onze")])
    editor.post("record_version_remove", text.pk, version.pk)
    assert (Version.objects.count(), Change.objects.count()) == (0, 0)


def test_what_a_point_said_is_offered_to_the_next_version(editor, text):
    editor.post("record_version_add", text.pk, **version_form(text, p1=("new", "", "dix vannes")))
    point = text.points.first()
    assert editor.get("record_version_add", text.pk).context["form"][f"was_{point.pk}"].value() == "dix vannes"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("changed", "neuf", ""), "Say what point 1 says now."),
        (("new", "", ""), "Say what point 1 says now."),
        (("changed", "neuf", "neuf"), "Before and after are the same words."),
        (("", "", "dix vannes"), "Choose what becomes of point 1, or empty what it says now."),
        (("", "neuf vannes", ""), "Choose what becomes of point 1, or leave what it said before as it was."),
    ],
)
def test_what_a_version_lacks_is_said_and_what_was_typed_stays(editor, text, change, sentence):
    answer = editor.post("record_version_add", text.pk, **version_form(text, p1=change, p3=("dropped", "un péage", "")))
    assert sentence in words_of(answer)
    assert "un péage" in answer.content.decode()
    assert not Version.objects.exists()


def test_what_a_point_said_before_is_no_change_while_nobody_touches_it(editor, text):
    """In more than one line, too, which a browser sends with other ends."""
    editor.post("record_version_add", text.pk, **version_form(text, p1=("new", "", "dix vannes\r\net neuf écluses")))
    answer = editor.post("record_version_add", text.pk, **version_form(text, name="Version deux", p1=("", "dix vannes\r\net neuf écluses", ""), p2=("new", "", "de mai à août")))
    assert answer.status_code == 302 and Version.objects.count() == 2


# ── Positions ──────────────────────────────────────────────────────────────────


def test_a_position_is_set_from_what_the_party_said(editor, text, spoken):
    valmer, ossola = spoken
    point = text.points.first()
    page = editor.sees("record_position", text.pk, point.pk, valmer.actor_id)
    assert valmer.words in page
    assert ossola.words not in page
    answer = editor.post("record_position", text.pk, point.pk, valmer.actor_id, **position_form(valmer))
    assert answer.url.endswith(f"#cell-{point.pk}-{valmer.actor_id}")
    found = Position.objects.get()
    assert (found.stance, found.dated, list(found.statements.all())) == ("accepts", MONDAY, [valmer])
    assert "accepts" in editor.sees("record_text", text.pk)


def test_the_day_left_empty_is_that_of_the_last_statement(editor, text, spoken):
    valmer, _ = spoken
    editor.post("record_position", text.pk, text.points.first().pk, valmer.actor_id, **position_form(valmer, dated=""))
    assert Position.objects.get().dated == valmer.dated == MONDAY


def test_statements_that_name_the_point_or_share_its_words_are_offered_first(editor, text, spoken):
    valmer, _ = spoken
    point = text.points.last()
    heads = [head for head, _ in groups(editor.get("record_position", text.pk, point.pk, valmer.actor_id))]
    assert heads == ["Said by this party"]
    point.title = "La date de l'accord signé"
    point.save()
    heads = [head for head, _ in groups(editor.get("record_position", text.pk, point.pk, valmer.actor_id))]
    assert heads == ["Likely about this point"]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"stance": "accepts"}, "A position rests on a statement. Without one, a party has not said."),
        ({"stance": "conditional"}, "Name the condition, in a few words."),
        ({"stance": "silent", "condition": "si les bateliers signent"}, "A condition is named for a position that has one, and for no other."),
        ({"stance": ""}, "This field is required."),
        ({"stance": "silent", "dated": "le 30 février"}, "Enter a valid date."),
    ],
)
def test_what_a_position_lacks_is_said_and_what_was_typed_stays(editor, text, spoken, form, sentence):
    valmer, _ = spoken
    posted = {**position_form(), **form}
    answer = editor.post("record_position", text.pk, text.points.first().pk, valmer.actor_id, **posted)
    assert sentence in words_of(answer)
    assert posted["condition"] in answer.content.decode()
    assert not Position.objects.exists()


def test_what_was_ticked_stays_ticked(editor, text, spoken):
    valmer, _ = spoken
    answer = editor.post("record_position", text.pk, text.points.first().pk, valmer.actor_id, **position_form(valmer, stance="conditional"))
    assert [ticked for _, rows in groups(answer) for row, ticked in rows if row == valmer] == [True]


def test_the_history_of_a_cell_is_kept_and_each_position_of_it_mended(editor, text, spoken):
    valmer, _ = spoken
    cell = (text.pk, text.points.first().pk, valmer.actor_id)
    editor.post("record_position", *cell, **position_form(valmer))
    editor.post("record_position", *cell, **position_form(valmer, stance="conditional", condition="si l'eau monte", dated="2026-11-24"))
    positions = editor.get("record_position", *cell).context["positions"]
    assert [(row.dated, row.stance) for row in positions] == [(TUESDAY, "conditional"), (MONDAY, "accepts")]
    assert "1 earlier" in editor.sees("record_text", text.pk)
    earlier = Position.objects.get(dated=MONDAY)
    form = editor.get("record_position", *cell, query=f"?position={earlier.pk}").context["form"]
    assert (form["stance"].value(), form["dated"].value(), form["statements"].value()) == ("accepts", "2026-11-23", [valmer.pk])
    editor.post("record_position", *cell, **position_form(stance="silent"))
    assert sorted(Position.objects.values_list("dated", "stance")) == [(MONDAY, "silent"), (TUESDAY, "conditional")]


def test_a_position_that_is_dropped_is_put_back_by_setting_it_again(editor, text, spoken):
    valmer, _ = spoken
    cell = (text.pk, text.points.first().pk, valmer.actor_id)
    editor.post("record_position", *cell, **position_form(valmer, stance="conditional", condition="si l'eau monte"))
    answer = editor.post("record_position_drop", text.pk, Position.objects.get().pk)
    assert not Position.objects.exists()
    form = editor.client.get(answer.url).context["form"]
    again = {name: form[name].value() for name in ("stance", "condition", "dated", "statements")}
    assert editor.post("record_position", *cell, **again).status_code == 302
    assert (Position.objects.get().condition, list(Position.objects.get().statements.all())) == ("si l'eau monte", [valmer])


def test_a_position_that_readers_no_longer_see_says_so(editor, text, spoken, world):
    valmer, _ = spoken
    texts.set_position(text.points.first(), valmer.actor, "accepts", MONDAY, world.editor, [valmer])
    assert "readers do not see it now" not in editor.sees("record_text", text.pk)
    take_back(valmer, world.editor)
    assert "readers do not see it now" in editor.sees("record_text", text.pk)


def test_a_party_is_chosen_and_has_a_column_at_once(editor, text, spoken):
    valmer, _ = spoken
    page = editor.get("record_party_add", text.pk)
    assert "1 statement in this dossier" in words_of(page)
    assert f"?party={valmer.actor_id}#table" in page.content.decode()
    found = editor.get("record_party_add", text.pk, query="?q=ossola")
    assert [actor.name for actor, _ in found.context["found"]] == ["Anna Ossola"]
    board = editor.get("record_text", text.pk, query=f"?party={valmer.actor_id}").context["board"]
    assert [party.name for party in board.parties] == ["Inès Valmer"]
    assert editor.get("record_text", text.pk, query="?party=nobody&party=99999999999999999999").status_code == 200


# ── Who may ────────────────────────────────────────────────────────────────────


def test_a_reporter_finds_no_text(reporter, text, spoken):
    point, axis = text.points.first(), text.axes.first()
    pages = [("record_text", text.pk), ("record_text_edit", text.pk), ("record_axis_add", text.pk), ("record_axis", text.pk, axis.pk), ("record_point_add", text.pk),
             ("record_point", text.pk, point.pk), ("record_version_add", text.pk), ("record_party_add", text.pk), ("record_position", text.pk, point.pk, spoken[0].actor_id),
             ("record_dossiers",), ("record_dossier", text.dossier_id), ("record_text_add", text.dossier_id)]  # fmt: skip
    assert [name for name, *args in pages if not is_refused(reporter.get(name, *args))] == []
    deeds = [("record_text_show", text.pk), ("record_point_move", text.pk, point.pk), ("record_point_remove", text.pk, point.pk), ("record_axis_remove", text.pk, axis.pk)]
    assert [name for name, *args in deeds if not is_refused(reporter.post(name, *args))] == []
    assert Point.objects.count() == 3


def test_a_button_is_not_an_address_to_visit(editor, text):
    assert editor.get("record_text_show", text.pk).status_code == 405


# ── What is offered, and what it costs ─────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "is_likely"),
    [("le point 4 bis est inacceptable", False), ("le point 4 est inacceptable", True), ("nous rejetons les points 3 et 4", True), ("quatre points", False),
     ("article 14", False), ("les vannes resteront fermées", True)],
)  # fmt: skip
def test_words_are_likely_about_a_point_that_they_name_or_share_words_with(editor, text, spoken, words, is_likely):
    valmer, _ = spoken
    point = text.points.first()
    Point.objects.filter(pk=point.pk).update(number="4")
    type(valmer).objects.filter(pk=valmer.pk).update(words=words)
    found = editor.get("record_position", text.pk, point.pk, valmer.actor_id).context["form"].offer
    assert (len(found.likely), len(found.theirs)) == ((1, 0) if is_likely else (0, 1))


def test_what_a_position_rests_on_is_offered_although_its_story_left_the_dossier(editor, text, spoken, story):
    valmer, _ = spoken
    cell = (text.pk, text.points.first().pk, valmer.actor_id)
    editor.post("record_position", *cell, **position_form(valmer))
    story.dossier = None
    story.save()
    answer = editor.get("record_position", *cell, query=f"?position={Position.objects.get().pk}")
    assert [ticked for _, rows in groups(answer) for row, ticked in rows if row == valmer] == [True]
    assert not editor.get("record_position", text.pk, text.points.last().pk, valmer.actor_id).context["form"].offer.every


def test_what_others_say_of_a_party_is_offered_last(editor, text, spoken):
    valmer, ossola = spoken
    type(ossola).objects.filter(pk=ossola.pk).update(words="Mme Valmer ne signera rien")
    answer = editor.get("record_position", text.pk, text.points.last().pk, valmer.actor_id)
    assert [(head, [row.pk for row, _ in rows]) for head, rows in groups(answer)][-1] == ("Said of this party by others", [ossola.pk])


def test_a_table_costs_the_same_however_long_it_is(editor, text, spoken, world, django_assert_max_num_queries):
    editor.sees("record_text", text.pk)
    with CaptureQueriesContext(connection) as empty:
        editor.sees("record_text", text.pk)
    for point in text.points.all():
        for row in spoken:
            texts.set_position(point, row.actor, "accepts", MONDAY, world.editor, [row])
    with django_assert_max_num_queries(len(empty) + 1):
        editor.sees("record_text", text.pk)


def test_what_is_offered_for_a_position_costs_the_same_however_much_was_said(text, spoken):
    valmer, ossola = spoken
    point, party = text.points.first(), Actor.objects.get(pk=valmer.actor_id)
    with CaptureQueriesContext(connection) as before:
        tables.offer(point, party)
    for _ in range(5):
        ossola.pk = None
        ossola.save()
    with CaptureQueriesContext(connection) as after:
        tables.offer(point, party)
    assert len(after) == len(before)
