"""Forms of the desk for stories, sections and fronts: what may be saved, what may be published.

A draft is saved with anything missing; what is wrong is said in a sentence beside the
field, and nothing that was typed is lost.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.widgets import SlugInput

from rotative.masthead.languages import language_of
from rotative.newsroom.faults import AUTHORS, Fault, faults_of
from rotative.newsroom.models import Author, Byline, FrontPage, FrontSlot, Section, Topic
from rotative.newsroom.reserved import check_slug
from rotative.newsroom.slugs import FORMATTERS, slug_of


class AddressedForm(WagtailAdminPageForm):
    """A page whose address is made of its title when it is left empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].widget = SlugInput(formatters=FORMATTERS, locale=self.instance.locale if self.instance.locale_id else None)


class ArticleForm(AddressedForm):
    """A story. Its faults count only when it is published, submitted or scheduled."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if args[:1] in ((), (None,)) and not kwargs.get("data"):
            _sign(kwargs.get("instance"), kwargs.get("for_user"))
        super().__init__(*args, **kwargs)
        if not (self.instance.pk and self.instance.live):
            self.fields.pop("substantive", None)
        if "topics" in self.fields:
            self.fields["topics"].queryset = Topic.objects.filter(locale=self.instance.locale_id)
        _forgive_empty_rows(self.formsets.get(AUTHORS), "author")
        _forgive_empty_rows(self.formsets.get("picked"), "story")
        _forgive_empty_rows(self.formsets.get("corrections"), "text")

    def add_prefix(self, field_name: str) -> str:
        """A control named “method” would hide the form's own, and saving by itself would fail."""
        return super().add_prefix("how_we_worked" if field_name == "method" else field_name)

    def clean_dossier(self) -> Any:
        return _same_language(self.cleaned_data["dossier"], self.instance)

    def clean_first_published_at(self) -> Any:
        instant = self.cleaned_data["first_published_at"]
        if instant and instant > timezone.now():
            raise ValidationError(_("A story cannot have been published in the future. To publish it later, set a schedule instead."))
        return instant

    def is_valid(self) -> bool:
        """Faults need the authors and the picked stories, which are read after the form."""
        valid = bool(super().is_valid())
        faults = [] if self.is_deferred_validation or not self.is_bound else self._faults()
        for fault in faults:
            self._tell(*fault)
        return valid and not faults and self._check_picks()

    def _faults(self) -> list[Fault]:
        return faults_of(self.instance, signed=any(form.cleaned_data.get("author") for form in _kept(self.formsets[AUTHORS])))

    def _tell(self, field: str, sentence: str) -> None:
        """Put a sentence where it is mended: beside a field, above the authors, or on top."""
        if field in self.formsets:
            told = self.formsets[field].non_form_errors()
            if sentence not in told:
                told.append(sentence)
        elif sentence not in self.errors.get(field, []):
            self.add_error(field if field in self.fields else None, sentence)

    def _check_picks(self) -> bool:
        wrong = list(_wrong_picks(_kept(self.formsets.get("picked", ())), self.instance)) if self.is_bound else []
        for form, sentence in wrong:
            form.add_error("story", sentence)
        return not wrong


class SectionForm(AddressedForm):
    """A section: its address may not be one of the paper's own."""

    def _post_clean(self) -> None:
        super()._post_clean()
        if "slug" not in self.errors:
            try:
                check_slug(self.instance.slug or slug_of(self.instance.title), nested=not isinstance(self.parent_page, FrontPage))
            except ValidationError as reserved:
                self.add_error(None, reserved)


class FrontForm(AddressedForm):
    """A front: one lead, each story once, everything in the language of the front."""

    def clean_dossier(self) -> Any:
        return _same_language(self.cleaned_data["dossier"], self.instance)

    def is_valid(self) -> bool:
        valid = bool(super().is_valid())
        if not self.is_bound:
            return valid
        wrong = [*_wrong_slots(_kept(self.formsets["slots"]), self.instance), *_wrong_columns(_kept(self.formsets["columns"]), self.instance)]
        for form, field, sentence in wrong:
            form.add_error(field, sentence)
        return valid and not wrong


