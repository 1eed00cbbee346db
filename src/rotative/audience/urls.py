"""What readers can do and ask, under ``/_/``."""
from django.urls import path, re_path

from rotative.audience import views

# Eighteen figures at most: a longer number is larger than any primary key.
ARTICLE = r"(?P<article_id>\d{1,18})"

urlpatterns = [
    path("like/paper/", views.like_paper, name="like_paper"),
    re_path(rf"^like/article/{ARTICLE}/$", views.like_article, name="like_article"),
    re_path(rf"^read/{ARTICLE}/$", views.read, name="read"),
]
