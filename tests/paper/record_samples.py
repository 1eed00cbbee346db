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


ACTOR = {
    "name": "Anna Ossola", "kind": "Person", "role": "speaks for the communes", "other_names": ["La Ossola", "A. Ossola"], "wikidata_url": "https://www.wikidata.org/wiki/Q42",
    "statements": 43, "stories": 1, "denials": 9, "roles": [c.Tenure("mayor", "2014–2026"), c.Tenure("farmer")], "are_said": True,
    "positions": [c.Stands(text="The accord", url="/textes/accord/", points=24, version="version 4", accepts=10, conditional=3, rejects=4, silent=7), c.Stands(text="Another", url="/textes/autre/", points=1, silent=1)],
    "said": [replace(SAID, denials=[DENIAL]), BARE_SAID], "pager": c.Pager(older="/acteurs/anna-ossola/page/2/", number=0, total=3),
    "company": [c.Counted("Inès Valmer", "/acteurs/ines-valmer/", 4), c.Counted("Verel", "", 1)], "dossiers": [c.Counted("The accord", "/dossiers/accord/", 3)],
    "feeds": [c.Feed("Anna Ossola", "application/atom+xml", "/acteurs/anna-ossola/feed.atom"), c.Feed("Anna Ossola", "application/rss+xml", "/acteurs/anna-ossola/feed.rss")],
    "json_url": "/api/fr/actors/anna-ossola.json", "report_error_url": "/contact/",
}  # fmt: skip


def pages(frame: dict[str, Any], bare: dict[str, Any]) -> dict[str, c.Page]:
    return {
        "statement": c.StatementPage(**frame, said=replace(SAID, denials=[DENIAL]), passage=mark_safe("<blockquote><p>Around.</p></blockquote>")),
        "actor": c.ActorPage(**frame, **ACTOR),
        "bare actor": c.ActorPage(**bare, name="Verel", kind="Place"),
        "bare statement": c.StatementPage(**bare, said=BARE_SAID),
    }
