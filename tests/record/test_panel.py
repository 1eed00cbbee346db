"""The panel beside a story: what it shows, what is decided there, by whom; two at once; with script and without."""
from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html
from wagtail.users.models import UserProfile

from rotative.masthead import roles
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article
from rotative.record import reviews
from rotative.record.actions import deciding
from rotative.record.actions.deciding import accept, mend, reject
from rotative.record.actions.stamps import stamp_of
from rotative.record.desk import mending, panel
from rotative.record.models import Appearance, Essential, Event, Statement, WantedReading
from tests import factories
from tests.factories import desk, record

pytestmark = pytest.mark.django_db
QUERIES = 45  # of the panel, the session and who asks; however many items there are
SCRIPT = {"X-Record-Panel": "1", "X-Requested-With": "XMLHttpRequest"}


def client(user):
    """Somebody at the desk, in English."""
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    found = Client()
    found.force_login(user)
    return found


@pytest.fixture
def editor(world):
    return client(world.editor)


@pytest.fixture
def draft(world, db):
    """A draft that the reporter writes."""
    return record.story("Encore à écrire", publish=False, owner=world.reporter, parent=world.story.get_parent().specific)


def shown(browser, story, name="record_review", *more, **fields):
    return browser.get(reverse(name, args=[story.pk, *more]), fields, headers=SCRIPT)


def tree(answer):
    return html.fromstring(answer.content.decode())


def text_of(element):
    return " ".join(element.text_content().split())


def sent(browser, row, verb="accept", seen=None, headers=SCRIPT):
    fields = {"kind": row._meta.model_name, "row": row.pk, "verb": verb, "seen": stamp_of(row) if seen is None else seen}
    return browser.post(reverse("record_decide", args=[row.article_id]), fields, headers=headers)


def state(row):
    return type(row).objects.get(pk=row.pk).state


# ── What is shown ──────────────────────────────────────────────────────────────


def test_the_text_is_whole_and_what_was_found_is_marked_in_it(editor, story):
    first, second, third = record.read(story)
    page = tree(shown(editor, story))
    prose = page.cssselect("[data-record-text]")[0]
    pieces = {int(each.get("data-at")): each.text_content() for each in prose.cssselect("[data-at]")}
    words = record.text_of(story).words
    assert all(words[at : at + len(piece)] == piece for at, piece in pieces.items())
    assert "".join(pieces.values()) == "".join(block.words for block in record.text_of(story).blocks)
    marked = {kind: ["".join(each.itertext()) for each in prose.cssselect(f".is-{kind}")] for kind in ("statement", "speaker", "cue", "event")}
    assert marked == {
        "statement": [first.words, second.words, third.words], "speaker": ["Inès Valmer", "Anna Ossola", "une source proche des communes"],
        "cue": ["annoncé", "démenti", "Selon"], "event": [record.BODY[3]],
    }  # fmt: skip
    assert [(each.text, each.get("href")) for each in prose.cssselect("a.record-tag")] == [
        ("S1", f"#statement-{first.pk}"), ("S2", f"#statement-{second.pk}"), ("S3", f"#statement-{third.pk}"), ("E1", f"#event-{Event.objects.get(article=story.pk).pk}"),
    ]  # fmt: skip


def test_marks_that_overlap_divide_the_words(editor, story):
    first, *_ = record.read(story)
    mend(Event.objects.get(article=story.pk), None, [record.at(story, "avant la fin du mois")], record.text_of(story).by_id)
    marked = [(each.get("class"), each.text) for each in tree(shown(editor, story)).cssselect("[data-record-text] .is-statement")]
    assert marked[:2] == [("record-mark is-statement", "l'accord sera signé "), ("record-mark is-event is-statement is-kept", "avant la fin du mois")]


