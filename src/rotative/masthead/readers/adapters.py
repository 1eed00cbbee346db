"""What django-allauth asks of the paper: whose an address is, how letters go, and where one lands."""
from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.emailkit import valid_email_or_none
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, _build_apps_from_settings
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rotative.masthead import posting
from rotative.masthead.asking import address_of
from rotative.masthead.languages import first
from rotative.masthead.models import Letter
from rotative.masthead.queries import masthead
from rotative.masthead.readers import accounts, failing, mastodon, nonces, visits

NOWHERE = "0.0.0.0"  # noqa: S104 - not an address that is listened on
KEPT = ("name", "preferred_username", "acct")  # of what a provider tells of someone
SUGGESTED = "readers.suggested_name"
ANOTHERS = "socialaccount/messages/account_connected_other.txt"


class AccountAdapter(DefaultAccountAdapter):
    """Sign in, whichever way it came."""

    def get_login_stages(self) -> list[str]:
        """A way in is enough: a passkey is one of them, not a second lock on the others."""
        return []

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """An account is made when a letter or a provider has proven an address, by nothing that is typed."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        return bool(visits.within(url or ""))

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request) or NOWHERE

    def add_message(self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any) -> None:
        """The pages themselves say what has happened, but for what has not."""
        if message_template == ANOTHERS:
            messages.error(request, _("This account elsewhere is linked to another account here. Nothing was changed."))

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        return HttpResponseRedirect(visits.to("account_inactive"))

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """The reader is made, and goes on; who has no name yet is asked for one on the way."""
        goes_to = visits.within(kwargs.pop("redirect_url") or "")
        super().post_login(request, user, redirect_url="/", **kwargs)
        reader = accounts.reader_of(user, get_language() or first())
        return HttpResponseRedirect((goes_to or visits.to("reader")) if reader.name else visits.to("account_welcome", next=goes_to))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Whatever allauth has to say goes the way of all letters."""
        message = self.render_mail(template_prefix, email, context)
        posting.post(Letter(to=email, subject=message.subject, text=str(message.body)))


class SocialAdapter(DefaultSocialAccountAdapter):
    """Providers: what they have verified says whose an account is, and nothing else does."""

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Any:
        user = sociallogin.user
        user.email = valid_email_or_none(data.get("email")) or ""
        user.name = str(data.get("name") or " ".join(filter(None, (data.get("first_name"), data.get("last_name")))) or data.get("username") or "")[:150]
        nonces.note(sociallogin)
        return user

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Join the account of a verified address. Without one, the reader is asked for theirs, and proves it by a letter."""
        if not nonces.is_repeated(sociallogin):
            raise ImmediateHttpResponse(failing.failed(failing.PROVIDER, failing.goes_to(request, sociallogin.state)))
        suggested = (sociallogin.user and sociallogin.user.name) or sociallogin.account.extra_data.get("name") or ""
        request.session[SUGGESTED] = str(suggested)[: accounts.LONGEST]
        if sociallogin.is_existing or sociallogin.state.get("process") != AuthProcess.LOGIN:
            return
        if address := verified_address(sociallogin):
            user = accounts.at(address)
            if not user.is_active:
                raise ImmediateHttpResponse(HttpResponseRedirect(visits.to("account_inactive")))
            sociallogin.connect(request, user)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return True

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def authenticate_by_email(self, sociallogin: SocialLogin) -> None:
        """Done above, for verified addresses only, and without touching the desk's password."""

    def list_apps(self, request: HttpRequest | None, provider: str | None = None, client_id: str | None = None) -> list[Any]:
        """The keys that the settings have; those of an instance of Mastodon, by its host or by the paper's name there."""
        kept = [app for apps in _build_apps_from_settings(provider=provider, client_id=client_id).values() for app in apps]
        return kept or (mastodon.apps(provider, client_id) if provider and settings.MASTODON else [])

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: SocialAccount) -> str:
        return visits.to("reader")

    def on_authentication_error(self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None) -> None:
        turned_back = error == AuthError.CANCELLED or request.GET.get("error") == "access_denied"
        goes_to = failing.goes_to(request, (extra_context or {}).get("state"))
        raise ImmediateHttpResponse(failing.failed(failing.CANCELLED if turned_back else failing.PROVIDER, goes_to))


class PasskeyAdapter(DefaultMFAAdapter):
    """Passkeys show the paper's name and the reader's own."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": masthead().name}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        reader = accounts.reader_of(user, get_language() or first())
        return {**super().get_public_key_credential_user_entity(user), "name": user.email, "display_name": reader.name or user.email}


def verified_address(sociallogin: SocialLogin) -> str:
    """The address that the provider says it has verified, its holder's first one before others."""
    found = sorted((each for each in sociallogin.email_addresses if each.verified), key=lambda each: not each.primary)
    return next((address for each in found if (address := valid_email_or_none(each.email))), "") or ""


def keep_little(instance: SocialAccount, **_: Any) -> None:
    """Before it is saved: of what a provider tells of someone, the name that their page shows."""
    told = instance.extra_data
    for inner in ("userinfo", "id_token"):
        told = told.get(inner) or told
    instance.extra_data = {key: told[key][:120] for key in KEPT if isinstance(told.get(key), str) and told[key]} or _kept(instance)


def _kept(instance: SocialAccount) -> Any:
    """What was kept of someone of whom nothing is told this time: Apple tells a name once."""
    return SocialAccount.objects.filter(pk=instance.pk).values_list("extra_data", flat=True).first() or {}
