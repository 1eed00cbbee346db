"""What no setting points elsewhere: Apple's addresses, and the names of instances of Mastodon."""
from __future__ import annotations

import ssl
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings


class Pointed(AppConfig):
    name = "tests.elsewhere"
    label = "elsewhere"

    def ready(self) -> None:
        self._point_apple(settings.ELSEWHERE["apple"])
        self._point_instances(settings.ELSEWHERE["mastodon"], settings.ELSEWHERE["certificate"])

    def _point_apple(self, url: str) -> None:
        from allauth.socialaccount.providers.apple.views import AppleOAuth2Adapter as Adapter

        Adapter.authorize_url, Adapter.access_token_url, Adapter.public_key_url = f"{url}/auth/authorize", f"{url}/auth/token", f"{url}/auth/keys"

    def _point_instances(self, url: str, certificate: str) -> None:
        """Every name is at the same address, as if it were public; ``silent.example`` is where nobody listens."""
        from rotative.masthead.readers import instances

        instances.PORT = urlsplit(url).port or 0
        instances.public_address = lambda host: "127.0.0.2" if host == "silent.example" else "127.0.0.1"
        instances.trust = lambda: ssl.create_default_context(cafile=certificate)
