from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PaperConfig(AppConfig):
    name = "rotative.paper"
    verbose_name = _("Paper")

    def ready(self) -> None:
        from rotative.paper import files, pages, previews  # noqa: F401