def test_every_item_is_listed_with_what_is_said_of_it(editor, story):
    record.read(story)
    page = tree(shown(editor, story))
    said = [text_of(item) for item in page.cssselect("[data-item]")]
    assert len(said) == 7
    assert "Inès Valmer announces · indirect · 23/11/2026" in said[0] or "Inès Valmer announces · indirect · 11/23/2026" in said[0]
    assert "une source proche des communes says · indirect · without a name" in said[2]
    assert "new to the paper" in said[3]
    assert "Réunion des cinq parties" in said[5] and "Saint-Elme" in said[5]
    assert "7 suggestions wait for you" in text_of(page.cssselect("[data-record-status]")[0])
    assert page.cssselect("[data-item]")[0].get("data-spans").split() == [f"{record.text_of(story).words.index(record.VALMER)}-{record.text_of(story).words.index(record.VALMER) + len(record.VALMER)}"]


def test_what_was_changed_is_first_with_the_old_words(editor, story):
    first, second, _ = record.read(story)
    accept(second, None)
    story = record.rewrite(story, record.OSSOLA, "« Nous verrons »", publish=False)
    page = tree(shown(editor, story))
    item = page.cssselect("[data-item]")[0]
    assert item.get("id") == f"statement-{second.pk}"
    assert record.OSSOLA in text_of(item) and "Place it again, or reject it" in text_of(item)
    assert "The text was changed since it was read" in text_of(page.cssselect("[data-record-status]")[0])


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Waits to be read…"),
        ({"due": -1}, "whether its worker is running"),
        ({"state": "under-way", "begun_at": 0}, "Reading…"),
        ({"state": "under-way", "begun_at": -1}, "began and did not end"),
        ({"state": "failed", "problem": "no-model"}, "is not installed"),
        ({"state": "failed", "problem": "broken"}, "the log says why"),
    ],
)
def test_how_far_the_reading_is(editor, story, fields, sentence):
    """Instants are hours from now: from when the test runs, not from when it was collected."""
    told = {"due": 0, **fields}
    WantedReading.objects.create(article=story, **{name: timezone.now() + timedelta(hours=value) if name in ("due", "begun_at") else value for name, value in told.items()})
    page = tree(shown(editor, story))
    assert sentence in text_of(page.cssselect("[data-record-status]")[0])
    state = shown(editor, story, "record_review_state").json()
    assert state == {"mark": page.get("data-mark"), "moving": page.get("data-moving") is not None}


def test_a_story_not_read_yet_and_one_in_a_language_that_is_not_read(editor, story):
    assert "Not read yet" in text_of(tree(shown(editor, story)))
    Article.objects.filter(pk=story.pk).update(locale=factories.locale("br"))
    page = tree(shown(editor, story))
    assert "not read" in text_of(page.cssselect("[data-record-status]")[0])
    assert not page.xpath("//button[contains(., 'Read again')]")
    assert editor.post(reverse("record_read_again", args=[story.pk]), headers=SCRIPT).status_code == 422


def test_read_again_is_asked_for_by_hand(editor, story, settings, django_capture_on_commit_callbacks):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    record.read(story)
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(reverse("record_read_again", args=[story.pk]), headers=SCRIPT)
    assert "Waits to be read…" in answer.content.decode() and "The story is being read." in answer.content.decode()
    assert WantedReading.objects.get(article=story.pk).anew


def test_what_may_be_in_lists_of_the_desk_is_told(editor, story, world):
    first, second, _ = record.read(story)
    record.ActorFactory(name="Inès Valmer"), record.ActorFactory(name="Inès Valmer")
    accept(first, world.editor)
    pairs = reviews.same_actors().count()
    page = tree(shown(editor, story))
    assert pairs and f"{pairs} pairs of actors of this story may be one" in text_of(page)


def test_a_list_of_the_desk_is_led_to(editor, story, world):
    first, *_ = record.read(story)
    record.ActorFactory(name="Inès Valmer"), record.ActorFactory(name="Inès Valmer")
    accept(first, world.editor)
    assert tree(shown(editor, story)).cssselect(".record-proposals a")[0].get("href") == reverse("record_same")


