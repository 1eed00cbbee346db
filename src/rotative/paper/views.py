"""Serves the paper's documents through Django, until the press prints them to files."""
from django.http import HttpResponse


def page(request, path):
    return HttpResponse("")
