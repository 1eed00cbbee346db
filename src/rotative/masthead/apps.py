from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.db.models.signals import pre_save
from django.utils.translation import gettext_lazy as _


class MastheadConfig(AppConfig):
    name = "rotative.masthead"
    verbose_name = _("Masthead")
    default_auto_field = "django.db.models.BigAutoField"

    def import_models(self) -> None:
        """The readers' models are this room's, in a package of their own."""
        super().import_models()
        import_module("rotative.masthead.readers.models")
        import_module("rotative.masthead.readers.notices.models")

    def ready(self) -> None:
        from django.contrib.auth.models import Group
        from wagtail.models import Locale

        from rotative.masthead import mail, models, panels, roles, signals
        from rotative.masthead.readers import models as readers
        from rotative.masthead.readers.notices import models as notices
        from rotative.press import keys

        keys.printed(models.Masthead, "masthead")
        keys.owned(models.MastheadText, "masthead", "masthead")
        keys.owned(models.SocialLink, "masthead", "masthead")
        keys.unseen(models.User, "accounts are never printed; bylines are authors")
        keys.unseen(Group, "roles are the desk's")
        keys.unseen(Locale, "the languages are part of the paper's folder and its build")
        keys.unseen(models.DeskReview, "readers see what is published, not what waits")

        keys.unseen(models.Tally, "how often somebody may still do something is nobody else's")
        keys.unseen(models.Letter, "what waits to be sent is its addressee's")
        keys.printed(readers.Reader, "reader", unseen_columns=["user", "created_at"])
        keys.unseen(readers.Follow, "what a reader follows is their own")
        keys.unseen(notices.Notice, "what a reader is told is their own")
        keys.unseen(notices.Wish, "how a reader wishes to be told is their own")
        keys.unseen(readers.Entry, "ways in are secrets")
        keys.unseen(readers.AddressChange, "an address is shown to nobody")
        keys.unseen(readers.Instance, "keys are secrets")
        keys.unseen(readers.Erased, "of those who left nothing is said")

        models.Masthead.edit_handler = panels.desk()
        mail.connect()
        signals.connect()
        _keep_of_readers()
        _say_who_may(roles)


def _keep_of_readers() -> None:
    """Of their addresses the network, of what providers tell the name; and all of it is theirs to take and to erase."""
    from allauth.socialaccount.models import SocialAccount
    from allauth.socialaccount.providers import registry
    from allauth.usersessions.models import UserSession

    from rotative.masthead import resetting, wording
    from rotative.masthead.readers import adapters, kept, mastodon, networks, persons
    from rotative.masthead.readers.notices import letters

    pre_save.connect(networks.keep_network, sender=UserSession, dispatch_uid="readers.keep_network")
    pre_save.connect(adapters.keep_little, sender=SocialAccount, dispatch_uid="readers.keep_little")
    registry.register(mastodon.MastodonProvider)
    wording.worded_by(letters.KIND, letters.words)
    wording.worded_by(resetting.KIND, resetting.words)
    persons.register("account", kept.export, kept.erase, is_last=True)


def _say_who_may(roles: Any) -> None:
    """The desk's door, the paper's identity, its people; and what the library keeps."""
    reporter, editor, publisher = roles.Role.REPORTER, roles.Role.EDITOR, roles.Role.PUBLISHER
    roles.permit(roles.Role, "wagtailadmin.access_admin")
    roles.permit([publisher], "masthead.change_masthead", *(f"masthead.{act}_user" for act in ("add", "change", "delete")))
    for kept in ("wagtailimages.{}_image", "wagtaildocs.{}_document"):
        roles.permit_on_shelves([reporter, editor, publisher], kept.format("add"), kept.format("choose"))
        roles.permit_on_shelves([editor, publisher], kept.format("change"))
        roles.permit_on_shelves([publisher], kept.format("delete"))
    roles.permit_on_shelves([publisher], *(f"wagtailcore.{act}_collection" for act in ("add", "change", "delete")))
