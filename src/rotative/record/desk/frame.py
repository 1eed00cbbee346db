"""What every page of the record's desk has: who may enter, where it stands, how a form says what is wrong."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from rotative.newsroom.models import Article
from rotative.press import documents
from rotative.record.permissions import TEXTS, check_may

Trail = list[tuple[Any, str]]  # what stands before a page in its breadcrumbs: label, address


class Entered(View):
    """Lets in who has a permission; everybody else is told 403."""

    permission = TEXTS

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.check_may_enter(request.user)
        return super().dispatch(request, *args, **kwargs)

    def check_may_enter(self, user: Any) -> None:
        """Raises PermissionDenied."""
        check_may(user, self.permission)


class Page(Entered, WagtailAdminTemplateMixin, TemplateView):
    """A page of the record's desk."""

    template_name = "record/desk/page.html"
    header_icon = "openquote"

    def trail(self) -> Trail:
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        before = [{"url": url, "label": label} for label, url in self.trail()]
        return [*self.breadcrumbs_items, *before, {"url": "", "label": self.get_page_title()}]


class FormPage(Page, FormView):
    """A form that does one thing. What is wrong is said beside the field, and what was typed stays."""

    template_name = "record/desk/form.html"
    submit_label: Any = _("Save")
    is_serious = False
    lead: Any = ""
    said: Any = _("Saved.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return {**found, "media": found["form"].media, "back": self.back(), "lead": self.get_lead(), "submit_label": self.submit_label, "is_serious": self.is_serious}

    def get_lead(self) -> Any:
        """A sentence above the form."""
        return self.lead

    def back(self) -> str:
        """Where who leaves the form goes."""
        return self.trail()[-1][1]

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            done = self.act(form.cleaned_data)
        except ValidationError as wrong:
            tell(form, wrong)
            return self.form_invalid(form)
        messages.success(self.request, self.said_of(done))
        return redirect(self.after(done))

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, _("Nothing was saved yet: see below what is wrong."))
        return super().form_invalid(form)

    def act(self, given: dict[str, Any]) -> Any:
        """Do it. Raises ValidationError."""
        raise NotImplementedError

    def said_of(self, done: Any) -> Any:
        return self.said

    def after(self, done: Any) -> str:
        """Where to go when it is done."""
        return self.back()


class Deed(Entered):
    """A button that does one thing, and leads back. What it cannot do, it says."""

    http_method_names = ["post"]
    said: Any = _("Done.")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            said = self.act() or self.said
        except ValidationError as wrong:
            messages.error(request, " ".join(wrong.messages))
            return redirect(self.refused())
        messages.success(request, said)
        return redirect(get_valid_next_url_from_request(request) or self.after())

    def act(self) -> Any:
        """Do it; what to say, if not the usual. Raises ValidationError."""
        raise NotImplementedError

    def after(self) -> str:
        raise NotImplementedError

    def refused(self) -> str:
        return self.after()


def tell(form: Form, wrong: ValidationError) -> None:
    """Put what is wrong beside its field, or above the form where it has no such field."""
    if not hasattr(wrong, "error_dict"):
        form.add_error(None, wrong)
        return
    for field, errors in wrong.error_dict.items():
        form.add_error(field if field in form.fields else None, errors)


def panel_of(article: Article) -> str:
    """Where what was read in a story is gone through, beside its text."""
    return reverse("record_review", args=[article.pk])


def public_address(kind: str, row: int) -> str:
    """Where readers find something; nothing while the paper gives it no page."""
    found = [path for path in documents.the_paper().addresses_of(kind, str(row)) if path.endswith("/")]
    return found[0] if found else ""
