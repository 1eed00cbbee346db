"""Where a session of a reader comes from. Its name in a session tells it from one that the desk has opened."""
from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from rotative.masthead.models import User
from rotative.press.prepared import Prepared

NAME = f"{__name__}.ReaderBackend"


_with_name = Prepared(lambda pk: User.objects.select_related("reader").filter(pk=pk))


class ReaderBackend(AuthenticationBackend):
    """Nobody signs in with a password here: letters, passkeys and providers have said who it is."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> None:
        return None

    def get_user(self, user_id: Any) -> User | None:
        """Who a session belongs to, with the name that they chose: whatever a reader does asks for it."""
        user = next(iter(_with_name(user_id)), None)
        return user if user is not None and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """The desk's own backend knows what staff may do."""
        return set()

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return False

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return False
