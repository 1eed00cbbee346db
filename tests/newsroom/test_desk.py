"""The newsroom at its desk: what is saved, what is published, what is said when it is not."""
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation
from wagtail.images.tests.utils import get_test_image_file
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail.users.models import UserProfile

from rotative.library.models import Picture
from rotative.masthead import roles
from rotative.masthead.models import Masthead
from rotative.masthead.roles import Role
from rotative.newsroom import faults, previews
from rotative.newsroom.models import Article, Correction, FrontSlot, PickedStory, Section, Withdrawal
from tests import factories
from tests.factories import desk

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


@pytest.fixture
def room(client: Any) -> Room:
    return Room(client)


class Room:
    """A paper, its section Pays, and a publisher at the desk."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.front = factories.paper()
        self.pays = factories.section()
        roles.establish()
        self.me = desk.staff(Role.PUBLISHER, name="Inès Quéméner")
        self.author = self.me.author
        UserProfile.objects.update_or_create(user=self.me, defaults={"preferred_language": "en"})
        client.force_login(self.me)

    def write(self, section: Any = None, **form: Any) -> Any:
        """Post the story form under a section; the story, or the answer with its errors."""
        parent = section or self.pays
        answer = self.client.post(reverse("wagtailadmin_pages:add", args=["newsroom", "article", parent.pk]), desk.story_form(**form))
        return Article.objects.child_of(parent).latest("pk") if answer.status_code == 302 else answer

    def edit(self, story: Article, **form: Any) -> Any:
        answer = self.client.post(reverse("wagtailadmin_pages:edit", args=[story.pk]), desk.story_form(**{"title": story.title, "slug": story.slug, **form}))
        return Article.objects.get(pk=story.pk) if answer.status_code == 302 else answer

    def publish(self, **form: Any) -> Any:
        return self.write(**{"authors": [self.author], "action": "publish", **form})


def says(answer: Any, sentence: str) -> bool:
    assert answer.status_code == 200, "the form comes back with what was typed"
    return sentence in answer.content.decode()


# ── Drafts and faults ──────────────────────────────────────────────────────────


def test_a_draft_may_lack_everything_but_its_headline(room: Room) -> None:
    story = room.write(title="Un titre", genre="sponsored", body=streamfield([]))
    assert not story.live
    assert story.slug == "un-titre"


def test_an_empty_row_of_authors_keeps_nothing_from_being_saved(room: Room) -> None:
    story = room.write(title="Un titre", bylines=inline_formset([{"author": ""}]))
    assert not story.bylines.count()
    empty_after = inline_formset([{"author": room.author.pk}, {"author": ""}])
    assert room.edit(story, bylines=empty_after, action="publish").bylines.count() == 1


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"authors": []}, "Nobody signs this story. Add at least one author."),
        ({"genre": "sponsored"}, "Say who paid for this story: readers are told."),
        ({"genre": "opinion", "sponsor": "La Régie"}, "Change the genre, or empty"),
        ({"claim": "Les loyers ont doublé", "genre": "news"}, "A claim is checked in this story"),
        ({"claim": "Les loyers ont doublé", "genre": "fact-check"}, "Say who says what is checked."),
        ({"verdict": "false", "claimed_by": "La mairie", "genre": "fact-check"}, "Say what is checked."),
        ({"claim": "Les loyers ont doublé", "claimed_by": "La mairie", "genre": "fact-check"}, "Say what you found of what is checked."),
        ({"claim": "a", "claimed_by": "b", "verdict": "false", "genre": "fact-check", "claimed_on": "2999-01-01"}, "cannot have been said in the future"),
        ({"outlet": "Le Phare"}, "say by what right we publish it"),
        ({"first_published_at": "2999-01-01 10:00"}, "cannot have been published in the future"),
        ({"essentials": streamfield([("essential", str(number)) for number in range(7)])}, "6"),
        ({"standfirst": "x" * 601}, "600"),
    ],
)
def test_a_faulty_story_is_not_published_and_says_what_to_do(room: Room, form: Any, sentence: str) -> None:
    answer = room.publish(kicker="Ce que j'ai écrit", **form)
    assert says(answer, sentence)
    assert "Ce que j&#x27;ai écrit" in answer.content.decode()
    assert not Article.objects.exists()


@pytest.mark.parametrize(("zone", "is_future"), [("Europe/Paris", False), ("UTC", True)])
def test_today_is_the_papers_day_in_a_fact_check(room: Room, zone: str, is_future: bool) -> None:
    Masthead.objects.update(time_zone=zone)
    checked = Article(genre="fact-check", claim="a", claimed_by="b", verdict="false", claimed_on=date(2026, 11, 25))
    with time_machine.travel(datetime(2026, 11, 24, 23, 30, tzinfo=UTC)):
        assert bool(list(faults._claim(checked))) == is_future


def test_a_story_is_offered_with_the_name_of_who_writes_it(room: Room) -> None:
    """As it stands it can be published: the row is new when it comes back."""
    url = reverse("wagtailadmin_pages:add", args=["newsroom", "article", room.pays.pk])
    offered = room.client.get(url).context["form"].formsets["bylines"]
    assert [form["author"].value() for form in offered.forms] == [room.author.pk]
    posted = desk.story_form(action="publish")
    posted |= {"bylines-TOTAL_FORMS": "1", "bylines-INITIAL_FORMS": str(offered.initial_form_count()), "bylines-0-author": str(room.author.pk), "bylines-0-id": "", "bylines-0-ORDER": "1"}
    assert room.client.post(url, posted).status_code == 302
    assert [row.author for row in Article.objects.get().bylines.all()] == [room.author]


def test_what_was_paid_for_is_signed_by_who_paid(room: Room) -> None:
    story = room.write(action="publish", genre="sponsored", sponsor="Banque coopérative")
    assert story.live


def test_a_fact_check_is_published_with_a_claim_or_without_one(room: Room) -> None:
    assert room.publish(genre="fact-check").live
    checked = room.publish(title="Vrai ou faux", genre="fact-check", claim="Les loyers ont doublé", claimed_by="Un collectif", verdict="false")
    assert checked.live


def test_a_picture_without_alternative_text_is_told(room: Room) -> None:
    picture = Picture.objects.create(title="Le port", file=get_test_image_file(), credit="L'Amer")
    assert says(room.publish(picture=picture.pk), "has no alternative text")
    in_body = streamfield([("picture", {"picture": picture.pk, "caption": ""})])
    assert says(room.publish(body=in_body), "has no alternative text")
    Picture.objects.update(description="Le port au matin.")
    assert room.publish(picture=picture.pk).live


def test_picked_stories_are_others_once_in_the_same_language(room: Room) -> None:
    story = room.publish(title="Un")
    other = room.publish(title="Deux")
    foreign = factories.article("Three", parent=factories.section("Country", "country", language="en"))
    for picked, sentence in (([story], "cannot be related to itself"), ([other, other], "here twice"), ([foreign], "another language")):
        rows = inline_formset([{"story": each.pk} for each in picked])
        assert says(room.edit(story, authors=[room.author], action="publish", picked=rows), sentence)
    room.edit(story, authors=[room.author], action="publish", picked=inline_formset([{"story": other.pk}]))
    assert [row.story_id for row in PickedStory.objects.filter(article=story)] == [other.pk]


def test_a_dossier_and_topics_are_in_the_language_of_the_story(room: Room) -> None:
    dossier = factories.DossierFactory(locale_id=factories.locale("en").pk)
    topic = factories.TopicFactory(locale_id=factories.locale("en").pk)
    assert says(room.publish(dossier=dossier.pk), "is in another language (en)")
    assert room.publish(topics=[topic.pk]).status_code == 200


@pytest.mark.parametrize(("typed", "kept"), [("fr en", "fr en"), ("FR, pt-BR; fr oc", "fr pt-br oc"), ("", "")])
def test_the_languages_of_an_author_are_codes(room: Room, typed: str, kept: str) -> None:
    author = room.author
    author.speaks = typed
    author.full_clean()
    author.save()
    assert author.speaks == kept
    assert room.client.get(f"/auteurs/{author.slug}/").status_code == 200


def test_what_is_no_code_of_a_language_is_told(room: Room) -> None:
    answer = room.client.post(
        reverse("wagtailsnippets_newsroom_author:edit", args=[room.author.pk]),
        {"name": "Inès", "slug": room.author.slug, "speaks": "French, English", **nested_form_data({"texts": inline_formset([])})},
    )
    assert says(answer, "“french” is not the code of a language. Write codes such as fr, en or pt-br.")
    assert 'value="French, English"' in answer.content.decode()


def test_authors_sign_in_order(room: Room) -> None:
    second = factories.AuthorFactory(name="Maël Kergoat")
    story = room.publish(authors=[second, room.author])
    assert [row.author.name for row in story.bylines.all()] == ["Maël Kergoat", "Inès Quéméner"]


def test_a_correction_is_dated_now_unless_said_otherwise(room: Room) -> None:
    assert (datetime.now(UTC) - Correction(text="Faux.").when) < timedelta(minutes=1)


# ── Updates, words, schedules ──────────────────────────────────────────────────


def test_a_typing_mistake_is_not_an_update(room: Room) -> None:
    story = room.publish()
    assert room.edit(story, authors=[room.author], action="publish", kicker="Eau").updated_at is None


def test_a_substantive_update_is_dated_when_it_is_published(room: Room) -> None:
    story = room.publish()
    with time_machine.travel(MORNING, tick=False):
        room.edit(story, authors=[room.author], kicker="Eau", substantive="on")
    story.refresh_from_db()
    assert story.updated_at is None
    with time_machine.travel(EVENING, tick=False):
        story.get_latest_revision().publish()
    story.refresh_from_db()
    assert (story.updated_at, story.substantive) == (EVENING, False)
    room.edit(story, authors=[room.author], action="publish", kicker="De l'eau")
    story.refresh_from_db()
    assert story.updated_at == EVENING, "a later comma does not move it"


def test_a_correction_is_not_of_tomorrow_and_an_empty_row_is_none(room: Room) -> None:
    row = {"kind": "correction", "when": "2099-01-01 10:00", "text": "La séance eut lieu le 14."}
    answer = room.write(authors=[room.author], action="publish", corrections=inline_formset([row]))
    assert says(answer, "A correction cannot be dated in the future.")
    story = room.write(authors=[room.author], action="publish", corrections=inline_formset([{**row, "when": "2026-01-01 10:00", "text": ""}]))
    assert story.live and not story.corrections.exists()


@pytest.mark.parametrize(
    ("language", "typed", "read"),
    [
        ("fr", "29/11/2031 18:00", "2031-11-29 17:00"), ("fr", "29/11/2031 à 18h30", "2031-11-29 17:30"), ("fr", "29/11/2031 18 h", "2031-11-29 17:00"),
        ("fr", "2031-11-29 18:00", "2031-11-29 17:00"), ("en", "29 November 2031 18:00", "2031-11-29 17:00"), ("en", "2031-11-29 18:00", "2031-11-29 17:00"),
    ],
)  # fmt: skip
def test_a_schedule_is_read_as_it_is_typed(room: Room, language: str, typed: str, read: str) -> None:
    UserProfile.objects.filter(user=room.me).update(preferred_language=language)
    story = room.write(authors=[room.author], go_live_at=typed)
    assert f"{story.get_latest_revision_as_object().go_live_at:%Y-%m-%d %H:%M}" == read


@pytest.mark.parametrize(("language", "typed"), [("fr", "demain"), ("fr", "31/02/2031 18:00"), ("en", "11/12/2031 18:00")])
def test_a_schedule_that_cannot_be_read_is_told_and_kept(room: Room, language: str, typed: str) -> None:
    UserProfile.objects.filter(user=room.me).update(preferred_language=language)
    answer = room.publish(go_live_at=typed)
    assert answer.status_code == 200 and not Article.objects.exists()
    assert f'value="{typed}"' in answer.content.decode()
    assert answer.context["form"].errors["go_live_at"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [("N'est-ce pas l’été ?", "n-est-ce-pas-l-ete"), ("Cœur de Çà : 3 h 20", "coeur-de-ca-3-h-20"), ("Łódź, Škoda", "lodz-skoda"), ("Νερό", "νερό")],
)
def test_an_address_is_made_of_plain_letters(room: Room, title: str, slug: str) -> None:
    assert room.write(title=title).slug == slug


def test_the_first_page_offers_sections_by_language(room: Room) -> None:
    factories.section("Country", "country", language="en")
    page = room.client.get(reverse("wagtailadmin_home")).content.decode()
    assert 0 < page.index('lang="fr">Français</h3>') < page.index(">Pays</a>") < page.index('lang="en">English</h3>') < page.index(">Country</a>")


def test_a_correction_is_an_update_of_its_instant(room: Room) -> None:
    with time_machine.travel(MORNING, tick=False):
        story = room.publish()
    factories.correct(story, EVENING, "La séance eut lieu le 14.")
    assert story.updated_at == EVENING
    assert 'property="article:modified_time" content="2026-11-24T19:00:00+01:00"' in room.client.get(story.address).content.decode()


def test_only_a_publisher_dates_a_story(room: Room) -> None:
    story = room.publish(first_published_at="2019-05-04 10:00")
    assert story.first_published_at.year == 2019
    room.client.force_login(desk.staff(Role.EDITOR, [room.pays]))
    assert room.edit(story, authors=[room.author], action="publish", first_published_at="2001-05-04 10:00").first_published_at.year == 2019


@pytest.mark.parametrize("action", ["", "publish"])
def test_words_are_counted_whichever_way_a_story_is_saved(room: Room, action: str) -> None:
    body = streamfield([("paragraph", rich_text("<p>Un deux trois</p>"))])
    assert room.write(authors=[room.author], action=action, body=body).word_count == 3


def test_words_are_counted_in_drafts_made_without_a_form(room: Room) -> None:
    story = factories.article(publish=False, parent=room.pays, body=[factories.paragraph("Un deux")])
    assert Article.objects.get(pk=story.pk).word_count == 2


def test_a_scheduled_story_is_published_at_its_instant(room: Room) -> None:
    with time_machine.travel(MORNING, tick=False):
        body = streamfield([("paragraph", rich_text("<p>Un deux trois</p>"))])
        story = room.publish(go_live_at="2026-11-24 19:00", body=body)  # the hour of Paris
    assert not story.live
    with time_machine.travel(EVENING - timedelta(seconds=1), tick=False):
        call_command("publish_scheduled")
        assert not Article.objects.get(pk=story.pk).live
    at_once = EVENING + timedelta(microseconds=1)
    with time_machine.travel(at_once, tick=False):
        call_command("publish_scheduled")
    story.refresh_from_db()
    assert (story.live, story.first_published_at, story.word_count) == (True, at_once, 3)


# ── Sections and fronts ────────────────────────────────────────────────────────


def test_a_section_may_not_take_an_address_of_the_paper(room: Room) -> None:
    url = reverse("wagtailadmin_pages:add", args=["newsroom", "section", room.front.pk])
    assert says(room.client.post(url, desk.section_form("Contact")), "The paper uses the address “contact” itself.")
    assert says(room.client.post(url, desk.section_form("English", "en")), "The paper uses the address “en” itself.")
    under = reverse("wagtailadmin_pages:add", args=["newsroom", "section", room.pays.pk])
    assert room.client.post(under, desk.section_form("Contact")).status_code == 302


def test_a_subsection_does_not_take_a_reserved_address_by_moving(room: Room) -> None:
    contact = factories.section("Contact", "contact", parent=room.pays)
    room.client.post(reverse("wagtailadmin_pages:move_confirm", args=[contact.pk, room.front.pk]))
    assert Section.objects.get(pk=contact.pk).depth == 4


def test_a_subsection_may_not_take_the_place_of_older_pages(room: Room) -> None:
    under = reverse("wagtailadmin_pages:add", args=["newsroom", "section", room.pays.pk])
    assert says(room.client.post(under, desk.section_form("Page")), "The paper uses the address “page” itself.")
    alone = factories.section("La page", "la-page")
    Section.objects.filter(pk=alone.pk).update(slug="page", url_path="/fr/page/")
    room.client.post(reverse("wagtailadmin_pages:move_confirm", args=[alone.pk, room.pays.pk]))
    assert Section.objects.get(pk=alone.pk).depth == 3


def test_a_copy_is_a_draft_of_one_page(room: Room) -> None:
    """Neither an alias nor published at once: readers would find the same story twice."""
    story = factories.article("Sept mois")
    url = reverse("wagtailadmin_pages:copy", args=[story.pk])
    assert not {"alias", "publish_copies"} & set(room.client.get(url).context["form"].fields)
    form = {"new_title": "Sept mois", "new_slug": "sept-mois-2", "new_parent_page": story.get_parent().pk, "alias": "on", "publish_copies": "on"}
    room.client.post(url, form)
    copy = Article.objects.get(slug="sept-mois-2")
    assert (copy.live, copy.alias_of) == (False, None)


def test_a_section_is_copied_alone_to_a_free_address(room: Room) -> None:
    factories.article("Sept mois", parent=room.pays)
    url = reverse("wagtailadmin_pages:copy", args=[room.pays.pk])
    form = {"new_title": "Contact", "new_slug": "contact", "new_parent_page": room.front.pk, "copy_subpages": "on"}
    assert says(room.client.post(url, form), "The paper uses the address “contact” itself.")
    room.client.post(url, {**form, "new_slug": "pays-2"})
    assert not Section.objects.get(slug="pays-2").get_children().exists()


def test_sections_are_nested_one_level(room: Room) -> None:
    voile = factories.section("Voile", "voile", parent=room.pays)
    assert Section.can_create_at(room.pays)
    assert not Section.can_create_at(voile)
    culture = factories.section("Culture", "culture")
    assert not Section.objects.get(pk=room.pays.pk).can_move_to(culture)
    assert voile.can_move_to(culture)
    assert not Article.can_create_at(room.front)


def test_a_front_has_one_lead_and_each_story_once(room: Room) -> None:
    one, two = room.publish(title="Un"), room.publish(title="Deux")
    assert says(place(room, ("lead", one), ("lead", two)), "A front has one lead.")
    assert says(place(room, ("lead", one), ("second", one)), "here twice")
    assert place(room, ("lead", one), ("second", two)).status_code == 302
    assert list(FrontSlot.objects.values_list("place", flat=True)) == ["lead", "second"]


def place(room: Room, *slots: Any) -> Any:
    rows = inline_formset([{"place": where, "article": story.pk, "until": ""} for where, story in slots])
    form = desk.section_form("Une", "une", slots=rows, columns=inline_formset([{"section": room.pays.pk}]), dossier="", ear="")
    return room.client.post(reverse("wagtailadmin_pages:edit", args=[room.front.pk]), form)


def test_a_section_offers_stories_to_writers_and_sections_to_publishers(room: Room) -> None:
    url = reverse("wagtailadmin_pages:add_subpage", args=[room.pays.pk])
    assert room.client.get(url).status_code == 200
    room.client.force_login(desk.staff(Role.REPORTER))
    assert room.client.get(url).headers["Location"].endswith(f"/newsroom/article/{room.pays.pk}/")


# ── Withdrawing ────────────────────────────────────────────────────────────────


def test_a_story_is_withdrawn_for_good_and_put_back(room: Room) -> None:
    story = room.publish()
    page = room.client.get(reverse("newsroom_withdraw", args=[story.pk])).content.decode()
    assert "its address says that it is gone" in page
    room.client.post(reverse("newsroom_withdraw", args=[story.pk]), {"reason": " Une erreur. "})
    assert [(row.reason, row.by) for row in Withdrawal.objects.all()] == [("Une erreur.", room.me)]
    story.refresh_from_db()
    with translation.override("en"):
        assert str(story.status_string) == "withdrawn"
    assert says(room.edit(story, authors=[room.author], action="publish"), "This story was withdrawn for good.")
    opened = room.client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    assert says(opened, "This story was withdrawn for good. Readers are told: “Une erreur.”")
    main = opened.content.decode().partition("<main")[2]
    assert main.index(reverse("newsroom_put_back", args=[story.pk])) < main.index("<form")
    room.client.post(reverse("newsroom_put_back", args=[story.pk]))
    assert not Withdrawal.objects.exists()
    assert room.edit(story, authors=[room.author], action="publish").live


def test_a_withdrawn_story_is_not_published_by_its_schedule(room: Room) -> None:
    with time_machine.travel(MORNING, tick=False):
        story = room.publish(go_live_at="2026-11-24 19:00")
        room.client.post(reverse("newsroom_withdraw", args=[story.pk]), {"reason": ""})
    with time_machine.travel(EVENING, tick=False):
        call_command("publish_scheduled")
    story.refresh_from_db()
    assert not story.live


def test_a_live_story_is_withdrawn_though_a_later_version_waits_for_its_hour(room: Room) -> None:
    with time_machine.travel(MORNING, tick=False):
        story = room.publish()
        room.edit(story, authors=[room.author], action="publish", go_live_at="2026-11-24 19:00")
        room.client.post(reverse("newsroom_withdraw", args=[story.pk]), {"reason": ""})
        assert Withdrawal.objects.filter(article=story).exists()
        story.refresh_from_db()
        assert not story.live
    with time_machine.travel(EVENING, tick=False):
        call_command("publish_scheduled")
    story.refresh_from_db()
    assert not story.live


def test_the_editors_menu_offers_what_can_be_done(room: Room) -> None:
    story = room.publish()
    page = room.client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert "Withdraw for good" in page
    room.client.post(reverse("newsroom_withdraw", args=[story.pk]))
    page = room.client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert "Put back" in page
    assert "Withdraw for good" not in page


# ── The first page, the lists, the preview ─────────────────────────────────────


def test_the_first_page_is_a_newsrooms(room: Room) -> None:
    room.write(title="À finir")
    room.publish(title="À venir", go_live_at="2999-01-01 10:00")
    page = room.client.get(reverse("wagtailadmin_home")).content.decode()
    for words in ("Write a story", "Pays", "Latest drafts", "À finir", "Scheduled", "À venir", "L&#x27;Amer"):
        assert words in page
    for words in ("Aging pages", "What's new", "editor guide"):
        assert words not in page


@pytest.mark.parametrize(
    "name",
    ["stories:index", "wagtailsnippets_newsroom_author:list", "wagtailsnippets_newsroom_topic:add", "wagtailsnippets_newsroom_dossier:add",
     "wagtailadmin_explore_root", "wagtailadmin_account", "wagtailadmin_reports:workflow", "wagtailsnippets_newsroom_author:add"],
)  # fmt: skip
def test_every_list_opens(room: Room, name: str) -> None:
    room.publish()
    assert room.client.get(reverse(name)).status_code == 200


def test_a_story_opens_in_the_editor(room: Room) -> None:
    story = room.publish()
    assert room.client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).status_code == 200
    assert room.client.get(reverse("wagtailadmin_pages:edit", args=[room.front.pk])).status_code == 200


def test_two_topics_of_a_language_do_not_share_an_address(room: Room) -> None:
    factories.TopicFactory(name="Eau", slug="eau")
    answer = room.client.post(reverse("wagtailsnippets_newsroom_topic:add"), {"name": "L'eau", "slug": "eau", "description": ""})
    assert says(answer, "has this address already")


def test_a_preview_is_made_by_whoever_prints_pages(room: Room, monkeypatch: Any) -> None:
    from django.http import HttpResponse

    story = room.write(title="À lire")
    monkeypatch.setattr(previews, "previewer", None)
    assert "Nothing prints" in room.client.get(reverse("wagtailadmin_pages:view_draft", args=[story.pk])).content.decode()
    monkeypatch.setattr(previews, "previewer", lambda page, request: HttpResponse(f"Aperçu de {page.title}"))
    answer = room.client.get(reverse("wagtailadmin_pages:view_draft", args=[story.pk]))
    assert answer.content.decode() == "Aperçu de À lire"
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