def test_many_items_ask_the_database_no_more_than_few(editor, story, django_assert_max_num_queries):
    first, *_ = record.read(story)
    for number in range(12):
        record_of = Statement.objects.get(pk=first.pk)
        record_of.pk, record_of.act, record_of.decided_by_id = None, "says", first.decided_by_id
        record_of.save()
        Event.objects.create(article=story, what=f"Jour {number}", block=first.block, start=first.start, end=first.end, words=first.words).who.add(first.speaker)
    with django_assert_max_num_queries(QUERIES):
        assert len(tree(shown(editor, story)).cssselect("[data-item]")) == 31


# ── What is decided ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("verb", "became"), [("accept", "accepted"), ("reject", "rejected")])
def test_one_item_is_decided_and_taken_back(editor, story, verb, became):
    first, *_ = record.read(story)
    page = tree(sent(editor, first, verb))
    assert page.cssselect(f"#statement-{first.pk}")[0].get("data-state") == state(first) == became
    first.refresh_from_db()
    assert tree(sent(editor, first, "take-back")).cssselect(f"#statement-{first.pk}")[0].get("data-state") == state(first) == "suggested"


def test_without_script_it_is_a_form_and_the_page_again(editor, story):
    first, *_ = record.read(story)
    page = tree(editor.get(reverse("record_review", args=[story.pk])))
    form = page.cssselect(f"#statement-{first.pk} form")[0]
    fields = {each.get("name"): each.get("value") for each in form.cssselect("input")}
    answer = editor.post(form.get("action"), {**fields, "verb": "accept"})
    assert (answer.status_code, answer.url) == (302, reverse("record_review", args=[story.pk]) + f"#statement-{first.pk}")
    assert state(first) == "accepted"


def test_what_cannot_be_accepted_says_why(editor, story):
    first, *_ = record.read(story)
    first.speaker.delete()
    first.refresh_from_db()
    answer = sent(editor, first)
    assert answer.status_code == 422 and state(first) == "suggested"
    assert "Say who speaks" in text_of(tree(answer).cssselect(f"#statement-{first.pk} [role=alert]")[0])
    plain = editor.post(reverse("record_decide", args=[story.pk]), {"kind": "statement", "row": first.pk, "verb": "accept"}, follow=True)
    assert "Say who speaks" in plain.content.decode()


def test_the_second_editor_is_told_what_the_first_decided(editor, story, world):
    first, *_ = record.read(story)
    seen = stamp_of(first)
    sent(editor, first)
    publisher = client(desk.staff(Role.PUBLISHER, name="Soizic Le Bris", email="soizic@amer.example"))
    answer = sent(publisher, first, "reject", seen)
    told = text_of(tree(answer).cssselect(f"#statement-{first.pk} [role=alert]")[0])
    assert answer.status_code == 409 and "Maël Kergoat accepted this at" in told and state(first) == "accepted"
    first.refresh_from_db()
    assert sent(publisher, first, "reject").status_code == 200
    assert state(first) == "rejected"


def test_who_speaks_was_accepted_along_and_is_no_surprise(editor, story):
    first, *_ = record.read(story)
    speaker, seen = first.speaker, stamp_of(first.speaker)
    sent(editor, first)
    assert sent(editor, speaker, "accept", seen).status_code == 200


def test_what_was_read_again_meanwhile_is_looked_at_once_more(editor, story, world):
    first, *_ = record.read(story)
    seen = stamp_of(first)
    Statement.objects.filter(pk=first.pk).update(act="denies")
    answer = sent(editor, first, "accept", seen)
    assert answer.status_code == 409 and "read again meanwhile" in answer.content.decode() and state(first) == "suggested"


