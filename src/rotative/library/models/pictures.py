"""Pictures: an original, what must be said of it, and the sizes made of it."""
from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.search import index


class Picture(AbstractImage):
    """A picture of the paper. Without alternative text it must be marked decorative."""

    description = models.CharField(
        _("alternative text"), blank=True, max_length=400, default="", help_text=_("What the picture shows, for those who do not see it.")
    )
    decorative = models.BooleanField(_("decorative"), default=False, help_text=_("It adds nothing to the text; screen readers pass over it."))
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    credit = models.CharField(_("credit"), max_length=160, help_text=_("Who made it, and for whom: “Jeanne Doe / L’Amer”."))
    licence = models.CharField(_("licence"), max_length=200, blank=True, help_text=_("By what right we publish it."))
    licence_expires = models.DateField(_("licence expires"), null=True, blank=True)
    digital_source = models.CharField(_("digital source type"), max_length=120, blank=True, editable=False)
    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    tone = models.PositiveSmallIntegerField(_("placeholder tone"), default=0, editable=False)
    sizes_ready = models.BooleanField(_("sizes ready"), default=False, editable=False)

    admin_form_fields = (
        "title", "file", "description", "decorative", "caption", "credit", "licence", "licence_expires", "taken_on",
        "collection", "tags", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip
    search_fields = [*AbstractImage.search_fields, index.SearchField("caption"), index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    @property
    def alt(self) -> str:
        return "" if self.decorative else self.description

    @property
    def default_alt_text(self) -> str:
        return self.alt

    def clean(self) -> None:
        super().clean()
        if not self.decorative and not self.description.strip():
            raise ValidationError({"description": _("Say what the picture shows, or mark it decorative.")})


class PictureSize(AbstractRendition):
    """One size of a picture, in one format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("size of a picture")
        unique_together = (("image", "filter_spec", "focal_point_key"),)
