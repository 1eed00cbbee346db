"""Mastodon for django-allauth: each instance is a provider, with which the paper registers itself when the first reader comes."""
from __future__ import annotations

from typing import Any

from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import ProviderAccount
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from rotative.masthead.queries import masthead
from rotative.masthead.readers import instances
from rotative.masthead.readers.models import Instance

NAME = "mastodon"
SCOPE = "read:accounts"
LONGEST = 191
FORGOTTEN = 401  # what an instance answers to keys that it does not know


def apps(provider: str, client_id: str | None) -> list[SocialApp]:
    """The paper's keys at an instance, by its host; or by the paper's name there, where a session kept that."""
    found = Instance.objects.filter(host=provider) if provider != NAME else Instance.objects.filter(client_id=client_id or "")
    return [SocialApp(provider=NAME, provider_id=each.host, name=f"Mastodon ({each.host})", client_id=each.client_id, secret=each.secret) for each in found]


def register(host: str) -> None:
    """Have the paper's keys at an instance that answers, and that knows them still. Raises Unreachable."""
    kept = Instance.objects.filter(host=host).first()
    if kept and _knows(kept):
        return
    client_id, secret = _asked_for_keys(host)
    Instance.objects.update_or_create(host=host, defaults={"client_id": client_id, "secret": secret})


def _knows(kept: Instance) -> bool:
    """Whether an instance takes the keys that it gave: one that was set up anew, or has swept, has forgotten them."""
    try:
        instances.ask(kept.host, "/oauth/token", {"grant_type": "client_credentials", "client_id": kept.client_id, "client_secret": kept.secret, "scope": SCOPE})
    except instances.Unreachable as problem:
        if not 400 <= problem.status < 500:
            raise
        return problem.status != FORGOTTEN  # not every kin of Mastodon gives keys without a reader, and that is no harm
    return True


def _asked_for_keys(host: str) -> tuple[str, str]:
    told = {"client_name": masthead().name[:60], "redirect_uris": callback_of(host), "scopes": SCOPE, "website": settings.ROTATIVE_URL}
    keys = instances.ask(host, "/api/v1/apps", told)
    client_id, secret = keys.get("client_id"), keys.get("client_secret")
    if not (isinstance(client_id, str) and isinstance(secret, str) and 0 < len(client_id) <= LONGEST and 0 < len(secret) <= LONGEST):
        raise instances.Unreachable("no keys")
    return client_id, secret


def callback_of(host: str) -> str:
    """Each instance has an address of its own to come back to: what one says is not taken for another's."""
    return f"{settings.ROTATIVE_URL}{reverse('mastodon_callback', args=[host])}"


class MastodonAdapter(OAuth2Adapter):
    """What is said to an instance, and what is read of its answers."""

    provider_id = NAME

    def __init__(self, request: HttpRequest, host: str) -> None:
        super().__init__(request)
        self.host = host
        self.authorize_url = f"https://{host}/oauth/authorize"
        self.access_token_url = f"https://{host}/oauth/token"

    def get_provider(self) -> Any:
        from allauth.socialaccount.adapter import get_adapter

        return get_adapter(self.request).get_provider(self.request, provider=self.host)

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return callback_of(self.host)

    def get_access_token_data(self, request: HttpRequest, app: SocialApp, client: Any, pkce_code_verifier: str | None = None) -> dict[str, Any]:
        told = {
            "grant_type": "authorization_code", "code": request.GET.get("code", ""), "client_id": app.client_id, "client_secret": app.secret,
            "redirect_uri": callback_of(self.host), "code_verifier": pkce_code_verifier or "", "scope": SCOPE,
        }  # fmt: skip
        return instances.ask(self.host, "/oauth/token", told)

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> SocialLogin:
        told = instances.ask(self.host, "/api/v1/accounts/verify_credentials", token=token.token)
        return self.get_provider().sociallogin_from_response(request, told)


class MastodonAccount(ProviderAccount):
    """Someone at an instance."""


class MastodonProvider(OAuth2Provider):
    """An instance says who someone is there, and no address of theirs."""

    id = NAME
    name = "Mastodon"
    account_class = MastodonAccount
    oauth2_adapter_class = MastodonAdapter
    pkce_enabled_default = True

    def __init__(self, request: HttpRequest, app: Any = None) -> None:
        super().__init__(request, app=app)
        self.name = app.name if app else self.name

    def get_oauth2_adapter(self, request: HttpRequest) -> MastodonAdapter:
        return MastodonAdapter(request, self.app.provider_id)

    def get_default_scope(self) -> list[str]:
        return [SCOPE]

    def extract_uid(self, data: dict[str, Any]) -> str:
        return str(data["id"])

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"acct": f"@{data.get('username') or data.get('acct')}@{self.app.provider_id}"}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {"name": str(data.get("display_name") or data.get("username") or "")}
