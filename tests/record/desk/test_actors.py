"""Actors at the desk: found, named, dated in their roles, made one and two again."""
from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rotative.masthead.roles import Role
from rotative.record import who
from rotative.record.actions import actors, texts
from rotative.record.actions.deciding import accept
from rotative.record.models import Actor, ActorRole, Alias, Appearance, Event, Portrait, Position, SameActor, Statement
from tests import factories
from tests.factories import desk as people
from tests.factories import record
from tests.record.desk.conftest import Desk, is_refused, words_of

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)
ELSEWHERE = ["Mme Valmer, ministre de l'Eau, a annoncé que le barrage ouvre jeudi."]


@pytest.fixture
def valmer(spoken):
    return spoken[0].actor


@pytest.fixture
def namesake(world, db):
    """Somebody of the same family name in another story of the dossier."""
    other = record.story("Le barrage ouvre", ELSEWHERE, dossier=world.dossier)
    mention = record.at(other, "Mme Valmer")
    row = Appearance.objects.create(article=other, kind="person", name="Mme Valmer", role="ministre de l'Eau", mentions=[mention.as_json()])
    return accept(row, None).actor


def names_found(desk, words):
    return [actor.name for actor in desk.get("record_actors", query=f"?q={words}").context["object_list"]]


def test_an_actor_is_found_by_any_of_its_names(editor, valmer, world):
    actors.call(valmer, "La négociatrice Émilienne", world.editor)
    assert names_found(editor, "valm") == ["Inès Valmer"]
    assert names_found(editor, "ines") == ["Inès Valmer"]
    assert names_found(editor, "emilienne") == ["Inès Valmer"]
    assert names_found(editor, "négociatrice") == ["Inès Valmer"]
    assert names_found(editor, "personne") == []
    assert names_found(editor, "%22'*") == []


def test_the_list_is_filtered_and_ordered(editor, spoken):
    record.ActorFactory(name="Les bateliers", kind="body", slug="bateliers")
    listed = editor.get("record_actors", query="?kind=body").context["object_list"]
    assert [actor.name for actor in listed] == ["Les bateliers"]
    ordered = editor.get("record_actors", query="?ordering=-name").context["object_list"]
    assert [actor.name for actor in ordered] == ["Les bateliers", "Inès Valmer", "Anna Ossola"]
    assert [(actor.name, actor.stories, actor.said) for actor in ordered][1] == ("Inès Valmer", 1, 1)


def test_stories_and_statements_are_counted_each_by_itself(editor, spoken):
    """Two stories and three statements are not six; nor does the database look at six."""
    valmer, _ossola = spoken
    for _ in range(2):
        valmer.pk = None
        valmer.save()
    other = record.story("Un autre jour")
    Appearance.objects.create(article=other, name="Inès Valmer", kind="person", actor=valmer.actor, state="accepted")
    Appearance.objects.create(article=other, name="Mme Valmer", kind="person", actor=valmer.actor, state="accepted")
    Appearance.objects.create(article=record.story("Un troisième"), name="Inès Valmer", kind="person", actor=valmer.actor)
    page = editor.get("record_actors", query="?ordering=-said")
    assert [(actor.name, actor.stories, actor.said) for actor in page.context["object_list"]] == [("Inès Valmer", 2, 3), ("Anna Ossola", 1, 1)]
    assert "JOIN" not in str(who.counted(Actor.objects.whole()).query)


def test_the_page_of_an_actor_says_what_is_known(editor, valmer, story):
    page = editor.sees("record_actor", valmer.pk)
    assert all(words in page for words in ("Person", "ines-valmer", record.VALMER, story.title, "négociatrice de l'Orbance"))


def test_a_name_a_kind_and_an_identifier_are_mended(editor, valmer):
    assert editor.post("record_actor_edit", valmer.pk, name="Inès Valmer-Roux", kind="person", wikidata="Q42").status_code == 302
    valmer.refresh_from_db()
    assert (valmer.name, valmer.wikidata, [alias.name for alias in valmer.aliases.all()]) == ("Inès Valmer-Roux", "Q42", ["Inès Valmer"])


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"wikidata": "42"}, "A Wikidata identifier is written Q42."),
        ({"wikidata": "Q7"}, "“Anna Ossola” has this identifier already. If they are one and the same, merge them."),
        ({"name": ""}, "This field is required."),
    ],
)
def test_what_is_wrong_with_an_actor_is_said(editor, spoken, form, sentence):
    valmer, ossola = (row.actor for row in spoken)
    Actor.objects.filter(pk=ossola.pk).update(wikidata="Q7")
    answer = editor.post("record_actor_edit", valmer.pk, **{"name": "Inès Roux", "kind": "person", "wikidata": "", **form})
    assert sentence in words_of(answer)
    valmer.refresh_from_db()
    assert valmer.name == "Inès Valmer"


