"""What a writer types plainly is printed as a newspaper prints it, and nothing else changes.

In the tables ~ stands for the no-break space and ^ for the narrow one.
"""

import re
import time
import timeit
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rotative.paper.typography import set_headline, set_html, set_text


def shown(text: str) -> str:
    return text.replace("\u00a0", "~").replace("\u202f", "^")


# fmt: off
FRENCH = [
    # spaces beside marks
    ("Il dit: oui", "Il dit~: oui"),
    ("Il dit : oui", "Il dit~: oui"),
    ("Pourquoi ? Parce que; voilà !", "Pourquoi^? Parce que^; voilà^!"),
    ("Quoi?! Non!!!", "Quoi^?! Non^!!!"),
    ("Quoi... ?", "Quoi…^?"),
    ("(sic !) (?)", "(sic^!) (?)"),
    ("«mot» et « mot »", "«~mot~» et «~mot~»"),
    ("« Vraiment ? », dit-il", "«~Vraiment^?~», dit-il"),
    # colons that are no punctuation
    ("à 11:05, en 3:2, std::vector", "à 11:05, en 3:2, std::vector"),
    ("voir https://lamer.example/a?b=1: oui", "voir https://lamer.example/a?b=1~: oui"),
    ("camille@lamer.example; merci", "camille@lamer.example^; merci"),
    ("sur lamer.example/24-26?a=1;b=2", "sur lamer.example/24-26?a=1;b=2"),
    ("mailto:camille@lamer.example", "mailto:camille@lamer.example"),
    ("www.lamer.example/l'eau", "www.lamer.example/l'eau"),
    # quotations
    ('"Non", dit-il.', "«~Non~», dit-il."),
    ('Il dit: "Elle a dit "non" hier."', "Il dit~: «~Elle a dit “non” hier.~»"),
    ('« Elle a dit "non" »', "«~Elle a dit “non”~»"),
    ('le quotidien "L\'Amer"', "le quotidien «~L’Amer~»"),
    ('l\'"Amer"', "l’«~Amer~»"),
    ('" Non ", dit-il', "«~Non~», dit-il"),
    ('anti-"système"', "anti-«~système~»"),
    ('en "2026"', "en «~2026~»"),
    ('un écran de 27" neuf', 'un écran de 27" neuf'),
    # apostrophes
    ("aujourd'hui l'eau qu'il", "aujourd’hui l’eau qu’il"),
    ("le 5 de l'11 novembre", "le 5 de l’11~novembre"),
    ("5'30 et 5'10\"", "5'30 et 5'10\""),
    # suspension points
    ("Et puis...", "Et puis…"),
    ("../.. et .../a et ....", "../.. et .../a et ...."),
    # dashes
    ("Le maire - élu hier - part.", "Le maire –~élu hier~– part."),
    ("Le maire -- élu hier -- part.", "Le maire —~élu hier~— part."),
    ("Il part - enfin. Elle - non - reste.", "Il part –~enfin. Elle –~non~– reste."),
    ("Le plan - M. Vuillet y tient - passe", "Le plan –~M.~Vuillet y tient~– passe"),
    ("Le plan - le sien -, dit-il", "Le plan –~le sien~–, dit-il"),
    ("— Oui.\n— Non.", "—~Oui.\n—~Non."),
    ("- un\n- deux", "- un\n- deux"),
    ("vingt-quatre, dit-il, Jean-Paul", "vingt-quatre, dit-il, Jean-Paul"),
    # ranges
    ("du 24-26 octobre, en 1939-1945 ou 1939-45", "du 24–26~octobre, en 1939–1945 ou 1939–45"),
    ("pages 12-14", "pages 12–14"),
    ("02-98-11-22-33", "02-98-11-22-33"),
    ("le 2026-11-24, en 2026-11", "le 2026-11-24, en 2026-11"),
    ("article 121-3, L. 12-34, n° 83-634, loi 78-87", "article 121-3, L. 12-34, n°~83-634, loi 78-87"),
    ("victoire 3-1, le Boeing 737-800, un A320-400", "victoire 3-1, le Boeing 737-800, un A320-400"),
    # numbers and what they count
    ("38 millions de m², 11 m³/s", "38~millions de m², 11~m³/s"),
    ("5 €, 5€, 12 %, 12%", "5~€, 5~€, 12~%, 12~%"),
    ("6 h 30, 11 h, 6 heures 30", "6~h~30, 11~h, 6~heures~30"),
    ("n° 4, n°4, p. 12, pp. 3-5", "n°~4, n°~4, p.~12, pp.~3–5"),
    ("mardi 24 novembre 2026, le 1er mars", "mardi 24~novembre~2026, le 1er~mars"),
    ("en 2026 l'eau, en 2024 s'il, en 2025 on", "en 2026 l’eau, en 2024 s’il, en 2025 on"),
    ("1 284 voix, 12 345 678 €", "1^284~voix, 12^345^678~€"),
    ("06 12 34 56 78 et +33 6 12 34 56 78", "06 12 34 56 78 et +33 6 12 34 56 78"),
    ("en 2026 300 élus", "en 2026 300 élus"),
    ("+ 126 %, − 3 °C, ± 0,5 point", "+~126~%, −~3~°C, ±~0,5~point"),
    ("(+ 1 284 voix), +12 %, 2 + 3", "(+~1^284~voix), +12~%, 2 +~3"),
    ("C++ 11, Canal+ 2026, + trois", "C++ 11, Canal+ 2026, + trois"),
    # names
    ("M. Vuillet, MM. Roux, Mme Ferrand, Me Le Goff", "M.~Vuillet, MM.~Roux, Mme~Ferrand, Me~Le Goff"),
    ("Louis XIV, Napoléon Ier, Henri V", "Louis~XIV, Napoléon~Ier, Henri~V"),
    ("au XIXe siècle, la Ve République", "au XIXe~siècle, la Ve~République"),
]

