"""What stops a paper from going public is found, each thing by its check."""
from __future__ import annotations

import pytest
from django.test import override_settings

from rotative.library.models import Picture
from rotative.masthead import roles
from rotative.masthead.models import Masthead
from rotative.project import checks, founding
from tests import factories

pytestmark = pytest.mark.django_db


def test_nothing_is_found_where_all_is_settled():
    factories.paper()
    Masthead.objects.update(**{field: "x@amer.test" for field in checks.NOTICE})
    with override_settings(ROTATIVE_URL="https://amer.test", EMAIL_URL="smtp://x", DEFAULT_FROM_EMAIL="x@amer.test", SECRET_KEY="azertyuiopqsdfghjklmwxcvbn0123456789azert"):
        roles.establish()
        founding.account("camille@amer.test", "Camille", roles.Role.PUBLISHER, "aaaa-bbbb-cccc-dddd")
        assert [finding for finding in checks.examine() if finding.stops] == []


@pytest.mark.parametrize(
    ("check", "settings", "words"),
    [
        (checks.address, {"ROTATIVE_URL": "http://amer.test"}, "without encryption"),
        (checks.address, {"ROTATIVE_URL": "https://amer.test", "ALLOWED_HOSTS": ["*"]}, "any host"),
        (checks.debugging, {"DEBUG": True}, "DEBUG is on"),
        (checks.secret, {"SECRET_KEY": "secret"}, "easy to guess"),
        (checks.secret, {"SECRET_KEY": "django-insecure-" + "abcdefghijkl" * 5}, "easy to guess"),
        (checks.mail, {"EMAIL_URL": ""}, "can not send mail"),
        (checks.mail, {"EMAIL_URL": "smtp://x", "DEFAULT_FROM_EMAIL": ""}, "no sender"),
    ],
)
def test_settings(check, settings, words):
    with override_settings(**settings):
        (finding,) = check()
    assert words in finding.what
    assert finding.stops
    assert finding.todo


def test_a_proxy_that_is_not_believed():
    with override_settings(ROTATIVE_URL="https://amer.test", BEHIND_PROXY=False):
        (finding,) = checks.proxy()
    assert "counted as those of one network" in finding.what and "BEHIND_PROXY=true" in finding.todo and "X-Forwarded-For" in finding.todo
    assert not finding.stops
    with override_settings(ROTATIVE_URL="https://amer.test", BEHIND_PROXY=True):
        assert list(checks.proxy()) == []
    with override_settings(ROTATIVE_URL="http://127.0.0.1:8000", BEHIND_PROXY=False):
        assert list(checks.proxy()) == []


def test_accounts():
    roles.establish()
    assert "Nobody can sign in" in next(checks.accounts()).what
    founding.account("camille@amer.example", "Camille", roles.Role.PUBLISHER, "aaaa-bbbb-cccc-dddd")
    (finding,) = checks.accounts()
    assert "camille@amer.example" in finding.what


def test_the_legal_notice():
    factories.paper()
    Masthead.objects.update(**{field: "x@amer.test" for field in checks.NOTICE if field not in ("director", "host")})
    (finding,) = checks.legal_notice()
    assert "lacks a director of publication and a host." in finding.what


def test_a_logo_whose_file_is_missing():
    factories.paper()
    assert list(checks.logo()) == []
    Masthead.objects.update(logo="masthead/gone.svg")
    (finding,) = checks.logo()
    assert "logo" in finding.what and not finding.stops


def test_pictures_without_sizes():
    assert list(checks.pictures()) == []
    Picture.objects.bulk_create([Picture(title="x", file="originals/x.png", width=1, height=1)])
    (finding,) = checks.pictures()
    assert not finding.stops


def test_a_database_that_is_behind_hides_the_rest(monkeypatch):
    monkeypatch.setattr(checks, "database", lambda: iter([checks.Finding("behind", "migrate")]))
    assert [finding.what for finding in checks.examine()] == ["behind"]
