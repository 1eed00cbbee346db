"""Anyone reports a contribution, without an account and without script; who wrote it reads what was decided, and appeals."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import signing
from django.core.cache import cache
from django.test import Client

from rotative.discussion.actions import appealing, deciding, suspending, undoing
from rotative.discussion.models import Appeal, Contribution, Decision, Ground, Report, State
from rotative.masthead import roles
from rotative.masthead.models import Letter
from rotative.masthead.roles import Role
from tests import factories
from tests.factories import NOON, desk
from tests.factories.discussion import contribution, guest

AT = NOON + timedelta(hours=1)
WHY = (Ground.INSULT, "Vous traitez la négociatrice de voleuse.")
TOLD = {"ground": "insult", "because": "« Voleuse » est une injure.", "name": "Odile Marrec", "email": "odile@mer.example", "in_good_faith": "on"}


@pytest.fixture
def row(db: Any) -> Contribution:
    cache.clear()
    factories.paper()
    roles.establish()
    return contribution(factories.article(), writer=factories.UserFactory(name="Yvonne Castagnet", email="yvonne@lac.example"))


@pytest.fixture
def moderator(row: Contribution) -> Any:
    return desk.staff(Role.MODERATOR)


def send(client: Client, row: Contribution, **told: Any) -> Any:
    return client.post(f"/_/report/{row.pk}/", {name: value for name, value in {**TOLD, **told}.items() if value is not None})


def test_the_form_says_what_is_reported_and_asks_all_of_article_16(client, row):
    answer = client.get(f"/_/report/{row.pk}/")
    page = answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    assert f"/_/contribution/{row.pk}/" in page
    for name in ("ground", "because", "name", "email", "in_good_faith", "csrfmiddlewaretoken"):
        assert f'name="{name}"' in page
    assert page.count('name="ground"') == len(Ground)


def test_a_report_is_kept_and_its_sender_told(client, row):
    answer = send(client, row)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/_/report/{row.pk}/?sent")
    kept = Report.objects.get()
    assert (kept.ground, kept.because, kept.name, kept.email, kept.in_good_faith, kept.language) == ("insult", TOLD["because"], "Odile Marrec", "odile@mer.example", True, "fr")
    letter = Letter.objects.get()
    assert letter.to == "odile@mer.example"
    assert TOLD["because"] in letter.text
    assert client.get(answer.headers["Location"]).status_code == 200
    send(client, row)  # once more, while it waits
    assert (Report.objects.count(), Letter.objects.count()) == (1, 1)


@pytest.mark.parametrize("missing", ["ground", "because", "name", "email", "in_good_faith"])
def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, row, missing):
    answer = send(client, row, **{missing: None})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "writing__wrong" in page
    for name, value in TOLD.items():
        if name not in (missing, "ground", "in_good_faith"):
            assert value in page
    if missing != "ground":
        assert 'value="insult" required checked' in page
    assert not Report.objects.exists()


def test_no_name_is_asked_for_where_it_is_about_the_gravest_crimes(client, row):
    assert send(client, row, ground="crime", name=None, email=None).status_code == 303
    assert (Report.objects.get().email, Letter.objects.count()) == ("", 0)


def test_bad_input_is_refused(client, row):
    for told in ({"ground": "x"}, {"email": "odile"}, {"because": "x" * 3001}, {"name": "x" * 151}):
        assert send(client, row, **told).status_code == 422
    assert not Report.objects.exists()


def test_one_address_reports_five_times_a_minute(client, row):
    answers = [send(client, row, email=f"o{number}@mer.example").status_code for number in range(7)]
    assert answers == [303] * 5 + [429] * 2


def test_a_report_needs_the_token_of_its_form(row):
    strict = Client(enforce_csrf_checks=True)
    assert send(strict, row).status_code == 403
    token = strict.get(f"/_/report/{row.pk}/").cookies["csrf"].value
    assert send(strict, row, csrfmiddlewaretoken=token).status_code == 303


def test_what_readers_do_not_see_is_not_reported(client, row):
    Contribution.objects.update(state=State.HELD)
    assert client.get(f"/_/report/{row.pk}/").status_code == 404
    assert send(client, row).status_code == 404
    assert client.get("/_/report/999999999999999999/").status_code == 404


def test_markup_in_a_report_is_words(client, row):
    page = send(client, row, ground=None, because="<script>alert(1)</script>", name='"><img src=x onerror=alert(1)>').content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


# ── What was decided, for who wrote it ─────────────────────────────────────────


def test_the_writer_reads_the_statement_of_reasons_and_nobody_else_does(client, row, moderator):
    send(client, row)
    decision = deciding.remove(row, moderator, AT, *WHY)
    address = f"/_/decision/{decision.pk}/"
    assert client.get(address).status_code == 302
    client.force_login(factories.UserFactory())
    assert client.get(address).status_code == 404
    client.force_login(moderator)
    assert client.get(address).status_code == 404
    client.force_login(row.writer)
    answer = client.get(address)
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    for told in (WHY[1], row.text, row.article.title, "writing__told"):
        assert told.replace("’", "’") in page
    assert "Odile" not in page
    assert page.count("<dt>") == 8


def test_a_guest_reads_it_by_the_link_of_the_letter_alone(client, row, moderator):
    someone = guest()
    other = contribution(row.article, "Voleuse !", guest=someone)
    decision = deciding.remove(other, moderator, AT, *WHY)
    link = next(word for word in Letter.objects.get(to=someone.email).text.split() if "/_/decision/" in word)
    path = link[link.index("/_/") :]
    assert client.get(path).status_code == 200
    assert client.get(path[:-3] + "abc").status_code == 404
    assert client.get(f"/_/decision/{decision.pk}/?key=").status_code == 404
    wrong = signing.Signer(salt="rotative.discussion.decision").signature("1")
    assert client.get(f"/_/decision/{decision.pk}/?key={wrong if decision.pk != 1 else 'x'}").status_code == 404
    assert client.post(path, {"text": "Je citais."}).status_code == 303
    assert Appeal.objects.get().text == "Je citais."


def test_the_writer_appeals_once_and_reads_the_answer(client, row, moderator):
    decision = deciding.remove(row, moderator, AT, *WHY)
    client.force_login(row.writer)
    address = f"/_/decision/{decision.pk}/"
    assert client.post(address, {"text": " "}).status_code == 422
    Decision.objects.filter(pk=decision.pk).update(at=NOON)
    import time_machine

    with time_machine.travel(AT, tick=False):
        assert client.post(address, {"text": "Je citais la pièce."}).status_code == 303
        assert client.post(address, {"text": "Encore."}).status_code == 409
    appealing.answer(Appeal.objects.get(), desk.staff(Role.MODERATOR, name="Maël Kergoat"), AT, True, "C'est une citation.")
    page = client.get(address).content.decode()
    assert "C&#x27;est une citation." in page
    assert "Maël" not in page
    assert Contribution.objects.get().is_shown


def test_a_decision_taken_back_says_so_and_has_no_appeal(client, row, moderator):
    decision = deciding.remove(row, moderator, AT, *WHY)
    undoing.undo(decision, moderator, AT)
    client.force_login(row.writer)
    page = client.get(f"/_/decision/{decision.pk}/").content.decode()
    assert "<textarea" not in page
    assert client.post(f"/_/decision/{decision.pk}/", {"text": "Et alors ?"}).status_code == 409


def test_a_suspension_has_its_page_too(client, row, moderator):
    decision = suspending.suspend(row.writer, moderator, AT, *WHY, AT + timedelta(days=7))
    client.force_login(row.writer)
    page = client.get(f"/_/decision/{decision.pk}/").content.decode()
    assert WHY[1] in page
    assert "2026" in page
