"""What SQLite is told of a large archive: every list finds its way by an index, in a paper of any size."""
from __future__ import annotations

import pytest
from django.db import connection

from rotative.newsroom import queries
from rotative.newsroom.indexes import FIGURES
from rotative.newsroom.models import FrontPage, Section
from rotative.press.listings import Listing
from tests import factories

pytestmark = pytest.mark.django_db

LISTS = {
    queries.in_language: "1",
    queries.in_section: "000100010001",
    queries.of_author: "1-1",
    queries.on_topic: "1",
    queries.in_dossier: "1",
}
WAY = {
    queries.in_language: "newsroom_newest",
    queries.in_section: "newsroom_shelves",
    queries.of_author: "newsroom_byline_author_id",
    queries.on_topic: "newsroom_article_topics_topic_id",
    queries.in_dossier: "newsroom_article_dossier_id",
}


def way(rows) -> str:
    """How SQLite would answer, in its own words."""
    question, values = rows.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {question}", values)
        return " / ".join(line for *_numbers, line in cursor.fetchall())


def test_every_index_that_figures_are_told_of_is_there():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'index'")
        there = set(cursor.fetchall())
    assert {(table, index) for table, indexes in FIGURES.items() for index in indexes if index} <= there


@pytest.mark.parametrize("rows", [FrontPage.objects.live().order_by("pk"), Section.objects.live().filter(locale_id=1).order_by("path")], ids=["fronts", "sections"])
def test_the_tree_is_not_looked_for_among_all_stories(rows) -> None:
    assert "SCAN wagtailcore_page" not in way(rows)


@pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.name)
def test_the_order_of_a_list_is_found_by_its_index(listing: Listing) -> None:
    rows = listing.rows(LISTS[listing]).order_by(*listing.order).values_list("pk")
    if listing is queries.in_section:  # the newest of a section: as many as are asked, from the newest of all
        assert "newsroom_of_all" in way(rows[:20])
    else:
        assert WAY[listing] in way(rows)


@pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.name)
def test_some_rows_of_a_list_are_found_by_their_keys(listing: Listing) -> None:
    assert "SCAN" not in way(listing.rows(LISTS[listing]).filter(pk__in=[1, 2, 3]))


@pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.name)
def test_what_is_newer_than_a_story_is_not_searched_among_all(listing: Listing) -> None:
    factories.paper()
    story = factories.article("Une histoire", factories.section())
    assert "sqlite_autoindex" not in way(listing.rows(LISTS[listing]).filter(listing.before(listing.edge(story))))
