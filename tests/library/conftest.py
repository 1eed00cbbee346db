"""Each test of the library has a media folder of its own."""
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.WAGTAILIMAGES_IMAGE_FORM_BASE = "rotative.library.forms.PictureForm"
    return settings.MEDIA_ROOT


@pytest.fixture
def desk(client: Any, db: None) -> Any:
    from wagtail.users.models import UserProfile

    from tests.factories import UserFactory

    user = UserFactory(is_superuser=True, is_staff=True)
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return client
