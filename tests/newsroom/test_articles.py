"""A story, its address and its neighbours."""
import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_a_story_lives_under_its_section_in_the_first_language():
    factories.paper()
    pays = factories.section()
    story = factories.article("Sept mois", parent=pays)
    assert story.address == "/pays/sept-mois/"


def test_other_languages_live_under_their_code():
    factories.paper()
    country = factories.section("Country", "country", language="en")
    assert factories.article("Seven months", parent=country).address == "/en/country/seven-months/"


def test_related_stories_are_chosen_once_at_publication():
    factories.paper()
    dossier = factories.DossierFactory()
    kin = factories.article("Un", dossier=dossier)
    factories.article("Deux")
    story = factories.article("Trois", dossier=dossier)
    assert [row.story_id for row in story.related.all()][0] == kin.pk
    factories.article("Quatre", dossier=dossier)
    story.save_revision().publish()
    assert story.related.count() == 2
