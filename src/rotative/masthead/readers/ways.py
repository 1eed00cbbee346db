"""The providers that the paper has keys of, and how each is called."""
from __future__ import annotations

from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.http import Http404, HttpRequest

from rotative.masthead.readers import visits
from rotative.masthead.readers.pages import Way


def ways(request: HttpRequest) -> list[Way]:
    """Those that a reader may choose; Mastodon asks for an instance first, and is not among them."""
    return [_way(each) for each in get_adapter(request).list_providers(request)]


def provider_of(request: HttpRequest, name: str) -> Any:
    """A provider by its name in an address. Raises Http404 for what the paper has no keys of."""
    try:
        return get_adapter(request).get_provider(request, name)
    except SocialApp.DoesNotExist:
        raise Http404 from None


def linked(request: HttpRequest, user: Any) -> list[Way]:
    """The providers that an account is linked to."""
    names = {each.id: each.name for each in ways(request)}
    accounts = SocialAccount.objects.filter(user=user).order_by("pk")
    return [Way(names.get(each.provider) or ("Mastodon" if "." in each.provider else each.provider.title()), "", each.provider, each.pk, called(each)) for each in accounts]


def called(account: SocialAccount) -> str:
    """How someone is called there."""
    return str(account.extra_data.get("acct") or account.extra_data.get("preferred_username") or account.extra_data.get("name") or "")


def _way(provider: Any) -> Way:
    return Way(str(provider.name), visits.to("account_provider", provider.sub_id), provider.sub_id)
