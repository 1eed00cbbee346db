from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WiresConfig(AppConfig):
    name = "rotative.wires"
    verbose_name = _("Wires")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rotative.press import keys
        from rotative.wires import models

        keys.unseen(models.Import, "originals are for the desk")
