"""The statements of each sentence, from its cues, its sources by preposition, and the quotations that are left."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.statements.according import according
from rotative.record.reading.statements.agents import is_evidence, is_thing, may_speak
from rotative.record.reading.statements.borders import spanned
from rotative.record.reading.statements.carried import (
    carried,
    judged_by,
    pointing_back,
    points_back_at,
    shortened,
    with_source,
)
from rotative.record.reading.statements.contents import content, mode
from rotative.record.reading.statements.cues import Cue, cues
from rotative.record.reading.statements.inserted import (
    around,
    closes,
    follows_words,
    has_object,
    interrupts,
    opening,
    stands_alone,
)
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.marks import quotations
from rotative.record.reading.statements.sentences import Sentence, is_finite, sentences
from rotative.record.reading.statements.speakers import (
    after,
    before,
    judged,
    of_main_clause,
    of_sentence,
    speaker,
    subject,
)
from rotative.record.reading.text import Text

_JOINT = re.compile(r"[\s,;]*(?:(?:et|mais|puis|and|but|then|tout en|en|avant de|avant d'|also|également|aussi|ainsi|ensuite|enfin|before|while)[\s,]*)*", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:on|cela|ceci|ça|nul|personne)(?: (?:y|en|le|la|les|n'|ne|l'|lui|leur|se|s'|\w+ment|déjà|aussi))* ?$", re.IGNORECASE)
_A_THING = re.compile(r"(?:une?|des|plusieurs) ", re.IGNORECASE)
_SIGNATURE = re.compile(r"\s*[—–-]\s*(?P<who>[A-ZÀ-Þ][\w'’-]+(?: (?:de |d'|von |van )?[A-ZÀ-Þ][\w'’-]+)+)\s*(?:,[^.!?]*|\([^()]*\))?\.?$")
_HEADLINE = re.compile(r"[«“\"] ?[A-ZÀ-Þ][\w'’-]+(?: [\w'’-]+){0,3} : [^.!?]+[»”\"]$")
_PROVING = frozenset({"montrer", "démontrer", "prouver", "révéler", "laisser entendre", "établir"})
_SHOWING = _PROVING | {"promettre", "proposer", "exiger", "justifier", "prévoir", "confirmer", "garantir", "menacer", "imposer", "défendre", "encourager", "mentionner"}
"""What things do, too."""
_MOST = 40
"""The cues of a sentence: where there are more, it is no sentence, and looking at each beside each takes long."""
_LONG = 10
"""The words of a quotation without a cue, within a sentence, that is more than a term of law."""
_LEAST = 4
"""The words of a quotation without a cue that is more than a term."""


def sentences_of(text: Text, parsed: Sequence[Parsed]) -> list[Sentence]:
    """The sentences of a text's body: not of its headline and its cross-heads."""
    marked = quotations(text)
    body = [each for number, each in enumerate(parsed) if each.block.kind not in {"title", "heading"} and not (number == 0 and _is_headline(text, each))]
    return [sentence for block in body for sentence in sentences(block, text.plain, marked)]


def _is_headline(text: Text, block: Parsed) -> bool:
    words = text.words[slice(*block.block.span)]
    return len(words) < 200 and not words.endswith((".", "!", "»", "”", '"', "…", ":")) and len(text.blocks) > 1


def reported(sentence: Sentence, lexicon: Lexicon) -> list[Statement]:
    """The statements of a sentence, in no order: each stretch of words once."""
    found = cues(sentence, lexicon)[:_MOST]
    statements: list[Statement] = []
    for statement in _all(sentence, found, lexicon):
        if all(_apart(statement, each) for each in statements):
            statements.append(statement)
    return statements


def introduced(statement: Statement, before: Sentence | None, lexicon: Lexicon) -> Statement:
    """A quotation that is a paragraph of its own, with the cue of the sentence before it, where that ends in a colon."""
    if statement.cue or statement.speaker or before is None or not before.words[slice(*before.span)].endswith(":"):
        return statement
    leading = [cue for cue in cues(before, lexicon) if "d" in cue.verb.follows and not cue.passive]
    if not leading:
        return replace(statement, speaker=of_sentence(before, before.span.end, lexicon))
    cue = leading[-1]
    return replace(statement, act=cue.verb.act, cue=Span(cue.begin, cue.end), speaker=speaker(before, cue, lexicon))


