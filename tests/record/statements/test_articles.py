"""Speakers named within an article, quotations over paragraphs, and what is told around a statement."""
from __future__ import annotations

from rotative.record.reading.findings import Actor, Date, Interval, Named, Span, Statement
from rotative.record.reading.parsing import parse
from rotative.record.reading.statements import find
from rotative.record.reading.text import Block, Text, divide
from tests.record.statements import statements, text, told

NAMED = (
    "La maire de Verel, Inès Valmer, a reçu les pêcheurs mardi.\n\n"
    "« Le port fermera », a-t-elle déclaré. « Nous n'avons plus le choix. »\n\n"
    "Valmer a ajouté que la digue était perdue."
)


def names(words: str, language: str = "fr") -> list[str | None]:
    return [each.speaker_name for each in statements(words, language)]


def only(words: str, language: str = "fr") -> Statement:
    (found,) = statements(words, language)
    return found


def test_a_pronoun_a_turn_and_a_surname_are_one_person() -> None:
    assert names(NAMED) == ["Inès Valmer", "Inès Valmer", "Inès Valmer"]


def test_a_pronoun_that_could_mean_two_means_nobody() -> None:
    words = "Pierre Arlin et Paul Morel sont venus au port. Il a dit que la digue tiendra."
    assert names(words) == [None]


def test_a_pronoun_agrees_with_the_one_it_means() -> None:
    words = "Inès Valmer a rencontré Pierre Arlin mardi. Elle a dit que la digue tiendra."
    assert names(words) == ["Inès Valmer"]


def test_a_pronoun_that_goes_on_saying_means_who_spoke() -> None:
    words = "Pierre Arlin a annoncé que Paul Morel viendrait. Il a ajouté que la digue tiendrait."
    assert names(words) == ["Pierre Arlin", "Pierre Arlin"]


def test_the_latter_is_the_last_one_named() -> None:
    words = "Pierre Arlin a rencontré Paul Morel mardi. Ce dernier a dit que la digue tiendrait."
    assert names(words) == ["Paul Morel"]


def test_a_quotation_is_signed_in_the_next_line() -> None:
    words = "La digue a cédé mardi.\n\n« La mer monte plus vite que nos digues. »\n\n— Inès Valmer, maire de Verel\n\nLe port est fermé."
    assert names(words) == ["Inès Valmer"]


def test_a_description_of_somebody_named_is_no_unnamed_source() -> None:
    words = "Noé Arlin est venu au port mardi. Le candidat a dit que la digue tiendrait."
    assert not only(words).unnamed


def test_somebody_told_of_without_a_name_stays_unnamed() -> None:
    words = "Noé Arlin a reçu un pêcheur mardi. Le pêcheur a dit que la digue tiendrait."
    assert only(words).unnamed


def test_who_is_cited_by_a_paper_is_not_the_paper() -> None:
    assert only("Selon des témoins cités par Le Courrier, trois marins sont morts.").unnamed


def test_what_somebody_gave_is_theirs() -> None:
    assert names("Selon les précisions apportées par Noé Arlin, la digue cède.") == ["Noé Arlin"]


def test_this_one_was_named_before() -> None:
    words = "Inès Valmer est sortie dans la rue mardi. « Tout brûlait déjà », explique cette habitante du quartier."
    assert not only(words).unnamed


def test_the_authorities_of_a_country_are_named() -> None:
    assert not only("Les gardes-côtes italiens ont dit que la mer montait.").unnamed
    assert only("Les autorités ont dit que la mer montait.").unnamed


def test_a_pronoun_of_which_nothing_is_sure_is_no_unnamed_source() -> None:
    words = "Pierre Arlin et Paul Morel sont venus. Il a dit que la digue tiendrait. Il a ajouté que le port fermerait."
    assert [each.unnamed for each in statements(words)] == [False, False]


def test_an_english_pronoun_means_a_person() -> None:
    words = "Ines Valmer met the fishermen on Tuesday. She said that the dyke would hold."
    assert names(words, "en") == ["Ines Valmer"]


def test_a_description_means_the_one_whom_it_describes() -> None:
    words = "Pierre Arlin, préfet de la région, est venu mardi. Le port est fermé. Le préfet a annoncé que la route rouvrirait."
    assert names(words) == ["Pierre Arlin"]


def test_a_source_that_is_only_described_is_unnamed() -> None:
    found = only("Un marin, qui veut rester anonyme, raconte que le navire a coulé.")
    assert (found.unnamed, found.speaker_name) == (True, None)


