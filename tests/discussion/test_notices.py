"""Who is told of what happens in a discussion: replies, picks, decisions; and who is not."""
from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from rotative.discussion import people
from rotative.discussion.actions import appealing, deciding, reporting, showing, suspending, undoing, writing
from rotative.discussion.actions.writing import contribute
from rotative.discussion.models import Contribution, DiscussionRules, Ground, Guest, Mute, State, Trust
from rotative.masthead import posting, roles
from rotative.masthead.models import Letter, User
from rotative.masthead.readers import erasing
from rotative.masthead.readers.models import Reader
from rotative.masthead.readers.notices import kinds, mailing, wishes
from rotative.masthead.readers.notices.models import How, Notice, Wish
from rotative.masthead.roles import Role
from rotative.masthead.wording import words_of
from tests import factories
from tests.discussion.test_writing_pages import TEXT, sent, token
from tests.factories import NOON, desk
from tests.factories.discussion import contribution, guest

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=3)
WHY = (Ground.INSULT, "Vous traitez la négociatrice de voleuse.")
ANSWER = "Vous avez raison, et c’est le point 4 qui devrait le dire : je le demanderai à la prochaine séance."


@pytest.fixture(autouse=True)
def story():
    cache.clear()
    factories.paper()
    roles.establish()
    with translation.override("en"):
        yield factories.article("Sept mois de pourparlers", discussion="open")


def person(name: str, email: str) -> User:
    user = User.objects.create_user(email, date_joined=NOON - timedelta(days=900))
    Reader.objects.create(user=user, name=name, language="en")
    Trust.objects.create(writer=user, state=Trust.TRUSTED)
    return user


@pytest.fixture
def yvonne() -> User:
    return person("Yvonne Castagnet", "yvonne@example.org")


@pytest.fixture
def idris() -> User:
    return person("Idris Benhaddou", "idris@example.org")


@pytest.fixture
def moderator() -> User:
    return desk.staff(Role.MODERATOR)


@pytest.fixture
def first(story, yvonne) -> Contribution:
    return contribute(story, yvonne, TEXT, NOON).contribution


def answer(to: Contribution, by: User | Guest, text: str = ANSWER, **more: Any) -> Contribution:
    made = contribute(to.article, by, text, NOON, answers=to, **more).contribution
    assert made is not None
    return made


def told(user: User) -> list[str]:
    """The titles on somebody's page, from the oldest."""
    rows = list(Notice.objects.filter(user=user).order_by("pk"))
    words = kinds.tell(rows)
    return [words[row.pk].title if row.pk in words else str(kinds.kind_of(row).gone) for row in rows]


# ── A reply ────────────────────────────────────────────────────────────────────


@pytest.fixture
def rosalie() -> User:
    return person("Rosalie Quintin", "rosalie@example.org")


THIRD = "Une troisième chose, à propos de la réponse et non du fil."


def test_who_is_answered_is_told_and_who_began_the_thread_and_only_they(first, yvonne, idris, rosalie):
    reply = answer(first, idris)
    assert told(yvonne) == ["Idris Benhaddou has answered you"] and told(idris) == []
    third = answer(reply, rosalie, THIRD)
    assert told(idris) == ["Rosalie Quintin has answered you"]
    assert told(yvonne) == ["Idris Benhaddou has answered you", "Rosalie Quintin has answered in a thread that you began"]
    answer(third, idris, "À vous deux : le calendrier est dans l’annexe, et personne ne l’a lue.")
    assert told(rosalie) == ["Idris Benhaddou has answered you"] and len(told(yvonne)) == 3 and len(told(idris)) == 1
    answer(first, yvonne, "J’ajoute ceci à ce que j’ai dit plus haut, pour être claire.")
    assert len(told(yvonne)) == 3 and len(told(rosalie)) == 1, "Nobody is told of their own, nor of another branch."


def test_who_is_answered_in_their_own_thread_is_told_once(first, yvonne, idris, rosalie):
    own = answer(answer(first, idris), yvonne, "Vous vous trompez d’année, et je vous dis pourquoi : l’accord est de mars.")
    answer(own, rosalie, THIRD)
    assert told(yvonne) == ["Idris Benhaddou has answered you", "Rosalie Quintin has answered you"]
    assert Notice.objects.filter(user=yvonne, cause=str(own.pk)).count() == 0
    answer(own, yvonne, "Je me corrige : c’était en avril, et la faute est à moi.")
    assert len(told(yvonne)) == 2, "Nor of what they answer themselves."


