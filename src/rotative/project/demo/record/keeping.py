"""Keeps the record of the demonstration, as its editor would at the desk: read, decided, made one, drawn up.

Done again on the same paper, it changes nothing.
"""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rotative.newsroom.models import Article, Dossier
from rotative.project.demo.days import Calendar
from rotative.project.demo.plates import Progress
from rotative.project.demo.record.deciding import Deciding
from rotative.project.demo.record.drafting import Drafting
from rotative.project.demo.record.entries import Decisions, Record
from rotative.project.demo.record.identity import Identity
from rotative.project.speech import say
from rotative.record import reviews
from rotative.record.actions.proposing import confirm_contradiction, contradict, reject_contradiction
from rotative.record.actions.rereading import read
from rotative.record.models import Contradiction, State, Statement

Stories = Mapping[str, Article]  # by language and slug
Dossiers = Mapping[str, Mapping[str, Dossier]]  # by language, then by slug


def keep(record: Record, calendar: Calendar, editor: Any, dossiers: Dossiers, stories: Stories) -> None:
    """Read every story; decide of those that the record has decisions of, and leave the others to whoever opens the desk."""
    decisions = {story.name: story for story in record.stories}
    say(f"Reading {len(stories)} stories, and keeping the record of {len(decisions)}.")
    progress, identity, said = Progress("reading", len(stories)), Identity(record, editor), dict[str, Statement]()
    for name in _in_order(stories, decisions):
        article = Article.objects.get(pk=stories[name].pk)  # as it was kept, with the names of its blocks
        read(article, editor)
        said |= _decide(Deciding(article, decisions[name], editor, calendar), identity) if name in decisions else {}
        progress.step()
    identity.settle()
    _contradict(record, said, editor)
    say("Drawing up the text under negotiation, with every party's positions.")
    drafting = Drafting(record, calendar, editor, identity.actors, said)
    for language, named in dossiers.items():
        drafting.draw_up(named[record.text["dossier"]], language, stories)


def _in_order(stories: Stories, decisions: Mapping[str, Decisions]) -> list[str]:
    """Those that are decided first, in the order of their days: whoever was met before is known again."""
    return sorted(stories, key=lambda name: (name not in decisions, stories[name].first_published_at, name))


def _decide(deciding: Deciding, identity: Identity) -> dict[str, Statement]:
    deciding.run()
    identity.learn(deciding)
    return deciding.said


def _contradict(record: Record, said: Mapping[str, Statement], editor: Any) -> None:
    """Confirm what is denied, by the suggestion where there is one; what else was suggested is wrong."""
    for denial in record.denials:
        known = Contradiction.objects.filter(claim=said[denial.claim], denial=said[denial.denial]).first()
        if known is None:
            contradict(said[denial.claim], said[denial.denial], editor)
        elif known.state == State.SUGGESTED:
            confirm_contradiction(known, editor)
    for pair in reviews.contradictions():
        reject_contradiction(pair, editor)
