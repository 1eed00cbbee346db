"""What a page says of itself, field by field, each saying with where it stands."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Claims:
    """Sayings in the order they were found: JSON-LD, then meta, then microdata, then the visible."""

    said: dict[str, list[tuple[Any, str]]] = field(default_factory=dict)

    def add(self, name: str, value: Any, source: str) -> None:
        if value:
            self.said.setdefault(name, []).append((value, source))

    def all(self, name: str, source: str | None = None) -> list[Any]:
        return [value for value, where in self.said.get(name, []) if source in (None, where)]

    def first(self, name: str, source: str | None = None) -> Any:
        return next(iter(self.all(name, source)), None)

    def source(self, name: str, value: Any) -> str | None:
        return next((where for one, where in self.said.get(name, []) if one == value), None)
