"""Actors of the paper: made, and given an address."""
from __future__ import annotations

from itertools import count

from rotative.newsroom.slugs import slug_of
from rotative.record.actions.keeping import again
from rotative.record.models import Actor, Appearance, State


def actor_of(appearance: Appearance) -> Actor:
    """Who somebody in a story is: who an editor said, else who was proposed, else somebody new."""
    known = appearance.actor or appearance.proposed
    if known is None:
        known = new_actor(appearance.kind, appearance.name)
        _propose(known)
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


def _propose(actor: Actor) -> None:
    """Who is new to the paper was so in each story that was read before: what waits there of that name is proposed as theirs.

    Left out is what somebody decides at this instant, for they may be about to ask the same of ours.
    """
    waiting = Appearance.objects.filter(state=State.SUGGESTED, actor=None, proposed=None, kind=actor.kind, name__iexact=actor.name)
    rows = list(waiting.select_for_update(skip_locked=True).values_list("pk", flat=True))
    Appearance.objects.filter(pk__in=rows).update(proposed=actor)