ENGLISH = [
    # quotations
    ('"No," he said.', "“No,” he said."),
    ("\"Don't say 'no'\", he said", "“Don’t say ‘no’”, he said"),
    ("'He said \"no\"', she wrote", "‘He said “no”’, she wrote"),
    ('She said "he said "no" to me" today', "She said “he said ‘no’ to me” today"),
    ('("Really?")', "(“Really?”)"),
    # apostrophes
    ("don't, the boys' toys, Jones's", "don’t, the boys’ toys, Jones’s"),
    ("'Twas the '90s, rock 'n' roll", "’Twas the ’90s, rock ’n’ roll"),
    ("the 1990's", "the 1990’s"),
    ("5'10\" tall, a 27\" screen", "5'10\" tall, a 27\" screen"),
    # points and dashes
    ("And then...", "And then…"),
    ("the mayor - elected - left", "the mayor~– elected~– left"),
    ("the mayor -- elected -- left", "the mayor~— elected~— left"),
    ("the mayor--elected--left", "the mayor—elected—left"),
    ("well-known, 24-26 October, 1939-45", "well-known, 24–26~October, 1939–45"),
    ("call 555-0199, 555-1234, on 2026-11-24", "call 555-0199, 555-1234, on 2026-11-24"),
    # numbers and names
    ("38 million, 11 km, 6.30 am, 12%, 5 per cent", "38~million, 11~km, 6.30~am, 12%, 5~per cent"),
    ("Tuesday 24 November 2026, May 5", "Tuesday 24~November~2026, May~5"),
    ("Mr Smith, Mrs. Jones, Dr Who, No. 4, p. 12", "Mr~Smith, Mrs.~Jones, Dr~Who, No.~4, p.~12"),
    ("Henry VIII, then I left", "Henry~VIII, then I left"),
    ("up + 126%, − 3 points, ± 2, C++ 11", "up +~126%, −~3~points, ±~2, C++ 11"),
    # what French would space
    ("Why? Because: no!", "Why? Because: no!"),
    ("https://lamer.example/it's", "https://lamer.example/it's"),
]

