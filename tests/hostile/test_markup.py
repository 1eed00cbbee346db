"""A corpus of stored markup through the whole stack: to printed pages, readers' pages, JSON, the desk, letters, the export.

Each page is parsed as a browser does and compared with what it is for honest words: no other element, no other attribute, no
address that runs. And each text is there to be read, so that no test passes because nothing came.
"""
from __future__ import annotations

import json
import re
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rotative.discussion.actions import appealing, deciding, reporting
from rotative.discussion.models import Contribution, Decision, Edit, Ground, Report
from rotative.discussion.words import tidied
from rotative.masthead.models import Letter, User
from rotative.masthead.readers.models import Reader
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from tests.factories import desk
from tests.factories.discussion import contribution
from tests.hostile.conftest import TEXT, Browser, reader
from tests.hostile.reading import WORDS, parsed, shapes, strange, text
from tests.hostile.vectors import NAMES, VECTORS
from tests.press.small import Press

LINKED = "Un mot, et https://example.org/a sur une ligne.\nUne autre.\n\n> Une citation."
PRODUCT = str(7001 * 7001)


def nth(number: int) -> str:
    return NAMES[number % len(NAMES)]


def written(story: Article, **more: Any) -> list[Contribution]:
    """Every vector as words, as passage and as name, shown."""
    return [contribution(story, each, name=nth(number), passage=each, minutes=number, **more) for number, each in enumerate(VECTORS)]


def honest(story: Article, **more: Any) -> Contribution:
    return contribution(story, LINKED, name="Maud Lartigau", passage="Des mots du récit.", **more)


def seen(page: str) -> bool:
    """Whether a vector is there to be read; what it would compute never is."""
    words = text(page)
    assert PRODUCT not in words
    return "qx7" in words or "7xq" in words


@pytest.fixture
def press(tmp_path: Path, story: Article) -> Press:
    return Press(tmp_path)


def test_nothing_of_it_is_markup_on_a_printed_page(press: Press, story: Article) -> None:
    first = honest(story)
    honest(story, thread=first)
    page, known = f"/_/discussion/fr/{story.pk}/", WORDS
    press.print()
    known |= shapes(press.body(page))
    made = written(story)
    for number, each in enumerate(VECTORS):
        contribution(story, each, name=nth(number), thread=first, answers=None, minutes=200 + number)
    press.clock.pass_(seconds=30)
    paths = [path for path in press.print() if path.startswith(("/_/discussion/", "/pays/", "/_/counts/"))]
    pages = {path: press.body(path) for path in paths if not path.endswith(".json")}
    assert {path: faults for path, body in pages.items() if (faults := strange(body, known))} == {}
    assert len(pages) == 3 and all(map(seen, pages.values()))
    assert all(f'id="c{row.pk}"' in "".join(pages.values()) for row in made)
    assert sum(text(page).count("qx7") for page in pages.values()) > len(VECTORS)
    assert press.differing() == []


def test_each_text_stands_where_it_is_shown_and_nowhere_else(press: Press, story: Article) -> None:
    """One that is never closed would swallow what follows; each contribution holds its own words alone."""
    first, *made = honest(story), *written(story)
    press.print()
    found = {}
    for part in ("", "1/", "2/"):
        tree = parsed(press.body(f"/_/discussion/fr/{story.pk}/{part}"))
        found |= {each.get("id"): each for each in tree.iter("article") if each.get("class", "").startswith("comment")}
    assert set(found) == {f"c{row.pk}" for row in (first, *made)}
    known, parts = {each.tag for each in found[f"c{first.pk}"].iter()}, [each.get("class") for each in found[f"c{first.pk}"]]
    for row in made:
        assert {each.tag for each in found[f"c{row.pk}"].iter()} <= known, row.text
        assert [each.get("class") for each in found[f"c{row.pk}"]] == parts, row.text


