from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    name = "rotative.newsroom"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.contrib.contenttypes.models import ContentType
        from wagtail.models import Page, Revision

        from rotative.masthead.roles import Role, permit
        from rotative.newsroom import models, panels, searching, signals
        from rotative.press import keys

        keys.printed(models.Article, "article")
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
        keys.printed(Page, "page")
        keys.unseen(Revision, "readers see what is live, not drafts")
        keys.unseen(ContentType, "types of rows never change")
        signals.connect()
        searching.connect()
        panels.furnish()

        subjects = ("author", "topic", "dossier")
        permit([Role.REPORTER, Role.EDITOR, Role.PUBLISHER], "simple_translation.submit_translation")
        permit([Role.EDITOR, Role.PUBLISHER], *(f"newsroom.{act}_{subject}" for act in ("add", "change") for subject in subjects))
        permit([Role.PUBLISHER], *(f"newsroom.delete_{subject}" for subject in subjects))
        permit([Role.PUBLISHER], *(f"wagtailredirects.{act}_redirect" for act in ("add", "change", "delete")))
