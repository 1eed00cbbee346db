"""The accord of the Orbance: four axes, points, five parties, and what each of them said of each point, in stories of a dossier."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from rotative.newsroom.models import Article, Dossier
from rotative.record.actions import texts
from rotative.record.actions.deciding import accept
from rotative.record.actions.taking import take
from rotative.record.actions.texts import Changed
from rotative.record.models import Actor, Alias, Event, NegotiatedText, Statement
from rotative.record.reading import findings
from rotative.record.reading.findings import Interval, Reading, Span
from rotative.record.typed import Typed
from tests import factories
from tests.factories import record

NOON = factories.NOON
PARTIES = {
    "Syndicat des hautes vallées": "Hautes vallées", "Compagnie hydraulique de l'Orbance": "Compagnie", "Port d'Aubrelle": "Port",
    "Comité des pêches de la baie": "Comité des pêches", "Intersyndicale des dockers": "Dockers",
}  # fmt: skip
POINTS = {
    "L'eau": [
        "Débit de 11 m³/s garanti à l'aval toute l'année", "Lâchers d'été de 38 millions de m³, du 15 juin au 15 septembre", "Cote minimale du lac fixée à 612 mètres",
        "Partage au prorata en cas de sécheresse, révisé chaque lundi", "Réserve agricole de 4 millions de m³", "Aucun nouveau forage avant 2032", "Mesure publique du débit, heure par heure",
    ],
    "Le port": [
        "Dragage limité à 600 000 m³ par an", "Tirant d'eau de 9,40 mètres garanti", "Quai des Bois réservé au cabotage", "Maintien de 412 emplois à quai", "Fin de l'intérim de nuit",
        "École des métiers du fleuve",
    ],
    "La baie": [
        "Repos des fonds en février et en mars", "Réserve de pêche des Trois-Sœurs", "Salinité des parcs tenue sous 32 g/l", "Indemnité pour les naissains perdus depuis 2022",
        "Comptage indépendant des prises", "Retrait des trois épaves du chenal",
    ],
    "L'argent et le contrôle": [
        "Fonds commun de 96 millions d'euros sur quinze ans", "Redevance de 0,9 centime par kilowattheure", "Concession du barrage prolongée jusqu'en 2061",
        "Comité de suivi de quinze sièges, séances publiques", "Clause de retrait après trois ans",
    ],
}  # fmt: skip
# Of each point the five parties in their order: yes, no, condition, silence.
STANCES = ["cyyyy", "ncyys", "ycnss", "cycys", "yysns", "nsyys", "ycyyy", "ssnyc", "scycy", "sscyy", "yscyy", "ssnsy", "yyyyy", "ssysc", "scscs", "ncyys", "ccyns", "yssns", "sscys", "ysccs", "ynycy", "ynsnc", "ccycs", "scyys"]
SAYS = {"y": "accepts", "n": "rejects", "c": "conditional", "s": "silent"}
VERBS = {"y": "confirms", "n": "refuses", "c": "demands"}
WORDS = {
    "y": ("confirmé", "« {point} : nous le signons tel quel, et nous l'avons dit le {day} »"),
    "n": ("refusé", "« {point} : c'est non, et ce sera non le {day} encore »"),
    "c": ("demandé", "« {point} : oui, mais pas sans un calendrier écrit avant le {day} »"),
}


@dataclass
class Accord:
    """The text, the parties by the order of their names above, and the statements by point and party."""

    text: NegotiatedText
    dossier: Dossier
    stories: list[Article]
    parties: list[Actor] = field(default_factory=list)
    said: dict[tuple[int, int], Statement] = field(default_factory=dict)


def accord(by: Any, dossier: Dossier, points: int = 24, parties: int = 5, name: str = "L'accord de l'Orbance", parent: Any = None) -> Accord:
    """A text of so many points and parties, shown, with every position and four versions."""
    text = texts.draw_up(dossier, name, by, "Vingt-quatre points, cinq parties : qui accepte, qui rejette, qui se tait.")
    made = Accord(text, dossier, [])
    _add_points(made, by, points)
    for number, party in enumerate(list(PARTIES)[:parties]):
        _let_speak(made, number, party, by, points, parent)
    _add_versions(made, by)
    texts.show(text, by)
    return made


def _add_points(made: Accord, by: Any, most: int) -> None:
    number = 0
    for name, titles in POINTS.items():
        axis = texts.add_axis(made.text, name, by) if number < most else None
        for title in titles[: most - number]:
            number += 1
            texts.add_point(made.text, str(number), title, by, axis)


def _let_speak(made: Accord, number: int, name: str, by: Any, most: int, parent: Any) -> None:
    """A story in which a party says what it thinks of each point."""
    told = [(place, stances[number]) for place, stances in enumerate(STANCES[:most]) if stances[number] != "s"]
    titles = [title for axis in POINTS.values() for title in axis]
    lines = [_sentence(name, titles[place], letter, place + 1) for place, letter in told]
    story = record.story(f"Ce que veut le {name}", [line for line, _ in lines], dossier=made.dossier, at=NOON - timedelta(days=number), slug=f"partie-{number + 1}", parent=parent)
    made.stories.append(story)
    text = record.text_of(story)
    said = [_found(text, line, content, name, letter, place + 1) for (place, letter), (line, content) in zip(told, lines, strict=True)]
    take(story, Reading("fr", (findings.Actor(name, "body", (Span(text.words.index(name), text.words.index(name) + len(name)),), f"partie no {number + 1}"),), tuple(said), (), (), ()), text)
    rows = [accept(row, None) for row in Statement.objects.filter(article=story.pk).order_by("pk")]
    actor = rows[0].actor
    Alias.objects.get_or_create(actor=actor, name=PARTIES[name])
    made.parties.append(actor)
    made.said |= {(place, number): row for (place, _), row in zip(told, rows, strict=True)}
    for place, point in enumerate(made.text.points.all()):
        letter = STANCES[place][number]
        grounds = [made.said[place, number]] if letter != "s" else []
        texts.set_position(point, actor, SAYS[letter], date(2026, 11, 20), by, grounds, "avec un calendrier écrit" if letter == "c" else "")


def _sentence(name: str, title: str, letter: str, number: int) -> tuple[str, str]:
    verb, content = WORDS[letter]
    content = content.format(point=title.lower(), day=f"{number % 28 + 1} mars")
    return f"{name} a {verb} ceci : {content}.", content


def _found(text: Typed, line: str, content: str, name: str, letter: str, number: int) -> findings.Statement:
    start = text.words.index(line)

    def span(words: str) -> Span:
        return Span(start + line.index(words), start + line.index(words) + len(words))

    day = date(2026, 11, 1) + timedelta(days=number % 20)
    more: dict[str, Any] = {"mode": "direct", "act": VERBS[letter], "date": Interval(str(day), str(day))}
    return findings.Statement(span(content), cue=span(WORDS[letter][0]), speaker=span(name), speaker_name=name, **more)


def _add_versions(made: Accord, by: Any) -> None:
    first, second, *_, last = made.text.points.all()
    texts.add_version(made.text, "Version 1", date(2026, 6, 2), by)
    texts.add_version(made.text, "Version 2", date(2026, 9, 3), by, {last: Changed("new", "", last.title)})
    changes = {
        first: Changed("changed", "Débit de 9 m³/s garanti à l'aval d'avril à octobre", "Débit de 11 m³/s garanti à l'aval toute l'année"),
        second: Changed("changed", "Lâchers d'été de 41 millions de m³", "Lâchers d'été de 38 millions de m³"),
    }
    texts.add_version(made.text, "Version 3", date(2026, 11, 19), by, changes, made.stories[0])


# ── What happened ──────────────────────────────────────────────────────────────

HAPPENED = [
    ("2026-04-14", "2026-04-14", "Première séance aux Airelles, à quatre parties", "Les Airelles"),
    ("2026-05-06", "2026-05-06", "Les pêcheurs posent la salinité sur la table", "Les Airelles"),
    ("2026-07-09", "2026-07-09", "Rupture d'une heure sur les forages", "Saint-Elme"),
    ("2026-09-29", "2026-09-29", "Visite du barrage, devant la presse", "Le Sault-Noir"),
    ("2026-10-24", "2026-10-26", "Trois jours, vingt et une heures sur un nombre", "Les Airelles"),
    ("2026-11-05", "2026-11-05", "La Compagnie demande 2061", ""),
    ("2026-12-03", "2026-12-03", "Séance annoncée comme la dernière", "Verel"),
]


def happenings(dossier: Dossier, most: int = len(HAPPENED), **fields: Any) -> list[Event]:
    """A story of what happened, each event accepted into the timeline of the dossier."""
    rows = HAPPENED[:most]
    story = record.story("Sept mois de pourparlers", [f"{what} : {first}." for first, _, what, _ in rows], dossier=dossier, **fields)
    text = record.text_of(story)
    events = tuple(findings.Event(record.span(text, what), what, (), where or None, Interval(first, last)) for first, last, what, where in rows)
    take(story, Reading("fr", (), (), events, (), ()), text)
    return [accept(row, None) for row in Event.objects.filter(article=story.pk).order_by("pk")]
