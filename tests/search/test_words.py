"""Words, questions and passages."""
import pytest
from hypothesis import given
from hypothesis import strategies as some

from rotative.search.passages import LENGTH, passage
from rotative.search.words import Term, plain, terms, words


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("L’eau de l'Orbance", "eau de orbance"),
        ("Qu’est-ce qu'il y a d’élu ?", "est ce il y a elu"),
        ("Cœur, ÆGIS, straße, façade", "coeur aegis strasse facade"),
        ("aujourd’hui, presqu’île", "aujourd hui presqu ile"),
        ("28 points, 3,5 %", "28 points 3 5"),
        ("snake_case", "snake case"),
        ("…", ""),
    ],
)
def test_words_are_kept_bare(text, kept):
    assert plain(text) == kept


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("l'eau", [Term(("eau",), True)]),
        ("plan de paix", [Term(("plan",)), Term(("de",)), Term(("paix",), True)]),
        ("«plan de paix»", [Term(("plan", "de", "paix"))]),
        ("“plan de paix” eau", [Term(("plan", "de", "paix")), Term(("eau",), True)]),
        ('"plan de', [Term(("plan", "de"))]),
        ("porte-avions", [Term(("porte", "avions"), True)]),
        ("a", [Term(("a",))]),
        ("NOT (eau* OR -title:x)", [Term(("not",)), Term(("eau",)), Term(("or",)), Term(("title", "x"))]),
        ('" "', []),
        ("?!", []),
    ],
)
def test_what_is_asked(query, asked):
    assert terms(query) == asked


@given(some.text(max_size=80))
def test_words_stand_where_they_say(text):
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text) and word.folded.isalnum()


def test_a_passage_marks_what_was_asked_as_it_is_written():
    assert passage("La répartition de l’eau, « cœur » du plan.", terms("coeur eau")) == "La répartition de l’<mark>eau</mark>, « <mark>cœur</mark> » du plan."


def test_a_passage_is_escaped():
    shown = passage("Le <script>alert(1)</script> & l'eau <mark>", terms("eau alert"))
    assert shown == "Le &lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt; &amp; l'<mark>eau</mark> &lt;mark&gt;"


def test_a_long_text_shows_where_most_of_it_stands():
    filler = " ".join(f"mot{number}" for number in range(300))
    shown = passage(f"eau {filler} le plan pour l’eau est prêt {filler}", terms("plan eau"))
    assert shown.startswith("… ") and shown.endswith(" …")
    assert "<mark>plan</mark> pour l’<mark>eau</mark>" in shown
    assert len(list(words(shown.replace("<mark>", "").replace("</mark>", "")))) == LENGTH


@pytest.mark.parametrize(
    ("text", "query", "title", "shown"),
    [
        ("Les lâchers du lac, les lacs.", "lac", "", "Les lâchers du [lac], les [lacs]."),
        ("Les lâchers d’eau.", "lac", "", "Les [lâchers] d’eau."),
        ("Les lâchers d’eau.", "lac", "Le lac", "Les lâchers d’eau."),
        ("Les négociations.", "négociat", "", "Les [négociations]."),
        ("Un plan de paix, un plan de Paul.", '"plan de paix"', "", "Un [plan] [de] [paix], un plan de Paul."),
        ("Un porte-avions à la porte.", "porte-avions", "", "Un [porte]-[avions] à la porte."),
        ("Une tortue de mer, un plan.", "plan mer tort", "", "Une [tortue] de [mer], un [plan]."),
        ("mer mer", "mer mer", "", "[mer] [mer]"),
    ],
)
def test_only_what_was_found_is_marked(text, query, title, shown):
    assert passage(text, terms(query), title).replace("<mark>", "[").replace("</mark>", "]") == shown


def test_without_a_match_it_begins_at_the_beginning():
    assert passage("Un deux trois.", terms("quatre")) == "Un deux trois."
    assert passage("…", terms("quatre")) == "…"


@given(some.text(max_size=200), some.text(max_size=60))
def test_any_passage_is_safe(text, query):
    shown = passage(text, terms(query)).replace("<mark>", "").replace("</mark>", "")
    assert "<" not in shown and ">" not in shown
