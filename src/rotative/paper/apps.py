from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PaperConfig(AppConfig):
    name = "rotative.paper"
    verbose_name = _("Paper")

    def ready(self) -> None:
        from wagtail.contrib.redirects.models import Redirect

        from rotative.paper import catalogue, files, following, moves, pages, previews  # noqa: F401
        from rotative.press import documents, keys

        documents.publish(catalogue)
        moves.connect()
        following.register()

        keys.printed(Redirect, "redirect", unseen_columns=["automatically_created", "created_at"])
