"""The desk's view of the wires: bring a page in, see what was read of it, get the original back."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from wagtail.permission_policies.pages import PagePermissionPolicy

from rotative.newsroom.models import Section
from rotative.wires.actions import Wishes, bring_in
from rotative.wires.fetching import Unreachable, fetch
from rotative.wires.forms import ImportForm
from rotative.wires.models import Import
from rotative.wires.reading import Unreadable
from rotative.wires.shelving import NoSection
from rotative.wires.spoken import spoken, spoken_report

LATEST = 12


@dataclass(frozen=True)
class Outcome:
    """What became of one page: what was kept, or why nothing was."""

    source: str
    kept: Import | None = None
    error: str = ""

    @property
    def report(self) -> dict[str, Any]:
        return spoken_report(self.kept.report) if self.kept else {}


def import_pages(request: HttpRequest) -> HttpResponse:
    """Read what was given into drafts, each with its report; what failed stays in the form."""
    sections = writable_sections(request.user)
    if not sections.exists():
        raise PermissionDenied
    form = ImportForm(request.POST or None, request.FILES or None, sections=sections)
    outcomes: list[Outcome] = []
    if request.method == "POST" and form.is_valid():
        outcomes = list(_bring_in_all(form.cleaned_data, request.user))
        if not any(outcome.error for outcome in outcomes):
            form = ImportForm(sections=sections)
    latest = Import.objects.select_related("article", "by")[:LATEST]
    return render(request, "wires/desk/import.html", {"form": form, "outcomes": outcomes, "latest": latest})


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


def _bring_in_all(given: dict[str, Any], user: Any) -> Iterator[Outcome]:
    section = given["section"]
    wishes = Wishes(section.slug if section else "", section.language if section else "", given["rights"], by=user)
    for file in given["files"]:
        yield _outcome(file.name, lambda file=file: bring_in(file.read(), file.name, wishes, media_type=file.content_type))
    if given["address"]:
        yield _outcome(given["address"], lambda: _from_address(given["address"], wishes))
    if given["text"].strip():
        yield _outcome(_("pasted text"), lambda: bring_in(given["text"], "pasted.txt", wishes))


def _from_address(address: str, wishes: Wishes) -> Import:
    data, media_type, final = fetch(address)
    return bring_in(data, address, wishes, final, media_type)


def _outcome(source: str, bring: Any) -> Outcome:
    try:
        return Outcome(source, bring())
    except (Unreadable, Unreachable) as error:
        return Outcome(source, error=spoken(error))
    except NoSection as error:
        return Outcome(source, error=spoken(error.args[0]))
    except ValidationError as error:
        return Outcome(source, error=" ".join(error.messages))
