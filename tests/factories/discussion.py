"""Contributions under a story, shown or waiting."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

from rotative.discussion.actions import reporting, showing
from rotative.discussion.models import Contribution, Ground, Guest, Report, State
from rotative.newsroom.models import Article
from tests.factories import NOON


def contribution(article: Article, text: str = "Et l’eau, qui la rendra ?", *, name: str = "Yvonne Castagnet", shown: bool = True, minutes: int = 0, **fields: Any) -> Contribution:
    """Words under a story, in the name of a reader; those that answer others name them in ``thread``."""
    at = NOON + timedelta(minutes=minutes)
    told = {"voice": name[:12], "language": article.language, "created_at": at, "state": State.HELD}
    made: Contribution = Contribution.objects.create(article=article, text=text, name=name, **{**told, **fields})
    if shown:
        showing.show(made, at)
    return made


def report(contribution: Contribution, ground: str = Ground.INSULT, *, minutes: int = 5, **fields: Any) -> Report:
    """A notice of a reader about a contribution, so many minutes after noon."""
    told = {"because": "C’est une injure.", "name": "Odile Marrec", "email": "odile@mer.example", "in_good_faith": True, "language": "fr", **fields}
    return reporting.report(contribution, NOON + timedelta(minutes=minutes), ground=ground, **told)


def guest(name: str = "Yvonne Castagnet", email: str = "yvonne@mer.example", **fields: Any) -> Guest:
    """Somebody without an account, whose address is confirmed."""
    return Guest.objects.create(name=name, email=email, **{"language": "fr", "confirmed_at": NOON, **fields})
