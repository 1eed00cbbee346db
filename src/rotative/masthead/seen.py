"""The masthead as a page sees it: each field that a page reads is a piece of its own.

Every page reads the masthead, and none all of it: the host's telephone is on one page.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rotative.masthead.models import Masthead, MastheadText
from rotative.press.pieces import made_by, taken

Loader = Callable[[], Masthead]

_FIELDS = {field.name for field in Masthead._meta.concrete_fields} - {"id"}
_TEXTS = {field.name for field in MastheadText._meta.concrete_fields} - {"id", "masthead"}
_loaders: list[Loader] = []


def loaded_by(loader: Loader) -> Loader:
    """Say how the masthead is loaded while a page is rendered."""
    _loaders[:] = [loader]
    return loader


class Seen:
    """Stands for the masthead, or for its texts in one language, and notes which fields are read."""

    def __init__(self, language: str = "") -> None:
        self._language = language

    def text(self, language: str) -> Any:
        return Seen(language)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in (_TEXTS if self._language else _FIELDS):
            return getattr(_whole(self._language), name)
        return taken(f"identity:{self._language}.{name}", lambda: getattr(_whole(self._language), name))


@made_by("identity", is_plain=True)
def _again(rest: str) -> None:
    language, _dot, name = rest.partition(".")
    getattr(Seen(language), name)


def _whole(language: str) -> Any:
    paper = _loaders[0]()
    return paper.text(language) if language else paper
