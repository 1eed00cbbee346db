"""Decided texts of an invented paper: what was accepted, and what was rejected for being rude or an advertisement."""
from __future__ import annotations

import random
from functools import cache

from rotative.discussion.moderation.classifier import Model, train

MATTERS = ["la digue de l’Orbance", "le port d’Aubrelle", "la conserverie", "the harbour", "the new dyke", "the mayor’s answer", "le budget de la commune", "l’école de la rive"]
FAIR = ["ne tiendra pas l’hiver", "a coûté trop cher", "mérite une enquête", "was built in 1931", "needs another look", "me semble une bonne idée", "should be discussed", "est une promesse ancienne"]
RUDE = ["bande de vauriens", "tous des menteurs et des voleurs", "you bunch of crooks", "fermez-la", "gros nul", "liars all of you"]
SOLD = ["gagnez 500 euros par jour", "cheap watches here", "crédit sans dossier", "cliquez sur mon profil", "win money fast", "voyance gratuite"]


def decided(number: int, rejected: int, seed: int = 7) -> list[tuple[str, bool]]:
    """So many texts, each another, of which so many were rejected."""
    chance = random.Random(seed)
    pairs = [(f"{_fair(chance)} {chance.choice(RUDE + SOLD)}, {chance.choice(RUDE + SOLD)}. {_fair(chance)}", True) for _turn in range(rejected)]
    pairs += [(f"{_fair(chance)} {_fair(chance)} {_fair(chance)}", False) for _turn in range(number - rejected)]
    chance.shuffle(pairs)
    return _each_another(pairs)


def _fair(chance: random.Random) -> str:
    return f"{chance.choice(MATTERS)} {chance.choice(FAIR)}."


def noise(number: int, rejected: int, seed: int = 7) -> list[tuple[str, bool]]:
    """The same kind of text, accepted or rejected by the toss of a coin: there is nothing to learn."""
    chance = random.Random(seed)
    tossed = set(chance.sample(range(number), rejected))
    return _each_another([(f"{_fair(chance)} {_fair(chance)}", place in tossed) for place in range(number)])


def _each_another(pairs: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """With a number that says nothing, as the pairs are in no order."""
    return [(f"{text} {place}", is_rejected) for place, (text, is_rejected) in enumerate(pairs)]


@cache
def learnt() -> Model:
    return train(decided(300, 80))
