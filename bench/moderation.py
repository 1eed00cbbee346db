"""How long the moderation of a comment takes: the whole pipeline, with a classifier that has learnt, and each phase by itself.

    python bench/moderation.py [comments]

Times are of the processor, so that a busy machine tells the same. The comments are drawn, in French and English, as
long as comments are: half of them under 200 letters, one in a hundred over 2,000. The exit code is 1 when the bar is missed.
"""
from __future__ import annotations

import math
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from django.conf import settings

settings.configure(USE_I18N=False)

from rotative.discussion.moderation import pipeline  # noqa: E402
from rotative.discussion.moderation.classifier import Model, train  # noqa: E402
from rotative.discussion.moderation.findings import Recent, Rules, Submission, Writer  # noqa: E402
from rotative.discussion.moderation.phases import habit  # noqa: E402

BAR = 2.0  # ms at the median
MEDIAN_LENGTH, SPREAD, LONGEST = 190, 1.05, 5_000
BANNED = 400
NOW = datetime(2026, 11, 30, tzinfo=UTC)
FRENCH = """
    le port d’Aubrelle est fermé depuis trois jours et personne ne dit pourquoi|la maire a promis une réponse avant la fin du mois|je ne suis pas d’accord avec cet article
    |il faudrait demander aux pêcheurs ce qu’ils en pensent|l’Orbance déborde chaque hiver, ce n’est pas nouveau|merci pour cette enquête, très bien faite|on nous dit cela à chaque élection
    |les digues ont coûté 3,2 millions d’euros en 2024|qui va payer ? toujours les mêmes|mon grand-père travaillait déjà à la conserverie|à mon avis le préfet n’a pas lu le rapport
"""
ENGLISH = """
    the harbour of Aubrelle has been closed for three days and nobody says why|the mayor promised an answer before the end of the month|I do not agree with this article
    |someone should ask those who fish there what they think|the Orbance floods each winter, that is nothing new|thank you for this report, very well done|we are told so before each election
    |the dykes cost 3.2 million euros in 2024|who will pay? the same as always|my grandfather worked at the cannery already|in my view the prefect has not read the report
"""
RUDE = ("bande de vauriens", "tous des voleurs", "gagnez de l’argent vite", "you are all liars", "cheap pills here", "rentrez chez vous")

ENDS = ("",) * 20 + (" 👏",) * 5 + (" Voir www.aubrelle.example/port",) * 3 + (" VRAIMENT",) + RUDE[:3] + (" Appelez le 06 12 34 56 78.", " Ou jean@aubrelle.example !")


def sentences(words: str) -> list[str]:
    return [" ".join(sentence.split()) for sentence in words.split("|")]


def comment(chance: random.Random, said: list[str]) -> str:
    length = min(LONGEST, max(10, round(chance.lognormvariate(math.log(MEDIAN_LENGTH), SPREAD))))
    text = ""
    while len(text) < length:
        text += chance.choice(said).capitalize() + chance.choice((". ", ". ", " ! ", "… ", ".\n\n"))
    return text[:length].strip() + chance.choice(ENDS)


def learnt(chance: random.Random) -> Model:
    """A classifier of 1,000 decisions, ready to speak."""
    pairs = []
    for turn in range(1_000):
        rejected = turn % 5 == 0
        text = comment(chance, sentences(FRENCH if turn % 2 else ENGLISH))[:400]
        pairs.append((f"{text} {chance.choice(RUDE)} {chance.choice(RUDE)}" if rejected else text, rejected))
    return train(pairs)


def submissions(number: int, chance: random.Random) -> list[Submission]:
    made = []
    for _turn in range(number):
        said = sentences(FRENCH if chance.random() < 0.7 else ENGLISH)
        recent = tuple(Recent(text=comment(chance, said), seconds_ago=600.0 * (1 + place), article_id=place) for place in range(chance.randint(0, 6)))
        made.append(Submission(text=comment(chance, said), title="Le port", article_id=1, writer=Writer(accepted=9, known_for=9e6), recent=recent, now=NOW))
    return made


def timed(run: Callable[[Submission], object], texts: list[Submission]) -> list[float]:
    times = []
    for each in texts:
        began = time.process_time_ns()
        run(each)
        times.append((time.process_time_ns() - began) / 1e6)
    return sorted(times)


def row(name: str, times: list[float]) -> None:
    print(f"{name:24} {statistics.median(times):8.3f} {times[int(len(times) * 0.99)]:8.3f} {times[-1]:8.3f}")


def main(number: int) -> int:
    chance = random.Random(7)
    rules = Rules(banned=tuple("".join(chance.choices("abcdeilmnoprstuv", k=chance.randint(4, 10))) + chance.choice(("", "*")) for _turn in range(BANNED)))
    began = time.process_time()
    classifier = learnt(chance)
    print(f"1,000 decisions learnt in {time.process_time() - began:.1f} s; {classifier.quality}\n")
    texts = submissions(number, chance)
    timed(lambda each: pipeline.moderate(each, rules, classifier), texts[:50])
    print(f"{number} comments, ms         median      p99  longest")
    phases = {phase.__module__.rpartition(".")[2]: phase for phase in (*pipeline.FIRST, *pipeline.MENDED, *pipeline.ALWAYS, *pipeline.DOUBTFUL)}
    for name, phase in phases.items():
        row(name, timed(lambda each, phase=phase: list(phase(each, rules)), texts))
    row("habit", timed(lambda each: list(habit.look(each, classifier)), texts))
    whole = timed(lambda each: pipeline.moderate(each, rules, classifier), texts)
    row("all of it", whole)
    print(f"held or returned: {sum(pipeline.moderate(each, rules, classifier).outcome != 'publish' for each in texts)} of {number}; bar: {BAR} ms at the median")
    return int(statistics.median(whole) > BAR)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000))
