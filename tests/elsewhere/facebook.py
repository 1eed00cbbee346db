"""Facebook as it speaks to a paper: its dialogue, and its graph, asked under the proof that the paper has the secret."""
from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from rotative.project.keys_of import GRAPH
from tests.elsewhere.serving import Answer, Asked, Page, Provider, back, demand, said


@dataclass
class Facebook(Provider):
    client: str = "2034567890"

    def pages(self) -> dict[str, Page]:
        return {
            f"GET /{GRAPH}/dialog/oauth": self.authorize, "POST /consent": self.answer, f"GET /{GRAPH}/oauth/access_token": self.token, f"GET /{GRAPH}/me": self.me,
        }  # fmt: skip

    def authorize(self, asked: Asked) -> Answer:
        told = asked.told
        demand(told.get("client_id") == self.client, "client_id")
        demand(told.get("redirect_uri") == self.callback, f"This address is none of the app's: {told.get('redirect_uri')}")
        demand(told.get("response_type") == "code", "response_type")
        demand(set(told.get("scope", "").split(",")) == {"email", "public_profile"}, f"scope {told.get('scope')}")
        demand(len(told.get("state", "")) >= 16, "state")
        return self.consent(asked)

    def answer(self, asked: Asked) -> Answer:
        told = asked.told
        if not told.get("agrees"):
            return back(told["redirect_uri"], "#_=_", error="access_denied", error_code="200", error_description="Permissions error", error_reason="user_denied", state=self.state or told["state"])
        code, _grant = self.grant(asked)
        return back(told["redirect_uri"], "#_=_", code=code, state=self.state or told["state"])

    def token(self, asked: Asked) -> Answer:
        told = asked.told
        demand((told.get("client_id"), told.get("client_secret")) == (self.client, self.secret), "Error validating client secret.", code="OAuthException")
        token, _grant = self.redeem(told)
        return said({"access_token": token, "token_type": "bearer", "expires_in": 5183999})

    def me(self, asked: Asked) -> Answer:
        told = asked.told
        kept = self.tokens.get(told.get("access_token", ""))
        demand(kept, "Invalid OAuth access token.", status=401, code="OAuthException")
        proof = hmac.new(self.secret.encode(), told["access_token"].encode(), hashlib.sha256).hexdigest()
        demand(hmac.compare_digest(told.get("appsecret_proof", ""), proof), "Invalid appsecret_proof provided in the API argument", code="GraphMethodException")
        wanted = set(told.get("fields", "id,name").split(",")) | {"id"}
        demand(wanted == {"id", "email", "name"}, f"More is asked for than is needed: {wanted}")
        return said({key: value for key, value in (kept.who if kept else {}).items() if key in wanted})
