"""What is sealed of who wrote: the publisher opens it, says why, and that is kept."""
from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.paginator import WagtailPaginator

from rotative.discussion import holding, permissions
from rotative.discussion.desk.forms import WhyForm
from rotative.discussion.desk.frame import FormPage, Page, Trail
from rotative.discussion.models import Contribution, Unsealing

AT_ONCE = 50
NAMES: dict[str, Any] = {
    "name": pgettext_lazy("sealed", "name"),
    "email": pgettext_lazy("sealed", "e-mail address"),
    "account": pgettext_lazy("sealed", "number of the account"),
    "since": pgettext_lazy("sealed", "opened at"),
    "address": pgettext_lazy("sealed", "network address"),
    "at": pgettext_lazy("sealed", "sent at"),
}


class SealedPage(Page):
    """Who opened what, when and why; and where one is opened, by its number."""

    permission = permissions.UNSEAL
    page_title = gettext_lazy("What is sealed")
    header_icon = "lock"
    template_name = "discussion/desk/sealed.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        number = request.GET.get("contribution", "").strip()
        if number.isdecimal() and len(number) < 19:
            return redirect(reverse("discussion_unseal", args=[number]))
        return super().get(request, *args, asked=number, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        return {**found, "page": WagtailPaginator(Unsealing.objects.all(), AT_ONCE).get_page(self.request.GET.get("p"))}


class UnsealPage(FormPage):
    """One contribution: why, then who wrote it. What is shown is not kept by the browser."""

    permission = permissions.UNSEAL
    page_title = gettext_lazy("Who wrote it")
    header_icon = "lock"
    template_name = "discussion/desk/unseal.html"
    form_class = WhyForm
    submit_label = gettext_lazy("Open it, and keep that I did")

    def trail(self) -> Trail:
        return [*super().trail(), (gettext_lazy("What is sealed"), reverse("discussion_sealed"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        number = int(self.kwargs["pk"])
        row = Contribution.objects.select_related("article").filter(pk=number).first()
        return {**found, "number": number, "row": row, "log": Unsealing.objects.filter(contribution=number)}

    def form_valid(self, form: Any) -> HttpResponse:
        held = holding.unseal(int(self.kwargs["pk"]), self.request.user, form.cleaned_data["why"], timezone.now())
        return self.render_to_response(self.get_context_data(form=form, held=[(each, _named(each)) for each in held], is_open=True))


def _named(held: holding.Held) -> list[tuple[Any, Any]]:
    """What was opened, by the names that people give it."""
    return [(NAMES.get(name, name), value) for name, value in held.told.items()]
