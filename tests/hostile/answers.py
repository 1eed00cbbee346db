"""What each address of readers answers in JSON: one table, closed schemas, so that nothing of anybody else has a field to be in.

An address that answers in JSON and does not stand here fails ``test_answers``. Whoever adds one adds its line.
"""
from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
WORDS: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer", "minimum": 0}
YES: Schema = {"type": "boolean"}
INSTANT: Schema = {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\dT"}
TOKEN: Schema = {"type": "string", "pattern": r"^\w{64}$"}
WAY_ON: Schema = {"type": "string", "pattern": r"^(/[^/\\].*|/)?$"}
SENTENCES: Schema = {"type": "array", "items": {"type": "string", "minLength": 1}}


def shape(**fields: Schema) -> Schema:
    """An object with these fields and no other."""
    return {"type": "object", "additionalProperties": False, "required": list(fields), "properties": fields}


def rows(**fields: Schema) -> Schema:
    return {"type": "array", "items": shape(**fields)}


def one_of(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


REFUSED = shape(error={"enum": [400, 403, 404, 405, 503]})
LIKED = shape(liked=YES, likes=NUMBER)
RESPECTED = shape(respected=YES, respects=NUMBER)
ASKS_RESPECT = shape(token=TOKEN, sign_in=WAY_ON, problems=SENTENCES, respected=YES, respects=NUMBER)
PARAMETERS = shape(algorithm=WORDS, cost=NUMBER, keyLength=NUMBER, keyPrefix=WORDS, keySignature=WORDS, nonce=WORDS, salt=WORDS, expiresAt=NUMBER, data=shape(article=NUMBER, most=NUMBER))
CHALLENGE = one_of({"type": "null"}, shape(parameters=PARAMETERS, signature=WORDS))
FORM = shape(
    token=TOKEN, state={"enum": ["open", "moderated", "closed"]}, signed=YES, name=WORDS, longest=NUMBER, guests=YES, known=YES, told=YES, challenge=CHALLENGE, sign_in=WAY_ON, problems=SENTENCES
)  # fmt: skip
TAKEN = shape(id=NUMBER, state={"enum": ["shown", "held", "unsigned"]}, url=WAY_ON, part={"type": ["integer", "null"]}, notes=SENTENCES, page=WAY_ON)
CREDENTIALS = {"type": "array", "items": {"type": "object", "additionalProperties": False, "properties": {"type": WORDS, "id": WORDS, "alg": {"type": "integer"}}}}
CHOICE = {"type": "object", "additionalProperties": False, "properties": {name: {"type": ["string", "boolean", "null"]} for name in ("authenticatorAttachment", "residentKey", "requireResidentKey", "userVerification")}}
PUBLIC_KEY: Schema = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "challenge": WORDS, "rp": shape(id=WORDS, name=WORDS), "rpId": WORDS, "user": shape(id=WORDS, name=WORDS, displayName=WORDS), "pubKeyCredParams": CREDENTIALS, "excludeCredentials": CREDENTIALS,
        "allowCredentials": CREDENTIALS, "authenticatorSelection": CHOICE, "userVerification": WORDS, "timeout": {"type": ["integer", "null"]}, "attestation": WORDS, "hints": {"type": "array"},
        "extensions": {"type": "object", "additionalProperties": False, "properties": {"credProps": YES}},
    },
}  # fmt: skip
OPTIONS = {"type": "object", "additionalProperties": False, "required": ["publicKey"], "properties": {"publicKey": PUBLIC_KEY, "mediation": WORDS}}
PASSKEY = one_of(shape(token=TOKEN, options=OPTIONS), shape(url=WAY_ON), shape(problem=WORDS))
ASKS_MUTE = shape(token=TOKEN, sign_in=WAY_ON, muted=YES, problems=SENTENCES)
MUTES = shape(token=one_of(TOKEN, {"const": ""}), voices={"type": "array", "items": {"type": "string", "pattern": r"^\w{1,16}$"}})
DECISIONS = rows(act=WORDS, ground=WORDS, because=WORDS, at=INSTANT)
ACCOUNT = shape(
    email=WORDS, name=WORDS, language=WORDS, since=INSTANT, last_signed_in=INSTANT, following=rows(kind=WORDS, title=WORDS, address=WORDS),
    sessions=rows(browser=WORDS, network=WORDS, since=INSTANT, last_seen=INSTANT), passkeys=rows(name=WORDS, since=INSTANT, last_used=INSTANT),
    providers={"type": "array", "items": {"type": "object", "additionalProperties": False, "properties": {name: WORDS for name in ("provider", "identifier", "since", "name", "preferred_username", "acct")}}},
    address_changes=rows(before=WORDS, after=WORDS, at=INSTANT, until=INSTANT), letters_that_wait=rows(subject=WORDS, text=WORDS),
    notices=rows(kind=WORDS, about=WORDS, cause=WORDS, at=INSTANT, seen=INSTANT, by_letter=INSTANT), letters_of_notices=rows(kind=WORDS, how=WORDS, since=WORDS),
)  # fmt: skip
DISCUSSION = shape(
    contributions=rows(story=WORDS, address=WORDS, text=WORDS, passage=WORDS, name=WORDS, state=WORDS, written=INSTANT, decisions=DECISIONS),
    respects={"type": "array", "items": NUMBER}, muted={"type": "array", "items": WORDS}, reports=rows(contribution=NUMBER, ground=WORDS, because=WORDS, at=INSTANT),
    **{"held by law": rows(kind=WORDS, contribution={"type": ["integer", "null"]}, since=INSTANT, until=INSTANT)},
)  # fmt: skip
EVERYTHING = shape(paper=WORDS, made=INSTANT, discussion=DISCUSSION, account=ACCOUNT)

