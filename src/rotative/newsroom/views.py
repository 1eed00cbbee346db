"""The desk's views of the newsroom: withdrawing a story for good, putting it back."""
from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from rotative.newsroom.actions import put_back, withdraw
from rotative.newsroom.models import Article


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason, for the public"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Readers who come to the address see it. It may stay empty."),
    )


def withdraw_story(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask, then withdraw a story: its address says that it is gone."""
    article = _story(request, page_id)
    form = WithdrawalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        withdraw(article, request.user, form.cleaned_data["reason"])
        messages.success(request, _("“%(title)s” is withdrawn: its address says that it is gone.") % {"title": article.title})
        return redirect("wagtailadmin_pages:edit", article.pk)
    return render(request, "newsroom/desk/withdraw.html", {"article": article, "form": form})


def put_story_back(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask, then undo a withdrawal: the story is a draft, to be published as any other."""
    article = _story(request, page_id)
    if request.method == "POST":
        put_back(article, request.user)
        messages.success(request, _("“%(title)s” is a draft again. Publish it when it is ready.") % {"title": article.title})
        return redirect("wagtailadmin_pages:edit", article.pk)
    return render(request, "newsroom/desk/put_back.html", {"article": article})


def _story(request: HttpRequest, page_id: int) -> Article:
    article: Any = get_object_or_404(Article, pk=page_id)
    if not article.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    return article
