"""Articles, and the rows that belong to them."""
from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from rotative.library.models import Picture
from rotative.masthead.printable import Printable
from rotative.newsroom.blocks import Body
from rotative.newsroom.models.addressed import Addressed
from rotative.newsroom.models.people import Author
from rotative.newsroom.models.subjects import Dossier, Topic

NOTE = ["bold", "italic", "link", "ol", "ul"]


class Genre(models.TextChoices):
    """What kind of piece it is, always shown to the reader (Trust Project, indicator 3)."""

    NEWS = "news", _("News")
    ANALYSIS = "analysis", _("Analysis")
    OPINION = "opinion", _("Opinion")
    INTERVIEW = "interview", _("Interview")
    REPORT = "report", _("Report")
    FACT_CHECK = "fact-check", _("Fact-check")
    SPONSORED = "sponsored", _("Sponsored")
    SATIRE = "satire", _("Satire")


class Verdict(models.TextChoices):
    """What a fact-check finds of a claim, on a scale of five; on one that nobody can settle, no step of it."""

    TRUE = "true", pgettext_lazy("verdict", "True")
    MOSTLY_TRUE = "mostly-true", pgettext_lazy("verdict", "Mostly true")
    MIXED = "mixed", pgettext_lazy("verdict", "True and false")
    MOSTLY_FALSE = "mostly-false", pgettext_lazy("verdict", "Mostly false")
    FALSE = "false", pgettext_lazy("verdict", "False")
    UNPROVEN = "unproven", pgettext_lazy("verdict", "Nobody can tell")

    @property
    def step(self) -> int:
        """From 1, false, to 5, true; 0 for what nobody can tell."""
        return {"true": 5, "mostly-true": 4, "mixed": 3, "mostly-false": 2, "false": 1}.get(self.value, 0)


class Discussion(models.TextChoices):
    OPEN = "open", _("open")
    MODERATED = "moderated", _("moderated first")
    CLOSED = "closed", _("closed")


class Rights(models.TextChoices):
    OWN = "own", _("our own")
    LICENSED = "licensed", _("licensed")
    UNKNOWN = "unknown", _("unknown")


