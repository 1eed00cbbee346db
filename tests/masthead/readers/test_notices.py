"""Notices: told on one's page, and by a letter as one wishes; each once, many together, nothing of what is gone."""
from __future__ import annotations

import email
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from rotative.masthead import posting
from rotative.masthead.models import Letter, User
from rotative.masthead.readers import erasing, persons
from rotative.masthead.readers.models import Reader
from rotative.masthead.readers.notices import arising, hours, kept, kinds, letters, mailing, reading, wishes
from rotative.masthead.readers.notices.kinds import Kind, Told
from rotative.masthead.readers.notices.models import How, Notice, Wish
from rotative.masthead.wording import Words, words_of
from rotative.project import clock
from tests.factories import NOON
from tests.masthead.readers.conftest import ADDRESS, Browser, sign_in
from tests.masthead.readers.test_mail import server  # noqa: F401
from tests.paper.markup import faults_of

pytestmark = pytest.mark.django_db
GONE: set[str] = set()
SEVEN = NOON.replace(hour=6) + timedelta(days=1)  # in Paris


@pytest.fixture(autouse=True)
def registered(monkeypatch: Any) -> None:
    """Two kinds of a room that there is not; what is in GONE may not be shown."""
    monkeypatch.setattr(kinds, "_kinds", {})
    GONE.clear()
    for name, title in (("wave", "Waves"), ("storm", "Storms")):
        kinds.register(Kind(name, title, f"A {name} that has passed", lambda number, name=name: f"{number} {name}s", tell))


def tell(notices: Sequence[Notice]) -> dict[int, Told]:
    return {each.pk: Told(f"Wave {each.cause}", f"/waves/{each.cause}/", f"It said <{each.cause}>.", f"Under {each.subject}") for each in notices if each.cause not in GONE}


@pytest.fixture
def user() -> Any:
    made = User.objects.create_user("", ADDRESS, None)
    Reader.objects.create(user=made, name="Inès Caradec", language="fr")
    return made


def wave(user: Any, cause: str = "1", at: datetime = NOON, kind: str = "wave", subject: str = "the pier", **more: Any) -> None:
    arising.add(kind, cause, at, subject=subject, user=user.pk if user else None, **more)


def post(*minutes: float) -> int:
    """Have the worker look, so many minutes after noon, as often as the clock does: how many letters."""
    return sum(mailing.post_due(NOON + timedelta(minutes=each)) for each in minutes)


def worded() -> Words:
    """The one letter in the post, as it would leave now."""
    found = words_of(Letter.objects.get())
    assert found is not None
    return found


# ── It arises, and stands on the page ──────────────────────────────────────────


