"""Settings under which the tests run: a folder of their own, fast hashes, tasks at once, strict pages."""
import os
import tempfile
from pathlib import Path

os.environ["ROTATIVE_HOME"] = tempfile.mkdtemp(prefix="rotative-test-")
os.environ.pop("DATABASE_URL", None)
# The browser of a session leaves an event loop in the thread of its tests; they wait for the database all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
Path(os.environ["ROTATIVE_HOME"], "paper.toml").write_text('name = "L\'Amer"\nlanguages = ["fr", "en"]\n')
Path(os.environ["ROTATIVE_HOME"], "derived", "static").mkdir(parents=True)

from rotative.project.settings import *  # noqa: E402, F403

SECRET_KEY = "only for tests"  # noqa: S105
ROTATIVE_URL = WAGTAILADMIN_BASE_URL = "http://localhost"
FEED_HOST = "localhost"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PRESS_STRICT = True
TALLIES = "memory"  # each test begins with none
