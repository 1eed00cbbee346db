"""What the files for programs are made of: actors, stories, statements and events, as objects of JSON."""
from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from django.utils import timezone

from rotative.masthead.printable import all_printable
from rotative.newsroom import queries as newsroom
from rotative.newsroom.models import Article, Dossier
from rotative.paper.addresses import api
from rotative.paper.saying import address_of, passage_id, words_of
from rotative.paper.site import absolute, paths
from rotative.paper.telling import stand_on_what_is_shown
from rotative.press.pieces import facts
from rotative.press.rendering import current
from rotative.record import company, queries
from rotative.record.models import Actor, Appearance, Event, NegotiatedText, Statement

JSON = "application/json; charset=utf-8"
Object = dict[str, Any]


def written(made: Object) -> tuple[bytes, str]:
    """An object as a file, and its type."""
    return json.dumps(all_printable(made), ensure_ascii=False, separators=(",", ":")).encode(), JSON


# ── Who, and in which story ────────────────────────────────────────────────────


def known(actors: Iterable[int | None]) -> set[int]:
    """Those of some actors, by primary key, that readers know in this language."""
    return company.with_pages({pk for pk in actors if pk}, current().language)


def actor(shown: Actor, with_page: set[int]) -> Object:
    """An actor; without addresses where readers find no page of it."""
    facts(shown, "name", "slug", "kind")
    here, is_known = current().language, shown.pk in with_page
    return {
        "name": shown.name,
        "kind": shown.kind,
        "address": absolute(paths().listed("actor", shown.slug)) if is_known else None,
        "api": absolute(api(here, "actor", shown.slug)) if is_known else None,
    }


def appearance(row: Appearance, with_page: set[int]) -> Object:
    """Somebody as a story names them, and who it is for the whole paper."""
    return {"name": row.name, "kind": row.kind, "role": row.role or None, "actor": actor(row.actor, with_page) if row.actor else None}


def story(article: Article) -> Object:
    facts(article, "title", "first_published_at")
    return {
        "number": article.pk,
        "title": article.title,
        "published": timezone.localtime(article.first_published_at).isoformat(timespec="seconds"),
        "address": absolute(article.address),
        "api": absolute(api(article.language, "article", article.pk)),
    }


def stories(pks: Iterable[int]) -> dict[int, Object]:
    """Some stories that readers may see, by primary key."""
    return {pk: story(article) for pk, article in newsroom.stories(list(dict.fromkeys(pks))).items()}


def dossier(shown: Dossier) -> Object:
    facts(shown, "name", "slug")
    return {"name": shown.name, "address": absolute(paths().listed("dossier", shown.slug))}


def text(shown: NegotiatedText) -> Object:
    facts(shown, "name", "slug")
    return {"name": shown.name, "address": absolute(paths().listed("text", shown.slug)), "api": absolute(api(shown.language, "text", shown.slug))}


# ── What was said, and what happened ───────────────────────────────────────────


def statements(rows: Sequence[Statement]) -> list[Object]:
    """Some statements in their order, each with what it denies and what denies it, by number."""
    stand_on_what_is_shown(rows)
    denies, denied = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for pair in queries.contradictions_of(rows):
        denies[pair.denial_id].append(pair.claim_id)
        denied[pair.claim_id].append(pair.denial_id)
    told, with_page = stories(row.article_id for row in rows), known(row.actor_id for row in rows)
    return [{**_statement(row, told, with_page), "denies": denies[row.pk], "denied_by": denied[row.pk]} for row in rows if row.article_id in told]


def statement_at(row: Statement) -> Object:
    """A statement by its addresses."""
    return {"number": row.pk, "address": absolute(address_of(row)), "api": absolute(api(row.language, "statement", row.pk))}


def events(rows: Sequence[Event]) -> list[Object]:
    """Some events in their order, with those of their people that readers may see."""
    told, with_page = stories(row.article_id for row in rows), known(who.actor_id for row in rows for who in row.who.all())
    return [_event(row, told, with_page) for row in rows if row.article_id in told]


# ── Helpers ────────────────────────────────────────────────────────────────────


def _statement(row: Statement, told: dict[int, Object], with_page: set[int]) -> Object:
    return {
        **statement_at(row),
        "language": row.language,
        "words": words_of(row),
        "mode": row.mode,
        "act": row.act,
        "source": row.source,
        "speaker": _speaker(row, with_page),
        "via": row.via or None,
        "addressee": row.addressee or None,
        "place": row.place or None,
        "hearsay": row.hearsay,
        "date": day(row.dated),
        "said_from": day(row.said_from),
        "said_to": day(row.said_to),
        "article": told[row.article_id],
        "passage": f"{told[row.article_id]['address']}#{passage_id(row.pk)}",
    }


def _speaker(row: Statement, with_page: set[int]) -> Object:
    """Who speaks: by name, or as the text describes a source without one."""
    named = row.actor.name if row.actor else row.speaker.name if row.speaker else None
    return {
        "name": named,
        "described": None if named else row.described,
        "role": (row.speaker.role or None) if row.speaker else None,
        "actor": actor(row.actor, with_page) if row.actor else None,
    }


def _event(row: Event, told: dict[int, Object], with_page: set[int]) -> Object:
    return {
        "number": row.pk,
        "what": row.what,
        "words": row.words,
        "where": row.where or None,
        "from": day(row.first_day),
        "to": day(row.last_day),
        "hour": hour(row.hour),
        "who": [appearance(each, with_page) for each in row.who.all()],
        "article": told[row.article_id],
    }


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def hour(value: time | None) -> str | None:
    return value.isoformat(timespec="minutes") if value else None
