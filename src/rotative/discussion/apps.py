from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Columns that no page shows: who it was, and what the desk makes of it.
DESKS = ("writer", "guest", "findings", "work")


class DiscussionConfig(AppConfig):
    name = "rotative.discussion"
    verbose_name = _("Discussion")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from rotative.discussion import models, notices
        from rotative.discussion import persons as kept
        from rotative.masthead.readers import persons
        from rotative.masthead.roles import Role, permit
        from rotative.press import keys

        keys.printed(models.Talk, "talk", unseen_columns=["is_unranked"])
        keys.printed(models.Contribution, "contribution", unseen_columns=DESKS)
        keys.owned(models.Respect, "contribution", "respects", unseen_columns=["reader"])
        keys.unseen(models.DiscussionRules, "what is looked for is the desk's, and told on pages that are never printed")
        keys.unseen(models.Edit, "it waits; what was accepted stays")
        keys.unseen(models.Guest, "a contribution has its name")
        for desks in (models.Decision, models.Report, models.Appeal, models.Turn, models.Trust):
            keys.unseen(desks, "the desk's, and the writer's")
        for sealed in (models.Sealed, models.Unsealing):
            keys.unseen(sealed, "sealed; the publisher's, who says why")
        keys.unseen(models.Lesson, "what the desk's classifier knows")
        keys.unseen(models.Mute, "one reader's own")

        persons.register("discussion", kept.export, kept.erase, kept.sections)
        notices.register_all()

        permit([Role.MODERATOR, Role.EDITOR, Role.PUBLISHER], "discussion.moderate")
        permit([Role.MODERATOR, Role.PUBLISHER], "discussion.change_discussionrules")
        permit([Role.PUBLISHER], "discussion.unseal")
