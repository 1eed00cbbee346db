"""The queue at the desk: what waits, one at a time or many at once, with what a moderator needs to know."""
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from rotative.discussion import seen, waiting
from rotative.discussion.actions import appealing, deciding, turns
from rotative.discussion.models import (
    Act,
    Contribution,
    Decision,
    DiscussionRules,
    Edit,
    Ground,
    State,
    Talk,
    Trust,
    Turn,
)
from rotative.discussion.moderation.findings import Finding, Outcome
from rotative.discussion.moderation.wording import Said
from tests.discussion.desk.desks import Desk, is_refused, words_of
from tests.factories import NOON, article
from tests.factories.discussion import contribution, guest, report

AT = NOON + timedelta(hours=1)
WHY = {"ground": Ground.INSULT, "because": "Vous traitez la négociatrice de voleuse."}


@pytest.fixture(autouse=True)
def an_hour_after_noon() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def held(world: Any) -> Contribution:
    return contribution(world.story, shown=False, writer=world.writer)


def test_the_discussion_is_for_who_keeps_it(world, held):
    names = [("discussion_queue",), ("discussion_item", held.pk), ("discussion_person", "writer", world.writer.pk), ("discussion_talks",), ("discussion_talk", world.story.pk)]
    for name in names:
        assert is_refused(Desk(world.reporter).get(*name)), name
        for someone in (world.moderator, world.editor, world.publisher):
            assert Desk(someone).get(*name).status_code == 200, name
    assert is_refused(Desk(world.reporter).post("discussion_decide", held.pk, verb="accept", seen=seen.stamp(held)))
    assert Contribution.objects.get().state == State.HELD


def test_each_tab_says_what_it_is_for_when_it_is_empty(moderator):
    assert "Nothing waits." in moderator.sees("discussion_queue")
    assert "No report waits." in moderator.sees("discussion_queue", query="?tab=reported")
    assert "No appeal waits." in moderator.sees("discussion_queue", query="?tab=appeals")
    assert "Nobody has written yet." in moderator.sees("discussion_queue", query="?tab=all")


def test_the_queue_says_how_many_wait_and_since_when(world, moderator, held):
    contribution(world.story, "Et le lac ?", shown=False, minutes=30)
    page = moderator.sees("discussion_queue")
    assert "2 wait, the first for 1 hour" in page.replace("\xa0", " ")
    assert page.index("Et l’eau") < page.index("Et le lac")  # the oldest first


def test_how_soon_was_decided_is_shown(world, moderator):
    for minutes, hours in enumerate((1, 2, 3, 50), 1):
        row = contribution(world.story, str(minutes), shown=False)
        deciding.accept(row, world.moderator, NOON + timedelta(hours=hours))
    with time_machine.travel(NOON + timedelta(days=3), tick=False):
        assert "4 decided: half within 2 hours, nine of ten within 2 days" in moderator.sees("discussion_queue")


def test_figures_of_time_are_exact():
    minutes = [timedelta(minutes=each) for each in range(1, 11)]
    assert (waiting.quantile(minutes, 0.5), waiting.quantile(minutes, 0.9)) == (timedelta(minutes=5), timedelta(minutes=9))
    assert waiting.quantile([], 0.5) is None
    assert waiting.quantile([timedelta(1)], 0.9) == timedelta(1)


def test_it_is_narrowed_to_a_person_a_story_or_words(world, moderator, held):
    other = article("Le lac sous 612 mètres", parent=world.story.get_parent().specific, slug="lac")
    contribution(other, "Et le lac ?", name="Idris Benhaddou", shown=False, guest=guest())
    for query, only, not_this in (
        (f"?writer={world.writer.pk}", "Et l’eau", "Et le lac"),
        (f"?guest={Contribution.objects.get(text='Et le lac ?').guest_id}", "Et le lac", "Et l’eau"),
        (f"?story={other.pk}", "Et le lac", "Et l’eau"),
        ("?q=Idris", "Et le lac", "Et l’eau"),
    ):
        page = moderator.sees("discussion_queue", query=query)
        assert only in page
        assert not_this not in page
    assert "Nothing here is like that." in moderator.sees("discussion_queue", query="?q=personne")
    for nonsense in ("?writer=x", "?story=999999999999999999999", "?tab=x", "?p=x"):
        moderator.sees("discussion_queue", query=nonsense)


