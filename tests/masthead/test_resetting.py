"""A forgotten password of the desk: whoever asks is answered alike, and who has an account gets a letter."""
from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from rotative.masthead import posting, resetting, roles
from rotative.masthead.models import Letter, User
from rotative.masthead.readers import kept
from rotative.masthead.roles import Role
from tests import factories
from tests.factories import desk
from tests.hostile.conftest import reader
from tests.hostile.test_who_is_known import asked, plain

pytestmark = pytest.mark.django_db
PAGE, DONE = "/desk/password_reset/", "/desk/password_reset/done/"
KNOWN = ("nobody", "reader", "staff", "closed", "Staff")


@pytest.fixture(autouse=True)
def people() -> None:
    cache.clear()
    factories.paper()
    roles.establish()
    reader("Yvonne", "reader@lac.example")
    for name in ("staff", "closed"):
        user = desk.staff(Role.PUBLISHER, email=f"{name}@lac.example", is_active=name == "staff")
        user.set_password("une-phrase-assez-longue")
        user.save()


def ask(address: str, client: Client | None = None) -> Any:
    return (client or Client(SERVER_NAME="localhost")).post(PAGE, {"email": address})


def links() -> list[str]:
    return re.findall(r"http://[^/]+(/desk/password_reset/confirm/\S+)", mail.outbox[-1].body)


def test_who_asks_is_answered_alike_and_the_database_is_asked_alike() -> None:
    answers, took = {}, {}
    for number, name in enumerate(KNOWN):
        client = Client(SERVER_NAME="localhost", REMOTE_ADDR=f"198.51.100.{number}")
        answer, took[name] = asked(lambda: ask(f"{name}@lac.example", client))  # noqa: B023
        answers[name] = re.sub(r'"CSRF_TOKEN": "\w+"', "", plain(answer, name) + plain(client.get(answer["Location"]), f"{name}@lac.example"))
    assert answers["nobody"].startswith(f"302 {DONE}") and {name for name, said in answers.items() if said != answers["nobody"]} == set()
    assert {name: said for name, said in took.items() if said != took["nobody"]} == {}
    assert not any("masthead_user" in statement for said in took.values() for statement in said), "Nobody is looked up."
    assert not mail.outbox, "Nor is anything sent in the request."


def test_who_works_here_gets_a_link_that_sets_a_password_once() -> None:
    for name in KNOWN[:4]:
        ask(f"{name}@lac.example")
    assert [posting.deliver.call(pk) for pk in Letter.objects.order_by("pk").values_list("pk", flat=True)] == [False, False, True, False]
    assert [sent.to for sent in mail.outbox] == [["staff@lac.example"]] and not Letter.objects.exists()
    client, (link,) = Client(SERVER_NAME="localhost"), links()
    form = client.get(link, follow=True)
    assert form.status_code == 200
    told = {"new_password1": "une-autre-phrase-longue", "new_password2": "une-autre-phrase-longue"}
    assert client.post(form.redirect_chain[-1][0], told).status_code == 302
    assert User.objects.get(email="staff@lac.example").check_password("une-autre-phrase-longue")
    again = Client(SERVER_NAME="localhost").get(link, follow=True)
    assert "new_password1" not in again.content.decode()


def test_the_address_may_be_typed_in_capitals() -> None:
    ask(" STAFF@Lac.example ")
    assert posting.deliver.call(Letter.objects.get().pk) and mail.outbox[0].to == ["staff@lac.example"]


def test_one_that_only_looks_like_it_gets_nothing() -> None:
    for address in ("ſtaff@lac.example", "staff@łac.example", "sta\ufb00@lac.example"):
        ask(address)
    assert not any(posting.deliver.call(pk) for pk in Letter.objects.values_list("pk", flat=True)) and not mail.outbox


def test_what_has_changed_when_the_letter_leaves_is_minded() -> None:
    ask("staff@lac.example")
    User.objects.filter(email="staff@lac.example").update(is_active=False)
    assert not posting.deliver.call(Letter.objects.get().pk) and not mail.outbox
    User.objects.update(is_active=True)
    ask("staff@lac.example")
    Letter.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert not posting.deliver.call(Letter.objects.get().pk) and not mail.outbox


def test_nobodys_mailbox_is_filled_and_nobody_learns_that_it_is_full() -> None:
    for number in range(resetting.AN_HOUR + 3):
        answer = Client(SERVER_NAME="localhost", REMOTE_ADDR=f"198.51.100.{number}").post(PAGE, {"email": "staff@lac.example"})
        assert answer["Location"] == DONE
    assert Letter.objects.count() == resetting.AN_HOUR


def test_who_asks_too_fast_is_told_and_loses_nothing() -> None:
    client = Client(SERVER_NAME="localhost", REMOTE_ADDR="198.51.100.77")
    answers = [ask(f"{number}@lac.example", client) for number in range(25)]
    assert answers[0].status_code == 302 and answers[-1].status_code == 429
    assert 'value="24@lac.example"' in answers[-1].content.decode()
    assert ask("no address", Client(SERVER_NAME="localhost")).status_code == 200, "What is none is said to be none."


def test_the_letter_is_in_the_language_in_which_they_work() -> None:
    for language, words in (("", '<html lang="fr">'), ("en", '<html lang="en">')):
        mail.outbox = []
        UserProfile.objects.update_or_create(user=User.objects.get(email="staff@lac.example"), defaults={"preferred_language": language})
        ask("staff@lac.example")
        posting.deliver.call(Letter.objects.get().pk)
        (sent,) = mail.outbox
        html = sent.alternatives[0].content
        assert words in html and links()[0] in html


def test_no_copy_of_everything_holds_the_link() -> None:
    user = User.objects.get(email="staff@lac.example")
    ask(user.email)
    assert kept.export(user)["letters_that_wait"] == []
