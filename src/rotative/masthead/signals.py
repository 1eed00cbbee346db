"""What follows when someone signs in: whoever works at the desk works at the paper's hour."""
from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import pre_save
from wagtail.users.models import UserProfile

from rotative.masthead.models import Masthead
from rotative.masthead.queries import masthead


def connect() -> None:
    user_logged_in.connect(_give_profile, dispatch_uid="masthead.give_profile")
    pre_save.connect(_move_hour, sender=Masthead, dispatch_uid="masthead.move_hour")
    pre_save.connect(_set_hour, sender=UserProfile, dispatch_uid="masthead.set_hour")


def _give_profile(user: Any, **_: Any) -> None:
    if user.has_perm("wagtailadmin.access_admin"):
        UserProfile.get_for_user(user)


def _move_hour(instance: Masthead, **_: Any) -> None:
    """Who had the hour of the paper has its new one; who chose another keeps it."""
    before = Masthead.objects.filter(pk=instance.pk).values_list("time_zone", flat=True).first()
    if before and before != instance.time_zone:
        UserProfile.objects.filter(current_time_zone=before).update(current_time_zone=instance.time_zone)


def _set_hour(instance: UserProfile, **_: Any) -> None:
    """Without a zone of their own, Wagtail would let people schedule stories in UTC."""
    if not instance.current_time_zone:
        instance.current_time_zone = masthead().time_zone
