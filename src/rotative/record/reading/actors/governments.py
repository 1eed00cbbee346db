"""Whether a capital or a seat acts, as a government does: "Berlin refuse", "selon Matignon"."""
from __future__ import annotations

from rotative.record.reading.actors.chains import Name
from rotative.record.reading.actors.classes import STATIVE
from rotative.record.reading.actors.places import GOVERNMENTS, folded


def is_government(name: Name) -> bool:
    """Whether the name is a capital's or a seat's, and it does or says something here."""
    return folded(name.text) in GOVERNMENTS and (_does(name) or _is_quoted(name))


def _does(name: Name) -> bool:
    """Whether it is the subject of a verb of doing, or the agent of a passive."""
    token = name.words[-1].token if name.words[-1].token.dep_.startswith(("nsubj", "obl:agent")) else name.words[0].token
    if token.dep_ not in ("nsubj", "obl:agent"):
        return False
    return token.head.pos_ == "VERB" and token.head.lemma_ not in STATIVE


def _is_quoted(name: Name) -> bool:
    word, earlier = name.before(), name.before(2)
    if word is not None and word.low in ("l'", "le", "la", "to", "the"):
        word, earlier = earlier, name.before(3)
    lows = {each.low for each in (word, earlier) if each is not None}
    return word is not None and (word.low == "selon" or word.low == "après" or "according" in lows)