@pytest.mark.parametrize(
    ("model", "changed"),
    [
        (Statement, {"hearsay": True}), (Statement, {"via": "Le Courrier"}), (Statement, {"said_from": date(2026, 11, 22)}), (Statement, {"place": "Verel"}),
        (Event, {"first_day": date(2026, 11, 25)}), (Event, {"hour": None}), (Event, {"where": "Verel"}), (Appearance, {"kind": "body"}),
    ],
)  # fmt: skip
def test_all_that_an_item_says_is_looked_at_once_more_when_it_changed(editor, story, model, changed):
    record.read(story)
    row = model.objects.filter(article=story.pk).order_by("pk").first()
    seen = stamp_of(row)
    model.objects.filter(pk=row.pk).update(**changed)
    assert sent(editor, row, "accept", seen).status_code == 409 and state(row) == "suggested"


@pytest.mark.parametrize("fields", [{"kind": "statement", "row": "0"}, {"kind": "user", "row": "1"}, {"kind": "statement", "row": "x"}, {"row": "²"}, {"row": "9" * 5000}, {"verb": "take"}, {"verb": ""}])
def test_what_is_not_there_is_not_found(editor, story, fields):
    first, *_ = record.read(story)
    sent_fields = {"kind": "statement", "row": first.pk, "verb": "accept", **fields}
    assert editor.post(reverse("record_decide", args=[story.pk]), sent_fields).status_code == 404
    assert state(first) == "suggested"


@pytest.mark.parametrize("name", ["record_decide", "record_mend"])
def test_what_a_reading_took_away_in_that_moment_is_not_found(editor, story, name, monkeypatch):
    first, *_ = record.read(story)
    action, fields = form_of(editor, story, first)
    for module in (panel, mending):
        monkeypatch.setattr(module, "row_of", lambda *_asked: first)
    monkeypatch.setattr(deciding, "check_may_decide", lambda *_asked: Statement.objects.filter(pk=first.pk).delete())
    address = action if name == "record_mend" else reverse(name, args=[story.pk])
    assert editor.post(address, {**fields, "verb": "accept"}, headers=SCRIPT).status_code == 404


def test_words_that_nobody_can_have_chosen_are_not_chosen(editor, story):
    assert shown(editor, story, "record_add", "statement", start="²", end="9").status_code == 200


def test_a_row_of_another_story_is_not_decided_here(editor, story, draft):
    other, *_ = record.read(draft)
    fields = {"kind": "statement", "row": other.pk, "verb": "accept"}
    assert editor.post(reverse("record_decide", args=[story.pk]), fields).status_code == 404


# ── Mending and adding ─────────────────────────────────────────────────────────


def form_of(browser, story, row):
    """What the form of an item would send as it is."""
    answer = shown(browser, story, "record_mend", row._meta.model_name, str(row.pk))
    form = tree(answer).cssselect("[data-record-mending]")[0]
    return form.get("action"), {name: value for name, value in form.form_values()}


def test_the_speaker_the_act_and_the_words_are_mended(editor, story):
    first, second, _ = record.read(story)
    action, fields = form_of(editor, story, first)
    start = record.text_of(story).words.index("sera signé")
    words = "sera signé avant la fin du mois"
    fields |= {"words": words, "start": start, "end": start + len(words), "speaker": second.speaker_id, "act": "promises", "via": "Le Courrier", "said_to": "2026-11-24"}
    answer = editor.post(action, fields, headers=SCRIPT)
    assert answer.status_code == 200
    row = Statement.objects.get(pk=first.pk)
    assert (row.state, row.words, row.act, row.via, row.speaker_id, row.said_to) == ("mended", words, "promises", "Le Courrier", second.speaker_id, date(2026, 11, 24))
    assert set(reviews.history_of(row)[-1].data["was"]) == {"words", "act", "via", "speaker", "said_to"}


def test_saved_as_it_was_it_is_accepted_and_not_mended(editor, story):
    for row in [*record.read(story), *Event.objects.filter(article=story.pk), *Appearance.objects.filter(article=story.pk, state="suggested")]:
        action, fields = form_of(editor, story, row)
        assert editor.post(action, fields, headers=SCRIPT).status_code == 200
        assert state(row) == "accepted", row