def test_other_names_are_given_and_taken_off(editor, valmer):
    editor.post("record_name_add", valmer.pk, name="La négociatrice")
    assert "It has this name already." in words_of(editor.post("record_name_add", valmer.pk, name="Inès Valmer"))
    alias = Alias.objects.get(actor=valmer)
    assert alias.name in editor.sees("record_actor", valmer.pk)
    editor.post("record_name_remove", valmer.pk, alias.pk)
    assert not Alias.objects.exists()


def test_roles_have_days_and_are_mended_and_taken_off(editor, valmer):
    wrong = editor.post("record_role_add", valmer.pk, role="ministre", language="fr", since="2026-11-23", until="2026-01-01")
    assert "A role cannot end before it begins." in words_of(wrong)
    editor.post("record_role_add", valmer.pk, role="ministre", language="fr", since="2026-01-01", until="")
    role = ActorRole.objects.get()
    editor.post("record_role", valmer.pk, role.pk, role="ministre de l'Eau", language="fr", since="2026-01-01", until="2026-11-23")
    role.refresh_from_db()
    assert (role.role, role.until) == ("ministre de l'Eau", MONDAY)
    assert "until Nov. 23, 2026" in editor.sees("record_actor", valmer.pk)
    editor.post("record_role_remove", valmer.pk, role.pk)
    assert not ActorRole.objects.exists()


# ── Merging and splitting ──────────────────────────────────────────────────────


def test_what_a_merge_would_move_is_shown_and_nothing_is_moved(editor, valmer, namesake):
    page = editor.sees("record_actor_merge_with", valmer.pk, namesake.pk)
    assert "If “Inès Valmer” stays" in page
    assert "1 story" in page
    assert "Names: Mme Valmer" in page
    assert not Actor.objects.exclude(merged_into=None).exists()


def test_a_merge_asks_whether_somebody_looked(editor, valmer, namesake):
    answer = editor.post("record_actor_merge_with", valmer.pk, namesake.pk, kept=valmer.pk)
    assert "Look at what moves, and tick this if they are one and the same." in words_of(answer)
    assert not Actor.objects.exclude(merged_into=None).exists()


def test_two_actors_are_made_one_and_two_again(editor, valmer, namesake):
    answer = editor.post("record_actor_merge_with", namesake.pk, valmer.pk, kept=valmer.pk, checked="on")
    assert answer.url == reverse("record_actor", args=[valmer.pk])
    namesake.refresh_from_db()
    assert namesake.merged_into == valmer
    assert "Le barrage ouvre" in editor.sees("record_actor", valmer.pk)
    assert "It was merged: it is one and the same as Inès Valmer" in editor.sees("record_actor", namesake.pk)
    editor.post("record_actor_unmerge", namesake.pk)
    namesake.refresh_from_db()
    assert namesake.merged_into is None
    assert Appearance.objects.get(name="Mme Valmer").actor == namesake
    answer = editor.client.post(reverse("record_actor_unmerge", args=[namesake.pk]), follow=True)
    assert "“Mme Valmer” is not merged." in answer.content.decode()


def test_the_other_one_may_stay(editor, valmer, namesake):
    editor.post("record_actor_merge_with", valmer.pk, namesake.pk, kept=namesake.pk, checked="on")
    valmer.refresh_from_db()
    assert valmer.merged_into == namesake


def test_what_keeps_two_from_being_one_is_said_first_and_again(editor, valmer, namesake, spoken, text, world):
    Actor.objects.filter(pk=valmer.pk).update(wikidata="Q1")
    Actor.objects.filter(pk=namesake.pk).update(wikidata="Q2")
    sentence = "Wikidata knows “Inès Valmer” and “Mme Valmer” as two."
    assert sentence in editor.sees("record_actor_merge_with", valmer.pk, namesake.pk)
    assert sentence in words_of(editor.post("record_actor_merge_with", valmer.pk, namesake.pk, kept=valmer.pk, checked="on"))
    Actor.objects.update(wikidata="")
    point = text.points.first()
    texts.set_position(point, valmer, "accepts", MONDAY, world.editor, [spoken[0]])
    texts.set_position(point, namesake, "silent", MONDAY, world.editor)
    assert "the two stand otherwise on the same day" in editor.sees("record_actor_merge_with", valmer.pk, namesake.pk)
    assert Position.objects.count() == 2


