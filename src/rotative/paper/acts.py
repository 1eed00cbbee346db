"""What saying something does, as a verb: "denies", and "deny" of several; nothing where no one verb fits."""
from __future__ import annotations

import re

from django.utils.translation import pgettext_lazy

from rotative.record.models import Statement

ACT = Statement.Act
OF_SEVERAL = {
    ACT.SAYS: pgettext_lazy("act of several", "say"),
    ACT.ANNOUNCES: pgettext_lazy("act of several", "announce"),
    ACT.REVEALS: pgettext_lazy("act of several", "reveal"),
    ACT.CONFIRMS: pgettext_lazy("act of several", "confirm"),
    ACT.DENIES: pgettext_lazy("act of several", "deny"),
    ACT.REFUSES: pgettext_lazy("act of several", "refuse"),
    ACT.DEMANDS: pgettext_lazy("act of several", "demand"),
    ACT.PROMISES: pgettext_lazy("act of several", "promise"),
    ACT.WARNS: pgettext_lazy("act of several", "warn"),
    ACT.ACCUSES: pgettext_lazy("act of several", "accuse"),
    ACT.REGRETS: pgettext_lazy("act of several", "regret"),
}
# How a source of several begins. A name is of one: "Les Échos" says.
SEVERAL = {
    "fr": re.compile(r"(?:les|des|ces|ses|leurs|nos|plusieurs|quelques|certain[es]+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|cent|\d+)\s", re.I),
    "en": re.compile(r"(?:these|those|several|some|many|most|both|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|a few|\d+)\s", re.I),
}


def verb(act: str, who: str, language: str) -> str:
    """The verb of an act, in the page's language; who: a source without a name, as a story in ``language`` describes it."""
    if act == ACT.OTHER:
        return ""
    return str(OF_SEVERAL[ACT(act)] if is_several(who, language) else ACT(act).label)


def is_several(who: str, language: str) -> bool:
    """Whether a source is several, by how it begins: "trois personnes présentes"."""
    pattern = SEVERAL.get(language.partition("-")[0])
    return bool(pattern and pattern.match(who))