class CopiedForm(CopyForm):
    """A copy of a page: a draft, of that page alone.

    Published at once, or as an alias, the same story would stand twice in lists, feeds and
    maps; with what is below it, a section would be nested too deep.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alias", "publish_copies", "copy_subpages"):
            self.fields.pop(name, None)

    def clean(self) -> Any:
        found = super().clean()
        parent = found.get("new_parent_page") or self.page.get_parent()
        if issubclass(self.page.specific_class, Section) and (slug := found.get("new_slug")):
            try:
                check_slug(slug, nested=not isinstance(parent.specific_deferred, FrontPage))
            except ValidationError as reserved:
                self.add_error("new_slug", reserved.messages[0])
        return found


class SubjectForm(WagtailAdminModelForm):
    """A topic or a dossier: one an address, in a language."""

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        others = type(self.instance).objects.filter(locale=self.instance.locale_id, slug=slug).exclude(pk=self.instance.pk)
        if other := others.first():
            raise ValidationError(_("“%(name)s” has this address already. Choose another one.") % {"name": other})
        return slug


def _sign(article: Any, user: Any) -> None:
    """A story not yet written is offered with the name of who writes it."""
    if article and not article.pk and not article.bylines.all() and (author := user and Author.objects.filter(user=user).first()):
        article.bylines = [Byline(author=author)]


def _forgive_empty_rows(formset: Any, field: str) -> None:
    """A row opened and left empty is no row: it must not keep a draft from being saved."""
    if formset is None or not formset.is_bound:
        return
    for form in formset.forms[formset.initial_form_count() :]:
        if not form[field].value():
            form.has_changed = lambda: False


def _same_language(subject: Any, page: Any) -> Any:
    """A dossier, if it is in the page's language. Raises ValidationError with what to do."""
    if subject and subject.locale_id != page.locale_id:
        words = _("“%(name)s” is in another language (%(language)s). Choose one in the language of this page.")
        raise ValidationError(words % {"name": subject, "language": language_of(subject.locale_id)})
    return subject


def _kept(formset: Any) -> list[Any]:
    """The rows of a formset that are well formed and not being deleted."""
    return [form for form in formset if getattr(form, "cleaned_data", None) and not form.cleaned_data.get("DELETE")]


def _wrong_picks(rows: list[Any], article: Any) -> Iterator[tuple[Any, str]]:
    times = Counter(_pk(row, "story") for row in rows)
    for row in rows:
        story = row.cleaned_data.get("story")
        if story and story.pk == article.pk:
            yield row, _("A story cannot be related to itself. Choose another one.")
        elif story and story.locale_id != article.locale_id:
            yield row, _other_language(story)
        elif story and times[story.pk] > 1:
            yield row, _("This story is here twice. Keep it once.")


def _wrong_slots(rows: list[Any], front: Any) -> Iterator[tuple[Any, str, str]]:
    leads = [row for row in rows if row.cleaned_data.get("place") == FrontSlot.Place.LEAD]
    for row in leads[1:]:
        yield row, "place", _("A front has one lead. Choose another place for this story.")
    times = Counter(_pk(row, "article") for row in rows)
    for row in rows:
        story = row.cleaned_data.get("article")
        if story and story.locale_id != front.locale_id:
            yield row, "article", _other_language(story)
        elif story and times[story.pk] > 1:
            yield row, "article", _("This story is here twice. Keep it once.")


def _wrong_columns(rows: list[Any], front: Any) -> Iterator[tuple[Any, str, str]]:
    times = Counter(_pk(row, "section") for row in rows)
    for row in rows:
        section = row.cleaned_data.get("section")
        if section and section.locale_id != front.locale_id:
            yield row, "section", _other_language(section)
        elif section and times[section.pk] > 1:
            yield row, "section", _("This section is here twice. Keep it once.")


def _pk(row: Any, field: str) -> int | None:
    chosen = row.cleaned_data.get(field)
    return chosen and chosen.pk


def _other_language(page: Any) -> str:
    words = _("“%(name)s” is in another language (%(language)s). Choose one in the language of this page.")
    return words % {"name": page.title, "language": language_of(page.locale_id)}
