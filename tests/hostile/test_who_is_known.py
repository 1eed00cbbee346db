"""Whether an address is known to the paper: in no answer, in no letter to anybody else, and not by how long it takes.

Time is held by the statements: the same ones, in the same order, for every address.
"""
from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from rotative.discussion import classifying, holding, sealing
from rotative.discussion.actions import arriving
from rotative.discussion.models import Contribution, Guest, Sealed, State, Trust
from rotative.masthead.models import Letter
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from tests.factories import desk
from tests.factories.discussion import contribution, guest
from tests.hostile.conftest import TEXT, Browser, reader

KNOWN = ("nobody", "account", "guest", "suspended", "trusted", "wrote", "rejected", "staff")


@pytest.fixture
def people(story: Article, monkeypatch: Any) -> Article:
    """An address for each thing that the paper may know of one."""
    monkeypatch.setattr("rotative.masthead.posting.transaction.on_commit", lambda run: run())
    mail.outbox = []
    classifying.current()  # a process reads it once, whoever comes first
    reader("Yvonne", "account@lac.example")
    desk.staff(Role.PUBLISHER, email="staff@lac.example")
    for name in ("guest", "suspended", "trusted", "wrote", "rejected"):
        made = guest(name.title(), f"{name}@lac.example")
        if name in ("suspended", "trusted"):
            Trust.objects.create(guest=made, state=Trust.SUSPENDED if name == "suspended" else Trust.TRUSTED)
        for number in range(4 if name in ("wrote", "rejected") else 0):
            row = contribution(story, f"{TEXT} {number}", name=made.name, guest=made, created_at=timezone.now() - timedelta(seconds=20 * number))
            holding.keep(row, "192.0.2.1")
            if name == "rejected":
                Contribution.objects.filter(pk=row.pk).update(state=State.REJECTED)
    return story


def plain(answer: Any, address: str) -> str:
    """An answer without what differs for each visit."""
    page = re.sub(r'value="\w{64}"|c\d+|/\d+/|[\w-]+:[\w-]+:[\w-]{20,}', "", answer.content.decode())
    return f"{answer.status_code} {answer.headers.get('Location', '')} {page.replace(address, '')}"


def asked(run: Any) -> tuple[Any, list[str]]:
    """The answer, and which statements it took, on which tables."""
    with CaptureQueriesContext(connection) as queries:
        answer = run()
    said = [re.sub(r"\(.*|VALUES.*|WHERE.*|SET .*", "", each["sql"], flags=re.S) for each in queries]
    return answer, [" ".join(re.findall(r'^\w+|FROM "\w+"|INTO "\w+"|^UPDATE "\w+"', each)) for each in said]


def test_a_guest_is_answered_alike_whoever_has_the_address(people: Article) -> None:
    answers, took, letters = {}, {}, {}
    for number, name in enumerate(KNOWN):
        client, address = Browser(REMOTE_ADDR=f"198.51.100.{number}"), f"{name}@lac.example"
        where = f"/_/comment/{people.pk}/"
        token = client.token(where)
        told = {"csrfmiddlewaretoken": token, "as": "guest", "name": "Quelqu’un", "email": address, "text": f"{TEXT} 2"}
        answer, took[name] = asked(lambda: client.post(where, told))  # noqa: B023
        answers[name] = plain(answer, address)
        letters[name] = re.sub(r"/_/comment/confirm/\S+", "", mail.outbox[-1].body)
        assert mail.outbox[-1].to == [address]
    assert len(mail.outbox) == len(KNOWN) and answers["nobody"].startswith("200 ")
    assert {name for name, said in answers.items() if said != answers["nobody"]} == set()
    assert {name for name, said in letters.items() if said != letters["nobody"]} == set()
    assert {name: said for name, said in took.items() if said != took["nobody"]} == {}


def test_and_in_json(people: Article) -> None:
    said = {}
    for number, name in enumerate(KNOWN):
        client = Browser(REMOTE_ADDR=f"198.51.100.{number}")
        told = {"csrfmiddlewaretoken": client.token(f"/_/comment/{people.pk}/"), "as": "guest", "name": "Quelqu’un", "email": f"{name}@lac.example", "text": TEXT}
        answer = client.post(f"/_/comment/{people.pk}/", told, headers={"Accept": "application/json"})
        said[name] = (answer.status_code, {key: value for key, value in answer.json().items() if key not in ("id", "url")})
    assert all(each == said["nobody"] for each in said.values()), said


