"""The plain site in production; copied into the project as peer/settings/production.py."""
from .base import *  # noqa: F403

DEBUG = False
SECRET_KEY = "a-measure-needs-no-secret"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
INSTALLED_APPS = ["news", *INSTALLED_APPS]  # noqa: F405
MIDDLEWARE = ["django.middleware.gzip.GZipMiddleware", *MIDDLEWARE]  # noqa: F405 (no web server packs for it here)
