"""Who says what, under a story, and the marks in its text: what was accepted and stands, and nothing else."""
from __future__ import annotations

import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest
import time_machine
from django.utils import timezone

from rotative.masthead import roles
from rotative.masthead.roles import Role
from rotative.newsroom.actions import withdraw
from rotative.newsroom.models import Article
from rotative.paper.contexts import Said, SaidIn
from rotative.paper.previews import preview
from rotative.project.clock import Clock
from rotative.record.actions.deciding import accept, mend, reject, take_back
from rotative.record.actions.proposing import contradict
from rotative.record.actions.taking import take
from rotative.record.models import Statement
from rotative.record.reading.findings import Reading
from tests import factories
from tests.factories import desk, record

pytestmark = pytest.mark.django_db

HEADING = "Qui dit quoi"
OSSOLA = "Nous ne signerons rien sans les bateliers"


@pytest.fixture
def story():
    factories.paper()
    roles.establish()
    factories.section()
    return record.story(slug="accord")


class Text(HTMLParser):
    """The words of a page, without its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words += data


def page(client, story) -> str:
    answer = client.get(Article.objects.get(pk=story.pk).address)
    return answer.text if answer.status_code == 200 else ""


def part(html: str) -> str:
    """Who says what; nothing where there is no such part."""
    found = re.search(r'<section[^>]*aria-labelledby="who-says-what">.*?</section>', html, re.S)
    return found[0] if found else ""


def body(html: str) -> str:
    return html.partition('<div class="sheet__body')[2].partition("<section")[0]


def told(html: str) -> list[str]:
    """The numbers of the statements that are told of, in their order."""
    return re.findall(r'id="q(\d+)"', part(html))


def marked(html: str) -> list[str]:
    return re.findall(r'id="s(\d+)"', body(html))


# ── What is shown ──────────────────────────────────────────────────────────────


def test_nothing_is_there_where_nothing_was_accepted(client, story):
    record.read(story)
    html = page(client, story)
    assert HEADING not in html and not marked(html)


def test_each_says_who_what_and_how_we_know_and_leads_to_its_words_and_back(client, story):
    rows = [accept(row, None) for row in record.read(story)]
    html = page(client, story)
    assert told(html) == marked(html) == [str(row.pk) for row in rows]
    for row in rows:
        assert f'href="#s{row.pk}"' in part(html)
        assert f'href="#q{row.pk}"' in body(html)
    shown = Text(part(html)).words
    assert "Inès Valmer, négociatrice de l’Orbance, annonce" in shown
    assert "Anna Ossola dément" in shown
    assert "Une source proche des communes dit" in shown and "Source anonyme" in shown
    assert "3 déclarations" in shown
    assert "src--unnamed" in part(html) and "src--second" not in part(html)


def test_a_role_ends_with_a_comma_before_a_verb_only(client, story):
    mend(record.accepted(story), None, act="other")
    shown = Text(part(page(client, story))).words
    assert "Inès Valmer, négociatrice de l’Orbance" in shown
    assert "Orbance," not in shown


def test_what_stands_in_the_text_is_what_is_told(client, story):
    row = record.accepted(story)
    html = page(client, story)
    assert f'que <span id="s{row.pk}">l’accord sera signé avant la fin du mois<a' in body(html)


def test_a_denial_stands_beside_its_claim_and_is_told_once(client, story):
    first, second, _ = [accept(row, None) for row in record.read(story)]
    contradict(first, second, desk.staff(Role.PUBLISHER))
    html = part(page(client, story))
    contest = html.split('<li class="contest">')[1].split("</li>")[0]
    assert contest.index("Inès Valmer") < contest.index("statement--denial") < contest.index("Anna Ossola")
    assert html.count(OSSOLA) == 1
    assert "3 déclarations" in html


def test_a_denial_from_another_story_names_it(client, story):
    claim = record.accepted(story)
    later = record.story("Ossola répond", body=[f"« {OSSOLA} », a démenti Anna Ossola, qui parle pour les communes."], slug="reponse")
    text = record.text_of(later)
    take(later, Reading("fr", (record.named(text, "Anna Ossola"),), (record.said(text, f"« {OSSOLA} »", "démenti", "Anna Ossola", "Anna Ossola", act="denies"),)), text)
    denial = accept(Statement.objects.get(article=later.pk), None)
    contradict(claim, denial, desk.staff(Role.PUBLISHER))
    html = page(client, story)
    assert f'href="/pays/reponse/#s{denial.pk}"' in part(html) and ">Ossola répond</a>" in part(html)
    assert marked(html) == [str(claim.pk)]
    assert f'href="#q{denial.pk}"' not in html


def test_second_hand_where_and_to_whom_are_told_in_plain_words(client, story):
    row = record.accepted(story)
    mend(row, None, via="Le Courrier", addressee="le préfet", place="Verel", hearsay=True)
    html = part(page(client, story))
    for words in ("Rapporté par Le Courrier", "le préfet", "Verel", "src--second", "de seconde main"):
        assert words in html
    mend(row, None, via="")
    assert "le texte n’en répond pas" in part(page(client, story))


def test_several_who_have_no_name_speak_in_the_plural(client, story):
    story = record.rewrite(story, "une source proche", "trois personnes proches")
    text = record.text_of(story)
    take(story, Reading("fr", (), (record.said(text, record.UNNAMED, "Selon", "trois personnes proches des communes", unnamed=True),)), text)
    accept(Statement.objects.get(article=story.pk), None)
    assert "Trois personnes proches des communes disent" in Text(part(page(client, story))).words


def test_an_actor_with_a_page_is_a_link_to_it(client, story):
    row = record.accepted(story)
    assert f'<a href="/acteurs/{row.actor.slug}/"><b>Inès Valmer</b></a>' in part(page(client, story))


def test_words_in_two_blocks_are_one_statement_with_one_name(client):
    factories.paper()
    factories.section()
    story = record.story(body=["« Nous attendrons.", "Nous signerons ensuite », a promis Anna Ossola."])
    text = record.text_of(story)
    take(story, Reading("fr", (record.named(text, "Anna Ossola"),), (record.said(text, "« Nous attendrons.\n\nNous signerons ensuite »", "promis", "Anna Ossola", "Anna Ossola"),)), text)
    row = accept(Statement.objects.get(article=story.pk), None)
    html = page(client, story)
    assert marked(html) == [str(row.pk)]
    assert body(html).count("goes-on") == 1
    assert "Nous attendrons. Nous signerons ensuite" in Text(part(html)).words


def test_the_comma_before_the_last_mark_is_the_sentences(client):
    factories.paper()
    section = factories.section("Country", "country", language="en")
    story = record.story("A will", body=["“I thought it was about a will,” said Anna Ossola."], parent=section)
    text = record.text_of(story)
    take(story, Reading("en", (record.named(text, "Anna Ossola"),), (record.said(text, "“I thought it was about a will,”", "said", "Anna Ossola", "Anna Ossola"),)), text)
    accept(Statement.objects.get(article=story.pk), None)
    html = page(client, story)
    assert "“I thought it was about a will”" in Text(part(html)).words
    assert "about a will,<" in body(html) or "about a will,”<" in body(html)


# ── What is not shown ──────────────────────────────────────────────────────────


def three_hours_later():
    with time_machine.travel(timezone.now() + timedelta(hours=3), tick=False):
        for agenda in Clock().agendas:
            agenda.tick(timezone.now())


def is_shown(client, story, row) -> bool:
    """By the story and by the statement's page; they are of one mind, and so are the list and the marks."""
    html, alone = page(client, story), client.get(f"/declarations/{row.pk}/").status_code == 200
    assert (str(row.pk) in told(html)) == (str(row.pk) in marked(html)) == alone
    return alone


