"""What a moderator decides is done, written down, and told, or nothing of it is."""
from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rotative.discussion import seen
from rotative.discussion.actions import appealing, deciding, suspending, turns, undoing
from rotative.discussion.actions.noting import CannotDecide, Late
from rotative.discussion.models import Act, Contribution, Decision, Edit, Ground, State, Talk, Trust
from rotative.masthead.models import Letter
from tests.factories import NOON
from tests.factories.discussion import contribution, guest, report

AT = NOON + timedelta(hours=1)
WHY = (Ground.INSULT, "Vous traitez la négociatrice de voleuse.")


@pytest.fixture
def held(world: Any) -> Contribution:
    return contribution(world.story, shown=False, writer=world.writer)


@pytest.fixture
def shown(world: Any) -> Contribution:
    return contribution(world.story, writer=world.writer)


def letters() -> list[tuple[str, str]]:
    return [(letter.to, letter.subject) for letter in Letter.objects.order_by("pk")]


def test_what_is_accepted_is_shown_and_written_down(world, held):
    turns.take(held, world.moderator, AT - timedelta(minutes=1))
    decision = deciding.accept(held, world.moderator, AT, seen=seen.stamp(held))
    held.refresh_from_db()
    assert (held.state, held.part, Talk.objects.get().shown) == (State.SHOWN, 1, 1)
    assert (decision.act, decision.by, decision.at, decision.words, decision.before) == (Act.ACCEPT, world.moderator, AT, held.text, State.HELD)
    assert decision.known_at == AT - timedelta(minutes=1)
    assert not hasattr(Contribution.objects.get(), "turn")


@pytest.mark.parametrize(("ground", "because", "says"), [("", "Une injure.", "Choose the ground"), (Ground.INSULT, "  ", "Say why")])
def test_nothing_is_decided_against_anybody_without_ground_and_reason(world, held, shown, ground, because, says):
    for act, row in ((deciding.reject, held), (deciding.remove, shown)):
        with pytest.raises(CannotDecide, match=says):
            act(row, world.moderator, AT, ground, because)
    with pytest.raises(CannotDecide, match=says):
        suspending.suspend(world.writer, world.moderator, AT, ground, because)
    assert not Decision.objects.exists()
    assert Contribution.objects.filter(state=State.SHOWN).count() == 1


def test_the_database_refuses_it_too(world, held):
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(contribution=held, act=Act.REJECT, by=world.moderator, at=AT)


def test_who_may_not_decides_nothing(world, held, shown):
    for someone in (world.reporter, world.writer):
        for act in (lambda by: deciding.accept(held, by, AT), lambda by: deciding.remove(shown, by, AT, *WHY), lambda by: suspending.suspend(world.writer, by, AT, *WHY), lambda by: turns.take(held, by, AT)):
            with pytest.raises(PermissionDenied):
                act(someone)
    assert not Decision.objects.exists()


def test_a_removal_tells_the_writer_why_and_answers_the_reports(world, shown):
    report(shown)
    assert [to for to, _ in letters()] == ["odile@mer.example"]
    decision = deciding.remove(shown, world.moderator, AT, *WHY)
    shown.refresh_from_db()
    assert (shown.state, Talk.objects.get().shown) == (State.REMOVED, 0)
    assert decision.known_at == NOON + timedelta(minutes=5)
    assert [each.decision for each in shown.reports.all()] == [decision]
    assert sorted(to for to, _ in letters()) == ["odile@mer.example", "odile@mer.example", "yvonne@lac.example"]
    statement = Letter.objects.get(to="yvonne@lac.example")
    assert WHY[1] in statement.text
    assert f"/_/decision/{decision.pk}/" in statement.text
    assert shown.text in statement.text
    decision.refresh_from_db()
    assert decision.told_at


def test_a_report_answered_by_keeping_leaves_it_where_it_is(world, shown):
    report(shown)
    decision = deciding.keep(shown, world.moderator, AT, "Une critique, pas une injure.")
    assert (decision.act, Contribution.objects.get().state) == (Act.KEEP, State.SHOWN)
    assert "Une critique, pas une injure." in Letter.objects.order_by("-pk")[0].text
    with pytest.raises(CannotDecide):
        deciding.keep(shown, world.moderator, AT)


