"""A query that is put together once says what the ORM would say each time."""
from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rotative.newsroom.models import Article, Author, Byline
from rotative.press.prepared import Prepared, among, among_texts
from tests import factories
from tests.factories import NOON

since = Prepared(lambda at: Article.objects.filter(first_published_at__gte=at).select_related("picture").only("title", "slug", "first_published_at", "picture__title").order_by("pk"))
titled = Prepared(lambda pks, slug: Article.objects.filter(pk__in=among(pks)).exclude(slug=slug).order_by("-pk").values_list("pk", "title"))
signed = Prepared(lambda names: Author.objects.filter(slug__in=among_texts(names)).prefetch_related("bylines").order_by("slug"))
first = Prepared(lambda: Author.objects.order_by("slug")[:1])


@pytest.fixture
def stories(db):
    factories.paper()
    pays = factories.section()
    return [factories.article(f"Récit {number}", pays, slug=f"recit-{number}", at=NOON - timedelta(days=number)) for number in range(4)]


def test_it_gives_what_the_query_gives_for_each_value(stories):
    for days in (0, 2, 9, 0):
        at = NOON - timedelta(days=days)
        found = since(at)
        assert found == list(Article.objects.filter(first_published_at__gte=at).order_by("pk"))
        assert [story.title for story in found] == [story.title for story in stories[: days + 1]]


def test_it_asks_the_database_once_and_reads_no_more_than_was_said(stories):
    since(NOON)
    with CaptureQueriesContext(connection) as asked:
        (story,) = since(NOON)
        assert (story.title, story.picture) == ("Récit 0", None)
    assert len(asked) == 1
    assert story.get_deferred_fields()
    with CaptureQueriesContext(connection) as asked:
        assert story.standfirst is not None
    assert len(asked) == 1, "what was left out is asked for when it is wanted, as always"


def test_what_changed_is_seen(stories):
    before = titled([stories[0].pk], "")
    Article.objects.filter(pk=stories[0].pk).update(title="Mieux dit")
    assert (before, titled([stories[0].pk], "")) == ([(stories[0].pk, "Récit 0")], [(stories[0].pk, "Mieux dit")])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 5), max_size=8), st.integers(0, 5))
def test_a_list_may_be_of_any_length(stories, numbers, left):
    pks = [stories[number].pk if number < 4 else number + 10**9 for number in numbers]
    assert titled(pks, f"recit-{left}") == list(Article.objects.filter(pk__in=pks).exclude(slug=f"recit-{left}").order_by("-pk").values_list("pk", "title"))


def test_texts_are_values_and_nothing_else(stories):
    hostile = ["%s", "'; --", '"],["', "\\", "é", "{}"]
    for name in hostile:
        Author.objects.create(name=name, slug=name)
    assert [each.slug for each in signed(hostile)] == sorted(hostile)
    assert signed(["'"]) == []


def test_what_goes_with_the_rows_is_fetched_with_them(stories):
    author = Author.objects.create(name="Ada Kerbrat", slug="ada")
    Byline.objects.create(article=stories[0], author=author)
    with CaptureQueriesContext(connection) as asked:
        (found,) = signed(["ada"])
        assert [byline.article_id for byline in found.bylines.all()] == [stories[0].pk]
    assert len(asked) == 2


def test_a_query_may_ask_for_nothing(stories):
    Author.objects.create(name="Zoé", slug="zoe")
    assert [each.slug for each in first()] == [Author.objects.order_by("slug")[0].slug]


def test_a_value_too_few_is_said():
    with pytest.raises(TypeError, match="2 values are asked for, not 1"):
        titled([1])


def test_each_thread_has_its_own(own_database):
    """A connection is one thread's, and what is prepared goes with it."""
    names = [f"autrice-{number}" for number in range(4)]
    for name in names:
        Author.objects.create(name=name, slug=name)
    told = []

    def ask(name: str) -> None:
        told.extend(each.slug == name for _ in range(50) for each in signed([name]))
        connection.close()

    threads = [threading.Thread(target=ask, args=(name,)) for name in names]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert told == [True] * 200