def test_what_was_rejected_or_taken_back_is_shown_no_more(client, story):
    row = record.accepted(story)
    assert is_shown(client, story, row)
    take_back(row, None)
    assert not is_shown(client, story, row)
    accept(row, None)
    reject(row, None)
    assert not is_shown(client, story, row)


def test_a_draft_changes_nothing_and_what_it_rewrites_goes_when_it_is_published(client, story):
    row = record.accepted(story)
    story = record.rewrite(story, record.VALMER, "tout est à refaire", publish=False)
    assert is_shown(client, story, row)
    story.get_latest_revision().publish()
    assert not is_shown(client, story, row)
    assert record.VALMER not in page(client, story)


def test_what_was_accepted_in_a_draft_waits_for_it(client, story):
    story = record.rewrite(story, "la fin du mois", "la fin de l'année", publish=False)
    text = record.text_of(story)
    take(story, Reading("fr", (record.named(text, "Inès Valmer"),), (record.said(text, "l'accord sera signé avant la fin de l'année", "annoncé", "Inès Valmer", "Inès Valmer"),)), text)
    row = accept(Statement.objects.get(article=story.pk), None)
    assert not is_shown(client, story, row)
    story.get_latest_revision().publish()
    assert is_shown(client, story, row)


def test_a_story_that_is_off_withdrawn_or_deleted_shows_nothing(client, story):
    row = record.accepted(story)
    story.unpublish()
    assert not is_shown(client, story, row)
    story.get_latest_revision().publish()
    assert is_shown(client, story, row)
    withdraw(Article.objects.get(pk=story.pk), None)
    assert not is_shown(client, story, row)
    Article.objects.get(pk=story.pk).delete()
    assert client.get(f"/declarations/{row.pk}/").status_code == 404


