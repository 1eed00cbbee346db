"""The record's pages, filled in every field, and with as little as they may hold."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.safestring import mark_safe

from rotative.paper import contexts as c

SAID = c.Said(
    number=42, who="Anna Ossola", who_url="/acteurs/anna-ossola/", role="speaks for the communes", act="announces", said="“We sign nothing”", is_quoted=True,
    source="second-hand", via="The Courier", addressee="the prefect", place="Verel", hearsay=True, when=date(2026, 11, 23), url="/declarations/42/",
    passage="/pays/accord/#s42", story=c.Link("The accord", "/pays/accord/", language="en"),
)  # fmt: skip
BARE_SAID = c.Said(number=43, who="A source close to the communes", act="says", said="the sheets are printed", source="unnamed", url="/declarations/43/")
DENIAL = replace(BARE_SAID, number=44, act="denies", is_denial=True)


def pages(frame: dict[str, Any], bare: dict[str, Any]) -> dict[str, c.Page]:
    return {
        "statement": c.StatementPage(**frame, said=replace(SAID, denials=[DENIAL]), passage=mark_safe("<blockquote><p>Around.</p></blockquote>")),
        "bare statement": c.StatementPage(**bare, said=BARE_SAID),
    }
