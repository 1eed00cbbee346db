"""Banned words, as they are written and as they are disguised; and the words that only look like one."""
from __future__ import annotations

from pathlib import Path

import pytest

from rotative.discussion.moderation.findings import Outcome, Rules

from .writing import found, seen

RULES = Rules(banned=("vaurien*", "con", "bite", "salope", "trou du cul", "cul", "*phile", "*crétin*", "liar", "ass", "you idiot", "", "  ", "***"))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Quel vaurien.", "vaurien"),
        ("Quels VAURIENS !", "VAURIENS"),
        ("vauriennerie", "vauriennerie"),
        ("Le con", "con"),
        ("les cons.", "cons"),
        ("« con »", "con"),
        ("l’con", "con"),
        ("(con)", "con"),
        ("crétins", "crétins"),
        ("VAUR\u0301IEN", "VAUR\u0301IEN"),
        ("Archicretin", "Archicretin"),
        ("un francophile", "francophile"),
        ("un trou du cul", "trou du cul"),
        ("trou-du-cul", "trou-du-cul"),
        ("Trou  du\ncul", "Trou  du\ncul"),
        ("What a liar!", "liar"),
        ("Oui!vaurien!Non", "vaurien"),
        ("You IDIOT", "You IDIOT"),
    ],
)
def test_as_they_are_written(text, place):
    assert place in seen(text, "banned", RULES)
    assert all(finding.outcome == Outcome.HOLD for finding in found(text, "banned", RULES))
    assert "overlooked" not in str(found(text, "banned", RULES)[0].reason)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("c0n", "c0n"),
        ("c@n que c’est, ce vaur1en", "vaur1en"),
        ("vaur!en", "vaur!en"),
        ("va|uriens v4uri3n", "v4uri3n"),
        ("sal0pe", "sal0pe"),
        ("$alope", "$alope"),
        ("5alope", "5alope"),
        ("c1ul l1ar", "l1ar"),
        ("1iar", "1iar"),
        ("@ss", "@ss"),
        ("vaaaaurien", "vaaaaurien"),
        ("coooooon", "coooooon"),
        ("biiite", "biiite"),
        ("c\u0336o\u0336n\u0336", "c\u0336o\u0336n"),
        ("соn", "соn"),
        ("ѕаlоре", "ѕаlоре"),
        ("ＳＡＬＯＰＥ", "ＳＡＬＯＰＥ"),
        ("𝓼𝓪𝓵𝓸𝓹𝓮", "𝓼𝓪𝓵𝓸𝓹𝓮"),
        ("ⓢⓐⓛⓞⓟⓔ", "ⓢⓐⓛⓞⓟⓔ"),
        ("🆂🅰🅻🅾🅿🅴", "🆂🅰🅻🅾🅿🅴"),
        ("🇨🇴🇳", "🇨🇴🇳"),
        ("ꜱᴀʟᴏᴘᴇ", "ꜱᴀʟᴏᴘᴇ"),
        ("s a l o p e", "s a l o p e"),
        ("s.a.l.o.p.e", "s.a.l.o.p.e"),
        ("s - a - l - o - p - e", "s - a - l - o - p - e"),
        ("s_a_l_o_p_e", "s_a_l_o_p_e"),
        ("s a l 0 p e", "s a l 0 p e"),
        ("y a s a l o p e", "s a l o p e"),
        ("c o n", "c o n"),
        ("sa-lo-pe", "sa-lo-pe"),
        ("sal.ope", "sal.ope"),
        ("l’sal.ope", "sal.ope"),
        ("v-a-u-r-i-e-n", "v-a-u-r-i-e-n"),
        ("s*lope", "s*lope"),
        ("sal**e", "sal**e"),
        ("con123", "con123"),
        ("sal0pe69", "sal0pe69"),
        ("saIope", "saIope"),
        ("ρυтe des sаlореs", "sаlореs"),
        ("so\u00adlope sa\u00adlope", "sa\u00adlope"),
    ],
)
def test_as_they_are_disguised(text, place):
    assert place in seen(text, "banned", RULES)
    assert "overlooked" in str(found(text, "banned", RULES)[-1].reason)


