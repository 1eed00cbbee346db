"""Draws up the text under negotiation, a language at a time: axes, points, versions, and where each party stands."""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rotative.newsroom.models import Article, Dossier
from rotative.project.demo.days import Calendar
from rotative.project.demo.record.entries import Record
from rotative.record.actions import texts
from rotative.record.actions.texts import Changed
from rotative.record.models import Actor, NegotiatedText, Point, Statement


class Drafting:
    """The text of a record's file. said: its statements, by id; stories: by language and slug."""

    def __init__(self, record: Record, calendar: Calendar, editor: Any, actors: Mapping[str, Actor], said: Mapping[str, Statement]) -> None:
        self.record, self.text, self.calendar = record, record.text, calendar
        self.editor, self.actors, self.said = editor, actors, said

    def draw_up(self, dossier: Dossier, language: str, stories: Mapping[str, Article]) -> NegotiatedText | None:
        """The text in a dossier, shown to readers; None where the dossier has it already."""
        name = self.text["name"][language]
        if NegotiatedText.objects.filter(dossier=dossier, name=name).exists():
            return None
        text = texts.draw_up(dossier, name, self.editor, self.text["standfirst"][language])
        points = self._points(text, language)
        self._versions(text, language, points, stories)
        for said, point in zip(self.text["points"], points.values(), strict=True):
            self._positions(point, said, language)
        texts.show(text, self.editor)
        return text

    def _points(self, text: NegotiatedText, language: str) -> dict[str, Point]:
        axes = {axis["is"]: texts.add_axis(text, axis[language], self.editor) for axis in self.text["axes"]}
        return {said["number"]: texts.add_point(text, said["number"], said[language], self.editor, axes[said["axis"]]) for said in self.text["points"]}

    def _versions(self, text: NegotiatedText, language: str, points: Mapping[str, Point], stories: Mapping[str, Article]) -> None:
        for said in self.text["versions"]:
            changes = {
                points[each["number"]]: Changed(each["kind"], each["was"][language], each["now"][language]) for each in said.get("changes", [])
            }
            story = next((stories[name] for name in said["stories"] if name.startswith(f"{language}/")), None)
            texts.add_version(text, said[language], self.calendar.day(said["day"]), self.editor, changes, story)

    def _positions(self, point: Point, said: Mapping[str, Any], language: str) -> None:
        for party in self.text["parties"]:
            for position in said[party]:
                grounds = list(self._grounds(position.get("on", []), language))
                condition = position.get(language, "")
                texts.set_position(point, self.actors[party], position["stance"], self._day(position, grounds), self.editor, grounds, condition)

    def _grounds(self, names: list[str], language: str) -> Iterator[Statement]:
        """What a position rests on: words of its language, or others where there are none."""
        found = [self.said[name] for name in names]
        yield from [each for each in found if each.language == language] or found

    def _day(self, position: Mapping[str, Any], grounds: list[Statement]) -> date:
        if "day" in position:
            return self.calendar.day(position["day"])
        days = [each.dated for each in grounds if each.dated]
        return max(days) if days else self.calendar.day(self.text["versions"][-1]["day"])
