"""The three ways to set what was typed: a line, a fragment of markup, a headline."""

from rotative.paper.typography import english, french
from rotative.paper.typography.addresses import escape_text, set_aside
from rotative.paper.typography.flow import Flow, Rule
from rotative.paper.typography.markup import read
from rotative.paper.typography.ordinals import raise_endings
from rotative.paper.typography.spaces import NBSP, primary

SHORT_WORD = 4
FEW_WORDS = 4
LONGEST_ENDING = 24
"""A headline's last two words are not held together beyond so many characters,
for they must fit into a line on a phone of 360 pixels."""


def set_text(text: str, language: str, *, narrow: bool = False) -> str:
    """Set plain text as a newspaper in this language prints it.

    Text in a language whose rules we do not know comes back unchanged. `narrow`
    makes all the spaces beside French punctuation marks narrow.
    """
    rules = _rules(language, narrow)
    if not rules:
        return text
    flow = _read_text(text)
    flow.set(rules)
    return flow.joined()


def set_html(html: str, language: str, *, narrow: bool = False) -> str:
    """Set a fragment of rich text, and raise the endings of French ordinals.

    Tags, attributes, code and whatever says it is in another language come back
    as they were; a rule reads across tags inside a paragraph. Entities other
    than those that markup needs come back as their characters.
    """
    rules = _rules(language, narrow)
    if not rules:
        return html
    flow = read(html, language)
    flow.set(rules)
    if primary(language) == "fr":
        raise_endings(flow)
    return flow.joined(escape_text)


def set_headline(text: str, language: str, *, narrow: bool = False) -> str:
    """Set a headline, and leave no short or lone word on its last line.

    In a language whose rules we do not know the text comes back unchanged.
    """
    text = set_text(text, language, narrow=narrow)
    return _hold_last_words(text) if _rules(language, narrow) else text


def _rules(language: str, narrow: bool) -> tuple[Rule, ...]:
    match primary(language):
        case "fr":
            return french.rules(narrow)
        case "en":
            return english.RULES
    return ()


def _read_text(text: str) -> Flow:
    text, kept = set_aside(text)
    return Flow(text, kept=kept)


def _hold_last_words(text: str) -> str:
    before, _, last = text.rpartition(" ")
    held = before.rpartition(" ")[2]
    ending = _words(last)
    if not _words(held) or len(ending) != 1:  # more than one: they hold together already
        return text
    is_lone = len(ending[0]) <= SHORT_WORD or len(_words(text)) >= FEW_WORDS
    fits = len(held) + len(last) < LONGEST_ENDING
    return f"{before}{NBSP}{last}" if is_lone and fits else text


def _words(text: str) -> list[str]:
    return [word for word in text.split() if any(map(str.isalnum, word))]
