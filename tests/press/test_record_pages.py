"""What is said of a text and of a dossier prints the pages that show it, at once, and no other."""
from __future__ import annotations

from datetime import date, timedelta

import pytest

from rotative.masthead import roles
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article, Dossier
from rotative.project.clock import Clock
from rotative.record.actions import actors, texts
from rotative.record.actions.deciding import accept
from rotative.record.actions.proposing import contradict
from rotative.record.models import Event, NegotiatedText, Statement
from tests import factories
from tests.factories import desk, negotiation, record
from tests.press.small import Press

pytestmark = pytest.mark.django_db

TEXT, CARD, DOSSIER = "/textes/l-accord-de-l-orbance/", "/_/embed/fr/text/l-accord-de-l-orbance/", "/dossiers/orbance/"
SHOWN = {TEXT, CARD, DOSSIER}


@pytest.fixture
def by(db):
    factories.paper()
    roles.establish()
    factories.section()
    return desk.staff(Role.PUBLISHER)


@pytest.fixture
def accord(by):
    return negotiation.accord(by, factories.DossierFactory(slug="orbance"), points=4, parties=3)


@pytest.fixture
def press(accord, tmp_path):
    made = Press(tmp_path)
    made.print()
    return made


def printed(press):
    """What was printed, but for the parties' own pages, and for programs: ``test_the_record`` has these."""
    return {path for path in press.print() if not path.startswith(("/acteurs/", "/api/", "/sitemap"))}


def test_a_text_is_printed_with_its_card(press):
    assert "Compagnie" in press.body(TEXT)
    assert "<svg" in press.body(CARD)
    assert 'class="matrix"' in press.body(DOSSIER)


def test_a_position_prints_its_text_its_card_and_its_dossier_and_nothing_else(press, accord, by):
    point, port = accord.text.points.all()[2], accord.parties[2]
    texts.set_position(point, port, "accepts", date(2026, 11, 22), by, [accord.said[2, 2]])
    assert printed(press) == SHOWN
    assert press.differing() == []


def test_what_a_position_rests_on_takes_it_away(press, accord, by):
    before = press.body(TEXT)
    record.rewrite(accord.stories[0], "Débit de 11".lower(), "Débit de 12".lower())
    assert press.print() >= SHOWN
    assert press.body(TEXT) != before
    assert press.differing() == []


def test_a_story_that_expires_takes_its_positions_off_the_card(press, accord):
    before = press.body(CARD)
    Article.objects.filter(pk=accord.stories[0].pk).update(expire_at=factories.NOON - timedelta(hours=1))
    for agenda in Clock().agendas:
        agenda.tick(factories.NOON)
    assert press.print() >= SHOWN
    assert press.body(CARD) != before
    assert press.differing() == []


def test_a_text_that_is_hidden_is_gone_and_comes_back(press, accord, by):
    texts.show(accord.text, by, shown=False)
    assert printed(press) == SHOWN
    assert [press.edition.body_of(path) for path in (TEXT, CARD)] == [None, None]
    assert 'class="matrix"' not in press.body(DOSSIER)
    texts.show(NegotiatedText.objects.get(), by)
    assert printed(press) == SHOWN
    assert press.differing() == []


def test_a_text_that_is_drawn_up_and_not_shown_prints_nothing(press, by):
    made = texts.draw_up(Dossier.objects.get(), "Un autre accord", by)
    texts.add_point(made, "1", "Un quai", by)
    assert printed(press) == set()
    texts.show(made, by)
    assert printed(press) == {"/textes/un-autre-accord/", "/_/embed/fr/text/un-autre-accord/", DOSSIER}


def test_another_name_of_a_party_prints_where_it_is_called_so(press, accord, by):
    actors.call(accord.parties[0], "Vallées", by)
    assert press.print() >= SHOWN
    assert ">Vallées</abbr>" in press.body(TEXT)
    assert ">Vallées</text>" in press.body(CARD)
    assert press.differing() == []


def test_a_version_prints_the_text(press, accord, by):
    texts.add_version(accord.text, "Version 4", date(2026, 11, 24), by)
    assert printed(press) == SHOWN
    assert "Version 4" in press.body(CARD)


def test_a_story_of_the_dossier_that_tells_nothing_of_the_text_prints_the_dossier_only(press, accord):
    factories.article("Une autre histoire", dossier=accord.dossier, slug="autre")
    printed = press.print()
    assert DOSSIER in printed
    assert not {TEXT, CARD, "/api/fr/texts/l-accord-de-l-orbance.json"} & printed
    assert press.differing() == []


def test_a_draft_prints_nothing(press, accord):
    record.rewrite(accord.stories[0], "tel quel", "sans plaisir", publish=False)
    assert printed(press) == set()


def test_an_event_that_is_accepted_prints_the_dossier(press, accord, by):
    negotiation.happenings(accord.dossier, most=3, slug="sept-mois")
    press.print()
    event = Event.objects.order_by("pk").last()
    event.dossier = None
    event.save()
    assert DOSSIER in press.print()
    assert event.what.replace("'", "’") not in press.body(DOSSIER)
    event.dossier = accord.dossier
    event.save()
    assert printed(press) == {DOSSIER}
    assert press.differing() == []


def test_a_contradiction_prints_what_shows_both_sides(press, accord, by):
    contradict(accord.said[0, 1], accord.said[1, 0], by)
    printed = press.print()
    assert printed >= {TEXT, DOSSIER}
    assert CARD not in printed
    assert "statement--reply" in press.body(DOSSIER)
    assert press.differing() == []


def test_a_text_that_is_renamed_leads_on(press, accord, by):

    text = NegotiatedText.objects.get()
    text.slug = "orbance"
    text.save()
    printed = press.print()
    assert printed >= {TEXT, CARD, "/textes/orbance/", "/_/embed/fr/text/orbance/", DOSSIER}
    assert 'href="/textes/orbance/"' in press.body(DOSSIER)
    assert press.differing() == []


def test_what_is_still_to_come_happens_at_midnight(by, tmp_path):
    dossier = factories.DossierFactory(slug="orbance")
    negotiation.happenings(dossier, slug="sept-mois")
    press = Press(tmp_path)
    press.print()
    assert 'class="next"' in press.body(DOSSIER)
    press.clock.pass_(days=9)
    assert DOSSIER in press.print()
    assert 'class="next"' not in press.body(DOSSIER)


def test_a_statement_accepted_in_the_dossier_names_who_is_in_it(press, accord):
    story = record.story("Une lettre", dossier=accord.dossier, slug="lettre")
    record.read(story)
    press.print()
    assert "Inès Valmer" not in press.body(DOSSIER)
    accept(Statement.objects.filter(article=story.pk).order_by("pk").first(), None)
    assert DOSSIER in press.print()
    assert "Inès Valmer" in press.body(DOSSIER)


def test_a_role_begins_in_the_dossier_on_its_day(press, accord, by):
    actors.appoint(accord.parties[0], "chef de file", "fr", by, factories.NOON.date() + timedelta(days=2))
    press.print()
    assert "chef de file" not in press.body(DOSSIER)
    press.clock.pass_(days=2)
    assert DOSSIER in press.print()
    assert "chef de file" in press.body(DOSSIER)
