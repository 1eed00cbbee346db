"""Who is who for the whole paper: the actors that stories name are made one where they are, and told apart where they are not."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from rotative.project.demo.cast import LANGUAGES
from rotative.project.demo.record.deciding import Deciding
from rotative.project.demo.record.entries import Person, Record
from rotative.record.actions import actors
from rotative.record.actions.proposing import confirm_same, reject_same
from rotative.record.models import Actor, ActorRole, SameActor, State


class Identity:
    """The actors of the paper, by who they are in the record's files."""

    def __init__(self, record: Record, editor: Any) -> None:
        self.record, self.editor = record, editor
        self.actors: dict[str, Actor] = {}

    def learn(self, story: Deciding) -> None:
        """Make those that a story names one with those that are known."""
        met = defaultdict[str, list[Actor]](list)
        for name, row in story.cast.items():
            row.refresh_from_db()
            met[self.record.key_of(story.decisions, name)].append(row.actor)
        for key, found in met.items():
            self.actors[key] = self._one([self.actors[key]] if key in self.actors else [], found)

    def settle(self) -> None:
        """Give everybody the names and the roles that they have for the paper, and tell apart who is not the same."""
        for key, person in self.record.people.items():
            if key in self.actors:
                self._settle(Actor.objects.get(pk=self.actors[key].pk), person)
        self._tell_apart()

    def _one(self, known: list[Actor], found: list[Actor]) -> Actor:
        kept, *others = dict.fromkeys([*known, *found])
        for other in others:
            kept = self._merge(kept, other)
        return kept

    def _merge(self, kept: Actor, gone: Actor) -> Actor:
        """As an editor does: by the suggestion where there is one, else by hand."""
        one, other = sorted((kept, gone), key=lambda each: each.pk)
        pair = SameActor.objects.filter(one=one, other=other, state=State.SUGGESTED).first()
        return confirm_same(pair, self.editor) if pair else actors.merge(kept, gone, self.editor)

    def _settle(self, actor: Actor, person: Person) -> None:
        if actor.name != person.name:
            actor = actors.describe(actor, self.editor, name=person.name)
        for alias in person.aliases:
            actors.call(actor, alias, self.editor)
        for role in person.roles:
            self._appoint(actor, role)
        self.actors[person.key] = actor

    def _appoint(self, actor: Actor, role: Mapping[str, str]) -> None:
        since, until = (date.fromisoformat(role[end]) if end in role else None for end in ("since", "until"))
        for language in LANGUAGES:
            if not ActorRole.objects.filter(actor=actor, language=language, role=role[language]).exists():
                actors.appoint(actor, role[language], language, self.editor, since, until)

    def _tell_apart(self) -> None:
        """What is suggested of two who are both known by now is wrong."""
        ours = [actor.pk for actor in self.actors.values()]
        for pair in SameActor.objects.filter(state=State.SUGGESTED, one__in=ours, other__in=ours).order_by("pk"):
            reject_same(pair, self.editor)
