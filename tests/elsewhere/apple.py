"""Apple as it speaks to a paper: it has the browser post its answer from its own site, tells a name once, and takes a secret that is signed."""
from __future__ import annotations

import html
import json
import time
from dataclasses import dataclass, field
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

from tests.elsewhere.serving import Answer, Asked, Grant, Page, Provider, Refused, demand, page, said
from tests.elsewhere.signing import Signer, private

ISSUER = "https://appleid.apple.com"
SIX_MONTHS = 15_777_000


@dataclass
class Apple(Provider):
    client: str = "example.amer.paper"
    team: str = "TEAM123456"
    key_id: str = "KEY1234567"
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    signer: Signer = field(default_factory=Signer)
    says: dict[str, Any] = field(default_factory=dict)  # claims that are told in place of the right ones

    @property
    def key_in_one_line(self) -> str:
        """The paper's key, as it is set."""
        return private(self.key).decode().strip().replace("\n", "\\n")

    def pages(self) -> dict[str, Page]:
        return {"GET /auth/authorize": self.authorize, "POST /consent": self.answer, "POST /auth/token": self.token, "GET /auth/keys": lambda asked: said(self.signer.jwks())}

    def authorize(self, asked: Asked) -> Answer:
        told = asked.told
        demand(told.get("client_id") == self.client, "client_id")
        demand(told.get("redirect_uri") == self.callback, f"redirect_uri {told.get('redirect_uri')}")
        demand(told.get("response_mode") == "form_post" and told.get("response_type") == "code id_token", "A name is told by a form that is posted")
        demand(set(told.get("scope", "").split()) == {"name", "email"}, f"scope {told.get('scope')}")
        demand(len(told.get("state", "")) >= 16 and len(told.get("nonce", "")) >= 16, "state, nonce")
        return self.consent(asked)

    def answer(self, asked: Asked) -> Answer:
        told = asked.told
        if not told.get("agrees"):
            return posted(told["redirect_uri"], error="user_cancelled_authorize", state=self.state or told["state"])
        code, kept = self.grant(asked)
        name = {"firstName": kept.who["first"], "lastName": kept.who["last"]}
        user = {"user": json.dumps({"name": name, "email": kept.who["email"]})} if kept.is_first else {}
        return posted(told["redirect_uri"], code=code, id_token=self.signer.sign(self._claims(kept)), state=self.state or told["state"], **user)

    def token(self, asked: Asked) -> Answer:
        told = asked.told
        self._check_secret(told.get("client_secret", ""))
        demand(told.get("client_id") == self.client, "client_id", code="invalid_client")
        demand(told.get("grant_type") == "authorization_code", "grant_type", code="unsupported_grant_type")
        token, kept = self.redeem(told)
        return said({"access_token": token, "token_type": "Bearer", "expires_in": 3600, "refresh_token": "r" + token, "id_token": self.signer.sign(self._claims(kept))})

    def _check_secret(self, secret: str) -> None:
        """The paper's name, signed with its key, for Apple, and not for longer than Apple allows."""
        try:
            claims = jwt.decode(secret, self.key.public_key(), ["ES256"], audience=ISSUER, issuer=self.team, subject=self.client, options={"require": ["iss", "iat", "exp", "aud", "sub"]})
        except jwt.PyJWTError as problem:
            raise Refused(f"client_secret: {problem}", code="invalid_client") from None
        demand(jwt.get_unverified_header(secret).get("kid") == self.key_id, "kid", code="invalid_client")
        demand(claims["exp"] <= time.time() + SIX_MONTHS, "exp", code="invalid_client")

    def _claims(self, kept: Grant) -> dict[str, Any]:
        who = {key: value for key, value in kept.who.items() if key not in ("first", "last")}
        return {"iss": ISSUER, "aud": self.client, "auth_time": int(time.time()), "nonce": kept.asked["nonce"], "nonce_supported": True, **who, **self.says}


def posted(url: str, **told: str) -> Answer:
    """A page of Apple's site whose form goes to the paper; it sends itself, and has a button for who has no script."""
    fields = "".join(f'<input type="hidden" name="{key}" value="{html.escape(value)}">' for key, value in told.items())
    return page(f'<form method="post" action="{html.escape(url)}">{fields}<button>Continue</button></form><script>document.forms[0].submit()</script>')
