"""Files that are not pages: feeds, sitemaps, robots.txt."""
from rotative.paper.files import feeds, robots, sitemaps

__all__ = ["feeds", "robots", "sitemaps"]
