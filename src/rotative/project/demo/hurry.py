"""Django in a hurry: while the demonstration is made, a crash only means to make it again.

So commits do not wait for the disk, and static files are not compressed.
"""
from __future__ import annotations

from typing import Any

from django.apps import apps


def load_django() -> None:
    """Load Django once in this process, for the folder that the environment names."""
    if apps.ready:
        return
    import django
    from django.conf import settings
    from django.db.backends.signals import connection_created

    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}}
    django.setup()
    connection_created.connect(_hurry, dispatch_uid="demo.hurry")


def _hurry(connection: Any, **_: Any) -> None:
    if connection.vendor == "sqlite":
        connection.cursor().execute("PRAGMA synchronous=OFF")


def do_what_waits() -> None:
    """Index everything once, in place of the thousand tasks that filing stories has queued."""
    from django.core.management import call_command
    from django_tasks_db.models import DBTaskResult

    DBTaskResult.objects.all().delete()
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)