def test_a_source_without_a_name_is_described(editor, story):
    first, *_ = record.read(story)
    action, fields = form_of(editor, story, first)
    refused = editor.post(action, {**fields, "speaker": "unnamed", "via": "Le Courrier"}, headers=SCRIPT)
    assert refused.status_code == 422 and "a person close to the talks" in refused.content.decode() and 'value="Le Courrier"' in refused.content.decode()
    editor.post(action, {**fields, "speaker": "unnamed", "described": "une négociatrice"}, headers=SCRIPT)
    row = Statement.objects.get(pk=first.pk)
    assert (row.unnamed, row.speaker, row.described, row.state) == (True, None, "une négociatrice", "mended")


@pytest.mark.parametrize(
    ("words", "sentence"), [("qui n'y sont pas", "are not in the latest draft"), ("a", "at several places"), ("   ", "are not in the latest draft")]
)
def test_words_that_cannot_be_told_are_refused_and_kept(editor, story, words, sentence):
    first, *_ = record.read(story)
    action, fields = form_of(editor, story, first)
    answer = editor.post(action, {**fields, "words": words, "addressee": "aux communes"}, headers=SCRIPT)
    assert answer.status_code == 422 and sentence in answer.content.decode() and 'value="aux communes"' in answer.content.decode()
    assert state(first) == "suggested"


def test_words_are_found_without_script_by_what_they_are(editor, story):
    first, *_ = record.read(story)
    action, fields = form_of(editor, story, first)
    answer = editor.post(action, {**fields, "words": "sera signé avant la fin du mois"})
    assert answer.status_code == 302
    assert Statement.objects.get(pk=first.pk).words == "sera signé avant la fin du mois"


def test_an_end_before_its_beginning_is_refused_beside_the_field(editor, story):
    first, *_ = record.read(story)
    action, fields = form_of(editor, story, first)
    answer = editor.post(action, {**fields, "said_from": "2026-11-24", "said_to": "2026-11-20"}, headers=SCRIPT)
    assert answer.status_code == 422
    assert "cannot end before it begins" in text_of(tree(answer).cssselect("[data-record-field=said_to]")[0])


def test_what_was_rewritten_is_placed_again_and_shown_again(editor, story, world):
    first, second, _ = record.read(story)
    accept(second, None)
    story = record.rewrite(story, f"{record.OSSOLA}, a démenti Anna Ossola", "« Nous verrons bien », répond Anna Ossola")
    assert Statement.objects.get(pk=second.pk).standing == "flagged"
    action, fields = form_of(editor, story, second)
    assert fields["words"].strip() == record.OSSOLA and not fields.get("start")
    answer = editor.post(action, {**fields, "words": "« Nous verrons bien »"}, headers=SCRIPT)
    assert answer.status_code == 200
    row = Statement.objects.get(pk=second.pk)
    assert (row.state, row.standing, row.words) == ("mended", "stands", "« Nous verrons bien »")
    assert "is-flagged" not in answer.content.decode()


def test_the_second_who_mends_is_told_and_loses_nothing(editor, story, world):
    first, *_ = record.read(story)
    action, fields = form_of(editor, story, first)
    reject(first, desk.staff(Role.PUBLISHER, name="Soizic Le Bris", email="soizic@amer.example"))
    answer = editor.post(action, {**fields, "via": "Le Courrier"}, headers=SCRIPT)
    page = tree(answer)
    assert answer.status_code == 409 and state(first) == "rejected"
    assert "Soizic Le Bris rejected this" in text_of(page.cssselect("[data-record-mending] [role=alert]")[0])
    again = {name: value for name, value in page.cssselect("[data-record-mending]")[0].form_values()}
    assert again["via"] == "Le Courrier"
    assert editor.post(action, again, headers=SCRIPT).status_code == 200 and state(first) == "mended"


