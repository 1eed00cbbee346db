"""The paper's identity: one row, with its texts in each language.

The fields of the legal notice, ownership and principles follow the duties of French law
(LCEN art. 1-1), the European Media Freedom Act (art. 6), JTI clauses 1 to 8 and 15, and
the Trust Project's indicators.
"""
from __future__ import annotations

import re
import zoneinfo

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from rotative.masthead.contrast import PAPER, PAPER_DARK, contrast
from rotative.masthead.languages import language_choices
from rotative.masthead.printable import Printable

COLOUR = r"^#[0-9a-fA-F]{6}$"
colour = RegexValidator(COLOUR, _("A colour is written #rrggbb, such as #00604f."))
PLAIN = ["bold", "italic", "link", "ol", "ul", "h2", "h3"]


def check_zone(name: str) -> None:
    """Raises ValidationError for a name that is not in the IANA time zone database."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("“%(name)s” is not a time zone. Write one such as Europe/Paris."), params={"name": name})


def _reads(ink: str, paper: str) -> bool:
    """Whether a colour can be read on the paper; what is no colour is told so elsewhere."""
    return not re.fullmatch(COLOUR, ink) or contrast(ink, paper) >= 4.5


class Masthead(Printable, BaseGenericSetting, ClusterableModel):
    """The paper itself. There is one row; its texts are in ``texts``, one a language."""

    name = models.CharField(_("name of the paper"), max_length=80, default="Rotative")
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="Europe/Paris", validators=[check_zone], help_text=_("Such as Europe/Paris.")
    )
    founded = models.PositiveSmallIntegerField(_("founded in"), null=True, blank=True)
    logo = models.FileField(
        _("logo"), upload_to="masthead/", blank=True, help_text=_("An SVG drawing of the name, in one colour. Without it the name is set in type.")
    )
    accent = models.CharField(_("accent colour"), max_length=7, default="#00604f", validators=[colour])
    accent_dark = models.CharField(_("accent colour in the dark"), max_length=7, default="#66c8ae", validators=[colour])
    narrow_spaces = models.BooleanField(
        _("narrow spaces throughout"), default=False, help_text=_("French: a narrow no-break space before the colon and inside « », too.")
    )

    email = models.EmailField(_("e-mail of the newsroom"), blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True, help_text=_("The company or association, with its legal form."))
    publisher_address = models.TextField(_("publisher's address"), blank=True)
    publisher_registration = models.CharField(_("company registration and capital"), max_length=200, blank=True)
    director = models.CharField(_("director of publication"), max_length=120, blank=True)
    editor_in_chief = models.CharField(_("editor in chief"), max_length=120, blank=True)
    host = models.CharField(_("host"), max_length=200, blank=True)
    host_address = models.TextField(_("host's address"), blank=True)
    host_telephone = models.CharField(_("host's telephone"), max_length=40, blank=True)
    press_number = models.CharField(_("press registration number"), max_length=60, blank=True, help_text=_("In France, the number of the CPPAP."))
    press_number_until = models.DateField(_("press registration valid until"), null=True, blank=True)
    issn = models.CharField(_("ISSN"), max_length=9, blank=True, validators=[RegexValidator(r"^\d{4}-\d{3}[\dX]$", _("An ISSN is written 1234-567X."))])
    owners = models.TextField(_("owners"), blank=True, help_text=_("Direct and indirect owners able to influence the paper, with their shares."))
    beneficial_owners = models.TextField(_("beneficial owners"), blank=True)
    public_advertising = models.CharField(_("public advertising received last year"), max_length=200, blank=True)
    ownership_reviewed = models.DateField(_("ownership last reviewed"), null=True, blank=True)

    class Meta:
        verbose_name = _("masthead")
        verbose_name_plural = _("masthead")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        pale = [field for field, paper in (("accent", PAPER), ("accent_dark", PAPER_DARK)) if not _reads(getattr(self, field), paper)]
        if pale:
            message = _("Too pale or too dark to be read on the paper: choose a colour with a contrast of 4.5 to 1 or more.")
            raise ValidationError({field: message for field in pale})

    def text(self, language: str) -> MastheadText:
        """The texts in a language; empty ones where none were written."""
        texts = {text.language: text for text in self.texts.all()}
        return texts.get(language) or MastheadText(masthead=self, language=language)


class MastheadText(Printable, Orderable):
    """What the paper says of itself, in one language."""

    masthead = ParentalKey(Masthead, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12, choices=language_choices)
    motto = models.CharField(_("motto"), max_length=120, blank=True)
    description = models.CharField(_("description"), max_length=200, blank=True, help_text=_("One sentence for search engines and feeds."))
    definition = models.CharField(_("word of the colophon"), max_length=300, blank=True, help_text=_("A sentence at the foot of every page."))
    about = RichTextField(_("about the paper"), blank=True, features=PLAIN)
    principles = RichTextField(_("publishing principles"), blank=True, features=PLAIN)
    corrections_policy = RichTextField(_("corrections policy"), blank=True, features=PLAIN)
    unnamed_sources = RichTextField(_("rules on unnamed sources"), blank=True, features=PLAIN)
    funding = RichTextField(_("who pays for the paper"), blank=True, features=PLAIN)
    independence = RichTextField(_("editorial independence and conflicts of interest"), blank=True, features=PLAIN)
    legal_notice = RichTextField(_("more of the legal notice"), blank=True, features=PLAIN)
    accessibility = RichTextField(_("accessibility statement"), blank=True, features=PLAIN)
    appeal_title = models.CharField(_("appeal: title"), max_length=120, blank=True)
    appeal_text = models.CharField(_("appeal: three sentences at most"), max_length=400, blank=True)
    money = RichTextField(_("where the money goes"), blank=True, features=PLAIN)

    class Meta(Orderable.Meta):
        verbose_name = _("texts in a language")
        verbose_name_plural = _("texts, by language")
        constraints = [models.UniqueConstraint(fields=["masthead", "language"], name="one_text_a_language")]

    def __str__(self) -> str:
        return self.get_language_display()


class SocialLink(Printable, Orderable):
    """A profile of the paper elsewhere."""

    masthead = ParentalKey(Masthead, on_delete=models.CASCADE, related_name="social_links")
    name = models.CharField(_("name"), max_length=60)
    url = models.URLField(_("address"))

    class Meta(Orderable.Meta):
        verbose_name = _("profile elsewhere")
        verbose_name_plural = _("profiles elsewhere")

    def __str__(self) -> str:
        return self.name
