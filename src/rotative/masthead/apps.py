from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MastheadConfig(AppConfig):
    name = "rotative.masthead"
    verbose_name = _("Masthead")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.contrib.auth.models import Group
        from wagtail.models import Locale

        from rotative.masthead import models
        from rotative.press import keys

        keys.printed(models.Masthead, "masthead")
        keys.owned(models.MastheadText, "masthead", "masthead")
        keys.owned(models.SocialLink, "masthead", "masthead")
        keys.unseen(models.User, "accounts are never printed; bylines are authors")
        keys.unseen(Group, "roles are the desk's")
        keys.unseen(Locale, "the languages are part of the paper's folder and its build")
