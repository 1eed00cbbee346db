"""Files that stories link to."""
from __future__ import annotations

import re
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument

from rotative.masthead.printable import Printable

BEGINNINGS = {"pdf": b"%PDF", **dict.fromkeys(("docx", "ods", "odt", "pptx", "xlsx", "zip"), b"PK")}
MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|script|svg|\?xml)", re.I)


class SourceDocument(Printable, AbstractDocument):
    """A file for readers, with where it comes from. It is saved by browsers, never shown."""

    source = models.CharField(_("source"), max_length=200, blank=True, help_text=_("Who made or gave this document."))

    admin_form_fields = (*WagtailDocument.admin_form_fields, "source")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Refuse what is not what its name says, above all pages that a browser would run."""
        super().clean()
        if not self.file or self.file._committed:
            return
        self.file.seek(0)
        head = self.file.read(1024)
        self.file.seek(0)
        kind = PurePath(self.file.name).suffix.lower().lstrip(".")
        if MARKUP.match(head) or b"\x00<script" in head.lower():
            raise ValidationError({"file": _("This file is a web page or a drawing that could run in a browser. Upload a PDF of it instead.")})
        if kind in BEGINNINGS and not head.lstrip().startswith(BEGINNINGS[kind]):
            raise ValidationError({"file": _("This file is not what its name says (.%(kind)s). Check it, and save it again.") % {"kind": kind}})

    @property
    def content_disposition(self) -> str:
        """Always saved: what a stranger wrote is not opened in the paper's name."""
        return "attachment"
