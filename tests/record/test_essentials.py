"""The essentials: a few sentences that stand alone, true to the text, no two alike."""
from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from rotative.record.reading.essentials import choose
from rotative.record.reading.findings import Actor, Essential, Span
from rotative.record.reading.parsing import parse
from rotative.record.reading.text import Block, Text, divide

TITLE = "Le port de Verel fermera trois jours"
STORY = [
    "Le port de Verel fermera du 3 au 5 décembre, a décidé jeudi le conseil municipal par onze voix contre quatre.",
    "Il en avait été question en mars. Mais la chambre de commerce d’Aubrelle redoute une perte de 240 000 euros (soit deux mois de redevances).",
    "Elle n’a pas été consultée. Cette décision surprend. « Nous fermons pour ne pas couler », dit-elle.",
    "Inès Valmer, maire de Verel, promet une indemnité de 900 euros à chacun des 62 pilotes ; elle ne dit pas quand.",
    "Le port de Verel fermera du 3 au 5 décembre, selon la décision que le conseil municipal a prise jeudi.",
]


def essentials(*paragraphs: str, actors: tuple[Actor, ...] = (), language: str = "fr") -> tuple[str, list[Essential]]:
    words = "\n\n".join([TITLE, *paragraphs])
    first, *rest = divide(words)
    text = Text(words, (Block(first.span, "title"), *rest), language, datetime(2026, 11, 24, 12, tzinfo=ZoneInfo("Europe/Paris")))
    return words, choose(text, parse(text), [], actors)


def test_sentences_that_stand_alone_the_weightiest_first() -> None:
    words, found = essentials(*STORY)
    assert {each.text for each in found} == {
        "Le port de Verel fermera du 3 au 5 décembre, a décidé jeudi le conseil municipal par onze voix contre quatre.",
        "La chambre de commerce d’Aubrelle redoute une perte de 240 000 euros.",
        "Inès Valmer, maire de Verel, promet une indemnité de 900 euros à chacun des 62 pilotes.",
    }
    assert found[0].text.startswith("Le port de Verel fermera")
    drawn = {words[slice(*each.span)] for each in found}
    assert "Inès Valmer, maire de Verel, promet une indemnité de 900 euros à chacun des 62 pilotes" in drawn
    assert "la chambre de commerce d’Aubrelle redoute une perte de 240 000 euros (soit deux mois de redevances)." in drawn


@pytest.mark.parametrize(
    "sentence",
    [
        "Elle refuse toujours l’échéance de 2061 et l’indemnité de 900 euros.",
        "Cette décision coûtera 240 000 euros à la ville de Verel.",
        "La seconde fermera le port de Verel le 3 décembre.",
        "Nous avons lu les 24 points du texte de Verel.",
        "Le lendemain, Inès Valmer a fermé le port de Verel.",
        "Le port de Verel fermera-t-il le 3 décembre ?",
        "« Le port de Verel fermera le 3 décembre », dit Inès Valmer.",
        "Son cabinet confirme la fermeture du port le 3 décembre.",
        "Inès Valmer l’a confirmée à L’Amer le 3 décembre.",
        "Inès Valmer répond en trois phrases à la ville de Verel :",
        "La plus grosse somme, 240 000 euros, vient du port de Verel.",
        "Le conseil municipal de Verel répond 8 %, sans donner de raison.",
        "Le conseil municipal de Verel est resté dix jours au-dessus de 34.",
        "Inès Valmer demande si le thermomètre est compris.",
        "Un bruit, à Verel, que trois techniciens envoyés par l’actionnaire ont cherché pendant deux ans.",
        "La présidente, élue pour deux ans, est Inès Valmer.",
    ],
)
def test_what_leans_on_a_sentence_before_is_none(sentence: str) -> None:
    assert essentials(sentence)[1] == []


def test_a_name_may_stand_for_a_pronoun() -> None:
    paragraph = "La maire, Inès Valmer, préside le port. Elle refuse toujours l’échéance de 2061 pour le port de Verel."
    start = len(TITLE) + 2 + paragraph.index("Inès")
    actor = Actor("Inès Valmer", "person", (Span(start, start + 11),))
    texts = [each.text for each in essentials(paragraph, actors=(actor,))[1]]
    assert "Inès Valmer refuse toujours l’échéance de 2061 pour le port de Verel." in texts
    other = "La maire, Inès Valmer, préside le port. Le pilote Jos Arhant attend. Elle refuse toujours l’échéance de 2061 pour le port de Verel."
    arhant = len(TITLE) + 2 + other.index("Jos")
    people = (actor, Actor("Jos Arhant", "person", (Span(arhant, arhant + 10),)))
    assert not [each for each in essentials(other, actors=people)[1] if "2061" in each.text]


def test_in_english() -> None:
    paragraph = "However, the Verel chamber of commerce expects a loss of 240,000 euros (two months of fees). It was not asked. They met on 3 May."
    assert [each.text for each in essentials(paragraph, language="en")[1]] == ["The Verel chamber of commerce expects a loss of 240,000 euros."]


def test_five_at_most() -> None:
    names = ["Verel", "Aubrelle", "Belcombe", "Lanvers", "Longefoy", "Roquenoire", "Valbrune"]
    verbs = ["vendra un bateau", "achètera un pont", "plantera une forêt", "votera un budget", "louera une grue", "peindra un phare", "gagnera un match"]
    found = essentials(*[f"{name} {verb} pour {number}0 000 euros le {number} décembre." for number, (name, verb) in enumerate(zip(names, verbs, strict=True), 4)])[1]
    assert 3 <= len(found) <= 5
