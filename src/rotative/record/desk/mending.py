"""Mends an item of a story, or adds one by hand: the words, who speaks, what happened, who somebody is."""
from __future__ import annotations

from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from rotative.newsroom.models import Article
from rotative.record.actions.deciding import accept, add, mend
from rotative.record.actions.stamps import DecidedMeanwhile, stamp_of
from rotative.record.desk.forms import FORMS, MendForm
from rotative.record.desk.items import MODELS, item_of
from rotative.record.desk.panel import answered, gone, is_number, row_of, shown, story, told_of
from rotative.record.desk.review import Notice, Review, review_of
from rotative.record.permissions import may_decide, may_write


@require_http_methods(["GET", "POST"])
def mend_item(request: HttpRequest, pk: int, kind: str, row: str) -> HttpResponse:
    """The form of one item, in its place; and what was changed in it."""
    article = story(request, pk)
    found = row_of(article, kind, row)
    _check(request, article, kind)
    before = review_of(article, request.user)
    seen = request.POST.get("seen") or stamp_of(found)
    form = FORMS[kind](request.POST or None, article=article, typed=before.text, item=item_of(found, before.text), seen=seen)
    if request.method == "POST" and form.is_valid():
        return _mended(request, before, form, found)
    return _asked(request, before, form)


@require_http_methods(["GET", "POST"])
def add_item(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The form of what no reading found."""
    article = story(request, pk)
    if kind not in MODELS or kind == "essential":
        raise Http404
    _check(request, article, kind)
    before = review_of(article, request.user)
    form = FORMS[kind](request.POST or None, article=article, typed=before.text, initial=_chosen(request, before))
    if request.method == "POST" and form.is_valid():
        return _added(request, before, form, kind)
    return _asked(request, before, form, adding=kind)


# ── Helpers ────────────────────────────────────────────────────────────────────


def _check(request: HttpRequest, article: Article, kind: str) -> None:
    if not (may_decide(article, request.user) or (kind == "essential" and may_write(article, request.user))):
        raise PermissionDenied


def _mended(request: HttpRequest, before: Review, form: MendForm, row: Any) -> HttpResponse:
    """Accepted as it is where nothing was changed, so that what was right is counted so."""
    changes, blocks = form.changes, before.text.by_id
    try:
        if changes or form.content:
            mend(row, request.user, form.content, blocks, form.seen, **changes)
        elif not row.is_kept:
            accept(row, request.user, form.seen)
    except DecidedMeanwhile as meanwhile:
        form.seen = stamp_of(meanwhile.row)
        form.add_error(None, told_of(meanwhile.row))
        return _asked(request, before, form, status=409)
    except ValidationError as refused:
        form.tell(refused)
        return _asked(request, before, form, status=422)
    except ObjectDoesNotExist:
        raise gone() from None
    return answered(request, before.article, Notice("", f"{row._meta.model_name}-{row.pk}"))


def _added(request: HttpRequest, before: Review, form: MendForm, kind: str) -> HttpResponse:
    try:
        row = add(MODELS[kind], before.article, request.user, form.content, before.text.by_id, **form.changes)
    except ValidationError as refused:
        form.tell(refused)
        return _asked(request, before, form, adding=kind, status=422)
    return answered(request, before.article, Notice("", f"{kind}-{row.pk}"))


def _asked(request: HttpRequest, before: Review, form: MendForm, adding: str = "", status: int = 0) -> HttpResponse:
    asked = Review(before.article, before.draft, before.text, request.user, form=form, adding=adding)
    return shown(request, asked, status or (422 if form.is_bound else 200))


def _chosen(request: HttpRequest, before: Review) -> dict[str, Any]:
    """The words that somebody chose in the text before asking."""
    start, end = request.GET.get("start", ""), request.GET.get("end", "")
    if not (is_number(start) and is_number(end)):
        return {}
    words = before.text.words[int(start) : int(end)]
    return {"words": words, "start": int(start), "end": int(end), "name": words[:160], "what": words[:280]} if words.strip() else {}


