"""The desk's form for the masthead, in tabs."""
from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.functional import lazy
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from rotative.masthead.languages import languages
from rotative.masthead.logos import UnfitLogo, clean_svg
from rotative.masthead.models import Masthead, MastheadText

COLOUR = forms.TextInput(attrs={"type": "color"})


class MastheadForm(WagtailAdminModelForm):
    """Checks the logo as it comes in."""

    def clean_logo(self) -> Any:
        logo = self.cleaned_data["logo"]
        if not logo or "logo" not in self.changed_data:
            return logo
        try:
            return ContentFile(clean_svg(logo.read()), name="logo.svg")
        except UnfitLogo as unfit:
            raise ValidationError(str(unfit)) from unfit


def complete_texts(masthead: Masthead) -> None:
    """Give the masthead a row of texts for each of the paper's languages, in its order."""
    have = set(masthead.texts.values_list("language", flat=True))
    for place, code in enumerate(languages()):
        if code not in have:
            MastheadText.objects.create(masthead_id=masthead.pk, language=code, sort_order=place)


def _languages() -> str:
    rows = format_html_join("", "<li>{} ({})</li>", [(name, code) for code, name in settings.LANGUAGES])
    return format_html("<p>{}</p><ul>{}</ul>", _("The paper's languages were chosen when it was made. They stand in paper.toml, in the paper's folder."), rows)


IDENTITY = [
    "name",
    FieldRowPanel([FieldPanel("time_zone"), FieldPanel("founded")]),
    FieldPanel("logo", help_text=_("An SVG drawing of the name, in one colour. Without it the name is set in type.")),
    HelpPanel(content=lazy(_languages, str)(), heading=_("Languages")),
    FieldRowPanel([FieldPanel("email"), FieldPanel("telephone")], heading=_("How readers reach the newsroom")),
    FieldPanel("narrow_spaces"),
]
COLOURS = [
    FieldPanel("accent", widget=COLOUR, help_text=_("Links and rules by day. It must stand out on the paper: a contrast of 4.5 to 1 or more.")),
    FieldPanel("accent_dark", widget=COLOUR, help_text=_("The same, for those who read in the dark.")),
]
LEGAL = [
    MultiFieldPanel([FieldPanel("publisher"), FieldPanel("publisher_address"), FieldPanel("publisher_registration")], heading=_("Publisher")),
    FieldRowPanel([FieldPanel("director"), FieldPanel("editor_in_chief")]),
    MultiFieldPanel([FieldPanel("host"), FieldPanel("host_address"), FieldPanel("host_telephone")], heading=_("Host")),
    FieldRowPanel([FieldPanel("press_number"), FieldPanel("press_number_until"), FieldPanel("issn")]),
]
OWNERSHIP = [FieldPanel("owners"), FieldPanel("beneficial_owners"), FieldPanel("public_advertising"), FieldPanel("ownership_reviewed")]
TEXT = [
    FieldPanel("language", read_only=True),
    *map(FieldPanel, ("motto", "description")),
    FieldPanel("definition", help_text=_("A sentence at the foot of every page. *Stars* make a word bold, _lines_ italic.")),
    *map(FieldPanel, ("about", "principles", "corrections_policy", "unnamed_sources")),
    *map(FieldPanel, ("funding", "independence", "legal_notice", "accessibility", "appeal_title", "appeal_text", "money")),
]


def desk() -> TabbedInterface:
    count = len(languages())
    texts = InlinePanel("texts", TEXT, heading=_("Texts, by language"), label=_("Texts in a language"), min_num=count, max_num=count)
    tabs = [
        ObjectList(IDENTITY, heading=_("Identity")),
        ObjectList(COLOURS, heading=_("Colours")),
        ObjectList([texts], heading=_("Texts")),
        ObjectList(LEGAL, heading=_("Legal notice")),
        ObjectList(OWNERSHIP, heading=_("Ownership and funding")),
        ObjectList([InlinePanel("social_links", heading=_("Profiles elsewhere"), label=_("Profile"))], heading=_("Elsewhere")),
    ]
    return TabbedInterface(tabs, base_form_class=MastheadForm)
