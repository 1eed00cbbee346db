"""English: how its newspapers report words."""
from __future__ import annotations

import re

from rotative.record.reading.statements.inflection import english
from rotative.record.reading.statements.lexicon import Lexicon, Pronoun, Verb, forms, verbs

_VERBS = verbs("""
says dct: tell, remind, assure, inform
says dcn: say, state, declare, claim, assert
says dc: add, explain, note, remark, comment, reply, respond, write, think, believe, argue, maintain, insist, contend, allege, suggest, indicate, report, observe, tweet, conclude, estimate, stress, emphasize, emphasise, reiterate, recall, opine, point, continue, joke, quip, suppose, theorize, theorise, hope, mention, speculate, testify, recount, shout, highlight, find, show, speak, cite, clarify, feel, acknowledge, conjecture, post, estimate
announces dcn: announce
announces dc: predict, expect, forecast
reveals dcn: reveal, disclose
confirms dcn: confirm, admit, concede, acknowledge
denies dcn: deny, dispute, reject, dismiss, refute
refuses di: refuse, decline
demands dcin: demand, request, urge, recommend, ask, propose, advise
promises dci: promise, pledge, vow, swear
warns dcn: warn, caution
warns di: threaten
accuses dx: accuse
accuses dcn: condemn, denounce, criticize, criticise, decry, blast, slam
regrets dcn: regret, lament
other dcn: praise, welcome, hail
says dy: describe, characterize, characterise, call, dub, label
""")
_EXPRESSIONS: tuple[tuple[str, Verb], ...] = (
    (r"\b(?:made|makes|making|make) (?:it )?clear\b", Verb("make clear", "says", "dc")),
    (r"\b(?:pointed|points|pointing) out\b", Verb("point out", "says", "dc")),
    (r"\b(?:went|goes|going) on to say\b", Verb("go on to say", "says", "dc")),
    (r"\b(?:called|calls|calling) (?:up)?on\b", Verb("call on", "demands", "dxi")),
    (r"\b(?:called|calls|calling) for\b", Verb("call for", "demands", "dn")),
    (r"\b(?:expressed|expresses|expressing)\b", Verb("express", "says", "dn")),
)
_ACCORDING = r"\baccording to |\bin the (?:words|view|opinion) of |\bfor (?=(?:him|her|them)\b,)"

LEXICON = Lexicon(
    language="en",
    forms=forms(_VERBS, english),
    reflexive={},
    expressions=tuple((re.compile(pattern, re.IGNORECASE), verb) for pattern, verb in _EXPRESSIONS),
    according=re.compile(_ACCORDING, re.IGNORECASE),
    clause=frozenset({"that", "whether", "if", "how", "why", "what"}),
    pronouns={
        "he": Pronoun("m", "s"), "she": Pronoun("f", "s"), "they": Pronoun(None, "p"), "him": Pronoun("m", "s"),
        "her": Pronoun("f", "s"), "them": Pronoun(None, "p"), "the latter": Pronoun(None, "s"),
    },
    inversion=re.compile(r"(?!)"),
    set_in=(),
    auxiliaries=frozenset(["has", "have", "had", "is", "are", "was", "were", "be", "been", "being", "did", "does", "do", "'s", "'ve", "'d", "having"]),
    ambiguous=frozenset([
        "report", "reports", "claim", "claims", "note", "notes", "comment", "comments", "demand", "demands", "request", "requests", "call", "calls",
        "estimate", "estimates", "remark", "remarks", "state", "states", "post", "posts", "point", "points", "show", "shows", "tweet", "tweets",
        "promise", "promises", "pledge", "pledges", "vow", "vows", "hope", "hopes", "label", "labels", "expressed", "find", "finds", "stress",
        "stresses", "regret", "regrets", "reply", "joke", "blast", "slam", "welcome", "caution", "dispute", "call", "feel", "feels", "propose",
        "reads", "read", "view", "views"
    ]),
    never_nouns=frozenset(),
    articles=frozenset([
        "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some", "several", "no", "any",
        "each"
    ]),
    negations=frozenset({"not", "n't", "never"}),
    addressing=tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"(?<=\btold )|(?<=\btelling )|(?<=\btells )|(?<=\bwarned )(?=(?-i:[A-Z]))|\bto (?=the |a |an |his |her |their |(?-i:[A-Z]))",
            r"\binterview (?:with|to|for|on|by) |\bspeaking (?:to|with|on) |\btalking to ",
            r"\b(?:on|via|in) (?=(?-i:Twitter|Facebook|Instagram|YouTube|Telegram|[A-Z]\w+ (?:News|TV|Radio|Times|Post)))",
            r"\b(?:in|during|at|via|on) (?=(?:an?|the|his|her|its|their) (?:[\w-]+ ){0,2}(?:statement|interview|tweet|speech|press conference|news conference|message|address|video|email)\b)",
        )
    ),
)
