"""Forms of the desk for accounts and for signing in: an e-mail address and one name."""
from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import password_validators_help_text_html, validate_password
from django.core.exceptions import ValidationError
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.models import Page

from rotative.masthead.actions import appoint, dismiss
from rotative.masthead.models import User
from rotative.masthead.queries import role_of, sections_of
from rotative.masthead.roles import Role, top_sections

PASSWORD = forms.PasswordInput(attrs={"autocomplete": "new-password"})


class SignInForm(LoginForm):
    """Wagtail's, which asks for an e-mail address."""

    username = forms.EmailField(max_length=254, label=_("E-mail address"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(label=_("Password"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))
    error_messages = {**LoginForm.error_messages, "invalid_login": _("This address and this password do not go together. Try again.")}

    def __init__(self, request: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(request, *args, **kwargs)
        self.fields["username"].widget.attrs.pop("placeholder")


class OwnAccountForm(forms.ModelForm):
    """What people change of their own account: their name. A publisher changes addresses."""

    class Meta:
        model = User
        fields = ["name"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True


class AppointmentForm(forms.ModelForm):
    """An account and its role. ``by`` is who fills it in."""

    role = forms.ChoiceField(
        label=_("Role"),
        required=False,
        choices=[("", _("Reader")), *Role.choices],
        widget=forms.RadioSelect,
        help_text=_("Reporters write and submit; editors publish in their sections; publishers run the paper; moderators keep the discussion."),
    )
    sections = forms.ModelMultipleChoiceField(
        label=_("Sections of an editor"),
        required=False,
        queryset=Page.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("With all that is under them."),
    )

    class Meta:
        model = User
        fields = ["email", "name"]

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["name"].required = True
        self.fields["sections"].queryset = top_sections()
        if self.instance.pk:
            self.fields["role"].initial = role_of(self.instance) or ""
            self.fields["sections"].initial = sections_of(self.instance)

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Someone already has this address. Change their account instead."))
        return email

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("role") == Role.EDITOR and not cleaned.get("sections"):
            self.add_error("sections", _("An editor is appointed to at least one section: tick it."))
        if cleaned.get("role") != Role.EDITOR:
            cleaned["sections"] = Page.objects.none()
        return cleaned

    def save(self, commit: bool = True) -> User:
        user: User = super().save(commit)
        if commit:
            self._appoint(user)
        return user

    def _appoint(self, user: User) -> None:
        role, sections = self.cleaned_data["role"], list(self.cleaned_data["sections"])
        if role == (role_of(user) or "") and sections == list(sections_of(user)):
            return
        if role:
            appoint(user, Role(role), sections, by=self.by)
        else:
            dismiss(user, by=self.by)


class NewAccountForm(AppointmentForm):
    """A new account, with a first password."""

    password = forms.CharField(label=_("First password"), strip=False, widget=PASSWORD)
    field_order = ["email", "name", "password", "role", "sections"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = _password_help()

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, user=User(email=self.data.get("email", ""), name=self.data.get("name", "")))
        return password

    def save(self, commit: bool = True) -> User:
        self.instance.set_password(self.cleaned_data["password"])
        return super().save(commit)


class AccountForm(AppointmentForm):
    """An account that is there already."""

    password = forms.CharField(label=_("New password"), required=False, strip=False, widget=PASSWORD, help_text=_("Leave it empty to keep the present one."))
    field_order = ["email", "name", "password", "is_active", "is_superuser", "role", "sections"]

    class Meta(AppointmentForm.Meta):
        fields = ["email", "name", "is_active", "is_superuser"]

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if editing_self:
            for field in ("is_active", "is_superuser", "role", "sections"):
                del self.fields[field]
        elif not self.by.is_superuser:
            del self.fields["is_superuser"]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password, user=self.instance)
        return password

    def save(self, commit: bool = True) -> User:
        if self.cleaned_data["password"]:
            self.instance.set_password(self.cleaned_data["password"])
        return super().save(commit)

    def _appoint(self, user: User) -> None:
        if "role" in self.fields:
            super()._appoint(user)


def _password_help() -> str:
    return mark_safe(password_validators_help_text_html())  # noqa: S308 - Django's own words


class EraseForm(forms.Form):
    """What becomes of what somebody wrote, once their account is erased."""

    words = forms.ChoiceField(
        label=_("What they wrote in the discussions"),
        choices=[("keep", _("stays, without their name")), ("remove", _("goes with them"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of their words.")},
    )
