"""What is held of who wrote: sealed, for a time, opened with a reason that is kept."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied

from rotative.discussion import holding, people
from rotative.discussion.actions import deciding
from rotative.discussion.models import Contribution, Report, Sealed, Unsealing
from rotative.masthead import roles
from rotative.masthead.readers import erasing, persons
from rotative.masthead.roles import Role
from tests import factories
from tests.discussion.desk.desks import Desk, is_refused, words_of
from tests.factories import NOON, desk
from tests.factories.discussion import contribution, guest, report

ADDRESS = "203.0.113.7"
WHY = "Réquisition 2026/114 du parquet d'Aubrelle, article 60-1."
LATER = NOON + timedelta(days=30)


@pytest.fixture
def writer(db: Any) -> Any:
    factories.paper()
    roles.establish()
    return factories.UserFactory(name="Yvonne Castagnet", email="yvonne@lac.example")


@pytest.fixture
def row(writer: Any) -> Contribution:
    made = contribution(factories.article(), writer=writer, voice=people.voice_of(writer), name=writer.name)
    holding.keep(made, ADDRESS)
    return made


@pytest.fixture
def publisher(row: Contribution) -> Any:
    return desk.staff(Role.PUBLISHER)


def told(number: int, by: Any, now: Any = LATER) -> dict[str, dict[str, Any]]:
    return {held.kind.value: held.told for held in holding.unseal(number, by, WHY, now)}


def test_nothing_of_a_person_stands_in_the_table_in_clear(row, writer):
    for kept in Sealed.objects.values():
        assert not any(word in str(value) for value in kept.values() for word in (ADDRESS, "yvonne", "Yvonne", writer.email))


def test_the_publisher_opens_it_with_a_reason_and_that_is_kept(row, writer, publisher):
    found = told(row.pk, publisher)
    assert found["address"] == {"address": ADDRESS, "at": NOON.isoformat()}
    assert found["person"] == {"name": "Yvonne Castagnet", "email": "yvonne@lac.example"}
    assert found["account"]["account"] == writer.pk
    log = Unsealing.objects.get()
    assert (log.by, log.contribution, log.why, log.at) == (publisher, row.pk, WHY, LATER)


def test_nobody_else_opens_it_and_nobody_without_a_reason(row, publisher):
    for role in (Role.MODERATOR, Role.EDITOR, Role.REPORTER):
        with pytest.raises(PermissionDenied):
            holding.unseal(row.pk, desk.staff(role), WHY, LATER)
    with pytest.raises(ValueError):
        holding.unseal(row.pk, publisher, "  ", LATER)
    assert not Unsealing.objects.exists()


def test_the_address_goes_after_a_year_and_the_person_five_years_after_the_account(row, writer, publisher):
    assert holding.forget(NOON + timedelta(days=364)) == 0
    assert holding.forget(NOON + timedelta(days=365)) == 1
    assert set(told(row.pk, publisher)) == {"person", "account"}
    with time_machine.travel(LATER, tick=False):
        erasing.erase(writer, keep_words=True)
    assert holding.forget(LATER + timedelta(days=364)) == 0
    assert holding.forget(LATER + timedelta(days=365)) == 1
    assert holding.forget(LATER + timedelta(days=5 * 365 - 1)) == 0
    assert Contribution.objects.get().voice == ""  # the name is gone; the law still finds who it was
    assert told(row.pk, publisher, LATER + timedelta(days=5 * 365 - 1)) == {"person": {"name": "Yvonne Castagnet", "email": "yvonne@lac.example"}}
    assert holding.forget(LATER + timedelta(days=5 * 365)) == 1
    assert not Sealed.objects.exists()


def test_what_is_past_its_time_is_not_read_even_before_it_is_deleted(row, publisher):
    assert "address" not in told(row.pk, publisher, NOON + timedelta(days=366))


def test_it_outlives_the_contribution(row, publisher):
    number = row.pk
    Contribution.objects.all().delete()
    assert set(told(number, publisher)) == {"person", "account", "address"}


def test_a_guest_is_held_five_years_from_the_last_words(row, publisher):
    someone = guest()
    words = {"guest": someone, "voice": people.voice_of(someone), "name": someone.name}
    first, second = (contribution(row.article, text, minutes=minutes, **words) for text, minutes in (("un", 0), ("deux", 60)))
    for made in (first, second):
        holding.keep(made, ADDRESS)
    held = Sealed.objects.get(voice=people.voice_of(someone), kind="person")
    assert held.until == second.created_at + timedelta(days=5 * 365)
    assert told(first.pk, publisher)["person"]["email"] == someone.email


def test_what_somebody_is_called_later_takes_the_place_of_what_was_known(row, writer, publisher):
    writer.email = "castagnet@lac.example"
    writer.save()
    holding.keep(contribution(row.article, writer=writer, voice=people.voice_of(writer), name="Yvonne C."), ADDRESS)
    assert told(row.pk, publisher)["person"] == {"name": "Yvonne C.", "email": "castagnet@lac.example"}
    assert Sealed.objects.filter(kind="person").count() == 1


def test_another_key_reads_nothing_and_says_so(row, publisher, settings):
    settings.SEALING_KEY = "another"
    assert told(row.pk, publisher) == {"person": {}, "account": {}, "address": {}}
    page = words_of(Desk(publisher).post("discussion_unseal", row.pk, why=WHY))
    assert "sealed with another key" in page


def test_a_person_hears_that_it_is_held_not_what(row, writer):
    export = persons.export(writer)["discussion"]["held by law"]
    assert {each["kind"] for each in export} == {"person", "account", "address"}
    assert ADDRESS not in str(export)


def test_who_reported_is_forgotten_a_year_after_the_decision(row, publisher):
    report(row)
    deciding.keep(row, publisher, LATER)
    holding.forget(LATER + timedelta(days=364))
    assert Report.objects.get().email
    holding.forget(LATER + timedelta(days=366))
    assert (Report.objects.get().name, Report.objects.get().email) == ("", "")


def test_the_page_asks_why_shows_it_once_and_lists_who_read(row, publisher):
    at_desk = Desk(publisher)
    assert ADDRESS not in at_desk.sees("discussion_unseal", row.pk)
    assert ADDRESS not in words_of(at_desk.post("discussion_unseal", row.pk, why="court"))
    answer = at_desk.post("discussion_unseal", row.pk, why=WHY)
    assert ADDRESS in words_of(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    assert WHY in at_desk.sees("discussion_sealed")
    assert at_desk.get("discussion_sealed", query=f"?contribution={row.pk}").headers["Location"].endswith(f"/sealed/{row.pk}/")
    assert "A number is asked" in at_desk.sees("discussion_sealed", query="?contribution=x")
    assert "Nothing is held" in words_of(at_desk.post("discussion_unseal", 999_999, why=WHY))
    for role in (Role.MODERATOR, Role.EDITOR):
        other = Desk(desk.staff(role))
        for address in (("discussion_sealed",), ("discussion_unseal", row.pk)):
            assert is_refused(other.get(*address))
        assert is_refused(other.post("discussion_unseal", row.pk, why=WHY))
    assert Unsealing.objects.count() == 2
