"""Cards: what a list shows of an instance, rendered from that instance alone.

A card is a piece: it has a key and a remembered digest, so that when an instance changes
but its card's bytes do not, the pages that carry the card need not be printed again.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from django.utils.safestring import SafeString

from rotative.press.keys import key_of
from rotative.press.pieces import made_by, row_of, taken
from rotative.press.rendering import current

Renderer = Callable[[Any, str], SafeString]
Preparation = Callable[[list[Any], str], None]

_renderers: dict[type[Model], tuple[Renderer, Preparation]] = {}


def register(model: type[Model], renderer: Renderer, prepare: Preparation) -> None:
    """Say how a model's cards are rendered: ``renderer(instance, form)``, once
    ``prepare(instances, form)`` has loaded at once what the cards show."""
    _renderers[model] = renderer, prepare


def deal(instances: Iterable[Model], form: str) -> list[SafeString]:
    """The cards of some instances of one model in one form; what they show is loaded at once."""
    dealt = list(instances)
    if waiting := unmade(dealt, form):
        _renderers[type(waiting[0])][1](waiting, form)
    return [card(each, form) for each in dealt]


def unmade(instances: Iterable[Model], form: str) -> list[Any]:
    """Those whose card was not made yet for pages of the same moment."""
    return [each for each in instances if _key(each, form) not in current().shared]


def card(instance: Model, form: str) -> SafeString:
    """The card of ``instance`` in one of its forms; the page stands on the card."""
    renderer, _prepare = _renderers[type(instance)]
    return taken(_key(instance, form), lambda: renderer(instance, form), str)


def _key(instance: Model, form: str) -> str:
    return f"card:{key_of(instance)}:{form}:{current().language}"


@made_by("card", is_plain=True)
def _again(rest: str) -> None:
    kind, pk, form, _language = rest.split(":")
    instance = row_of(kind, pk)
    if instance is not None:
        deal([instance], form)
