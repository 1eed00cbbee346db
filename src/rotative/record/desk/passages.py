"""Words that an editor copied from a story, found in its text as typed."""
from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rotative.newsroom.models import Article
from rotative.record.anchors import Anchor, anchor
from rotative.record.reading.text import plain
from rotative.record.typed import Typed, typed


def text_of(article: Article) -> Typed:
    """The text of a story's latest draft, which the desk has before it."""
    return typed(article.get_latest_revision_as_object().body.raw_data)


def passage(article: Article, words: str) -> Anchor:
    """Where some words stand in a story, however its apostrophes and spaces are set. Raises ValidationError."""
    blocks = text_of(article).by_id
    pattern = re.compile(r"\s+".join(map(re.escape, plain(words).split())))
    places = [(name, found) for name, text in blocks.items() for found in pattern.finditer(plain(text))] if words.strip() else []
    if not places:
        raise ValidationError(_("These words are not in the story. Copy them from its text as it stands below."))
    if len(places) > 1:
        raise ValidationError(_("These words are in the story more than once. Take a few more, before or after."))
    name, found = places[0]
    return anchor(blocks, name, found.start(), found.end())
