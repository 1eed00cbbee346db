"""A page's text is read for its story; an article given alone stays whole."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rotative.record.reading.text import divide

PAGE = """Aller au contenu
Menu
Accueil
Politique
Monde
Culture
Se connecter
S’abonner
Nous utilisons des cookies pour mesurer l’audience de ce site. Vous pouvez les accepter ou les refuser à tout moment.
Tout accepter
Accueil > Mer > Ports
Le port de Kerlann fermera en mars
Par Inès Valmer
Publié le 24 novembre 2026 à 11h02
Temps de lecture : 3 min
Partager
Facebook
X
La ministre de la Mer, Anna Verel, a annoncé mardi la fermeture du port de Kerlann, après deux ans de travaux.
Photo : Paul Kerval / L’Amer
« Nous n’avons plus le choix. »
Une décision attendue
Les pêcheurs, eux, refusent de partir et demandent une réunion à la préfecture dès cette semaine, dit leur syndicat.
Lire aussi : À Kerlann, les pêcheurs en colère
La réunion aura lieu vendredi, a dit la préfecture, qui n’a pas voulu dire qui serait là ni combien de temps.
Elle a ajouté : « Rien n’est joué. »
Mots-clés : port, mer, Kerlann
Partager cet article
À lire aussi
La criée de Sarre rouvre
Trois bateaux rentrent au port
Commentaires (2)
Jean
Encore une décision de Paris contre les ports, c’est toujours la même chose et personne ne dit jamais rien ici.
Répondre
Mentions légales
© L’Amer 2026
"""

ENGLISH = """Home
News
World
Sport
Sign in
Subscribe
Kerlann port to close in March, minister says
By Ines Valmer
24 November 2026, 11:02 am
Share this article
The minister, Anna Verel, said on Tuesday that the port of Kerlann would close in March after two years of works.
Fishermen refuse to leave and ask for a meeting this week, says their union, which speaks for thirty boats.
Related stories
Sarre fish market opens again
Privacy policy
"""

ARTICLE = """Partager la mer : le pari de Kerlann

La ministre de la Mer, Anna Verel, a annoncé mardi la fermeture du port de Kerlann, après deux ans de travaux.

Publié lundi, le rapport dit le contraire.

Une décision attendue

Les pêcheurs, eux, refusent de partir et demandent une réunion à la préfecture dès cette semaine, dit leur syndicat.

24 novembre 2026

« Nous n’avons plus le choix. »

C’est fini.
"""


def kinds(words: str) -> list[tuple[str, str]]:
    return [(block.kind, words[slice(*block.span)]) for block in divide(words) if block.kind != "outside"]


def test_the_menus_the_buttons_the_links_and_the_comments_of_a_page_are_no_story() -> None:
    found = kinds(PAGE)
    assert [kind for kind, _ in found] == ["title", "paragraph", "quote", "heading", "paragraph", "paragraph", "paragraph"]
    assert found[0][1] == "Le port de Kerlann fermera en mars"
    assert found[-1][1] == "Elle a ajouté : « Rien n’est joué. »"


def test_an_english_page_is_read_so_too() -> None:
    assert [(kind, words.split()[0]) for kind, words in kinds(ENGLISH)] == [("title", "Kerlann"), ("paragraph", "The"), ("paragraph", "Fishermen")]


def test_an_article_alone_stays_whole_and_each_part_has_its_kind() -> None:
    assert [block.kind for block in divide(ARTICLE)] == ["title", "paragraph", "paragraph", "heading", "paragraph", "paragraph", "quote", "paragraph"]


def test_a_link_within_an_article_is_left_out_even_there() -> None:
    assert [kind for kind, _ in kinds(ARTICLE + "\nLire aussi : La criée de Sarre rouvre\n")] == [block.kind for block in divide(ARTICLE)]


def test_a_list_of_results_is_not_taken_for_a_menu() -> None:
    words = "Tournoi de Sarre : les résultats\n\nVerel (4/8)\nValmer (2/3)\nKerval\nMorel\n"
    assert all(block.kind != "outside" for block in divide(words))


@given(st.text(st.characters(codec="utf-8")) | st.lists(st.sampled_from([*PAGE.splitlines(), *ENGLISH.splitlines(), "", " "])).map("\n".join))
def test_any_text_is_divided_in_order_and_nothing_is_lost_but_blanks(words: str) -> None:
    blocks = divide(words)
    at = 0
    for block in blocks:
        assert at <= block.span.start < block.span.end <= len(words)
        assert not words[at : block.span.start].strip()
        at = block.span.end
    assert not words[at:].strip()
    assert divide(words) == blocks
