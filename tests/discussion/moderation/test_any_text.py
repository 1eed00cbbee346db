"""Any text at all: the pipeline answers, in bounded time, the same each time, and every span lies in the text."""
from __future__ import annotations

import gc
import json
import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rotative.discussion import words
from rotative.discussion.moderation import letters, pipeline
from rotative.discussion.moderation.classifier import Model
from rotative.discussion.moderation.features import features
from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Writer
from rotative.discussion.moderation.phases import banned, language, repeated

from .invented import learnt
from .writing import MONTH, earlier, submission

BANNED = ("vaurien*", "con", "*phile", "*crétin*", "trou du cul", "salope", "ass", "!cul-de-sac", "éàü")
OPEN = Rules(banned=BANNED, longest=2_000_000, shortest=0, links=0)
PIECES = st.sampled_from(
    ["con", "c0n", "vaurien", "c.o.n", "s a l o p e", "trou du cul", "06 12 34 56 78", "jean@exemple.fr", "FR76 3000 6000 0112 3456 7890 189", "4242 4242 4242 4242", "12 rue des Lilas"]
    + ["https://bit.ly/x", "www.a.fr", "javascript:x", "\u202e", "\u200b", "\u0301" * 6, "ﷺ", "ß", "ﬁ", "İ", "🏴\U000e0067", "\ud800", "\x00", "*", "@", "’", "-", " ", "\n", "é", "С", "١", "%(seen)s", "%"]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet=st.characters(), max_size=80),
    st.lists(PIECES, max_size=25).map("".join),
    st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=25).map(" ".join),
)


@pytest.fixture(scope="module")
def classifier() -> Model:
    """And the languages' model, which is loaded once a process."""
    language._identifier()
    return learnt()


def said(findings: tuple[Finding, ...]) -> list[tuple[object, ...]]:
    return [(each.phase, each.outcome, str(each.reason), str(each.told), each.spans, each.weight) for each in findings]


@given(TEXTS, st.booleans(), st.lists(TEXTS, max_size=3))
@settings(max_examples=400, deadline=None)
def test_any_text_has_a_verdict(classifier, text, is_trusted, before):
    given_ = submission(text, Writer(trusted=is_trusted, accepted=9, known_for=MONTH), recent=tuple(earlier(each, 100.0 * place, place) for place, each in enumerate(before)))
    verdict = pipeline.moderate(given_, OPEN, classifier)
    for finding in verdict.findings:
        assert all(0 <= start < end <= len(text) for start, end in finding.spans), finding
        assert 0 <= finding.weight <= 1
        assert str(finding.reason)
        assert Finding.from_json(finding.as_json()) == finding
        assert "\\u0000" not in json.dumps(finding.as_json()), "PostgreSQL keeps no such character."
        json.dumps(finding.as_json(), ensure_ascii=False).encode()
        assert finding.told is None or len(str(finding.told)) < 400
        assert len(str(finding.reason)) < 600
    outcomes = {finding.outcome for finding in verdict.findings}
    assert (verdict.outcome == Outcome.PUBLISH) == (not outcomes - {Outcome.TRUST})
    assert (verdict.outcome == Outcome.BOUNCE) == (Outcome.BOUNCE in outcomes)
    again = pipeline.moderate(given_, OPEN, classifier)
    assert (again.outcome, said(again.findings)) == (verdict.outcome, said(verdict.findings))


PHASES = {"suspended", "trusted", *(phase.__module__.rpartition(".")[2] for phase in (*pipeline.FIRST, *pipeline.MENDED, *pipeline.ALWAYS, *pipeline.DOUBTFUL)), "habit"} - {"lists"}


@given(TEXTS, st.booleans(), st.booleans(), st.integers(0, 9))
@example("e\x00\u0301 \r\x01\n", False, True, 0)
@settings(max_examples=300, deadline=None)
def test_what_was_tidied_stays_so_and_has_one_verdict_whose_findings_name_their_phases(classifier, text, moderated_first, is_verified, rejected):
    """As a contribution is kept, read by a moderator and sent again: nothing changes by that, and each finding says who found it."""
    kept = words.tidied(text)
    assert words.tidied(kept) == kept
    writer = Writer(is_verified=is_verified, accepted=1, rejected=rejected, known_for=MONTH)
    rules = Rules(banned=BANNED, moderated_first=moderated_first)
    first, again = (pipeline.moderate(submission(words.tidied(each), writer), rules, classifier) for each in (text, kept))
    assert (first.outcome, said(first.findings)) == (again.outcome, said(again.findings))
    assert {finding.phase for finding in first.findings} <= PHASES
    assert first.outcome != Outcome.BOUNCE or any(finding.told for finding in first.findings if finding.outcome == Outcome.BOUNCE), "What comes back says why."
    assert is_verified or first.outcome != Outcome.PUBLISH


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_letters_know_their_places(text):
    found = letters.read(text)
    assert len(found.folded) == len(found.places)
    assert list(found.places) == sorted(found.places)
    assert all(letters.fold(text[place]) for place in found.places)
    assert len(letters.level(text)) == len(text)
    assert letters.read(found.folded).folded == letters.read(letters.read(found.folded).folded).folded


@given(st.sampled_from(["vaurien", "salope", "con"]), st.lists(st.sampled_from(["zero", "cyrillic", "wide", "bold", "stroke", "drawn", "dots", "capital", "circled", "accent"]), min_size=1, max_size=3), st.text(alphabet=" .,!\n", min_size=1, max_size=3))
@settings(max_examples=300, deadline=None)
def test_disguises_upon_disguises_are_read_through(word, disguises, around):
    text = word
    for disguise in disguises:
        text = DISGUISES[disguise](text)
    whole = f"Oui{around}{text}{around}non"
    found = list(banned.look(submission(whole), OPEN))
    assert found, whole
    start, end = found[0].spans[0]
    assert len("Oui") <= start < end <= len(whole) - len("non")


