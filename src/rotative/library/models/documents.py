"""Files that stories link to."""
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument


class SourceDocument(AbstractDocument):
    """A file for readers, with where it comes from."""

    source = models.CharField(_("source"), max_length=200, blank=True, help_text=_("Who made or gave this document."))

    admin_form_fields = (*WagtailDocument.admin_form_fields, "source")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
