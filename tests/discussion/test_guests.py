"""Guests: a name, an address that is confirmed by a letter, and the work of a browser; no account, where the paper allows it."""
from __future__ import annotations

import re
from datetime import timedelta

import jsonschema
import pytest
from django.core import signing
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from rotative.discussion import proof
from rotative.discussion.actions import arriving
from rotative.discussion.models import Contribution, DiscussionRules, Guest, State, Trust
from rotative.masthead.models import Letter, User
from tests import factories
from tests.discussion.test_proof import packed, solved
from tests.discussion.test_writing_pages import FORM, JSON, TEXT, sent, token

pytestmark = pytest.mark.django_db
ME = {"as": "guest", "name": "Maud Lartigau", "email": "Maud@Example.org"}


@pytest.fixture(autouse=True)
def story(monkeypatch):
    cache.clear()
    for name, value in (("COST", 50), ("LEAST", 3), ("MOST", 20)):
        monkeypatch.setattr(proof, name, value)
    factories.paper()
    DiscussionRules.objects.update_or_create(defaults={"allows_guests": True})
    return factories.article(discussion="open")


@pytest.fixture
def guest() -> Client:
    return Client(enforce_csrf_checks=True, SERVER_NAME="localhost")


def form(story) -> str:
    return f"/_/comment/{story.pk}/"


def work(story) -> str:
    return packed(solved(proof.challenge(story.pk)))


def link() -> str:
    found = re.search(r"http://[^/]+(/_/comment/confirm/\S+)", Letter.objects.latest("pk").text)
    assert found
    return found[1]


def known(email: str = "maud@example.org") -> Guest:
    """A guest whom the paper trusts: what they write raises no doubt."""
    made = Guest.objects.create(email=email, name="Maud Lartigau", language="fr")
    Guest.objects.update(created_at=timezone.now() - timedelta(days=900))
    Trust.objects.create(guest=made, state=Trust.TRUSTED)
    return made


def test_the_whole_way_of_a_guest_without_script(story, guest):
    answer = sent(guest, form(story), {**ME, "text": TEXT})
    assert answer.status_code == 200 and "maud@example.org" in answer.content.decode()
    made = Contribution.objects.get()
    assert (made.state, made.name, made.writer) == (State.UNSIGNED, "Maud Lartigau", None)
    letter = Letter.objects.get()
    assert letter.to == "maud@example.org" and TEXT in letter.text
    other = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    assert other.get(link()).status_code == 200
    made.refresh_from_db()
    assert made.state == State.UNSIGNED, "A scanner of mail opens links, and presses nothing."
    answer = other.post(link(), {"csrfmiddlewaretoken": token(other, link())})
    made.refresh_from_db()
    assert (answer.status_code, answer["Location"], made.state) == (303, f"/_/contribution/{made.pk}/", State.HELD)
    assert made.guest.confirmed_at and other.get(answer["Location"]).status_code == 200
    assert guest.get(answer["Location"]).status_code == 404, "Who only typed the address is not the guest."


def test_with_the_browsers_work_and_no_doubt_it_appears(story, guest):
    known()
    sent(guest, form(story), {**ME, "text": TEXT, "proof": work(story)})
    guest.post(link(), {"csrfmiddlewaretoken": token(guest, link())})
    assert Contribution.objects.get().state == State.SHOWN
    answer = sent(guest, form(story), {"as": "guest", "text": f"{TEXT} Et le sel de la baie, alors ?", "proof": work(story)})
    assert answer.status_code == 303 and Contribution.objects.latest("pk").state == State.SHOWN
    sent(guest, form(story), {"as": "guest", "text": "Une troisième chose, sans que le navigateur ait travaillé pour elle."})
    assert Contribution.objects.latest("pk").state == State.HELD


def test_a_link_opens_once_and_for_two_days(story, guest):
    sent(guest, form(story), {**ME, "text": TEXT})
    where = link()
    guest.post(where, {"csrfmiddlewaretoken": token(guest, where)})
    assert guest.get(where).status_code == 410
    assert guest.get(f"/_/comment/confirm/{'a' * 40}/").status_code == 410
    assert arriving.waiting(signing.dumps(Contribution.objects.get().pk, salt="another")) is None


