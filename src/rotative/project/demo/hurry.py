"""Django in a hurry: while the demonstration is made, a crash only means to make it again.

So commits do not wait for the disk, and static files are not compressed.
"""
from __future__ import annotations

import logging
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
    """Run the tasks that filing stories has queued, so that a first visit finds an idle machine."""
    from django_tasks_db.management.commands.db_worker import Worker

    for name in ("django_tasks", "django_tasks_db"):
        logging.getLogger(name).setLevel(logging.ERROR)
    Worker(
        queue_names=["*"], excluded_queue_names=[], backend_name="default", worker_id="making",
        interval=0, startup_delay=False, batch=True, max_tasks=None,
    ).run()  # fmt: skip
