"""Something is reported to the paper, by anyone, without an account (DSA art. 16). Never printed; works without script."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from rotative.discussion import addresses, pace, people, queries
from rotative.discussion.actions import reporting
from rotative.discussion.models import Contribution, State
from rotative.discussion.pages import WritersPage, framed, show
from rotative.discussion.report_forms import ReportForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage(WritersPage):
    """What is reported, and the form. wrong: what is said of a field. grounds: value and name. is_sent: it has come."""

    text: str
    name: str
    address: str
    url: str
    grounds: Sequence[tuple[str, Any]]
    given: dict[str, str]
    wrong: dict[str, str]
    is_sent: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def report(request: HttpRequest, contribution_id: str) -> HttpResponse:
    found = Contribution.objects.select_related("article").filter(pk=int(contribution_id), state=State.SHOWN, article__live=True).first()
    if found is None:
        raise Http404
    with translation.override(found.language):
        return _take(request, found) if request.method == "POST" else _form(request, found, ReportForm(initial=_known(request)), is_sent="sent" in request.GET)


def _take(request: HttpRequest, found: Contribution) -> HttpResponse:
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _form(request, found, form, (_("Something is missing: see below."),), 422)
    if pace.is_too_fast(request, "report"):
        return _form(request, found, form, (_("That is a great deal at once. Please wait a minute and try again."),), 429)
    by = request.user if request.user.is_authenticated else None
    reporting.report(found, timezone.now(), by=by, language=found.language, **form.cleaned_data)
    return HttpResponseRedirect(f"{addresses.report(found)}?sent", status=303)


def _form(request: HttpRequest, found: Contribution, form: ReportForm, problems: tuple[str, ...] = (), status: int = 200, *, is_sent: bool = False) -> HttpResponse:
    page = ReportPage(
        **{**framed(request, found.language, _("We have it") if is_sent else _("Report a contribution"), found.article), "action": addresses.report(found)},
        problems=problems,
        text=found.text,
        name=found.name,
        address=f"{settings.ROTATIVE_URL}{addresses.own(found)}",
        url=queries.read_at(found),
        grounds=[(value, label) for value, label in form.fields["ground"].choices if value],  # type: ignore[attr-defined]
        given={name: str(form[name].value() or "") for name in form.fields},
        wrong={name: str(errors[0]) for name, errors in form.errors.items()},
        is_sent=is_sent,
    )
    return show("report", page, status)


def _known(request: HttpRequest) -> dict[str, str]:
    """Who is signed in need not type it."""
    if not request.user.is_authenticated:
        return {}
    return {"name": people.name_of(request.user), "email": request.user.email}
