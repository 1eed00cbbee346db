"""Ways in that are sent by mail: a code for the browser that asked, a link for any other. One of them opens once.

Nothing is looked up before the letter has come back: whether an address is known shows in no
answer, and takes no time.
"""
from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override

from rotative.masthead import posting
from rotative.masthead.queries import masthead
from rotative.masthead.readers.models import Entry

MINUTES = 15
DIGITS = 8
TRIES = 5  # wrong codes, after which the letter is void
LONGEST_ADDRESS = 254
AN_HOUR, A_DAY = 5, 20  # letters to one address, at most
SALT = "rotative.masthead.readers.entries"


def clean_address(typed: str) -> str:
    """An address as letters are sent to it. Raises ValidationError for what is none."""
    address = typed.strip().lower()
    if len(address) > LONGEST_ADDRESS:
        raise ValidationError(_("Write your e-mail address, such as name@example.org."))
    EmailValidator(_("Write your e-mail address, such as name@example.org."))(address)
    return address


def send(address: str, language: str, goes_to: str = "", user: Any = None, *, is_new: bool = False) -> Entry | None:
    """Send a way in; without ``user``, for whoever reads the address's mail. None when it has had too many letters.

    user: who confirms that they are still themselves, in the browser that asked: no link is sent. is_new: the address is to
    become theirs.
    """
    if _has_had_enough(address):
        return None
    code, link = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}", secrets.token_urlsafe(32)
    digest = _of_link(link)
    until = timezone.now() + timedelta(minutes=MINUTES)
    entry = Entry.objects.create(address=address, code=_of_code(digest, code), link=digest, user=user, is_new=is_new, goes_to=goes_to, language=language, until=until)
    _post(entry, code, "" if user else link)
    return entry


def open_by_code(pk: int, code: str) -> Entry | None:
    """The entry, if the code is its own and it is opened now. Each wrong one counts."""
    is_tried = _open().filter(pk=pk, tries__lt=TRIES).update(tries=F("tries") + 1)
    entry = Entry.objects.filter(pk=pk).first() if is_tried else None
    digits = "".join(each for each in code if each.isdecimal())
    if entry is None or not constant_time_compare(_of_code(entry.link, digits), entry.code):
        return None
    return entry if _use(entry) else None


def open_by_link(link: str) -> Entry | None:
    """The entry, if it is opened now."""
    entry = by_link(link)
    return entry if entry and _use(entry) else None


def by_link(link: str) -> Entry | None:
    """What a link would open; looking at it uses nothing up."""
    return _open().filter(link=_of_link(link), user=None).first()


def is_open(pk: int) -> bool:
    """Whether a code can still be given."""
    return _open().filter(pk=pk, tries__lt=TRIES).exists()


def forget() -> int:
    """Delete what was sent more than a day ago. How many."""
    return int(Entry.objects.filter(created_at__lt=timezone.now() - timedelta(days=1)).delete()[0])


def _has_had_enough(address: str) -> bool:
    sent, now = Entry.objects.filter(address=address), timezone.now()
    return any(sent.filter(created_at__gt=now - timedelta(hours=hours)).count() >= most for hours, most in ((1, AN_HOUR), (24, A_DAY)))


def _post(entry: Entry, code: str, link: str) -> None:
    with override(entry.language):
        subject = _("%(code)s is your code for %(paper)s") % {"code": _spaced(code), "paper": masthead().name}
        url = f"{settings.ROTATIVE_URL}{reverse('account_enter', args=[link])}?in={entry.language}" if link else ""
    told = {"code": _spaced(code), "url": url, "minutes": MINUTES}
    posting.send(entry.address, entry.language, subject, f"masthead/letters/{'address' if entry.is_new else 'entry'}", told, until=entry.until)


def _open() -> Any:
    return Entry.objects.filter(used_at=None, until__gt=timezone.now())


def _use(entry: Entry) -> bool:
    """Whether it is this visit that opens it: of two at once, one does."""
    return bool(_open().filter(pk=entry.pk).update(used_at=timezone.now()))


def _of_link(link: str) -> str:
    return str(salted_hmac(f"{SALT}.link", link, algorithm="sha256").hexdigest())


def _of_code(link_digest: str, code: str) -> str:
    return str(salted_hmac(f"{SALT}.code", f"{link_digest} {code}", algorithm="sha256").hexdigest())


def _spaced(code: str) -> str:
    return f"{code[: DIGITS // 2]} {code[DIGITS // 2 :]}"