def test_an_event_is_mended(editor, story):
    record.read(story)
    row = Event.objects.get(article=story.pk)
    ossola = Appearance.objects.get(article=story.pk, name="Anna Ossola")
    action, fields = form_of(editor, story, row)
    editor.post(action, {**fields, "what": "Réunion des cinq", "who": [ossola.pk], "last_day": "2026-11-25", "hour": ""}, headers=SCRIPT)
    row.refresh_from_db()
    assert (row.what, list(row.who.all()), row.last_day, row.hour, row.state) == ("Réunion des cinq", [ossola], date(2026, 11, 25), None, "mended")


def test_who_somebody_is_for_the_paper_is_chosen(editor, story):
    record.read(story)
    known = record.ActorFactory(name="Anna Ossola-Petit")
    row = Appearance.objects.get(article=story.pk, name="Anna Ossola")
    names = editor.get(reverse("record_names", args=[story.pk]), {"q": "ossola", "kind": "person"}).json()["actors"]
    assert names == [{"value": f"Anna Ossola-Petit #{known.pk}", "label": "Anna Ossola-Petit, person"}]
    action, fields = form_of(editor, story, row)
    editor.post(action, {**fields, "actor": names[0]["value"], "role": "porte-parole"}, headers=SCRIPT)
    row.refresh_from_db()
    assert (row.actor, row.role, row.state) == (known, "porte-parole", "mended")


@pytest.mark.parametrize(("typed", "sentence"), [("Personne", "knows nobody called"), ("Jean Morel", "Several are called so"), ("Mairie", "knows nobody"), ("x #999999", "No actor has this number"), ("x #" + "9" * 5000, "at most 200 characters")])
def test_a_name_that_tells_nobody_is_refused(editor, story, typed, sentence):
    record.read(story)
    record.ActorFactory(name="Jean Morel"), record.ActorFactory(name="Jean Morel"), record.ActorFactory(name="Mairie", kind="body")
    row = Appearance.objects.get(article=story.pk, name="Anna Ossola")
    action, fields = form_of(editor, story, row)
    answer = editor.post(action, {**fields, "actor": typed}, headers=SCRIPT)
    assert answer.status_code == 422 and sentence in answer.content.decode()


def test_what_was_not_found_is_added_by_hand_from_the_words_chosen(editor, story):
    record.read(story)
    words = "qui parle pour les communes"
    start = record.text_of(story).words.index(words)
    asked = tree(shown(editor, story, "record_add", "statement", start=start, end=start + len(words)))
    form = asked.cssselect("[data-record-mending]")[0]
    speaker = Appearance.objects.get(article=story.pk, name="Anna Ossola")
    fields = {name: value for name, value in form.form_values()}
    assert fields["words"].strip() == words
    answer = editor.post(form.get("action"), {**fields, "speaker": speaker.pk, "act": "says", "mode": "indirect"}, headers=SCRIPT)
    row = Statement.objects.get(article=story.pk, origin="hand")
    assert answer.status_code == 200 and (row.words, row.state, row.speaker_id, row.standing) == (words, "accepted", speaker.pk, "stands")


def test_an_event_and_an_actor_are_added_by_hand(editor, story):
    editor.post(reverse("record_add", args=[story.pk, "event"]), {"words": "se sont réunies mardi", "what": "Réunion"}, headers=SCRIPT)
    editor.post(reverse("record_add", args=[story.pk, "appearance"]), {"words": "communes", "name": "Les communes", "kind": "body"}, headers=SCRIPT)
    assert Event.objects.get(article=story.pk, origin="hand").state == "accepted"
    assert not Appearance.objects.filter(article=story.pk).exists()  # the words stand twice: one would not know which
    editor.post(reverse("record_add", args=[story.pk, "appearance"]), {"words": "Les cinq parties", "name": "Les cinq parties", "kind": "body"}, headers=SCRIPT)
    assert Appearance.objects.get(article=story.pk).mentions[0]["words"] == "Les cinq parties"
    assert editor.post(reverse("record_add", args=[story.pk, "essential"])).status_code == 404


