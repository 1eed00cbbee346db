"""Writing a contribution: a page with a form, or JSON for the script that opens the form in place.

What was typed is lost in no case: a form that is refused shows it again, and who has yet to sign finds it afterwards.
"""
from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from rotative.discussion import addresses, pace, people, proof, queries
from rotative.discussion.actions import arriving
from rotative.discussion.actions.writing import Answer, CannotWrite, NotQuoted, contribute
from rotative.discussion.models import Contribution, DiscussionRules, Guest, State
from rotative.discussion.pages import SentPage, WritePage, framed, show
from rotative.discussion.quotations import LONGEST
from rotative.masthead.asking import address_of, wants_json
from rotative.newsroom.models import Article

DRAFT = "discussion.draft"  # in the session: what was typed before signing, and under which story
FEW_WORDS = 30


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def write(request: HttpRequest, article_id: str) -> HttpResponse:
    story = queries.story(int(article_id))
    if story is None:
        raise Http404
    with translation.override(story.language):
        response = _write(request, story) if request.method == "POST" else _form(request, story)
    patch_vary_headers(response, ["Accept"])
    return response


def _form(request: HttpRequest, story: Article, problems: tuple[str, ...] = (), status: int = 200) -> HttpResponse:
    """The form, with what was typed; for a script its token and what it has to know."""
    if wants_json(request):
        return _told(request, story, problems, status)
    stand, typed, answers, house = queries.stand_now(story), _typed(request, story), _answered(request, story), DiscussionRules.load()
    guest = people.guest_at(request) if house.allows_guests else None
    page = WritePage(
        **framed(request, story.language, _("Write a contribution"), story),
        problems=problems,
        state=stand.state,
        because=stand.because,
        text=typed.get("text", ""),
        passage=typed.get("passage", ""),
        to=answers.pk if answers else 0,
        answers=Truncator(answers.text).words(FEW_WORDS, truncate="…") if answers else "",
        answers_name=answers.name if answers else "",
        name=_name(request),
        is_signed=request.user.is_authenticated,
        sign_in_url=people.sign_in_url(request.get_full_path(), story.language),
        longest=house.longest,
        allows_guests=house.allows_guests,
        is_guest=guest is not None,
        is_told=guest is not None and arriving.is_told_of_replies(guest),
        wants_replies="tell" in request.POST,
        email=request.POST.get("email", ""),
    )
    return show("write", page, status)


def _name(request: HttpRequest) -> str:
    """The name of who is signed in, or of the guest whom this browser confirmed; what a guest typed."""
    if request.user.is_authenticated:
        return people.name_of(request.user)
    guest = people.guest_at(request)
    return guest.name if guest else str(request.POST.get("name", ""))


def _told(request: HttpRequest, story: Article, problems: tuple[str, ...], status: int) -> JsonResponse:
    stand, is_signed, house = queries.stand_now(story), request.user.is_authenticated, DiscussionRules.load()
    guest = None if is_signed or not house.allows_guests else people.guest_at(request)
    told = {
        "token": get_token(request),
        "state": stand.state,
        "signed": is_signed,
        "name": people.name_of(request.user) if is_signed else guest.name if guest else "",
        "longest": house.longest,
        "guests": house.allows_guests and not is_signed,
        "known": guest is not None,
        "told": guest is not None and arriving.is_told_of_replies(guest),
        "challenge": proof.challenge(story.pk) if house.allows_guests and not is_signed else None,
        "sign_in": people.sign_in_url(request.get_full_path(), story.language),
        "problems": list(problems),
    }
    return JsonResponse(told, status=status)


def _write(request: HttpRequest, story: Article) -> HttpResponse:
    if pace.is_too_fast(request, "write"):
        return _form(request, story, (_("That is a great deal at once. Please wait a minute and try again."),), 429)
    if not request.user.is_authenticated:
        is_guest = request.POST.get("as") == "guest" and DiscussionRules.load().allows_guests
        return _written_by_a_guest(request, story) if is_guest else _sign_first(request, story)
    try:
        if not people.name_of(request.user):
            people.take_name(request.user, request.POST.get("name", ""), story.language)
    except ValidationError as problem:
        return _form(request, story, tuple(problem.messages), 422)
    return _contributed(request, story, request.user)