def test_what_is_known_of_a_guest_is_asked_once_the_address_is_proven(people: Article) -> None:
    """One who is suspended does not come back in by confirming: it waits, and the moderator reads why."""
    client = Browser()
    client.send(f"/_/comment/{people.pk}/", **{"as": "guest", "name": "Suspended", "email": "suspended@lac.example", "text": f"{TEXT} Voilà."})
    client.send(re.search(r"http://[^/]+(/_/comment/confirm/\S+)", mail.outbox[-1].body)[1])
    row = Contribution.objects.latest("pk")
    assert row.state == State.HELD and any(finding["phase"] == "suspended" for finding in row.findings)


def test_who_types_anothers_address_changes_nothing_that_is_known_of_them(people: Article) -> None:
    before = {row.pk: (row.held, row.until) for row in Sealed.objects.all()}
    known = Guest.objects.get(email="wrote@lac.example")
    Browser().send(f"/_/comment/{people.pk}/", **{"as": "guest", "name": "Imposteur", "email": "wrote@lac.example", "text": f"{TEXT} Voilà."})
    assert {row.pk: (row.held, row.until) for row in Sealed.objects.filter(pk__in=before)} == before
    made = Contribution.objects.latest("pk")
    assert made.state == State.UNSIGNED and [row.kind for row in Sealed.objects.filter(contribution=made.pk)] == [Sealed.Kind.ADDRESS]
    known.refresh_from_db()
    assert (known.name, known.language) == ("Wrote", "fr")


def test_what_is_held_by_law_of_a_guest_is_held_when_they_confirm(people: Article) -> None:
    client = Browser()
    client.send(f"/_/comment/{people.pk}/", **{"as": "guest", "name": "Maud Lartigau", "email": "maud@lac.example", "text": TEXT})
    made = Contribution.objects.latest("pk")
    assert not Sealed.objects.filter(voice=made.voice, kind=Sealed.Kind.PERSON).exists()
    client.send(re.search(r"http://[^/]+(/_/comment/confirm/\S+)", mail.outbox[-1].body)[1])
    assert sealing.opened(Sealed.objects.get(voice=made.voice, kind=Sealed.Kind.PERSON).held) == {"name": "Maud Lartigau", "email": "maud@lac.example"}


def test_a_report_is_answered_alike_whether_or_not_it_was_made_before(people: Article) -> None:
    row = contribution(people)
    told = {"ground": "insult", "because": "Une injure.", "name": "Odile", "email": "account@lac.example", "in_good_faith": "on"}
    first, again = (Browser(REMOTE_ADDR=f"192.0.2.{n}").send(f"/_/report/{row.pk}/", **told) for n in range(2))
    assert plain(first, "") == plain(again, "") and len(mail.outbox) == 1


def test_a_way_in_is_asked_for_alike(people: Article) -> None:
    answers, took = [], []
    for number, name in enumerate(KNOWN):
        client = Browser(REMOTE_ADDR=f"198.51.100.{number}")
        token = client.token("/_/account/sign-in/")
        answer, said = asked(lambda: client.post("/_/account/sign-in/", {"csrfmiddlewaretoken": token, "address": f"{name}@lac.example"}))  # noqa: B023
        answers.append(plain(answer, name) + plain(client.get("/_/account/code/"), f"{name}@lac.example"))
        took.append(said)
    assert len(set(answers)) == 1 and all(said == took[0] for said in took) and len(mail.outbox) == len(KNOWN)


def test_the_letters_that_wait_fill_nobodys_mailbox_by_many_names(people: Article) -> None:
    for number in range(9):
        Browser(REMOTE_ADDR=f"198.51.100.{number}").send(f"/_/comment/{people.pk}/", **{"as": "guest", "name": "Maud", "email": " MAUD@lac.example " if number % 2 else "maud@lac.example", "text": f"{TEXT} {number}"})
    assert len(mail.outbox) == arriving.UNCONFIRMED and Guest.objects.filter(email__iexact="maud@lac.example").count() == 1
    cache.clear()
    assert not Letter.objects.exists()


def test_no_address_of_anybody_is_on_a_page_or_in_json(people: Article) -> None:
    """But one's own."""
    client = Browser().enters(reader("Idris", "idris@lac.example"))
    row = Contribution.objects.filter(state=State.SHOWN).first()
    for path in (f"/_/discussion/fr/{people.pk}/", f"/_/contribution/{row.pk}/", f"/_/comment/{people.pk}/?to={row.pk}", f"/_/report/{row.pk}/", f"/_/respect/{row.pk}/", "/_/account/", "/_/account/everything.json", "/_/contributions/"):
        for headers in ({}, {"Accept": "application/json"}):
            body = client.get(path, headers=headers, follow=True).content.decode()
            assert set(re.findall(r"[\w.]+@lac\.example", body)) <= {"idris@lac.example"}, path
