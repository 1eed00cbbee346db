"""Words are found again after an edit, or are told to be gone; they are never other words."""
from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rotative.record.anchors import Anchor, anchor, find
from rotative.record.grounds import Part, stand
from rotative.record.reading.text import plain

OPENING = "Les cinq parties se sont réunies neuf fois à Verel, sans un mot à la presse."
SAID = "Inès Valmer a répété mardi que l'accord de l'Orbance sera signé avant la fin du mois, dans une salle de Verel."
REPLY = "« Nous ne signerons rien sans les bateliers », a répondu Anna Ossola, qui parle pour les communes."
CLOSING = "Le texte tient en onze feuillets, et chacun les connaît par cœur."
TEXT = {"a": OPENING, "b": SAID, "c": REPLY, "d": CLOSING}
CONTENT = "l'accord de l'Orbance sera signé avant la fin du mois"


def at(words: str, text: dict[str, str] = TEXT) -> Anchor:
    block = next(name for name, each in text.items() if words in each)
    start = text[block].index(words)
    return anchor(text, block, start, start + len(words))


def edited(**blocks: str) -> dict[str, str]:
    return {**TEXT, **blocks}


def now(words: str, text: dict[str, str]) -> tuple[str, str] | None:
    found = find(at(words), text)
    return found and (found.how, found.anchor.words)


def test_an_anchor_holds_the_words_and_what_is_on_either_side():
    held = at(CONTENT)
    assert (held.words, held.before, held.after) == (CONTENT, "Inès Valmer a répété mardi que ", ", dans une salle de Verel.")


@pytest.mark.parametrize(("block", "start", "end"), [("a", -1, 3), ("a", 5, 5), ("a", 0, 4000), ("rien", 0, 1), ("a", 3, 4)])
def test_there_is_no_anchor_without_words(block, start, end):
    with pytest.raises(ValueError):
        anchor(TEXT, block, start, end)


def test_words_stay_where_they_are():
    assert now(CONTENT, TEXT) == ("same", CONTENT)


def test_words_move_with_what_is_put_before_them():
    assert now(CONTENT, edited(b=f"Le soir venu, on le sut. {SAID}")) == ("moved", CONTENT)


def test_words_move_to_another_block():
    assert now(CONTENT, {"e": SAID, "a": OPENING}) == ("moved", CONTENT)


def test_an_apostrophe_set_otherwise_changes_nothing():
    assert now(CONTENT, edited(b=SAID.replace("'", "’"))) == ("same", CONTENT.replace("'", "’"))


def test_words_whose_ends_were_cut_are_trimmed():
    shorter = CONTENT.removesuffix(" avant la fin du mois")
    assert now(CONTENT, edited(b=SAID.replace(CONTENT, "l'accord de l'Orbance sera signé avant la fin"))) == ("trimmed", "l'accord de l'Orbance sera signé avant la fin")
    assert now(CONTENT, edited(b=SAID.replace(CONTENT, shorter))) is None, "more than a third was cut"


def test_the_marks_of_a_quotation_stay_when_it_is_trimmed():
    quoted = "« Nous signerons cet accord ensemble avant lundi soir »"
    text = {"a": f"{quoted}, a dit Anna Ossola."}
    found = find(at(quoted, text), {"a": text["a"].replace(" avant lundi soir", " avant lundi")})
    assert found and found.anchor.words == "« Nous signerons cet accord ensemble avant lundi »"


@pytest.mark.parametrize(
    "words",
    [
        "l'accord de l'Orbance ne sera pas signé avant la fin du mois",
        "l'accord de l'Orbance sera signé avant la fin de l'année",
        "l'accord de l'Orbance sera lu avant la fin du mois",
    ],
)
def test_words_that_were_rewritten_are_not_found(words):
    assert now(CONTENT, edited(b=SAID.replace(CONTENT, words))) is None


def test_a_cut_that_turns_the_sense_is_no_trimming():
    words = "Nous ne signerons rien sans les bateliers"
    assert now(words, edited(c=REPLY.replace(" sans les bateliers", ""))) is None
    assert now(words, edited(c=REPLY.replace("Nous ne signerons", "signerons"))) is None


def test_short_words_are_known_by_what_is_around_them():
    text = {"a": "« Non », a dit Valmer. On attendit longtemps. « Non », a dit Ossola."}
    second = anchor(text, "a", text["a"].rindex("Non"), text["a"].rindex("Non") + 3)
    assert find(second, {"a": text["a"].replace("« Non », a dit Valmer. ", "")}).anchor.after.startswith(" », a dit Ossola")
    assert find(second, {"a": "« Non », a dit Valmer."}) is None


def test_the_same_words_twice_are_told_apart_or_not_found():
    line = "Nous signerons cet accord."
    text = {"a": line, "b": line, "c": OPENING}
    assert find(anchor(text, "b", 0, len(line)), {"d": line, **text}).anchor.block == "b"
    assert find(anchor(text, "a", 0, len(line)), {"x": line, "y": line}) is None


