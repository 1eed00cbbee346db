"""What import-linter cannot see: foreign keys by name, migrations, templates.

A room opens only onto rooms below, there too; rooms of one floor do not see each other.
"""
from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parents[2]
LAYERS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]["layers"]
HEIGHT = {room: -place for place, floor in enumerate(LAYERS) for room in floor.split(" | ")}
LABELS = {config.label: config.name.split(".")[1] for config in apps.get_app_configs() if config.name.startswith("rotative.")}


def test_every_room_has_its_place():
    rooms = {path.parent.name for path in (ROOT / "src/rotative").glob("*/__init__.py")}
    assert rooms == set(HEIGHT)


def is_upward(room: str, other: str) -> bool:
    """Whether a room may not see another."""
    return room != other and HEIGHT[other] >= HEIGHT[room]


def test_foreign_keys_look_down():
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.related_model and {model._meta.app_label, field.related_model._meta.app_label} <= set(LABELS)
        and is_upward(LABELS[model._meta.app_label], LABELS[field.related_model._meta.app_label])
    ]  # fmt: skip
    assert not upward


def test_migrations_look_down():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    upward = [
        f"{app}.{name} -> {below}"
        for (app, name), migration in loader.disk_migrations.items()
        for below, _ in migration.dependencies
        if app in LABELS and below in LABELS and is_upward(LABELS[app], LABELS[below])
    ]
    assert not upward


TEMPLATES = sorted(path for path in (ROOT / "src/rotative").glob("*/templates/**/*") if path.is_file())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "src/rotative")))
def test_templates_look_down(path):
    room = path.relative_to(ROOT / "src/rotative").parts[0]
    named = re.findall(r"""{%\s*(?:extends|include)\s+["']([\w-]+)/""", path.read_text())
    assert not any(is_upward(room, other) for other in named if other in HEIGHT), named
