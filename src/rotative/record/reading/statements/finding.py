"""The statements of each sentence, from its cues, its sources by preposition, and the quotations that are left."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.statements.according import according
from rotative.record.reading.statements.contents import content, mode
from rotative.record.reading.statements.cues import Cue, cues
from rotative.record.reading.statements.english import LEXICON as ENGLISH
from rotative.record.reading.statements.french import LEXICON as FRENCH
from rotative.record.reading.statements.inserted import around, closes, follows_words, stands_alone
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.marks import quotations
from rotative.record.reading.statements.sentences import Sentence, sentences
from rotative.record.reading.statements.speakers import after, before, speaker
from rotative.record.reading.text import Text

_LEXICONS = {"fr": FRENCH, "en": ENGLISH}


def reported(text: Text, parsed: Sequence[Parsed]) -> Iterator[Statement]:
    """All statements of a text's body."""
    lexicon, marked = _LEXICONS[text.language], quotations(text)
    for number, block in enumerate(parsed):
        if block.block.kind in {"title", "heading"} or (number == 0 and _is_headline(text, block)):
            continue
        for sentence in sentences(block, text.plain, marked):
            yield from _of_sentence(sentence, lexicon)


def _is_headline(text: Text, block: Parsed) -> bool:
    words = text.words[slice(*block.block.span)]
    return len(words) < 200 and not words.endswith((".", "!", "»", "”", '"', "…"))


def _of_sentence(sentence: Sentence, lexicon: Lexicon) -> Iterator[Statement]:
    found = cues(sentence, lexicon)
    for cue in found:
        statement = _inserted(sentence, cue, found, lexicon) or _following(sentence, cue, found, lexicon)
        if statement:
            yield statement
    for cue_span, source, said in according(sentence, lexicon):
        yield Statement(said, mode(sentence.words, said, sentence.quotations), cue=cue_span, speaker=source)


def _inserted(sentence: Sentence, cue: Cue, others: Sequence[Cue], lexicon: Lexicon) -> Statement | None:
    """What stands before a cue (and around it): the subject after it, or before it and nothing after."""
    if cue.form != "finite" or cue.passive or not {"d", "c"} & set(cue.verb.follows):
        return None
    if follows_words(sentence, cue.start):
        who, opens = after(sentence, cue, lexicon), cue.start
    elif stands_alone(sentence, cue):
        who = before(sentence, cue, lexicon)
        opens = who.start if who and who.end <= cue.start else sentence.span.start
        who = who if follows_words(sentence, opens, quoted_only=lexicon.language == "fr") else None
    else:
        return None
    said = who and around(sentence, others, opens, closes(sentence, cue, who, lexicon))
    return _statement(sentence, cue, said, who) if said else None


def _following(sentence: Sentence, cue: Cue, others: Sequence[Cue], lexicon: Lexicon) -> Statement | None:
    said = content(sentence, cue, others, lexicon)
    return _statement(sentence, cue, said, speaker(sentence, cue, lexicon)) if said else None


def _statement(sentence: Sentence, cue: Cue, said: Span, who: Span | None) -> Statement:
    return Statement(said, mode(sentence.words, said, sentence.quotations), cue.verb.act, Span(cue.begin, cue.end), who)
