"""Following an author, a topic, a dossier or a section: the write's own page, as for a like. Never printed."""
from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from rotative.masthead.asking import wants_json
from rotative.masthead.readers import follows, visits
from rotative.masthead.readers.pages import FollowPage, framed, show


@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """What a script needs to send it; for others a page with a button. Who has not signed in does so first."""
    thing = follows.find(kind, key)
    if thing is None:
        raise Http404
    with override(thing.language):
        response = _answer(request, kind, key, thing)
    patch_vary_headers(response, ["Accept"])
    return response


def _answer(request: HttpRequest, kind: str, key: str, thing: follows.Followed) -> HttpResponse:
    if not request.user.is_authenticated:
        url = visits.to("account_login", next=request.get_full_path(), **{"in": thing.language})
        return JsonResponse({"url": url}, status=401) if wants_json(request) else HttpResponseRedirect(url)
    if request.method == "POST":
        return _write(request, kind, key, thing)
    followed = follows.is_followed(request.user, kind, key)
    if wants_json(request):
        return JsonResponse({"token": get_token(request), "followed": followed})
    return show(request, FollowPage(**framed(request, thing.title), url=thing.url, action=request.get_full_path(), followed=followed))


def _write(request: HttpRequest, kind: str, key: str, thing: follows.Followed) -> HttpResponse:
    want = request.POST.get("want")
    if want not in ("0", "1"):
        return HttpResponse(_("Say whether you follow it (want=1) or not (want=0)."), status=400, content_type="text/plain; charset=utf-8")
    if want == "1":
        follows.follow(request.user, kind, key)
    else:
        follows.unfollow(request.user, kind, key)
    if wants_json(request):
        return JsonResponse({"followed": want == "1"})
    return HttpResponse(status=303, headers={"Location": visits.goes_to(request) or thing.url})
