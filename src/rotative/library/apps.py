from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Columns that only the desk reads.
DESKS_OF_A_FILE = ("collection", "created_at", "uploaded_by_user", "file_hash")
DESKS_OF_A_PICTURE = (*DESKS_OF_A_FILE, "file_size", "licence_expires", "sizes_ready", "problem")


class LibraryConfig(AppConfig):
    name = "rotative.library"
    verbose_name = _("Library")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wagtail.models import Collection

        from rotative.library import models, signals
        from rotative.press import keys

        keys.printed(models.Picture, "picture", unseen_columns=DESKS_OF_A_PICTURE)
        keys.owned(models.PictureSize, "image", "picture")
        keys.printed(models.SourceDocument, "document", unseen_columns=DESKS_OF_A_FILE)
        keys.unseen(Collection, "collections sort the desk's shelves")
        signals.connect()