@pytest.mark.parametrize("number", range(0, len(VECTORS), 4))
def test_it_is_sent_answered_and_read_again(story: Article, number: int) -> None:
    """Through the form: what is bounced comes back within it, what is taken stands on the writer's own page."""
    writer = Browser(REMOTE_ADDR=f"198.51.100.{number}").enters(reader("Maud Lartigau"))
    form = f"/_/comment/{story.pk}/"
    honest_form = shapes(writer.get(form).content.decode()) | shapes(writer.send(form, text="x", passage="y").content.decode())
    for vector in VECTORS[number : number + 4]:
        answer = writer.send(form, text=f"{TEXT} {vector}", passage=vector)
        kept = Contribution.objects.order_by("pk").last() if answer.status_code == 303 else None
        assert answer.status_code in (303, 422), vector
        if kept is None:
            assert strange(answer.content.decode(), honest_form) == [] and seen(answer.content.decode()), vector
            continue
        assert kept.text == tidied(f"{TEXT} {vector}"), "What was typed is kept as it was typed."
        page = writer.get(f"/_/contribution/{kept.pk}/?mine").content.decode()
        Contribution.objects.filter(pk=kept.pk).update(text=LINKED)
        assert strange(page, shapes(writer.get(f"/_/contribution/{kept.pk}/?mine").content.decode()) | WORDS) == [], vector
        assert seen(page), vector
        kept.delete()


def test_as_what_a_reader_reads_of_their_own(story: Article) -> None:
    writer = reader("Maud Lartigau")
    client = Browser().enters(writer)
    first, *rows = honest(story, writer=writer), *written(story, writer=writer)
    known = shapes(client.get("/_/contributions/").content.decode())
    Contribution.objects.update(created_at=timezone.now())
    for number in range(1, 6):
        page = client.get(f"/_/contributions/?page={number}").content.decode()
        known |= {("a", ("class", "href"))}  # to the older and the newer ones
        assert strange(page, known) == [] and (seen(page) or number == 5)
    for where in ("/_/contribution/{}/?mine", "/_/contribution/{}/edit/", "/_/report/{}/", "/_/respect/{}/", f"/_/comment/{story.pk}/?to={{}}"):
        known = shapes(client.get(where.format(first.pk)).content.decode()) | {("br", ())}
        for row in rows[::4]:
            page = client.get(where.format(row.pk)).content.decode()
            assert strange(page, known) == [] and seen(page), (where, row.text)


@pytest.mark.parametrize("name", NAMES)
def test_as_the_name_of_a_reader(story: Article, name: str) -> None:
    """Refused with a sentence, or shown as it is typed: on their page, in the desk's lists, in what they take along."""
    writer = reader("Maud Lartigau")
    client = Browser().enters(writer)
    known = shapes(client.get("/_/account/").content.decode()) | shapes(client.send("/_/account/", name="x").content.decode())
    answer = client.send("/_/account/", name=name)
    page = client.get("/_/account/").content.decode() if answer.status_code == 302 else answer.content.decode()
    known |= {("p", ("class", "role")), ("div", ("class", "role"))}
    assert strange(page, known) == [], name
    Reader.objects.filter(user=writer).update(name=name)
    User.objects.filter(pk=writer.pk).update(name=name)
    assert strange(client.get("/_/account/").content.decode(), known) == []
    taken = client.get("/_/account/everything.html").content.decode()
    Reader.objects.filter(user=writer).update(name="Maud")
    assert strange(taken, shapes(client.get("/_/account/everything.html").content.decode())) == [] and name.split()[0][:3] in text(taken)


def test_as_a_report_an_appeal_and_a_reason(story: Article, mailoutbox: Any) -> None:
    """The pages of who writes, of who reports, and the letters to both."""
    moderator, writer = desk.staff(Role.MODERATOR), reader("Maud Lartigau")
    client, now = Browser().enters(writer), timezone.now()
    row = honest(story, writer=writer)
    page = f"/_/report/{row.pk}/"
    told = {"ground": "insult", "name": "Odile", "email": "odile@mer.example", "in_good_faith": "on"}
    known = shapes(client.send(page, **{**told, "because": ""}).content.decode()) | shapes(client.get(page).content.decode())
    for each in VECTORS[::6]:
        body = client.send(page, **{**told, "name": each, "because": each, "email": each}).content.decode()
        assert strange(body, known | {("span", ("class", "id")), ("textarea", ("aria-describedby", "aria-invalid", "id", "name", "required", "rows")), ("input", ("aria-describedby", "aria-invalid", "autocomplete", "id", "name", "type", "value"))}) == [], each
    decisions: list[Decision] = []
    for number, each in enumerate(["Un mot honnête.", *VECTORS]):
        shown = contribution(story, each, name=nth(number), writer=writer, minutes=number)
        reporting.report(shown, now, ground="insult", because=each, name=nth(number), email="odile@mer.example", in_good_faith=True, language="fr")
        decisions.append(deciding.remove(shown, moderator, now, Ground.INSULT, each))
        appealing.appeal(decisions[-1], each, now)
        if number == 0:
            honest_letters = [letter.html for letter in Letter.objects.all()]
    known = WORDS | shapes(client.get(f"/_/decision/{decisions[0].pk}/").content.decode())
    for made in decisions[1::2]:
        body = client.get(f"/_/decision/{made.pk}/").content.decode()
        assert strange(body, known) == [] and seen(body), made.words
    letters = list(Letter.objects.all())
    assert len(letters) >= 2 * len(VECTORS) and all(letter.html for letter in letters)
    # A letter's style stands with its elements, and is the same in each: without it, they are held against honest ones.
    styles = set().union(*(re.findall(r' style="[^"]*"', html) for html in honest_letters))
    known_letters = WORDS.union(*(shapes(_plain(html, styles)) for html in honest_letters))
    assert {letter.subject: faults for letter in letters if (faults := strange(_plain(letter.html, styles), known_letters))} == {}
    assert not any("\n" in letter.subject or "\r" in letter.subject for letter in letters)


