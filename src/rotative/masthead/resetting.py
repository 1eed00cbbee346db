"""A forgotten password of the desk. Whoever asks, a letter is laid in the post; whether there is an account is looked up as it leaves.

So whether an address is somebody's of the paper shows in no answer, and takes no time.
"""
from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.users.models import UserProfile

from rotative.masthead import posting, tallies, wording
from rotative.masthead.models import Letter, User
from rotative.masthead.queries import masthead

KIND = "password"
SALT = "rotative.masthead.resetting"
AN_HOUR = 5  # letters to one address, at most
WAITS = timedelta(hours=6)  # who still wants it then asks again


def ask(address: str) -> None:
    """Lay a letter in the post, unless the address has had enough of them lately, which is said to nobody."""
    address = address.strip().lower()
    digest = salted_hmac(SALT, address, algorithm="sha256").hexdigest()
    if tallies.add(f"password:{digest}", 3600) <= AN_HOUR:
        posting.post(Letter(to=address, kind=KIND, until=timezone.now() + WAITS))


def words(letter: Letter) -> wording.Words | None:
    """With the link, if who has this very address, to the letter, has a password here."""
    user = User.objects.filter(email=letter.to, is_active=True).first()
    if user is None or user.email != letter.to or not user.has_usable_password():
        return None
    language = UserProfile.get_for_user(user).get_preferred_language()
    with override(language):
        subject = _("A new password for the desk of %(paper)s") % {"paper": masthead().name}
    told = {"url": _url(user), "days": settings.PASSWORD_RESET_TIMEOUT // 86_400}
    return wording.render(language, subject, "masthead/desk/letters/password", told)


def _url(user: User) -> str:
    whose = {"uidb64": urlsafe_base64_encode(force_bytes(user.pk)), "token": default_token_generator.make_token(user)}
    return f"{settings.ROTATIVE_URL}{reverse('wagtailadmin_password_reset_confirm', kwargs=whose)}"
