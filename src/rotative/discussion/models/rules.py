"""The paper's rules of discussion: one row, edited at the desk."""
from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting

from rotative.press.prepared import Prepared


class DiscussionRules(BaseGenericSetting):
    """Who may write, and what is looked for; what each phase does with it is in ``moderation``."""

    allows_guests = models.BooleanField(_("guests may write"), default=False, help_text=_("With a name and a confirmed e-mail address, and no account."))
    banned = models.TextField(
        _("words that are held"), blank=True, help_text=_("One a line. A contribution with one of them waits for a moderator, however it is spelt.")
    )
    longest = models.PositiveIntegerField(_("most characters"), default=3000, validators=[MinValueValidator(100), MaxValueValidator(20_000)])
    links = models.PositiveSmallIntegerField(_("most links"), default=2, help_text=_("With more, a contribution waits for a moderator."))
    reads_with_classifier = models.BooleanField(
        _("learn from decisions"), default=True, help_text=_("A small program of the paper's own, trained by what moderators decide, holds what looks like what they rejected.")
    )

    class Meta:
        verbose_name = _("rules of discussion")
        verbose_name_plural = _("rules of discussion")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @classmethod
    def present(cls) -> DiscussionRules:
        """What ``load`` gives, for what is done at each contribution."""
        return next(iter(_present()), None) or cls.load()


_present = Prepared(lambda: DiscussionRules.objects.order_by("pk")[:1])
