"""What is signed, counted or sent once: forged, of another page, too old, or used again."""
from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import signing
from django.core.cache import cache
from django.utils import timezone

from rotative.discussion import proof, statements
from rotative.discussion.actions import arriving, deciding
from rotative.discussion.models import Appeal, Contribution, Decision, Ground, State
from rotative.masthead.models import Letter
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from tests.discussion.test_proof import packed, solved
from tests.factories import desk
from tests.factories.discussion import contribution, guest
from tests.hostile.conftest import TEXT, Browser, reader

ME = {"as": "guest", "name": "Maud Lartigau", "email": "maud@lac.example", "text": TEXT}


@pytest.fixture(autouse=True)
def easy(monkeypatch: Any) -> None:
    for name, value in (("COST", 50), ("LEAST", 3), ("MOST", 20)):
        monkeypatch.setattr(proof, name, value)


@pytest.fixture
def link(story: Article) -> str:
    """That of the letter to a guest who wrote."""
    Browser().send(f"/_/comment/{story.pk}/", **ME)
    found = re.search(r"http://[^/]+(/_/comment/confirm/\S+)", Letter.objects.latest("pk").text)
    assert found
    return found[1]


def turned(token: str, place: int) -> str:
    return f"{token[:place]}{'A' if token[place] != 'A' else 'B'}{token[place + 1 :]}"


class TestALinkOfALetter:
    def test_with_one_letter_changed_opens_nothing(self, link: str) -> None:
        token = link.split("/")[-2]
        for place in range(len(token)):
            if token[place] != ":" and place != len(token) - 1:  # of the last letter of base64 not all bits count
                assert arriving.waiting(turned(token, place)) is None, place
        assert arriving.waiting(token) is not None

    @pytest.mark.parametrize("salt", ["", "rotative.discussion.decision", "django.contrib.sessions.backends.signed_cookies", "discussion.guest2"])
    def test_signed_for_another_use_opens_nothing(self, story: Article, link: str, salt: str) -> None:
        row = Contribution.objects.get()
        assert arriving.waiting(signing.dumps(row.pk, salt=salt)) is None

    def test_is_good_for_two_days(self, link: str, time_machine: Any) -> None:
        time_machine.move_to(timezone.now() + arriving.GOOD_FOR - timedelta(minutes=1))
        assert Browser().get(link).status_code == 200
        time_machine.move_to(timezone.now() + timedelta(minutes=2))
        assert Browser().get(link).status_code == 410

    def test_opens_once_whoever_has_it(self, link: str) -> None:
        first, second = Browser(), Browser()
        second.get(link)
        token = second.token(link)
        assert first.send(link).status_code == 303
        assert second.post(link, {"csrfmiddlewaretoken": token}).status_code == 410
        assert not second.session.get("discussion.guest") and Contribution.objects.get().state == State.HELD

    def test_of_what_was_taken_from_readers_meanwhile_opens_nothing(self, link: str) -> None:
        Contribution.objects.update(state=State.WITHDRAWN)
        assert Browser().get(link).status_code == 410


class TestTheWorkOfABrowser:
    def test_of_one_story_is_nothing_under_another(self, story: Article) -> None:
        from tests import factories

        other = factories.article("Autre", discussion="open", slug="deux")
        work = packed(solved(proof.challenge(story.pk)))
        assert Browser().send(f"/_/comment/{other.pk}/", **ME, proof=work).status_code == 422
        assert not Contribution.objects.exists()
        assert Browser().send(f"/_/comment/{story.pk}/", **ME, proof=work).status_code == 200, "It was not used up there."

    def test_is_taken_once_by_whoever_sends_it(self, story: Article) -> None:
        work = packed(solved(proof.challenge(story.pk)))
        answers = [Browser(REMOTE_ADDR=f"198.51.100.{n}").send(f"/_/comment/{story.pk}/", **{**ME, "email": f"{n}@lac.example", "text": f"{TEXT} {n}"}, proof=work).status_code for n in range(3)]
        cache.clear()
        answers.append(Browser().send(f"/_/comment/{story.pk}/", **{**ME, "text": f"{TEXT} fin"}, proof=work).status_code)
        assert answers == [200, 422, 422, 422] and Contribution.objects.count() == 1

    def test_a_sent_form_that_is_sent_again_is_one_contribution(self, story: Article) -> None:
        """A reader who presses twice, or goes back and sends once more."""
        client, where = Browser().enters(reader()), f"/_/comment/{story.pk}/"
        token = client.token(where)
        answers = [client.post(where, {"csrfmiddlewaretoken": token, "text": TEXT}).status_code for _again in range(3)]
        assert answers == [303, 422, 422] and Contribution.objects.count() == 1


class TestTheKeyOfAGuestsDecision:
    @pytest.fixture
    def decision(self, story: Article) -> Decision:
        row = contribution(story, guest=guest())
        return deciding.remove(row, desk.staff(Role.MODERATOR), timezone.now(), Ground.INSULT, "Une injure.")

    def test_of_another_decision_or_changed_opens_nothing(self, decision: Decision, story: Article) -> None:
        other = deciding.remove(contribution(story, guest=guest("Idris", "idris@mer.example")), desk.staff(Role.MODERATOR, name="Maël"), timezone.now(), Ground.INSULT, "Une injure.")
        where, key = f"/_/decision/{decision.pk}/", statements.key_of(decision)
        assert Browser().get(f"{where}?key={key}").status_code == 200
        for forged in (statements.key_of(other), turned(key, 0), turned(key, 9), key[:-1], "", "é", "\x00", signing.Signer(salt="x").signature(str(decision.pk))):
            assert Browser().get(where, {"key": forged}).status_code == 404, forged

    def test_lets_its_holder_appeal_once(self, decision: Decision) -> None:
        where = f"/_/decision/{decision.pk}/?key={statements.key_of(decision)}"
        client, second = Browser(), Browser()
        late = second.token(where)
        assert client.send(where, text="C’était une image.").status_code == 303
        assert second.post(where, {"csrfmiddlewaretoken": late, "text": "Encore."}).status_code == 409
        assert Appeal.objects.count() == 1

    def test_of_an_account_has_no_key(self, story: Article) -> None:
        made = deciding.remove(contribution(story, writer=reader()), desk.staff(Role.MODERATOR), timezone.now(), Ground.INSULT, "Une injure.")
        assert Browser().get(f"/_/decision/{made.pk}/", {"key": statements.key_of(made)}).status_code == 404
