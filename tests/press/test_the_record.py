"""What is printed of the record: pages, feeds and files appear with what is public, and go with it; nothing else is printed."""
from __future__ import annotations

from datetime import timedelta

import pytest

from rotative.newsroom.models import Article
from rotative.project.clock import Clock
from rotative.record import queries
from rotative.record.actions import actors, texts
from rotative.record.actions.deciding import accept, mend, reject
from rotative.record.actions.proposing import contradict
from rotative.record.models import Appearance, Event
from tests import factories
from tests.factories import NOON, record
from tests.press.small import Press, edited

pytestmark = pytest.mark.django_db

VALMER, OSSOLA = "/acteurs/ines-valmer/", "/acteurs/anna-ossola/"
OF_VALMER = {VALMER, f"{VALMER}feed.atom", f"{VALMER}feed.rss", "/api/fr/actors/ines-valmer.json"}


@pytest.fixture
def dossier():
    factories.paper()
    return factories.DossierFactory(slug="orbance")


@pytest.fixture
def story(dossier):
    return record.story(dossier=dossier, slug="accord", at=NOON - timedelta(days=1))


@pytest.fixture
def press(tmp_path, story):
    press = Press(tmp_path)
    press.print()
    return press


@pytest.fixture
def said(press, story):
    """Three statements of two actors, accepted and printed."""
    rows = [accept(row, None) for row in record.read(story)]
    press.print()
    assert press.differing() == []
    return rows


def of_the_record(paths):
    return {path for path in paths if path.startswith(("/acteurs/", "/declarations/", "/api/", "/sitemap-record"))}


def is_there(press, path: str) -> bool:
    """Whether a page is printed at a path; a redirect is none."""
    found = press.edition.body_of(path)
    return found is not None and b'"status":' not in found.split(b"\n")[0]


def expire(story):
    """As the clock does at the hour of a story."""
    Article.objects.filter(pk=story.pk).update(expire_at=NOON - timedelta(hours=1))
    for agenda in Clock().agendas:
        agenda.tick(NOON)


# ── What appears ───────────────────────────────────────────────────────────────


def test_a_reading_and_a_rejection_print_nothing(press, story):
    rows = record.read(story)
    assert press.print() == set()
    reject(rows[0], None)
    assert press.print() == set()


def test_a_story_without_a_record_prints_nothing_of_it(press):
    factories.article("Trois", slug="trois", at=NOON)
    assert of_the_record(press.print()) == set()
    assert press.differing() == []


def test_the_first_statement_prints_the_actor_the_statement_and_the_files(press, story):
    row = accept(record.read(story)[0], None)
    printed = of_the_record(press.print())
    assert printed == OF_VALMER | {f"/declarations/{row.pk}/", f"/api/fr/statements/{row.pk}.json", f"/api/fr/articles/{story.pk}.json", "/api/fr/dossiers/orbance.json", "/sitemap-record.xml"}
    assert all(is_there(press, path) for path in printed)
    assert "/sitemap-record.xml" in press.body("/sitemap.xml")
    assert press.differing() == []


def test_what_is_accepted_in_a_draft_is_printed_with_it(press, dossier):
    story = record.story("À six heures", publish=False, dossier=dossier)
    accept(record.read(story)[0], None)
    assert of_the_record(press.print()) == set()
    assert not is_there(press, VALMER)
    story.get_latest_revision().publish()
    press.print()
    assert is_there(press, VALMER)
    assert press.differing() == []


def test_an_event_prints_the_files_of_its_story_and_its_dossier(press, story):
    record.read(story)
    accept(Event.objects.get(), None)
    assert of_the_record(press.print()) == {f"/api/fr/articles/{story.pk}.json", "/api/fr/dossiers/orbance.json"}
    assert press.differing() == []


