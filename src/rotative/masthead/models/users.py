"""One account model for staff and readers: an e-mail address and a name."""
from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils.translation import gettext_lazy as _


class EmailUserManager(UserManager["User"]):
    """Accounts are known by their e-mail address."""

    def _create_user_object(self, username: str | None, email: str | None, password: str | None, **extra: Any) -> User:
        email = self.normalize_email(email or username or "").lower()
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(username=email, email=email, **extra)
        user.set_password(password)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username__iexact=username)


class User(AbstractUser):
    """Someone with an account, staff or reader. ``username`` is the e-mail address."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    last_name = None

    REQUIRED_FIELDS = []
    objects = EmailUserManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        self.username = self.email
        super().save(*args, **kwargs)

    @property
    def first_name(self) -> str:  # type: ignore[override]
        """What Wagtail greets people with; there is one name, not two."""
        return self.name

    def get_full_name(self) -> str:
        return self.name or self.email

    def __str__(self) -> str:
        return self.get_full_name()
