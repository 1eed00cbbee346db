from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

# Columns that only the desk reads: a draft saved, a lock or a review under way prints nothing.
DESKS_OF_A_PAGE = (
    "draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at", "live_revision", "locked", "locked_at", "locked_by",
    "owner", "numchild", "go_live_at", "expired", "alias_of", "show_in_menus",
)  # fmt: skip


class NewsroomConfig(AppConfig):
    name = "rotative.newsroom"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.contrib.contenttypes.models import ContentType
        from wagtail.models import Page, Revision

        from rotative.masthead.roles import Role, permit
        from rotative.newsroom import indexes, models, panels, searching, signals
        from rotative.press import keys

        keys.printed(models.Article, "article", unseen_columns=["substantive"])
        keys.printed(models.Section, "section")
        keys.printed(models.FrontPage, "front")
        keys.printed(models.Author, "author")
        keys.printed(models.Topic, "topic")
        keys.printed(models.Dossier, "dossier")
        keys.owned(models.Byline, "article", "article")
        keys.owned(models.PickedStory, "article", "article")
        keys.owned(models.RelatedStory, "article", "article")
        keys.owned(models.Correction, "article", "article")
        keys.owned(models.Withdrawal, "article", "article")
        keys.owned(models.Article.topics.through, "article", "article")
        keys.owned(models.AuthorText, "author", "author")
        keys.owned(models.DossierAuthor, "dossier", "dossier")
        keys.owned(models.FrontSlot, "front", "front")
        keys.owned(models.FrontSection, "front", "front")
        keys.printed(Page, "page", unseen_columns=DESKS_OF_A_PAGE)
        keys.unseen(Revision, "readers see what is live, not drafts")
        keys.unseen(ContentType, "types of rows never change")
        signals.connect()
        indexes.connect(self)
        searching.connect()
        panels.furnish()

        subjects = ("author", "topic", "dossier")
        permit([Role.REPORTER, Role.EDITOR, Role.PUBLISHER], "simple_translation.submit_translation")
        permit([Role.EDITOR, Role.PUBLISHER], *(f"newsroom.{act}_{subject}" for act in ("add", "change") for subject in subjects))
        permit([Role.PUBLISHER], *(f"newsroom.delete_{subject}" for subject in subjects))
        permit([Role.PUBLISHER], *(f"wagtailredirects.{act}_redirect" for act in ("add", "change", "delete")))