def test_the_same_cause_is_told_once_and_each_person_by_themselves(user: Any, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        wave(user)
    other = User.objects.create_user("", "liam@orbance.example", None)
    for someone in (user, other, other):
        wave(someone)
    arising.add("wave", "1", NOON, subject="the pier", address="maud@orbance.example")
    assert Notice.objects.count() == 3


def test_those_not_seen_come_first_and_looking_marks_none(user: Any) -> None:
    for number in range(4):
        wave(user, str(number), NOON + timedelta(minutes=number))
    newest = reading.of(user)[0]
    assert newest.cause == "3" and reading.unseen(user) == 4
    assert reading.see(user, newest.pk, NOON) and reading.unseen(user) == 3
    assert [each.cause for each in reading.of(user)] == ["2", "1", "0", "3"]
    assert reading.see_all(user, reading.of(user)[0].pk, NOON) == 3


def test_nobody_opens_what_is_anothers(user: Any) -> None:
    wave(User.objects.create_user("", "liam@orbance.example", None))
    assert reading.see(user, Notice.objects.get().pk, NOON) is None and Notice.objects.get().seen_at is None


def test_the_page(browser: Browser, letters: Any) -> None:
    reader = sign_in(browser, letters)
    empty = browser.get("/_/account/notices/?in=en").content.decode()
    assert "Nothing yet." in empty and "<ol" not in empty.split("<main")[1].split("</main")[0]
    for number in range(32):
        wave(reader.user, str(number), NOON + timedelta(minutes=number))
    GONE.add("30")
    page = browser.get("/_/account/notices/?in=en").content.decode()
    assert page.count("notices__new") == 30 and "?page=2" in page and "It said &lt;31&gt;." in page
    assert faults_of(page) == [] and faults_of(empty) == [] and faults_of(browser.get("/_/account/").content.decode()) == []
    assert "A wave that has passed" in page and "<30>" not in page and "&lt;30&gt;" not in page, "Nothing is told of what is gone."
    assert "32 new notices" in browser.get("/_/account/leave/?in=en").content.decode()
    one = Notice.objects.get(cause="31")
    answer = browser.get(f"/_/account/notices/{one.pk}/")
    assert answer["Location"] == "/waves/31/" and reading.unseen(reader.user) == 31
    wave(reader.user, "late", NOON + timedelta(minutes=99))
    browser.send("/_/account/notices/", "/_/account/notices/seen/", until=str(one.pk))
    assert reading.unseen(reader.user) == 1, "What came after the page was made stays new."
    assert browser.get(f"/_/account/notices/{one.pk + 99}/").status_code == 404
    for sent in ("", "x", "9" * 40):
        assert browser.send("/_/account/notices/", "/_/account/notices/seen/", until=sent).status_code == 302
    assert Browser().get("/_/account/notices/")["Location"].startswith("/_/account/sign-in/")


def test_a_page_of_many_asks_no_more_than_one_of_few(browser: Browser, letters: Any, django_assert_max_num_queries: Any) -> None:
    reader = sign_in(browser, letters)
    for number in range(40):
        wave(reader.user, str(number))
    with django_assert_max_num_queries(16):
        browser.get("/_/account/notices/")


# ── How one wishes to be told ──────────────────────────────────────────────────


def test_wishes_are_chosen_on_ones_page(browser: Browser, letters: Any) -> None:
    reader = sign_in(browser, letters)
    assert wishes.of(reader.user) == {"wave": How.DAILY, "storm": How.DAILY}
    answer = browser.send("/_/account/", "/_/account/notices/letters/", wave="at_once", storm="nonsense", other="never")
    assert answer.status_code == 302 and wishes.of(reader.user) == {"wave": How.AT_ONCE, "storm": How.DAILY}
    assert '<option value="at_once" selected>' in browser.get("/_/account/?in=en").content.decode()
    with pytest.raises(LookupError):
        wishes.say(reader.user, "other", How.NEVER)


def test_who_changes_their_mind_changes_what_waits(user: Any) -> None:
    wave(user)
    assert post(4) == 0 and Notice.objects.get().due_at == SEVEN
    wishes.say(user, "wave", How.AT_ONCE)
    assert mailing.post_due(Notice.objects.get().due_at) == 1


# ── By letter ──────────────────────────────────────────────────────────────────


def test_once_a_day_what_came_since_goes_in_one_letter(user: Any) -> None:
    wave(user, "evening", SEVEN.replace(hour=22, minute=59) - timedelta(days=1))
    wave(user, "night", SEVEN.replace(hour=23, minute=1) - timedelta(days=1))
    wave(user, "gale", NOON, "storm", "the mole")
    assert post(4, 600, 720) == 0
    assert mailing.post_due(SEVEN) == 1 and mailing.post_due(SEVEN + timedelta(minutes=1)) == 0
    letter = worded()
    assert letter.subject == "L'Amer : 1 storms, 2 waves" or letter.subject.endswith("1 storms, 2 waves")
    assert letter.text.index("Under the mole") < letter.text.index("Under the pier")
    assert letter.text.count("Under the pier") == 1 and "2 waves\nUnder the pier" in letter.text
    assert not Notice.objects.filter(due_at__isnull=False).exists() and Notice.objects.filter(mailed_at=SEVEN).count() == 3


def test_what_comes_at_the_hour_itself_waits_for_the_next_day(user: Any) -> None:
    wave(user, "1", SEVEN - timedelta(minutes=1))
    wave(user, "2", SEVEN)
    assert mailing.post_due(SEVEN + timedelta(minutes=3)) == 1
    assert Notice.objects.get(cause="2").due_at == SEVEN + timedelta(days=1)


def test_a_worker_that_was_away_for_days_sends_one_letter(user: Any) -> None:
    for day in range(4):
        wave(user, str(day), NOON + timedelta(days=day))
    assert mailing.post_due(NOON + timedelta(days=4, hours=-3)) == 1
    assert "4 waves" in worded().text


def test_nothing_to_say_sends_nothing(user: Any) -> None:
    assert not mailing.is_due(SEVEN) and mailing.post_due(SEVEN) == 0
    wave(user, "seen"), wave(user, "gone"), wave(user, "told", has_letter=True)
    GONE.add("gone")
    reading.see(user, Notice.objects.get(cause="seen").pk, NOON)
    assert mailing.post_due(SEVEN) == 0 and not Letter.objects.exists()
    assert [each.mailed_at for each in Notice.objects.order_by("pk")] == [None, None, NOON]


@pytest.mark.parametrize("why", ["never", "left"])
def test_who_wants_none_or_whose_account_is_closed_gets_none(user: Any, why: str) -> None:
    wave(user)
    if why == "never":
        wishes.say(user, "wave", How.NEVER)
    else:
        User.objects.update(is_active=False)
    assert mailing.post_due(SEVEN + timedelta(days=365)) == 0
    assert not Letter.objects.exists() and not mailing.is_due(SEVEN + timedelta(days=365))


def test_a_flood_is_a_few_letters_and_tells_how_many(user: Any) -> None:
    wishes.say(user, "wave", How.AT_ONCE)
    number = 0
    for minute in range(90):
        while number < min(500, minute * 500 / 60):
            wave(user, str(number := number + 1), NOON + timedelta(minutes=minute))
        post(minute)
    posted = [words_of(letter) for letter in Letter.objects.order_by("pk")]
    assert len(posted) == 5 and posted[0].text.count("It said") == letters.SHOWN
    assert sum(int(letter.subject.split()[-2]) for letter in posted) == 500, "Each is counted in one letter."
    assert not mailing.is_due(NOON + timedelta(days=9))


def test_a_letter_about_many_things_shows_some_and_counts_the_others(user: Any) -> None:
    for number in range(30):
        wave(user, str(number), subject=f"pier {number}")
    assert mailing.post_due(SEVEN) == 1
    letter = worded()
    for told in (letter.text, letter.html):
        assert told.count("Under pier") == letters.HEADS and "Et 10 autres." in told


def test_one_letter_says_what_happened_in_its_subject(user: Any) -> None:
    wishes.say(user, "wave", How.AT_ONCE)
    wave(user)
    assert post(2) == 0 and post(3) == 1
    assert worded().subject == "Wave 1"


def test_many_persons_ask_in_one_round_and_one_that_fails_costs_no_other(user: Any, monkeypatch: Any, caplog: Any) -> None:
    other = User.objects.create_user("", "liam@orbance.example", None)
    for someone in (user, other):
        wave(someone), wishes.say(someone, "wave", How.AT_ONCE)
    real = letters.post

    def fail(person: Any, notices: Any) -> Any:
        if person.user == user.pk:
            raise RuntimeError("no")
        return real(person, notices)

    monkeypatch.setattr(letters, "post", fail)
    assert post(60 * 24 * 9) == 1 and [letter.to for letter in Letter.objects.all()] == ["liam@orbance.example"]
    assert ADDRESS not in caplog.text and "tried again" in caplog.text
    monkeypatch.setattr(letters, "post", real)
    assert post(60 * 24 * 9 + 1) == 0 and post(60 * 24 * 9 + 61) == 1, "It waits an hour, and is not lost."


def test_what_is_killed_between_the_notice_and_its_letter_leaves_neither(user: Any, monkeypatch: Any) -> None:
    wave(user)

    def killed(*args: Any, **kwargs: Any) -> None:
        Letter.objects.create(to=ADDRESS, subject="half", text="half")
        raise SystemExit

    monkeypatch.setattr(letters.posting, "post", killed)
    with pytest.raises(SystemExit):
        mailing.post_due(SEVEN)
    assert not Letter.objects.exists() and Notice.objects.get().mailed_at is None
    monkeypatch.undo()
    kinds.register(Kind("wave", "Waves", "Gone", lambda number: f"{number} waves", tell))
    assert mailing.post_due(SEVEN + timedelta(minutes=1)) == 1 and mailing.post_due(SEVEN + timedelta(days=2)) == 0


def test_a_letter_that_is_tried_again_is_the_same_letter() -> None:
    posting.post(Letter(to=ADDRESS, subject="A word", text="Hello.\n"))
    kept_letter = Letter.objects.get()
    first, second = (posting._message(kept_letter, words_of(kept_letter)).message()["Message-ID"] for _try in range(2))
    assert first == second == kept_letter.headers["Message-ID"]


def test_the_clock_hands_it_to_the_worker_each_minute(user: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(clock, "last_cleaning", lambda: date.max)
    wishes.say(user, "wave", How.AT_ONCE)
    wave(user, at=timezone.now() - timedelta(minutes=4))
    clock.Clock().tick()
    assert Notice.objects.get().mailed_at


# ── What travels ───────────────────────────────────────────────────────────────


def test_what_a_mail_server_is_given(user: Any, server: Any, letters: Any, settings: Any) -> None:  # noqa: F811
    settings.ROTATIVE_URL = "https://amer.example"
    wave(user, "1"), wave(user, "2")
    mailing.post_due(SEVEN)
    ((to, letter),) = server.taken
    url = str(letter["List-Unsubscribe"]).strip()  # so long a line is folded
    assert to == [ADDRESS] and letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert url.startswith("<https://amer.example/_/unsubscribe/") and url.endswith(">") and " " not in url and ADDRESS not in url
    parts = {part.get_content_type(): part.get_content() for part in letter.walk() if not part.is_multipart()}
    assert url[1:-1] in parts["text/plain"] and url[1:-1].replace("&", "&amp;") in parts["text/html"]
    assert 'lang="fr"' in parts["text/html"] and "It said &lt;1&gt;." in parts["text/html"] and "It said <1>." in parts["text/plain"]
    assert "https://amer.example/waves/1/" in parts["text/plain"] and 'href="https://amer.example/waves/2/"' in parts["text/html"]
    assert "<img" not in parts["text/html"] and "<script" not in parts["text/html"]
    raw = email.message_from_bytes(letter.as_bytes())
    assert raw["Message-ID"] and raw["Auto-Submitted"] == "auto-generated"


# ── An address without an account ──────────────────────────────────────────────


def test_an_address_is_told_at_once_and_only_of_what_it_asked_for(user: Any) -> None:
    arising.add("wave", "0", NOON, address="maud@orbance.example")
    assert post(9) == 0, "Nobody asked."
    wishes.ask("maud@orbance.example", "wave", "en", NOON)
    for kind, cause in (("wave", "1"), ("storm", "2")):
        arising.add(kind, cause, NOON, address="maud@orbance.example")
    assert post(9) == 1
    letter = worded()
    assert Letter.objects.get().to == "maud@orbance.example" and letter.subject == "Wave 1" and "No more of these letters" in letter.text
    assert "/_/account/" not in letter.text, "They have no page."


# ── Kept, taken along, erased ──────────────────────────────────────────────────


def test_it_is_exported_and_erased_with_the_reader(user: Any) -> None:
    wave(user), wishes.say(user, "wave", How.NEVER)
    wishes.ask(ADDRESS, "wave", "fr", NOON), arising.add("wave", "guest", NOON, address=ADDRESS)
    told = persons.export(user)["account"]
    assert told["notices"] == [{"kind": "wave", "about": "the pier", "cause": "1", "at": NOON.isoformat(), "seen": None, "by_letter": None}]
    assert told["letters_of_notices"][0]["how"] == "never"
    erasing.erase(user, keep_words=True)
    assert not Notice.objects.exists() and not Wish.objects.exists()


def test_it_is_forgotten_in_time(user: Any) -> None:
    wave(user), arising.add("wave", "1", NOON, address="maud@orbance.example")
    post(9)
    assert kept.forget(NOON + timedelta(days=29)) == 0
    assert kept.forget(NOON + timedelta(days=31)) == 1 and Notice.objects.get().user == user
    assert kept.forget(NOON + timedelta(days=366)) == 1


def test_the_models_are_as_the_migrations_say() -> None:
    call_command("makemigrations", "masthead", check=True, dry_run=True, verbosity=0)
    assert hours.HOUR.hour == 7