def test_two_unnamed_sources_stay_two() -> None:
    words = "Une source policière affirme que le suspect a fui. Un témoin assure que le suspect est mort."
    assert [(told(words, each.speaker), each.unnamed) for each in statements(words)] == [("Une source policière", True), ("Un témoin", True)]


def test_actors_that_are_given_name_the_speakers() -> None:
    given = text("La négociatrice a prévenu que le temps presse.\n\nAnna Verel parlait à Sorel.")
    actor = Actor("Anna Verel", "person", (Span(0, 15), Span(given.words.index("Anna"), given.words.index("Anna") + 10)))
    (found,) = find(given, parse(given), actors=[actor])
    assert found.speaker_name == "Anna Verel"


def test_a_body_is_named_by_what_it_is_called() -> None:
    found = only("Selon la préfecture, deux routes sont coupées.")
    assert (found.speaker_name, found.unnamed) == ("préfecture", False)


def test_a_quotation_runs_over_paragraphs() -> None:
    words = "Inès Valmer a déclaré : « Le port fermera.\n\n« La digue est perdue.\n\n« Nous partirons. »\n\nLe préfet se tait."
    found = only(words)
    assert told(words, found.span) == "« Le port fermera.\n\n« La digue est perdue.\n\n« Nous partirons. »"
    assert found.speaker_name == "Inès Valmer"


def test_a_block_quotation_after_a_colon_has_its_speaker() -> None:
    words = "Inès Valmer a écrit au préfet :\n\nLe port fermera si la digue cède cet hiver."
    first, second = (block.span for block in divide(words))
    given = Text(words, (Block(first), Block(second, "quote")), "fr", text("").published)
    (found,) = find(given, parse(given))
    assert (found.span, found.mode, found.speaker_name) == (second, "direct", "Inès Valmer")


def test_the_headline_and_cross_heads_say_nothing() -> None:
    words = "La maire annonce la fin du port\n\nLe préfet dit que la route est coupée.\n\nLa maire dit que tout va"
    blocks = [block.span for block in divide(words)]
    given = Text(words, (Block(blocks[0], "title"), Block(blocks[1]), Block(blocks[2], "heading")), "fr", text("").published)
    assert [told(words, each.speaker) for each in find(given, parse(given))] == ["Le préfet"]


def test_second_hand_speech_says_through_whom() -> None:
    words = "Inès Valmer affirme que le préfet a promis de revenir."
    first, second = statements(words)
    assert first.via is None
    assert second.via == Named(Span(0, 11), "Inès Valmer")


def test_to_whom_and_where_it_is_said() -> None:
    words = "« Le port fermera », a confié Inès Valmer au Courrier."
    addressee = only(words).addressee
    assert addressee is not None
    assert addressee.name == "Courrier"


def test_what_is_said_in_a_paper() -> None:
    words = "Dans un communiqué, l'armateur affirme que le navire était vide."
    addressee = only(words).addressee
    assert addressee is not None
    assert addressee.name == "un communiqué"


def test_a_date_beside_the_cue_dates_the_statement() -> None:
    given = text("La maire a annoncé mardi que le port fermera jeudi.")
    dates = [Date(Span(19, 24), "DATE", "2026-11-24", Interval("2026-11-24", "2026-11-24")), Date(Span(given.words.index("jeudi"), given.words.index("jeudi") + 5), "DATE", "2026-11-26", Interval("2026-11-26", "2026-11-26"))]
    (found,) = find(given, parse(given), dates=dates)
    assert found.date == Interval("2026-11-24", "2026-11-24")


def test_the_conditional_of_hearsay_is_marked() -> None:
    assert only("Selon Le Courrier, le navire aurait coulé.").hearsay
    assert not only("Selon Le Courrier, le navire a coulé.").hearsay
    assert not only("Le préfet a dit que le navire partirait lundi.").hearsay


def test_modes_and_acts() -> None:
    cases = {
        "« Le port ferme », a déclaré la maire.": ("direct", "says"),
        "La maire nie que le port ferme.": ("indirect", "denies"),
        "Le préfet promet que le port « restera ouvert » cet hiver.": ("mixed", "promises"),
        "Le préfet a averti que la digue cède.": ("indirect", "warns"),
        "La maire regrette que le port ferme.": ("indirect", "regrets"),
        "Le Courrier révèle que le port fermera.": ("indirect", "reveals"),
    }
    for words, expected in cases.items():
        found = only(words)
        assert (found.mode, found.act) == expected
