"""Whose an address is, and what a reader changes of themselves."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rotative.masthead.readers.models import Reader

SHORTEST, LONGEST = 2, 60
MARKS = 4  # on one letter: Vietnamese has two, pointed Hebrew three or four; more lie over the lines around
MUCH = 1_000  # characters of what was typed that are looked at
BLANK = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")  # letters, Unicode says, that nobody sees
ADDRESS = re.compile(r"@|://|\bwww\.", re.I)


def at(address: str) -> Any:
    """The account of an address that was proven to be its holder's; made when there is none.

    Call it for nothing that a person has merely typed.
    """
    return get_user_model().objects.get_or_create(email=address.lower(), defaults={"password": make_password(None)})[0]


def reader_of(user: Any, language: str) -> Reader:
    """Who signs with an account; made at the first sign in."""
    return getattr(user, "reader", None) or Reader.objects.get_or_create(user=user, defaults={"language": language})[0]


def rename(reader: Reader, name: str, language: str) -> None:
    """Raises ValidationError for a name that can not be signed with."""
    reader.name, reader.language = clean_name(name), language
    reader.save(update_fields=["name", "language"])


def clean_name(name: str) -> str:
    """A name as it is signed with: one line, no hidden characters, no heaps of marks, no address. Raises ValidationError with what to do."""
    name = BLANK.sub(" ", unicodedata.normalize("NFC", name[:MUCH]))
    name = " ".join("".join(_without_heaps(each for each in name if not _is_hidden(each))).split())
    if not SHORTEST <= len(name) <= LONGEST or not any(each.isalpha() for each in name):
        raise ValidationError(_("Write a name of 2 to 60 letters."))
    if ADDRESS.search(name):
        raise ValidationError(_("This name is shown to everyone: write no address in it."))
    return name


def _without_heaps(name: Iterable[str]) -> Iterator[str]:
    """A letter with as many marks as a script needs."""
    marks = 0
    for each in name:
        marks = marks + 1 if unicodedata.category(each) in ("Mn", "Me") else 0
        if marks <= MARKS:
            yield each


def _is_hidden(character: str) -> bool:
    """What reorders or hides text; what parts words is a space."""
    return unicodedata.category(character) in ("Cf", "Co", "Cs", "Cn") or (unicodedata.category(character) == "Cc" and not character.isspace())
