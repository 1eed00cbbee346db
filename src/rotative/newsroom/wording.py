"""The words of a story as readers see them: what can be quoted from it."""
from __future__ import annotations

from collections.abc import Iterator
from html import unescape

from django.utils.html import strip_tags

from rotative.newsroom.models import Article


def words_of(article: Article) -> str:
    """Its title, its standfirst, the essentials, its body and its captions, a paragraph a line, as they were typed."""
    return "\n".join(line for line in _lines(article) if line)


def _lines(article: Article) -> Iterator[str]:
    yield article.title
    yield article.standfirst
    yield from (strip_tags(block.value) for block in article.essentials)
    yield unescape(article.body.stream_block.findable(article.body))
    yield article.picture_caption or (article.picture.caption if article.picture else "")
