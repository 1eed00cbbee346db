"""A contribution by itself: for everyone the way to where it is read, for its writer what became of it, and how to mend it."""
from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from rotative.discussion import addresses, pace, people, queries
from rotative.discussion.actions.writing import CannotWrite
from rotative.discussion.actions.writing import edit as edit_text
from rotative.discussion.actions.writing import withdraw as take_back
from rotative.discussion.models import MINUTES_TO_EDIT, Contribution, DiscussionRules, State
from rotative.discussion.pages import MinePage, OwnPage, WritePage, Written, framed, show
from rotative.masthead.asking import wants_json
from rotative.masthead.frames import frame
from rotative.masthead.readers.notices.reading import unseen
from rotative.masthead.readers.visits import language_of, signed

A_PAGE, FEW_WORDS = 30, 40
ALIVE = (State.SHOWN, State.HELD, State.UNSIGNED)


@require_http_methods(["GET", "HEAD"])
@cache_control(no_store=True)
def own(request: HttpRequest, contribution_id: str) -> HttpResponse:
    found = _found(contribution_id)
    is_mine = people.wrote(request, found)
    if not is_mine and not found.is_shown:
        raise Http404
    response = _mine(request, found) if is_mine and (not found.is_shown or "mine" in request.GET) else HttpResponseRedirect(queries.read_at(found))
    patch_vary_headers(response, ["Cookie"])
    return response


@signed
@require_http_methods(["GET", "HEAD"])
@cache_control(no_store=True)
def mine(request: HttpRequest) -> HttpResponse:
    """All that a reader wrote, and what became of it."""
    language = language_of(request)
    with translation.override(language):
        pages = Paginator(queries.written_by(request.user), A_PAGE)
        shown = pages.get_page(request.GET.get("page"))
        page = MinePage(
            **frame(language, _("Your contributions")),
            written=[_written(row) for row in shown],
            unseen=unseen(request.user),
            older=f"?page={shown.next_page_number()}" if shown.has_next() else "",
            newer=f"?page={shown.previous_page_number()}" if shown.has_previous() else "",
        )
        return show("mine", page)


def _written(row: Contribution) -> Written:
    against = next((each for each in row.decisions.all() if each.is_against), None)
    return Written(
        story=row.article.title,
        url=f"{addresses.own(row)}?mine",
        text=Truncator(row.text).words(FEW_WORDS, truncate="…"),
        state_label=str(row.get_state_display()),
        at=timezone.localtime(row.created_at),
        decision_url=f"/_/decision/{against.pk}/" if against else "",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def edit(request: HttpRequest, contribution_id: str) -> HttpResponse:
    """Mend one's words for five minutes."""
    found = _my_own(request, contribution_id)
    with translation.override(found.language):
        return _edited(request, found) if request.method == "POST" else _edit_form(request, found, found.text)


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def withdraw(request: HttpRequest, contribution_id: str) -> HttpResponse:
    """Take one's words back."""
    found = _my_own(request, contribution_id)
    if request.method == "POST":
        take_back(found)
        found.refresh_from_db()
    if wants_json(request):
        return JsonResponse({"state": found.state})
    with translation.override(found.language):
        return _mine(request, found)


def _found(contribution_id: str) -> Contribution:
    found = Contribution.objects.select_related("article", "writer", "guest").filter(pk=int(contribution_id), article__live=True).first()
    if found is None:
        raise Http404
    return found


def _my_own(request: HttpRequest, contribution_id: str) -> Contribution:
    found = _found(contribution_id)
    if not people.wrote(request, found):
        raise Http404
    return found


def _mine(request: HttpRequest, found: Contribution) -> HttpResponse:
    left = found.created_at + MINUTES_TO_EDIT - timezone.now()
    held = queries.held_edit(found)
    with translation.override(found.language):
        page = OwnPage(
            **{**framed(request, found.language, _("Your contribution"), found.article), "action": f"{addresses.own(found)}withdraw/"},
            text=found.text,
            state=found.state,
            state_label=str(found.get_state_display()),
            written=timezone.localtime(found.created_at),
            is_waiting=found.state in (State.HELD, State.UNSIGNED),
            minutes=-(-int(left.total_seconds()) // 60) if left.total_seconds() > 0 and found.state in ALIVE else 0,
            edit_url=f"{addresses.own(found)}edit/",
            withdraw_url=f"{addresses.own(found)}withdraw/" if found.state in ALIVE else "",
            held_edit=held.text if held else "",
        )
        return show("own", page)


def _edited(request: HttpRequest, found: Contribution) -> HttpResponse:
    text = request.POST.get("text", "")
    if pace.is_too_fast(request, "write"):
        return _edit_form(request, found, text, (_("That is a great deal at once. Please wait a minute and try again."),), 429)
    try:
        answer = edit_text(found, text, timezone.now())
    except CannotWrite as why:
        return _edit_form(request, found, text, (str(why),), 409)
    if answer.is_bounced:
        return _edit_form(request, found, text, answer.problems, 422)
    return HttpResponseRedirect(f"{addresses.own(found)}?mine", status=303)


def _edit_form(request: HttpRequest, found: Contribution, text: str, problems: tuple[str, ...] = (), status: int = 200) -> HttpResponse:
    stand = queries.stand_now(found.article)
    page = WritePage(
        **framed(request, found.language, _("Mend your contribution"), found.article),
        problems=problems,
        state=stand.state,
        because=stand.because,
        text=text,
        passage=found.passage,
        to=0,
        answers="",
        answers_name="",
        name=found.name,
        is_signed=True,
        sign_in_url="",
        longest=DiscussionRules.load().longest,
        is_edit=True,
    )
    return show("write", page, status)
