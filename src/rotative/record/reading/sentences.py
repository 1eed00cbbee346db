"""The sentences of a block, by its signs: a parser's own breaks fall within quotations and after abbreviations."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_SHORT = (
    r"M|MM|Mme|Mmes|Mlle|Me|Dr|Pr|St|Ste|Mgr|av|apr|cf|art|n|vol|éd|env|min|max|Mr|Mrs|Ms|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Jr|Sr|Inc|Ltd|Co|Corp|vs|No|"
    r"Jan|Feb|Aug|Sept|Oct|Nov|Dec|[A-ZÉÈ]"
)
_END = re.compile(r"(?P<sign>[.!?]+)(?P<close>(?:\s?[»”]|[\"')\]])*)\s+(?=[«“\"'(\[—–-]?\s?[A-ZÀ-ÖØ-Þ0-9])")
_ABBREVIATED = re.compile(rf"(?:^|[\s('«-])(?:{_SHORT})$")


def sentences(doc: Any) -> Iterator[Any]:
    """The sentences of a document, as spaCy spans without the spaces around them; none where nothing but signs is left."""
    text, start = doc.text, 0
    for match in [*_END.finditer(text), None]:
        if match and not _ends(text, start, match):
            continue
        end = match.end("close") if match else len(text)
        span = doc.char_span(start, end, alignment_mode="expand")
        start = match.end() if match else end
        if span is not None and (span := _stripped(span)):
            yield span


def is_quoted(token: Any, sentence: Any) -> bool:
    """Whether a token of a sentence stands between quotation marks."""
    before: str = sentence.doc.text[sentence.start_char : token.idx]
    return before.count("«") > before.count("»") or before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a sign ends a sentence: not after "M." or an initial, nor within marks that are still open."""
    if match["sign"] == "." and not match["close"] and _ABBREVIATED.search(text[max(start, match.start() - 8) : match.start()]):
        return False
    so_far = text[start : match.end("close")]
    return so_far.count("«") <= so_far.count("»") and so_far.count("“") <= so_far.count("”")


def _stripped(span: Any) -> Any:
    start, end = span.start, span.end
    while start < end and span.doc[start].is_space:
        start += 1
    while end > start and span.doc[end - 1].is_space:
        end -= 1
    return span.doc[start:end] if any(token.is_alpha for token in span.doc[start:end]) else None