# By the name of the address and what is asked of it.
ANSWERS: dict[tuple[str, str], Schema] = {
    ("like_paper", "GET"): shape(token=TOKEN, liked=YES, likes=NUMBER),
    ("like_paper", "POST"): LIKED,
    ("like_article", "GET"): shape(token=TOKEN, liked=YES, likes=NUMBER),
    ("like_article", "POST"): LIKED,
    ("comment", "GET"): FORM,
    ("comment", "POST"): one_of(TAKEN, FORM),
    ("contribution_withdraw", "GET"): shape(state=WORDS),
    ("contribution_withdraw", "POST"): shape(state=WORDS),
    ("respect", "GET"): ASKS_RESPECT,
    ("respect", "POST"): one_of(RESPECTED, ASKS_RESPECT),
    ("mute", "GET"): ASKS_MUTE,
    ("mute", "POST"): one_of(shape(muted=YES), ASKS_MUTE),
    ("mutes", "GET"): MUTES,
    ("mutes", "POST"): MUTES,
    ("follow", "GET"): one_of(shape(token=TOKEN, followed=YES), shape(url=WAY_ON)),
    ("follow", "POST"): one_of(shape(followed=YES), shape(url=WAY_ON)),
    ("account_passkey", "GET"): PASSKEY,
    ("account_passkey", "POST"): PASSKEY,
    ("account_passkeys", "GET"): PASSKEY,
    ("account_passkeys", "POST"): PASSKEY,
    ("account_json", "GET"): EVERYTHING,
}
# Files of numbers, which are printed: by their address in docs/contracts/addresses.md.
COUNTS = {
    "/_/counts/paper.json": shape(likes=NUMBER, paper_likes=NUMBER, readings=NUMBER),
    "/_/counts/article/<article_id>.json": shape(likes=NUMBER, comments=NUMBER, readings=NUMBER),
    "/_/counts/discussion/<article_id>/1.json": shape(respects={"type": "object", "additionalProperties": False, "patternProperties": {r"^\d+$": NUMBER}}),
}
