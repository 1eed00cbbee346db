"""Where a text may have an expression of time, and with which words."""
from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from rotative.record.reading.dates.keys import WORD, key, keys
from rotative.record.reading.dates.language import Language, Rule
from rotative.record.reading.findings import Span

# Not within a word; and not the second half of a compound ("Champ-de-Mars"), unless the first is a figure.
_START = r"(?<!\w)(?<![^\W\d_]-)(?<!\d[.,])"
_END = r"(?<!\s)(?!\w)(?!-[^\W\d_])"
_GROUP = re.compile(r"\(\?P<\w+>")
_AROUND = 60
# How many words before a key word, itself included, an expression may begin.
_BEFORE_KEY = 9
_NAMES = ("month", "weekday")
_HEAD = re.compile(r"(?:^|[.!?:;«\"(•–—_-])\s*$")


@dataclass(frozen=True)
class Found:
    """An expression: its rule, its groups, and the words around. start, end: in the block. around: the block's own words."""

    rule: Rule
    groups: re.Match[str]
    around: str

    @property
    def span(self) -> Span:
        return Span(*self.groups.span())

    def __getitem__(self, name: str) -> str:
        """A group's words, folded; empty where the rule has none or they are not there."""
        return next((words for group, words in self.groups.groupdict().items() if words and group.partition("__")[0] == name), "")

    @cached_property
    def before(self) -> str:
        """The words before, in small letters with their accents."""
        return self.around[max(0, self.span.start - _AROUND) : self.span.start].lower()

    @cached_property
    def after(self) -> str:
        """The words after, in small letters with their accents."""
        return self.around[self.span.end : self.span.end + _AROUND].lower()

    @property
    def words(self) -> str:
        """The expression as it is written."""
        return self.around[slice(*self.span)]


def expressions(words: str, language: Language) -> Iterator[Found]:
    """The expressions of a block, from left to right, none over another; at one place, by the order of the rules."""
    end = 0
    for place, _, found in sorted(_candidates(words, language), key=lambda one: one[:2]):
        if place >= end:
            yield found
            end = found.span.end


def _candidates(words: str, language: Language) -> Iterator[tuple[int, int, Found]]:
    """What may be an expression: its place, its rule's number. Rules are tried where one of their words is near."""
    folded, table = fold(words), keys(language)
    starts: list[int] = []
    tried: set[tuple[int, tuple[int, ...]]] = set()
    for word in WORD.finditer(folded):
        starts.append(word.start())
        numbers = table.get(key(word.group()), ())
        for place in starts[-_BEFORE_KEY:] if numbers else ():
            if (place, numbers) not in tried:
                tried.add((place, numbers))
                yield from _at(place, numbers, folded, words, language)


def _at(place: int, numbers: tuple[int, ...], folded: str, words: str, language: Language) -> Iterator[tuple[int, int, Found]]:
    """The first of some rules that a place fits, if one does."""
    seen = _together(numbers, language).match(folded, place)
    if not seen:
        return
    first = int((seen.lastgroup or "r0")[1:])
    for number in numbers[numbers.index(first) :]:
        rule = language.rules[number]
        match = _compiled(rule).match(folded, place)
        if match and _is_fit(rule, words, match):
            yield place, number, Found(rule, match, words)
            return


def _is_fit(rule: Rule, words: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = words[max(0, start - _AROUND) : start].lower()
    if rule.led and not _ending(rule.led).search(before):
        return False
    if rule.unled and _ending(rule.unled).search(before):
        return False
    if rule.capital and any(group.partition("__")[0] in _NAMES and words[match.start(group)].islower() for group, said in match.groupdict().items() if said):
        return False
    return not (rule.small and (_is_name(words, start, end) or _has_capital_unit(words, match)))


def _is_name(words: str, start: int, end: int) -> bool:
    """Whether it has a capital that the head of a sentence, or a title in capitals, does not explain."""
    has_capital = words[start].isupper() and not words[start:end].isupper()
    return has_capital and not _HEAD.search(words[max(0, start - _AROUND) : start])


def _has_capital_unit(words: str, match: re.Match[str]) -> bool:
    """Whether a unit has a capital of its own: "la guerre de Cent Ans"."""
    units = [words[slice(*match.span(group))] for group, said in match.groupdict().items() if said and group.startswith("unit")]
    return any(unit[0].isupper() and not unit.isupper() for unit in units)


@cache
def _together(numbers: tuple[int, ...], language: Language) -> re.Pattern[str]:
    """Some rules as one pattern, each a group by its number."""
    return re.compile(_START + "(?:" + "|".join(f"(?P<r{n}>{_spaced(_GROUP.sub('(?:', language.rules[n].pattern))}{_END})" for n in numbers) + ")")


@cache
def _compiled(rule: Rule) -> re.Pattern[str]:
    # A name may come twice in a rule ("le 3 ou mardi 3"); an expression of Python's may not have it twice.
    count = itertools.count()
    pattern = _GROUP.sub(lambda name: f"{name.group()[:-1]}__{next(count)}>", rule.pattern)
    return re.compile(f"{_START}(?:{_spaced(pattern)}){_END}")


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"(?:\s{1,2})")


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    # A word of the pattern is a whole word; a sign or a figure may stand close to one.
    return re.compile(f"(?:(?<!\\w)|(?=[\\W\\d]))(?:{_spaced(pattern)})$")


def fold(words: str) -> str:
    """Small letters without accents, letter for letter."""
    if words.isascii():
        return words.lower()
    return "".join(map(_folded, words))


@cache
def _folded(letter: str) -> str:
    small = letter.lower()
    base = unicodedata.normalize("NFD", small)[:1]
    return base if base.isalpha() else letter
