"""Unicode that spoils a page, hides a word, or brings a program down: on every way in, on either database."""
from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone

from rotative.discussion.actions import deciding
from rotative.discussion.models import Contribution, Decision, DiscussionRules, Ground, Report
from rotative.masthead import roles
from rotative.masthead.readers import accounts
from rotative.masthead.readers.models import Reader
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from tests import factories
from tests.factories import desk
from tests.factories.discussion import contribution
from tests.hostile.conftest import TEXT, Browser, reader

ZALGO = "Z" + "".join(chr(0x300 + number) for number in range(60)) + "algo"
ABUSE = {
    "heaps of marks": ZALGO,
    "a mark alone": "\u0301" * 3,
    "thousands of marks": "e" + "\u0335" * 3_000,
    "turned": "\u202egnp.\u202d",
    "turned and never back": "\u202e" * 50,
    "isolates": "\u2066\u2067\u2068",
    "right to left alone": "\u200f",
    "right to left letters": "\u05d0\u05d1\u05d2",
    "unseen": "\u200b\u2060\ufeff\u3164",
    "blank as a letter": "\u115f\u1160\uffa0",
    "tags": "\U000e0041\U000e0042",
    "NUL": "a\x00b",
    "controls": "\x01\x08\x1b[31m\x7f\x85",
    "no characters": "\ufffe\uffff\ufdd0\U0010ffff",
    "private": "\ue000\U000f0000",
    "lines of others": "a\u2028b\u2029c\x0bd\x0ce",
    "wide as a line": "\ufdfd" * 20,
    "tall": "\u0e49" * 40,
    "many forms": "\ufb03\u2460\uff21\u1d400",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 9,
    "percent": "%00%s%(seen)s%",
}
RAW = (b"%ED%A0%80", b"%FF%FE%00", b"%C0%AF%C0%AE", b"%F8%88%80%80%80", b"%00", b"%u0000%zz%")


@pytest.mark.parametrize("kind", ABUSE)
def test_a_name_is_one_plain_line_or_refused(kind: str) -> None:
    try:
        name = accounts.clean_name(f"Ines{ABUSE[kind]}")
    except ValidationError:
        return
    assert 2 <= len(name) <= accounts.LONGEST and name == " ".join(name.split())
    assert not {unicodedata.category(each) for each in name} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert accounts.clean_name(name) == name, "It is the same when it is sent again."
    heaps, longest = 0, 0
    for each in name:
        heaps = heaps + 1 if unicodedata.combining(each) or unicodedata.category(each) in ("Mn", "Me") else 0
        longest = max(longest, heaps)
    assert longest <= accounts.MARKS


