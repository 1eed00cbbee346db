"""A reader's notices: the list, one of them opened, all marked as seen; and by which letters they are told."""
from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rotative.masthead.readers import visits
from rotative.masthead.readers.notices import kinds, reading
from rotative.masthead.readers.notices import wishes as wishing
from rotative.masthead.readers.notices.models import How, Notice
from rotative.masthead.readers.pages import NoticesPage, Shown, framed, show

A_PAGE = 30


@require_http_methods(["GET", "HEAD"])
@visits.signed
def notices(request: HttpRequest) -> HttpResponse:
    """All of them, those not seen yet first. Looking at the list marks none as seen."""
    mine = reading.of(request.user)
    of_page = Paginator(mine, A_PAGE).get_page(request.GET.get("page"))
    page = NoticesPage(
        **framed(request, _("Notices")),
        shown=_shown(list(of_page)),
        until=mine.order_by("-pk").values_list("pk", flat=True).first() or 0,
        newer=f"?page={of_page.previous_page_number()}" if of_page.has_previous() else "",
        older=f"?page={of_page.next_page_number()}" if of_page.has_next() else "",
    )
    return show(request, page)


def _shown(rows: Sequence[Notice]) -> list[Shown]:
    told = kinds.tell(rows)
    return [_row(row, told.get(row.pk)) for row in rows]


def _row(row: Notice, told: kinds.Told | None) -> Shown:
    at, is_new, kind = timezone.localtime(row.at), row.seen_at is None, kinds.kind_of(row)
    if told is None:
        return Shown(at, is_new, str(kind.gone) if kind else _("What this was about is no longer there."), "", "", "", "")
    return Shown(at, is_new, told.title, visits.to("notice", row.pk), told.words, told.about, told.language)


@require_GET
@visits.signed
def open_one(request: HttpRequest, pk: str) -> HttpResponse:
    """To where it is read; it is seen from now on."""
    found = reading.see(request.user, int(pk), timezone.now())
    if found is None:
        raise Http404
    told = kinds.tell([found]).get(found.pk)
    return HttpResponseRedirect(told.url if told else visits.to("notices"))


@require_POST
@visits.signed
def seen(request: HttpRequest) -> HttpResponse:
    """All that were there when the page was made."""
    until = request.POST.get("until", "")
    number = reading.see_all(request.user, int(until) if until.isdecimal() and len(until) < 19 else 0, timezone.now())
    said = ngettext("%(number)s notice is marked as seen.", "%(number)s notices are marked as seen.", number) if number else _("There was nothing new.")
    messages.success(request, said % {"number": number} if number else said)
    return HttpResponseRedirect(visits.to("notices"))


@require_POST
@visits.signed
def wishes(request: HttpRequest) -> HttpResponse:
    """By which letters a reader is told of each kind; what was not asked, or is no answer, stays."""
    for kind in kinds.kinds():
        if (how := request.POST.get(kind.name, "")) in How:
            wishing.say(request.user, kind.name, How(how))
    messages.success(request, _("It is changed."))
    return HttpResponseRedirect(visits.to("reader"))