def _each(change):
    return lambda text: "".join(change(char) for char in text)


DISGUISES = {
    "zero": lambda text: text.replace("o", "0").replace("a", "4"),
    "cyrillic": lambda text: text.translate(str.maketrans("aceop", "асеор")),
    "wide": _each(lambda char: chr(ord(char) + 0xFEE0) if "!" < char < "~" else char),
    "bold": _each(lambda char: chr(ord(char) - ord("a") + 0x1D41A) if "a" <= char <= "z" else char),
    "circled": _each(lambda char: chr(ord(char) - ord("a") + 0x24D0) if "a" <= char <= "z" else char),
    "stroke": _each(lambda char: char + "\u0336"),
    "accent": _each(lambda char: unicodedata.normalize("NFC", char + "\u0301")),
    "drawn": lambda text: text.replace(text[1], text[1] * 5) if text[1].isalnum() else text,
    "dots": lambda text: ".".join(text) if "." not in text else text,
    "capital": str.upper,
}


@given(TEXTS, st.text(alphabet="abcdefghij", min_size=5, max_size=9))
@settings(max_examples=200, deadline=None)
def test_a_word_that_is_not_there_is_not_found(text, word):
    """Whatever the text, a banned word whose letters do not stand in it in this order is not seen there."""
    folded = "".join(char for char in letters.read(text).folded if char.isalnum())
    is_possible = _in_order(word, folded.translate(str.maketrans("0123456789", "oizeasgtbg"))) or any(sign in text for sign in "*#") or _in_order(word, folded)
    if not is_possible and not set(letters.read(text).folded) & set("@$!|+€"):
        assert not list(banned.look(submission(text), Rules(banned=(word,))))


def _in_order(word: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in dict.fromkeys(word))


PATHOLOGICAL = {
    "one letter": "a",
    "one word": "abcdefghij",
    "blanks": " ",
    "newlines": "\n",
    "letters alone": "c ",
    "dotted": "c.",
    "dashes": "c-o-",
    "stars": "c*n ",
    "only stars": "*",
    "digits": "0",
    "groups of digits": "06 ",
    "more digits": "4 2-4.2 ",
    "plus": "+33 ",
    "at signs": "a@",
    "at": "a (at) b ",
    "dots": ".",
    "mail": "a@b.c",
    "numbers of streets": "1 rue ",
    "streets": "12 Rue De La ",
    "English streets": "1 Old Mill ",
    "iban": "FR76 ",
    "iban letters": "FR7630006",
    "links": "https://a.fr ",
    "slashes": "://",
    "brackets": "a[.]",
    "www": "www.",
    "colons": "javascript:",
    "apostrophes": "l’",
    "quotes": "«»",
    "marks": "e\u0301",
    "only marks": "\u0301",
    "zero width": "a\u200b",
    "joiners": "a\u200d",
    "bidi": "\u202e",
    "capitals": "LE PORT ",
    "drawn out": "coooon",
    "ligatures": "ﷺ",
    "other script": "порт ",
    "bold": "𝐜𝐨𝐧 ",
    "emoji": "👨‍👩‍👧",
    "tags": "\U000e0041",
    "underscores": "_",
    "leet": "c0n5 ",
    "signs": "@$!|+€",
    "banned": "con ",
    "let be": "cul-de-sac ",
    "phrase begun": "trou du ",
    "surrogates": "\ud800",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_time_grows_with_the_text_and_no_faster(name, classifier):
    """Each phase on a quarter and on a whole text of 80,000 characters: four times the time, with room for a busy machine."""
    piece = PATHOLOGICAL[name]
    for phase in (*pipeline.MENDED, *pipeline.ALWAYS, *pipeline.DOUBTFUL, lambda given_, _rules: pipeline.habit.look(given_, classifier)):
        short, long = (_time(phase, (piece * (size // len(piece) + 1))[:size]) for size in (20_000, 80_000))
        assert long < 8 * short + 0.2, phase


def _time(phase, text: str) -> float:
    given_ = submission(text, recent=(earlier(text[:-7] + "x", article_id=5),))
    return _quickest(lambda: list(phase(given_, OPEN)))


def _quickest(run) -> float:
    """Of three, as other programs and the collector of the whole test run take their time, too."""
    return min(_once(run) for _turn in range(3))


def _once(run) -> float:
    letters.read.cache_clear()
    repeated._words.cache_clear()
    gc.disable()
    began = time.process_time()
    run()
    took = time.process_time() - began
    gc.enable()
    return took


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_a_megabyte_is_answered_at_once_under_the_papers_rules(name, classifier):
    piece = PATHOLOGICAL[name]
    text = piece * (1_000_000 // len(piece))
    assert _quickest(lambda: pipeline.moderate(submission(text), Rules(banned=BANNED), classifier)) < 0.1


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_a_text_as_long_as_may_be_is_answered_at_once(name, classifier):
    piece = PATHOLOGICAL[name]
    rules = Rules(banned=BANNED)
    text = (piece * rules.longest)[: rules.longest]
    assert _quickest(lambda: pipeline.moderate(submission(text), rules, classifier)) < 0.25


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_features_are_of_any_text(text):
    found = features(text)
    assert len(found.words) == len(found.starts) == len(found.singles)
    assert all(0 <= place < 1 << 17 for place in found.distinct().tolist())