@pytest.mark.parametrize("why", ["muted", "muted by who is answered", "suspended", "gone"])
def test_who_began_the_thread_is_not_told(first, yvonne, idris, rosalie, why):
    reply = answer(first, idris)
    if why.startswith("muted"):
        Mute.objects.create(reader=yvonne if why == "muted" else idris, voice=people.voice_of(rosalie))
    elif why == "suspended":
        Trust.objects.filter(writer=yvonne).update(state=Trust.SUSPENDED)
    else:
        writing.withdraw(first)
    third = contribution(first.article, THIRD, writer=rosalie, name="Rosalie Quintin", voice=people.voice_of(rosalie), thread=first, answers=reply)
    rows = set(Notice.objects.filter(cause=str(third.pk)).values_list("user", flat=True))
    assert rows == ({yvonne.pk} if why == "muted by who is answered" else {idris.pk}), "Each by themselves."


def test_a_guest_who_began_the_thread_is_told_if_they_asked(first, story, idris, rosalie):
    maud = guest("Maud Lartigau", "maud@example.org")
    hers = contribution(story, "Et la baie ?", guest=maud, voice=people.voice_of(maud))
    reply = answer(hers, idris)
    answer(reply, rosalie, THIRD)
    assert not Notice.objects.filter(address=maud.email).exists()
    wishes.ask(maud.email, "reply", "en", NOON)
    answer(reply, rosalie, "Une quatrième chose, dite autrement et à propos d’autre chose.")
    assert Notice.objects.filter(address=maud.email).count() == 1


def test_the_letter_says_which_is_which(first, yvonne, idris, rosalie):
    answer(answer(first, idris), rosalie, THIRD)
    assert mailing.post_due(LATER) == 2
    text = words_of(Letter.objects.get(to=yvonne.email)).text
    assert "2 replies to what you wrote" in text and "Rosalie Quintin has answered in a thread that you began" in text


def test_what_is_held_is_told_once_it_is_accepted_and_never_twice(first, yvonne, idris, moderator):
    Trust.objects.filter(writer=idris).delete()
    reply = answer(first, idris, "Appelez-moi au 06 12 34 56 78, nous en parlerons mieux de vive voix.")
    assert reply.state == State.HELD and told(yvonne) == []
    deciding.accept(reply, moderator, NOON)
    assert told(yvonne) == ["Idris Benhaddou has answered you"]
    deciding.remove(reply, moderator, NOON, *WHY)
    assert told(yvonne) == ["A reply that is no longer there"]
    deciding.restore(reply, moderator, NOON)
    assert told(yvonne) == ["Idris Benhaddou has answered you"]


def test_nothing_is_told_of_what_was_removed(story, first, yvonne, idris, moderator):
    reply = answer(first, idris)
    client = Client(SERVER_NAME="localhost")
    client.force_login(yvonne, "django.contrib.auth.backends.ModelBackend")
    assert ANSWER in client.get("/_/account/notices/?in=fr").content.decode().replace("\xa0", " ").replace("\u202f", " ")
    deciding.remove(reply, moderator, NOON, *WHY)
    page = client.get("/_/account/notices/?in=en").content.decode()
    assert "A reply that is no longer there" in page and "Idris" not in page and "Vous avez raison" not in page
    assert client.get(f"/_/account/notices/{Notice.objects.get(kind='reply').pk}/")["Location"] == "/_/account/notices/"
    assert mailing.post_due(LATER) == 0, "Nor is it mailed."
    story.unpublish()
    assert "Sept mois" not in client.get("/_/account/notices/?in=en").content.decode().split("<main")[1]


@pytest.mark.parametrize("why", ["suspended", "muted", "closed", "gone", "erased"])
def test_who_is_not_told(first, yvonne, idris, why):
    if why == "suspended":
        Trust.objects.update_or_create(writer=yvonne, defaults={"state": Trust.SUSPENDED, "until": NOON + timedelta(days=1)})
    elif why == "muted":
        Mute.objects.create(reader=yvonne, voice=people.voice_of(idris))
    elif why == "closed":
        User.objects.filter(pk=yvonne.pk).update(is_active=False)
    elif why == "erased":
        erasing.erase(User.objects.get(pk=yvonne.pk), keep_words=True)
    held = contribution(first.article, "Une réponse qui attend.", writer=idris, thread=first, shown=False, voice=people.voice_of(idris))
    if why == "gone":
        writing.withdraw(first)
    showing.show(held, NOON)
    assert not Notice.objects.exists()