class Article(Addressed, Page):
    """A story. ``title`` is its headline; it lives under a section."""

    genre = models.CharField(_("genre"), max_length=12, choices=Genre, default=Genre.NEWS)
    kicker = models.CharField(_("kicker"), max_length=60, blank=True)
    short_headline = models.CharField(_("short headline"), max_length=120, blank=True, help_text=_("For lists; the headline otherwise."))
    standfirst = models.TextField(_("standfirst"), blank=True, max_length=600)
    essentials = StreamField(
        [("essential", blocks.CharBlock(label=_("point"), max_length=280))], verbose_name=_("the essentials"), blank=True, max_num=6
    )
    editor = models.ForeignKey(Author, verbose_name=_("edited by"), null=True, blank=True, on_delete=models.SET_NULL, related_name="edited")
    dateline = models.CharField(_("dateline"), max_length=80, blank=True, help_text=_("The place the story was reported from."))
    updated_at = models.DateTimeField(_("last substantive update"), null=True, blank=True)
    substantive = models.BooleanField(
        _("this is a substantive update"),
        default=False,
        help_text=_("Tick it when readers learn something new: the hour of the update is shown. Leave it for a typing mistake."),
    )
    picture = models.ForeignKey(Picture, verbose_name=_("lead picture"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    picture_caption = models.CharField(_("caption in this story"), max_length=400, blank=True)
    body = StreamField(Body(), verbose_name=_("body"), blank=True)
    word_count = models.PositiveIntegerField(_("words"), default=0, editable=False)
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="articles")
    dossier = models.ForeignKey(Dossier, verbose_name=_("dossier"), null=True, blank=True, on_delete=models.SET_NULL, related_name="articles")
    sources = RichTextField(_("sources"), blank=True, features=NOTE)
    method = RichTextField(_("how we worked"), blank=True, features=NOTE)
    sponsor = models.CharField(_("paid for by"), max_length=120, blank=True)
    claim = models.CharField(_("what is checked"), max_length=300, blank=True, help_text=_("The claim, as it was made."))
    claimed_by = models.CharField(_("who says it"), max_length=160, blank=True)
    claimed_on = models.DateField(_("when it was said"), null=True, blank=True)
    claimed_at = models.URLField(_("address of where it was said"), max_length=600, blank=True)
    verdict = models.CharField(_("verdict"), max_length=12, choices=Verdict, blank=True)
    discussion = models.CharField(_("discussion"), max_length=10, choices=Discussion, default=Discussion.MODERATED)
    outlet = models.CharField(_("first published by"), max_length=120, blank=True)
    outlet_url = models.URLField(_("address of the first publication"), max_length=600, blank=True)
    rights = models.CharField(_("rights"), max_length=10, choices=Rights, default=Rights.OWN)

    parent_page_types = ["newsroom.Section"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []
    exclude_fields_in_copy = ["updated_at", "substantive", "corrections", "go_live_at", "expire_at"]
    search_fields = [*Page.search_fields, index.SearchField("standfirst"), index.SearchField("kicker"), index.FilterField("genre")]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def headline(self) -> str:
        return self.title

    @property
    def published_at(self) -> datetime | None:
        return self.first_published_at

    @property
    def section_path(self) -> str:
        """The tree path of its section, which needs no query."""
        return self.path[: -self.steplen]

    @property
    def is_withdrawn(self) -> bool:
        return not self.live and Withdrawal.objects.filter(article=self.pk).exists()

    @property
    def status_string(self) -> Any:
        return _("withdrawn") if self.is_withdrawn else super().status_string

    def full_clean(self, *args: object, **kwargs: object) -> None:
        self._count_words()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self._count_words()
        super().minimal_clean()

    def clean(self) -> None:
        super().clean()
        if self.live and self.pk and Withdrawal.objects.filter(article=self.pk).exists():
            raise ValidationError(_("This story was withdrawn for good. Put it back before publishing it."))

    def with_content_json(self, content: Any) -> Article:
        """A revision of it; when it was last updated belongs to the story, not to a revision."""
        revised: Article = super().with_content_json(content)
        revised.updated_at = self.updated_at
        return revised

    def _count_words(self) -> None:
        self.word_count = self.body.stream_block.word_count(self.body) if self.body else 0


class Byline(Orderable):
    """An author of an article, in order."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, verbose_name=_("author"), on_delete=models.PROTECT, related_name="bylines")

    class Meta(Orderable.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self) -> str:
        return str(self.author)


class PickedStory(Orderable):
    """A related story that an editor picked."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="picked")
    story = models.ForeignKey(Article, verbose_name=_("article"), on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("related story")
        verbose_name_plural = _("related stories, picked")

    def __str__(self) -> str:
        return str(self.story_id)


class RelatedStory(models.Model):
    """A related story chosen when the article was published, and stored for good."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="related")
    story = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["article", "story"], name="one_related_story")]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.story_id}"


class Correction(Printable, Orderable):
    """A dated line that says what was wrong."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("Correction")
        CLARIFICATION = "clarification", _("Clarification")
        UPDATE = "update", pgettext_lazy("correction", "Update")
        RETRACTION = "retraction", _("Retraction")
        REPLY = "reply", _("Right of reply")

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(_("kind"), max_length=14, choices=Kind, default=Kind.CORRECTION)
    when = models.DateTimeField(_("when"), default=timezone.now)
    text = models.TextField(_("what was wrong, and what is right"), max_length=1000)

    class Meta(Orderable.Meta):
        ordering = ["when", "sort_order", "pk"]
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return self.text[:60]

    def clean(self) -> None:
        super().clean()
        if self.when and self.when > timezone.now() + timedelta(minutes=1):
            raise ValidationError({"when": _("A correction cannot be dated in the future.")})


class Withdrawal(models.Model):
    """An article withdrawn for good; its address answers 410."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="withdrawal")
    reason = models.TextField(_("reason, for the public"), blank=True, max_length=600)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")

    def __str__(self) -> str:
        return f"{self.article_id}"
