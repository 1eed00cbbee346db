"""The reader's own page: who they are here, where they are signed in, all that is kept of them."""
from __future__ import annotations

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rotative.masthead import rates
from rotative.masthead.languages import first, language_choices, languages
from rotative.masthead.queries import masthead
from rotative.masthead.readers import accounts, adapters, arriving, entries, erasing, kept, persons, visits, ways
from rotative.masthead.readers import export as exporting
from rotative.masthead.readers.initials import picture
from rotative.masthead.readers.models import Reader
from rotative.masthead.readers.notices import wishes
from rotative.masthead.readers.notices.kinds import kinds
from rotative.masthead.readers.notices.models import How
from rotative.masthead.readers.pages import ConfirmPage, LeavePage, LeftPage, NamePage, ReaderPage, Wished, framed, show
from rotative.masthead.readers.views.entering import SENT

PAGES = require_http_methods(["GET", "HEAD", "POST"])


@PAGES
@visits.signed
def own(request: HttpRequest) -> HttpResponse:
    """The page; its one form of its own changes the name and the language."""
    reader = _reader(request)
    if request.method != "POST":
        return _show_own(request, reader)
    language = request.POST.get("language", reader.language)
    try:
        accounts.rename(reader, request.POST.get("name", ""), language if language in languages() else reader.language)
    except ValidationError as problem:
        return _show_own(request, reader, problem.messages[0], 400)
    with override(reader.language):
        messages.success(request, _("It is changed."))
    return _in_own_language(HttpResponseRedirect(visits.to("reader")))


def _show_own(request: HttpRequest, reader: Reader, problem: str = "", status: int = 200) -> HttpResponse:
    user: Any = request.user
    sections = persons.sections(user)
    page = ReaderPage(
        **framed(request, _("My page")),
        problem=problem,
        name=request.POST.get("name", reader.name)[: 2 * accounts.LONGEST],
        picture=picture(reader.name, reader.pk),
        since=timezone.localtime(reader.created_at),
        address=user.email,
        language=reader.language,
        languages=language_choices(),
        sections=[each for each in sections if each.is_written],
        others=[each for each in sections if not each.is_written],
        following=kept.following(user),
        visits=kept.visits(user, request.session.session_key),
        passkeys=kept.passkeys(user),
        ways=[*ways.linked(request, user), *_unlinked(request, user)],
        works_here=erasing.works_here(user),
        wishes=_wishes(user),
        hows=How.choices,
    )
    return show(request, page, status)


def _wishes(user: Any) -> list[Wished]:
    asked = wishes.of(user)
    return [Wished(kind.name, kind.title, kind.note, asked[kind.name]) for kind in kinds()]


def _unlinked(request: HttpRequest, user: Any) -> list[Any]:
    has = {each.id for each in ways.linked(request, user)}
    return [each for each in ways.ways(request) if each.id not in has]


@PAGES
@visits.signed
def welcome(request: HttpRequest) -> HttpResponse:
    """The name that others see, asked once. Nothing is shown to anyone before."""
    reader = _reader(request)
    typed = request.POST.get("name", "")
    problem = ""
    if request.method == "POST":
        try:
            accounts.rename(reader, typed, get_language() or reader.language)
            request.session.pop(adapters.SUGGESTED, None)
            return HttpResponseRedirect(visits.goes_to(request) or visits.to("reader"))
        except ValidationError as trouble:
            problem = trouble.messages[0]
    suggested = typed or reader.name or request.session.get(adapters.SUGGESTED) or getattr(request.user, "name", "")
    page = NamePage(
        **framed(request, _("Welcome")), problem=problem, name=suggested, language=get_language() or first(), languages=language_choices(), next=visits.goes_to(request)
    )
    return show(request, page, 400 if problem else 200)


@require_POST
@visits.signed
def end_session(request: HttpRequest) -> HttpResponse:
    """End one other session, or all others."""
    others = UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    asked = request.POST.get("session", "")
    if asked != "others":
        others = others.filter(pk=int(asked)) if asked.isdecimal() and len(asked) < 19 else others.none()
    ended = [session.end() for session in others]
    messages.success(request, _("Signed out there.") if ended else _("There was nothing to end."))
    return HttpResponseRedirect(visits.to("reader"))


@PAGES
@visits.signed
def confirm(request: HttpRequest) -> HttpResponse:
    """Before what can not be undone: the reader shows again that it is them, by a code to their own address."""
    user: Any = request.user
    goes_to, problem = visits.goes_to(request), ""
    if request.method == "POST":
        entry = entries.send(user.email, get_language() or first(), goes_to, user) if not rates.is_too_fast(request, "letter") else None
        if entry:
            request.session[SENT] = entry.pk
            return HttpResponseRedirect(visits.to("account_code"))
        problem = _("Several letters are on their way to this address. Open the latest, or wait an hour.")
    page = ConfirmPage(**framed(request, _("Is it still you?")), problem=problem, next=goes_to, address=user.email, has_passkeys=bool(kept.passkeys(user)))
    return show(request, page, 429 if problem else 200)


@require_GET
@visits.signed
def everything_json(request: HttpRequest) -> HttpResponse:
    answer = JsonResponse(_everything(request), json_dumps_params={"ensure_ascii": False, "indent": 2})
    return _to_keep(answer, "json")


@require_GET
@visits.signed
def everything_html(request: HttpRequest) -> HttpResponse:
    title = _("What %(paper)s keeps of me") % {"paper": masthead().name}
    return _to_keep(HttpResponse(exporting.page(title, get_language() or first(), _everything(request))), "html")


def _everything(request: HttpRequest) -> dict[str, Any]:
    return {"paper": masthead().name, "made": timezone.now().isoformat(), **persons.export(request.user)}


def _to_keep(answer: HttpResponse, ending: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="{timezone.localdate().isoformat()}-my-data.{ending}"'
    return answer


@PAGES
@visits.signed
def leave(request: HttpRequest) -> HttpResponse:
    """Erase the account: with all that was written, or with the words left without a name."""
    if not arriving.is_fresh(request):
        return HttpResponseRedirect(visits.to("account_reauthenticate", next=visits.to("account_leave")))
    words = request.POST.get("words")
    if request.method == "POST" and words in ("keep", "remove") and not erasing.works_here(request.user):
        erasing.erase(request.user, keep_words=words == "keep")
        request.session.flush()
        return show(request, LeftPage(**framed(request, _("Your account is erased"))))
    problem = _("Choose what becomes of your words.") if request.method == "POST" else ""
    page = LeavePage(**framed(request, _("Erase my account")), problem=problem, works_here=erasing.works_here(request.user), sections=persons.sections(request.user))
    return show(request, page, 400 if problem else 200)


def _reader(request: HttpRequest) -> Reader:
    return accounts.reader_of(request.user, get_language() or first())


def _in_own_language(answer: HttpResponse) -> HttpResponse:
    """What was asked for on this visit gives way to what the reader has just chosen."""
    answer.delete_cookie(visits.cookie_name())
    return answer