def test_a_suspension_that_has_ended_ends_that_too(first, yvonne, idris):
    Trust.objects.update_or_create(writer=yvonne, defaults={"state": Trust.SUSPENDED, "until": NOON - timedelta(days=1)})
    answer(first, idris)
    assert len(told(yvonne)) == 1


def test_who_is_muted_later_is_not_mailed(first, yvonne, idris):
    answer(first, idris)
    Mute.objects.create(reader=yvonne, voice=people.voice_of(idris))
    assert mailing.post_due(LATER) == 0 and told(yvonne) == ["A reply that is no longer there"]


def test_the_letter_groups_the_replies_to_one_thing(first, yvonne, idris):
    for number in range(7):
        contribution(first.article, f"Réponse {number}.", writer=idris, name="Idris Benhaddou", thread=first, minutes=number)
    assert mailing.post_due(LATER) == 1
    assert Letter.objects.get().to == "yvonne@example.org"
    letter = words_of(Letter.objects.get())
    assert letter.subject.endswith("7 replies to what you wrote")
    assert letter.text.count("Under “Sept mois de pourparlers”") == 1 and letter.text.count("Idris Benhaddou has answered you") == 5
    assert "And 2 others." in letter.text and "List-Unsubscribe" in letter.headers


def test_what_it_costs_a_contribution(story, first, idris):
    """Nothing where nobody is answered; else who is to be told, and the one row."""
    with CaptureQueriesContext(connection) as alone:
        contribute(story, idris, f"{TEXT} Encore, et autrement dit.", NOON)
    with CaptureQueriesContext(connection) as answering:
        answer(first, idris)
    alone_asks, answering_asks = ([each["sql"] for each in queries] for queries in (alone, answering))
    assert not [sql for sql in alone_asks if "masthead_notice" in sql]
    assert [sql.split()[0] for sql in answering_asks if "masthead_notice" in sql] == ["INSERT"]
    assert len(answering_asks) - len(alone_asks) <= 4, "Three, and the number of answers of the thread."
    reply = Contribution.objects.latest("pk")
    rosalie = person("Rosalie Quintin", "rosalie@example.org")
    with CaptureQueriesContext(connection) as within:
        answer(reply, rosalie, THIRD)
    of_both = [each["sql"] for each in within if "masthead_notice" in each["sql"] or 'FROM "discussion_mute"' in each["sql"] or '"masthead_user"."is_active"' in each["sql"]]
    of_one = [sql for sql in answering_asks if "masthead_notice" in sql or 'FROM "discussion_mute"' in sql or '"masthead_user"."is_active"' in sql]
    assert len(of_both) == len(of_one) and Notice.objects.filter(cause=str(Contribution.objects.latest("pk").pk)).count() == 2, "Two are told at what one costs."


# ── What happens while a letter lies in the post ───────────────────────────────


def lies(wait: timedelta = LATER - NOON) -> Letter:
    """The letter that the worker has laid there."""
    assert mailing.post_due(NOON + wait) == 1
    return Letter.objects.get()


@pytest.mark.parametrize("how", ["removed", "withdrawn", "muted", "story", "erased"])
def test_words_that_are_gone_when_the_letter_leaves_do_not_go_with_it(story, first, yvonne, idris, moderator, how):
    reply = answer(first, idris)
    letter = lies()
    assert "Vous avez raison" not in f"{letter.subject} {letter.text} {letter.html} {letter.told}", "It is worded when it leaves."
    if how == "removed":
        deciding.remove(reply, moderator, NOON, *WHY)
    elif how == "withdrawn":
        writing.withdraw(reply)
    elif how == "muted":
        Mute.objects.create(reader=yvonne, voice=people.voice_of(idris))
    elif how == "story":
        story.unpublish()
    else:
        erasing.erase(User.objects.get(pk=idris.pk), keep_words=False)
    assert not posting.deliver.call(letter.pk) and not mail.outbox and not Letter.objects.filter(pk=letter.pk).exists()


