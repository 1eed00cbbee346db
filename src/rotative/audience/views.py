"""What readers can do, under ``/_/``: like, and be counted.

None of these pages is printed. What comes before a like is alone in having a token, and
the answer to a like in having a cookie of the audience's.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import get_template
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from rotative.audience import actions, marks, queries, visits
from rotative.masthead.asking import address_of, wants_json
from rotative.masthead.frames import frame
from rotative.masthead.languages import first, languages, prefix
from rotative.masthead.queries import masthead

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True, kw_only=True)
class LikePage:
    """What the page of a like shows. The form posts ``token`` and ``want`` to ``action``."""

    site: Any
    head: Any
    title: str
    url: str
    action: str
    token: str
    liked: bool
    count: int
    token_name: str = "csrfmiddlewaretoken"  # noqa: S105
    crumbs: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Liked:
    """What is liked: a story, or the paper in one of its languages."""

    article_id: int | None
    title: str
    url: str
    language: str


# ── Likes ──────────────────────────────────────────────────────────────────────


def like_article(request: HttpRequest, article_id: str) -> HttpResponse:
    story = queries.story(int(article_id))
    if story is None:
        raise Http404
    return _like(request, Liked(story.pk, story.title, story.address, story.language))


def like_paper(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("in", "")
    language = asked if asked in languages() else first()
    return _like(request, Liked(None, masthead().name, f"{prefix(language)}/", language))


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def _like(request: HttpRequest, liked: Liked) -> HttpResponse:
    with translation.override(liked.language):
        response = _write_like(request, liked) if request.method == "POST" else _ask(request, liked)
    patch_vary_headers(response, ["Accept"])
    return response


def _ask(request: HttpRequest, liked: Liked) -> HttpResponse:
    """What a script needs to send a like; for others the page with the form, which works with script off."""
    if wants_json(request):
        mine, number = queries.is_liked(liked.article_id, visits.mark_of(request)), queries.likes(liked.article_id)
        return JsonResponse({"token": get_token(request), "liked": mine, "likes": number})
    frames = frame(liked.language, liked.title)
    page = LikePage(
        site=frames["site"],
        head=frames["head"],
        title=frames["title"],
        url=liked.url,
        action=request.get_full_path(),
        token=get_token(request),
        liked=queries.is_liked(liked.article_id, visits.mark_of(request)),
        count=queries.likes(liked.article_id),
    )
    return HttpResponse(get_template("audience/like.html").render({"page": page, "site": page.site}))


def _write_like(request: HttpRequest, liked: Liked) -> HttpResponse:
    if visits.too_many(request, "like"):
        return _too_many()
    want = request.POST.get("want")
    if want not in ("0", "1"):
        return HttpResponse(_("Say whether you like it (want=1) or not (want=0)."), status=400, content_type="text/plain; charset=utf-8")
    return _mark(request, liked) if want == "1" else _unmark(request, liked)


def _mark(request: HttpRequest, liked: Liked) -> HttpResponse:
    """A reader's first like makes the mark that their browser keeps; it is never renewed."""
    kept = visits.mark_of(request)
    mark = kept or marks.new_mark()
    actions.like(liked.article_id, mark, address_of(request))
    response = _answer(request, liked, True)
    if not kept:
        visits.keep_mark(request, response, mark)
    return response


def _unmark(request: HttpRequest, liked: Liked) -> HttpResponse:
    mark = visits.mark_of(request)
    if mark:
        actions.unlike(liked.article_id, mark)
    return _answer(request, liked, False)


def _answer(request: HttpRequest, liked: Liked, likes_it: bool) -> HttpResponse:
    """For the script that asked, what is true now; for others, the page they came from."""
    if wants_json(request):
        return JsonResponse({"liked": likes_it, "likes": queries.likes(liked.article_id)})
    return HttpResponse(status=303, headers={"Location": liked.url})


# ── Readings ───────────────────────────────────────────────────────────────────


def for_pages_of_this_paper(view: View) -> View:
    """For what a page sends by itself, with no cookie and no token: its origin is asked instead."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not visits.is_of_this_paper(request):
            return HttpResponse(_("Only a page of this paper may ask for this."), status=403, content_type="text/plain; charset=utf-8")
        return view(request, *args, **kwargs)

    return guarded


@for_pages_of_this_paper
@require_POST
@cache_control(no_store=True)
def read(request: HttpRequest, article_id: str) -> HttpResponse:
    """Count a reading. The answer says nothing, and leaves nothing behind."""
    if visits.too_many(request, "read"):
        return _too_many()
    story = queries.story(int(article_id))
    if story is None:
        raise Http404
    actions.read(story.pk, address_of(request), request.headers.get("User-Agent", ""))
    return HttpResponse(status=204)


def _too_many() -> HttpResponse:
    sentence = _("That is a great deal at once. Please wait a minute and try again.")
    return HttpResponse(sentence, status=429, content_type="text/plain; charset=utf-8", headers={"Retry-After": "60"})