def _all(sentence: Sentence, found: Sequence[Cue], lexicon: Lexicon) -> Iterator[Statement]:
    last: Statement | None = None
    inserted = [_inserted(sentence, cue, found, lexicon) for cue in found]
    taken = [each.span for each in inserted if each and each.mode == "direct"]
    told = list(islice(according(sentence, lexicon, bool(found)), _MOST))
    for cue, given in zip(found, inserted, strict=True):
        statement = pointing_back(sentence, cue, lexicon) or given or _following(sentence, cue, found, lexicon, taken)
        source = carried(sentence, cue, statement, told, lexicon) if statement else None
        if statement and source:
            told[told.index(source)] = shortened(sentence, source, cue)
            statement = with_source(statement, source)
        elif statement and _goes_on(sentence, cue, statement, last):
            statement = replace(statement, speaker=(last and last.speaker) or statement.speaker or of_main_clause(sentence, cue, lexicon))
        if statement:
            last = statement
            yield statement
    for cue_span, who, said in told:
        yield Statement(said, mode(sentence.words, said, sentence.quotations), cue=cue_span, speaker=who)
    yield from judged_by(sentence, lexicon)
    yield from _within_quotations(sentence, lexicon)
    yield from _after_colon(sentence, lexicon)
    yield from _signed(sentence, lexicon)
    yield from _alone(sentence)
    yield from _left(sentence)


def _goes_on(sentence: Sentence, cue: Cue, statement: Statement, last: Statement | None) -> bool:
    """Whether a cue without a subject of its own is joined to what was said last, and so has its speaker."""
    if cue.passive or cue.inverted:
        return False
    if cue.form == "past" and last:
        return True
    if last and last.cue and cue.form == "participle" and statement.speaker and last.span.end <= last.cue.start < statement.speaker.start and _stands_beside(sentence, statement.speaker, cue):
        return False
    if cue.form == "participle" and last and last.cue and last.span.end <= last.cue.start and not any(is_finite(each) for each in sentence.between(last.cue.end, cue.start)):
        return True
    if cue.form == "participle" and last and statement.speaker and last.cue and last.cue.start < last.span.start <= statement.speaker.start < last.span.end <= cue.start:
        return True
    if statement.speaker is None and cue.form in {"participle", "infinitive"}:
        return True
    joint = sentence.words[last.span.end : cue.start] if last and last.span.end <= cue.start else None
    return joint is not None and bool(_JOINT.fullmatch(joint)) and statement.span.start > cue.start


def _stands_beside(sentence: Sentence, who: Span, cue: Cue) -> bool:
    """Whether a mention stands right before a participle, behind a comma: "a répondu Noé Arlin, Paul Morel soulignant que"."""
    return sentence.words[sentence.span.start : who.start].rstrip().endswith(",") and not sentence.words[who.end : cue.start].strip()


def _apart(one: Statement, other: Statement) -> bool:
    """Whether two statements are not of the same words: a second-hand one lies within the first, and is another."""
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return common < 0.8 * min(one.span.end - one.span.start, other.span.end - other.span.start) or (
        one.cue is not None and other.cue is not None and _within(one, other) != _within(other, one)
    )


def _within(one: Statement, other: Statement) -> bool:
    """Whether a statement, with its cue, is a part of what the other says."""
    return one.cue is not None and other.span.start <= one.cue.start < other.span.end and other.span.start <= one.span.start and one.span != other.span


