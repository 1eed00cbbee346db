"""The characters that typography puts in and looks for."""

NBSP = "\u00a0"
NARROW = "\u202f"
THIN = "\u2009"

SPACES = f" {NBSP}{NARROW}{THIN}"
"""The spaces inside a line that a rule may exchange for one another."""

SPACE = f"[{SPACES}]"
"""The same, as a class for a pattern."""

KEPT = "\ufffc"
"""Stands in a flow for a thing inside a line that no rule may touch."""

LINE = "\u2028"
"""Stands in a flow for a line break of markup."""

BLOCK = "\u2029"
"""Stands in a flow for the edge of a paragraph."""


def primary(language: str) -> str:
    """The first part of a language tag in lower case, 'fr' for 'fr-CA'.

    Source: RFC 5646, section 2.1; the underscore of POSIX locales is allowed.
    """
    return language.replace("_", "-").partition("-")[0].lower()