def test_what_nobody_says_is_not_added(editor, story):
    answer = editor.post(reverse("record_add", args=[story.pk, "statement"]), {"words": record.VALMER, "act": "says", "mode": "direct"}, headers=SCRIPT)
    assert answer.status_code == 422 and "Say who speaks" in answer.content.decode() and not Statement.objects.filter(article=story.pk).exists()


# ── The essentials ─────────────────────────────────────────────────────────────


def test_a_point_is_taken_into_the_draft(editor, story, world):
    record.read(story)
    row = Essential.objects.get(article=story.pk)
    assert sent(editor, row, "take").status_code == 200
    story = Article.objects.get(pk=story.pk)
    assert [block.value for block in story.get_latest_revision_as_object().essentials] == [row.text]
    assert not story.essentials and story.has_unpublished_changes and state(row) == "accepted"
    assert story.latest_revision.user == world.editor


def test_a_seventh_point_is_refused(editor, story):
    record.read(story)
    draft = story.get_latest_revision_as_object()
    draft.essentials = [("essential", f"Point {number}.") for number in range(6)]
    draft.save_revision()
    row = Essential.objects.get(article=story.pk)
    answer = sent(editor, row, "take")
    assert answer.status_code == 422 and "6 essentials already" in answer.content.decode() and state(row) == "suggested"


def test_a_point_is_not_taken_into_a_draft_that_somebody_locked(editor, story, world):
    """Who may publish it decides what is right; the draft is written by who locked it."""
    record.read(story)
    row = Essential.objects.get(article=story.pk)
    Article.objects.filter(pk=story.pk).update(locked=True, locked_by=desk.staff(Role.PUBLISHER, name="Soizic Le Bris", email="soizic@amer.example"), locked_at=timezone.now())
    item = tree(shown(editor, story)).cssselect(f"#essential-{row.pk}")[0]
    assert item.cssselect("[data-key=r]") and not item.cssselect("[data-key=a], [data-key=m]")
    revision = Article.objects.get(pk=story.pk).latest_revision_id
    assert sent(editor, row, "take").status_code == 403 and state(row) == "suggested"
    assert Article.objects.get(pk=story.pk).latest_revision_id == revision
    assert sent(editor, row, "reject").status_code == 200


def test_points_are_offered_to_who_writes_until_decided(story, world, draft):
    record.read(draft)
    reporter = client(world.reporter)
    row = Essential.objects.get(article=draft.pk)
    assert row.text in html.fromstring(shown(reporter, draft, "record_offers").content.decode()).text_content()
    reporter.post(reverse("record_mend", args=[draft.pk, "essential", row.pk]), {"text": "L'accord serait pour décembre."}, headers=SCRIPT)
    row.refresh_from_db()
    assert (row.state, row.text) == ("mended", "L'accord serait pour décembre.")
    assert shown(reporter, draft, "record_offers").content.strip() == b""


# ── Who may ────────────────────────────────────────────────────────────────────


def addresses(story, row):
    return {
        "see": ("get", reverse("record_review", args=[story.pk]), {}),
        "offers": ("get", reverse("record_offers", args=[story.pk]), {}),
        "state": ("get", reverse("record_review_state", args=[story.pk]), {}),
        "decide": ("post", reverse("record_decide", args=[story.pk]), {"kind": "statement", "row": row.pk, "verb": "reject"}),
        "mend": ("get", reverse("record_mend", args=[story.pk, "statement", row.pk]), {}),
        "add": ("get", reverse("record_add", args=[story.pk, "event"]), {}),
        "names": ("get", reverse("record_names", args=[story.pk]), {"q": "a"}),
    }


def asked(browser, story, row):
    return {name: getattr(browser, method)(address, fields, headers=SCRIPT).status_code for name, (method, address, fields) in addresses(story, row).items()}


READS = {"see": 200, "offers": 200, "state": 200}
DECIDES = {"decide": 200, "mend": 200, "add": 200, "names": 200}
MAY_NOT = dict.fromkeys(DECIDES, 403)


