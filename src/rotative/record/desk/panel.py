"""The panel beside a story: what was read in it, shown, decided, and read again. A page of its own where no script runs."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from wagtail.admin import messages

from rotative.masthead.queries import zone
from rotative.newsroom.models import Article
from rotative.record import tasks
from rotative.record.actions.deciding import accept, reject, take_back
from rotative.record.actions.offering import take
from rotative.record.actions.stamps import DecidedMeanwhile
from rotative.record.desk.items import MODELS
from rotative.record.desk.naming import label_of, offered
from rotative.record.desk.progress import progress_of
from rotative.record.desk.review import Notice, Review, review_of
from rotative.record.models import Essential, State
from rotative.record.permissions import may_decide, may_write
from rotative.record.reading.parsing import MODELS as LANGUAGES
from rotative.record.typed import typed

VERBS: dict[str, Callable[..., Any]] = {"accept": accept, "reject": reject, "take-back": take_back, "take": take}
PLACE = "X-Record-Panel"  # sent by the script, which shows what it gets in place


@require_GET
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read in a story."""
    return shown(request, review_of(story(request, pk), request.user))


@require_GET
def state(request: HttpRequest, pk: int) -> JsonResponse:
    """How far the reading is, for who waits."""
    article = story(request, pk)
    draft: Any = article.get_latest_revision_as_object()
    progress = progress_of(article, typed(draft.body.raw_data))
    return JsonResponse({"mark": progress.mark, "moving": progress.is_moving})


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept, reject or take back one item, unless somebody else did something to it meanwhile."""
    article = story(request, pk)
    row = row_of(article, request.POST.get("kind", ""), request.POST.get("row", ""))
    verb = VERBS.get(request.POST.get("verb", ""))
    if verb is None or (verb is take and not isinstance(row, Essential)):
        raise Http404
    try:
        verb(row, request.user, seen=request.POST.get("seen", ""))
    except DecidedMeanwhile as meanwhile:
        return answered(request, article, Notice(told_of(meanwhile.row), _id(row)), 409)
    except ValidationError as refused:
        return answered(request, article, Notice(" ".join(refused.messages), _id(row)), 422)
    except ObjectDoesNotExist:
        raise gone() from None
    return answered(request, article, Notice("", _id(row)))


@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a story read once more, by hand."""
    article = story(request, pk)
    if not (may_write(article, request.user) or may_decide(article, request.user)):
        raise PermissionDenied
    if article.language not in LANGUAGES:
        return answered(request, article, Notice(_("Stories in this language are not read.")), 422)
    tasks.ask_again(article)
    return answered(request, article, Notice(_("The story is being read."), is_wrong=False))


@require_GET
def names(request: HttpRequest, pk: int) -> JsonResponse:
    """Actors of the paper, as somebody who mends types. Names of drafts are among them: who may not decide gets none."""
    if not may_decide(story(request, pk), request.user):
        raise PermissionDenied
    found = offered(request.GET.get("q", "")[:160], request.GET.get("kind", ""))
    return JsonResponse({"actors": [{"value": label_of(actor), "label": f"{actor.name}, {actor.get_kind_display()}"} for actor in found]})


# ── What views of the panel share ──────────────────────────────────────────────


def story(request: HttpRequest, pk: int) -> Article:
    """A story whose draft somebody may see."""
    article = get_object_or_404(Article, pk=pk)
    permissions = article.permissions_for_user(request.user)
    if not (permissions.can_edit() or permissions.can_publish()):
        raise PermissionDenied
    return article


def row_of(article: Article, kind: str, pk: str) -> Any:
    """Something found in a story. What the story's text no longer has may be gone."""
    if kind not in MODELS or not is_number(pk):
        raise Http404
    row = MODELS[kind].objects.filter(article=article.pk, pk=int(pk)).first()
    if row is None:
        raise gone()
    return row


def gone() -> Http404:
    return Http404(_("The story was read again meanwhile, and this is no longer in it."))


def is_number(said: str) -> bool:
    """Whether an address or a form names a row, or a place in a text: "²" is no number, nor are a thousand digits."""
    return said.isdecimal() and len(said) < 16


def answered(request: HttpRequest, article: Article, notice: Notice, status: int = 200) -> HttpResponse:
    """The panel as it is now, for the script; the page again, for who has none."""
    if PLACE in request.headers:
        return shown(request, review_of(article, request.user, notices=(notice,) if notice.sentence else ()), status)
    if notice.sentence:
        (messages.error if notice.is_wrong else messages.success)(request, notice.sentence)
    return redirect(reverse("record_review", args=[article.pk]) + (f"#{notice.item}" if notice.item else ""))


def shown(request: HttpRequest, found: Review, status: int = 200) -> HttpResponse:
    """A review, as a part for the script or as a page."""
    template = "record/desk/panel.html" if PLACE in request.headers else "record/desk/review.html"
    return render(request, template, {"review": found}, status=status)


def told_of(row: Any) -> str:
    """What somebody else made of a row that one had before one."""
    if row.state == State.SUGGESTED or not row.decided_by:
        return _("This was read again meanwhile, and is not as it was. Look at it once more; nothing was changed.")
    at = date_format(timezone.localtime(row.decided_at, zone()), "TIME_FORMAT")
    words = {
        State.ACCEPTED: _("%(name)s accepted this at %(at)s. Nothing was changed; decide again if you see it otherwise."),
        State.MENDED: _("%(name)s mended this at %(at)s. Nothing was changed; decide again if you see it otherwise."),
        State.REJECTED: _("%(name)s rejected this at %(at)s. Nothing was changed; decide again if you see it otherwise."),
    }
    return words[State(row.state)] % {"name": row.decided_by.get_full_name() or row.decided_by, "at": at}


def _id(row: Any) -> str:
    return f"{row._meta.model_name}-{row.pk}"
