"""Respect for a contribution, the same way as a like: the token just before, JSON for a script, a form without."""
from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from rotative.discussion import people, queries
from rotative.discussion.actions import writing
from rotative.discussion.models import Contribution, Respect, State
from rotative.discussion.pages import RespectPage, framed, show
from rotative.discussion.views import wanting
from rotative.masthead.asking import wants_json

FEW_WORDS = 40


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def respect(request: HttpRequest, contribution_id: str) -> HttpResponse:
    found = Contribution.objects.select_related("article").filter(pk=int(contribution_id), state=State.SHOWN, article__live=True).first()
    if found is None:
        raise Http404
    with translation.override(found.language):
        response = _say(request, found) if request.method == "POST" else _ask(request, found)
    patch_vary_headers(response, ["Accept", "Cookie"])
    return response


def _ask(request: HttpRequest, found: Contribution, problems: tuple[str, ...] = (), status: int = 200) -> HttpResponse:
    sign_in_url = "" if request.user.is_authenticated else people.sign_in_url(request.get_full_path(), found.language)
    if wants_json(request):
        return JsonResponse({"token": get_token(request), "sign_in": sign_in_url, "problems": list(problems), **_now(request, found)}, status=status)
    page = RespectPage(
        **framed(request, found.language, _("Do you respect what is said here?"), found.article),
        problems=problems,
        text=Truncator(found.text).words(FEW_WORDS, truncate="…"),
        name=found.name,
        is_respected=_is_respected(request, found),
        sign_in_url=sign_in_url,
        url=queries.read_at(found),
    )
    return show("respect", page, status)


def _say(request: HttpRequest, found: Contribution) -> HttpResponse:
    if why_not := wanting.refused(request, "respect", _("Say whether you respect it (want=1) or not (want=0).")):
        return _ask(request, found, (why_not[0],), why_not[1])
    want = request.POST["want"]
    try:
        (writing.respect if want == "1" else writing.unrespect)(found, request.user)
    except writing.CannotWrite as why:
        return _ask(request, found, (str(why),), 409)
    return JsonResponse(_now(request, found)) if wants_json(request) else HttpResponseRedirect(queries.read_at(found), status=303)


def _now(request: HttpRequest, found: Contribution) -> dict[str, object]:
    return {"respected": _is_respected(request, found), "respects": Respect.objects.filter(contribution=found).count()}


def _is_respected(request: HttpRequest, found: Contribution) -> bool:
    return request.user.is_authenticated and Respect.objects.filter(contribution=found, reader=request.user).exists()
