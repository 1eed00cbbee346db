"""Names that people type for actors of the paper: offered as they type, and understood when they are sent."""
from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from rotative.record.models import Actor

NUMBER = re.compile(r"#(\d+)\s*$")
OFFERED = 12


def label_of(actor: Actor | None) -> str:
    """A name that tells an actor from its namesakes."""
    return f"{actor.name} #{actor.pk}" if actor else ""


def offered(typed: str, kind: str = "") -> list[Actor]:
    """Actors whose name, or another name, holds what was typed; those that begin with it first."""
    words = typed.strip()
    if not words:
        return []
    found = Actor.objects.whole().filter(Q(name__icontains=words) | Q(aliases__name__icontains=words)).distinct()
    chosen = found.filter(kind=kind) if kind in Actor.Kind.values else found
    near = sorted(chosen[: OFFERED * 8], key=lambda actor: (not actor.name.casefold().startswith(words.casefold()), actor.name, actor.pk))
    return near[:OFFERED]


def actor_named(typed: str, kind: str) -> Actor | None:
    """The actor that somebody typed: by its number, else by its name; None where nothing was typed. Raises ValidationError."""
    words = typed.strip()
    number = NUMBER.search(words)
    found = _numbered(int(number[1])) if number else _called(words, kind) if words else None
    if found and kind and found.kind != kind:
        raise ValidationError(_("“%(name)s” is of another kind. Choose the same kind, or another actor.") % {"name": found})
    return found


def _numbered(pk: int) -> Actor:
    found = Actor.objects.filter(pk=pk).select_related("merged_into").first()
    if found is None:
        raise ValidationError(_("No actor has this number. Choose one of those offered as you type."))
    return found.merged_into or found


def _called(words: str, kind: str) -> Actor:
    named = Actor.objects.whole().filter(Q(name__iexact=words) | Q(aliases__name__iexact=words)).distinct().order_by("pk")
    found = list(named.filter(kind=kind)[:4] if kind else named[:4])
    if not found:
        raise ValidationError(_("The paper knows nobody called “%(name)s”. Leave this empty for somebody new.") % {"name": words})
    if len(found) > 1:
        raise ValidationError(_("Several are called so. Write which: %(names)s.") % {"names": ", ".join(label_of(each) for each in found)})
    return found[0]
