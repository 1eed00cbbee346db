"""robots.txt (RFC 9309): what crawlers may read, and where the sitemaps are."""
from rotative.paper.addresses import Address
from rotative.paper.printing import file
from rotative.paper.site import absolute

REFUSED = ("/desk/", "/_/")


@file("robots")
def robots(address: Address) -> tuple[bytes, str]:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in REFUSED), "", *_sitemaps(), ""]
    return "\n".join(lines).encode(), "text/plain; charset=utf-8"


def _sitemaps() -> list[str]:
    return [f"Sitemap: {absolute('/sitemap.xml')}", f"Sitemap: {absolute('/sitemap-news.xml')}"]
