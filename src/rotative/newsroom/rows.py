"""Rows that pages of stories ask for by a key, so that many pages in turn can ask at once.

Named reads (``queries``, ``translations``) take them, and say what a page stands on.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import F, Prefetch, QuerySet, Value

from rotative.library.models import Picture
from rotative.newsroom.models import Article, Author, Byline, Topic
from rotative.newsroom.models.articles import PickedStory, RelatedStory
from rotative.press.prepared import Prepared, among, among_texts
from rotative.press.reads import Rows

PICKED, CHOSEN = 0, 1
RELATED = ("article_id", "kind", "sort_order", "pk", "story_id")
Related = tuple[int, int, int | None, int, int]  # as RELATED


def published(**where: object) -> QuerySet[Article]:
    """Live stories, without the body that no list shows."""
    return Article.objects.live().filter(first_published_at__isnull=False, **where).defer("body", "sources", "method", "essentials")


def with_bylines() -> Prefetch:
    """The bylines of stories with their authors, in order."""
    return Prefetch("bylines", Byline.objects.select_related("author").order_by("sort_order", "pk"))


def _at(url_paths: list[str]) -> Mapping[str, Article]:
    return {article.url_path: article for article in _stories_at(url_paths)}


def _live(pks: list[int]) -> Mapping[int, Article]:
    return {article.pk: article for article in _live_stories(pks)}


def _related(pks: list[int]) -> Mapping[int, list[Related]]:
    picked = PickedStory.objects.filter(article__in=pks).annotate(kind=Value(PICKED))
    chosen = RelatedStory.objects.filter(article__in=pks).annotate(sort_order=F("place"), kind=Value(CHOSEN))
    found = defaultdict[int, list[Related]](list)
    for row in picked.order_by().values_list(*RELATED).union(chosen.order_by().values_list(*RELATED), all=True):
        found[row[0]].append(row)
    return found


def _in_every_language(keys: list[str]) -> Mapping[str, list[Article]]:
    found = defaultdict[str, list[Article]](list)
    for article in published(translation_key__in=keys).order_by("locale_id", "pk"):
        found[str(article.translation_key)].append(article)
    return found


def _authors(slugs: list[str]) -> Mapping[str, Author]:
    return {author.slug: author for author in _authors_at(slugs)}


def _topics(keys: list[tuple[int, str]]) -> Mapping[tuple[int, str], Topic]:
    here, slugs = zip(*keys, strict=True)
    return {(topic.locale_id, topic.slug): topic for topic in Topic.objects.filter(locale_id__in=set(here), slug__in=set(slugs))}


def _pictures(pks: list[int]) -> Mapping[int, Picture]:
    return {picture.pk: picture for picture in _pictures_of(pks)}


_stories_at = Prepared(
    lambda places: Article.objects.filter(url_path__in=among_texts(places))
    .select_related("dossier", "editor").prefetch_related(with_bylines(), "corrections", "topics").order_by("-pk")
)  # fmt: skip
_live_stories = Prepared(lambda pks: published(pk__in=among(pks)))
_authors_at = Prepared(lambda slugs: Author.objects.filter(slug__in=among_texts(slugs)).select_related("portrait").prefetch_related("texts", "portrait__renditions"))
_pictures_of = Prepared(lambda pks: Picture.objects.filter(pk__in=among(pks)).prefetch_related("renditions"))

stories_at = Rows(_at)  # by place in the tree, live or not, with all that their pages show
live_stories = Rows(_live, at_most=4000)  # by primary key, as lists show them
related_rows = Rows(_related)  # by the primary key of the story that they go with
in_every_language = Rows(_in_every_language)  # live stories by translation key
authors_at = Rows(_authors)  # by slug, with their texts and their portrait's sizes
topics_at = Rows(_topics)  # by locale and slug
pictures = Rows(_pictures)  # by primary key, with their sizes
