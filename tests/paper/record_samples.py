"""The record's pages, filled in every field, and with as little as they may hold."""
from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.safestring import mark_safe

from rotative.paper import contexts as c

SAID = c.Said(
    number=42, id="q42", language="en", who="Anna Ossola", who_url="/acteurs/anna-ossola/", role="speaks for the communes", act="announces", said="“We sign nothing”", is_quoted=True,
    source="second-hand", via="The Courier", addressee="the prefect", place="Verel", hearsay=True, when=date(2026, 11, 23), until=date(2026, 11, 24), is_dated=True, url="/declarations/42/",
    passage="/pays/accord/#s42", story=c.Link("The accord", "/pays/accord/", language="en"),
)  # fmt: skip
BARE_SAID = c.Said(number=43, who="A source close to the communes", act="says", said="the sheets are printed", source="unnamed", is_unnamed=True, url="/declarations/43/")
NAMED = replace(BARE_SAID, number=45, id="q45", source="named", is_unnamed=False, passage="/pays/accord/#s45")
DENIAL = replace(BARE_SAID, number=44, act="denies", is_denial=True)


CHECKED = c.Checked(claim="Rents have doubled.", by="A collective", verdict="Mostly false", step=2, when=date(2026, 11, 3), url="https://example.org/poster")
SAID_IN = c.SaidIn([replace(SAID, denials=[DENIAL]), NAMED, BARE_SAID, replace(NAMED, number=46, id="q46")])
ACTOR = {
    "name": "Anna Ossola", "kind": "Person", "portrait": c.Picture("/media/o.webp", 480, 480, "Anna Ossola.", "", "Lou Amsellem", [c.Source("image/avif", "/media/o.avif 480w")], "14rem", "ph-5 fp-20-60"), "role": "speaks for the communes", "other_names": ["La Ossola", "A. Ossola"], "wikidata_url": "https://www.wikidata.org/wiki/Q42",
    "statements": 43, "stories": 1, "denials": 9, "roles": [c.Tenure("mayor", "2014–2026"), c.Tenure("farmer")], "are_said": True,
    "positions": [c.Stands(text="The accord", url="/textes/accord/", points=24, version="version 4", accepts=10, conditional=3, rejects=4, silent=7), c.Stands(text="Another", url="/textes/autre/", points=1, silent=1)],
    "said": [replace(SAID, id="", denials=[DENIAL]), BARE_SAID], "pager": c.Pager(older="/acteurs/anna-ossola/page/2/", number=0, total=3),
    "company": [c.Counted("Inès Valmer", "/acteurs/ines-valmer/", 4), c.Counted("Verel", "", 1)], "dossiers": [c.Counted("The accord", "/dossiers/accord/", 3)],
    "feeds": [c.Feed("Anna Ossola", "application/atom+xml", "/acteurs/anna-ossola/feed.atom"), c.Feed("Anna Ossola", "application/rss+xml", "/acteurs/anna-ossola/feed.rss")],
    "json_url": "/api/fr/actors/anna-ossola.json", "report_error_url": "/contact/",
}  # fmt: skip
VALLEYS, PORT = c.Party("Union of the high valleys", "Valleys", "/acteurs/valleys/"), c.Party("Port", "Port")
YES, NO, MUTE = c.Stance("yes", "accepts"), c.Stance("no", "rejects"), c.Stance("mute", "silent")
HELD = c.Held(stance=YES, since=date(2026, 11, 20), condition="with a calendar", statements=[replace(SAID, id="", denials=[DENIAL])])
TOLD = c.PointRow(
    id="point-1", told_id="said-1", number="1", title="A flow of 11 m³/s", changed=date(2026, 11, 19),
    cells=[c.Cell(party=VALLEYS, stance=YES, id="said-1-by-7", now=HELD, earlier=[replace(HELD, stance=NO, condition="")]), c.Cell(party=PORT, stance=NO, id="said-1-by-8", now=replace(HELD, stance=NO))],
)  # fmt: skip
UNTOLD = c.PointRow(id="point-2", told_id="said-2", number="2", title="A quay", cells=[c.Cell(party=VALLEYS, stance=MUTE), c.Cell(party=PORT, stance=MUTE)])
CHANGED = c.Changed(
    number="1", title="A flow", kind="changed", word="changed", url="#point-1", pieces=[c.Piece("same", "A flow of"), c.Piece("del", "9"), c.Piece("ins", "11")],
    asked_by=[PORT, VALLEYS], moves=[c.Move(VALLEYS, YES, NO)],
)  # fmt: skip
GLANCE = c.Glance(
    name="The accord", url="/textes/accord/", standfirst="Why.", drawings=[mark_safe("<svg></svg>")], legend=[YES, NO, MUTE], version="Version 4", when=date(2026, 11, 19), points=2, contested=1
)
CHRONICLE = c.Chronicle(
    texts=[GLANCE, c.Glance(name="Another", url="/textes/another/")],
    drawing=mark_safe("<svg></svg>"),
    narrow=mark_safe("<svg></svg>"),
    events=[
        c.Happening(when="24–26 October 2026", day=date(2026, 10, 24), what="Three days", where="Verel", who=[c.Link("Anna Ossola", "/acteurs/a/"), c.Link("Somebody", "")], story=c.Link("A story", "/pays/a/")),
        c.Happening(when="3 December 2026", day=date(2026, 12, 3), what="The last one", ahead=True),
    ],
    actors=[c.SomebodyIn("Anna Ossola", 3, "/acteurs/a/", "speaks for the communes"), c.SomebodyIn("Somebody", 1)],
    contested=[replace(SAID, id="", denials=[DENIAL])],
)  # fmt: skip


def pages(frame: dict[str, Any], bare: dict[str, Any]) -> dict[str, c.Page]:
    return {
        "statement": c.StatementPage(**frame, said=replace(SAID, denials=[DENIAL]), passage=mark_safe("<p>Around.</p>"), card=mark_safe("<p>Card.</p>"), denied=[NAMED], address="http://localhost/declarations/42/", citation="Ossola, 2026"),
        "actor": c.ActorPage(**frame, **ACTOR),
        "bare actor": c.ActorPage(**bare, name="Verel", kind="Place"),
        "bare statement": c.StatementPage(**bare, said=BARE_SAID),
        "text": c.TextPage(
            **frame, name="The accord", standfirst="Why.", dossier=c.Link("Accord", "/dossiers/a/"), parties=[VALLEYS, PORT], legend=[YES, NO, MUTE], points=2, embed='<iframe src="/"></iframe>',
            axes=[c.AxisRows("Water", [TOLD]), c.AxisRows("", [UNTOLD])], contested=[c.Contested(TOLD, [(YES, [VALLEYS]), (NO, [PORT])])],
            versions=[c.VersionNews(id="version-2", name="Version 2", when=date(2026, 11, 19), story=c.Link("A story", "/pays/a/"), changes=[CHANGED]), c.VersionNews(id="version-1", name="Version 1", when=date(2026, 6, 2))],
        ),
        "text without positions": c.TextPage(**bare, name="The accord", axes=[c.AxisRows("Water", [replace(UNTOLD, cells=[])])], points=1),
        "bare text": c.TextPage(**bare, name="The accord"),
        "card of a text": c.TextCardPage(**frame, glance=GLANCE),
        "bare card of a text": c.TextCardPage(**bare, glance=c.Glance(name="The accord", url="/textes/accord/")),
    }
