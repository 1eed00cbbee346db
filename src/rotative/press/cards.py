"""Cards: what a list shows of an instance, rendered from that instance alone.

A card has a key and a remembered digest: when an instance changes but its card's bytes
do not, the pages that carry the card need not be printed again.
"""
from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from django.db.models import Model
from django.utils.safestring import SafeString

from rotative.press.keys import key_of
from rotative.press.rendering import collecting, current

Renderer = Callable[[Any, str], SafeString]

_renderers: dict[type[Model], Renderer] = {}


def register(model: type[Model], renderer: Renderer) -> None:
    """Say how a model's cards are rendered: ``renderer(instance, form)``."""
    _renderers[model] = renderer


def card(instance: Model, form: str) -> SafeString:
    """The card of ``instance`` in one of its forms; the page stands on the card's key."""
    page = current()
    with collecting() as keys:
        html = _renderers[type(instance)](instance, form)
    key = f"card:{key_of(instance)}:{form}:{page.language}"
    page.stand_on(key)
    page.cards[key] = digest(html), frozenset(keys)
    return html


def digest(html: str) -> str:
    return blake2b(html.encode(), digest_size=12).hexdigest()
