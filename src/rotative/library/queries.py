"""What is asked of the library."""
from __future__ import annotations

from datetime import date, timedelta

from django.db.models import QuerySet

from rotative.library.models import Picture

SOON = 30


def pictures_without_sizes() -> QuerySet[Picture]:
    """Pictures of which no page can show every size: not made yet, or failed."""
    return Picture.objects.filter(sizes_ready=False).order_by("pk")


def pictures_to_renew(today: date) -> QuerySet[Picture]:
    """Pictures whose licence has expired, or expires within thirty days; the first to expire first."""
    return Picture.objects.filter(licence_expires__lte=today + timedelta(days=SOON)).order_by("licence_expires", "pk")


def pictures_with_problems() -> QuerySet[Picture]:
    return Picture.objects.exclude(problem="").order_by("-created_at", "-pk")
