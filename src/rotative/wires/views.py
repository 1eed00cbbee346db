"""The desk's view of the wires: bring a page in, see what was read of it, get the original back."""
from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from wagtail.permission_policies.pages import PagePermissionPolicy

from rotative.newsroom.models import Section
from rotative.wires.actions import Copy, Wishes, bring_in
from rotative.wires.fetching import fetch
from rotative.wires.forms import ImportForm
from rotative.wires.models import Import
from rotative.wires.outcomes import Outcome, outcome

LATEST = 12


# Reading the token reads the whole form, which may be too large; the view behind checks it.
@csrf_exempt
def import_pages(request: HttpRequest) -> HttpResponse:
    """Read what was given into drafts, each with its report; what failed stays in the form."""
    sections = writable_sections(request.user)
    if not sections.exists():
        raise PermissionDenied
    try:
        request.POST  # noqa: B018
    except RequestDataTooBig:
        return _shown(request, ImportForm(sections=sections), is_too_large=True)
    return _import(request, sections)


@csrf_protect
def _import(request: HttpRequest, sections: QuerySet[Section]) -> HttpResponse:
    form = ImportForm(request.POST or None, request.FILES or None, sections=sections)
    outcomes: list[Outcome] = []
    if request.method == "POST" and form.is_valid():
        done = list(_bring_in_all(form.cleaned_data, request.user))
        outcomes = [each for _name, each in done]
        form = ImportForm(sections=sections, initial=_left(form.cleaned_data, done))
    return _shown(request, form, outcomes)


def _shown(request: HttpRequest, form: ImportForm, outcomes: list[Outcome] | None = None, is_too_large: bool = False) -> HttpResponse:
    latest = Import.objects.select_related("article", "by")[:LATEST]
    shown = {"form": form, "outcomes": outcomes or [], "latest": latest, "is_too_large": is_too_large}
    return render(request, "wires/desk/import.html", shown)


def _left(given: dict[str, Any], done: list[tuple[str, Outcome]]) -> dict[str, Any]:
    """What to put into the next form: what failed, so that sending it again makes nothing twice."""
    failed = {name for name, each in done if each.error}
    if not failed:
        return {}
    return {name: value for name, value in given.items() if name not in ("files", "address", "text") or name in failed}


def original(request: HttpRequest, pk: int) -> FileResponse:
    """The page as it came in, to download; never shown as a page of ours."""
    if not writable_sections(request.user).exists():
        raise PermissionDenied
    found = get_object_or_404(Import, pk=pk)
    answer = FileResponse(found.original.open(), as_attachment=True, content_type="application/octet-stream")
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def writable_sections(user: Any) -> QuerySet[Section]:
    """The sections someone may add a story to."""
    allowed = PagePermissionPolicy().instances_user_has_permission_for(user, "add")
    return Section.objects.filter(pk__in=allowed.values("pk")).order_by("path")


def _bring_in_all(given: dict[str, Any], user: Any) -> Iterator[tuple[str, Outcome]]:
    """Each input of the form with what became of it."""
    section = given["section"]
    wishes = Wishes(
        section.slug if section else "", section.language if section else "", given["rights"], pictures=given["pictures"], once=not given["again"], by=user
    )
    for file in given["files"]:
        yield "files", outcome(file.name, partial(_from_file, file, wishes))
    if given["address"]:
        yield "address", outcome(given["address"], partial(_from_address, given["address"], wishes))
    if given["text"].strip():
        yield "text", outcome(_("pasted text"), partial(bring_in, Copy(given["text"], "pasted.txt"), wishes))


def _from_file(file: Any, wishes: Wishes) -> Import:
    return bring_in(Copy(file.read(), file.name, media_type=file.content_type), wishes)


def _from_address(address: str, wishes: Wishes) -> Import:
    data, media_type, final = fetch(address)
    return bring_in(Copy(data, address, final, media_type), wishes)