def test_a_late_decision_is_refused_with_who_decided_and_when(world, held):
    as_read = seen.stamp(held)
    deciding.accept(held, world.other, AT)
    with pytest.raises(Late, match="Maël Kergoat"):
        deciding.reject(held, world.moderator, AT + timedelta(minutes=1), *WHY, seen=as_read)
    assert Contribution.objects.get().state == State.SHOWN
    assert Decision.objects.count() == 1


def test_nobody_decides_on_words_they_did_not_read(world, held):
    as_read = seen.stamp(held)
    Contribution.objects.update(text="Autre chose.")
    with pytest.raises(CannotDecide, match="Read it again"):
        deciding.accept(held, world.moderator, AT, seen=as_read)


def test_what_another_has_before_them_is_theirs(world, held):
    turns.take(held, world.other, AT)
    with pytest.raises(CannotDecide, match="Maël Kergoat"):
        deciding.accept(held, world.moderator, AT + timedelta(minutes=1))
    deciding.accept(held, world.moderator, AT + timedelta(minutes=4))


def test_a_held_edit_takes_the_place_of_what_was_accepted(world, shown):
    Edit.objects.create(contribution=shown, text="Et le lac ?", created_at=AT)
    decision = deciding.accept(shown, world.moderator, AT)
    shown.refresh_from_db()
    assert (shown.text, shown.edited_at, decision.is_of_edit, decision.words) == ("Et le lac ?", AT, True, "Et le lac ?")
    undoing.undo(decision, world.moderator, AT)
    shown.refresh_from_db()
    assert (shown.text, shown.edit.text) == ("Et l’eau, qui la rendra ?", "Et le lac ?")


def test_a_rejected_edit_leaves_what_was_accepted(world, shown):
    Edit.objects.create(contribution=shown, text="Voleuse !", created_at=AT)
    decision = deciding.reject(shown, world.moderator, AT, *WHY)
    shown.refresh_from_db()
    assert (shown.text, shown.state, decision.words) == ("Et l’eau, qui la rendra ?", State.SHOWN, "Voleuse !")
    assert not Edit.objects.exists()
    undoing.undo(decision, world.moderator, AT)
    assert Edit.objects.get().text == "Voleuse !"


def test_each_decision_can_be_undone_once_and_only_the_last(world, held, shown):
    accepted = deciding.accept(held, world.moderator, AT)
    removed = deciding.remove(held, world.moderator, AT, *WHY)
    with pytest.raises(Late):
        undoing.undo(accepted, world.moderator, AT)
    undoing.undo(removed, world.moderator, AT)
    held.refresh_from_db()
    assert (held.state, Talk.objects.get().shown) == (State.SHOWN, 2)
    with pytest.raises(CannotDecide, match="undone already"):
        undoing.undo(removed, world.moderator, AT)
    assert [to for to, _ in letters()] == ["yvonne@lac.example"] * 2


def test_an_undone_removal_has_its_reports_wait_again(world, shown):
    report(shown)
    undoing.undo(deciding.remove(shown, world.moderator, AT, *WHY), world.moderator, AT)
    assert shown.reports.filter(decision=None).count() == 1
    again = deciding.remove(shown, world.moderator, AT, *WHY)
    assert again.known_at == NOON + timedelta(minutes=5)


def test_what_its_writer_took_back_is_not_undone(world, shown):
    decision = deciding.pick(shown, world.moderator, AT)
    Contribution.objects.update(state=State.WITHDRAWN)
    with pytest.raises(CannotDecide, match="taken it back"):
        undoing.undo(decision, world.moderator, AT)


def test_a_pick_is_shown_and_undone(world, shown):
    decision = deciding.pick(shown, world.moderator, AT)
    assert Contribution.objects.get().is_picked
    undoing.undo(decision, world.moderator, AT)
    assert not Contribution.objects.get().is_picked


def test_the_log_is_only_added_to(world, held):
    decision = deciding.accept(held, world.moderator, AT)
    decision.because = "Autre chose."
    for act in (decision.save, decision.delete):
        with pytest.raises(RuntimeError):
            act()


def test_somebody_is_suspended_until_an_instant_admitted_and_that_is_undone(world, shown):
    until = AT + timedelta(days=7)
    decision = suspending.suspend(world.writer, world.moderator, AT, *WHY, until, over=shown)
    assert (decision.contribution, decision.until, Trust.objects.get().until) == (shown, until, until)
    admitted = suspending.admit(world.writer, world.moderator, AT)
    assert not Trust.objects.exists()
    undoing.undo(admitted, world.moderator, AT)
    assert Trust.objects.get().until == until
    with pytest.raises(Late):
        undoing.undo(decision, world.moderator, AT)