def test_a_text_that_is_shown_prints_its_file(press, dossier):
    text = texts.draw_up(dossier, "L'accord", None)
    assert press.print() == set()
    texts.show(text, None)
    assert {"/api/fr/texts/laccord.json", "/api/fr/dossiers/orbance.json"} & press.print()
    assert is_there(press, f"/api/fr/texts/{text.slug}.json")
    texts.show(text, None, shown=False)
    press.print()
    assert not is_there(press, f"/api/fr/texts/{text.slug}.json")
    assert not is_there(press, "/api/fr/dossiers/orbance.json")
    assert press.differing() == []


def test_older_pages_come_one_by_one(press, monkeypatch, dossier):
    monkeypatch.setitem(queries.said_by.__dict__, "length", 1)
    for day in range(3):
        found = record.story(f"Jour {day}", at=NOON - timedelta(days=10 - day), slug=f"jour-{day}")
        accept(record.read(found)[0], None)
        press.print()
        assert press.differing() == []
    assert [is_there(press, f"{VALMER}page/{number}/") for number in (1, 2, 3)] == [True, True, False]


# ── What goes ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("undo", ["reject", "rewrite", "unpublish", "expire", "delete"])
def test_what_readers_may_no_longer_see_is_taken_away(press, said, story, undo):
    if undo == "reject":
        reject(Appearance.objects.get(name="Inès Valmer"), None)
    elif undo == "rewrite":
        record.rewrite(story, "Inès Valmer", "Claire Quéméner")
    elif undo == "unpublish":
        Article.objects.get(pk=story.pk).unpublish()
    elif undo == "expire":
        expire(story)
    else:
        Article.objects.get(pk=story.pk).delete()
    press.print()
    assert not [path for path in {*OF_VALMER, f"/declarations/{said[0].pk}/", f"/api/fr/statements/{said[0].pk}.json"} if is_there(press, path)]
    assert is_there(press, OSSOLA) == (undo in ("reject", "rewrite"))
    assert is_there(press, "/sitemap-record.xml") == (undo in ("reject", "rewrite"))
    assert press.differing() == []


def test_somebody_who_said_nothing_goes_with_the_story_at_its_hour(press, story):
    record.read(story)
    accept(Appearance.objects.get(name="Inès Valmer"), None)
    press.print()
    assert is_there(press, VALMER)
    expire(story)
    press.print()
    assert not [path for path in OF_VALMER if is_there(press, path)]
    assert press.differing() == []


# ── What an edit prints ────────────────────────────────────────────────────────


def test_a_comma_mended_in_the_story_prints_no_page_of_the_record(press, said, story):
    record.rewrite(story, "Les cinq parties se", "Mardi : les cinq parties se")
    printed = press.print()
    assert "/pays/accord/" in printed
    assert of_the_record(printed) <= {f"/declarations/{row.pk}/" for row in said} | {f"/api/fr/statements/{row.pk}.json" for row in said}
    assert press.differing() == []


def test_a_headline_prints_what_names_the_story(press, said):
    edited("accord", title="Un autre titre")
    printed = press.print()
    assert {VALMER, OSSOLA, f"/declarations/{said[0].pk}/", "/api/fr/actors/ines-valmer.json", f"{VALMER}feed.atom"} <= printed
    assert press.differing() == []


def test_an_act_that_is_mended_prints_what_shows_it(press, said):
    mend(said[0], None, act="denies")
    printed = press.print()
    assert {VALMER, f"{VALMER}feed.rss", f"/declarations/{said[0].pk}/"} <= printed
    assert f"{OSSOLA}feed.rss" not in printed
    assert press.differing() == []


def test_a_role_that_is_mended_prints_what_shows_it(press, said):
    mend(Appearance.objects.get(name="Inès Valmer"), None, role="préfète")
    assert VALMER in press.print()
    assert "préfète" in press.body(VALMER)
    assert press.differing() == []


def test_a_contradiction_prints_both_sides(press, said):
    contradict(said[0], said[1], None)
    assert {VALMER, OSSOLA, *(f"/declarations/{row.pk}/" for row in said[:2])} <= press.print()
    assert press.differing() == []


