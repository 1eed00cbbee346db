"""What the desk calls the phases of moderation, and what each looks for, in the moderator's language."""
from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Named(NamedTuple):
    name: str
    about: str


# By the name that a finding keeps. The two of ``lists`` have names of their own.
PHASES = {
    "suspended": (_("suspended"), _("The writer may not write for now.")),
    "trusted": (_("trusted"), _("The paper trusts this writer: doubtful phases were not asked.")),
    "length": (_("length"), _("Nothing, too little or too much was written.")),
    "flood": (_("flood"), _("The writer sends a great deal at once.")),
    "repeated": (_("repeated"), _("The same text, or nearly, was sent before.")),
    "hidden": (_("hidden characters"), _("Characters that cannot be seen, or that turn the order of reading.")),
    "banned": (_("held words"), _("Words on the paper’s own list, however they are spelt.")),
    "mail": (_("e-mail address"), _("Personal data: an e-mail address.")),
    "phone": (_("telephone"), _("Personal data: a telephone number.")),
    "address": (_("postal address"), _("Personal data: where somebody lives.")),
    "iban": (_("bank account"), _("Personal data: the number of a bank account.")),
    "card": (_("bank card"), _("Personal data: the number of a card.")),
    "opening": (_("moderated first"), _("The paper reads everything under this story first.")),
    "account": (_("new account"), _("The account is new, its address is not confirmed, or much that it wrote was rejected.")),
    "links": (_("links"), _("More links than the rules allow, or one that hides where it leads.")),
    "capitals": (_("capitals"), _("Most of it is in capitals.")),
    "language": (_("language"), _("It reads as another language than the paper’s.")),
    "habit": (_("habit"), _("It looks like what moderators of this paper have rejected.")),
}


def named(phase: str) -> Named:
    """A phase that is no more keeps the name that it had."""
    name, about = PHASES.get(phase, (phase, ""))
    return Named(str(name), str(about))