def test_who_may_be_the_same_is_offered_first_and_others_are_searched(editor, valmer, namesake):
    page = editor.get("record_actor_merge", valmer.pk)
    assert [(actor, why) for actor, why, _ in page.context["likely"]] == [(namesake, "one name is a part of the other; in the same dossier")]
    found = editor.get("record_actor_merge", valmer.pk, query="?q=valmer").context["found"]
    assert [actor for actor, _ in found] == [namesake]
    assert "Nobody of that name." in editor.sees("record_actor_merge", valmer.pk, query="?q=kergoat")


def test_a_namesake_is_split_off_with_what_it_said(editor, valmer, namesake, world):
    actors.merge(valmer, namesake, world.editor)
    there, here = (Appearance.objects.get(actor=valmer, name=name) for name in ("Mme Valmer", "Inès Valmer"))
    assert "Choose in which stories it is somebody else." in words_of(editor.post("record_actor_split", valmer.pk, name=""))
    every = editor.post("record_actor_split", valmer.pk, appearances=[there.pk, here.pk], name="Camille Valmer")
    assert "In one story at least it stays who it is." in words_of(every)
    assert "Camille Valmer" in every.content.decode()
    answer = editor.post("record_actor_split", valmer.pk, appearances=[here.pk], name="Camille Valmer")
    other = Actor.objects.get(name="Camille Valmer")
    assert answer.url == reverse("record_actor", args=[other.pk])
    assert Statement.objects.get(words=record.VALMER).actor == other


def test_a_reporter_finds_no_actor(reporter, valmer, namesake):
    pages = [("record_actors",), ("record_actor", valmer.pk), ("record_actor_edit", valmer.pk), ("record_actor_merge", valmer.pk), ("record_name_add", valmer.pk),
             ("record_actor_merge_with", valmer.pk, namesake.pk), ("record_actor_split", valmer.pk), ("record_role_add", valmer.pk), ("record_same",)]  # fmt: skip
    assert [name for name, *args in pages if not is_refused(reporter.get(name, *args))] == []
    pair = SameActor.objects.get()
    assert is_refused(reporter.post("record_same_decide", pair.pk, "confirm"))
    assert is_refused(reporter.post("record_actor_unmerge", valmer.pk))


@pytest.fixture
def hidden(world, valmer, namesake):
    """A draft of a section that the editor has nothing to do with, in which both actors are, and one says something."""
    draft = record.story("Le brouillon des autres", [record.BODY[0], *ELSEWHERE], dossier=world.dossier, parent=factories.section("Culture", "culture"), publish=False)
    text = record.text_of(draft)
    found = record.said(text, record.VALMER, "annoncé", "Inès Valmer", "Inès Valmer", act="announces")
    event = record.findings.Event(record.span(text, "le barrage ouvre"), "Le barrage ouvre en secret", (), None, record.Interval("2026-11-26", "2026-11-26"))
    record.take(draft, record.Reading("fr", (record.named(text, "Inès Valmer", role="rôle secret"), record.named(text, "Mme Valmer")), (found,), (event,), (), ()), text)
    for row in (*Statement.objects.filter(article=draft), *Appearance.objects.filter(article=draft), *Event.objects.filter(article=draft)):
        accept(row, None)
    Appearance.objects.filter(article=draft, name="Inès Valmer").update(actor=valmer)
    Appearance.objects.filter(article=draft, name="Mme Valmer").update(actor=namesake)
    Statement.objects.filter(article=draft).update(actor=valmer)
    return draft


def test_no_page_names_a_draft_of_a_section_that_one_has_nothing_to_do_with(editor, valmer, namesake, hidden, world):
    text = texts.draw_up(world.dossier, "L'accord", None)
    point = texts.add_point(text, "4", "Le barrage", None)
    texts.add_version(text, "Version 1", MONDAY, None, article=hidden)
    pages = [("record_actor", valmer.pk), ("record_actor", namesake.pk), ("record_same",), ("record_actor_split", valmer.pk), ("record_actor_merge_with", valmer.pk, namesake.pk),
             ("record_position", text.pk, point.pk, valmer.pk), ("record_dossier", world.dossier.pk), ("record_text", text.pk), ("record_version_add", text.pk), ("record_waiting",)]  # fmt: skip
    told = {name: page for name, *args in pages if any(secret in (page := editor.get(name, *args).content.decode()) for secret in ("brouillon des autres", "rôle secret", "en secret"))}
    assert list(told) == []
    publisher = Desk(people.staff(Role.PUBLISHER, email="publisher@amer.example"))
    for name, *args in [("record_actor", valmer.pk), ("record_same",), ("record_dossier", world.dossier.pk), ("record_text", text.pk), ("record_version_add", text.pk)]:
        assert "brouillon des autres" in publisher.get(name, *args).content.decode(), name