def _inserted(sentence: Sentence, cue: Cue, others: Sequence[Cue], lexicon: Lexicon) -> Statement | None:
    """What stands before a cue (and around it): the subject after it, or before it and nothing after."""
    if cue.form not in {"finite", "infinitive"} or cue.passive or not {"d", "c"} & set(cue.verb.follows):
        return None
    start = opening(sentence, cue)
    behind = after(sentence, cue, lexicon)
    if (follows_words(sentence, start) and _closes_with_speaker(sentence, cue, behind, lexicon)) or (behind and interrupts(sentence, cue, behind.end)):
        who, opens = behind, start
    elif stands_alone(sentence, cue):
        who = before(sentence, cue, lexicon) if cue.form == "finite" else None
        opens = who.start if who and who.end <= cue.start else sentence.span.start
        who = who if follows_words(sentence, opens, quoted_only=lexicon.language == "fr") else None
    else:
        return None
    if who and cue.inverted and sentence.words[slice(*who)].lower() == "on":
        return _of_one(sentence, cue, around(sentence, others, opens, closes(sentence, cue, who, lexicon)), lexicon)
    said = who and around(sentence, others, opens, closes(sentence, cue, who, lexicon))
    return _statement(sentence, cue, said, who) if said else None


def _of_one(sentence: Sentence, cue: Cue, said: Span | None, lexicon: Lexicon) -> Statement | None:
    """What "dit-on" reports: words between marks are nobody's, others are hearsay; who is named behind it is found by preposition."""
    if said is None or any(each.start() <= cue.start < each.end() for each in lexicon.according.finditer(sentence.words, sentence.span.start, sentence.span.end)):
        return None
    return _statement(sentence, cue, said, None) if mode(sentence.words, said, sentence.quotations) != "indirect" else None


def _closes_with_speaker(sentence: Sentence, cue: Cue, behind: Span | None, lexicon: Lexicon) -> bool:
    """Whether what follows a cue says who speaks, and is not what is said: "…, a annoncé la police", "…, a annoncé la fermeture"."""
    before = sentence.words[sentence.span.start : cue.start].rstrip(", ")
    if lexicon.language == "en" or cue.inverted or before.endswith(("»", "”", '"', "''", "’")):
        return not has_object(sentence, cue) and not (behind is not None and lexicon.language == "fr" and _A_THING.match(sentence.words, behind.start) and is_thing(sentence, behind, lexicon))
    if behind is None or cue.start == cue.begin:
        return behind is not None and not has_object(sentence, cue) and not _may_be_object(sentence, cue, behind, lexicon)
    return may_speak(sentence, behind, lexicon) or not (has_object(sentence, cue) or _A_THING.match(sentence.words, behind.start) or _may_be_object(sentence, cue, behind, lexicon))


def _may_be_object(sentence: Sentence, cue: Cue, behind: Span, lexicon: Lexicon) -> bool:
    """Whether what follows a cue is a thing that its verb may govern."""
    return "n" in cue.verb.follows and is_thing(sentence, behind, lexicon)


def _spared(sentence: Sentence, said: Span | None, taken: Sequence[Span]) -> Span | None:
    """A content without the quotation at its end that a later cue reports: "a contesté les chiffres : « … », a-t-il répondu"."""
    for quotation in taken:
        if said and said.end >= quotation.end and said.start <= quotation.start and sentence.words[sentence.span.start : quotation.start].rstrip().endswith(":"):
            return spanned(sentence, said.start, quotation.start)
    return said


def _following(sentence: Sentence, cue: Cue, others: Sequence[Cue], lexicon: Lexicon, taken: Sequence[Span]) -> Statement | None:
    said = _spared(sentence, content(sentence, cue, others, lexicon), taken) or (subject(sentence, cue) if cue.passive and "n" in cue.verb.follows else judged(sentence, cue))
    back = [at for each in others if said and (at := points_back_at(sentence, each, lexicon)) and said.start < at < said.end]
    said = spanned(sentence, said.start, min(back)) if said and back else said
    who = said and speaker(sentence, cue, lexicon)
    if said and cue.passive and who is None and not re.search(r"\b(?:que?|qu'|that) ?'? ?$", sentence.words[sentence.span.start : said.start]):
        return None
    if said and who and _is_shown(sentence, cue, said, who, lexicon):
        return None
    if said and who is None and _is_nobodys(sentence, cue, said):
        return None
    return _statement(sentence, cue, said, who) if said else None


