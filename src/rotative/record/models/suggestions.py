"""What is found in a story is a suggestion until an editor decides; what is kept is shown while its words stand."""
from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rotative.newsroom.models import Article
from rotative.record.anchors import Anchor, Blocks, find
from rotative.record.grounds import Part, part_of, stand


class State(models.TextChoices):
    """What became of a suggestion."""

    SUGGESTED = "suggested", pgettext_lazy("suggestion", "suggested")
    ACCEPTED = "accepted", pgettext_lazy("suggestion", "accepted")
    MENDED = "mended", pgettext_lazy("suggestion", "accepted, mended")
    REJECTED = "rejected", pgettext_lazy("suggestion", "rejected")


KEPT = (State.ACCEPTED, State.MENDED)


class Origin(models.TextChoices):
    """Where a row came from."""

    READING = "reading", pgettext_lazy("origin", "found by the reading")
    HAND = "hand", pgettext_lazy("origin", "added by hand")


class Standing(models.TextChoices):
    """Whether the words of a row are in what readers see."""

    WAITING = "waiting", pgettext_lazy("standing", "not published yet")
    STANDS = "stands", pgettext_lazy("standing", "stands in the story")
    FLAGGED = "flagged", pgettext_lazy("standing", "its words were changed")


SHOWN_BY = frozenset({"state", "standing"})  # the columns that say whether readers may see a row


class Decided(models.Model):
    """Something suggested, and what was decided of it, by whom and when."""

    state = models.CharField(_("state"), max_length=10, choices=State, default=State.SUGGESTED)
    origin = models.CharField(_("origin"), max_length=8, choices=Origin, default=Origin.READING)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, verbose_name=_("decided by"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_kept(self) -> bool:
        return self.state in KEPT


class FoundQuerySet(models.QuerySet[Any]):
    def kept(self) -> FoundQuerySet:
        """Accepted, as found or mended."""
        return self.filter(state__in=KEPT)

    def public(self) -> FoundQuerySet:
        """What readers may see: kept, and its words stand in a story that is live."""
        return self.kept().filter(standing=Standing.STANDS, article__live=True, article__first_published_at__isnull=False)


class Found(Decided):
    """Something found in a story. found: as the reading gave it, by which decisions are measured.

    language: the story's, kept here so that lists need not ask.
    """

    article = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=12, editable=False)
    found = models.JSONField(default=dict, blank=True, editable=False)
    standing = models.CharField(_("standing"), max_length=8, choices=Standing, default=Standing.WAITING, editable=False)

    objects = FoundQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.language = self.language or self.article.language
        super().save(*args, **kwargs)

    @property
    def is_public(self) -> bool:
        """By its own columns; when a story is taken off, its rows are told."""
        return self.is_kept and self.standing == Standing.STANDS


class Anchored(Found):
    """Something found at some words (the anchor), and what else it rests on (``parts``; see ``grounds``)."""

    block = models.CharField(max_length=64)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField(_("words"))
    before = models.CharField(max_length=32, blank=True)
    after = models.CharField(max_length=32, blank=True)
    parts = models.JSONField(default=list, blank=True)

    class Meta:
        abstract = True

    @property
    def anchor(self) -> Anchor:
        return Anchor(self.block, self.start, self.end, self.words, self.before, self.after)

    @property
    def grounds(self) -> list[Part]:
        """The words, and all that must stand with them."""
        return [Part("content", self.anchor), *map(part_of, self.parts)]

    def put(self, grounds: list[Part]) -> None:
        """Let it rest on these parts; the first content is its anchor."""
        first, rest = grounds[0].anchor, grounds[1:]
        for name, value in first.as_json().items():
            setattr(self, name, value)
        self.parts = [part.as_json() for part in rest]

    def in_text(self, blocks: Blocks) -> list[Part] | None:
        """Where it stands in a text; None where it does not."""
        return stand(self.grounds, blocks)

    def carry(self, blocks: Blocks) -> bool:
        """Move it to where it stands in a text. Whether it does; where not, it stays as it was."""
        found = self.in_text(blocks)
        if found:
            self.put(found)
        return bool(found)


def found_again(mentions: list[dict[str, Any]], blocks: Blocks) -> list[Anchor]:
    """Those of some stored anchors that stand in a text."""
    return [found.anchor for each in mentions if (found := find(Anchor(**each), blocks)) and found.how != "trimmed"]
