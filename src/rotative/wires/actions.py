"""Brings a page in: reads it, makes a draft, keeps the original, says what was read and guessed."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rotative.masthead.models import Masthead
from rotative.newsroom.models import Article
from rotative.newsroom.models.articles import Rights
from rotative.wires import shelving
from rotative.wires.drafts import draft
from rotative.wires.models import Import
from rotative.wires.reading import Story, Unreadable, read
from rotative.wires.spoken import Told

OTHER_LANGUAGE = gettext_noop("The page is in another language ({language}) than the section “{section}” ({of_section}).")
UNKNOWN_RIGHTS = gettext_noop("The rights are unknown: the page will say who first published it, and point there.")
KNOWN_PAGE = gettext_noop("The same page was brought in before: “{title}”.")


@dataclass(frozen=True)
class Wishes:
    """What the person who brings a page in has asked for."""

    section: str = ""
    language: str = ""
    rights: str = Rights.UNKNOWN
    publish: bool = False
    by: Any = None


def bring_in(data: bytes | str, source: str, wishes: Wishes, address: str | None = None, media_type: str | None = None) -> Import:
    """Read a page into a draft.

    Raises Unreadable when there is no story in it, NoSection when there is nowhere to put
    it, ValidationError when it cannot be published as it is. Nothing is made then.
    """
    story = read(data, address=address, media_type=media_type, zone=_zone())
    if story.cut_short:
        raise Unreadable("truncated")
    with transaction.atomic():
        return _keep(story, data, source, media_type, wishes)


def _keep(story: Story, data: bytes | str, source: str, media_type: str | None, wishes: Wishes) -> Import:
    report = story.as_json()
    warnings: list[str] = report["warnings"]
    language = wishes.language or shelving.language_for(story.language)
    section, sure = _section(story, wishes, language)
    if not sure:
        report["guessed"] = [*report["guessed"], "section"]
    warnings.extend(_doubts(story, wishes))
    if section.language != language:
        warnings.append(Told(OTHER_LANGUAGE, language=language, section=section.title, of_section=section.language))
    article = draft(story, section, wishes.rights, warnings, wishes.by)
    _publish(article, wishes) if wishes.publish else article.save_revision(user=wishes.by)
    report |= {"address": article.address if article.live else None, "draft": article.pk, "placed_in": section.slug, "rights": wishes.rights}
    kept = Import(article=article, source=source[:600], media_type=media_type or "", report=report, by=wishes.by)
    original = data.encode() if isinstance(data, str) else data
    kept.original.save(f"{article.slug[:60]}{_suffix(source, media_type)}", ContentFile(original), save=False)
    kept.save()
    return kept


def _section(story: Story, wishes: Wishes, language: str) -> tuple[Any, bool]:
    if wishes.section:
        return shelving.section_named(wishes.section, language), True
    return shelving.guess_section(story.section, story.topics, language)


def _doubts(story: Story, wishes: Wishes) -> list[str]:
    """What an editor must settle before, or soon after, publishing."""
    doubts = []
    if wishes.rights == Rights.UNKNOWN:
        doubts.append(Told(UNKNOWN_RIGHTS))
    earlier = Article.objects.filter(outlet_url=story.canonical).first() if story.canonical else None
    if earlier:
        doubts.append(Told(KNOWN_PAGE, title=earlier.title))
    return doubts


def _publish(article: Article, wishes: Wishes) -> None:
    if wishes.by and not article.permissions_for_user(wishes.by).can_publish():
        raise ValidationError(_("You may not publish in this section. Bring the page in as a draft."))
    article.full_clean()
    article.save_revision(user=wishes.by).publish(user=wishes.by)
    article.refresh_from_db()


def _suffix(source: str, media_type: str | None) -> str:
    return ".txt" if source.lower().endswith(".txt") or media_type == "text/plain" else ".html"


def _zone() -> str:
    return (Masthead.objects.first() or Masthead()).time_zone
