"""What the paper says of itself is what its publisher wrote, and nothing that nobody wrote."""
from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from rotative.masthead.models import Masthead
from tests import factories

pytestmark = pytest.mark.django_db


def masthead(**fields: object) -> None:
    """The paper's identity; ``fr_`` before a field is one of its French texts."""
    factories.paper()
    paper = Masthead.objects.get()
    text = paper.text("fr")
    for name, value in fields.items():
        setattr(*((text, name.removeprefix("fr_")) if name.startswith("fr_") else (paper, name)), value)
    text.save()
    paper.save()


def main(path: str) -> str:
    html = Client().get(path).content.decode()
    return html[html.index("<main") : html.index("</main>")]


def test_the_page_of_support_opens_with_the_appeal_and_gives_the_accounts() -> None:
    masthead(
        email="redaction@amer.example", owners="Les salariés : 71 %\nLes lecteurs : 29 %", ownership_reviewed=date(2026, 3, 12),
        fr_appeal_title="Ce journal est en accès libre.", fr_appeal_text="Soyez le suivant.", fr_money="<p>Aux journalistes.</p>", fr_funding="<p>Des abonnés.</p>",
    )  # fmt: skip
    page = main("/soutenir/")
    assert "<h1>Ce journal est en accès libre.</h1>" in page
    said = ["Soyez le suivant.", "Aux journalistes.", "Des abonnés.", "<dd>Les salariés\N{NO-BREAK SPACE}: 71\N{NO-BREAK SPACE}%</dd><dd>Les lecteurs", "mars\N{NO-BREAK SPACE}2026", "mailto:redaction@amer.example"]
    places = [page.index(each) for each in said]
    assert places == sorted(places)


def test_the_page_of_support_leads_to_itself_by_no_button() -> None:
    masthead(fr_appeal_text="Soyez le suivant.")
    assert 'class="button' not in main("/soutenir/")


def test_what_nobody_wrote_has_no_heading() -> None:
    masthead(email="", publisher_address="", telephone="", fr_money="<p>Aux journalistes.</p>", fr_appeal_text="", fr_funding="")
    assert main("/soutenir/").count("<h2") == 1


def test_what_is_written_once_says_its_language_elsewhere() -> None:
    masthead(owners="Les salariés : 71 %")
    factories.front("en")
    assert '<dd><span lang="fr">Les salariés\N{NO-BREAK SPACE}: 71' in main("/en/funding/")
    assert "<dd>Les salariés" in main("/financement/")


@pytest.mark.parametrize(
    ("number", "link"),
    [("+33 (0)1 23 45 67 89", 'href="tel:+33123456789"'), ("01.23.45.67.89", 'href="tel:0123456789"'), ("01 23 45, poste 6", "")],
)
def test_a_number_that_is_one_may_be_called(number: str, link: str) -> None:
    masthead(telephone=number)
    assert (link or number) in main("/contact/")
    assert bool(link) == ("tel:" in main("/contact/"))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("*amer*, _nom masculin._ Un objet.", "<b>amer</b>, <i>nom masculin.</i> Un objet."),
        ("2 * 3 * 4, un_nom_long, <b>&", "2 * 3 * 4, un_nom_long, &lt;b&gt;&amp;"),
    ],
)
def test_the_word_of_the_colophon_is_set_as_it_is_marked(typed: str, printed: str) -> None:
    masthead(fr_definition=typed)
    assert f'<p class="definition">{printed}</p>' in Client().get("/").content.decode()