def test_who_writes_decides_until_readers_see_the_story(world, draft, story):
    reporter = client(world.reporter)
    row = record.read(draft)[0]
    assert asked(reporter, draft, row) == {**READS, **DECIDES}
    draft.get_latest_revision().publish()
    live = Article.objects.get(pk=draft.pk)
    assert asked(reporter, live, row) == {**READS, **MAY_NOT}
    page = tree(shown(reporter, live))
    assert "Readers see this story" in text_of(page) and not page.cssselect(".is-statement form, [data-add]")


def test_who_wrote_a_story_that_waits_for_review_reads_only(world, draft):
    row = record.read(draft)[0]
    roles.review().start(draft, world.reporter)
    assert asked(client(world.reporter), draft, row) == {**READS, **MAY_NOT}
    assert client(world.reporter).post(reverse("record_read_again", args=[draft.pk]), headers=SCRIPT).status_code == 403
    assert asked(client(world.editor), draft, row) == {**READS, **DECIDES}


@pytest.mark.parametrize("role", [Role.REPORTER, Role.MODERATOR])
def test_a_stranger_to_the_story_sees_nothing_of_it(draft, role):
    row = record.read(draft)[0]
    stranger = client(desk.staff(role, name="Quelqu'un", email="autre@amer.example"))
    refused = {name: getattr(stranger, method)(address, fields).status_code for name, (method, address, fields) in addresses(draft, row).items()}
    assert set(refused.values()) <= {302, 403} and state(row) == "suggested"


def test_an_editor_of_another_section_sees_nothing(draft):
    culture = factories.section("Culture", "culture")
    stranger = client(desk.staff(Role.EDITOR, [culture], name="Quelqu'une", email="autre@amer.example"))
    assert set(asked(stranger, draft, record.read(draft)[0]).values()) <= {302, 403}


def test_a_reader_is_sent_to_the_door(draft):
    assert Client().get(reverse("record_review", args=[draft.pk])).status_code == 302
    assert Client().get(reverse("record_names", args=[draft.pk]), {"q": "a"}).status_code == 302


def test_what_changes_something_is_not_a_link(editor, story):
    first, *_ = record.read(story)
    assert editor.get(reverse("record_decide", args=[story.pk])).status_code == 405
    assert editor.get(reverse("record_read_again", args=[story.pk])).status_code == 405


# ── In the editor ──────────────────────────────────────────────────────────────


def test_the_panel_is_in_the_editor_of_stories_alone(editor, story, draft):
    page = editor.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert 'data-side-panel-toggle="record"' in page and "record/review.js" in page and "record/offers.js" in page
    assert f'data-address="{reverse("record_review", args=[0])}"' in page
    begun = editor.get(reverse("wagtailadmin_pages:add", args=["newsroom", "article", story.get_parent().pk])).content.decode()
    assert 'data-side-panel-toggle="record"' in begun and "once it is saved" in begun
    publisher = client(desk.staff(Role.PUBLISHER, name="Soizic Le Bris", email="soizic@amer.example"))
    section = publisher.get(reverse("wagtailadmin_pages:edit", args=[story.get_parent().pk])).content.decode()
    assert 'data-side-panel-toggle="status"' in section and 'data-side-panel-toggle="record"' not in section


def test_a_draft_saved_at_the_desk_waits_to_be_read(editor, story, world, settings, django_capture_on_commit_callbacks):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    form = desk.story_form("Un titre", slug="un-titre")
    with django_capture_on_commit_callbacks(execute=True):
        answer = editor.post(reverse("wagtailadmin_pages:add", args=["newsroom", "article", story.get_parent().pk]), form)
    made = int(re.search(r"/pages/(\d+)/", answer.url)[1])
    assert WantedReading.objects.get().article_id == made


def test_two_editors_of_one_draft_are_each_offered_the_newest(editor, story):
    record.read(story)
    shown(editor, story)
    record.rewrite(story, "lundi", "mardi", publish=False)
    assert "mardi" in tree(shown(editor, story)).cssselect("[data-record-text]")[0].text_content()
