"""What may be printed: text without the characters that no page, feed or database can hold.

They come in by pasting. XML 1.0 forbids them (2.2), PostgreSQL refuses NUL in JSON, and a
surrogate on its own is no character at all.
"""
from __future__ import annotations

import re
from typing import Any

from django.db import models
from wagtail.fields import StreamField

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """A text without its unprintable characters."""
    return FORBIDDEN.sub("", text)


def all_printable(value: Any) -> Any:
    """The same for every text within lists and dictionaries."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {key: all_printable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(all_printable(each) for each in value)
    return value


class Printable:
    """A model whose texts are cleaned before they are checked, whoever saves it."""

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        make_printable(self)
        super().full_clean(*args, **kwargs)  # type: ignore[misc]


def make_printable(instance: Any) -> None:
    """Clean every text of an instance in place, the body of a story included."""
    for field in instance._meta.concrete_fields:
        if isinstance(field, StreamField):
            _clean_stream(instance, field)
        elif isinstance(field, models.CharField | models.TextField) and field.attname in instance.__dict__:
            _set(instance, field.attname, getattr(instance, field.attname))


def _set(instance: Any, name: str, value: Any) -> None:
    if isinstance(value, str) and FORBIDDEN.search(value):
        setattr(instance, name, printable(value))


def _clean_stream(instance: Any, field: StreamField) -> None:
    raw = field.get_prep_value(getattr(instance, field.attname)) if field.attname in instance.__dict__ else None
    raw = [dict(each) for each in raw] if raw else []
    cleaned = all_printable(raw)
    if cleaned != raw:
        setattr(instance, field.attname, field.to_python(cleaned))
