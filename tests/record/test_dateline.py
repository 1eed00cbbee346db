"""The date in the head of a text: where a paper says that it was published, and not one that the story tells of."""
from __future__ import annotations

from datetime import datetime

import pytest

from rotative.record.reading.dateline import find


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Publié le 20 novembre 2025 à 18h30", datetime(2025, 11, 20, 18, 30)),
        ("Par Inès Valmer\nMis à jour le 1er août 2025 à 6 h", datetime(2025, 8, 1, 6)),
        ("Jeudi 20 novembre 2025", datetime(2025, 11, 20, 12)),
        ("20/11/2025 - 18:30", datetime(2025, 11, 20, 18, 30)),
        ("2025-11-20T18:30", datetime(2025, 11, 20, 18, 30)),
        ("November 20, 2025", datetime(2025, 11, 20, 12)),
        ("Published 20 Nov 2025 at 6.05 pm", datetime(2025, 11, 20, 12)),
        ("Published 20 Nov 2025 at 6:05 pm", datetime(2025, 11, 20, 18, 5)),
        ("11/20/2025", datetime(2025, 11, 20, 12)),
        ("20 novembre 2025. – Le port de Verel a fermé hier soir, a dit la maire.", datetime(2025, 11, 20, 12)),
        ("L’Amer\nMardi 24 novembre 2026\n\nLe port ferme\nPublié le 20 novembre 2025", datetime(2025, 11, 20, 12)),
    ],
)
def test_a_date_line(words: str, when: datetime) -> None:
    assert find(words) == when


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Le traité du 3 mars 1990 a été signé à Verel par les trois parties, qui le contestent.",
        "La maire a dit que le port avait fermé pour la première fois le 3 mars 1990.",
        "31 février 2025",
        "20 novembre",
        "La maire parle.\n" * 200 + "20 novembre 2025",
    ],
)
def test_no_date_line(words: str) -> None:
    assert find(words) is None
