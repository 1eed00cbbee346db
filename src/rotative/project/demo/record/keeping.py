"""Keeps the record of the demonstration, as its editor would at the desk: read, decided, made one, drawn up.

Done again on the same paper, it changes nothing.
"""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rotative.newsroom.models import Article, Dossier
from rotative.project.demo.days import Calendar
from rotative.project.demo.record.deciding import Deciding
from rotative.project.demo.record.drafting import Drafting
from rotative.project.demo.record.files import Record
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
    decided = {story.name for story in record.stories}
    say(f"Reading {len(stories)} stories, and deciding of {len(decided)} what was found.")
    stories = {name: Article.objects.get(pk=page.pk) for name, page in stories.items()}  # as they were kept, with the names of their blocks
    said, actors = _decide(record, calendar, editor, stories)
    _contradict(record, said, editor)
    for name, article in stories.items():
        if name not in decided:
            read(article, editor)
    say("Drawing up the text under negotiation, with every party's positions.")
    drafting = Drafting(record, calendar, editor, actors, said)
    for language, named in dossiers.items():
        drafting.draw_up(named[record.text["dossier"]], language, stories)


def _decide(record: Record, calendar: Calendar, editor: Any, stories: Stories) -> tuple[dict[str, Statement], Any]:
    """Story by story, in the order of their days, so that who was met before is known again."""
    identity, said = Identity(record, editor), dict[str, Statement]()
    for story in sorted(record.stories, key=lambda each: (stories[each.name].first_published_at, each.name)):
        article = stories[story.name]
        read(article, editor)
        deciding = Deciding(article, story, editor, calendar)
        deciding.run()
        identity.learn(deciding)
        said |= deciding.said
    identity.settle()
    return said, identity.actors


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
