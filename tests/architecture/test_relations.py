"""Every relation of a model that readers see leads to a model that a room has declared.

Otherwise a page could stand on rows whose changes the press would never hear of.
"""
from __future__ import annotations

import pytest
from django.apps import apps

from rotative.press import keys

# The framework's own bookkeeping, which no page shows.
DESKS = {
    "wagtailcore": "workflow, locks, comments, views: the desk's",
    "wagtailredirects": "answered from the address, not printed in a page",
    "taggit": "tags sort the desk's shelves",
    "wagtailsearch": "the desk's own search",
    "auth": "roles are the desk's",
    "wagtailusers": "the desk's preferences",
}


def relations(model):
    for field in model._meta.get_fields(include_hidden=True):
        if field.is_relation and field.related_model and isinstance(field.related_model, type):
            yield field.name, field.related_model


@pytest.mark.parametrize("model", keys.printed_models(), ids=lambda model: model._meta.label)
def test_every_relation_of_a_printed_model_is_declared(model):
    undeclared = {
        f"{model._meta.label}.{name} -> {target._meta.label}"
        for name, target in relations(model)
        if not keys.is_declared(target) and target._meta.app_label not in DESKS and not issubclass(target, tuple(keys._printed))
    }
    assert not undeclared, "Declare these in the room's apps.py (press.keys.printed, owned or unseen)."


def test_every_model_of_the_rooms_is_declared():
    ours = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("rotative.")]
    through = {model._meta.label for model in ours if not keys.is_declared(model)}
    assert through <= {"masthead.User_groups", "masthead.User_user_permissions"}
