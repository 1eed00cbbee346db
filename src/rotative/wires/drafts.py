"""Makes a draft of a story that was read: its fields, its blocks, cut to what they can hold."""
from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext_noop

from rotative.newsroom.models import Article, Byline, Section
from rotative.newsroom.models.articles import Rights
from rotative.wires import shelving
from rotative.wires.plates import Plate
from rotative.wires.reading import Block, Story
from rotative.wires.spoken import Told

CUT = gettext_noop("The {name} was longer than {length} characters and was cut; the original has it whole.")
FUTURE = gettext_noop("The page says that it was published on {date}, which is still to come: no date was kept.")
MANY_ESSENTIALS = gettext_noop("The page has {number} essentials; the first {kept} were kept.")

MOST_ESSENTIALS = 6
MOST_TOPICS = 8


def draft(story: Story, section: Section, rights: str, warnings: list[str], by: Any = None, plates: Sequence[Plate] = ()) -> Article:
    """A story as an unpublished article under a section. What had to be cut is told in ``warnings``.

    The first of its pictures leads; the others are blocks where they stood.
    """
    article = Article(
        title=cut(story.headline, 255, "headline", warnings),
        locale_id=section.locale_id,
        live=False,
        standfirst=cut(story.standfirst or "", 600, "standfirst", warnings),
        essentials=[("essential", cut(each, 280, "essential", warnings)) for each in story.essentials[:MOST_ESSENTIALS]],
        picture=plates[0].picture if plates else None,
        body=_body(story, plates[1:], warnings),
        editor=shelving.author_named(story.editor) if story.editor else None,
        first_published_at=_instant(story.published, warnings),
        outlet=cut(_outlet(story), 120, "outlet", warnings) if rights != Rights.OWN else "",
        outlet_url=_address(story) if rights != Rights.OWN else "",
        rights=rights,
    )
    article.bylines = [Byline(author=shelving.author_named(name)) for name in story.authors]
    article.owner = by
    section.add_child(instance=article)
    article.topics.set([shelving.topic_named(name, article.language) for name in story.topics[:MOST_TOPICS]])
    if len(story.essentials) > MOST_ESSENTIALS:
        warnings.append(Told(MANY_ESSENTIALS, number=str(len(story.essentials)), kept=str(MOST_ESSENTIALS)))
    return article


def cut(text: str, length: int, name: str, warnings: list[str]) -> str:
    """A text that fits its field, cut at a word; the original keeps the rest."""
    if len(text) <= length:
        return text
    warnings.append(Told(CUT, name=name, length=str(length)))
    return text[: length - 1].rsplit(" ", 1)[0] + "…"


def _body(story: Story, plates: Sequence[Plate], warnings: list[str]) -> list[tuple[str, Any]]:
    body: list[tuple[str, Any]] = []
    for number, block in enumerate(story.body):
        body += [_picture(plate) for plate in plates if plate.place == number]
        body += _blocks(block, warnings)
    return body + [_picture(plate) for plate in plates if plate.place is None or plate.place >= len(story.body)]


def _picture(plate: Plate) -> tuple[str, Any]:
    return "picture", {"picture": plate.picture, "caption": ""}


def _blocks(block: Block, warnings: list[str]) -> list[tuple[str, Any]]:
    return {"paragraph": _paragraph, "heading": _heading, "quotation": _quotation, "list": _list}[block.kind](block, warnings)


def _paragraph(block: Block, warnings: list[str]) -> list[tuple[str, Any]]:
    return [("paragraph", f"<p>{escape(block.text)}</p>")]


def _heading(block: Block, warnings: list[str]) -> list[tuple[str, Any]]:
    return [("heading", {"text": cut(block.text, 120, "cross-head", warnings), "level": "2"})]


def _quotation(block: Block, warnings: list[str]) -> list[tuple[str, Any]]:
    """Words and who said them: “Name, role” is told apart at the first comma."""
    name, _comma, role = (block.speaker or "").partition(",")
    text = "".join(f"<p>{escape(line)}</p>" for line in block.text.splitlines() if line.strip())
    speaker, role = cut(name.strip(), 120, "speaker", warnings), cut(role.strip(), 200, "role", warnings)
    return [("quotation", {"text": text, "speaker": speaker, "role": role})]


def _list(block: Block, warnings: list[str]) -> list[tuple[str, Any]]:
    items = "".join(f"<li>{escape(line.strip())}</li>" for line in block.text.splitlines() if line.strip())
    return [("paragraph", f"<ul>{items}</ul>")]


def _instant(published: datetime | None, warnings: list[str]) -> datetime | None:
    """When it was first published, were that known: no story comes from the future."""
    if published is None or published.tzinfo is None:
        return None
    if published > timezone.now():
        warnings.append(Told(FUTURE, date=published.isoformat(" ", "minutes")))
        return None
    return published


def _outlet(story: Story) -> str:
    return story.outlet or (urlsplit(_address(story)).hostname or "").removeprefix("www.")


def _address(story: Story) -> str:
    address = story.canonical or ""
    return address if len(address) <= 600 and urlsplit(address).scheme in ("http", "https") else ""