def test_an_item_has_the_thread_the_passage_the_phases_and_the_writer(world, moderator):
    first = contribution(world.story, "Qui paie ?", name="Idris Benhaddou", minutes=-20)
    contribution(world.story, "Les cinq parties.", name="Odile Marrec", thread=first, minutes=-10)
    contribution(world.story, "Jadis.", shown=False, writer=world.writer, state=State.REJECTED)
    finding = Finding(phase="lists", outcome=Outcome.HOLD, reason=Said("“%(word)s” is on the list of words that are held.", (("word", "voleuse"),)), spans=((4, 11),))
    row = contribution(world.story, "Une voleuse <b>!", shown=False, writer=world.writer, thread=first, passage="sept mois de pourparlers", findings=[finding.as_json()])
    page = moderator.get("discussion_item", row.pk).content.decode()
    assert "<mark>voleuse<sup>1</sup></mark> &lt;b&gt;!" in page
    words = words_of(moderator.get("discussion_item", row.pk))
    for told in ("Qui paie ?", "Les cinq parties.", "sept mois de pourparlers", "“voleuse” is on the list of words that are held.", "1 rejected"):
        assert told in words


def test_opening_an_item_takes_it_and_another_reads_who_has_it(world, moderator, held):
    moderator.get("discussion_item", held.pk)
    assert Turn.objects.get().moderator == world.moderator
    page = Desk(world.other).sees("discussion_item", held.pk)
    assert "has it before them now." in page
    assert "Accept a" not in page
    assert "has it before them" in Desk(world.other).sees("discussion_queue")
    answer = Desk(world.other).post("discussion_decide", held.pk, verb="accept", seen=seen.stamp(held))
    assert answer.status_code == 302
    assert not Decision.objects.exists()


def test_next_passes_over_what_another_has(world, moderator, held):
    later = contribution(world.story, "Et le lac ?", shown=False, minutes=1)
    turns.take(held, world.other, AT)
    assert moderator.get("discussion_next").headers["Location"].startswith(f"/desk/discussion/{later.pk}/")
    turns.leave(held, world.other, AT)
    assert moderator.get("discussion_next", query=f"?after={held.pk}").headers["Location"].startswith(f"/desk/discussion/{later.pk}/")
    assert moderator.get("discussion_next", query=f"?after={later.pk}").headers["Location"].startswith(f"/desk/discussion/{held.pk}/")


def test_an_open_page_holds_its_turn_and_hears_of_changes(world, moderator, held):
    stamp = seen.stamp(held)
    assert moderator.post("discussion_turn", held.pk, "hold", seen=stamp).json() == {"taken": "", "changed": ""}
    Contribution.objects.update(text="Autre chose.")
    assert "It changed" in moderator.post("discussion_turn", held.pk, "hold", seen=stamp).json()["changed"]
    assert "has it" in Desk(world.other).post("discussion_turn", held.pk, "hold", seen=stamp).json()["taken"]
    assert moderator.post("discussion_turn", held.pk, "leave").status_code == 204
    assert Desk(world.other).post("discussion_turn", held.pk, "hold", seen=seen.stamp(Contribution.objects.get())).json() == {"taken": "", "changed": ""}


