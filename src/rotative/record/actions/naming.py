"""Actors of the paper: made, and given an address."""
from __future__ import annotations

from itertools import count

from rotative.newsroom.slugs import slug_of
from rotative.record.actions.keeping import again
from rotative.record.models import Actor, Appearance


def actor_of(appearance: Appearance) -> Actor:
    """Who somebody in a story is: who an editor said, else who was proposed, else somebody new."""
    known = appearance.actor or appearance.proposed
    if known is None:
        return new_actor(appearance.kind, appearance.name)
    return known.merged_into or known


def known_as(name: str, kind: str) -> Actor | None:
    """The actor of the paper that alone has a name."""
    named = Actor.objects.whole().filter(kind=kind)
    found = {*named.filter(name__iexact=name), *named.filter(aliases__name__iexact=name)}
    return found.pop() if len(found) == 1 else None


def new_actor(kind: str, name: str) -> Actor:
    """An actor at an address that nobody has or had, nor takes meanwhile."""
    return again(lambda: Actor.objects.create(kind=kind, name=name, slug=free_slug(name)))


def free_slug(name: str) -> str:
    """The plain form of a name, numbered where others have it."""
    plain = slug_of(name)[:190] or "actor"
    tries = (plain if number == 1 else f"{plain}-{number}" for number in count(1))
    return next(slug for slug in tries if not Actor.objects.filter(slug=slug).exists())
