"""Personal data: what is found, and the numbers of a newspaper that are none."""
from __future__ import annotations

import pytest

from rotative.discussion.moderation.findings import Outcome, Writer
from rotative.discussion.moderation.phases.card import is_card
from rotative.discussion.moderation.phases.iban import LENGTHS, is_iban

from .writing import found, seen, verdict

KINDS = ("phone", "mail", "address", "iban", "card")


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        ("phone", "Appelez le 06 12 34 56 78.", "06 12 34 56 78"),
        ("phone", "06.12.34.56.78", "06.12.34.56.78"),
        ("phone", "06-12-34-56-78", "06-12-34-56-78"),
        ("phone", "(0612345678)", "0612345678"),
        ("phone", "01 23 45 67 89 ou rien", "01 23 45 67 89"),
        ("phone", "O6 12 34 56 78", "O6 12 34 56 78"),
        ("phone", "+33 6 12 34 56 78", "+33 6 12 34 56 78"),
        ("phone", "+33 (0)6 12 34 56 78", "+33 (0)6 12 34 56 78"),
        ("phone", "0033612345678", "0033612345678"),
        ("phone", "٠٦ ١٢ ٣٤ ٥٦ ٧٨", "٠٦ ١٢ ٣٤ ٥٦ ٧٨"),
        ("phone", "０６１２３４５６７８", "０６１２３４５６７８"),
        ("phone", "06\xa012\u202f34 56 78", "06\xa012\u202f34 56 78"),
        ("phone", "+44 20 7946 0958", "+44 20 7946 0958"),
        ("phone", "+1 (202) 555-0143", "+1 (202) 555-0143"),
        ("phone", "+590 590 12 34 56", "+590 590 12 34 56"),
        ("phone", "Call 020 7946 0958", "020 7946 0958"),
        ("phone", "Call 07700 900123", "07700 900123"),
        ("phone", "Call (202) 555-0143 now", "(202) 555-0143"),
        ("phone", "202-555-0143", "202-555-0143"),
        ("mail", "jean.valmer@exemple.fr", "jean.valmer@exemple.fr"),
        ("mail", "Écrivez à inès@poste.exemple.org.", "inès@poste.exemple.org"),
        ("mail", "jean (at) exemple (point) fr", "jean (at) exemple (point) fr"),
        ("mail", "jean[at]exemple.fr", "jean[at]exemple.fr"),
        ("mail", "jean arobase exemple point fr", "jean arobase exemple point fr"),
        ("mail", "jean＠exemple.fr", "jean＠exemple.fr"),
        ("mail", "mailto:a+b@exemple.fr", "a+b@exemple.fr"),
        ("address", "Il habite 12 rue des Lilas", "12 rue des Lilas"),
        ("address", "au 3 bis, avenue de la Rive", "3 bis, avenue de la Rive"),
        ("address", "7 allée de l’Orbance", "7 allée de l’Orbance"),
        ("address", "14 place du Marché", "14 place du Marché"),
        ("address", "1 quai Verel", "1 quai Verel"),
        ("address", "She lives at 12 Harbour Street", "12 Harbour Street"),
        ("address", "4 Old Mill Lane", "4 Old Mill Lane"),
        ("iban", "FR76 3000 6000 0112 3456 7890 189", "FR76 3000 6000 0112 3456 7890 189"),
        ("iban", "fr7630006000011234567890189", "fr7630006000011234567890189"),
        ("iban", "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32"),
        ("iban", "DE89-3704-0044-0532-0130-00 merci", "DE89-3704-0044-0532-0130-00"),
        ("iban", "BE68 5390 0754 7034", "BE68 5390 0754 7034"),
        ("card", "4970 1000 0000 0055", "4970 1000 0000 0055"),
        ("card", "4242424242424242", "4242424242424242"),
        ("card", "5555-5555-5555-4444", "5555-5555-5555-4444"),
        ("card", "3782 822463 10005", "3782 822463 10005"),
        ("card", "4970 1000 0000 0055 4242 4242 4242 4242", "4242 4242 4242 4242"),
    ],
)
def test_what_is_found(kind, text, place):
    assert place in seen(text, kind)
    (finding,) = found(text, kind)
    assert finding.outcome == Outcome.HOLD
    assert text[slice(*finding.spans[0])].split()[0] in str(finding.told)


@pytest.mark.parametrize(
    "text",
    [
        "Le 01/02/2026 à 10 h 30, 1 234 567 habitants, 12 500 000 € de travaux",
        "Appelez le 17, le 112 ou le 3919; le 0 800 123 456 est gratuit",
        "08 92 12 34 56",
        "De 2014 à 2026, 3 000 000 000 d’euros",
        "loi 2021-1362 du 20 octobre 2021, article 14-3",
        "ISBN 978-2-07-036822-8",
        "SIRET 732 829 320 00074",
        "Le score : 06-04 06-02",
        "@ines a raison, et @tous aussi",
        "C’est à 5 @ 6",
        "la rue des Lilas, avenue de la Rive",
        "en 2024 place à la jeunesse",
        "3 cours de maths et 2 places",
        "10 route vers le succès",
        "2024 Rue",
        "le 14 juillet, place du Marché",
        "12 Angry Men",
        "FR76 3000 6000 0112 3456 7890 188",
        "AB12 CDEF",
        "4970 1000 0000 0056",
        "1234 5678 9012 3456",
        "0000 0000 0000 0000",
        "3,141592653589793238462643",
        "",
    ],
)
def test_what_a_newspaper_is_full_of_is_not(text):
    assert {kind: seen(text, kind) for kind in KINDS} == {kind: [] for kind in KINDS}


def test_nobody_is_spared():
    assert verdict("06 12 34 56 78", writer=Writer(trusted=True)).outcome == Outcome.HOLD


def test_the_checks_are_those_of_the_standards():
    assert is_iban("FR1420041010050500013M02606")
    assert not is_iban("FR1420041010050500013M02607")
    assert is_card([4, 2] * 8)
    assert not is_card([4] * 16)
    assert LENGTHS["FR"] == 27
    assert all(15 <= length <= 33 for length in LENGTHS.values())
