"""The words of a letter: kept as they were written, or found when the letter leaves.

    wording.worded_by("notices", words)

registers what finds them: given the letter, its ``Words``, or none when there is nothing left to say, and the letter is dropped.
What readers may see can change while a letter waits for a mail server; one that repeats it holds references, in ``told``.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import translation

from rotative.masthead.models import Letter
from rotative.masthead.queries import masthead


@dataclass(frozen=True, slots=True)
class Words:
    """html: nothing for a letter in plain text."""

    subject: str
    text: str
    html: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


_found: dict[str, Callable[[Letter], Words | None]] = {}


def worded_by(kind: str, find: Callable[[Letter], Words | None]) -> None:
    _found[kind] = find


def words_of(letter: Letter) -> Words | None:
    """What it says if it leaves now. Raises LookupError for a kind that nobody words any more."""
    return _found[letter.kind](letter) if letter.kind else Words(letter.subject, letter.text, letter.html, letter.headers)


def render(language: str, subject: str, template: str, context: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Words:
    """From a template, in a language. ``template``: without its ending; one without ``.html`` is plain text."""
    with translation.override(language):
        told = {"paper": masthead().name, "language": language, **context}
        text, html = get_template(f"{template}.txt").render(told), _html(template, {"subject": subject, **told})
        return Words(" ".join(str(subject).split())[:300], text.strip() + "\n", html, dict(headers or {}))


def _html(template: str, context: dict[str, Any]) -> str:
    try:
        return str(get_template(f"{template}.html").render(context))
    except TemplateDoesNotExist:
        return ""
