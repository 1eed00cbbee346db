"""Statements of the record as pages show them: who says what, how we know, and what denies it."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from rotative.newsroom import queries as newsroom
from rotative.newsroom.models import Article
from rotative.paper import setter
from rotative.paper.contexts import Link, Said
from rotative.paper.site import paths
from rotative.press.rendering import current
from rotative.record import company, queries
from rotative.record.models import Contradiction, Statement

OPENING = ("«", "“", '"', "„")


def say(rows: Sequence[Statement], with_story: bool = True) -> list[Said]:
    """Statements in their order, each with what denies it; a denial that stands under its claim is not said twice.

    with_story: whether each names the story it is from, as it must where several stories meet.
    """
    pairs = queries.contradictions_of(rows)
    every = {row.pk: row for pair in pairs for row in (pair.claim, pair.denial)} | {row.pk: row for row in rows}
    stories = newsroom.stories({row.article_id for row in every.values()})
    newsroom.known_by(list(stories.values()), "title")
    known = company.with_pages({row.actor_id for row in every.values() if row.actor_id}, current().language)
    said = {pk: _said(row, stories.get(row.article_id), known, with_story) for pk, row in every.items()}
    return _with_denials([said[row.pk] for row in rows], said, pairs)


def address_of(row: Statement) -> str:
    """The address of a statement, in its story's language."""
    return paths(row.language).listed("statement", str(row.pk))


def passage_id(pk: int) -> str:
    """The name of the words of a statement in its story."""
    return f"s{pk}"


def is_quoted(words: str) -> bool:
    return words.startswith(OPENING)


def source_of(row: Statement) -> str:
    """Second-hand goes before unnamed: who told it is what a reader must know first."""
    if row.via or row.hearsay:
        return "second-hand"
    return "unnamed" if row.unnamed else "named"


def _said(row: Statement, story: Article | None, known: Collection[int], with_story: bool) -> Said:
    name = row.actor.name if row.actor else ""
    return Said(
        number=row.pk,
        who=setter.text(name or row.described),
        who_url=paths().listed("actor", row.actor.slug) if row.actor and row.actor_id in known else "",
        role=setter.text(row.speaker.role if row.speaker else ""),
        act=str(row.get_act_display()),
        said=setter.text(row.words, row.language),
        is_quoted=is_quoted(row.words),
        source=source_of(row),
        via=setter.text(row.via),
        addressee=setter.text(row.addressee),
        place=setter.text(row.place),
        hearsay=row.hearsay,
        is_denial=row.act == Statement.Act.DENIES,
        when=row.dated,
        url=address_of(row),
        passage=f"{story.address}#{passage_id(row.pk)}" if story else "",
        story=Link(setter.text(story.title), story.address, language="" if row.language == current().language else row.language) if story and with_story else None,
    )


def _with_denials(shown: Sequence[Said], said: dict[int, Said], pairs: Iterable[Contradiction]) -> list[Said]:
    denials = defaultdict[int, list[Said]](list)
    here = {each.number for each in shown}
    for pair in pairs:
        if pair.claim_id in here:
            denials[pair.claim_id].append(said[pair.denial_id])
    below = {denial.number for found in denials.values() for denial in found}
    return [replace(each, denials=tuple(denials[each.number])) for each in shown if each.number not in below or each.number in denials]
