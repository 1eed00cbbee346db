"""Files that are not pages: feeds, sitemaps, robots.txt, what programs read."""
from rotative.paper.files import api, assets, counts, feeds, respects, robots, sitemaps

__all__ = ["api", "assets", "counts", "feeds", "respects", "robots", "sitemaps"]
