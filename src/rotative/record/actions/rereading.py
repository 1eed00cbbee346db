"""Has a story read: its latest draft, once, and what was found taken as suggestions. Seconds of work: for the worker."""
from __future__ import annotations

from typing import Any

from django.utils import timezone

from rotative.masthead.queries import zone
from rotative.newsroom.models import Article
from rotative.record.actions.taking import is_read, take
from rotative.record.reading import reader
from rotative.record.reading.parsing import MODELS
from rotative.record.typed import typed


def read(article: Article, by: Any = None, anew: bool = False) -> bool:
    """Read the latest draft of a story, unless it was read already or nobody reads its language. Whether it was read now.

    anew: read it once more if it was.
    """
    text = typed(article.get_latest_revision_as_object().body.raw_data)
    if article.language not in MODELS or (is_read(article, text) and not anew):
        return False
    published = timezone.localtime(article.first_published_at, zone())  # "today" is the paper's day, "at six" its hour; of a draft, now
    take(article, reader.read(text.words, published, article.language, text.lines()), text, by)
    return True
