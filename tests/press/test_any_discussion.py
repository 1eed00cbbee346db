"""After any history of a discussion: two levels, places that never move, counts that are what is shown, and nothing on a page that was not accepted.

A small story is written under, answered, mended, moderated, left and respected at random, through the same actions as in life; after
each few of them the press prints, and every page of the discussion is read as a reader reads it.
"""
from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import html5lib
import pytest
from django.db import transaction
from django.test import TestCase
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from rotative.discussion import ranking
from rotative.discussion.actions import appealing, arriving, deciding, suspending, undoing, writing
from rotative.discussion.actions.noting import CannotDecide
from rotative.discussion.actions.writing import CannotWrite
from rotative.discussion.models import (
    AGAINST,
    Contribution,
    Decision,
    DiscussionRules,
    Edit,
    Ground,
    Guest,
    Respect,
    State,
    Talk,
    Trust,
)
from rotative.masthead import roles
from rotative.masthead.models import User
from rotative.masthead.readers import erasing
from rotative.masthead.readers.models import Reader
from rotative.masthead.roles import Role
from tests import factories
from tests.factories import desk
from tests.press.small import Clock, Press

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

STEPS = int(os.environ.get("SOAK_STEPS", "480"))
SOAK = STEPS > 480
EXAMPLES = 8
PART = 3  # threads of a part, so that a small discussion has several
AGAINST_IT = (Ground.INSULT, "Une injure envers la gardienne.")
some = st.integers(0, 1_000)
refused = (CannotWrite, CannotDecide)


