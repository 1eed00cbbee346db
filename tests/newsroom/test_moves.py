"""Old addresses: a story or a section that moved is found where it is now, in one hop."""
from __future__ import annotations

from typing import Any

import pytest
from wagtail.contrib.redirects.models import Redirect

from rotative.newsroom.models import Article, Section
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def pays() -> Section:
    factories.paper()
    return factories.section()


@pytest.fixture
def after(django_capture_on_commit_callbacks: Any) -> Any:
    """Redirects are made once the change is committed."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def rename(page: Any, slug: str, after: Any) -> Any:
    fresh = type(page).objects.get(pk=page.pk)
    fresh.slug = slug
    with after():
        fresh.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def move(page: Any, destination: Any, after: Any) -> Any:
    with after():
        type(page).objects.get(pk=page.pk).move(type(destination).objects.get(pk=destination.pk), "last-child")
    return type(page).objects.get(pk=page.pk)


def present(old: str) -> str | None:
    """Where an old address leads today."""
    found = Redirect.objects.filter(old_path=Redirect.normalise_path(old)).first()
    return found and found.redirect_page.specific.address


def test_a_renamed_story_is_found(pays: Section, after: Any) -> None:
    story = rename(factories.article("Un", parent=pays), "premier", after)
    assert story.address == "/pays/premier/"
    assert present("/pays/un/") == "/pays/premier/"


def test_old_addresses_lead_to_the_present_one_in_one_hop(pays: Section, after: Any) -> None:
    story = factories.article("Un", parent=pays)
    for slug in ("deux", "trois", "quatre"):
        story = rename(story, slug, after)
    assert [present(f"/pays/{old}/") for old in ("un", "deux", "trois")] == ["/pays/quatre/"] * 3


def test_a_renamed_section_takes_its_stories_with_it(pays: Section, after: Any) -> None:
    voile = factories.section("Voile", "voile", parent=pays)
    story = factories.article("Un", parent=voile)
    rename(pays, "region", after)
    assert Article.objects.get(pk=story.pk).address == "/region/voile/un/"
    assert present("/pays/") == "/region/"
    assert present("/pays/voile/") == "/region/voile/"
    assert present("/pays/voile/un/") == "/region/voile/un/"


def test_a_moved_section_takes_its_stories_with_it(pays: Section, after: Any) -> None:
    sports = factories.section("Sports", "sports")
    voile = factories.section("Voile", "voile", parent=pays)
    factories.article("Un", parent=voile)
    move(voile, sports, after)
    assert present("/pays/voile/un/") == "/sports/voile/un/"
    rename(sports, "jeux", after)
    assert present("/pays/voile/un/") == present("/sports/voile/un/") == "/jeux/voile/un/"


def test_addresses_in_another_language_keep_its_code(pays: Section, after: Any) -> None:
    country = factories.section("Country", "country", language="en")
    story = factories.article("One", parent=country)
    rename(country, "region", after)
    assert Article.objects.get(pk=story.pk).address == "/en/region/one/"
    assert present("/en/country/one/") == "/en/region/one/"
    assert present("/country/one/") is None


def test_moved_and_moved_back(pays: Section, after: Any) -> None:
    culture = factories.section("Culture", "culture")
    story = factories.article("Un", parent=pays)
    story = move(move(story, culture, after), pays, after)
    assert story.address == "/pays/un/"
    assert present("/culture/un/") == "/pays/un/"


def test_a_new_story_at_an_old_address_beats_the_redirect(pays: Section, after: Any) -> None:
    rename(factories.article("Un", parent=pays), "premier", after)
    newcomer = factories.article("Un", parent=pays)
    assert newcomer.address == "/pays/un/"
    renamed = rename(newcomer, "second", after)
    assert present("/pays/un/") == renamed.address, "an address leads to whoever left it last"
