"""Who may do what: every role, every act, through the desk itself."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, TaskState
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from rotative.discussion.models import DiscussionRules
from rotative.library.models import Picture
from rotative.masthead import roles
from rotative.masthead.actions import appoint, dismiss
from rotative.masthead.models import Masthead, User
from rotative.masthead.queries import role_of, sections_of
from rotative.masthead.roles import Role
from rotative.newsroom.models import Article, Author, FrontPage, Section, Topic, Withdrawal
from rotative.record.actions import texts
from rotative.record.models import NegotiatedText
from tests import factories
from tests.factories import desk, record

pytestmark = pytest.mark.django_db

BROUGHT = Path(__file__).parents[1] / "wires/pages/reference-plain-fr.txt"

# The editor is appointed to Pays; “elsewhere” is Culture.
MATRIX = """
                                    reporter  editor  publisher  moderator
enter the desk                      yes       yes     yes        yes
write a story                       yes       yes     yes        no
write a story elsewhere             yes       yes     yes        no
change a draft of one's own         yes       yes     yes        no
change another's story              no        yes     yes        no
change another's story elsewhere    no        no      yes        no
delete a draft of one's own         yes       yes     yes        no
delete another's draft              no        yes     yes        no
delete another's draft elsewhere    no        no      yes        no
submit a story                      yes       yes     yes        no
publish a story                     no        yes     yes        no
publish a story elsewhere           no        no      yes        no
approve a story                     no        yes     yes        no
approve a story elsewhere           no        no      yes        no
unpublish a story                   no        yes     yes        no
unpublish a story elsewhere         no        no      yes        no
withdraw a story                    no        yes     yes        no
withdraw a story elsewhere          no        no      yes        no
move a story elsewhere              no        no      yes        no
translate a story                   no        yes     yes        no
change the front                    no        no      yes        no
make a section                      no        no      yes        no
make a subsection                   no        no      yes        no
rename a section                    no        no      yes        no
delete a section                    no        no      yes        no
change the masthead                 no        no      yes        no
see the accounts                    no        no      yes        no
make an account                     no        no      yes        no
make an administrator               no        no      no         no
change the groups                   no        no      no         no
add a topic                         no        yes     yes        no
add an author                       no        yes     yes        no
bring a page in                     yes       yes     yes        no
bring a page in elsewhere           yes       yes     yes        no
name to readers who a page names    no        no      no         no
add a picture                       yes       yes     yes        no
change another's picture            no        yes     yes        no
add a document                      yes       yes     yes        no
see the redirects                   no        no      yes        no
see what waits in the record        yes       yes     yes        no
see how precise the reading is      no        yes     yes        no
name an actor otherwise             no        yes     yes        no
draw up a text                      no        yes     yes        no
delete a text                       no        no      yes        no
keep the discussion                 no        yes     yes        yes
change the rules of the discussion  no        no      yes        yes
open what is sealed                 no        no      yes        no
"""


@pytest.fixture(scope="module")
def staffed(lasting: None) -> dict[str, Any]:
    """A paper with two sections, and someone in each role."""
    front, pays, culture = factories.paper(), factories.section(), factories.section("Culture", "culture")
    roles.establish()
    other = factories.UserFactory(name="Maël Kergoat", email="mael@amer.example")
    people = {role: desk.staff(role, [pays] if role == Role.EDITOR else []) for role in Role}
    return {"front": front, "pays": pays, "culture": culture, "other": other, "people": people}


@pytest.fixture
def newsroom(staffed: dict[str, Any], client: Any) -> Newsroom:
    return Newsroom(client, **deepcopy(staffed))


@dataclass
class Newsroom:
    """A paper, its people, and a browser for them to sign in with."""

    client: Any
    front: Any
    pays: Any
    culture: Any
    other: Any
    people: dict[Role, User]

    def sign_in(self, role: Role) -> User:
        self.me = self.people[role]
        self.client.force_login(self.me)
        return self.me

    def story(self, section: Any, owner: Any = None, **fields: Any) -> Article:
        made = factories.article(parent=section, authors=[self.me.author], **fields)
        Article.objects.filter(pk=made.pk).update(owner=owner or self.other)
        return Article.objects.get(pk=made.pk)

    def get(self, name: str, *args: Any) -> int:
        return self.client.get(reverse(name, args=args)).status_code

    def post(self, name: str, *args: Any, data: Any = None) -> Any:
        return self.client.post(reverse(name, args=args), data or {})


ACTS: dict[str, Callable[[Newsroom], bool]] = {}


def act(name: str) -> Callable[[Callable[[Newsroom], bool]], Callable[[Newsroom], bool]]:
    def note(function: Callable[[Newsroom], bool]) -> Callable[[Newsroom], bool]:
        ACTS[name] = function
        return function

    return note


def here_and_elsewhere(name: str) -> Any:
    def note(function: Any) -> Any:
        ACTS[name] = lambda room: function(room, room.pays)
        ACTS[f"{name} elsewhere"] = lambda room: function(room, room.culture)
        return function

    return note


@act("enter the desk")
def _enter(room: Newsroom) -> bool:
    return room.get("wagtailadmin_home") == 200


@here_and_elsewhere("write a story")
def _write(room: Newsroom, section: Any) -> bool:
    room.post("wagtailadmin_pages:add", "newsroom", "article", section.pk, data=desk.story_form("Un brouillon"))
    return Article.objects.child_of(section).filter(title="Un brouillon", owner=room.me, live=False).exists()


@act("change a draft of one's own")
def _change_own(room: Newsroom) -> bool:
    return _change(room, room.story(room.culture, room.me, publish=False))


@here_and_elsewhere("change another's story")
def _change_other(room: Newsroom, section: Any) -> bool:
    return _change(room, room.story(section))


def _change(room: Newsroom, story: Article) -> bool:
    room.post("wagtailadmin_pages:edit", story.pk, data=desk.story_form("Un autre titre"))
    return story.get_latest_revision_as_object().title == "Un autre titre" or Article.objects.get(pk=story.pk).draft_title == "Un autre titre"


@act("delete a draft of one's own")
def _delete_own(room: Newsroom) -> bool:
    return _delete(room, room.story(room.culture, room.me, publish=False))


@here_and_elsewhere("delete another's draft")
def _delete_other(room: Newsroom, section: Any) -> bool:
    return _delete(room, room.story(section, publish=False))


def _delete(room: Newsroom, page: Any) -> bool:
    room.post("wagtailadmin_pages:delete", page.pk)
    return not Page.objects.filter(pk=page.pk).exists()


@act("submit a story")
def _submit(room: Newsroom) -> bool:
    story = room.story(room.pays, room.me, publish=False)
    room.post("wagtailadmin_pages:edit", story.pk, data=desk.story_form(authors=[room.me.author], action="submit"))
    return Article.objects.get(pk=story.pk).workflow_in_progress


@here_and_elsewhere("publish a story")
def _publish(room: Newsroom, section: Any) -> bool:
    story = room.story(section, room.me, publish=False)
    room.post("wagtailadmin_pages:edit", story.pk, data=desk.story_form(authors=[room.me.author], action="publish"))
    return Article.objects.get(pk=story.pk).live


@here_and_elsewhere("approve a story")
def _approve(room: Newsroom, section: Any) -> bool:
    story = room.story(section, publish=False)
    story.get_workflow().start(story, room.other)
    task = story.current_workflow_task_state
    seen = TaskState.objects.reviewable_by(room.me).filter(pk=task.pk).exists()
    room.post("wagtailadmin_pages:workflow_action", story.pk, "approve", task.pk)
    live = Article.objects.get(pk=story.pk).live
    assert seen == live, "what waits for someone is what they may approve"
    return live


@here_and_elsewhere("unpublish a story")
def _unpublish(room: Newsroom, section: Any) -> bool:
    story = room.story(section)
    room.post("wagtailadmin_pages:unpublish", story.pk)
    return not Article.objects.get(pk=story.pk).live


@here_and_elsewhere("withdraw a story")
def _withdraw(room: Newsroom, section: Any) -> bool:
    story = room.story(section)
    room.post("newsroom_withdraw", story.pk, data={"reason": "Une erreur."})
    return Withdrawal.objects.filter(article=story, by=room.me).exists()


@act("move a story elsewhere")
def _move(room: Newsroom) -> bool:
    story = room.story(room.pays)
    room.post("wagtailadmin_pages:move_confirm", story.pk, room.culture.pk)
    return Page.objects.get(pk=story.pk).get_parent().pk == room.culture.pk


@act("translate a story")
def _translate(room: Newsroom) -> bool:
    factories.section("Country", "country", language="en")
    Section.objects.filter(slug="country").update(translation_key=room.pays.translation_key)
    roles.establish()
    story = room.story(room.pays)
    room.post("simple_translation:submit_page_translation", story.pk, data={"locales": [factories.locale("en").pk]})
    return Article.objects.filter(translation_key=story.translation_key).count() == 2


@act("change the front")
def _front(room: Newsroom) -> bool:
    return room.get("wagtailadmin_pages:edit", room.front.pk) == 200 and room.front.permissions_for_user(room.me).can_publish()


@act("make a section")
def _make_section(room: Newsroom) -> bool:
    room.post("wagtailadmin_pages:add", "newsroom", "section", room.front.pk, data=desk.section_form("Sports"))
    return Section.objects.filter(title="Sports").exists()


@act("make a subsection")
def _make_subsection(room: Newsroom) -> bool:
    room.post("wagtailadmin_pages:add", "newsroom", "section", room.pays.pk, data=desk.section_form("Voile"))
    return Section.objects.filter(title="Voile").exists()


@act("rename a section")
def _rename(room: Newsroom) -> bool:
    room.post("wagtailadmin_pages:edit", room.pays.pk, data=desk.section_form("Le pays", "pays"))
    return Section.objects.get(pk=room.pays.pk).title == "Le pays"


@act("delete a section")
def _delete_section(room: Newsroom) -> bool:
    return _delete(room, room.pays)


@act("change the masthead")
def _masthead(room: Newsroom) -> bool:
    return room.get("wagtailsettings:edit", "masthead", "masthead", Masthead.objects.get().pk) == 200


@act("see the accounts")
def _accounts(room: Newsroom) -> bool:
    return room.get("wagtailusers_users:index") == 200


@act("make an account")
def _account(room: Newsroom) -> bool:
    data = {"email": "Yann@Amer.example", "name": "Yann", "password": "une longue phrase, 12", "role": "reporter"}
    room.post("wagtailusers_users:add", data=data)
    return User.objects.filter(email="yann@amer.example").exists()


@act("make an administrator")
def _administrator(room: Newsroom) -> bool:
    data = {"email": room.other.email, "name": "Maël", "password": "", "is_active": "on", "is_superuser": "on", "role": "publisher"}
    room.post("wagtailusers_users:edit", room.other.pk, data=data)
    return User.objects.get(pk=room.other.pk).is_superuser


@act("change the groups")
def _groups(room: Newsroom) -> bool:
    return room.get("wagtailusers_groups:index") == 200


@act("add a topic")
def _topic(room: Newsroom) -> bool:
    room.post("wagtailsnippets_newsroom_topic:add", data={"name": "Marées", "slug": "marees", "description": ""})
    return Topic.objects.filter(slug="marees").exists()


@act("add an author")
def _author(room: Newsroom) -> bool:
    data = {"name": "Tom Vasquier", "slug": "tom-vasquier", "on_staff": "on", "speaks": "", "email": "", "profile": "", "portrait": "", "user": ""}
    room.post("wagtailsnippets_newsroom_author:add", data={**data, **nested_form_data({"texts": inline_formset([])})})
    return Author.objects.filter(slug="tom-vasquier").exists()


@here_and_elsewhere("bring a page in")
def _bring_in(room: Newsroom, section: Any) -> bool:
    _brought(room, section)
    return Article.objects.child_of(section).filter(owner=room.me, live=False).exists()


@act("name to readers who a page names")
def _show_named(room: Newsroom) -> bool:
    """A page brought in makes authors and topics that its bringer may not add: no reader sees them before a story is published."""
    _brought(room, room.pays)
    paths = [f"/auteurs/{each.slug}/" for each in Author.objects.filter(user=None)] + [f"/sujets/{each.slug}/" for each in Topic.objects.all()]
    return any(Client().get(path).status_code == 200 for path in paths)


def _brought(room: Newsroom, section: Any) -> None:
    room.post("wires_import", data={"text": BROUGHT.read_text(), "address": "", "rights": "unknown", "section": section.pk})


@act("add a picture")
def _picture(room: Newsroom) -> bool:
    return room.get("wagtailimages:add") == 200


@act("change another's picture")
def _change_picture(room: Newsroom) -> bool:
    return room.get("wagtailimages:edit", factories_picture(room.other).pk) == 200


@act("add a document")
def _document(room: Newsroom) -> bool:
    return room.get("wagtaildocs:add") == 200


@act("see the redirects")
def _redirects(room: Newsroom) -> bool:
    return room.get("wagtailredirects:index") == 200


@act("see what waits in the record")
def _waits(room: Newsroom) -> bool:
    return room.get("record_waiting") == 200


@act("see how precise the reading is")
def _precise(room: Newsroom) -> bool:
    return room.get("record_precision") == 200


@act("name an actor otherwise")
def _actor(room: Newsroom) -> bool:
    actor = record.ActorFactory()
    room.post("record_actor_edit", actor.pk, data={"name": "Inès Roux", "kind": "person", "wikidata": ""})
    actor.refresh_from_db()
    return actor.name == "Inès Roux"


@act("draw up a text")
def _text(room: Newsroom) -> bool:
    dossier = factories.DossierFactory()
    room.post("record_text_add", dossier.pk, data={"name": "L'accord", "standfirst": ""})
    return NegotiatedText.objects.exists()


@act("delete a text")
def _no_text(room: Newsroom) -> bool:
    text = texts.draw_up(factories.DossierFactory(), "L'accord", None)
    room.post("record_text_discard", text.pk)
    return not NegotiatedText.objects.exists()


def factories_picture(owner: Any) -> Picture:
    from wagtail.images.tests.utils import get_test_image_file

    return Picture.objects.create(title="Le port", file=get_test_image_file(), description="Le port.", credit="L'Amer", uploaded_by_user=owner)


@act("keep the discussion")
def _discussion(room: Newsroom) -> bool:
    return room.get("discussion_queue") == 200


@act("change the rules of the discussion")
def _rules(room: Newsroom) -> bool:
    return room.get("wagtailsettings:edit", "discussion", "discussionrules", DiscussionRules.load().pk) == 200


@act("open what is sealed")
def _sealed(room: Newsroom) -> bool:
    return room.get("discussion_unseal", 1) == 200


def _cells() -> Iterator[Any]:
    head, *rows = [line for line in MATRIX.splitlines() if line.strip()]
    names = head.split()
    for row in rows:
        *words, first, second, third, fourth = row.split()
        for name, answer in zip(names, (first, second, third, fourth), strict=True):
            yield pytest.param(Role(name), " ".join(words), answer == "yes", id=f"{name}: {' '.join(words)}")


@pytest.mark.parametrize(("role", "name", "may"), list(_cells()))
def test_a_role_may_do_this_and_no_more(newsroom: Newsroom, role: Role, name: str, may: bool) -> None:
    newsroom.sign_in(role)
    assert ACTS[name](newsroom) is may


def test_every_act_is_in_the_table() -> None:
    assert {cell.values[1] for cell in _cells()} == set(ACTS)


def test_establishing_twice_changes_nothing(newsroom: Newsroom) -> None:
    def photograph() -> Any:
        from django.contrib.auth.models import Group
        from wagtail.models import GroupCollectionPermission, GroupPagePermission, Workflow, WorkflowPage

        models = (Group, GroupCollectionPermission, GroupPagePermission, Workflow, WorkflowPage, Group.permissions.through)
        return [sorted(model.objects.values_list()) for model in models]

    before = photograph()
    roles.establish()
    assert photograph() == before


def test_a_new_front_is_open_to_writers(newsroom: Newsroom) -> None:
    section = factories.section("Country", "country", language="en")
    reporter = newsroom.people[Role.REPORTER]
    assert section.permissions_for_user(reporter).can_add_subpage()
    assert section.get_workflow() == newsroom.front.get_workflow()


def test_an_editor_is_appointed_to_sections_and_dismissed(newsroom: Newsroom) -> None:
    editor = newsroom.people[Role.EDITOR]
    appoint(editor, Role.EDITOR, [newsroom.culture])
    assert [page.pk for page in sections_of(editor)] == [newsroom.culture.pk]
    dismiss(editor)
    assert role_of(editor) is None
    assert not editor.groups.exists()


def test_only_editors_have_sections(newsroom: Newsroom) -> None:
    with pytest.raises(ValueError, match="Only editors"):
        appoint(newsroom.other, Role.REPORTER, [newsroom.pays])


def test_the_group_of_a_section_goes_with_it(newsroom: Newsroom) -> None:
    assert roles.section_groups().count() == 1
    newsroom.pays.delete()
    assert roles.section_groups().count() == 0


def test_a_publisher_may_not_touch_an_administrator(newsroom: Newsroom) -> None:
    newsroom.sign_in(Role.PUBLISHER)
    chief = factories.UserFactory(name="Chef", email="chef@amer.example", is_superuser=True)
    assert newsroom.get("wagtailusers_users:edit", chief.pk) == 302
    newsroom.client.post(reverse("wagtail_bulk_action", args=["masthead", "user", "set_active_state"]) + f"?id={chief.pk}", {"mark_as_active": "False"})
    assert User.objects.get(pk=chief.pk).is_active


def test_wagtails_own_groups_have_no_rights_left(newsroom: Newsroom) -> None:
    assert FrontPage.objects.exists()
    moderators = roles.group_of(Role.MODERATOR)
    assert not moderators.page_permissions.exists()
    assert not moderators.collection_permissions.exists()