class Discussion(RuleBasedStateMachine):
    """Readers, a guest and two moderators under one story."""

    def __init__(self) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.folder = Path(tempfile.mkdtemp(prefix="discussion-"))
        self.accepted: set[str] = set()  # texts that the pipeline or a moderator has let appear
        self.places: dict[int, int] = {}
        self.acts = self.number = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)
        self.press.ledger.close()
        shutil.rmtree(self.folder)

    @initialize(pace=st.integers(2, 8))
    def found(self, pace: int) -> None:
        self.pace = pace
        with committed():
            factories.paper()
            roles.establish()
            DiscussionRules.objects.update_or_create(defaults={"allows_guests": True, "banned": "vaurien*"})
            self.story = factories.article("Sept mois de pourparlers", discussion="open", slug="sept-mois")
            self.moderators = [desk.staff(Role.MODERATOR), desk.staff(Role.MODERATOR, name="Maël Kergoat")]
            for number in range(5):
                self.arrives(number, is_trusted=number < 3)
            Guest.objects.create(name="Gwenn Invitée", email="gwenn@lac.example", language="fr", confirmed_at=factories.NOON)
        self.press = Press(self.folder, Clock())
        self.press.print()
        for number in range(8):
            self.writes(number, is_rude=number == 3, answers=number if number > 4 else None)

    def arrives(self, number: int, is_trusted: bool) -> None:
        user = User.objects.create_user(f"lecteur{number}@lac.example", date_joined=factories.NOON - timedelta(days=900))
        Reader.objects.create(user=user, name=f"Lectrice {chr(65 + number)}", language="fr")
        if is_trusted:
            Trust.objects.create(writer=user, state=Trust.TRUSTED)

    # ── Who writes ─────────────────────────────────────────────────────────────

    @rule(told=st.lists(st.tuples(some, st.sampled_from([False, False, True]), st.one_of(st.none(), some)), min_size=1, max_size=3))
    def write(self, told: list[tuple[int, bool, int | None]]) -> None:
        for each in told:
            self.writes(*each)

    def writes(self, who: int, is_rude: bool, answers: int | None) -> None:
        by = self.writer(who)
        to = self.any_of(Contribution.objects.filter(state=State.SHOWN), answers) if answers is not None else None
        with committed(), suppress(*refused):
            self.heed(writing.contribute(self.story, by, self.text(is_rude), self.now(), answers=to, address="192.0.2.7", is_known=who % 4 != 1 or not isinstance(by, Guest)))

    @rule(which=some, is_rude=st.booleans())
    def edit(self, which: int, is_rude: bool) -> None:
        """Within its five minutes, or too late."""
        row = self.any_of(Contribution.objects.exclude(writer=None), which)
        if row:
            at = min(self.now(), row.created_at + timedelta(minutes=4)) if which % 3 else self.now()
            with committed(), suppress(*refused):
                self.heed(writing.edit(row, self.text(is_rude), at))

    @rule(which=some)
    def withdraw(self, which: int) -> None:
        row = self.any_of(Contribution.objects.all(), which)
        if row and which % 3 == 0:
            with committed():
                writing.withdraw(row)

    @rule(which=some, who=some)
    def respect(self, which: int, who: int) -> None:
        row, by = self.any_of(Contribution.objects.all(), which), self.any_of(User.objects.all(), who)
        if row and by:
            with committed(), suppress(*refused):
                (writing.respect if who % 4 else writing.unrespect)(row, by)

    @rule(which=some)
    def confirm(self, which: int) -> None:
        row = self.any_of(Contribution.objects.filter(state=State.UNSIGNED), which)
        if row:
            with committed():
                arriving.confirm(row, self.now())

    @rule(which=some, keeps=st.booleans())
    def leave(self, which: int, keeps: bool) -> None:
        """A reader erases their account, and another comes."""
        readers = User.objects.filter(email__startswith="lecteur")
        user = self.any_of(readers, which)
        if user and which % 5 == 0:
            name = user.reader.name
            with committed():
                erasing.erase(user, keeps)
                self.number += 1
                self.arrives(100 + self.number, is_trusted=keeps)
            assert not Contribution.objects.filter(name=name).exists()

    # ── Who moderates ──────────────────────────────────────────────────────────

    @rule(which=some, act=st.sampled_from(["accept", "accept", "reject", "remove", "restore", "pick", "unpick"]), by=st.integers(0, 1))
    def decide(self, which: int, act: str, by: int) -> None:
        row = self.any_of(Contribution.objects.all(), which)
        if row:
            more = AGAINST_IT if act in ("reject", "remove") else ()
            with committed(), suppress(*refused):
                getattr(deciding, act)(row, self.moderators[by], self.now(), *more)
                row.refresh_from_db()
                self.accepted |= {row.text} if act in ("accept", "restore") and row.is_shown else set()

    @rule(which=some)
    def undo(self, which: int) -> None:
        decision = self.any_of(Decision.objects.all(), which)
        if decision:
            with committed(), suppress(*refused):
                undoing.undo(decision, self.moderators[0], self.now())

    @rule(which=some, is_upheld=st.booleans())
    def appeal(self, which: int, is_upheld: bool) -> None:
        decision = self.any_of(Decision.objects.filter(act__in=AGAINST), which)
        if decision:
            with committed(), suppress(*refused):
                made = appealing.appeal(decision, "C’était une image.", self.now())
                other = next(each for each in self.moderators if each.pk != decision.by_id)
                appealing.answer(made, other, self.now(), is_upheld, "Vu autrement.")
                self.accepted |= {decision.words} if is_upheld else set()

    @rule(which=some, act=st.sampled_from(["suspend", "admit", "trust"]))
    def person(self, which: int, act: str) -> None:
        by = self.writer(which)
        with committed(), suppress(*refused):
            if act == "suspend":
                suspending.suspend(by, self.moderators[0], self.now(), *AGAINST_IT, self.now() + timedelta(hours=1))
            else:
                getattr(suspending, act)(by, self.moderators[0], self.now())

    @rule(state=st.sampled_from(["", "open", "moderated", "closed"]))
    def stand(self, state: str) -> None:
        with committed():
            Talk.objects.update(state=state, because="La rédaction dort." if state == "closed" else "")

    @rule()
    def rank(self) -> None:
        with committed():
            ranking.renew(self.now())

    # ── What always holds ──────────────────────────────────────────────────────

    @invariant()
    def it_has_two_levels_in_places_that_never_move(self) -> None:
        rows = list(Contribution.objects.select_related("thread", "answers"))
        for row in rows:
            assert row.thread is None or row.thread.thread_id is None
            assert row.answers is None or row.answers.thread_id == row.thread_id
            assert (row.place is None) == (row.part is None) and (not row.is_shown or row.place)
            if row.place is not None:
                assert self.places.setdefault(row.pk, row.place) == row.place, "A place that was given never changes."
                assert row.part == (row.place - 1) // PART + 1
                assert row.thread is None or row.place == row.thread.place
        places = [row.place for row in rows if row.place and row.thread_id is None]
        assert len(places) == len(set(places)) and set(places) <= set(range(1, self.threads() + 1))

    @invariant()
    def its_counts_are_what_is_shown(self) -> None:
        shown = Contribution.objects.filter(state=State.SHOWN)
        assert sum(Talk.objects.values_list("shown", flat=True)) == shown.count()
        for row in Contribution.objects.all():
            assert row.answered == shown.filter(thread=row).count()
            assert not row.is_picked or row.is_shown
        assert not Edit.objects.exclude(contribution__state=State.SHOWN).exists()
        assert not Decision.objects.filter(act__in=AGAINST, because="").exists()

    @invariant()
    def only_what_was_accepted_is_read(self) -> None:
        if not hasattr(self, "press"):
            return
        self.acts += 1
        if self.acts < self.pace:
            return
        self.acts = 0
        self.press.clock.pass_(seconds=31)
        self.press.print()
        assert self.press.ledger.failures() == [] and self.press.differing() == []
        self._read()

    def _read(self) -> None:
        pages = self._pages()
        shown = {row.pk: row for row in Contribution.objects.filter(state=State.SHOWN)}
        read = [said for page in pages for thread in page for said in thread]
        assert sorted(said.pk for said in read if said.text) == sorted(shown), "Each that is shown is read once, and no other."
        for said in read:
            assert not said.text or (said.text == shown[said.pk].text and said.text in self.accepted)
            assert said.text or (said.pk not in shown and Contribution.objects.get(pk=said.pk).answered), "Of what is gone only its place is left, where others answered."
        self._in_order(pages)
        self._counted(shown)
        self._respected(shown)

    def _in_order(self, pages: list[list[list[Said]]]) -> None:
        """Newest first: the parts from the last, each from its end; within a thread the oldest first."""
        places = [Contribution.objects.get(pk=thread[0].pk).place for page in pages for thread in page]
        assert places == sorted(places, reverse=True)
        for page in pages:
            assert len({Contribution.objects.get(pk=thread[0].pk).part for thread in page}) <= 1
            for thread in page:
                assert [said.pk for said in thread[1:]] == sorted(said.pk for said in thread[1:])

    def _counted(self, shown: dict[int, Contribution]) -> None:
        if Talk.objects.exists():
            assert json.loads(self.press.body(f"/_/counts/article/{self.story.pk}.json"))["comments"] == len(shown)
        respected = {pk: Respect.objects.filter(contribution=pk).count() for pk in shown}
        told: dict[str, int] = {}
        for part in range(1, -(-self.threads() // PART) + 1):
            body = self.press.edition.body_of(f"/_/counts/discussion/{self.story.pk}/{part}.json")
            told |= json.loads(body)["respects"] if body else {}
        assert {int(pk): number for pk, number in told.items() if int(pk) in shown} == {pk: number for pk, number in respected.items() if number}

    def _respected(self, shown: dict[int, Contribution]) -> None:
        """As it was last ranked, without what is gone since."""
        ranked = [pk for talk in Talk.objects.all() for pk in talk.ranking if pk in shown]
        body = self.press.edition.body_of(f"/_/discussion/fr/{self.story.pk}/respected/")
        if body is not None:
            assert [thread[0].pk for thread in _threads(body.decode())] == ranked
        for talk in Talk.objects.filter(is_unranked=False):
            numbers = [Respect.objects.filter(contribution=pk).count() for pk in talk.ranking if pk in shown]
            assert numbers == sorted(numbers, reverse=True)

    def _pages(self) -> list[list[list[Said]]]:
        """The parts, the newest first."""
        page = f"/_/discussion/fr/{self.story.pk}/"
        last = -(-self.threads() // PART)
        paths = [page, *(f"{page}{part}/" for part in range(last - 1, 0, -1))]
        return [_threads(self.press.body(path)) for path in paths] if last else []

    # ── Who and what ───────────────────────────────────────────────────────────

    def now(self) -> datetime:
        """Half a minute later each time, so that nobody is too fast for the pipeline."""
        self.press.clock.pass_(seconds=30)
        return self.press.clock.at

    def text(self, is_rude: bool) -> str:
        self.number += 1
        words = " ".join(WORDS[(self.number * step) % len(WORDS)] for step in (1, 3, 7, 11, 13, 17))
        return f"Remarque {self.number} : {words}{' du vaurien' if is_rude else ''}."

    def heed(self, answer: writing.Answer) -> None:
        row = answer.contribution
        if row is not None and not answer.is_bounced:
            row.refresh_from_db()
            self.accepted |= {row.text} if row.is_shown and answer.verdict.outcome.name != "HOLD" else set()

    def threads(self) -> int:
        return sum(Talk.objects.values_list("threads", flat=True))

    def writer(self, which: int) -> User | Guest:
        guest = Guest.objects.get()
        return guest if which % 6 == 5 else self.any_of(User.objects.filter(email__startswith="lecteur"), which)

    @staticmethod
    def any_of(rows: Any, which: int) -> Any:
        pks = list(rows.order_by("pk").values_list("pk", flat=True))
        return rows.get(pk=pks[which % len(pks)]) if pks else None


WORDS = ("l’eau monte", "le lac attend", "la vanne grince", "un bac passe", "le sel brille", "la nuit tombe", "on compte", "le maire dort", "il pleut", "la digue tient", "les bêtes boivent", "le vent tourne", "un feu luit", "on part", "le pain lève", "la cloche sonne", "un chat file", "le blé penche", "la lune rit")


class Said:
    """A contribution as a page shows it; without text where it is gone."""

    def __init__(self, article: Any) -> None:
        self.pk = int(article.get("id")[1:])
        words = next((each for each in article.iter("div") if each.get("class") == "comment__words"), None)
        self.text = re.sub(r"\s+", " ", "".join(words.itertext())).strip() if words is not None else ""


def _threads(page: str) -> list[list[Said]]:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    lists = [each for each in tree.iter("ol") if each.get("class") == "threads"]
    return [[Said(each) for each in item.iter("article")] for item in (lists[0] if lists else ())]


@contextmanager
def committed() -> Iterator[None]:
    with TestCase.captureOnCommitCallbacks(execute=True):
        yield


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    monkeypatch.setattr("rotative.discussion.models.contributions.PART", PART)


def test_after_any_history_a_discussion_is_what_was_accepted(small_parts: None) -> None:
    run_state_machine_as_test(
        Discussion,
        settings=settings(
            max_examples=EXAMPLES, stateful_step_count=STEPS // EXAMPLES, deadline=None, print_blob=True,
            suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate, *([Phase.reuse, Phase.shrink] if SOAK else [])],
        ),
    )  # fmt: skip
