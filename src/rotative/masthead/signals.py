"""What follows when someone signs in: whoever works at the desk works at the paper's hour."""
from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import pre_save
from wagtail.users.models import UserProfile

from rotative.masthead.queries import masthead


def connect() -> None:
    user_logged_in.connect(_give_profile, dispatch_uid="masthead.give_profile")
    pre_save.connect(_set_hour, sender=UserProfile, dispatch_uid="masthead.set_hour")


def _give_profile(user: Any, **_: Any) -> None:
    if user.has_perm("wagtailadmin.access_admin"):
        UserProfile.get_for_user(user)


def _set_hour(instance: UserProfile, **_: Any) -> None:
    """Without a zone of their own, Wagtail would let people schedule stories in UTC."""
    if not instance.current_time_zone:
        instance.current_time_zone = masthead().time_zone
