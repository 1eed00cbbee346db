"""Many stories in one take, as after an import or while the press was away: lists grow and shrink by several pages."""
from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from rotative.newsroom import queries
from rotative.newsroom.models import Article, Author
from tests import factories
from tests.factories import NOON
from tests.press.small import Press

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def short_lists(monkeypatch):
    """Lists of four rows: a page more for each four stories."""
    for each in (queries.in_section, queries.in_language, queries.of_author):
        monkeypatch.setitem(each.__dict__, "length", 4)


@pytest.fixture
def press(tmp_path, short_lists):
    factories.paper()
    factories.section()
    publish(6)
    press = Press(tmp_path)
    press.print()
    return press


def publish(number):
    author, _ = Author.objects.get_or_create(slug="ines", defaults={"name": "Inès Valmer"})
    there = Article.objects.count()
    with transaction.atomic():
        for each in range(there, there + number):
            factories.article(f"Récit {each}", slug=f"recit-{each}", at=NOON - timedelta(days=9) + timedelta(minutes=each), authors=[author])


def test_every_older_page_that_is_new_is_printed(press):
    publish(15)
    press.print()
    assert press.differing() == []


def test_every_older_page_that_is_no_more_is_taken_away(press):
    publish(15)
    press.print()
    for story in Article.objects.order_by("-first_published_at")[:16]:
        story.delete()
    press.print()
    assert press.differing() == []


def test_stories_that_come_and_go_at_once(press):
    for story in Article.objects.order_by("first_published_at")[:3]:
        story.unpublish()
    publish(10)
    press.print()
    assert press.differing() == []


def test_a_story_that_comes_and_goes_before_its_author_is_followed(press):
    """A page that a reader asks for in between shows a list that is longer for a moment."""
    publish(2)
    press.print()
    publish(1)
    press.presser.take()
    press.presser.demand("/auteurs/ines/page/1/")
    assert "/auteurs/ines/page/2/" in press.body("/auteurs/ines/page/1/")
    Article.objects.order_by("-first_published_at")[0].delete()
    press.print()
    assert press.differing() == []


def test_an_old_story_that_comes_and_goes_before_its_author_is_followed(press):
    publish(8)
    press.print()
    story = factories.article("Retrouvé", slug="retrouve", at=NOON - timedelta(days=10), authors=[Author.objects.get(slug="ines")])
    press.presser.take()
    press.presser.demand("/auteurs/ines/page/2/")
    story.delete()
    press.print()
    assert press.differing() == []
