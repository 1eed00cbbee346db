"""What every page of the discussion's desk has: who may enter, where it stands, how what cannot be done is said."""
from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from rotative.discussion import permissions
from rotative.discussion.actions.noting import CannotDecide

Trail = list[tuple[Any, str]]  # what stands before a page in its breadcrumbs: label, address


class Entered(View):
    """Lets in who has a permission."""

    permission = permissions.MODERATE

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        permissions.check(request.user, self.permission)
        answer = super().dispatch(request, *args, **kwargs)
        answer.headers.setdefault("Cache-Control", "no-store")
        return answer


class Page(Entered, WagtailAdminTemplateMixin, TemplateView):
    """A page of the discussion's desk."""

    template_name = "discussion/desk/page.html"
    header_icon = "comment"

    def trail(self) -> Trail:
        return [(pgettext_lazy("menu", "Discussion"), reverse("discussion_queue"))]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        before = [{"url": url, "label": label} for label, url in self.trail()]
        return [*self.breadcrumbs_items, *before, {"url": "", "label": self.get_page_title()}]


class FormPage(Page, FormView):
    """A form that does one thing. What is wrong is said, and what was typed stays."""

    template_name = "discussion/desk/form.html"
    submit_label: Any = _("Save")
    said: Any = _("Saved.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return {**found, "media": found["form"].media, "back": self.trail()[-1][1], "submit_label": self.submit_label}

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            self.act(form.cleaned_data)
        except CannotDecide as why:
            form.add_error(None, str(why))
            return self.form_invalid(form)
        messages.success(self.request, self.said)
        return redirect(self.after())

    def act(self, given: dict[str, Any]) -> Any:
        """Do it. Raises CannotDecide."""
        raise NotImplementedError

    def after(self) -> str:
        return self.request.get_full_path()


class Deed(Entered):
    """A button that does one thing, and leads on. What cannot be done is said."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            said = self.act()
        except CannotDecide as why:
            messages.error(request, str(why))
            return redirect(self.refused())
        if said:
            messages.success(request, said)
        return redirect(get_valid_next_url_from_request(request) or self.after())

    def act(self) -> Any:
        """Do it; what to say. Raises CannotDecide."""
        raise NotImplementedError

    def after(self) -> str:
        return reverse("discussion_queue")

    def refused(self) -> str:
        return get_valid_next_url_from_request(self.request) or self.after()
