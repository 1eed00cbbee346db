"""Statements: who said what, as a text reports it.

``marks`` pairs quotation marks; ``sentences`` keeps quotations whole; ``cues`` are the words that report, by the tables
of ``french`` and ``english``; ``contents``, ``inserted`` and ``according`` say what is reported, ``borders`` where it
ends; ``speakers`` takes the mention beside the cue (``subjects`` by the parse, ``phrases``, ``inverted``) where it may speak (``agents``)
and agrees (``agreement``), or stands in the place of who does (``placing``); ``carried`` and ``looking_back`` give what goes on,
``resolution`` finds whom it means among the ``people`` of the text (``naming``, ``referents``, ``anaphors``);
``circumstances`` are to whom, through whom, where and when.
"""
from __future__ import annotations

from rotative.record.reading.findings import Actor, Date, Statement
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.statements.circumstances import circumstanced
from rotative.record.reading.statements.english import LEXICON as ENGLISH
from rotative.record.reading.statements.finding import introduced, reported, sentences_of
from rotative.record.reading.statements.french import LEXICON as FRENCH
from rotative.record.reading.statements.looking_back import with_next
from rotative.record.reading.statements.people import people
from rotative.record.reading.statements.resolution import Resolver
from rotative.record.reading.statements.sentences import Sentence
from rotative.record.reading.text import Text

_LEXICONS = {"fr": FRENCH, "en": ENGLISH}


def find(text: Text, parsed: list[Parsed], actors: list[Actor] | None = None, dates: list[Date] | None = None) -> list[Statement]:
    """The statements of a text, in order. actors, dates: what was found of them, to name speakers and to date words."""
    lexicon = _LEXICONS[text.language]
    spoken_of = people(text, parsed, actors)
    resolver = Resolver(spoken_of, lexicon, text.plain)
    found: list[Statement] = []
    before: Sentence | None = None
    last: list[Statement] = []
    for sentence in sentences_of(text, parsed):
        told = [introduced(each, before, lexicon) for each in reported(sentence, lexicon)]
        statements = circumstanced(sentence, resolver.sentence(sentence, told), spoken_of, dates or [], lexicon)
        found += with_next(last, statements, before, sentence)
        before, last = sentence, list(statements)
    found += last
    return sorted(found, key=lambda each: each.span)
