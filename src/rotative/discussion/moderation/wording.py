"""What a phase says: a sentence that is put into the reader's language when it is read, and that can be kept."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import translation


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its values. ``str`` of it is in the language of the moment: the moderator's, then the writer's.

    message, plural: as they stand in the catalogue; number: what the plural goes by.
    """

    message: str
    values: tuple[tuple[str, str | int | Said], ...] = ()
    plural: str = ""
    number: int = 0

    def __str__(self) -> str:
        said = translation.ngettext(self.message, self.plural, self.number) if self.plural else translation.gettext(self.message)
        return said % {name: str(value) for name, value in self.values}

    def as_json(self) -> dict[str, Any]:
        """What a queue keeps: the sentence untranslated."""
        values = {name: value.as_json() if isinstance(value, Said) else value for name, value in self.values}
        return {"message": self.message, "values": values, "plural": self.plural, "number": self.number}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Said:
        """The sentence that ``as_json`` kept."""
        values = ((name, cls.from_json(value) if isinstance(value, dict) else value) for name, value in kept["values"].items())
        return cls(kept["message"], tuple(values), kept["plural"], kept["number"])


# The two names by which messages are found for the catalogue.
def _(message: str, **values: str | int | Said) -> Said:
    """A sentence. A percent sign in it is written twice."""
    return Said(message, tuple(values.items()))


def ngettext(one: str, many: str, number: int, **values: str | int | Said) -> Said:
    """A sentence that goes by a number, which it may say as ``%(number)s``."""
    return Said(one, (("number", number), *values.items()), many, number)
