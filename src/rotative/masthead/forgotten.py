"""The page of the desk on which a forgotten password is told: Wagtail's, which neither looks anybody up nor sends anything."""
from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.admin.forms.auth import PasswordResetForm
from wagtail.admin.views.account import PasswordResetView

from rotative.masthead import rates, resetting


class ForgottenForm(PasswordResetForm):
    def save(self, *args: Any, **kwargs: Any) -> None:
        resetting.ask(self.cleaned_data["email"])


@method_decorator(never_cache, name="dispatch")
class ForgottenView(PasswordResetView):
    def get_form_class(self) -> type[ForgottenForm]:
        return ForgottenForm

    def form_valid(self, form: Any) -> HttpResponse:
        if not rates.is_too_fast(self.request, "letter"):
            return super().form_valid(form)
        form.add_error("email", _("That is a great deal at once. Please wait a minute and try again."))
        return self.render_to_response(self.get_context_data(form=form), status=429)
