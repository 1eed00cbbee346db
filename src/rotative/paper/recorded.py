"""Which addresses the record has: those of statements, and what else is printed of what was said.

Part of the catalogue: ``catalogue`` joins it with the addresses of stories and lists.
"""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rotative.masthead.languages import languages
from rotative.paper.addresses import Paths
from rotative.record.models import Statement


def every() -> Iterator[str]:
    """Every address of the record, the newest statements first."""
    rows = Statement.objects.public().order_by("-pk").values_list("pk", "language")
    for pk, language in rows.iterator(2000):
        yield _paths(language).listed("statement", str(pk))


def _of_statement(pk: int) -> Iterator[str]:
    for language in Statement.objects.public().filter(pk=pk).values_list("language", flat=True):
        yield _paths(language).listed("statement", str(pk))


# By kind of row, and by list: the addresses that one gives rise to.
FINDERS: dict[str, Callable[[int], Iterable[str]]] = {"statement": _of_statement}
LISTS: dict[str, Callable[[str], Iterable[str]]] = {}


def _paths(code: str) -> Paths:
    return Paths(code, languages())
