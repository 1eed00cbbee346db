"""A story, its address and its neighbours."""
from collections import Counter

import pytest
from django.db import connection

from rotative.newsroom.models import Article
from rotative.newsroom.related import best_related
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


def test_nobody_sees_a_story_before_those_that_go_with_it():
    """The one commit that makes it live has them: it is printed once, not twice."""
    factories.paper()
    factories.article("Un")
    story, seen, within = factories.article("Deux", publish=False), [], Counter()

    def committed(execute, sql, params, many, context):
        done = execute(sql, params, many, context)
        within["savepoints"] += sql.startswith("SAVEPOINT") - sql.startswith("RELEASE")
        if sql.startswith("RELEASE") and not within["savepoints"] and Article.objects.filter(pk=story.pk, live=True).exists():
            seen.append(story.related.count())
        return done

    with connection.execute_wrapper(committed):
        story.save_revision().publish()
    assert seen
    assert set(seen) == {1}


def test_the_dossier_goes_before_topics_and_topics_before_names():
    """Not the sum: five shared topics do not outrank the dossier."""
    factories.paper()
    dossier, topics = factories.DossierFactory(), [factories.TopicFactory() for _ in range(5)]
    of_dossier = factories.article("Une vanne ouverte", dossier=dossier)
    named = factories.article("Ce que dit Aubrelle de Jeanne Ossola, de Saint-Elme et du Sault-Noir")
    one, five = factories.article("Un sujet", topics=topics[:1]), factories.article("Cinq sujets", topics=topics)
    factories.article("Rien")
    story = factories.article("À Aubrelle, Jeanne Ossola va de Saint-Elme au Sault-Noir", dossier=dossier, topics=topics)
    assert best_related(story, 4) == [of_dossier.pk, five.pk, one.pk, named.pk]


CONTROL = "\x00\x07\x0b\x1f\x7f"


def test_what_cannot_be_printed_is_cleaned_when_a_story_is_saved():
    """Draft and live, in the headline, the standfirst and the body; new lines and tabs stay."""
    factories.paper()
    body = [factories.paragraph(f"Le{CONTROL} quai\ud800"), ("heading", {"text": "Les\x08 faits", "level": "2"})]
    story = factories.article(f"Sept{CONTROL} mois", publish=False, standfirst="Un\x0b\nchapeau\t.", body=body)
    draft = story.get_latest_revision_as_object()
    for each in (story, draft):
        assert (each.title, each.standfirst) == ("Sept mois", "Un\nchapeau\t.")
        assert [block["value"] for block in each.body.raw_data] == ["<p>Le quai</p>", {"text": "Les faits", "level": "2"}]


def test_what_cannot_be_printed_is_cleaned_of_names_too():
    factories.paper()
    author = factories.AuthorFactory(name="In\x08ès")
    author.full_clean()
    assert author.name == "Inès"
