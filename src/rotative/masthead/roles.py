"""Roles: what each may do in the paper. A role is a group; an editor has one more a section.

Rooms above say in their ``apps.py`` what a role may do there (``permit``,
``permit_on_shelves``); ``establish`` writes it to the database, exactly, as often as asked.
Why groups a section: docs/decisions/0010-roles.md.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import QuerySet, TextChoices
from django.utils.translation import gettext, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from rotative.masthead.languages import first
from rotative.masthead.models import DeskReview

FRONT_DEPTH = 2
SECTION_EDITORS = "Editors of a section"


class Role(TextChoices):
    """What someone with an account is, for the paper."""

    REPORTER = "reporter", _("Reporter")
    EDITOR = "editor", _("Editor")
    PUBLISHER = "publisher", pgettext_lazy("role", "Publisher")
    MODERATOR = "moderator", _("Moderator")


GROUPS = {Role.REPORTER: "Reporters", Role.EDITOR: "Editors", Role.PUBLISHER: "Publishers", Role.MODERATOR: "Moderators"}
EVERYWHERE = ("add", "change", "publish", "bulk_delete", "lock", "unlock")
IN_A_SECTION = ("add", "change", "publish", "lock", "unlock")

_permitted: dict[Role, set[str]] = defaultdict(set)
_shelved: dict[Role, set[str]] = defaultdict(set)


def permit(roles: Iterable[Role], *permissions: str) -> None:
    """Let roles do something everywhere: ``newsroom.add_topic``."""
    for role in roles:
        _permitted[role].update(permissions)


def permit_on_shelves(roles: Iterable[Role], *permissions: str) -> None:
    """Let roles do something with what the library keeps: ``library.add_picture``."""
    for role in roles:
        _shelved[role].update(permissions)


@transaction.atomic
def establish() -> None:
    """Make the groups, what they may do, and the review of stories. Safe to repeat."""
    for role in Role:
        group = group_of(role)
        group.permissions.set(_permissions(_permitted[role]))
        _set_shelves(group, _shelved[role])
        _set_pages(group, role)
    for group in section_groups():
        _name(group)
    _retire_wagtails_workflow()
    for front in fronts():
        open_front(front)


def are_established() -> bool:
    """Whether the paper has its roles; a paper in the making has none yet."""
    return Group.objects.filter(name=GROUPS[Role.PUBLISHER]).exists()


def group_of(role: Role) -> Group:
    return Group.objects.get_or_create(name=GROUPS[role])[0]


def fronts() -> QuerySet[Page]:
    return Page.objects.filter(depth=FRONT_DEPTH).order_by("path")


def top_sections() -> QuerySet[Page]:
    """What editors are appointed to: the sections directly under a front."""
    return Page.objects.filter(depth=FRONT_DEPTH + 1).select_related("locale").order_by("path")


def open_front(front: Page) -> None:
    """Let the newsroom write under a front, and have what it writes reviewed."""
    for group in Group.objects.filter(name__in=[GROUPS[Role.REPORTER], GROUPS[Role.EDITOR]]):
        _permit_on_page(group, front, ["add"])
    WorkflowPage.objects.update_or_create(page=front, defaults={"workflow": review()})


def review() -> Workflow:
    """The workflow of a story: someone who may publish it reads it, and approves it."""
    with override(first()):
        name = gettext("Review")
    task = DeskReview.objects.order_by("pk").first() or DeskReview.objects.create(name=name)
    found = Workflow.objects.filter(workflow_tasks__task=task).order_by("pk").first()
    if found is None:
        found = Workflow.objects.create(name=name)
        WorkflowTask.objects.create(workflow=found, task=task)
    return found


def called(group: Group) -> str:
    """A group as people call it, in the language of the desk."""
    role = next((role for role, name in GROUPS.items() if name == group.name), None)
    if role is None and group.name.startswith(SECTION_EDITORS):
        return f"{Role.EDITOR.label} ({group.name.partition(': ')[2]})"
    return str(role.label) if role else group.name


# ── Sections ───────────────────────────────────────────────────────────────────


def editors_of(section: Page) -> Group:
    """The group of a section's editors, made when the first one is appointed."""
    found = section_groups().filter(page_permissions__page=section).first()
    if found is None:
        found = Group.objects.create(name=f"{SECTION_EDITORS} {section.pk}")
        _permit_on_page(found, section, IN_A_SECTION)
    _name(found)
    return found


def section_groups() -> QuerySet[Group]:
    return Group.objects.filter(name__startswith=SECTION_EDITORS).distinct()


def close_section(section: Page) -> None:
    """Drop the group of a section that is being deleted."""
    section_groups().filter(page_permissions__page=section).delete()


def _name(group: Group) -> None:
    """Name a section's group after the section as it is called today."""
    section = Page.objects.filter(group_permissions__group=group).first()
    if section is not None:
        name = f"{SECTION_EDITORS} {section.pk}: {section.title}"[:150]
        Group.objects.filter(pk=group.pk).exclude(name=name).update(name=name)


# ── Permissions ────────────────────────────────────────────────────────────────


def _permissions(names: Iterable[str]) -> list[Permission]:
    return [_permission(name) for name in sorted(names)]


def _permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _set_shelves(group: Group, names: Iterable[str]) -> None:
    """Permissions over every shelf of the library, and no other."""
    root = Collection.objects.filter(depth=1).get()
    wanted = _permissions(names)
    GroupCollectionPermission.objects.filter(group=group).exclude(collection=root, permission__in=wanted).delete()
    for permission in wanted:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _set_pages(group: Group, role: Role) -> None:
    """Publishers everywhere; who writes, under the fronts; moderators nowhere."""
    if role == Role.PUBLISHER:
        kept = _permit_on_page(group, Page.objects.get(depth=1), EVERYWHERE)
    elif role in (Role.REPORTER, Role.EDITOR):
        kept = [row for front in fronts() for row in _permit_on_page(group, front, ["add"])]
    else:
        kept = []
    GroupPagePermission.objects.filter(group=group).exclude(pk__in=kept).delete()


def _permit_on_page(group: Group, page: Page, actions: Iterable[str]) -> list[int]:
    permissions = _permissions(f"wagtailcore.{action}_page" for action in actions)
    rows = [GroupPagePermission.objects.get_or_create(group=group, page=page, permission=each)[0] for each in permissions]
    return [row.pk for row in rows]


def _retire_wagtails_workflow() -> None:
    """Wagtail comes with a workflow of its own, for groups that mean something else here."""
    ours = review()
    WorkflowPage.objects.exclude(workflow=ours).delete()
    Workflow.objects.exclude(pk=ours.pk).update(active=False)
    Task.objects.exclude(workflow_tasks__workflow=ours).update(active=False)
