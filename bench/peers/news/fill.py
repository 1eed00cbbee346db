"""Publishes one story of a file of JSON in the plain site, in 200 copies: a site has more than one page. Says the path of the last."""
import json
import sys
from pathlib import Path

import django

django.setup()

from wagtail.models import Page  # noqa: E402

from news.models import NewsIndexPage, NewsPage  # noqa: E402

told = json.loads(Path(sys.argv[1]).read_text())
body = [{"type": kind, "value": f"<p>{text}</p>" if kind == "paragraph" else text} for kind, text in told["body"]]
home = Page.objects.get(depth=2)
sections = [home.add_child(instance=NewsIndexPage(title=f"Section {number}", show_in_menus=True)) for number in range(8)]
for number in range(200):
    story = NewsPage(title=told["title"], slug=f"{told['slug']}-{number}", standfirst=told["standfirst"], author="Un nom", body=json.dumps(body))
    sections[number % 8].add_child(instance=story)
    story.save_revision().publish()
print(story.get_url())