def test_accepted_it_is_shown_and_the_next_one_comes(world, moderator, held):
    later = contribution(world.story, "Et le lac ?", shown=False, minutes=1)
    answer = moderator.post("discussion_decide", held.pk, query="?tab=pending", verb="accept", seen=seen.stamp(held))
    assert answer.headers["Location"] == f"/desk/discussion/next/?tab=pending&after={held.pk}"
    assert Contribution.objects.get(pk=held.pk).is_shown
    assert moderator.client.get(answer.headers["Location"]).headers["Location"] == f"/desk/discussion/{later.pk}/?tab=pending"
    assert "You decided last" in moderator.sees("discussion_queue")


def test_a_rejection_without_its_ground_is_not_saved_and_keeps_what_was_typed(moderator, held):
    answer = moderator.post("discussion_decide", held.pk, verb="reject", seen=seen.stamp(held), ground="", because="Voleuse, à nouveau.")
    page = words_of(answer)
    assert "Choose the ground" in page
    assert "Voleuse, à nouveau." in page
    assert not Decision.objects.exists()
    moderator.post("discussion_decide", held.pk, verb="reject", seen=seen.stamp(held), **WHY)
    assert Decision.objects.get().ground == Ground.INSULT


def test_late_one_is_told_who_decided(world, moderator, held):
    stamp = seen.stamp(held)
    deciding.accept(held, world.other, AT)
    answer = moderator.client.post(f"/desk/discussion/{held.pk}/decide/", {"verb": "reject", "seen": stamp, **WHY}, follow=True)
    assert "Maël Kergoat has already decided" in answer.content.decode()
    assert Contribution.objects.get().is_shown


def test_what_cannot_be_done_is_said(moderator, held):
    for verb in ("remove", "keep", "pick", "restore", "dance"):
        assert moderator.post("discussion_decide", held.pk, verb=verb, seen=seen.stamp(held), **WHY).status_code == 302
    assert not Decision.objects.exists()


def test_many_are_accepted_or_rejected_on_one_ground(world, moderator, held):
    rows = [held, contribution(world.story, "Et le lac ?", shown=False), contribution(world.story, "Et le prix ?", shown=False)]
    ticks = [f"{row.pk}:{seen.stamp(row)}" for row in rows]
    missing = moderator.post("discussion_bulk", row=ticks[:2], verb="reject", ground="", because="")
    assert "Choose the ground" in words_of(missing)
    assert missing.content.decode().count(" checked") == 2
    assert not Decision.objects.exists()
    moderator.post("discussion_bulk", row=ticks[:2], verb="reject", **WHY)
    moderator.post("discussion_bulk", row=[*ticks, "x:y", "99:z"], verb="accept")
    assert [Contribution.objects.get(pk=row.pk).state for row in rows] == [State.REJECTED, State.REJECTED, State.SHOWN]
    assert Decision.objects.filter(act=Act.REJECT, ground=Ground.INSULT).count() == 2
    assert moderator.post("discussion_bulk", verb="accept").status_code == 302


def test_the_last_decision_is_undone(moderator, held):
    moderator.post("discussion_decide", held.pk, verb="accept", seen=seen.stamp(held))
    moderator.post("discussion_undo", Decision.objects.get().pk)
    assert Contribution.objects.get().state == State.HELD
    assert Decision.objects.count() == 2


def test_a_report_is_answered_where_it_is_read(world, moderator):
    row = contribution(world.story, writer=world.writer)
    report(row)
    assert "1 report" in moderator.sees("discussion_item", row.pk, query="?tab=reported")
    assert "C’est une injure." in moderator.sees("discussion_item", row.pk)
    moderator.post("discussion_decide", row.pk, verb="keep", seen=seen.stamp(row), because="Une critique.")
    assert "No report waits." in moderator.sees("discussion_queue", query="?tab=reported")


def test_an_edit_of_what_is_shown_waits_with_both_texts(world, moderator):
    row = contribution(world.story, writer=world.writer)
    Edit.objects.create(contribution=row, text="Et le lac ?", created_at=AT)
    assert "an edit of what is shown" in moderator.sees("discussion_queue")
    page = moderator.sees("discussion_item", row.pk)
    assert "Et le lac ?" in page
    assert "What readers see now" in page
    moderator.post("discussion_decide", row.pk, verb="accept", seen=seen.stamp(row))
    assert Contribution.objects.get().text == "Et le lac ?"