def test_what_is_still_there_goes_without_what_is_not_and_as_it_is_worded_then(first, yvonne, idris, moderator):
    replies = [contribution(first.article, f"Je réponds pour la {number}e fois.", writer=idris, name="Idris Benhaddou", thread=first, minutes=number) for number in (2, 3, 4)]
    letter = lies()
    deciding.remove(replies[0], moderator, NOON, *WHY)
    Contribution.objects.filter(pk=replies[1].pk).update(text="Mendé depuis, en deux mots.")
    assert posting.deliver.call(letter.pk)
    (sent_letter,) = mail.outbox
    whole = f"{sent_letter.subject} {sent_letter.body} {sent_letter.alternatives[0].content}"
    assert "la 2e" not in whole and "la 3e" not in whole and "Mendé depuis" in whole and "la 4e" in whole
    assert "2 replies to what you wrote" in sent_letter.subject


def test_a_letter_that_was_put_off_is_worded_again(first, yvonne, idris, moderator, monkeypatch):
    reply = answer(first, idris)
    letter = lies()
    with monkeypatch.context() as away:
        away.setattr("django.core.mail.EmailMultiAlternatives.send", lambda self, **_more: (_ for _ in ()).throw(OSError("away")))
        assert not posting.deliver.call(letter.pk)
    Letter.objects.update(next_at=NOON - timedelta(days=9999))
    deciding.remove(reply, moderator, NOON, *WHY)
    assert not posting.deliver.call(letter.pk) and not mail.outbox and not Letter.objects.filter(pk=letter.pk).exists()


@pytest.mark.parametrize("how", ["seen", "ended", "closed", "moved"])
def test_who_needs_or_wants_it_no_more_is_sent_nothing(first, yvonne, idris, how):
    answer(first, idris)
    letter = lies()
    if how == "seen":
        Notice.objects.update(seen_at=NOON)
    elif how == "ended":
        wishes.say(yvonne, "reply", How.NEVER)
    else:
        User.objects.filter(pk=yvonne.pk).update(**{"is_active": False} if how == "closed" else {"email": "other@example.org"})
    assert not posting.deliver.call(letter.pk) and not mail.outbox and not Letter.objects.exists()


def test_a_guest_who_ended_them_meanwhile_is_sent_nothing(story, idris):
    maud = guest("Maud Lartigau", "maud@example.org")
    hers = contribution(story, "Et la baie ?", guest=maud, voice=people.voice_of(maud))
    wishes.ask(maud.email, "reply", "en", NOON)
    answer(hers, idris)
    letter = lies(timedelta(minutes=3))
    wishes.end(None, Wish.objects.get().pk, ["reply"])
    assert not posting.deliver.call(letter.pk) and not mail.outbox


# ── A pick, a decision ─────────────────────────────────────────────────────────


def test_a_pick_is_told_as_long_as_it_stands(first, yvonne, moderator):
    deciding.pick(first, moderator, NOON)
    assert told(yvonne) == ["The editors have picked what you wrote"]
    deciding.unpick(first, moderator, NOON)
    assert told(yvonne) == ["A choice of the editors that no longer stands"]


def test_what_has_a_letter_by_law_stands_on_the_page_and_is_not_mailed_twice(first, yvonne, moderator):
    removed = deciding.remove(first, moderator, NOON, *WHY)
    appeal = appealing.appeal(removed, "Je ne l’ai pas traitée de voleuse.", NOON)
    appealing.answer(appeal, desk.staff(Role.MODERATOR, name="Maël Kergoat"), NOON, True, "C’est juste.")
    suspending.suspend(yvonne, moderator, NOON, *WHY, until=LATER)
    assert told(yvonne) == [
        "Your contribution was removed",
        "A decision about your contribution was taken back",
        "Your appeal was upheld",
        "You can no longer write in the discussions",
    ]
    by_law = Letter.objects.filter(to=yvonne.email).count()
    assert by_law == 4 and mailing.post_due(LATER) == 0 and Letter.objects.filter(to=yvonne.email).count() == by_law
    words = kinds.tell(list(Notice.objects.order_by("pk")))
    assert all(TEXT not in each.words for each in words.values()), "What it was about is on its own page."
    assert [each.url for each in words.values()][0] == f"/_/decision/{removed.pk}/"


def test_what_was_held_and_is_accepted_is_told_and_mailed(story, yvonne, moderator):
    held = contribution(story, shown=False, writer=yvonne)
    decision = deciding.accept(held, moderator, NOON)
    assert told(yvonne) == ["Your contribution was accepted"] and mailing.post_due(LATER) == 1
    assert words_of(Letter.objects.get(to=yvonne.email)).subject == "Your contribution was accepted"
    undoing.undo(decision, moderator, NOON)
    assert told(yvonne) == ["A decision about something that is no longer there"]


