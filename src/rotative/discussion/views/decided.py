"""A decision against somebody, on a page of its own, for them alone: the statement of reasons, and the one appeal."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from rotative.discussion import pace, people, statements
from rotative.discussion.actions import appealing
from rotative.discussion.actions.noting import CannotDecide
from rotative.discussion.models import AGAINST, Appeal, Decision
from rotative.discussion.pages import WritersPage, framed, show
from rotative.discussion.report_forms import AppealForm
from rotative.masthead.queries import masthead


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPage(WritersPage):
    """statement: of reasons. appeal: the one that was made. refused: why there is none to be made now. text: what was typed."""

    statement: statements.Statement
    decided_at: Any
    is_undone: bool
    appeal: Appeal | None
    refused: str
    text: str


@dataclass(frozen=True, slots=True)
class _Paper:
    """What stands above a decision about no story."""

    title: str
    address: str


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def decision(request: HttpRequest, decision_id: str) -> HttpResponse:
    rows = Decision.objects.select_related("contribution__article", "writer", "guest")
    found = rows.filter(pk=int(decision_id), act__in=AGAINST).first()
    if found is None or not _is_theirs(request, found):
        if request.user.is_authenticated or "key" in request.GET:
            raise Http404
        return HttpResponseRedirect(people.sign_in_url(request.get_full_path(), request.GET.get("in", "")))
    with translation.override(statements.language_of(found)):
        return _appeal(request, found) if request.method == "POST" else _show(request, found)


def _is_theirs(request: HttpRequest, found: Decision) -> bool:
    if found.guest_id:
        return statements.has_key(found, request.GET.get("key", ""))
    return bool(request.user.is_authenticated and found.writer_id == request.user.pk)


def _appeal(request: HttpRequest, found: Decision) -> HttpResponse:
    form = AppealForm(request.POST)
    text = request.POST.get("text", "")
    if not form.is_valid():
        return _show(request, found, text, (str(form.errors["text"][0]),), 422)
    if pace.is_too_fast(request, "report"):
        return _show(request, found, text, (_("That is a great deal at once. Please wait a minute and try again."),), 429)
    try:
        appealing.appeal(found, form.cleaned_data["text"], timezone.now())
    except CannotDecide as why:
        return _show(request, found, text, (str(why),), 409)
    return HttpResponseRedirect(request.get_full_path(), status=303)


def _show(request: HttpRequest, found: Decision, text: str = "", problems: tuple[str, ...] = (), status: int = 200) -> HttpResponse:
    story = found.contribution.article if found.contribution else _Paper(masthead().name, "/")
    told = statements.statement_of(found)
    page = DecisionPage(
        **framed(request, statements.language_of(found), told.title, story),
        problems=problems,
        statement=told,
        decided_at=found.at,
        is_undone=found.is_undone,
        appeal=Appeal.objects.filter(decision=found).first(),
        refused=appealing.refused(found, timezone.now()),
        text=text,
    )
    return show("decision", page, status)
