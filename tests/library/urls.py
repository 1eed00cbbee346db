"""The project's addresses, with the library's own for documents."""
from django.urls import include, path

from rotative.library import document_urls
from rotative.project.urls import urlpatterns as project

urlpatterns = [path("documents/", include(document_urls)), *project]
