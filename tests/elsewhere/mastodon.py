"""An instance of Mastodon as it speaks to a paper: it registers it, asks the reader, and says whose a token is."""
from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

from tests.elsewhere.serving import Answer, Asked, Page, Provider, back, demand, said


@dataclass
class Mastodon(Provider):
    """Known by ``host``. ``papers``: those that have registered, with their secret, address and scopes."""

    host: str = "toots.example"
    papers: dict[str, dict[str, str]] = field(default_factory=dict)

    def pages(self) -> dict[str, Page]:
        pages: dict[str, Page] = {
            "POST /api/v1/apps": self.register, "GET /oauth/authorize": self.authorize, "POST /consent": self.answer,
            "POST /oauth/token": self.token, "GET /api/v1/accounts/verify_credentials": self.whose,
        }  # fmt: skip
        return {name: self._here(found) for name, found in pages.items()}

    def _here(self, found: Page) -> Page:
        """Another name at the same address is another site."""

        def answer(asked: Asked) -> Answer:
            demand(asked.host == self.host, f"No Mastodon is at {asked.host}", status=404)
            return found(asked)

        return answer

    def register(self, asked: Asked) -> Answer:
        told = asked.told
        demand(told.get("client_name") and told.get("redirect_uris") == self.callback, f"Validation failed: {told}", status=422)
        demand(told.get("scopes") == "read:accounts", "More is asked for than is needed", status=422)
        demand(told.get("website", "").startswith("http"), "website", status=422)
        client = secrets.token_urlsafe(32)
        self.papers[client] = {"secret": secrets.token_urlsafe(32), **told}
        return said({"id": str(len(self.papers)), "name": told["client_name"], "website": told["website"], "redirect_uri": told["redirect_uris"], "client_id": client, "client_secret": self.papers[client]["secret"], "vapid_key": ""})

    def authorize(self, asked: Asked) -> Answer:
        told = asked.told
        paper = self.papers.get(told.get("client_id", ""))
        demand(paper, "Client authentication failed due to unknown client", status=401, code="invalid_client")
        demand(told.get("redirect_uri") == self.callback, f"redirect_uri {told.get('redirect_uri')}")
        demand(told.get("response_type") == "code" and told.get("scope") == "read:accounts", f"scope {told.get('scope')}")
        demand(told.get("code_challenge_method") == "S256" and told.get("code_challenge"), "code_challenge")
        demand(len(told.get("state", "")) >= 16, "state")
        return self.consent(asked)

    def answer(self, asked: Asked) -> Answer:
        told = asked.told
        if not told.get("agrees"):
            return back(told["redirect_uri"], error="access_denied", error_description="The resource owner or authorization server denied the request.", state=self.state or told["state"])
        code, _grant = self.grant(asked)
        return back(told["redirect_uri"], code=code, state=self.state or told["state"])

    def token(self, asked: Asked) -> Answer:
        told = asked.told
        paper: dict[str, Any] = self.papers.get(told.get("client_id", ""), {})
        demand(paper and told.get("client_secret") == paper["secret"], "Client authentication failed", status=401, code="invalid_client")
        demand(told.get("scope") == "read:accounts", "scope", code="invalid_scope")
        if told.get("grant_type") == "client_credentials":
            return said({"access_token": secrets.token_urlsafe(32), "token_type": "Bearer", "scope": "read:accounts", "created_at": 1})
        demand(told.get("grant_type") == "authorization_code", "grant_type", code="unsupported_grant_type")
        token, _grant = self.redeem(told)
        return said({"access_token": token, "token_type": "Bearer", "scope": "read:accounts", "created_at": 1})

    def whose(self, asked: Asked) -> Answer:
        kept = self.tokens.get(asked.bearer)
        demand(kept, "The access token is invalid", status=401, code="invalid_token")
        return said({"note": "<p>secret life</p>", "avatar": "https://x.example/a.png", "followers_count": 3, **(kept.who if kept else {})})
