"""Texts in another language than the paper's, where that is certain."""
from __future__ import annotations

import pytest

from rotative.discussion.moderation.findings import Outcome, Rules

from .writing import PLAIN, PLAIN_ENGLISH, found

GERMAN = "Der Hafen bleibt drei Tage geschlossen, und niemand weiß warum; die Bürgermeisterin hat gestern Abend nichts dazu gesagt."
SPANISH = "El puerto permanecerá cerrado tres días y nadie sabe por qué; la alcaldesa no quiso decir nada a los periodistas ayer por la noche."
ITALIAN = "Il porto resterà chiuso per tre giorni e nessuno sa perché; la sindaca ieri sera non ha voluto dire niente ai giornalisti."
RUSSIAN = "Порт будет закрыт три дня, и никто не знает почему; мэр вчера вечером ничего не сказала журналистам об этом деле."
CHINESE = "港口将关闭三天，没有人知道为什么。市长昨天晚上没有对记者说任何话，渔民们都在等待解释，大家都很担心接下来会发生什么事情，因为天气越来越坏，而且船都停在港口里面不能出去工作，家里的人也都很着急，希望早点开放。"
BRETON_NAMES = "Plougastel, Locmariaquer, Kerguelen, Landivisiau, Concarneau, Douarnenez, Ploudalmézeau, Guilvinec, Trégastel"


@pytest.mark.parametrize(("text", "name"), [(GERMAN, "German"), (SPANISH, "Spanish"), (ITALIAN, "Italian"), (RUSSIAN, "Russian"), (CHINESE, "zh")])
def test_another_language_waits(text, name):
    (finding,) = found(text, "language")
    assert finding.outcome == Outcome.HOLD
    assert name in str(finding.reason)
    assert name in str(finding.told)


@pytest.mark.parametrize("text", [PLAIN, PLAIN_ENGLISH, PLAIN * 40, "TOUT LE MONDE SAIT QUE LE PORT EST FERMÉ ET QUE LES PÊCHEURS NE SONT PAS CONTENTS DU TOUT DE LA SITUATION"])
def test_the_papers_languages_do_not(text):
    assert not found(text, "language")


def test_each_paper_has_its_own():
    assert found(PLAIN_ENGLISH + " " + PLAIN_ENGLISH, "language", Rules(languages=("fr",)))
    assert found(PLAIN + " " + PLAIN, "language", Rules(languages=("en",)))
    assert not found(GERMAN, "language", Rules(languages=("fr", "de")))
    assert not found(GERMAN, "language", Rules(languages=()))


@pytest.mark.parametrize("text", ["Ja, genau!", "¡Viva Aubrelle!", "Der Hafen bleibt geschlossen.", "Да", "ok lol mdr ptdr", "👏" * 90, "1234 " * 40, "https://beispiel.example/der/hafen/bleibt/geschlossen " * 5, BRETON_NAMES])
def test_of_what_is_short_or_no_sentence_nothing_is_said(text):
    assert not found(text, "language", Rules(links=9))


def test_a_quotation_within_a_french_text_does_no_harm():
    assert not found(f"Comme disait ma grand-mère, qui venait de là-bas et n’en parlait jamais : « Der Hafen bleibt geschlossen. » Elle avait raison. {PLAIN}", "language")


@pytest.mark.parametrize("text", ["slt c koi ce delir le port et fermé jcompren pa pk il dise rien la mairie cé tjr parey avc eux on né pa dé mouton kan meme", "jsuis tro degouté franchemen sa fé 3 jour kon atten et persone repon"])
def test_bad_spelling_is_no_other_language(text):
    assert not found(text, "language")
