"""Whom a reader does not want to read: kept with their account, and nobody else's to know."""
from __future__ import annotations

from collections.abc import Iterable

from rotative.discussion import people, words
from rotative.discussion.models import Contribution, Mute
from rotative.masthead.models import User

MOST = 500  # voices of one reader


class CannotMute(Exception):
    """Why somebody cannot, in a sentence for them."""


def mute(reader: User, contribution: Contribution) -> None:
    """Read its writer no more. Once more changes nothing."""
    if contribution.voice in ("", people.voice_of(reader)):
        raise CannotMute(words.not_ones_own())
    if Mute.objects.filter(reader=reader).exclude(voice=contribution.voice).count() >= MOST:
        raise CannotMute(words.too_many_muted(MOST))
    Mute.objects.get_or_create(reader=reader, voice=contribution.voice, defaults={"name": contribution.name})


def unmute(reader: User, voice: str) -> None:
    """Read them again. Where nobody was muted, nothing happens."""
    Mute.objects.filter(reader=reader, voice=voice).delete()


def take_over(reader: User, voices: Iterable[str]) -> None:
    """Keep whom a browser muted before its reader signed; what is nobody's voice, and one's own, is left out."""
    room = MOST - Mute.objects.filter(reader=reader).count()
    wanted = set(list(dict.fromkeys(voices))[:MOST]) - {"", people.voice_of(reader)}
    names = dict(Contribution.objects.filter(voice__in=wanted).order_by("pk").values_list("voice", "name"))
    fresh = [Mute(reader=reader, voice=voice, name=name) for voice, name in sorted(names.items())][: max(room, 0)]
    Mute.objects.bulk_create(fresh, ignore_conflicts=True)
