"""The keys of providers as django-allauth wants them; nothing for one that has none. No framework here."""
from __future__ import annotations

from typing import Any

Settings = dict[str, dict[str, Any]]
GRAPH = "v25.0"  # of Facebook's interface; until 29 July 2028


def oidc(url: str, name: str, client: str, secret: str) -> Settings:
    """Any OpenID Connect provider, by its address."""
    if not (url and client):
        return {}
    app = {"provider_id": "openid", "name": name or "OpenID", "client_id": client, "secret": secret, "settings": {"server_url": url.rstrip("/")}}
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


def google(client: str, secret: str) -> Settings:
    if not (client and secret):
        return {}
    return {"google": {"APPS": [{"client_id": client, "secret": secret}], "SCOPE": ["openid", "profile", "email"], "OAUTH_PKCE_ENABLED": True}}


def facebook(client: str, secret: str) -> Settings:
    """Facebook does not say whether it has verified an address: it counts as not verified."""
    if not (client and secret):
        return {}
    return {"facebook": {"APPS": [{"client_id": client, "secret": secret}], "VERSION": GRAPH, "METHOD": "oauth2", "SCOPE": ["email", "public_profile"], "FIELDS": ["id", "email", "name"]}}


def apple(client: str, team: str, key_id: str, key: str) -> Settings:
    """``key``: the private key as Apple gives it, its lines joined with ``\\n``."""
    if not (client and team and key_id and key):
        return {}
    app = {"client_id": client, "secret": key_id, "key": team, "settings": {"certificate_key": key.replace("\\n", "\n")}}
    return {"apple": {"APPS": [app]}}