def test_who_reported_while_signed_in_is_told(first, idris, yvonne, moderator):
    for email in ("", "idris@example.org"):
        reporting.report(first, NOON, by=idris, ground=Ground.CRIME if not email else Ground.INSULT, because="Voyez.", email=email, in_good_faith=True, language="en")
    kept = deciding.keep(first, moderator, NOON)
    assert told(idris) == ["What you reported was examined, and stays where it is"] * 2
    assert mailing.post_due(LATER) == 1, "Of the one that had no letter."
    undoing.undo(kept, moderator, NOON)
    assert told(idris) == ["The decision on your report was taken back: it is examined again"] * 2
    assert told(yvonne) == [] and not Letter.objects.filter(to=yvonne.email), "Who wrote it need not know that somebody complained."


# ── Guests ─────────────────────────────────────────────────────────────────────


def test_a_guest_is_told_by_mail_only_when_they_ticked_it(first, story, idris):
    maud = guest("Maud Lartigau", "maud@example.org")
    hers = contribution(story, "Et la baie ?", guest=maud, voice=people.voice_of(maud))
    answer(hers, idris)
    assert not Notice.objects.exists()
    wishes.ask(maud.email, "reply", "en", NOON)
    answer(hers, idris, "Une seconde réponse, qui dit autre chose que la première.")
    assert mailing.post_due(NOON + timedelta(minutes=2)) == 0 and mailing.post_due(NOON + timedelta(minutes=3)) == 1
    letter = words_of(Letter.objects.get())
    assert (Letter.objects.get().to, letter.subject) == ("maud@example.org", "Idris Benhaddou has answered you")
    link = re.search(r"http://[^/]+(/_/unsubscribe/\S+)", letter.text)
    Client(SERVER_NAME="localhost").post(link[1], {"List-Unsubscribe": "One-Click"})
    answer(hers, idris, "Une troisième, après laquelle on n’écrit plus à personne.")
    assert mailing.post_due(LATER) == 0 and Notice.objects.filter(address="maud@example.org").count() == 1


ME = {"as": "guest", "name": "Maud Lartigau", "email": "maud@example.org"}


@pytest.fixture
def browser() -> Client:
    DiscussionRules.objects.update_or_create(defaults={"allows_guests": True})
    return Client(enforce_csrf_checks=True, SERVER_NAME="localhost")


def link() -> str:
    return re.search(r"http://[^/]+(/_/comment/confirm/\S+)", Letter.objects.latest("pk").text)[1]


def test_the_box_is_not_ticked_by_itself_and_counts_once_the_address_is_confirmed(story, browser):
    form = f"/_/comment/{story.pk}/"
    page = browser.get(form).content.decode()
    assert re.search(r'name="tell" value="1">', page)
    sent(browser, form, {**ME, "text": TEXT, "tell": "1"})
    assert not Wish.objects.exists(), "It may be anybody's address."
    where = link()
    assert 'name="tell" value="1" checked' in browser.get(where).content.decode()
    browser.post(where, {"csrfmiddlewaretoken": token(browser, where), "tell": "1"})
    wish = Wish.objects.get()
    assert (wish.address, wish.kind, wish.how, wish.language) == ("maud@example.org", "reply", How.AT_ONCE, "fr")
    assert timezone.now() - wish.at < timedelta(minutes=5)
    page = browser.get(form).content.decode()
    assert 'name="tell"' not in page and browser.get(form, headers={"Accept": "application/json"}).json()["told"] is True


def test_who_does_not_tick_it_is_not_told_and_may_tick_it_later(story, browser):
    form = f"/_/comment/{story.pk}/"
    sent(browser, form, {**ME, "text": TEXT})
    where = link()
    assert 'name="tell" value="1">' in browser.get(where).content.decode()
    browser.post(where, {"csrfmiddlewaretoken": token(browser, where)})
    assert not Wish.objects.exists()
    sent(browser, form, {"as": "guest", "text": f"{TEXT} Et le sel de la baie ?", "tell": "1"})
    assert Wish.objects.get().how == How.AT_ONCE


def test_a_box_that_was_ticked_stays_so_when_the_form_is_given_back(story, browser):
    page = sent(browser, f"/_/comment/{story.pk}/", {**ME, "email": "nowhere", "text": TEXT, "tell": "1"}).content.decode()
    assert 'name="tell" value="1" checked' in page
