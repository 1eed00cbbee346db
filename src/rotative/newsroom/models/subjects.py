"""Topics, which say what a story is about, and dossiers, which are running stories."""
from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index

from rotative.masthead.languages import language_of
from rotative.masthead.printable import Printable
from rotative.newsroom.models.people import Author


class Topic(Printable, index.Indexed, TranslatableMixin, models.Model):
    """What stories are about, in one language."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120)
    description = models.CharField(_("description"), max_length=300, blank=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale_id")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_topic_an_address")]

    def __str__(self) -> str:
        return self.name

    @property
    def language(self) -> str:
        return language_of(self.locale_id)


class Dossier(Printable, index.Indexed, TranslatableMixin, ClusterableModel):
    """A running story: its name in labels, its own headline and standfirst."""

    name = models.CharField(_("name"), max_length=120, help_text=_("Short, as it stands above a headline."))
    slug = models.SlugField(_("address"), max_length=120)
    headline = models.CharField(_("headline"), max_length=200)
    standfirst = models.TextField(_("standfirst"), blank=True)
    is_open = models.BooleanField(_("still running"), default=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale_id")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_dossier_an_address")]

    def __str__(self) -> str:
        return self.name

    @property
    def language(self) -> str:
        return language_of(self.locale_id)


class DossierAuthor(Orderable):
    """Who follows a dossier."""

    dossier = ParentalKey(Dossier, on_delete=models.CASCADE, related_name="followed_by")
    author = models.ForeignKey(Author, verbose_name=_("author"), on_delete=models.CASCADE, related_name="+")

    class Meta(Orderable.Meta):
        verbose_name = _("author of the dossier")
        verbose_name_plural = _("authors of the dossier")

    def __str__(self) -> str:
        return str(self.author)
