"""What an expression is understood against: the publication, the days told nearby, the tense."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rotative.record.reading.dates.language import Language

# "14 septembre" without a year: a verb in the past sends it back this many days at most, one in the future as many ahead.
_FAR = 300


@dataclass(frozen=True)
class Setting:
    """What is known where an expression stands.

    day, moment, year: what the text told last, if it did (a moment is a value, maybe with an hour).
    listed: the day before it in a list. ask_tense: -1 for the past, 1 for the future, 0.
    """

    published: datetime
    language: Language
    day: date | None
    moment: str | None
    year: int | None
    listed: date | None
    ask_tense: Callable[[], int]

    @property
    def today(self) -> date:
        """The day of publication, where it is published."""
        return self.published.date()

    @property
    def told(self) -> date:
        """The day that the text speaks of."""
        return self.day or self.today

    def near(self, choices: list[date]) -> date:
        """Which of the days, in order, is meant: the nearest on the tense's side; without a tense the nearest of all."""
        tense = self.ask_tense()
        sided = [day for day in choices if 0 <= (day - self.today).days * tense <= _FAR] if tense else []
        return min(sided or choices, key=lambda day: abs((day - self.today).days))

    def weekday(self, number: int, is_this: bool = False) -> date:
        """The Monday (1) to Sunday (7) that is meant; the day of publication itself when it is one. is_this: "ce lundi"."""
        behind = (self.today.isoweekday() - number) % 7
        tense = self.ask_tense() or self._side(behind, is_this)
        if tense > 0 and self.listed and self.listed >= self.today:
            return self.listed + timedelta((number - self.listed.isoweekday()) % 7 or 7)
        return self.today - timedelta(behind) if tense < 0 else self.today + timedelta(-behind % 7)

    def _side(self, behind: int, is_this: bool) -> int:
        """Without a verb: this Monday is the nearest; another is on the side of the day told before ("le 6 juin et mardi soir")."""
        if is_this:
            return -1 if behind <= 3 else 1
        return -1 if self.day and self.day < self.today else self.language.default_tense
