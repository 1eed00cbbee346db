"""Whom a reader does not want to read: said at a contribution, and listed; JSON for a script, forms without.

Printed pages are the same for everybody: a browser's script takes out what its reader does not want to read,
and without script there is a page of the reader's own (``quiet``).
"""
from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from rotative.discussion import addresses, pace, people, queries
from rotative.discussion.actions import muting
from rotative.discussion.models import Contribution, State
from rotative.discussion.pages import MutePage, MutesPage, framed, show
from rotative.discussion.views import wanting
from rotative.masthead.asking import wants_json
from rotative.masthead.frames import frame
from rotative.masthead.readers.visits import language_of


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def mute(request: HttpRequest, contribution_id: str) -> HttpResponse:
    """Whether its writer is read, by who asks."""
    found = Contribution.objects.select_related("article").filter(pk=int(contribution_id), state=State.SHOWN, article__live=True).exclude(voice="").first()
    if found is None:
        raise Http404
    with translation.override(found.language):
        response = _say(request, found) if request.method == "POST" else _ask(request, found)
    patch_vary_headers(response, ["Accept", "Cookie"])
    return response


def _ask(request: HttpRequest, found: Contribution, problems: tuple[str, ...] = (), status: int = 200) -> HttpResponse:
    sign_in_url = "" if request.user.is_authenticated else people.sign_in_url(request.get_full_path(), found.language)
    is_muted = found.voice in queries.muted(request.user)
    if wants_json(request):
        return JsonResponse({"token": get_token(request), "sign_in": sign_in_url, "muted": is_muted, "problems": list(problems)}, status=status)
    page = MutePage(
        **framed(request, found.language, _("Do you want to read this person?"), found.article),
        problems=problems,
        name=found.name,
        is_muted=is_muted,
        sign_in_url=sign_in_url,
        url=queries.read_at(found),
        quiet_url=queries.quiet_at(found) if is_muted else "",
    )
    return show("mute", page, status)


def _say(request: HttpRequest, found: Contribution) -> HttpResponse:
    if why_not := wanting.refused(request, "mute", _("Say whether you want to read this person (want=0) or not (want=1).")):
        return _ask(request, found, (why_not[0],), why_not[1])
    want = request.POST["want"]
    try:
        muting.mute(request.user, found) if want == "1" else muting.unmute(request.user, found.voice)
    except muting.CannotMute as why:
        return _ask(request, found, (str(why),), 409)
    return JsonResponse({"muted": want == "1"}) if wants_json(request) else HttpResponseRedirect(addresses.mute(found), status=303)


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def mutes(request: HttpRequest) -> HttpResponse:
    """All whom a reader does not read. ``voices``: those whom their browser muted before they signed; ``again``: one whom they read again."""
    if not request.user.is_authenticated:
        response: HttpResponse = _unsigned(request)
    elif request.method == "POST":
        response = _changed(request)
    else:
        response = JsonResponse(_told(request)) if wants_json(request) else _list(request)
    patch_vary_headers(response, ["Accept", "Cookie"])
    return response


def _unsigned(request: HttpRequest) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"token": "", "voices": []}, status=401)
    return HttpResponseRedirect(people.sign_in_url(reverse("mutes"), language_of(request)))


def _changed(request: HttpRequest) -> HttpResponse:
    if pace.is_too_fast(request, "mute"):
        return HttpResponse(status=429)
    muting.take_over(request.user, request.POST.get("voices", "").split())
    if again := request.POST.get("again", ""):
        muting.unmute(request.user, again)
    return JsonResponse(_told(request)) if wants_json(request) else HttpResponseRedirect(reverse("mutes"), status=303)


def _told(request: HttpRequest) -> dict[str, object]:
    return {"token": get_token(request), "voices": sorted(queries.muted(request.user))}


def _list(request: HttpRequest) -> HttpResponse:
    language = language_of(request)
    with translation.override(language):
        told = [(row.voice, row.name, timezone.localtime(row.created_at)) for row in queries.mutes_of(request.user)]
        page = MutesPage(**frame(language, _("People whom you do not read")), action=reverse("mutes"), token=get_token(request), muted=told)
        return show("mutes", page)
