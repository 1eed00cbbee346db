"""Postal addresses: a number and a street, as written in French and in English."""
from __future__ import annotations

import re
from collections.abc import Iterator

from rotative.discussion.moderation.findings import Finding, Rules, Submission
from rotative.discussion.moderation.letters import level
from rotative.discussion.moderation.private import finding
from rotative.discussion.moderation.wording import _

_NUMBER = r"(?<![\w.,/-])[0-9]{1,4}(?:[ ]?(?:bis|ter|quater)|[a-d])?"
# What is nothing but a way, and what is also another word and needs a name with a capital after it.
_WAYS = r"rue|avenue|av\.|boulevard|bd|bld|boul\.|impasse|all[ée]e|chemin|ruelle|faubourg|fbg|rond-point|lotissement|r[ée]sidence|lieu-dit|venelle"
_OTHERS = r"place|pl\.|quai|route|rte|cours|square|passage|villa|sentier|cit[ée]|hameau|esplanade|mont[ée]e|cour"
_JOINING = r"(?:(?:de|du|des|la|le|les|aux?|et)[ ]|[dl]['’]){0,3}"
_FRENCH = re.compile(rf"{_NUMBER},?[ ](?:(?:{_WAYS})[ ]{_JOINING}[^\W\d_][\w'’-]{{1,40}}|(?:{_OTHERS})[ ]{_JOINING}(?-i:[A-ZÀÂÉÈÊËÎÏÔÙÛÇŒ])[\w'’-]{{1,40}})", re.I)
_STREETS = "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Crescent|Terrace|Square|Boulevard|Blvd|Gardens|Grove|Court|Row|Mews"
_ENGLISH = re.compile(rf"{_NUMBER},?[ ](?:[A-Z][\w'’-]{{1,40}}[ ]){{1,3}}(?:{_STREETS})(?!\w)")


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """A house, of anybody; a street alone is no address."""
    text = level(submission.text)
    spans = (found.span() for pattern in (_FRENCH, _ENGLISH) for found in pattern.finditer(text))
    yield from finding("address", submission.text, spans, _("A postal address: %(seen)s"), _("a postal address"), 0.6)
