"""The XMP packet that every size of a picture carries: who made it, and by what right.

Pure. It holds these few properties and nothing else, so that no size can say where its
picture was taken or with which camera.
"""
from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from rotative.library.metadata import NAMESPACES, Said

USED = ("dc", "photoshop", "xmpRights", "Iptc4xmpExt")
LONGEST = 1000


def packet(said: Said) -> bytes:
    """The packet, or nothing when there is nothing to say."""
    inside = "".join([
        _list("dc:creator", "Seq", said.creator),
        _plain("photoshop:Credit", said.credit),
        _in_language("dc:rights", said.copyright),
        _plain("xmpRights:WebStatement", said.rights_address),
        _in_language("xmpRights:UsageTerms", said.usage_terms),
        _plain("Iptc4xmpExt:DigitalSourceType", said.digital_source),
    ])  # fmt: skip
    return _wrapped(inside).encode() if inside else b""


def _wrapped(inside: str) -> str:
    names = "".join(f" xmlns:{prefix}={quoteattr(NAMESPACES[prefix])}" for prefix in USED)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}"><rdf:Description rdf:about=""{names}>{inside}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    )


def _plain(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text[:LONGEST])}</{tag}>" if text else ""


def _list(tag: str, kind: str, text: str) -> str:
    return f"<{tag}><rdf:{kind}><rdf:li>{escape(text[:LONGEST])}</rdf:li></rdf:{kind}></{tag}>" if text else ""


def _in_language(tag: str, text: str) -> str:
    return f'<{tag}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text[:LONGEST])}</rdf:li></rdf:Alt></{tag}>' if text else ""
