"""Contributions as pages show them: their words set, with what readers may do with each."""
from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from functools import lru_cache, partial

import nh3
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from rotative.discussion import addresses, queries, quotations
from rotative.discussion.models import Contribution
from rotative.discussion.queries import Thread
from rotative.discussion.words import paragraphs
from rotative.masthead.printable import printable
from rotative.newsroom.models import Article
from rotative.paper import contexts, setter, typography
from rotative.paper.parts import Link
from rotative.press.keys import key_of
from rotative.press.rendering import stand_on

LINK = re.compile(r"https?://[^\s<>\"'`]{4,500}")
TRAILING = ".,;:!?)]}»”’"
ALLOWED = {"p", "blockquote", "a", "br"}
ATTRIBUTES = {"a": {"href"}}
REL = "nofollow ugc noopener noreferrer"


def answered(threads: Iterable[Thread], story: Article, is_open: bool) -> list[contexts.Answered]:
    """Threads with what stands under them."""
    threads = list(threads)
    standing = queries.quoted_of(story.pk, [row for thread in threads for row in (thread.first, *thread.replies)])
    made = partial(_one, story=story, is_open=is_open, standing=standing)
    return [made(thread.first, replies=[made(reply) for reply in thread.replies]) for thread in threads]


def _one(row: Contribution, story: Article, is_open: bool, standing: Container[int], replies: Iterable[contexts.Answered] = ()) -> contexts.Answered:
    stand_on(key_of(row))
    gone = not row.is_shown
    passage = "" if gone else setter.text(row.passage, row.language)
    return contexts.Answered(
        number=row.pk,
        name="" if gone else row.name,
        voice="" if gone else row.voice,
        standing="" if gone else row.standing,
        at=timezone.localtime(row.created_at),
        edited=timezone.localtime(row.edited_at) if row.edited_at and not gone else None,
        words="" if gone else words(row.text, row.language),
        passage=passage,
        passage_url=story.address + quotations.fragment(passage) if row.pk in standing else "",
        is_picked=row.is_picked and not gone,
        is_gone=gone,
        to=_to(row),
        url=addresses.own(row),
        answer_url=addresses.write_under(story, row.pk) if is_open and not gone else "",
        respect_url="" if gone else addresses.respect(row),
        mute_url=addresses.mute(row) if not gone and row.voice else "",
        report_url="" if gone else addresses.report(row),
        replies=list(replies),
    )


def _to(row: Contribution) -> Link | None:
    """Whom a reply answers, where that is another reply."""
    if row.answers is None:
        return None
    stand_on(key_of(row.answers))
    return Link(row.answers.name, f"#c{row.answers_id}") if row.answers.is_shown else None


def words(text: str, language: str) -> str:
    """A text as HTML: paragraphs, quotations, links that vouch for nothing. All that was typed is escaped, and sanitised besides."""
    return _words(text, language, setter.narrow())


@lru_cache(maxsize=20_000)
def _words(text: str, language: str, narrow: bool) -> SafeString:
    def set_line(line: str) -> str:
        return _line(line, lambda some: escape(typography.set_text(printable(some), language, narrow=narrow)) if some else "")

    html = "".join(_paragraph(is_quoted, map(set_line, each.split("\n"))) for is_quoted, each in paragraphs(text))
    clean = nh3.clean(html, tags=ALLOWED, attributes=ATTRIBUTES, url_schemes={"http", "https"}, link_rel=REL)
    return mark_safe(clean.replace("&nbsp;", "\u00a0"))  # noqa: S308


def _paragraph(is_quoted: bool, lines: Iterable[str]) -> str:
    whole = f"<p>{'<br>'.join(lines)}</p>"
    return f"<blockquote>{whole}</blockquote>" if is_quoted else whole


def _line(line: str, set_: Callable[[str], str]) -> str:
    """A line set in type, but for its links."""
    found, at = [], 0
    for match in LINK.finditer(line):
        url = match[0].rstrip(TRAILING)
        found += [set_(line[at : match.start()]), f'<a href="{escape(url)}">{escape(_shortened(url))}</a>']
        at = match.start() + len(url)
    return "".join([*found, set_(line[at:])])


def _shortened(url: str) -> str:
    shown = url.split("://", 1)[1].rstrip("/")
    return shown if len(shown) <= 48 else f"{shown[:47]}…"
