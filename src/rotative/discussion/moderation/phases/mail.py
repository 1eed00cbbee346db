"""E-mail addresses, also those written out for people."""
from __future__ import annotations

import re
from collections.abc import Iterator

from rotative.discussion.moderation.findings import Finding, Rules, Submission
from rotative.discussion.moderation.letters import level
from rotative.discussion.moderation.private import finding
from rotative.discussion.moderation.wording import _

_AT = r"(?:@|[ ]?[(\[{][ ]?(?:at|a|à|arobas|arobase|@)[ ]?[)\]}][ ]?|[ ](?:arobas|arobase)[ ])"
_DOT = r"(?:\.|[ ]?[(\[{][ ]?(?:dot|point|\.)[ ]?[)\]}][ ]?|[ ](?:dot|point)[ ])"
_MAIL = re.compile(rf"(?<![\w.%+-])[\w.%+-]{{1,64}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{0,4}}{_DOT}[a-z]{{2,20}}(?![\w-])", re.I)


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """Anybody's: nobody's address belongs on a page that robots read."""
    spans = (found.span() for found in _MAIL.finditer(level(submission.text)))
    yield from finding("mail", submission.text, spans, _("An e-mail address: %(seen)s"), _("an e-mail address"))
