"""What is done to accounts: someone is appointed to a role, or dismissed from it."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from rotative.masthead.models import User
from rotative.masthead.roles import GROUPS, Role, editors_of, group_of, section_groups


@transaction.atomic
def appoint(user: User, role: Role, sections: Iterable[Page] = (), by: Any = None) -> None:
    """Give someone a role in place of the one they have; an editor, with their sections.

    Raises PermissionDenied when ``by`` may not, ValueError for sections of anyone else.
    """
    sections = list(sections)
    if sections and role != Role.EDITOR:
        raise ValueError("Only editors are appointed to sections.")
    _check(user, by)
    _take_roles(user)
    user.groups.add(group_of(role), *(editors_of(section) for section in sections))
    log(user, "masthead.appoint", user=by, data={"role": str(role.value), "sections": [section.title for section in sections]})


@transaction.atomic
def dismiss(user: User, by: Any = None) -> None:
    """Take someone's role: the account stays, as a reader's. Raises PermissionDenied."""
    _check(user, by)
    _take_roles(user)
    log(user, "masthead.dismiss", user=by)


def _check(user: User, by: Any) -> None:
    """Who may change accounts may appoint; only a superuser touches a superuser."""
    if by is None or by.is_superuser:
        return
    if user.is_superuser or not by.has_perm("masthead.change_user"):
        raise PermissionDenied


def _take_roles(user: User) -> None:
    user.groups.remove(*Group.objects.filter(name__in=GROUPS.values()), *section_groups())
