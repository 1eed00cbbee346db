"""Quotations whose speaker stands behind them: in the next sentence, whose own quotation follows at once, or in a line of its own with a dash."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.statements.sentences import Sentence

_SIGNED = re.compile(r"[—–-]\s*(?P<who>[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de |du |d'|von |van )?[A-ZÀ-Þ][\w.'’-]*)){0,4})\s*(?:,[^.!?]{0,120})?\.?")


def with_next(before: Sequence[Statement], here: Sequence[Statement], last: Sentence | None, sentence: Sentence) -> list[Statement]:
    """The statements of the last sentence; one that is a quotation alone has the speaker who is told behind the next: "« A. » « B », a dit X"."""
    open_ones = [each for each in before if _is_open(each)]
    if last is None or sentence.parsed.doc.lang_ != "fr" or len(open_ones) != 1 or open_ones[0] is not before[-1]:
        return list(before)
    who = _signature(sentence, last, before[-1]) or _teller(before[-1], here, sentence)
    return [*before[:-1], who] if who else list(before)


def _is_open(statement: Statement) -> bool:
    return statement.cue is None and statement.speaker is None and statement.speaker_name is None and statement.mode == "direct"


def _teller(open_one: Statement, here: Sequence[Statement], sentence: Sentence) -> Statement | None:
    """The same, with who says the quotation that follows at once."""
    between = sentence.words[open_one.span.end : sentence.span.start]
    teller = next((each for each in here if each.span.start == sentence.span.start and each.mode == "direct"), None)
    if teller is None or teller.speaker is None or teller.cue is None or teller.cue.start < teller.span.end or between.strip(" .") or "\n" in between:
        return None
    return replace(open_one, speaker=teller.speaker, speaker_name=teller.speaker_name, unnamed=teller.unnamed)


def _signature(sentence: Sentence, last: Sentence, open_one: Statement) -> Statement | None:
    """The same, with who signs it in the next line: "— Inès Valmer, maire de Verel"."""
    block = sentence.parsed.block.span
    signed = _SIGNED.fullmatch(sentence.words, block.start, block.end)
    if signed is None or sentence.parsed is last.parsed or sentence.words[open_one.span.end : block.start].strip(" .\n"):
        return None
    return replace(open_one, speaker=Span(*signed.span("who")), speaker_name=signed["who"])