@pytest.mark.parametrize(("days", "until"), [("7", AT + timedelta(days=7)), ("", None)])
def test_a_person_is_suspended_from_their_record_and_admitted(world, moderator, held, days, until):
    page = moderator.sees("discussion_person", "writer", world.writer.pk, query=f"?over={held.pk}")
    assert "Et l’eau" in page
    assert "Choose the ground" in words_of(moderator.post("discussion_person", "writer", world.writer.pk, days=days, ground="", because="Encore."))
    moderator.post("discussion_person", "writer", world.writer.pk, query=f"?over={held.pk}", days=days, **WHY)
    trust = Trust.objects.get()
    assert (trust.state, trust.until, Decision.objects.get().contribution) == (Trust.SUSPENDED, until, held)
    assert "Let them write again" in moderator.sees("discussion_person", "writer", world.writer.pk)
    moderator.post("discussion_stand", "writer", world.writer.pk, "admit")
    assert not Trust.objects.exists()
    moderator.post("discussion_stand", "writer", world.writer.pk, "trust")
    assert Trust.objects.get().state == Trust.TRUSTED


def test_a_storys_discussion_is_closed_with_why(world, moderator):
    assert "Tell readers why" in words_of(moderator.post("discussion_talk", world.story.pk, state="closed", because="", closes_at=""))
    assert "This instant is past" in words_of(moderator.post("discussion_talk", world.story.pk, state="", because="", closes_at="2020-01-01 10:00"))
    moderator.post("discussion_talk", world.story.pk, state="closed", because="Le procès est en cours.", closes_at="")
    talk = Talk.objects.get()
    assert (talk.state, talk.because) == ("closed", "Le procès est en cours.")
    assert "Le procès est en cours." in moderator.get("discussion_talk", world.story.pk).content.decode()
    moderator.post("discussion_talk", world.story.pk, state="", because="", closes_at="2026-12-24 18:00")
    assert Talk.objects.get().closes_at == datetime(2026, 12, 24, 17, tzinfo=UTC)  # the desk keeps the hour of Paris


def test_a_story_without_words_is_found_by_its_title(world, moderator):
    assert "Sept mois" not in moderator.sees("discussion_talks")
    assert "Sept mois" in moderator.sees("discussion_talks", query="?q=sept")


def test_an_appeal_is_answered_by_another_on_its_page(world, moderator):
    row = contribution(world.story, writer=world.writer)
    decision = deciding.remove(row, world.moderator, AT, **WHY)
    appeal = appealing.appeal(decision, "Je citais la pièce.", AT)
    assert "another person answers" in moderator.sees("discussion_appeal", appeal.pk)
    moderator.post("discussion_appeal", appeal.pk, is_upheld="yes", answer="Soit.")
    assert Contribution.objects.get().state == State.REMOVED
    other = Desk(world.other)
    assert "Say whether the appeal is upheld." in words_of(other.post("discussion_appeal", appeal.pk, answer="Soit."))
    other.post("discussion_appeal", appeal.pk, is_upheld="yes", answer="Une citation, en effet.")
    assert Contribution.objects.get().state == State.SHOWN
    assert "Upheld" in other.sees("discussion_appeal", appeal.pk)


def test_the_rules_are_the_moderators_and_the_publishers(world):
    address = "wagtailsettings:edit"
    for someone, may in ((world.moderator, True), (world.publisher, True), (world.editor, False), (world.reporter, False)):
        desk = Desk(someone)
        answer = desk.client.get(f"/desk/settings/discussion/discussionrules/{DiscussionRules.load().pk}/")
        assert (answer.status_code == 200) is may, (someone, address)
