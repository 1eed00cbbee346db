from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "rotative.library"
    verbose_name = _("Library")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import Collection

        from rotative.library import models, signals
        from rotative.press import keys

        keys.printed(models.Picture, "picture")
        keys.owned(models.PictureSize, "image", "picture")
        keys.printed(models.SourceDocument, "document")
        keys.unseen(Collection, "collections sort the desk's shelves")
        signals.connect()