@pytest.mark.parametrize("name", ["Nguyễn Thị Ánh", "שָׁלוֹם", "Zoë Ångström", "नीरज", "Siân O’Neill-Le Goff", "李小龙", "อนันต์ ที่รัก"])
def test_a_name_of_any_people_stays_as_it_is(name: str) -> None:
    assert accounts.clean_name(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("name", ["\u3164\u3164\u3164", "\u115f\u1160", "\uffa0\uffa0", "\u2800\u2800", "\u0301\u0301"])
def test_a_name_that_can_not_be_seen_is_none(name: str) -> None:
    with pytest.raises(ValidationError):
        accounts.clean_name(name)


@pytest.mark.parametrize("kind", ABUSE)
def test_a_text_is_taken_clean_or_given_back(story: Article, kind: str) -> None:
    client = Browser(REMOTE_ADDR=f"198.51.100.{list(ABUSE).index(kind)}").enters(reader())
    answer = client.send(f"/_/comment/{story.pk}/", text=f"{TEXT} {ABUSE[kind]}", passage=f"L’eau {ABUSE[kind]}")
    assert answer.status_code in (303, 422)
    if answer.status_code == 422:
        assert 'role="alert"' in answer.content.decode() and not Contribution.objects.exists()
        return
    kept = Contribution.objects.get()
    assert not {unicodedata.category(each) for each in kept.text.replace("\n", "")} & {"Cc", "Cs"}
    assert len(kept.text) <= len(TEXT) + 2 + len(ABUSE[kind])


def test_turned_heaped_and_broken_ones_never_appear_in_a_text(story: Article) -> None:
    client = Browser().enters(reader())
    for kind in ("heaps of marks", "thousands of marks", "turned", "turned and never back", "isolates", "no characters"):
        cache.clear()
        assert client.send(f"/_/comment/{story.pk}/", text=f"{TEXT} mot{ABUSE[kind]}mot").status_code == 422, kind


@pytest.mark.parametrize("sent", RAW)
def test_bytes_that_are_no_text_bring_nothing_down(story: Article, sent: bytes) -> None:
    client = Browser().enters(reader())
    where = f"/_/comment/{story.pk}/"
    body = b"csrfmiddlewaretoken=" + client.token(where).encode() + b"&text=" + TEXT.encode().replace(b" ", b"+") + sent + b"&passage=" + sent + b"&to=" + sent
    answer = client.post(where, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (303, 409, 422)
    assert client.get(f"{where}?to={sent.decode()}&passage={sent.decode()}").status_code == 200


@pytest.mark.slow
@pytest.mark.usefixtures("own_postgres")
def test_nothing_brings_postgresql_down(monkeypatch: Any) -> None:
    """It takes no NUL, which SQLite does; so everything goes there once, through every form and at the desk."""
    cache.clear()
    factories.paper()
    roles.establish()
    monkeypatch.setattr("rotative.discussion.pace.is_too_fast", lambda *_: False)
    DiscussionRules.objects.update_or_create(defaults={"allows_guests": True, "longest": 5_000})
    mail.outbox = []
    story, moderator, writer = factories.article(discussion="open"), desk.staff(Role.MODERATOR), reader()
    row = contribution(story, writer=writer)
    decision = deciding.remove(contribution(story, writer=writer), moderator, timezone.now(), Ground.INSULT, "Une injure.")
    client, nobody, staff = Browser().enters(writer), Browser(), Browser()
    staff.force_login(moderator, "django.contrib.auth.backends.ModelBackend")
    for kind, abuse in ABUSE.items():
        cache.clear()
        told = {name: f"Ines {abuse}" for name in ("text", "passage", "name", "because", "to", "email", "address", "code", "next", "instance", "q", "as", "proof", "credential", "language", "want", "ground", "words", "session")}
        for who, page in ((client, f"/_/comment/{story.pk}/"), (client, f"/_/report/{row.pk}/"), (client, f"/_/decision/{decision.pk}/"), (client, "/_/account/"), (nobody, "/_/account/sign-in/"), (nobody, f"/_/comment/{story.pk}/"), (client, f"/_/respect/{row.pk}/"), (client, "/_/account/confirm/")):
            assert who.send(page, **told).status_code < 500, (kind, page)
            assert who.get(page, {"next": abuse, "in": abuse, "passage": abuse, "key": abuse, "to": abuse}).status_code < 500, (kind, page)
        guest = {**told, "as": "guest", "email": "maud@lac.example", "proof": "", "to": ""}
        assert nobody.send(f"/_/comment/{story.pk}/", **guest).status_code in (200, 422), kind
        assert nobody.post("/_/account/passkeys/enter/", {"csrfmiddlewaretoken": nobody.token("/_/account/sign-in/"), "credential": f'{{"id": "{kind}", "response": {{"userHandle": "AAAA"}}}}'}).status_code == 400
        assert client.send(f"/_/report/{row.pk}/", ground="insult", because=f"Oui {abuse}", name=f"Odile {abuse}", email="o@mer.example", in_good_faith="on").status_code in (303, 422), kind
        assert staff.get("/desk/discussion/", {"q": abuse, "tab": "all", "writer": abuse}).status_code == 200, kind
        assert staff.get(f"/desk/discussion/{row.pk}/").status_code == 200
        assert staff.send(f"/desk/discussion/{row.pk}/", f"/desk/discussion/{row.pk}/decide/", verb="keep", because=abuse, seen=abuse).status_code == 302, kind
    assert Report.objects.exists() and mail.outbox and Decision.objects.exists() and Reader.objects.exists()


def test_a_megabyte_in_each_field_is_refused_in_words_or_cut(story: Article) -> None:
    """Nothing is stored of it beyond what the field holds, and the answer does not send it back twice."""
    client, long = Browser().enters(reader()), "é" * 1_000_000
    row = contribution(story)
    for page, told, codes in (
        (f"/_/comment/{story.pk}/", {"text": long}, {422}),
        (f"/_/comment/{story.pk}/", {"text": TEXT, "passage": long}, {303, 422}),
        (f"/_/comment/{story.pk}/", {"text": TEXT, "to": "9" * 1_000_000}, {409}),
        (f"/_/report/{row.pk}/", {"ground": "insult", "because": long, "name": long, "email": long, "in_good_faith": "on"}, {422}),
        ("/_/account/", {"name": long}, {400}),
        ("/_/account/confirm/", {"next": f"/{long}"}, {302}),
    ):
        answer = client.send(page, **told)
        assert answer.status_code in codes, page
        assert len(answer.content) < sum(len(value.encode()) for value in told.values()) + 100_000
    assert all(len(each.passage) <= 1000 for each in Contribution.objects.all())


def test_more_than_the_paper_takes_is_refused_before_it_is_read(story: Article) -> None:
    client = Browser().enters(reader())
    answer = client.send(f"/_/comment/{story.pk}/", text="a" * 13_000_000)
    assert answer.status_code in (400, 403, 413) and not Contribution.objects.exists()