def _is_shown(sentence: Sentence, cue: Cue, said: Span, who: Span, lexicon: Lexicon) -> bool:
    """Whether a thing shows or promises, and nobody says: "les chiffres montrent que", "la course promet un beau jour"."""
    if lexicon.language != "fr" or cue.verb.lemma not in _SHOWING or mode(sentence.words, said, sentence.quotations) != "indirect":
        return False
    return is_thing(sentence, who, lexicon) or (cue.verb.lemma in _PROVING and is_evidence(sentence, who))


def _is_nobodys(sentence: Sentence, cue: Cue, said: Span) -> bool:
    """Whether it is hearsay, or what a thing shows: "on déplore deux blessés", "cela montre que"; words between marks were said."""
    return cue.form == "finite" and mode(sentence.words, said, sentence.quotations) == "indirect" and bool(_NOBODY.search(sentence.words, sentence.span.start, cue.start))


def _statement(sentence: Sentence, cue: Cue, said: Span, who: Span | None) -> Statement:
    return Statement(said, mode(sentence.words, said, sentence.quotations), cue.verb.act, Span(cue.begin, cue.end), who)


def _within_quotations(sentence: Sentence, lexicon: Lexicon) -> Iterator[Statement]:
    """Quotations whose cue is set into them, within their marks: "« A, a-t-il dit, B »"."""
    for quotation in sentence.quotations:
        for match in (each for pattern in lexicon.set_in for each in pattern.finditer(sentence.words, *quotation)):
            verb = lexicon.forms.get(match["verb"].lower())
            if verb and "d" in verb.follows and quotation.end <= sentence.span.end:
                yield Statement(quotation, "direct", verb.act, Span(*match.span("verb")), Span(*match.span("who")))


def _after_colon(sentence: Sentence, lexicon: Lexicon) -> Iterator[Statement]:
    """A quotation after a colon, and no cue before it: the subject's of the sentence, where there is one."""
    for quotation in sentence.quotations:
        lead = sentence.words[sentence.span.start : quotation.start].rstrip()
        if quotation.start > sentence.span.start and lead.endswith(":") and len(re.findall(r"\w+", sentence.words[slice(*quotation)])) >= _LEAST:
            yield Statement(quotation, "direct", speaker=of_sentence(sentence, quotation.start, lexicon))


def _signed(sentence: Sentence, lexicon: Lexicon) -> Iterator[Statement]:
    """A quotation that is a sentence, and who signs it behind a dash: "« … » — Inès Valmer, maire de Verel"."""
    for quotation in sentence.quotations[:1]:
        signature = _SIGNATURE.match(sentence.words, quotation.end, sentence.span.end)
        if quotation.start == sentence.span.start and signature and len(re.findall(r"\w+", sentence.words[slice(*quotation)])) >= _LEAST:
            yield Statement(quotation, "direct", speaker=Span(*signature.span("who")))


def _left(sentence: Sentence) -> Iterator[Statement]:
    """Long quotations within a sentence, without a cue: said, and by whom is not sure."""
    for quotation in sentence.quotations:
        inner = sentence.words[slice(*quotation)]
        if quotation.start >= sentence.span.start and len(re.findall(r"\w+", inner)) >= _LONG and _is_said(sentence, quotation):
            yield Statement(quotation, "direct")


def _is_said(sentence: Sentence, quotation: Span) -> bool:
    """Whether a quotation has a verb: more than a term of law or of science."""
    return any(is_finite(each) for each in sentence.between(*quotation))


def _alone(sentence: Sentence) -> Iterator[Statement]:
    """A sentence that is a quotation, and no cue near it."""
    for quotation in sentence.quotations:
        outside = sentence.words[sentence.span.start : max(quotation.start, sentence.span.start)] + sentence.words[quotation.end : sentence.span.end]
        inner = sentence.words[quotation.start : quotation.end]
        if quotation.start >= sentence.span.start and not any(map(str.isalnum, outside)) and len(re.findall(r"\w+", inner)) >= _LEAST and not _HEADLINE.match(inner):
            yield Statement(quotation, "direct")
