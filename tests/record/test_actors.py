"""Who is in a story: found under all their names, of the right kind, and never put with somebody else."""
from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rotative.record.reading.actors import find
from rotative.record.reading.findings import Actor
from rotative.record.reading.parsing import parse
from rotative.record.reading.text import Text, divide


def actors(words: str, language: str = "fr") -> list[Actor]:
    text = Text(words, divide(words), language, datetime(2026, 11, 24, 11, tzinfo=UTC))
    return find(text, parse(text))


def told(words: str, language: str = "fr") -> dict[tuple[str, str], list[str]]:
    """The actors by kind and name, each with the words of its mentions."""
    return {(each.kind, each.name): [words[slice(*span)] for span in each.mentions] for each in actors(words, language)}


def people(words: str, language: str = "fr") -> dict[str, list[str]]:
    return {name: spoken for (kind, name), spoken in told(words, language).items() if kind == "person"}


def test_a_person_is_one_under_all_her_names() -> None:
    words = (
        "La ministre de l’Environnement Anna Verel a rencontré mardi Inès Valmer, négociatrice en chef de L’Amer. "
        "« Non », a dit la négociatrice. Mme Verel est repartie. Selon Verel, tout est perdu."
    )
    assert people(words) == {"Anna Verel": ["Anna Verel", "Verel", "Verel"], "Inès Valmer": ["Inès Valmer", "la négociatrice"]}


def test_the_role_is_what_the_text_says() -> None:
    words = (
        "La ministre de l’Environnement Anna Verel est partie. Karl Brandt, 52 ans, émissaire allemand, a démenti. "
        "Le maire de Kerlann, Paul Morel, refuse."
    )
    roles = {each.name: each.role for each in actors(words) if each.kind == "person"}
    assert roles == {"Anna Verel": "La ministre de l’Environnement", "Karl Brandt": "émissaire allemand", "Paul Morel": "Le maire de Kerlann"}


def test_a_title_a_rank_and_a_country_are_no_part_of_a_name() -> None:
    assert list(people("Le Colonel Paul Kerval a été arrêté. La Française Anna Verel a gagné. M. de Sarre a salué Mme Valmer.")) == [
        "Paul Kerval",
        "Anna Verel",
        "de Sarre",
        "Valmer",
    ]


def test_small_words_and_hyphens_and_initials_stay_within() -> None:
    words = "Anna van der Sarre a battu Jean-Luc Le Kerval. Le chanteur A. Morel et le président Omar al-Amin étaient là."
    assert list(people(words)) == ["Anna van der Sarre", "Jean-Luc Le Kerval", "A. Morel", "Omar al-Amin"]


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    words = "Interrogée mardi, Anna Verel a refusé de répondre. Rapidement, Verel est partie. Jeudi, elle reviendra."
    assert told(words) == {("person", "Anna Verel"): ["Anna Verel", "Verel"]}


def test_an_initial_before_a_surname_and_capitals_are_the_same_person() -> None:
    words = "ANNA VEREL s’en va\n\nLa ministre Anna Verel a quitté ses fonctions. « C’est fini », a dit A. Verel à la presse."
    assert people(words) == {"Anna Verel": ["ANNA VEREL", "Anna Verel", "A. Verel"]}


def test_two_of_a_name_are_kept_apart_unless_a_title_tells() -> None:
    words = (
        "M. Paul Verel et Mme Anna Verel étaient là. Mme Verel a parlé la première, M. Verel a répondu. "
        "Verel a conclu."
    )
    found = people(words)
    assert found["Anna Verel"] == ["Anna Verel", "Verel"]
    assert found["Paul Verel"] == ["Paul Verel", "Verel"]
    assert found["Verel"] == ["Verel"]


def test_a_man_is_not_meant_by_a_womans_title() -> None:
    assert "Verel" in people("M. Paul Verel a perdu son procès. Mme Verel n’a rien dit.")


def test_a_first_name_tells_too_and_a_couple_is_not_one_of_the_two() -> None:
    found = people("Paul Verel a perdu. Mme Verel n’a rien dit. Anna Valmer était là. Mme Valmer a souri à M. et Mme Valmer.")
    assert found["Paul Verel"] == ["Paul Verel"]
    assert found["Anna Valmer"] == ["Anna Valmer", "Valmer"]


def test_a_description_is_nobodys_where_two_may_be_meant() -> None:
    two = "La négociatrice Inès Valmer a vu la négociatrice suédoise Karin Holm. La négociatrice est repartie."
    assert not any("La négociatrice" in mentions for mentions in people(two).values())
    other = "La négociatrice Inès Valmer est là. La négociatrice du ministère a refusé. La négociatrice est repartie."
    assert not any("La négociatrice" in mentions for mentions in people(other).values())


