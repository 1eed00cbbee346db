"""Authors: the people who sign."""
from __future__ import annotations

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from rotative.library.models import Picture
from rotative.masthead.languages import language_choices
from rotative.masthead.printable import Printable

CODE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")  # BCP 47, in short


class Author(Printable, index.Indexed, ClusterableModel):
    """Someone who signs, with a page of their own. The same person in every language."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), null=True, blank=True, on_delete=models.SET_NULL, related_name="author"
    )
    portrait = models.ForeignKey(Picture, verbose_name=_("portrait"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    email = models.EmailField(_("e-mail for readers"), blank=True)
    profile = models.URLField(_("profile elsewhere"), blank=True)
    speaks = models.CharField(_("languages spoken"), max_length=120, blank=True, help_text=_("Codes separated by spaces, such as fr en."))
    on_staff = models.BooleanField(_("on the staff"), default=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("on_staff")]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        codes = re.split(r"[\s,;]+", self.speaks.strip().lower()) if self.speaks.strip() else []
        wrong = [code for code in codes if not CODE.fullmatch(code)]
        if wrong:
            words = _("“%(code)s” is not the code of a language. Write codes such as fr, en or pt-br.")
            raise ValidationError({"speaks": ValidationError(words, params={"code": wrong[0]})})
        self.speaks = " ".join(dict.fromkeys(codes))

    def text(self, language: str) -> AuthorText:
        """Role and biography in a language; empty ones where none were written."""
        texts = {text.language: text for text in self.texts.all()}
        return texts.get(language) or AuthorText(author=self, language=language)


class AuthorText(Printable, Orderable):
    """An author's role and biography in one language."""

    author = ParentalKey(Author, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=12, choices=language_choices)
    role = models.CharField(_("role"), max_length=120, blank=True)
    biography = RichTextField(_("biography"), blank=True, features=["bold", "italic", "link"])

    class Meta(Orderable.Meta):
        verbose_name = _("role and biography")
        verbose_name_plural = _("roles and biographies, by language")
        constraints = [models.UniqueConstraint(fields=["author", "language"], name="one_biography_a_language")]

    def __str__(self) -> str:
        return f"{self.author} ({self.language})"
