"""What waits, what was flagged, what contradicts, and how often the reading was right: at the desk."""
from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from urllib.parse import parse_qs

import pytest
import time_machine
from django.urls import reverse

from rotative.masthead.roles import Role
from rotative.record.actions.deciding import accept, mend, reject, take_back
from rotative.record.desk import lists
from rotative.record.models import Contradiction, State
from rotative.record.reviews import Precision, precision_by_month
from tests import factories
from tests.factories import desk as people
from tests.factories import record
from tests.record.desk.conftest import Desk, is_refused, words_of

pytestmark = pytest.mark.django_db


def titles(desk, query=""):
    return [story.title for story in desk.get("record_waiting", query=query).context["object_list"]]


def test_stories_in_which_something_waits_are_listed_with_how_much(editor, story):
    assert "Nothing waits for you." in editor.sees("record_waiting")
    record.read(story)
    page = editor.get("record_waiting")
    assert [found.waiting for found in page.context["object_list"]] == [{"statement": 3, "event": 1, "appearance": 2}]
    assert reverse("record_review", args=[story.pk]) in page.content.decode()


def test_the_newest_is_first_and_each_filter_holds(editor, story, world):
    english = factories.section("Country", "country", language="en")
    culture = factories.section("Culture", "culture")
    people.appoint(world.editor, Role.EDITOR, [story.get_parent(), culture, english])
    desk = Desk(type(world.editor).objects.get(pk=world.editor.pk))
    others = [record.story("Un concert", parent=culture), record.story("The accord", parent=english)]
    for each in (story, *others):
        record.read(each)
    assert titles(desk) == ["The accord", "Un concert", story.title]
    assert titles(desk, f"?section={culture.pk}") == ["Un concert"]
    assert titles(desk, "?language=en") == ["The accord"]
    assert titles(desk, f"?dossier={world.dossier.pk}") == [story.title]
    assert "Nothing waits there." in desk.sees("record_waiting", query=f"?language=en&section={culture.pk}")
    assert desk.get("record_waiting_results", query="?language=en").status_code == 200


def test_who_edits_another_section_has_other_stories(editor, story):
    culture = factories.section("Culture", "culture")
    elsewhere = record.story("Un concert", parent=culture)
    record.read(elsewhere)
    assert titles(editor) == []


def test_what_was_flagged_stands_on_top(editor, story):
    valmer = record.accepted(story)
    record.rewrite(story, "avant la fin du mois", "avant l'été")
    page = editor.sees("record_waiting")
    assert page.index("Its words were changed") < page.index(valmer.words)
    assert "readers no longer see them" in page


def test_the_rest_of_what_was_flagged_is_asked_for_within_the_filters(editor, story, monkeypatch):
    monkeypatch.setattr(lists, "FLAGGED", 1)
    first, second = (accept(row, None) for row in record.read(story)[:2])
    record.rewrite(record.rewrite(story, "avant la fin du mois", "avant l'été"), "Nous ne signerons rien", "Nous signerons tout")
    page = editor.get("record_waiting", query="?language=fr&q=").content.decode()
    (more,) = [unescape(href) for href in re.findall(r'<a href="(\?[^"]*flagged=all[^"]*)"', page)]
    assert parse_qs(more[1:]) == {"language": ["fr"], "flagged": ["all"]}
    assert all(row.words in editor.sees("record_waiting", query=more) for row in (first, second))
    results = editor.get("record_waiting_results", query="?language=fr&_w_filter_fragment=true").content.decode()
    assert "language=fr" in results.split("flagged=all")[0].rsplit('"', 1)[1] + results.split("flagged=all")[1].split('"')[0]


def test_who_only_writes_sees_what_waits_in_their_drafts(reporter, story, world):
    draft = record.story("Mon brouillon", publish=False, owner=world.reporter)
    for each in (story, draft, record.story("Le sien", publish=False, owner=world.editor)):
        record.read(each)
    assert titles(reporter) == ["Mon brouillon"]
    assert is_refused(reporter.get("record_precision"))
    assert is_refused(reporter.get("record_contradictions"))
    menu = reporter.client.get("/desk/").content.decode()
    assert reverse("record_waiting") in menu
    assert reverse("record_contradictions") not in menu


def test_a_moderator_has_no_record(world):
    moderator = Desk(people.staff(Role.MODERATOR, email="mod@amer.example"))
    assert is_refused(moderator.get("record_waiting"))
    assert reverse("record_waiting") not in moderator.client.get("/desk/").content.decode()


def test_the_menu_has_the_record(editor):
    menu = editor.client.get("/desk/").content.decode()
    assert all(reverse(name) in menu for name in ("record_waiting", "record_same", "record_contradictions", "record_dossiers", "record_actors", "record_precision"))


# ── Contradictions ─────────────────────────────────────────────────────────────


@pytest.fixture
def pair(spoken):
    return Contradiction.objects.create(claim=spoken[0], denial=spoken[1], reasons=[{"why": "same words", "words": "accord, signer"}])