def test_a_known_guests_address_lets_nobody_write_in_their_name(story, guest):
    mine = known()
    Guest.objects.update(confirmed_at=timezone.now())
    sent(guest, form(story), {**ME, "name": "Imposteur", "text": TEXT, "proof": work(story)})
    made = Contribution.objects.get()
    assert made.state == State.UNSIGNED
    mine.refresh_from_db()
    assert mine.name == "Maud Lartigau"


def test_the_answer_is_the_same_whether_or_not_the_address_is_known(story):
    User.objects.create_user("maud@example.org")
    known("idris@example.org")
    pages = []
    for number, email in enumerate(("maud@example.org", "idris@example.org", "nobody@example.org")):
        client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost", REMOTE_ADDR=f"192.0.2.{number}")
        page = sent(client, form(story), {**ME, "email": email, "text": TEXT}).content.decode()
        pages.append(re.sub(r'value="\w{64}"', "", page).replace(email, ""))
    assert len(set(pages)) == 1


@pytest.mark.parametrize(("told", "why"), [({"email": "nowhere"}, "adresse"), ({"name": "x"}, "nom"), ({"name": "moi@example.org"}, "adresse"), ({"proof": "e30="}, "navigateur")])
def test_what_is_wrong_is_said_and_what_was_typed_stays(story, guest, told, why):
    answer = sent(guest, form(story), {**ME, "text": TEXT, **told})
    page = answer.content.decode()
    assert answer.status_code == 422 and TEXT in page and 'role="alert"' in page
    assert why in re.search(r'role="alert"[^>]*>(.*?)</div>', page, re.S)[1].lower()
    assert not Contribution.objects.exists() and not Letter.objects.exists()


def test_a_proof_counts_once_in_every_process(story, guest):
    payload = work(story)
    sent(guest, form(story), {**ME, "text": TEXT, "proof": payload})
    cache.clear()  # another process, which has not heard of it
    answer = sent(guest, form(story), {**ME, "text": f"{TEXT} Encore.", "proof": payload})
    assert answer.status_code == 422 and Contribution.objects.count() == 1


def test_where_guests_may_not_write_they_sign_first(story, guest):
    DiscussionRules.objects.update(allows_guests=False)
    answer = sent(guest, form(story), {**ME, "text": TEXT})
    assert answer["Location"].startswith("/_/account/") and not Contribution.objects.exists()


def test_nobody_fills_anothers_mailbox(story):
    for number in range(5):
        client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost", REMOTE_ADDR=f"192.0.2.{number}")
        sent(client, form(story), {**ME, "text": f"{TEXT} Numéro {number}."})
    assert Letter.objects.count() <= arriving.UNCONFIRMED


def test_a_script_is_given_its_challenge(story, guest):
    told = guest.get(form(story), headers=JSON).json()
    jsonschema.validate(told, FORM)
    assert told["guests"] and told["challenge"] and not told["known"]


def test_what_is_never_confirmed_goes(story, guest):
    sent(guest, form(story), {**ME, "text": TEXT})
    assert arriving.forget(timezone.now()) == 0
    assert arriving.forget(timezone.now() + timedelta(days=3)) == 1
    assert not Contribution.objects.exists() and not Guest.objects.exists()


def test_mending_does_not_show_what_is_held_for_want_of_the_browsers_work(story, guest):
    known()
    sent(guest, form(story), {**ME, "text": TEXT})
    guest.post(link(), {"csrfmiddlewaretoken": token(guest, link())})
    made = Contribution.objects.get()
    assert made.state == State.HELD
    answer = sent(guest, f"/_/contribution/{made.pk}/edit/", {"text": f"{TEXT} Voilà."})
    made.refresh_from_db()
    assert answer.status_code == 303 and made.text.endswith("Voilà.") and made.state == State.HELD