def _plain(html: str, styles: set[str]) -> str:
    return reduce(lambda left, style: left.replace(style, ""), styles, html)


def test_at_the_desk(story: Article, client: Client) -> None:
    """What waits, what is reported, what is appealed, each opened; who wrote it; all with what the phases say of it."""
    moderator, writer, now = desk.staff(Role.MODERATOR), reader(NAMES[0]), timezone.now()
    client.force_login(moderator)
    made = [contribution(story, each, name=nth(n), passage=each, writer=writer, shown=n % 2 > 0, minutes=n, findings=said_of(each)) for n, each in enumerate([LINKED, LINKED, *VECTORS])]
    for row in made:
        if row.is_shown:
            Edit.objects.create(contribution=row, text=row.text, created_at=now)
            Report.objects.create(contribution=row, ground="insult", because=row.text, name=row.name[:150], email="a@b.example", in_good_faith=True, language="fr", created_at=now)
    known = {tab: shapes(page) for tab, page in _desk_pages(client, made[:2], writer).items()}
    every = set().union(*known.values()) | {("mark", ()), ("sup", ()), ("li", ()), ("b", ()), ("small", ()), ("ol", ("class",)), ("h3", ())}
    pages = _desk_pages(client, made[2::3], writer)
    assert {where: faults for where, page in pages.items() if (faults := strange(page, every))} == {}
    assert sum(map(seen, pages.values())) > len(pages) - 3  # the last pages of the lists may be empty


def said_of(vector: str) -> list[dict[str, Any]]:
    """As if a phase had repeated the words, and marked them."""
    from rotative.discussion.moderation.findings import Finding, Outcome
    from rotative.discussion.moderation.wording import _

    found = Finding(phase="lists", outcome=Outcome.HOLD, reason=_("“%(word)s” is on the list of words that are held.", word=vector), spans=((0, max(1, len(vector) // 2)),))
    return [found.as_json()]


def _desk_pages(client: Client, rows: list[Contribution], writer: User) -> dict[str, str]:
    paths = [f"/desk/discussion/?tab={tab}&p={page}" for tab in ("pending", "reported", "all") for page in (1, 2, 3)]
    paths += [f"/desk/discussion/{row.pk}/" for row in rows] + [f"/desk/discussion/people/writer/{writer.pk}/"]
    return {path: client.get(path).content.decode() for path in paths}


def test_what_is_taken_along_is_words(story: Article) -> None:
    writer = reader("Maud Lartigau")
    client = Browser().enters(writer)
    honest(story, writer=writer)
    known = shapes(client.get("/_/account/everything.html").content.decode())
    written(story, writer=writer)
    page = client.get("/_/account/everything.html").content.decode()
    assert strange(page, known) == [] and text(page).count("qx7") > len(VECTORS)
    answer = client.get("/_/account/everything.json")
    assert answer["Content-Type"] == "application/json" and answer["X-Content-Type-Options"] == "nosniff"
    assert [row["text"] for row in json.loads(answer.content)["discussion"]["contributions"]][1:] == list(VECTORS)


def test_no_answer_in_json_can_be_taken_for_a_page(story: Article) -> None:
    """It says what it is, forbids guessing, and has a policy, so that opened by itself nothing of it runs."""
    client = Browser().enters(reader(NAMES[3]))
    row = contribution(story, VECTORS[0])
    for path in (f"/_/comment/{story.pk}/", f"/_/respect/{row.pk}/", f"/_/follow/author/{VECTORS[0][:3]}/"):
        answer = client.get(path, headers={"Accept": "application/json"})
        if answer.status_code == 404:
            continue
        assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/json", "nosniff"), path
        assert "default-src 'none'" in answer["Content-Security-Policy"]