def test_staff_and_the_past_are_not_suspended(world):
    with pytest.raises(CannotDecide, match="work for the paper"):
        suspending.suspend(world.editor, world.moderator, AT, *WHY)
    with pytest.raises(CannotDecide, match="later than now"):
        suspending.suspend(world.writer, world.moderator, AT, *WHY, AT)


def test_a_guest_is_trusted_and_suspended_and_told(world):
    someone = guest()
    suspending.trust(someone, world.moderator, AT)
    decision = suspending.suspend(someone, world.moderator, AT, *WHY)
    assert decision.before == Trust.TRUSTED
    assert f"/_/decision/{decision.pk}/?key=" in Letter.objects.get(to=someone.email).text
    undoing.undo(decision, world.moderator, AT)
    assert Trust.objects.get().state == Trust.TRUSTED


def test_an_appeal_is_answered_by_another_person(world, shown):
    decision = deciding.remove(shown, world.moderator, AT, *WHY)
    appeal = appealing.appeal(decision, "Je citais la pièce.", AT)
    with pytest.raises(CannotDecide, match="already"):
        appealing.appeal(decision, "Encore.", AT)
    with pytest.raises(CannotDecide, match="another person"):
        appealing.answer(appeal, world.moderator, AT, True, "Soit.")
    appealing.answer(appeal, world.other, AT, True, "C'est une citation.")
    shown.refresh_from_db()
    assert (shown.state, Talk.objects.get().shown) == (State.SHOWN, 1)
    assert "C'est une citation." in "".join(Letter.objects.values_list("text", flat=True))
    with pytest.raises(CannotDecide, match="Maël Kergoat"):
        appealing.answer(appeal, world.editor, AT, False, "Non.")


def test_an_appeal_that_is_not_upheld_changes_nothing(world, shown):
    decision = deciding.remove(shown, world.moderator, AT, *WHY)
    appealing.answer(appealing.appeal(decision, "Je citais la pièce.", AT), world.other, AT, False, "La citation n'est pas dans la pièce.")
    assert Contribution.objects.get().state == State.REMOVED


def test_an_appeal_over_a_rejected_edit_puts_it_in_place(world, shown):
    Edit.objects.create(contribution=shown, text="Et le lac ?", created_at=AT)
    decision = deciding.reject(shown, world.moderator, AT, *WHY)
    appealing.answer(appealing.appeal(decision, "Ce n'est pas une injure.", AT), world.other, AT, True, "En effet.")
    assert Contribution.objects.get().text == "Et le lac ?"


def test_it_is_too_late_to_appeal_after_six_months(world, shown):
    decision = deciding.remove(shown, world.moderator, AT, *WHY)
    with pytest.raises(CannotDecide, match="Six months"):
        appealing.appeal(decision, "Je citais.", AT + timedelta(days=190))


def test_there_is_no_appeal_against_what_is_not_against_anybody(world, held):
    with pytest.raises(CannotDecide):
        appealing.appeal(deciding.accept(held, world.moderator, AT), "Merci.", AT)


def test_each_letter_is_a_page_as_well_and_executes_nothing(world, shown):
    shown.text = "<script>alert(1)</script> & « assez »"
    shown.save()
    report(shown, because="<img src=x onerror=alert(1)>")
    decision = deciding.remove(shown, world.moderator, AT, Ground.INSULT, "<b>Une injure.</b>")
    appealing.answer(appealing.appeal(decision, "Je citais.", AT), world.other, AT, False, "<i>Non.</i>")
    undoing.undo(deciding.remove(contribution(world.story, "Autre.", writer=world.writer), world.moderator, AT, *WHY), world.moderator, AT)
    pages = [(each.subject, each.html) for each in Letter.objects.all()]
    assert len(pages) == 6
    for subject, page in pages:
        assert page.startswith("<!doctype html>") and f">{subject}</h1>" in page, subject
        assert not re.search(r"<(script|img)|<(b|i)>(Une|Non)", page), subject
    told = "".join(page for _subject, page in pages)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told and "&lt;b&gt;Une injure.&lt;/b&gt;" in told and "&lt;i&gt;Non.&lt;/i&gt;" in told