def test_a_story_under_embargo_shows_nothing_before_its_hour(client, story):
    embargoed = record.story("À six heures", publish=False, slug="six-heures")
    row = record.accepted(embargoed)
    embargoed.go_live_at = timezone.now() + timedelta(hours=2)
    embargoed.save_revision().publish()
    assert not is_shown(client, embargoed, row)
    three_hours_later()
    assert is_shown(client, embargoed, row)


# ── Previews, feeds, and how it is spread ──────────────────────────────────────


def previewed(story, rf) -> str:
    return preview(Article.objects.get(pk=story.pk).get_latest_revision_as_object(), rf.get("/")).content.decode()


def test_a_preview_shows_what_was_accepted_and_stands_in_the_draft(rf, story):
    rows = [accept(row, None) for row in record.read(story)]
    record.rewrite(story, record.VALMER, "tout est à refaire", publish=False)
    assert told(previewed(story, rf)) == marked(previewed(story, rf)) == [str(row.pk) for row in rows[1:]]


def test_a_preview_of_what_was_never_published_shows_what_waits_in_it(rf, story):
    draft = record.story("Pas encore", publish=False)
    row = record.accepted(draft)
    assert told(previewed(draft, rf)) == marked(previewed(draft, rf)) == [str(row.pk)]


def test_feeds_and_cards_know_nothing_of_marks(client, story):
    record.accepted(story)
    for path in ("/feed.atom", "/feed.rss", "/pays/", "/"):
        assert "span id=" not in client.get(path).text.replace("&lt;", "<")


def said(number: int, *denials: int) -> Said:
    return Said(number=number, who="", act="", said="", source="named", url="", denials=[said(each) for each in denials])


@pytest.mark.parametrize(
    ("statements", "wide"),
    [
        ([said(1)], [True]),
        ([said(1), said(2)], [False, False]),
        ([said(1), said(2), said(3)], [False, False, True]),
        ([said(1), said(2, 3), said(4), said(5)], [True, True, False, False]),
    ],
)
def test_no_statement_stands_beside_a_hole(statements, wide):
    assert [each for _, each in SaidIn(statements).spread] == wide
