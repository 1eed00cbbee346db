"""Something is reported, by anyone (DSA art. 16)."""
from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from rotative.discussion import telling
from rotative.discussion.models import Contribution, Report
from rotative.masthead.models import User


@transaction.atomic
def report(contribution: Contribution, now: datetime, *, by: User | None = None, **told: Any) -> Report:
    """Keep a notice, and say that it has come where an address was given. The same address, once for the same ground while it waits."""
    email = told.get("email", "")
    again = Report.objects.filter(contribution=contribution, email__iexact=email, ground=told["ground"], decision=None).first() if email else None
    if again is not None:
        return again
    made: Report = Report.objects.create(contribution=contribution, reporter=by, created_at=now, **told)
    telling.of_receipt(made)
    return made