FRENCH_HTML = [
    ("<p>« <i>mot</i> »</p>", "<p>«~<i>mot</i>~»</p>"),
    ('<p>"<i>mot</i>"</p>', "<p>«~<i>mot</i>~»</p>"),
    ('<p><b>"mot"</b></p>', "<p><b>«~mot~»</b></p>"),
    ("<p>Oui <b>mais</b>!</p>", "<p>Oui <b>mais</b>^!</p>"),
    ("<p><b><i>Oui</i></b><u>!</u></p>", "<p><b><i>Oui</i></b>^<u>!</u></p>"),
    ("<p>l'<a href=\"x?l='y'\">eau</a></p>", "<p>l’<a href=\"x?l='y'\">eau</a></p>"),
    ('<p>"Un</p><p>"Deux"</p>', "<p>«~Un</p><p>«~Deux~»</p>"),
    ("<ul><li>Un: deux</li><li>Trois ?</li></ul>", "<ul><li>Un~: deux</li><li>Trois^?</li></ul>"),
    ("<h2>Oui<br>! Non!</h2>", "<h2>Oui<br>! Non^!</h2>"),
    ("<p>38 <b>millions</b></p>", "<p>38~<b>millions</b></p>"),
    ("<p>l'<ins>eau</ins>, <del>750 000</del> <ins>600 000</ins></p>", "<p>l’<ins>eau</ins>, <del>750^000</del> <ins>600^000</ins></p>"),
    # code, and what is in another language
    ("<p>le <code>a ? b : 'c'</code>: oui</p>", "<p>le <code>a ? b : 'c'</code>~: oui</p>"),
    ("<pre>a ? <b>b</b> !\n</pre><p>a ?</p>", "<pre>a ? <b>b</b> !\n</pre><p>a^?</p>"),
    ("<script>if (a<b) x('</p> ?')</script>a ?", "<script>if (a<b) x('</p> ?')</script>a^?"),
    ("<code>a <code>b ?</code> c ?</code> d ?", "<code>a <code>b ?</code> c ?</code> d^?"),
    ('<p><i lang="en">What\'s up?</i> dit-il</p>', '<p><i lang="en">What\'s up?</i> dit-il</p>'),
    ('<p lang="fr">Quoi ?</p>', '<p lang="fr">Quoi^?</p>'),
    ("<!-- a ? --><p>b ?</p>", "<!-- a ? --><p>b^?</p>"),
    ('<img alt="Quoi ?"><p>Quoi ?</p>', '<img alt="Quoi ?"><p>Quoi^?</p>'),
    # entities
    ("<p>&quot;Eau &amp; sel&quot;</p>", "<p>«~Eau &amp; sel~»</p>"),
    ("<p>&laquo;&nbsp;mot&nbsp;&raquo;</p>", "<p>«~mot~»</p>"),
    ("<p>&lt;b&gt; &amp;nbsp; &inconnu; oui</p>", "<p>&lt;b&gt; &amp;nbsp; &amp;inconnu; oui</p>"),
    ("<p>https://a.example/?b=1&amp;c=2 ?</p>", "<p>https://a.example/?b=1&amp;c=2^?</p>"),
    # ordinals
    ("<p>le 1er, la 1re, la 2e, les 3es</p>", "<p>le 1<sup>er</sup>, la 1<sup>re</sup>, la 2<sup>e</sup>, les 3<sup>es</sup></p>"),
    ("<p>le XIXe siècle, François Ier</p>", "<p>le XIX<sup>e</sup>~siècle, François~I<sup>er</sup></p>"),
    ("<p>1<sup>er</sup> et <b>2e</b></p>", "<p>1<sup>er</sup> et <b>2<sup>e</sup></b></p>"),
    ("<p>Le, De, Ce, Me, 0x2e, a1e</p>", "<p>Le, De, Ce, Me, 0x2e, a1e</p>"),
]

HEADLINES = [
    ("Le maire quitte la ville", "fr", "Le maire quitte la~ville"),
    ("Que sait-on de la fermeture ?", "fr", "Que sait-on de la~fermeture^?"),
    ("La mer et l'eau", "fr", "La mer et~l’eau"),
    ("Le maire « part »", "fr", "Le maire~«~part~»"),
    ("La digue cédera", "fr", "La digue cédera"),
    ("Le plan de 38 millions", "fr", "Le plan de 38~millions"),
    ("Une réforme gouvernementale inconstitutionnelle", "fr", "Une réforme gouvernementale inconstitutionnelle"),
    ("Marée", "fr", "Marée"),
    ("Mayor leaves the town", "en", "Mayor leaves the~town"),
    ("Ar maer a ya kuit", "br", "Ar maer a ya kuit"),
]
# fmt: on


@pytest.mark.parametrize(("typed", "printed"), FRENCH)
def test_french(typed, printed):
    assert shown(set_text(typed, "fr")) == printed


@pytest.mark.parametrize(("typed", "printed"), ENGLISH)
def test_english(typed, printed):
    assert shown(set_text(typed, "en")) == printed


@pytest.mark.parametrize(("typed", "printed"), FRENCH_HTML)
def test_french_in_markup(typed, printed):
    assert shown(set_html(typed, "fr")) == printed


def test_english_in_markup():
    typed = '<p>"<em>Don\'t</em>", he said. <kbd>"x"</kbd> the 1st</p>'
    assert set_html(typed, "en-GB") == '<p>“<em>Don’t</em>”, he said. <kbd>"x"</kbd> the 1st</p>'


@pytest.mark.parametrize(("typed", "language", "printed"), HEADLINES)
def test_headlines(typed, language, printed):
    assert shown(set_headline(typed, language)) == printed


def test_narrow_makes_every_space_beside_a_mark_narrow():
    assert shown(set_text("Il dit : « oui ! »", "fr", narrow=True)) == "Il dit^: «^oui^!^»"
    assert shown(set_html("<p>a : « b »</p>", "fr-CA", narrow=True)) == "<p>a^: «^b^»</p>"


@pytest.mark.parametrize("set_", [set_text, set_html, set_headline])
def test_other_languages_are_left_alone(set_):
    typed = '<p>C\'hoazh "ya" ... !</p>'
    assert set_(typed, "br") == typed