def _written_by_a_guest(request: HttpRequest, story: Article) -> HttpResponse:
    """A guest says a name and an address, but where this browser has confirmed it. Without the browser's work it is held."""
    known = people.guest_at(request)
    try:
        guest = known or arriving.arrive(request.POST.get("name", ""), request.POST.get("email", ""), story.language)
        mark = _mark(request, story)
    except ValidationError as problem:
        return _form(request, story, tuple(problem.messages), 422)
    except proof.Refused as refused:
        return _form(request, story, (str(refused.told),), 422)
    return _contributed(request, story, guest, proof=mark, is_known=known is not None)


def _mark(request: HttpRequest, story: Article) -> str | None:
    payload = request.POST.get("proof", "")
    mark = proof.verify(payload, story.pk).mark if payload else None
    if mark and Contribution.objects.filter(work=mark).exists():
        raise proof.Replayed
    return mark


def _contributed(request: HttpRequest, story: Article, by: Any, **more: Any) -> HttpResponse:
    to = _answered(request, story)
    if to is None and request.POST.get("to", "0") not in ("", "0"):
        return _form(request, story, (_("What you answer is no longer there. You can write to everyone instead."),), 409)
    try:
        told = {"answers": to, "passage": request.POST.get("passage", ""), "address": address_of(request), **more}
        answer = contribute(story, by, request.POST.get("text", ""), timezone.now(), **told)
    except CannotWrite as why:
        return _form(request, story, (str(why),), 422 if isinstance(why, NotQuoted) else 409)
    if answer.contribution is None:
        return _form(request, story, answer.problems, 422)
    request.session.pop(DRAFT, None)
    if answer.contribution.state == State.UNSIGNED:
        arriving.ask(answer.contribution, wants_replies="tell" in request.POST)
    elif isinstance(by, Guest) and "tell" in request.POST:
        arriving.tell_of_replies(by, story.language, timezone.now())
    return _done(request, answer)


def _done(request: HttpRequest, answer: Answer) -> HttpResponse:
    made = answer.contribution
    assert made is not None
    if wants_json(request):
        shown = made.state == State.SHOWN
        told: dict[str, Any] = {"id": made.pk, "state": made.state, "url": addresses.own(made), "part": made.part, "notes": answer.notes}
        return JsonResponse({**told, "page": addresses.read_at(made, answer.parts) if shown else ""}, status=201)
    if made.state == State.UNSIGNED:
        return show("sent", SentPage(**framed(request, made.language, _("Open your mail"), made.article), text=made.text, email=made.guest.email if made.guest else ""))
    return HttpResponseRedirect(addresses.own(made), status=303)


def _sign_first(request: HttpRequest, story: Article) -> HttpResponse:
    """Keep what was typed, and have the writer sign."""
    if wants_json(request):
        return _told(request, story, (_("Sign first: what you typed stays here."),), 401)
    request.session[DRAFT] = {"story": story.pk, "text": request.POST.get("text", "")[:50_000], "passage": request.POST.get("passage", "")[:LONGEST]}
    return HttpResponseRedirect(people.sign_in_url(addresses.write_under(story, _number(request.POST.get("to", ""))), story.language), status=303)


def _typed(request: HttpRequest, story: Article) -> dict[str, str]:
    """What was typed: now, or before signing; a passage may come with the link."""
    if request.method == "POST":
        return {"text": request.POST.get("text", ""), "passage": request.POST.get("passage", "")}
    kept = request.session.get(DRAFT) or {}
    return kept if kept.get("story") == story.pk else {"passage": request.GET.get("passage", "")[:LONGEST]}


def _answered(request: HttpRequest, story: Article) -> Contribution | None:
    pk = _number(request.POST.get("to", "") if request.method == "POST" else request.GET.get("to", ""))
    return Contribution.objects.filter(pk=pk, article=story, state=State.SHOWN).first() if pk else None


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 19 else 0
