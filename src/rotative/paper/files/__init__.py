"""Files that are not pages: feeds, sitemaps, robots.txt."""
from rotative.paper.files import assets, counts, feeds, robots, sitemaps

__all__ = ["assets", "counts", "feeds", "robots", "sitemaps"]