@pytest.mark.parametrize(
    "text",
    [
        "Scunthorpe",
        "concombre, conseil, balcon, Macon, façon",
        "L’habit ne fait pas le moine; elle habite ici.",
        "La bitte d’amarrage du port, la bitte rouillée.",
        "culture, calcul, ridicule, Culoz",
        "assassin, passage, class, assess, Assas",
        "Il a pu te dire que ni que tu viennes",
        "un trou dans la culture du cumin",
        "salopette",
        "familiar, liars’ dice familiarity",
        "C’est un acon.",
        "L’arc, le sac, au cas où",
        "A B C D, plan B, 3 B, vitamine C",
        "1 2 3 4 5",
        "J. F. K.",
        "p*** et m***",
        "*** ***",
        "*très* important, **gras**",
        "https://exemple.fr/concours?calcul=1x2",
        "philharmonie",
        "",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text):
    places = [place for place in seen(text, "banned", RULES) if place not in ("cul", "liars")]
    assert not places


def test_nothing_is_banned_where_nothing_is_listed():
    assert not found("Quel con", "banned", Rules(banned=()))
    assert not found("Quel con", "banned", Rules(banned=("", "*", "**", "...")))


def test_a_word_of_a_compound_is_a_word():
    assert seen("un gros-con", "banned", RULES) == ["con"]
    assert seen("un cul-de-sac", "banned", RULES) == ["cul"]


@pytest.mark.parametrize("line", ["- liar", "* liar", "• liar", "-liar", "liar ", "« liar »", "liar,", "LIAR"])
def test_a_list_may_be_pasted_with_its_signs(line):
    assert found("a liar", "banned", Rules(banned=(line,)))
    assert not found("a familiar face, a bliar", "banned", Rules(banned=(line,)))


def test_a_list_lets_expressions_be():
    rules = Rules(banned=("cul", "!cul-de-sac", " ! cul de jatte"))
    assert not found("Un cul-de-sac, des Cul de Sac, un CUL DE JATTE", "banned", rules)
    assert seen("Un cul-de-sac de mon cul", "banned", rules) == ["cul"]
    assert [finding.spans for finding in found("Un cul-de-sac de mon cul", "banned", rules)] == [((21, 24),)]
    assert not found("cul-de-sac", "banned", Rules(banned=("!cul-de-sac",)))


@pytest.mark.parametrize(
    ("line", "finds", "leaves"),
    [("menteur", ["menteur", "MENTEURS"], ["menteuse"]), ("mente*", ["menteur", "menteuses"], ["mental", "démenteler"]), ("*phobe", ["xénophobe"], ["phobie"]), ("trou du cul", ["trou-du-cul"], ["trou du port"])],
)
def test_the_manual_tells_the_truth(line, finds, leaves):
    manual = (Path(__file__).parents[3] / "docs/explanation/moderation.md").read_text()
    assert f"| `{line}` |" in manual
    assert all(found(word, "banned", Rules(banned=(line,))) for word in finds)
    assert not any(found(word, "banned", Rules(banned=(line,))) for word in leaves)


def test_a_word_in_many_places_is_one_finding():
    (finding,) = found("Con. Encore con. Et c0n.", "banned", RULES)
    assert [place for place in finding.spans] == [(0, 3), (12, 15), (20, 23)]


def test_the_moderator_is_told_which_word_of_the_list():
    (finding,) = found("Quel v4urien", "banned", RULES)
    assert "v4urien" in str(finding.reason)
    assert "vaurien*" in str(finding.reason)
    assert finding.told
    assert "vaurien" not in str(finding.told)


def test_places_are_those_of_the_text_as_typed():
    text = "Œuvre de 𝓬𝓸𝓷, ﬁn"
    assert seen(text, "banned", RULES) == ["𝓬𝓸𝓷"]


def test_a_star_between_two_stars_is_stress_and_no_letter():
    assert not found("*liar*s, *lia*", "banned", Rules(banned=("liax",)))


def test_a_long_list_is_gone_through_once():
    many = Rules(banned=tuple(f"mot{number}x" for number in range(20_000)) + ("vaurien",))
    assert seen("Quel vaurien", "banned", many) == ["vaurien"]
