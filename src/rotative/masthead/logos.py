"""Logos: an SVG drawing made safe to serve, or a sentence that says why it is not.

What could run, or fetch, is refused; what merely is of no use (an editor's notes) is left out.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from lxml import etree

SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
BIGGEST = 200 * 1024
ELEMENTS = frozenset(
    ["svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "clipPath", "mask", "linearGradient", "radialGradient", "stop"]
)
PRESENTATION = frozenset(
    ["fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stroke-opacity", "opacity", "clip-path", "clip-rule", "mask", "stop-color", "stop-opacity", "color", "display", "visibility", "font-family", "font-size", "font-weight", "font-style", "font-variant", "letter-spacing", "word-spacing", "text-anchor"]
)
ATTRIBUTES = PRESENTATION | frozenset(
    ["id", "viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "points", "transform", "offset", "dx", "dy", "rotate", "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits", "maskUnits", "maskContentUnits", "preserveAspectRatio", "textLength", "lengthAdjust", "role", "aria-label", "version"]
)
RUNS = frozenset(["script", "foreignObject", "iframe", "object", "embed", "handler", "listener", "animate", "set", "animateTransform", "animateMotion", "audio", "video"])
FETCHES = frozenset(["image", "feImage", "a"])


class UnfitLogo(ValueError):
    """The file cannot be the logo; the message says what to do."""


def clean_svg(data: bytes) -> bytes:
    """A drawing with only what draws. Raises UnfitLogo with a sentence for whoever chose it."""
    if len(data) > BIGGEST:
        raise UnfitLogo(_("The drawing is over 200 KB. Simplify its outlines, and choose it again."))
    root = _parse(data)
    for element in list(root.iter()):
        _clean(element)
    _check_box(root)
    etree.cleanup_namespaces(root, top_nsmap={None: SVG})
    return etree.tostring(root, encoding="utf-8")


def _parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnfitLogo(_("This is not an SVG drawing. Export the logo as SVG; photographs and PNG or JPEG files cannot be used.")) from None
    if root.getroottree().docinfo.internalDTD is not None and _has_entities(root):
        raise UnfitLogo(_("The drawing defines entities. Export it as a plain SVG."))
    if root.tag != f"{{{SVG}}}svg":
        raise UnfitLogo(_("This is not an SVG drawing. Export the logo as SVG; photographs and PNG or JPEG files cannot be used."))
    return root


def _has_entities(root: etree._Element) -> bool:
    return any(True for _entity in root.getroottree().docinfo.internalDTD.iterentities())


def _clean(element: etree._Element) -> None:
    name = _local(element)
    if name in RUNS:
        raise UnfitLogo(_("The drawing contains “%(name)s”, which can run a program. Export it without scripts or animation.") % {"name": name})
    if name in FETCHES:
        raise UnfitLogo(_("The drawing contains “%(name)s”, which leads elsewhere. Keep outlines only.") % {"name": name})
    if name == "style":
        raise UnfitLogo(_("The drawing has a style sheet. Export it with “presentation attributes”, and choose it again."))
    if name not in ELEMENTS:
        _drop(element)
        return
    _unstyle(element)
    for attribute in list(element.attrib):
        _check_attribute(element, attribute)


def _local(element: etree._Element) -> str:
    """The name of one of SVG's elements; nothing for a stranger's, or an entity."""
    if not isinstance(element.tag, str):
        return ""
    name = etree.QName(element)
    return name.localname if name.namespace == SVG or name.localname in RUNS else ""


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unstyle(element: etree._Element) -> None:
    """Turn an inline style into attributes, which no policy of the paper forbids."""
    for name, value in _declarations(element.attrib.pop("style", "")):
        if name in PRESENTATION:
            element.set(name, value)


def _declarations(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style.split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip().lower(), value.strip()


def _check_attribute(element: etree._Element, attribute: str) -> None:
    value = element.attrib[attribute].strip()
    if attribute.lower().startswith("on"):
        raise UnfitLogo(_("The drawing answers to “%(name)s”, which can run a program. Export it without scripts or animation.") % {"name": attribute})
    if attribute in ("href", XLINK_HREF):
        _check_reference(value)
    elif attribute not in ATTRIBUTES:
        del element.attrib[attribute]
    elif re.search(r"url\(\s*['\"]?\s*(?!#)", value.replace("\\", ""), re.I) or "javascript:" in value.lower():
        raise UnfitLogo(_("The drawing fetches something from elsewhere. Keep outlines only."))


def _check_reference(value: str) -> None:
    if not re.fullmatch(r"#[\w.:-]+", value):
        raise UnfitLogo(_("The drawing fetches something from elsewhere. Keep outlines only."))


def _check_box(root: etree._Element) -> None:
    """A drawing scales by its box; make one from its size when it has none."""
    if root.get("viewBox"):
        return
    sizes = [re.fullmatch(r"(\d+(?:\.\d+)?)(?:px)?", root.get(side, "")) for side in ("width", "height")]
    if not all(sizes):
        raise UnfitLogo(_("The drawing does not say how large it is. Export it with a viewBox."))
    root.set("viewBox", "0 0 " + " ".join(size[1] for size in sizes if size))