def test_that_there_are_others_is_said(editor, valmer, hidden):
    assert "and 1 story that you may not open" in editor.sees("record_actor", valmer.pk)


# ── Pairs ──────────────────────────────────────────────────────────────────────


def test_a_pair_is_shown_with_its_reasons_and_told_by_one_button(editor, valmer, namesake):
    page = editor.sees("record_same")
    assert "Why: one name is a part of the other (Mme Valmer); in the same dossier." in page
    assert "ministre de l'Eau" in page
    pair = SameActor.objects.get()
    editor.post("record_same_decide", pair.pk, "confirm")
    assert Actor.objects.exclude(merged_into=None).count() == 1
    assert "No two actors look like one." in editor.sees("record_same")
    editor.post("record_same_decide", pair.pk, "undo")
    assert not Actor.objects.exclude(merged_into=None).exists()
    assert "1 pair may be one and the same." in editor.sees("record_same")


@pytest.mark.parametrize(("first", "second", "merged"), [("confirm", "reject", 1), ("reject", "confirm", 0), ("confirm", "confirm", 1)])
def test_the_second_who_tells_a_pair_is_told_so(editor, valmer, namesake, first, second, merged):
    """Of a page of before: two that are one by now are not two, and what undoes it is left."""
    pair = SameActor.objects.get()
    for verb in (first, second):
        answer = editor.client.post(reverse("record_same_decide", args=[pair.pk, verb]), follow=True)
    assert "Somebody told this pair meanwhile." in answer.content.decode()
    assert Actor.objects.exclude(merged_into=None).count() == merged
    editor.post("record_same_decide", pair.pk, "undo")
    assert not Actor.objects.exclude(merged_into=None).exists()


def test_a_page_of_many_pairs_asks_no_more_than_one_of_few(editor, valmer, namesake, world):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            editor.get("record_same")
        return len(queries)

    few = asked()
    for number in range(8):
        other = record.ActorFactory(name=f"Valmer {number}")
        actors.call(other, f"La Valmer {number}", world.editor)
        SameActor.objects.create(one=valmer, other=other, reasons=[{"why": "part of the name", "words": "Valmer"}])
    assert asked() <= few and len(editor.get("record_same").context["cards"]) == 9


def test_two_that_are_two_are_not_asked_again_but_may_be_undone(editor, valmer, namesake):
    pair = SameActor.objects.get()
    editor.post("record_same_decide", pair.pk, "reject")
    assert not editor.get("record_same").context["cards"]
    assert "Inès Valmer / Mme Valmer" in editor.sees("record_same")
    editor.post("record_same_decide", pair.pk, "undo")
    assert [card["pair"] for card in editor.get("record_same").context["cards"]] == [pair]
    assert editor.client.post("/desk/record/same/1/maybe/").status_code == 404


def test_what_keeps_a_pair_apart_is_said(editor, valmer, namesake):
    Actor.objects.filter(pk=valmer.pk).update(wikidata="Q1")
    Actor.objects.filter(pk=namesake.pk).update(wikidata="Q2")
    answer = editor.client.post(reverse("record_same_decide", args=[SameActor.objects.get().pk, "confirm"]), follow=True)
    assert "Wikidata knows" in answer.content.decode()


def test_a_pair_is_undone_although_who_was_kept_is_another_one_by_now(editor, valmer, namesake, world):
    pair = SameActor.objects.get()
    editor.post("record_same_decide", pair.pk, "confirm")
    actors.merge(record.ActorFactory(name="Inès Valmer-Roux"), Actor.objects.get(pk=valmer.pk), world.editor)
    editor.post("record_same_decide", pair.pk, "undo")
    namesake.refresh_from_db()
    assert namesake.merged_into is None
    assert Appearance.objects.get(name="Mme Valmer").actor == namesake
    assert Appearance.objects.get(name="Inès Valmer").actor.name == "Inès Valmer-Roux"


def test_a_portrait_is_chosen_and_taken_away(editor, reporter, valmer):
    picture = record.picture(description="Inès Valmer à Verel.", credit="Lou Amsellem")
    assert "Choose a portrait" in editor.sees("record_actor", valmer.pk)
    assert "data-desk-start" in editor.get("record_portrait", valmer.pk).content.decode()
    editor.post("record_portrait", valmer.pk, picture=picture.pk)
    assert Portrait.objects.get(actor=valmer).picture == picture
    shown = editor.sees("record_actor", valmer.pk)
    assert "Inès Valmer à Verel." in shown
    assert "Lou Amsellem" in shown
    assert is_refused(reporter.post("record_portrait", valmer.pk, picture=""))
    assert Portrait.objects.exists()
    editor.post("record_portrait", valmer.pk, picture="")
    assert not Portrait.objects.exists()
