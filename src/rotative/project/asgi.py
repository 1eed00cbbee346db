"""Django's ASGI application: what is not printed, the front hands to it."""
import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rotative.project.settings")

from django.core.asgi import get_asgi_application  # noqa: E402

application = get_asgi_application()
