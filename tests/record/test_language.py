"""Which language a text is in, also when it is short, and what can not be told."""
from __future__ import annotations

import pytest

from rotative.record.reading.language import detect


@pytest.mark.parametrize("words", ["Le port ferme.", "Verel dit non", "La maire", "« Oui »", "LE PORT FERME", "La maire n’a pas répondu.\n" * 2000])
def test_french(words: str) -> None:
    assert detect(words) == "fr"


@pytest.mark.parametrize("words", ["The port closes.", "Mayor says no", "Yes, to 38.", "THE PORT CLOSES", "The mayor did not answer.\n" * 2000])
def test_english(words: str) -> None:
    assert detect(words) == "en"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Der Hafen bleibt geschlossen.", "de"),
        ("El puerto permanecerá cerrado tres días, según la alcaldesa.", "es"),
        ("Il porto resterà chiuso per tre giorni.", "it"),
        ("O porto ficará fechado durante três dias.", "pt"),
        ("El port estarà tancat tres dies per la tempesta.", "ca"),
        ("De haven blijft drie dagen gesloten.", "nl"),
        ("Порт будет закрыт три дня.", "ru"),
    ],
)
def test_others_have_their_names(words: str, code: str) -> None:
    assert detect(words) == code


@pytest.mark.parametrize("words", ["", "12345", "!!!", "…", "Inès Valmer", "\u200b", "🙂🙂"])
def test_what_tells_nothing(words: str) -> None:
    assert detect(words) is None
