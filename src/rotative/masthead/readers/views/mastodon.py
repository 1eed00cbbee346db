"""Signing in with an account at an instance of Mastodon, which the reader names."""
from __future__ import annotations

from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rotative.masthead import rates
from rotative.masthead.readers import failing, instances, mastodon, visits
from rotative.masthead.readers.views.entering import show_sign_in
from rotative.masthead.readers.views.providers import back, start


@require_POST
def go(request: HttpRequest) -> HttpResponse:
    """Off to the instance that was named, when it answers as one."""
    if not settings.MASTODON:
        raise Http404
    typed = request.POST.get("instance", "")
    host = instances.host_of(typed)
    if not host:
        return _again(request, _("Write the name of your instance, such as mastodon.social."), typed, 400)
    if rates.is_too_fast(request, "instance"):
        return _again(request, _("That is a great deal at once. Please wait a minute and try again."), typed, 429)
    try:
        mastodon.register(host)
    except instances.Unreachable:
        return _again(request, failing.sentence(failing.INSTANCE), typed, 400)
    return start(request, host)


@back
def back_from_instance(request: HttpRequest, host: str) -> HttpResponse:
    """Its state is bound to the instance: another's answer opens nothing."""
    answer: HttpResponse = OAuth2CallbackView.adapter_view(mastodon.MastodonAdapter(request, host))(request)
    return answer


def _again(request: HttpRequest, problem: str, typed: str, status: int) -> HttpResponse:
    if request.user.is_authenticated:
        messages.error(request, problem)
        return HttpResponseRedirect(visits.to("reader"))
    return show_sign_in(request, problem, status, instance=typed)
