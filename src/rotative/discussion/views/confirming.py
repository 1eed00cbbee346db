"""What the link of a guest's letter opens: one button, which a scanner of mail does not press."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods

from rotative.discussion import addresses, people
from rotative.discussion.actions import arriving
from rotative.discussion.models import Contribution
from rotative.discussion.pages import ConfirmPage, framed, show
from rotative.masthead.frames import frame
from rotative.masthead.readers.visits import language_of


@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(no_store=True)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    found = arriving.waiting(token)
    if found is None:
        return _too_late(request)
    with translation.override(found.language):
        if request.method != "POST":
            return show("confirm", ConfirmPage(**framed(request, found.language, _("Confirm your address"), found.article), text=found.text, name=found.name, wants_replies=arriving.wants_replies(token)))
        return _confirmed(request, found)


def _confirmed(request: HttpRequest, found: Contribution) -> HttpResponse:
    """From now on this browser is the guest's; its session has a new key, as at any sign in."""
    arriving.confirm(found, timezone.now())
    if found.guest is not None and "tell" in request.POST:
        arriving.tell_of_replies(found.guest, found.language, timezone.now())
    request.session.cycle_key()
    request.session[people.GUEST] = found.guest_id
    return HttpResponseRedirect(addresses.own(found), status=303)


def _too_late(request: HttpRequest) -> HttpResponse:
    language = language_of(request)
    with translation.override(language):
        page = ConfirmPage(**frame(language, _("This link opens nothing any more")), action="", token="", story="", story_url="", text="", name="")
        return show("confirm", page, 410)