# fmt: off
WORDS = "mot Il 12 1939 45 2026 000 284 million novembre XIX er M. p. n° 90s siècle No. am Mr ?!"
TAGS = "<b> </b> <p> </p> <code> </code> <!-- <a <i lang=x> </i> <br> < > &quot; &lt;"
PIECES = st.sampled_from(
    [*"\"'.-:;!?,«»“”‘’…–—()[]/@&%€°§ \u00a0\u202f\n\tamhVS159é", " ", " ", "...", "--", "+", "− ", " - ", " -- ", " : "]
    + WORDS.split()
    + ["https://x.example/a?b", "\ufffc", "\u2029", "&amp;", "&foo;"]
)
# fmt: on
TYPED = st.lists(PIECES, max_size=14).map("".join)
LANGUAGES = st.sampled_from(("fr", "en"))
INLINE = st.sampled_from(("b", "i", 'a href="x?y : z" title=\'"!\'', "sup", "span", "code"))
BLOCKS = st.sampled_from(("p", "h2", "ul", "li", "pre"))
TEXT = TYPED.map(lambda typed: typed.replace("&", "&amp;").replace("<", "&lt;"))


def element(tag: str, inside: str) -> str:
    return f"<{tag}>{inside}</{tag.split()[0]}>"


RUNS = st.recursive(TEXT, lambda inner: st.builds(element, INLINE, inner) | st.lists(inner, max_size=3).map("".join))
MARKUP = st.lists(st.builds(element, BLOCKS, RUNS) | st.just("<br>"), max_size=3).map("".join)
SOUP = st.lists(
    PIECES | st.sampled_from(TAGS.split()),
    max_size=14,
).map("".join)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


class Parts(HTMLParser):
    """A fragment as a browser would see it: tags with attributes, code, and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.code, self.text, self.inside = [], [], [], 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.inside += tag in ("code", "pre")
        self.tags.append((tag, tuple(attrs)))

    def handle_endtag(self, tag):
        self.inside -= tag in ("code", "pre")
        self.tags.append(("/" + tag, ()))

    def handle_data(self, data):
        (self.code if self.inside else self.text).append(data)


@given(TYPED, LANGUAGES, st.booleans())
def test_setting_text_twice_changes_nothing_more(typed, language, narrow):
    once = set_text(typed, language, narrow=narrow)
    assert set_text(once, language, narrow=narrow) == once


@given(TYPED, LANGUAGES)
def test_setting_a_headline_twice_changes_nothing_more(typed, language):
    once = set_headline(typed, language)
    assert set_headline(once, language) == once


@given(MARKUP | SOUP, LANGUAGES)
def test_setting_markup_twice_changes_nothing_more(html, language):
    once = set_html(html, language)
    assert set_html(once, language) == once


@given(st.text(), LANGUAGES)
def test_letters_and_figures_are_never_altered(typed, language):
    assert letters(set_text(typed, language)) == letters(typed)
    assert letters(set_headline(typed, language)) == letters(typed)


@given(TYPED, LANGUAGES)
def test_nor_in_what_looks_like_a_newspaper(typed, language):
    assert letters(set_text(typed, language)) == letters(typed)


@given(MARKUP, LANGUAGES)
def test_markup_and_code_are_kept(html, language):
    printed = set_html(html, language)
    before, after = Parts(html), Parts(re.sub(r"(?<=[0-9IVX])<sup>((?:e|er|m)s?)</sup>", r"\1", printed))
    plain = Parts(re.sub(r"(?<=[0-9IVX])<sup>((?:e|er|m)s?)</sup>", r"\1", html))
    assert after.tags == plain.tags
    assert "".join(after.code) == "".join(before.code)
    assert letters("".join(after.text)) == letters("".join(before.text))


@given(st.lists(TYPED), LANGUAGES)
def test_addresses_are_kept(typed, language):
    address = "https://lamer.example/l'eau?a=1;b=24-26"
    printed = set_text(f" {address} ".join(typed), language)
    assert printed.count(address) >= max(0, len(typed) - 1)


@pytest.mark.parametrize("run", ["1", "-", "+", "+ ", "V", "A-", '"', " '", "<a'", "<code>", "1-", "&a", "a@", "w.", " - "])
def test_time_grows_with_length_only(run):
    spent = [_seconds(run * (size // len(run))) for size in (10_000, 40_000)]
    assert spent[1] < 12 * max(spent[0], 0.01)


def test_a_megabyte_takes_about_a_second():
    paragraph = (
        "<p>Le <b>maire</b> dit : « <i>L'eau</i> monte ! » Le 24 novembre, 38 millions ; " + "mot " * 60 + "</p>"
    )
    html = paragraph * (1_000_000 // len(paragraph))
    assert _seconds(html) < 3  # a second and a margin for a busy machine; the bench has the ratio


def _seconds(html: str) -> float:
    """The processor's time for one setting: the least of five, without the collector's passes over other tests' objects."""
    return min(timeit.repeat(lambda: set_html(html, "fr"), timer=time.process_time, number=1, repeat=5))