def test_somebodys_other_story_prints_no_page_of_others(press, said):
    accept(record.read(record.story("Encore", ["Inès Valmer, négociatrice de l'Orbance, a annoncé lundi à Verel que l'accord sera signé avant la fin du mois.", *record.BODY[1:]], slug="encore", at=NOON))[0], None)
    printed = press.print()
    assert VALMER in printed
    assert not {f"/declarations/{said[1].pk}/", f"/api/fr/statements/{said[1].pk}.json", f"{OSSOLA}feed.atom"} & printed
    assert press.differing() == []


def test_a_position_prints_the_actor_and_the_text(press, said, dossier):
    text = texts.draw_up(dossier, "L'accord", None)
    point = texts.add_point(text, "1", "Les vannes", None)
    texts.show(text, None)
    press.print()
    texts.set_position(point, said[0].actor, "accepts", NOON.date(), None, [said[0]])
    printed = press.print()
    assert {VALMER, "/api/fr/actors/ines-valmer.json", f"/api/fr/texts/{text.slug}.json"} <= printed
    assert OSSOLA not in printed
    assert press.differing() == []


# ── Merged, parted, renamed ────────────────────────────────────────────────────


def test_a_merged_actor_leads_to_the_other_and_comes_back(press, said):
    kept, gone = said[0].actor, said[1].actor
    actors.merge(kept, gone, None)
    press.print()
    for path in (OSSOLA, f"{OSSOLA}feed.atom", "/api/fr/actors/anna-ossola.json"):
        assert '"status":301' in press.body(path)
    assert press.differing() == []
    actors.unmerge(gone, None)
    press.print()
    assert is_there(press, OSSOLA)
    assert press.differing() == []


def test_a_namesake_that_is_split_off_prints_those_it_was_with(press, said, dossier):
    again = record.story("Encore", slug="encore", dossier=dossier, at=NOON)
    for row in record.read(again):
        accept(row, None)
    press.print()
    assert press.differing() == []
    actors.split(said[1].actor, [Appearance.objects.get(article=again, name="Anna Ossola")], None)
    assert {VALMER, "/api/fr/actors/ines-valmer.json", "/dossiers/orbance/", "/api/fr/dossiers/orbance.json"} <= press.print()
    assert press.body(VALMER).count("Anna Ossola</a></b>") == 2
    assert press.differing() == []


def test_a_merged_actor_leads_nowhere_while_the_other_has_no_page(press, said, story):
    actors.merge(said[0].actor, said[1].actor, None)
    press.print()
    Article.objects.get(pk=story.pk).unpublish()
    press.print()
    assert press.edition.body_of(OSSOLA) is None
    assert press.differing() == []
    story.get_latest_revision().publish()
    press.print()
    assert '"status":301' in press.body(OSSOLA)
    assert press.differing() == []


def test_a_renamed_actor_and_its_address(press, said):
    actor = actors.describe(said[0].actor, None, name="Inès de Valmer")
    press.print()
    assert "Inès de Valmer" in press.body(VALMER)
    actor.slug = "valmer"
    actor.save()
    press.print()
    assert is_there(press, "/acteurs/valmer/")
    assert '"status":301' in press.body(VALMER)
    assert "/acteurs/valmer/" in press.body("/sitemap-record.xml")
    assert press.differing() == []


def test_a_portrait_prints_the_page_that_shows_it_and_no_other(press, said):
    actor, first, second = said[0].actor, record.picture(), record.picture()
    for chosen in (first, second, None, first):
        actors.portray(actor, chosen, None)
        assert press.print() == {VALMER}
        assert press.differing() == []
    first.credit = "Une autre main"
    first.save()
    assert press.print() == {VALMER}
    assert "Une autre main" in press.body(VALMER)
    second.credit = "Personne ne la voit"
    second.save()
    assert press.print() == set()
    first.delete()
    assert press.print() == {VALMER}
    assert press.differing() == []
