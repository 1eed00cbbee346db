"""The sentences of the reader and the fetcher, in the language of the desk."""
from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from rotative.wires import fetching
from rotative.wires.reading import unreadable


def spoken(error: unreadable.Unreadable | fetching.Unreachable) -> str:
    """Why a page could not be brought in, in the active language."""
    sentences: dict[str, str] = unreadable.SENTENCES if isinstance(error, unreadable.Unreadable) else fetching.SENTENCES
    details: dict[str, Any] = error.details
    return gettext(sentences[error.code]).format(**details)
