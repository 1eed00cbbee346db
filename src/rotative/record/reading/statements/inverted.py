"""What a French newspaper sets between an inverted cue and its subject: when, to whom, where: "a déclaré mardi à l'AFP le maire"."""
from __future__ import annotations

import re

_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_TIME = (
    rf"(?:hier|avant-hier|aujourd'hui|{_DAY}|ce {_DAY}|ce(?! {_DAY}))(?: (?:matin|soir|midi|après-midi|dernier|\d{{1,2}}(?:er)?(?: [a-zéû]+)?))?(?: \d{{4}})?|le \d{{1,2}}(?:er)? [a-zéû]+(?: \d{{4}})?|(?:dans|en) (?:la |fin de )?(?:matinée|soirée|journée|nuit)"
)
# No word that a circumstance begins with is one within another: a text has one way to be read, however long it goes on.
_OPENS = rf"hier|avant-hier|aujourd|{_DAY}|à|au|aux|devant|sur|dans|pendant|en|via|chez|depuis|face|auprès|lors"
_WORD = rf"(?!(?:{_OPENS}|de|du|des|d|et|le|la|les|l|un|une|son|sa|ses|leurs?|nos|ce|cette|cet|par|qui|que)\b)[\w’-]+"
_PLACE = (
    r"(?:(?:à|au|aux|devant|sur|dans|pendant|en|via|chez|depuis|face à) |auprès d(?:e |u |es |')|lors d(?:e |u |es |')|au cours d(?:e |u |es |'))"
    rf"(?:la |le |les |l' ?|une? |son |sa |ses |leurs? |nos |ce |cette |cet |des )?{_WORD}(?: (?:de la |de l' ?|de |du |des |d' ?)?{_WORD}){{0,4}}?"
)
_WHO = r"(?=(?:le|la|les|une?|son|sa|ses|leurs?|des|plusieurs|certaine?s|M\.|MM\.|Mme|Me|Mgr) |l' ?[a-zà-ÿ]|[A-ZÀ-Þ][a-zà-ÿ’-]+ (?:de |d'|von |van |al-|el-)?[A-ZÀ-Þ]|(?<=, )[A-ZÀ-Þ])"
_MANY = 6
_CIRCUMSTANCES = re.compile(rf"(?:\s*,?\s(?:{_TIME}|(?!{_TIME}){_PLACE})){{1,{_MANY}}}?\s*,?\s{_WHO}")
_MOST = 160
"""The letters that may stand between, at most."""


def past_circumstances(words: str, start: int, end: int) -> int:
    """Where the subject begins after a cue that ends at start: start itself where it comes at once, or nothing is sure."""
    found = _CIRCUMSTANCES.match(words, start, min(end, start + _MOST))
    return found.end() if found else start
