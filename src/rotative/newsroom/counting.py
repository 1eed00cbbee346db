"""How many live stories a long list has: all live pages of it but the fronts and sections.

Counted in Wagtail's table alone, by an index that holds all that is asked (``indexes``).
"""
from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from rotative.newsroom.models import FrontPage, Section
from rotative.press.prepared import Prepared, number_of


def in_language(locale: int) -> int:
    return _number_of(_in_locale, locale)


def under(path: str) -> int:
    """Under a section, by its place in the tree."""
    return _number_of(_between, f"{path}0000", f"{path}ZZZZZZZZ")


def _number_of(rows: Callable[..., Any], *values: object) -> int:
    pages, sections, fronts = (_counts(rows, model)(*values)[0] for model in (Page, Section, FrontPage))
    return pages - sections - fronts


@cache
def _counts(rows: Callable[..., Any], model: type[Page]) -> Prepared[int]:
    return Prepared(partial(rows, model))


def _in_locale(model: type[Page], locale: Any) -> QuerySet[Page, int]:
    return number_of(model.objects.filter(locale_id=locale, live=True, first_published_at__isnull=False))


def _between(model: type[Page], first: Any, last: Any) -> QuerySet[Page, int]:
    return number_of(model.objects.filter(path__range=(first, last), live=True, first_published_at__isnull=False))