def test_claim_and_denial_stand_side_by_side_and_are_told_by_one_button(editor, pair):
    page = editor.sees("record_contradictions")
    assert page.index(record.VALMER) < page.index(record.OSSOLA)
    assert "words in common (accord, signer)" in page
    assert "Nov. 23, 2026" in page
    editor.post("record_contradiction_decide", pair.pk, "confirm")
    pair.refresh_from_db()
    assert pair.state == State.ACCEPTED
    editor.post("record_contradiction_decide", pair.pk, "undo")
    pair.refresh_from_db()
    assert pair.state == State.SUGGESTED
    editor.post("record_contradiction_decide", pair.pk, "reject")
    assert "Decided lately" in editor.sees("record_contradictions")
    assert not editor.get("record_contradictions").context["cards"]


def test_a_contradiction_is_added_by_hand(editor, spoken, story, world):
    claim, denial = spoken
    assert "Choose a dossier or a story first." in editor.sees("record_contradict")
    where = f"?dossier={world.dossier.pk}"
    assert record.OSSOLA in editor.sees("record_contradict", query=where)
    assert record.OSSOLA in editor.sees("record_contradict", query=f"?story={story.pk}")
    assert "Choose what denies it." in words_of(editor.post("record_contradict", query=where, claim=claim.pk))
    same = editor.post("record_contradict", query=where, claim=claim.pk, denial=claim.pk)
    assert "A statement does not contradict itself. Choose two." in words_of(same)
    assert [marks for _, *marks in same.context["rows"]] .count([True, True]) == 1
    assert editor.post("record_contradict", query=where, claim=claim.pk, denial=denial.pk).status_code == 302
    assert (Contradiction.objects.get().origin, Contradiction.objects.get().state) == ("hand", State.ACCEPTED)


def test_who_may_not_publish_both_stories_does_not_decide(pair, world):
    culture = factories.section("Culture", "culture")
    other = Desk(people.staff(Role.EDITOR, [culture], email="autre@amer.example"))
    assert "Who may publish both stories decides." in other.sees("record_contradictions")
    assert is_refused(other.post("record_contradiction_decide", pair.pk, "confirm"))
    answer = other.post("record_contradict", query=f"?dossier={world.dossier.pk}", claim=pair.claim_id, denial=pair.denial_id)
    assert "You may not publish one of the two stories." in words_of(answer)
    pair.refresh_from_db()
    assert pair.state == State.SUGGESTED


@pytest.fixture
def secret(pair, story):
    """The claim, and what denies it in a draft of another section."""
    draft = record.story("Sous embargo", publish=False, parent=factories.section("Culture", "culture"), dossier=story.dossier)
    denial = accept(record.read(draft)[1], None)
    return Contradiction.objects.create(claim=pair.claim, denial=denial, reasons=[])


def test_a_draft_of_another_section_is_told_to_nobody_who_may_not_see_it(editor, secret, pair, world):
    cards = editor.get("record_contradictions").context["cards"]
    assert [card["pair"].pk for card in cards] == [pair.pk]
    asked = editor.get("record_contradict", query=f"?dossier={world.dossier.pk}")
    assert secret.denial_id not in {row.pk for row, *_ in asked.context["rows"]}
    assert "Sous embargo" not in words_of(asked)
    told = editor.get("record_review", pair.claim.article_id).context["review"].proposals
    assert [(each.kind, each.count) for each in told if each.kind == "contradictions"] == [("contradictions", 1)]
    publisher = Desk(people.staff(Role.PUBLISHER, email="pub@amer.example"))
    assert len(publisher.get("record_contradictions").context["cards"]) == 2
    publisher.post("record_contradiction_decide", secret.pk, "reject")
    assert [row.pk for row, _ in publisher.get("record_contradictions").context["lately"]] == [secret.pk]
    assert not editor.get("record_contradictions").context["lately"]


def test_who_only_writes_is_led_to_no_list_that_is_closed_to_them(reporter, secret, world):
    draft = record.story("Mon brouillon", publish=False, owner=world.reporter)
    claim = accept(record.read(draft)[0], None)
    mine = Contradiction.objects.create(claim=claim, denial=secret.claim, reasons=[])
    Contradiction.objects.create(claim=claim, denial=secret.denial, reasons=[])
    told = [each for each in reporter.get("record_review", draft.pk).context["review"].proposals if each.kind == "contradictions"]
    assert [(each.count, each.lines, each.address) for each in told] == [(1, (f"{mine.claim} ≠ {mine.denial}",), "")]


# ── Precision ──────────────────────────────────────────────────────────────────


def test_what_was_decided_is_counted_by_kind_and_by_month(editor, story, world):
    assert "Nothing was decided yet." in editor.sees("record_precision")
    first, second, third = record.read(story)
    with time_machine.travel(datetime(2026, 10, 31, 23, 30, tzinfo=UTC)):
        accept(first, world.editor)
    with time_machine.travel(datetime(2026, 11, 25, tzinfo=UTC)):
        reject(second, world.editor)
        mend(third, world.editor, act="reveals")
    page = editor.sees("record_precision")
    assert "Statement 3 1 1 1 67%" in page
    assert "Actor in a story 1 1 0 0 100%" in page
    months = {month.isoformat(): counts["statement"] for month, counts in precision_by_month()}
    assert sum(each.decided for each in months.values()) == 3
    assert months["2026-11-01"].rejected == 1


def test_what_was_taken_back_is_not_decided(editor, story, world):
    _, second, _ = record.read(story)
    reject(second, world.editor)
    assert [counts for _, counts in precision_by_month()] == [{"statement": Precision(0, 0, 1)}]
    take_back(second, world.editor)
    assert precision_by_month() == []
