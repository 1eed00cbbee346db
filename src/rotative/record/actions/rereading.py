"""Has a story read: its latest draft, once, and what was found taken as suggestions. Seconds of work: for the worker."""
from __future__ import annotations

from typing import Any

from django.utils import timezone

from rotative.masthead.queries import zone
from rotative.newsroom.models import Article
from rotative.record.actions.taking import is_read, take
from rotative.record.reading import reader
from rotative.record.reading.parsing import MODELS
from rotative.record.typed import Typed, typed


def read(article: Article, by: Any = None, anew: bool = False) -> bool:
    """Read the latest draft of a story, unless it was read already or nobody reads its language. Whether it was read now.

    anew: read it once more if it was.
    """
    text = _text_of(article)
    if article.language not in MODELS or (is_read(article, text) and not anew):
        return False
    published = timezone.localtime(article.first_published_at, zone())  # "today" is the paper's day, "at six" its hour; of a draft, now
    found = reader.read(text.words, published, article.language, text.lines())
    if _is_overtaken(article, text):
        return False
    take(article, found, text, by)
    return True


def _text_of(article: Article) -> Typed:
    return typed(article.get_latest_revision_as_object().body.raw_data)


def _is_overtaken(article: Article, text: Typed) -> bool:
    """Whether a newer draft was read while this one was, by another worker: what is found in the older text would undo it."""
    newest = _text_of(Article.objects.get(pk=article.pk))
    return newest.words != text.words and is_read(article, newest)
