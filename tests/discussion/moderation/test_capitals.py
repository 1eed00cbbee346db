"""Texts that shout."""
from __future__ import annotations

import pytest

from .writing import found, seen


@pytest.mark.parametrize(
    "text",
    ["TOUT LE MONDE LE SAIT ET PERSONNE NE DIT RIEN", "Bonjour. C’EST UNE HONTE, LE PORT EST FERMÉ DEPUIS HIER", "EVERYBODY KNOWS THAT THE HARBOUR IS CLOSED", "ΤΟ ΛΙΜΑΝΙ ΕΙΝΑΙ ΚΛΕΙΣΤΟ ΑΠΟ ΧΘΕΣ"],
)
def test_shouting_waits(text):
    (finding,) = found(text, "capitals")
    assert "shouting" in str(finding.told)


@pytest.mark.parametrize(
    "text",
    [
        "La SNCF, la RATP, EDF et la CGT ont signé avec l’URSSAF d’Aubrelle hier soir.",
        "BRAVO !",
        "NON, NON ET NON. Cette digue ne tiendra pas, et vous le savez bien, Madame la maire.",
        "I AM HERE",
        "港は三日間閉鎖されたままです。漁師たちは説明を待っています。",
        "1234 5678 !!!! ????",
        "",
    ],
)
def test_acronyms_a_cry_and_scripts_without_capitals_do_not(text):
    assert not found(text, "capitals")


def test_what_is_loud_is_marked_in_one_piece():
    assert seen("Oui : C’EST UNE HONTE ET UN SCANDALE. Voilà.", "capitals") == ["C’EST UNE HONTE ET UN SCANDALE"] or seen(
        "Oui : C’EST UNE HONTE ET UN SCANDALE. Voilà.", "capitals"
    ) == ["EST UNE HONTE ET UN SCANDALE"]
