from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AudienceConfig(AppConfig):
    name = "rotative.audience"
    verbose_name = _("Audience")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rotative.audience import models
        from rotative.press import keys

        keys.printed(models.Ranking, "ranking")
        keys.unseen(models.Reading, "numbers that readers move are never printed in a page")
        keys.unseen(models.Like, "numbers that readers move are never printed in a page")
        keys.unseen(models.DailySalt, "a secret of one day")
