"""Addresses of files, under ``/media/``. Nothing else is there."""
from django.urls import re_path

from rotative.library.serving import media

urlpatterns = [re_path(r"^(?P<path>.*)$", media, name="media")]
