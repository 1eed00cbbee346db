"""The paper's languages: the first lives at the root, the others under their code."""
from __future__ import annotations

from functools import cache

from django.conf import settings
from wagtail.models import Locale

from rotative.press.reads import named_read


def languages() -> list[str]:
    """The codes of the paper's languages, in its own order."""
    return [code for code, _ in settings.LANGUAGES]


def language_choices() -> list[tuple[str, str]]:
    """The paper's languages as a field's choices; asked late, so that no migration names them."""
    return list(settings.LANGUAGES)


def first() -> str:
    return languages()[0]


def prefix(language: str) -> str:
    """What comes before every address in a language: nothing for the first, ``/en``."""
    return "" if language == first() else f"/{language}"


def language_of(locale_id: int) -> str:
    """The code of one of Wagtail's locales."""
    return _codes()[locale_id] if locale_id in _codes() else _reread()[locale_id]


def locale_id_of(language: str) -> int:
    """The primary key of a language's locale; 0, which no row has, while it has no page."""
    found = {code: pk for pk, code in _codes().items()}
    if language not in found:
        found = {code: pk for pk, code in _reread().items()}
    return found.get(language, 0)


@cache
def _codes() -> dict[int, str]:
    return _ask_codes()


@named_read(lambda: [])
def _ask_codes() -> dict[int, str]:
    return dict(Locale.objects.values_list("pk", "language_code"))


def _reread() -> dict[int, str]:
    _codes.cache_clear()
    return _codes()
