"""Brings a page in: reads it, makes a draft, keeps the original, says what was read and guessed."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rotative.library import actions as library
from rotative.masthead.models import Masthead
from rotative.newsroom.models import Article
from rotative.newsroom.models.articles import Rights
from rotative.wires import plates, shelving
from rotative.wires.drafts import draft
from rotative.wires.models import Import
from rotative.wires.plates import Plate, Taken
from rotative.wires.reading import Story, Unreadable, read
from rotative.wires.spoken import Told

OTHER_LANGUAGE = gettext_noop("The page is in another language ({language}) than the section “{section}” ({of_section}).")
UNKNOWN_RIGHTS = gettext_noop("The rights are unknown: the page will say who first published it, and point there.")
NO_ADDRESS = gettext_noop("The rights are unknown, and the page does not give its address: the story will name “{outlet}” as its first publisher, without a link.")
NOBODY = gettext_noop("The rights are unknown, and the page does not say who published it: the story will name nobody.")
KNOWN_PAGE = gettext_noop("The same page was brought in before: “{title}”.")


class Known(Exception):
    """The page was brought in before, and was to come in once only; ``article`` is what became of it."""

    def __init__(self, article: Article) -> None:
        super().__init__(Told(KNOWN_PAGE, title=article.title))
        self.article = article


@dataclass(frozen=True)
class Wishes:
    """What the person who brings a page in has asked for.

    once: make nothing of a page that is there already. pictures: take those of the page.
    """

    section: str = ""
    language: str = ""
    rights: str = Rights.UNKNOWN
    publish: bool = False
    pictures: bool = False
    once: bool = False
    by: Any = None


@dataclass(frozen=True)
class Copy:
    """What came in: its bytes, where from, and what the outside said of it. ``file``: the saved page's own."""

    data: bytes | str
    source: str
    address: str | None = None
    media_type: str | None = None
    file: Path | None = None


def bring_in(copy: Copy, wishes: Wishes) -> Import:
    """Read a page into a draft.

    Raises Unreadable when there is no story in it, NoSection when there is nowhere to put
    it, Known when it is there already, ValidationError when it cannot be published as it
    is. Nothing is made then.
    """
    story = read(copy.data, address=copy.address, media_type=copy.media_type, zone=_zone())
    if story.cut_short:
        raise Unreadable("truncated")
    return _Bringing(copy, story, wishes).done()


def known(canonical: str | None) -> Article | None:
    """The story that was made of the page at this address before."""
    if not canonical:
        return None
    found: Article | None = Article.objects.filter(Q(outlet_url=canonical) | Q(imports__report__canonical=canonical)).order_by("pk").first()
    return found


class _Bringing:
    """One page on its way in: the report grows as things are settled."""

    def __init__(self, copy: Copy, story: Story, wishes: Wishes) -> None:
        self.copy, self.story, self.wishes = copy, story, wishes
        self.report = story.as_json()
        self.warnings: list[str] = self.report["warnings"]
        self.plates: list[Plate] = []

    def done(self) -> Import:
        section = self._section()
        self._note_earlier()
        taken = plates.take(self.story, self.copy.file, self.warnings) if self.wishes.pictures else []
        try:
            with transaction.atomic():
                return self._keep(self._draft(section, taken))
        except Exception:
            for plate in self.plates:
                library.discard(plate.picture)
            raise

    def _section(self) -> Any:
        story, wishes = self.story, self.wishes
        language = wishes.language or shelving.language_for(story.language)
        if wishes.section:
            section, sure = shelving.section_named(wishes.section, language), True
        else:
            section, sure = shelving.guess_section(story.section, story.topics, language)
        if not sure:
            self.report["guessed"] = [*self.report["guessed"], "section"]
        if section.language != language:
            self.warnings.append(Told(OTHER_LANGUAGE, language=language, section=section.title, of_section=section.language))
        return section

    def _note_earlier(self) -> None:
        earlier = known(self.story.canonical)
        if earlier and self.wishes.once:
            raise Known(earlier)
        if earlier:
            self.warnings.append(Told(KNOWN_PAGE, title=earlier.title))

    def _draft(self, section: Any, taken: list[Taken]) -> Article:
        wishes = self.wishes
        self.plates = plates.keep(taken, self.story, wishes.rights, wishes.by, self.warnings)
        article = draft(self.story, section, wishes.rights, self.warnings, wishes.by, self.plates)
        if wishes.rights == Rights.UNKNOWN:
            self.warnings.append(_doubt(article))
        _publish(article, wishes) if wishes.publish else article.save_revision(user=wishes.by)
        self.report |= {"placed_in": section.slug}
        return article

    def _keep(self, article: Article) -> Import:
        copy, wishes = self.copy, self.wishes
        pictures = [plate.picture.pk for plate in self.plates]
        self.report |= {"address": article.address if article.live else None, "draft": article.pk, "rights": wishes.rights, "pictures_kept": pictures}
        kept = Import(article=article, source=copy.source[:600], media_type=copy.media_type or "", report=self.report, by=wishes.by)
        original = copy.data.encode() if isinstance(copy.data, str) else copy.data
        kept.original.save(f"{article.slug[:60]}{_suffix(copy)}", ContentFile(original), save=False)
        kept.save()
        return kept


def _doubt(article: Article) -> Told:
    """What an editor must settle before, or soon after, publishing what may not be ours."""
    if article.outlet_url:
        return Told(UNKNOWN_RIGHTS)
    return Told(NO_ADDRESS, outlet=article.outlet) if article.outlet else Told(NOBODY)


def _publish(article: Article, wishes: Wishes) -> None:
    if wishes.by and not article.permissions_for_user(wishes.by).can_publish():
        raise ValidationError(_("You may not publish in this section. Bring the page in as a draft."))
    article.full_clean()
    article.save_revision(user=wishes.by).publish(user=wishes.by)
    article.refresh_from_db()


def _suffix(copy: Copy) -> str:
    return ".txt" if copy.source.lower().endswith(".txt") or copy.media_type == "text/plain" else ".html"


def _zone() -> str:
    return (Masthead.objects.first() or Masthead()).time_zone
