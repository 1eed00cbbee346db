"""English constructions, a sentence each: who says what."""
from __future__ import annotations

import pytest

from tests.record.statements import said

ONE = [
    ("The mayor said that the harbour will close on Monday.", "The mayor", "the harbour will close on Monday"),
    ("The mayor said the harbour will close on Monday.", "The mayor", "the harbour will close on Monday"),
    ("Ines Valmer told reporters that nothing was signed.", "Ines Valmer", "nothing was signed"),
    ("Ines Valmer announced yesterday that the school would reopen.", "Ines Valmer", "the school would reopen"),
    ("The union warned that the strike could last.", "The union", "the strike could last"),
    ("Police believe the boat sank on Tuesday.", "Police", "the boat sank on Tuesday"),
    ("She argued that the dyke would hold.", "She", "the dyke would hold"),
    ("The prefect made it clear that the road would stay shut.", "The prefect", "the road would stay shut"),
    ("Noah Arlin, mayor of Verel, replied that the budget had passed.", "Noah Arlin", "the budget had passed"),
    ("The company promised to pay the crew.", "The company", "to pay the crew"),
    ("The union refused to sign the text.", "The union", "to sign the text"),
    ("The owner denied leaking oil.", "The owner", "leaking oil"),
    ("The owner denied any leak of oil.", "The owner", "any leak of oil"),
    ("Residents demanded the closure of the quarry.", "Residents", "the closure of the quarry"),
    ("The deputy accused the mayor of lying to the town.", "The deputy", "lying to the town"),
    ("He described the harbour as \"a graveyard of boats\".", "He", "as \"a graveyard of boats\""),
    ("\"The harbour is closing,\" said the mayor.", "the mayor", "\"The harbour is closing,\""),
    ("\"The harbour is closing,\" she said.", "she", "\"The harbour is closing,\""),
    ("“The harbour is closing,” Ines Valmer told the council.", "Ines Valmer", "“The harbour is closing,”"),
    ("\"We are leaving,\" said Ines Valmer, \"and we will not come back.\"", "Ines Valmer", "\"We are leaving,\" said Ines Valmer, \"and we will not come back.\""),
    ("Ines Valmer warned: \"The harbour will close.\"", "Ines Valmer", "\"The harbour will close.\""),
    ("She added, \"The dyke will not hold this winter.\"", "She", "\"The dyke will not hold this winter.\""),
    ("\"Who will pay for the dyke?\" asked Ines Valmer.", "Ines Valmer", "\"Who will pay for the dyke?\""),
    ("The minister called the plan \"unacceptable\".", "The minister", "the plan \"unacceptable\""),
    ("\"The sea rises faster than our dykes.\"", None, "\"The sea rises faster than our dykes.\""),
    ("According to the prefecture, two roads are cut.", "the prefecture", "two roads are cut"),
    ("Two roads are cut, according to the prefecture.", "the prefecture", "Two roads are cut"),
    ("The harbour will close on Monday, the mayor said.", "the mayor", "The harbour will close on Monday"),
    ("The harbour will close on Monday, said Ines Valmer.", "Ines Valmer", "The harbour will close on Monday"),
    ("The court confirmed that the ship was sold.", "The court", "the ship was sold"),
    ("A study found that the sea is rising.", "A study", "the sea is rising"),
]


@pytest.mark.parametrize(("words", "speaker", "content"), ONE, ids=[words for words, *_ in ONE])
def test_one_statement(words: str, speaker: str | None, content: str) -> None:
    assert said(words, "en") == [(speaker, content)]


SEVERAL = [
    (
        "Ines Valmer claims that the prefect promised to return.",
        [("Ines Valmer", "the prefect promised to return"), ("the prefect", "to return")],
    ),
    (
        "The mayor said all was well, but the prefect said the dyke was giving way.",
        [("The mayor", "all was well"), ("the prefect", "the dyke was giving way")],
    ),
    (
        "The mayor denied the leak, saying that the tanks were full.",
        [("The mayor", "the leak"), ("The mayor", "the tanks were full")],
    ),
]


@pytest.mark.parametrize(("words", "expected"), SEVERAL, ids=[words for words, _ in SEVERAL])
def test_several_statements(words: str, expected: list[tuple[str, str]]) -> None:
    assert said(words, "en") == expected


NONE = [
    "The mayor did not say that the harbour would close.",
    "The film \"The Dykes\" opens on Wednesday.",
    "The mayor will announce her plans on Thursday.",
    "The prefect signed the order.",
    "The report is long.",
]


@pytest.mark.parametrize("words", NONE)
def test_nothing_is_said(words: str) -> None:
    assert said(words, "en") == []