def test_the_spokeswoman_of_a_minister_is_not_the_minister() -> None:
    words = "La porte-parole du ministre, Léa Morin, a confirmé. Le ministre s’est tu. La porte-parole est partie."
    assert people(words) == {"Léa Morin": ["Léa Morin", "La porte-parole"]}


def test_a_surname_with_its_article_is_the_same_person() -> None:
    assert people("Le ministre de la Mer, Yves Le Goff, est à Brest. Le Goff part lundi.") == {"Yves Le Goff": ["Yves Le Goff", "Le Goff"]}


def test_a_newspaper_is_known_by_its_article() -> None:
    assert ("body", "Le Courrier") in told("L’ancienne ministre Anna Verel a menti, révèle Le Courrier mardi matin.")


def test_the_menus_of_a_page_name_nobody() -> None:
    page = (
        "Accueil\nPolitique\nMonde\nSe connecter\nS’abonner\nLa ministre Anna Verel ferme le port\nPar Inès Valmer\nPartager\n"
        "La ministre de la Mer, Anna Verel, a annoncé mardi la fermeture du port de Kerlann, après deux ans de travaux.\n"
        "Lire aussi : Paul Morel répond\nCommentaires (1)\nPaul Kerval\n"
    )
    assert list(people(page)) == ["Anna Verel"]


def test_a_family_is_nobody() -> None:
    assert people("Anna Verel est morte lundi. La famille Verel ne dira rien.") == {"Anna Verel": ["Anna Verel"]}


def test_a_seat_or_a_capital_is_a_body_where_it_acts_and_a_place_elsewhere() -> None:
    found = told("Berlin refuse le texte. Anna Verel s’est rendue à Berlin. Selon Matignon, rien n’est fait.")
    assert found[("body", "Berlin")] == ["Berlin"]
    assert found[("place", "Berlin")] == ["Berlin"]
    assert ("body", "Matignon") in found


def test_a_newspaper_and_a_body_with_its_acronym() -> None:
    found = told("L’Union du littoral (UDL) proteste à Brest. L’UDL manifestera vendredi, selon le quotidien Le Courrier.")
    assert found[("body", "Union du littoral")] == ["Union du littoral", "UDL", "UDL"]
    assert ("body", "Le Courrier") in found


def test_a_ministry_is_no_part_of_the_name_behind_it() -> None:
    assert list(people("Le ministre de la Défense Jean-Yves Morel a parlé. L’affaire Morel continue.")) == ["Jean-Yves Morel"]


def test_english_is_read_so_too() -> None:
    words = (
        "Environment Minister Anna Verel told Reuters on Tuesday that she would resign. Mrs Verel's spokesman, Paul Kerr, "
        "said the minister was tired. According to Moscow, the deal is dead. French President Luc Morel met Ines Valmer, "
        "chief negotiator of the coalition. The negotiator said no."
    )
    found = told(words, "en")
    assert found[("person", "Anna Verel")][:2] == ["Anna Verel", "Verel"]
    assert found[("person", "Ines Valmer")] == ["Ines Valmer", "The negotiator"]
    assert ("person", "Luc Morel") in found
    assert ("body", "Reuters") in found
    assert ("body", "Moscow") in found


PIECES = [
    *("Anna", "Verel", "Mme", "M.", "de", "van", "der", "l’", "L’", "d’", "« ", "»", ", ", ". ", "Le", "la", "négociatrice", "ministre"),
    *("de l’Eau", "Paris", "Berlin", "a dit", "selon", "UDL", "(", ")", '"', "-", "'", "al-Amin", "A.", "\n", "\n\n", "42 ans", "É", "président"),
]


@pytest.mark.parametrize("language", ["fr", "en"])
@settings(max_examples=60, deadline=None)
@given(words=st.text(st.characters(codec="utf-8"), max_size=80) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_in_any_text_mentions_are_inside_in_order_and_none_over_another(language: str, words: str) -> None:
    found = actors(words, language)
    spans = sorted(span for each in found for span in each.mentions)
    for each in found:
        assert each.mentions
        assert list(each.mentions) == sorted(each.mentions)
        assert each.name in [words[slice(*span)] for span in each.mentions]
        assert each.role is None or each.role in words
    assert all(0 <= span.start < span.end <= len(words) for span in spans)
    assert all(left.end <= right.start for left, right in zip(spans, spans[1:], strict=False))
    assert actors(words, language) == found