def test_a_block_of_one_word_is_not_the_same_word_in_a_sentence():
    text = {"a": "Non.", "b": OPENING}
    assert find(at("Non.", text), {"c": "Non.", "b": OPENING}).anchor.block == "c"
    assert find(at("Non.", text), {"b": OPENING, "c": "Ossola l'a redit : Non. On attendit."}) is None


# ── What a statement rests on ──────────────────────────────────────────────────


def grounds(*parts: tuple[str, str]) -> list[Part]:
    return [Part(kind, at(words)) for kind, words in parts]


VALMER = grounds(("content", CONTENT), ("cue", "répété"), ("speaker", "Inès Valmer"))
OSSOLA = grounds(("content", "« Nous ne signerons rien sans les bateliers »"), ("cue", "répondu"), ("speaker", "Anna Ossola"))


def stands(parts: list[Part], text: dict[str, str]) -> list[str] | None:
    found = stand(parts, text)
    return found and [part.anchor.words for part in found]


def test_a_statement_stands_while_all_its_parts_do():
    assert stands(VALMER, edited(b=f"Le soir venu, on le sut. {SAID}", a="")) == [CONTENT, "répété", "Inès Valmer"]


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        ("Inès Valmer", "Anna Ossola"),
        ("Inès Valmer", "Claire Valmer"),
        ("a répété", "n'a pas répété"),
        ("a répété", "a démenti"),
        ("Inès Valmer a", "Il est faux que Inès Valmer a"),
        ("répété mardi que", "répété mardi qu'il est faux que"),
    ],
)
def test_the_same_words_in_another_mouth_do_not_stand(was, is_now):
    assert stands(VALMER, edited(b=SAID.replace(was, is_now))) is None


def test_a_quotation_stands_trimmed_and_given_to_the_same():
    assert stands(OSSOLA, edited(c=REPLY.replace(", qui parle pour les communes", ""))) is not None
    assert stands(OSSOLA, edited(c=REPLY.replace("Anna Ossola", "un batelier"))) is None


def test_the_name_that_a_pronoun_means_is_part_of_it():
    text = {"a": "Anna Ossola est revenue à Verel.", "b": "« Le texte est prêt depuis un mois », a-t-elle dit."}
    parts = [Part("content", at("« Le texte est prêt depuis un mois »", text)), Part("speaker", at("elle", text)), Part("name", at("Anna Ossola", text))]
    assert stand(parts, text)
    assert stand(parts, {**text, "a": "Inès Valmer est revenue à Verel."}) is None


# ── Any edit ───────────────────────────────────────────────────────────────────

LETTERS = some.text("ab é.,»«'’-\n", max_size=12)
PIECES = some.one_of(LETTERS, some.sampled_from(["ne ", "pas ", "Valmer", "Ossola", "répété", CONTENT, SAID, "« ", "mois"]))


@some.composite
def edits(draw: some.DrawFn, text: Iterable[tuple[str, str]] = tuple(TEXT.items())) -> dict[str, str]:
    """The text, cut, added to, moved about."""
    blocks = dict(text)
    for _ in range(draw(some.integers(1, 4))):
        name = draw(some.sampled_from(sorted(blocks)))
        words = blocks[name]
        start = draw(some.integers(0, len(words)))
        end = draw(some.integers(start, min(len(words), start + 40)))
        blocks[name] = words[:start] + draw(PIECES) + words[end:]
    order = draw(some.permutations(sorted(blocks)))
    return {name: blocks[name] for name in order}


@given(edits(), some.sampled_from([CONTENT, "Inès Valmer", "Nous ne signerons rien sans les bateliers", OPENING, "onze"]))
def test_after_any_edit_words_are_the_same_or_gone(text, words):
    """The same letters, or some of the same words in the same order with only the ends cut; and where they are said to be."""
    found = find(at(words), text)
    if found:
        here = found.anchor
        assert text[here.block][here.start : here.end] == here.words
        assert plain(here.words) == plain(words) or (found.how == "trimmed" and plain(here.words) in plain(words))


@given(some.integers(0, 10), some.integers(0, 10))
def test_words_cut_off_either_end_leave_the_others_or_nothing(left, right):
    words = CONTENT.split(" ")
    rest = " ".join(words[left : len(words) - right])
    found = now(CONTENT, edited(b=SAID.replace(CONTENT, rest)))
    assert found in (None, ("trimmed", rest), ("same", CONTENT))


@given(edits())
def test_after_any_edit_a_statement_is_the_same_persons_or_gone(text):
    found = stand(VALMER, text)
    if found:
        content, cue, speaker = (part.anchor for part in found)
        assert plain(content.words) in plain(CONTENT)
        assert (cue.words, speaker.words) == ("répété", "Inès Valmer")
        sentence = text[content.block][speaker.start : content.end]
        assert plain(sentence) == plain(f"Inès Valmer a répété mardi que {content.words}")


@given(edits())
def test_what_was_found_is_found_again_where_it_is(text):
    found = find(at(CONTENT), text)
    if found:
        again = find(found.anchor, text)
        assert again and (again.how, again.anchor) == ("same", found.anchor)
