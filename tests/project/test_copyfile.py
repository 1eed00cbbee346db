"""Story files are read as they are written; what can not be read names its file and line."""
from __future__ import annotations

import pytest

from rotative.project.demo.copyfile import Block, CopyError, Correction, parse

HEAD = """+++
days = 3
time = "06:30"
section = "port"
headline = "Sur les quais"
standfirst = "Cent trente dockers."
+++
"""


def body(text: str) -> list[Block]:
    return list(parse(f"{HEAD}\n{text}\n", "fr/quais.md").body)


FULL = HEAD.replace(
    '"Cent trente dockers."\n',
    '''"Cent trente dockers."
authors = ["tom"]
essentials = ["Un.", "Deux."]
[[corrections]]
days = 2
time = "18:10"
text = "Faux."
''',
)


def test_front_matter():
    story = parse(FULL, "en/quays.md")
    assert (story.slug, story.language, story.days, story.time, story.section) == ("quays", "en", 3, "06:30", "port")
    assert story.authors == ("tom",)
    assert story.essentials == ("Un.", "Deux.")
    assert story.corrections == (Correction(2, "18:10", "Faux."),)
    assert (story.genre, story.discussion, story.front, story.picture) == ("news", "moderated", "", "")


def test_paragraphs_and_heads():
    blocks = body("Un texte\nsur deux lignes.\n\n## Une salle\n\n### Mineur")
    assert [(block.kind, block.text) for block in blocks] == [("paragraph", "Un texte sur deux lignes."), ("heading", "Une salle"), ("heading", "Mineur")]
    assert [block.values.get("level") for block in blocks] == [None, "2", "3"]
    assert [block.line for block in blocks] == [9, 12, 14]


def test_quotations():
    quoted, pulled, bare = body("> « Oui, à 38. »\n> — Maud Lartigau, présidente, élue\n\n>> « Non. »\n>> — Elle\n\n> « Sans nom »")
    assert (quoted.kind, quoted.text) == ("quotation", "« Oui, à 38. »")
    assert quoted.values == {"speaker": "Maud Lartigau", "role": "présidente, élue"}
    assert (pulled.kind, pulled.values) == ("pull", {"speaker": "Elle", "role": ""})
    assert bare.values == {"speaker": "", "role": ""}


def test_lists():
    dashes, numbers = body("- un\n- deux\n  suite\n\n1. premier\n2. second")
    assert dashes.values == {"ordered": False, "items": ["un", "deux suite"]}
    assert numbers.values == {"ordered": True, "items": ["premier", "second"]}


def test_fences():
    figure, timeline = body('::: key-figure\nvalue = "1"\n\ntext = "Un."\n:::\n\n::: timeline\ntitle = "T"\n[[entries]]\nwhen = "juin"\ntext = "X"\n:::')
    assert (figure.kind, figure.values) == ("key-figure", {"value": "1", "text": "Un."})
    assert timeline.values["entries"] == [{"when": "juin", "text": "X"}]


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("headline = 1", 1, "must begin"),
        ("+++\ndays = 3", 2, "is not closed"),
        (HEAD.replace("days = 3\n", ""), 1, "“days” is missing"),
        (HEAD.replace("days = 3", "days = three"), 2, "invalid value"),
        (HEAD.replace("days = 3", 'days = "3"'), 2, "number of days"),
        (HEAD.replace('"06:30"', '"6:30"'), 3, "not an hour"),
        (HEAD.replace("section", "shelf = 1\nsection"), 4, "“shelf” is not known"),
        (HEAD.replace("section", 'genre = "gossip"\nsection'), 4, "“genre” must be one of"),
        (HEAD + "\n#Titre", 9, "cross-head"),
        (HEAD + "\n> « Oui »\nNon", 9, "every line"),
        (HEAD + "\n::: video\n:::", 9, "not a kind of block"),
        (HEAD + '\n::: box\ntitle = "B"', 9, "not closed"),
        (HEAD + '\n::: box\ntitle = "B"\ntext = B\n:::', 11, "invalid value"),
    ],
)
def test_faults_name_file_and_line(text, line, why):
    with pytest.raises(CopyError) as caught:
        parse(text, "fr/quais.md")
    assert str(caught.value).startswith(f"fr/quais.md, line {line}: ")
    assert why in str(caught.value)
