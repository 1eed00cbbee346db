"""Whether a text is in another language than the paper's. Of a short one nothing is said."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from rotative.discussion.moderation.findings import Finding, Outcome, Rules, Submission
from rotative.discussion.moderation.wording import Said, _

LETTERS = 80  # fewer are "bravo", a name, a quotation
WORDS = 12
SAMPLE = 3_000  # characters: more says no more
SURE = 0.95
DOUBT = 0.02  # of the paper's own languages
_WORD = re.compile(r"[^\W\d_]+")


def _of(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Small words that are frequent in one language and rare in its neighbours: with enough of them, statistics are not asked.
_GRAMMAR = {
    "fr": _of("le les des du et est sont dans pour pas ce cette ces ses leur ils elles je nous vous avec qui aux une été être mais où sans sous après avant oui c j n qu"),
    "en": _of("the of and is are was were that with which not this these those his their you they it have been would from for has but what"),
}
TELLING = 0.15
DIFFERENT = 4
# As Django's own catalogue names them.
_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
}  # fmt: skip


def look(submission: Submission, rules: Rules) -> Iterator[Finding]:
    """Only where it is all but certain: in doubt, a moderator has better things to read."""
    sample = " ".join(word for word in submission.text[:SAMPLE].split() if "://" not in word and not word.startswith("www."))
    words = [word.lower() for word in _WORD.findall(sample)]
    if sum(map(len, words)) < LETTERS or not rules.languages or any(_is_plainly(words, code) for code in rules.languages):
        return
    # Scripts without blanks have few words, and are told by their letters alone.
    if len(words) >= WORDS or not sample.isascii():
        yield from _by_statistics(sample, rules)


def _is_plainly(words: list[str], code: str) -> bool:
    grammar = _GRAMMAR.get(code, frozenset())
    found = [word for word in words if word in grammar]
    return len(set(found)) >= DIFFERENT and len(found) >= TELLING * len(words)


def _by_statistics(sample: str, rules: Rules) -> Iterator[Finding]:
    ranked: list[tuple[str, float]] = _identifier().rank(sample.lower())
    code, share = ranked[0]
    own = sum(likely for language, likely in ranked if language in rules.languages)
    if share >= SURE and own <= DOUBT and code not in rules.languages:
        told = _("Your text reads as %(language)s, which is not the paper’s language. A moderator reads it first.", language=_name(code))
        yield Finding(phase="language", outcome=Outcome.HOLD, reason=_("Reads as %(language)s, not the paper’s language.", language=_name(code)), told=told, weight=0.3)


@cache
def _identifier() -> Any:
    """py3langid's model, loaded when a text first asks for it: a second, 80 MB. In the package's own place: a process has it once."""
    from py3langid import langid

    if langid.IDENTIFIER is None:
        langid.IDENTIFIER = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    return langid.IDENTIFIER


def _name(code: str) -> Said:
    return Said(_NAMES.get(code, code))
