"""Files that are not pages: feeds, sitemaps, robots.txt."""
from rotative.paper.files import assets, feeds, robots, sitemaps

__all__ = ["assets", "feeds", "robots", "sitemaps"]
