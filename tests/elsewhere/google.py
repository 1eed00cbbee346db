"""Google as it speaks to a paper: OpenID Connect with a code, a challenge, and a token signed with a key of its certificates."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.elsewhere.serving import Answer, Asked, Grant, Page, Provider, back, demand, said
from tests.elsewhere.signing import Signer


@dataclass
class Google(Provider):
    client: str = "amer.apps.googleusercontent.com"
    signer: Signer = field(default_factory=Signer)
    says: dict[str, Any] = field(default_factory=dict)  # claims that are told in place of the right ones

    def pages(self) -> dict[str, Page]:
        return {
            "GET /o/oauth2/v2/auth": self.authorize, "POST /consent": self.answer, "POST /token": self.token, "GET /oauth2/v1/certs": lambda asked: said(self.signer.certificates()),
        }  # fmt: skip

    def authorize(self, asked: Asked) -> Answer:
        told = asked.told
        demand(told.get("client_id") == self.client, "client_id")
        demand(told.get("redirect_uri") == self.callback, f"redirect_uri_mismatch {told.get('redirect_uri')}")
        demand(told.get("response_type") == "code", "response_type")
        demand(set(told.get("scope", "").split()) == {"openid", "email", "profile"}, f"scope {told.get('scope')}")
        demand(told.get("code_challenge_method") == "S256" and told.get("code_challenge"), "code_challenge")
        demand(len(told.get("state", "")) >= 16 and len(told.get("nonce", "")) >= 16, "state, nonce")
        return self.consent(asked)

    def answer(self, asked: Asked) -> Answer:
        told = asked.told
        if not told.get("agrees"):
            return back(told["redirect_uri"], error="access_denied", state=self.state or told["state"])
        code, _grant = self.grant(asked)
        return back(told["redirect_uri"], state=self.state or told["state"], code=code, scope=told["scope"], authuser="0", prompt="consent")

    def token(self, asked: Asked) -> Answer:
        told = asked.told
        demand((told.get("client_id"), told.get("client_secret")) == (self.client, self.secret), "The paper's keys", status=401, code="invalid_client")
        demand(told.get("grant_type") == "authorization_code", "grant_type", code="unsupported_grant_type")
        token, kept = self.redeem(told)
        return said({"access_token": token, "expires_in": 3599, "scope": kept.asked["scope"], "token_type": "Bearer", "id_token": self.signer.sign(self._claims(kept))})

    def _claims(self, kept: Grant) -> dict[str, Any]:
        return {"iss": "https://accounts.google.com", "azp": self.client, "aud": self.client, "nonce": kept.asked["nonce"], **kept.who, **self.says}
