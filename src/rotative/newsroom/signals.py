"""What happens when a story is published, whoever or whatever published it."""
from __future__ import annotations

from typing import Any

from wagtail.signals import page_published

from rotative.newsroom.actions import choose_related
from rotative.newsroom.models import Article


def connect() -> None:
    page_published.connect(_published, sender=Article, dispatch_uid="newsroom.published")


def _published(instance: Article, **_: Any) -> None:
    choose_related(instance)
