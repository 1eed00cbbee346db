"""Readings and likes, counted without knowing who, and the ranking that is kept of them."""
from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rotative.newsroom.models import Article


class Reading(models.Model):
    """How many times an article was read on one day."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="readings")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("readings of a day")
        verbose_name_plural = _("readings")
        constraints = [models.UniqueConstraint(fields=["article", "day"], name="one_count_a_day")]
        indexes = [models.Index(fields=["day", "-count"], name="most_read")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.day}: {self.count}"


class Ranking(models.Model):
    """The stories read most since a day, by primary key, most read first. ``name``: of what span, in which language."""

    name = models.CharField(primary_key=True, max_length=40)
    since = models.DateField()
    stories = models.JSONField(default=list)

    class Meta:
        verbose_name = _("most read stories")
        verbose_name_plural = _("most read stories")

    def __str__(self) -> str:
        return self.name


class Total(models.Model):
    """All readings of a story as they were last counted, under its primary key; those of the paper are today's."""

    PAPER = "paper"

    name = models.CharField(primary_key=True, max_length=20)
    readings = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("readings of a story")
        verbose_name_plural = _("readings of stories")

    def __str__(self) -> str:
        return f"{self.name}: {self.readings}"


class Like(models.Model):
    """A mark on an article, or on the paper itself when there is no article.

    mark: a random value that the reader's own browser keeps, hashed.
    source: the address of the day, salted and hashed; the salt is forgotten next day.
    """

    article = models.ForeignKey(Article, null=True, on_delete=models.CASCADE, related_name="likes")
    mark = models.CharField(max_length=64)
    source = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    counted = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("like")
        verbose_name_plural = _("likes")
        constraints = [
            models.UniqueConstraint(fields=["article", "mark"], name="one_like_an_article"),
            models.UniqueConstraint(fields=["mark"], condition=models.Q(article=None), name="one_like_for_the_paper"),
        ]
        indexes = [models.Index(fields=["source", "created_at"], name="likes_of_a_source")]

    def __str__(self) -> str:
        return f"{self.article_id or 'paper'}"


class DailySalt(models.Model):
    """The salt of one day's addresses; yesterday's is deleted."""

    day = models.DateField(unique=True)
    salt = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("salt of a day")
        verbose_name_plural = _("salts of days")

    def __str__(self) -> str:
        return str(self.day)
