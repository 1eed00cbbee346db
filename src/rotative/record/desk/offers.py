"""Offers what was read to who writes: points for the essentials, under their field."""
from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rotative.record.desk.panel import story
from rotative.record.desk.review import review_of


@require_GET
def offers(request: HttpRequest, pk: int) -> HttpResponse:
    """The points that nobody decided of yet, each to be taken, rewritten or left."""
    found = review_of(story(request, pk), request.user)
    waiting = [item for item in found.items if item.kind == "essential" and item.is_waiting]
    return render(request, "record/desk/offers.html", {"review": found, "offers": waiting if found.may_write else []})
