"""Stories are found as soon as they are published, and no longer than they are."""
import pytest

from rotative.newsroom import searching
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fed():
    searching.connect()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def ids(index, query, language="fr"):
    return [hit.id for hit in index.search(query, language).hits]


def test_a_story_is_found_when_it_is_published(index, committed):
    factories.paper()
    author, topic, dossier = factories.AuthorFactory(), factories.TopicFactory(), factories.DossierFactory()
    with committed():
        story = factories.article(
            "Sept mois", authors=[author], topics=[topic], dossier=dossier, standfirst="Le chapeau", body=[factories.paragraph("Le <b>barrage</b> fermé")]
        )
    for query in ("mois", "chapeau", "barrage", "quemener", "secheresse", "orbance"):
        assert ids(index, query) == [story.pk], query
    assert "<mark>barrage</mark>" in index.search("barrage", "fr").hits[0].passage


def test_words_shown_large_are_not_counted_twice(index, committed):
    factories.paper()
    with committed():
        factories.article(body=[factories.paragraph("Le barrage"), ("pull", {"text": "Une phrase tirée", "speaker": "", "role": ""})])
    assert ids(index, "tirée") == []


def test_a_draft_is_not_found(index, committed):
    factories.paper()
    with committed():
        story = factories.article("Un secret", publish=False)
    assert ids(index, "secret") == []
    with committed():
        story.save_revision().publish()
    with committed():
        story.title = "Un brouillon"
        story.save_revision()
    assert ids(index, "secret") == [story.pk] and ids(index, "brouillon") == []


def test_a_story_taken_off_or_deleted_is_not_found(index, committed):
    factories.paper()
    with committed():
        one, other = factories.article("Le barrage"), factories.article("Le barrage fermé")
    with committed():
        one.unpublish()
    assert ids(index, "barrage") == [other.pk]
    with committed():
        other.delete()
    assert ids(index, "barrage") == []


def test_each_language_finds_its_own(index, committed):
    factories.paper()
    with committed():
        factories.article("Le barrage")
        english = factories.article("The barrage", parent=factories.section("Country", "country", language="en"))
    assert ids(index, "barrage", "en") == [english.pk]


def test_an_index_that_fails_stops_no_publication(index, committed, monkeypatch, caplog):
    factories.paper()
    monkeypatch.setattr(searching, "put", lambda pk: 1 / 0)
    with committed():
        story = factories.article("Le barrage")
    assert story.live and "ZeroDivisionError" in caplog.text


def test_all_of_them_anew(index, committed):
    factories.paper()
    story, gone = factories.article("Le barrage"), factories.article("Le barrage fermé")
    index.put(gone.pk + 1000, "fr", story.first_published_at, "Le barrage oublié", "")
    gone.unpublish()
    told = []
    assert searching.rebuild(lambda done, total: told.append((done, total))) == 1
    assert ids(index, "barrage") == [story.pk] and told == [(1, 1)]


def test_what_changed_meanwhile_is_put_right(index, committed):
    factories.paper()
    story = factories.article("Le barrage")
    late = []

    def meanwhile(done, total):
        late.append(factories.article("Le canal"))
        story.unpublish()

    searching.rebuild(meanwhile)
    assert ids(index, "canal") == [late[0].pk] and ids(index, "barrage") == []


BESIDE_THE_TEXT = [
    ("table", {"caption": "Temps relevés", "head": ["", "2025"], "rows": [["Première", "Cordelières"]], "source": "Club nautique"}),
    ("key_figure", {"title": "Le chiffre", "value": "412", "unit": "dossards", "text": "Jamais autant."}),
    ("timeline", {"title": "La course", "entries": [{"when": "1936", "text": "La fondation", "state": ""}, {"when": "1951", "text": "Clandestine", "state": "secret"}]}),
    ("chart", {"title": "Minutes", "alt": "Trois barres décroissantes", "unit": "min", "points": [{"label": "Aubrelle", "value": "3"}, {"label": "Brise", "value": "2"}], "threshold": None, "source": ""}),
    ("box", {"title": "Pour y aller", "text": "<p>Par le belvédère.</p>"}),
    ("embed", {"url": "https://video.example.org/x", "title": "Filmée du sémaphore"}),
    ("pull", {"text": "Une ritournelle", "speaker": "", "role": ""}),
]  # fmt: skip


@pytest.mark.parametrize("query", ["cordelières", "nautique", "dossards", "clandestine", "décroissantes", "belvédère", "sémaphore", "estacade", "passerelle", "falaise"])
def test_what_stands_beside_the_text_is_found(index, committed, query):
    factories.paper()
    picture = factories.PictureFactory(caption="Vue de la passerelle")
    shown = ("picture", {"picture": picture, "caption": ""}), ("gallery", {"title": "", "pictures": [{"picture": picture, "caption": "Depuis l'estacade"}] * 2})
    with committed():
        story = factories.article(body=[*BESIDE_THE_TEXT, *shown], picture=picture, picture_caption="La falaise au soir")
    assert ids(index, query) == [story.pk]
    assert ids(index, "ritournelle") == []


def test_what_stands_beside_the_text_is_not_counted(committed):
    factories.paper()
    assert factories.article(body=[factories.paragraph("Trois mots ici"), *BESIDE_THE_TEXT[:4]]).word_count == 3
