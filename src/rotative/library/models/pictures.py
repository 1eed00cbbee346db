"""Pictures: an original, what must be said of it, and the sizes made of it."""
from __future__ import annotations

import os
from io import BytesIO
from typing import Any

from django.core.cache.backends.dummy import DummyCache
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter
from wagtail.search import index

from rotative.library import sizes
from rotative.library.originals import Original
from rotative.masthead.printable import Printable

ORIGINALS = "originals"
SIZES = "images"


class Picture(Printable, AbstractImage):
    """A picture of the paper. Without alternative text it must be marked decorative."""

    class Problem(models.TextChoices):
        MISSING = "missing", _("The file of this picture is gone. Upload it again.")
        DAMAGED = "damaged", _("The file of this picture is damaged: no size of it could be made. Upload it again from the source.")

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
    problem = models.CharField(_("problem"), max_length=10, choices=Problem, blank=True, editable=False)

    admin_form_fields = (
        "title", "file", "description", "decorative", "caption", "credit", "licence", "licence_expires", "taken_on",
        "collection", "tags", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height",
    )  # fmt: skip
    search_fields = [*AbstractImage.search_fields, index.SearchField("caption"), index.SearchField("credit")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # Wagtail's own __init__ sets ``decorative`` to False after the row is loaded; here
        # it is a column, and would be forgotten. So that __init__ is passed over.
        super(AbstractImage, self).__init__(*args, **kwargs)
        self.contextual_alt_text = None

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

    def get_upload_to(self, filename: str) -> str:
        """Originals lie where no address leads: they hold what the camera noted."""
        return os.path.join(ORIGINALS, os.path.basename(super().get_upload_to(filename)))

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """The sizes that the desk asks for are written as all others: without what the camera noted."""
        original = Original(self)
        made = sizes.made(original.image, filter.spec, self, original.xmp)
        return File(BytesIO(made.body), name=f"{original.stem(filter.spec)}.{made.ending}")


class PictureSize(AbstractRendition):
    """One size of a picture, in one format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("size of a picture")
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    @classproperty
    def cache_backend(cls) -> DummyCache:
        """None: a cache of one process would outlive a size that another has replaced."""
        return DummyCache("", {})

    def get_upload_to(self, filename: str) -> str:
        return os.path.join(SIZES, str(self.image_id), os.path.basename(filename))
