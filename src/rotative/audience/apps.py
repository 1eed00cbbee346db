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
        keys.printed(models.Total, "counts")
        keys.owned(models.Like, "article", "counts", unseen_columns=["mark", "source", "created_at"], nobodys=models.Total.PAPER)
        keys.unseen(models.Reading, "pages and files show what is counted of them now and then")
        keys.unseen(models.DailySalt, "a secret of one day")
