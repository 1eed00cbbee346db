"""A story that can be liked, and a memory that is empty before each test."""
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from tests import factories


@pytest.fixture(autouse=True)
def forgotten() -> None:
    cache.clear()


@pytest.fixture
def client() -> Client:
    return Client(SERVER_NAME="localhost")


@pytest.fixture
def story(db: None) -> Any:
    factories.paper()
    return factories.article("Sept mois de pourparlers")
