"""Statements of the record as pages show them: who says what, how we know, and what denies it."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from rotative.newsroom import queries as newsroom
from rotative.newsroom.models import Article
from rotative.paper import setter
from rotative.paper.acts import verb
from rotative.paper.contexts import Link, Said, SaidIn
from rotative.paper.passages import entry_id, passage_id
from rotative.paper.site import paths
from rotative.press.rendering import current
from rotative.record import company, queries
from rotative.record.models import Contradiction, Statement

__all__ = ["address_of", "denied_by", "is_quoted", "passage_id", "say", "say_in", "words_of"]
ARTICLES = ("Le ", "La ", "Les ", "L'", "L’", "Un ", "Une ", "The ", "A ", "An ")
SENTENCES_COMMA = re.compile(r",(?=[”\"’]$)")
OPENING = ("«", "“", '"', "„")


def say(rows: Sequence[Statement], with_story: bool = True, here: Article | None = None) -> list[Said]:
    """Statements in their order, each with what denies it; a denial that stands under its claim is not said twice.

    with_story: whether each names the story it is from, as it must where several stories meet.
    here: the story on whose page they are shown, which is not named; their words are above.
    """
    pairs = queries.contradictions_of(rows) if rows else []
    every = {row.pk: row for pair in pairs for row in (pair.claim, pair.denial)} | {row.pk: row for row in rows}
    stories = _stories({row.article_id for row in every.values()}, here)
    actors = {row.actor_id for row in every.values() if row.actor_id}
    known = company.with_pages(actors, current().language) if actors else set()
    said = {pk: _said(row, stories.get(row.article_id), known, here, with_story) for pk, row in every.items()}
    return _with_denials([said[row.pk] for row in rows], said, pairs)


def say_in(article: Article, rows: Sequence[Statement]) -> SaidIn | None:
    """Who says what in a story, under it; the first time that each is shown it has a name, to which its words lead back. None where nothing is told."""
    named = set[int]()
    return SaidIn([_named(each, named) for each in say(rows, here=article)]) if rows else None


def denied_by(row: Statement) -> list[Said]:
    """What a statement denies, of which readers may see as much."""
    claims = [pair.claim for pair in queries.contradictions_of([row]) if pair.denial_id == row.pk]
    return [replace(each, denials=()) for each in say(claims)]


def address_of(row: Statement) -> str:
    """The address of a statement, in its story's language."""
    return paths(row.language).listed("statement", str(row.pk))


def words_of(row: Statement) -> str:
    """What was said, in one line, though it may stand in several blocks; without the comma before the last mark, which is its sentence's."""
    words = " ".join(part.anchor.words for part in row.grounds if part.kind == "content")
    return SENTENCES_COMMA.sub("", words)


def is_quoted(words: str) -> bool:
    return words.startswith(OPENING)


def _stories(wanted: set[int], here: Article | None) -> dict[int, Article]:
    known = {here.pk: here} if here else {}
    found = newsroom.stories(wanted - known.keys()) if wanted - known.keys() else {}
    newsroom.known_by(list(found.values()), "title")
    return known | found


def _said(row: Statement, story: Article | None, known: Collection[int], here: Article | None, with_story: bool) -> Said:
    name = row.actor.name if row.actor else ""
    words, is_here = words_of(row), here is not None and row.article_id == here.pk
    return Said(
        number=row.pk,
        who=setter.text(name or row.described[:1].upper() + row.described[1:]),
        who_url=paths().listed("actor", row.actor.slug) if row.actor and row.actor_id in known else "",
        role=setter.text(_role(row)),
        act=verb(row.act, "" if name else row.described, row.language),
        said=setter.text(words, row.language),
        language="" if row.language == current().language else row.language,
        is_quoted=is_quoted(words),
        source=row.source,
        via=setter.text(row.via),
        addressee=setter.text(row.addressee),
        place=setter.text(row.place),
        hearsay=row.hearsay,
        is_unnamed=row.unnamed,
        is_denial=row.act == Statement.Act.DENIES,
        when=row.dated,
        until=row.said_to if row.said_from and row.said_to != row.said_from else None,
        is_dated=row.said_from is not None,
        url=address_of(row),
        passage=_passage(row, story, is_here),
        story=_link(story, row) if story and with_story and not is_here else None,
    )


def _role(row: Statement) -> str:
    """What the text calls them, after their name: "the keeper", though a sentence may begin with it."""
    role = row.speaker.role if row.speaker else ""
    return role[:1].lower() + role[1:] if role.startswith(ARTICLES) else role


def _passage(row: Statement, story: Article | None, is_here: bool) -> str:
    """Where the words stand: above, on a page that is theirs, which a preview has too."""
    return f"{story.address if story and not is_here else ''}#{passage_id(row.pk)}" if story else ""


def _link(story: Article, row: Statement) -> Link:
    return Link(setter.text(story.title), story.address, language="" if row.language == current().language else row.language)


def _with_denials(shown: Sequence[Said], said: dict[int, Said], pairs: Iterable[Contradiction]) -> list[Said]:
    denials = defaultdict[int, list[Said]](list)
    here = {each.number for each in shown}
    for pair in pairs:
        if pair.claim_id in here:
            denials[pair.claim_id].append(said[pair.denial_id])
    below = {denial.number for found in denials.values() for denial in found}
    return [replace(each, denials=tuple(denials[each.number])) for each in shown if each.number not in below or each.number in denials]


def _named(said: Said, named: set[int]) -> Said:
    name = "" if said.number in named else entry_id(said.number)
    named.add(said.number)
    return replace(said, id=name, denials=tuple(_named(each, named) for each in said.denials))
