"""Filters for dates and numbers, set as the paper's language sets them.

The language is that of the page, unless one is named: ``{{ page.published|day:"fr" }}``.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import template
from django.utils.translation import get_language

from rotative.paper import dates, numbers

register = template.Library()


def _in_language(setter: Callable[[Any, str], str]) -> Callable[..., str]:
    """A filter that shows nothing for nothing, and asks for the page's language where none is named."""

    def show(value: Any, language: str = "") -> str:
        return "" if value is None or value == "" else setter(value, language or get_language() or "")

    return show


register.filter("long_date", _in_language(dates.long_date))
register.filter("day", _in_language(dates.day))
register.filter("short_day", _in_language(dates.short_day))
register.filter("month_title", _in_language(dates.month_title))
register.filter("clock", _in_language(dates.clock))
register.filter("date_and_time", _in_language(dates.date_and_time))
register.filter("count", _in_language(numbers.count))
