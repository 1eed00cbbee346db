"""A story in another language: under the translated section, with what belongs to the language."""
from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.users.models import UserProfile

from rotative.masthead import roles
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article, Correction, PickedStory, Section
from tests import factories
from tests.factories import desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def pays() -> Section:
    factories.paper()
    factories.front("en")
    roles.establish()
    return factories.section()


def translate(client: Any, page: Any) -> Any:
    url = reverse("simple_translation:submit_page_translation", args=[page.pk])
    return client.post(url, {"locales": [Locale.objects.get(language_code="en").pk]})


def sign_in(client: Any) -> None:
    publisher = desk.staff(Role.PUBLISHER)
    UserProfile.objects.update_or_create(user=publisher, defaults={"preferred_language": "en"})
    client.force_login(publisher)


def test_the_section_is_translated_first_and_the_desk_says_so(client: Any, pays: Section) -> None:
    sign_in(client)
    story = factories.article("Sept mois", parent=pays)
    url = reverse("simple_translation:submit_page_translation", args=[story.pk])
    page = client.get(url).content.decode()
    assert "a parent page is not translated" in page
    assert reverse("simple_translation:submit_page_translation", args=[pays.pk]) in page


def test_a_story_is_translated_with_its_authors_and_its_translated_subjects(client: Any, pays: Section) -> None:
    sign_in(client)
    author = factories.AuthorFactory()
    water, drought = factories.TopicFactory(name="Eau", slug="eau"), factories.TopicFactory()
    eau = factories.TopicFactory(name="Water", slug="water", locale_id=factories.locale("en").pk, translation_key=water.translation_key)
    story = factories.article("Sept mois", parent=pays, authors=[author], topics=[water, drought], dossier=factories.DossierFactory())
    PickedStory.objects.create(article=story, story=factories.article("Autre", parent=pays))
    Correction.objects.create(article=story, text="Faux.")
    translate(client, pays)
    translate(client, story)
    made = Article.objects.get(translation_key=story.translation_key, locale__language_code="en")
    for found in (made, made.get_latest_revision_as_object()):
        assert [row.author for row in found.bylines.all()] == [author]
        assert list(found.topics.all()) == [eau]
        assert found.dossier is None
        assert not found.picked.exists() if hasattr(found.picked, "exists") else not found.picked.count()
        assert not found.corrections.count()
    assert not made.live
    assert made.get_parent().get_translation(pays.locale).pk == pays.pk
    assert made.address.startswith("/en/")


def test_a_dossier_follows_into_its_own_language(client: Any, pays: Section) -> None:
    sign_in(client)
    dossier = factories.DossierFactory()
    deal = factories.DossierFactory(slug="deal", locale_id=factories.locale("en").pk, translation_key=dossier.translation_key)
    story = factories.article("Sept mois", parent=pays, dossier=dossier)
    translate(client, pays)
    translate(client, story)
    assert Article.objects.get(translation_key=story.translation_key, locale__language_code="en").dossier == deal
