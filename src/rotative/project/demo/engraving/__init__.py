"""The demonstration paper's pictures, engraved by the program itself.

    draw("quais-nuit", "port: quays at night, three cranes", "view")
    portrait("Inès Quéméner", "Inès Quéméner")

A picture is drawn from its name and one line of English, the same each time:
nothing is photographed and nothing is borrowed.
"""

from PIL import Image

from .catalogue import FAMILIES, SIZES, choose, paint
from .faces.sitting import on_sheet, portrait

__all__ = ["FAMILIES", "choose", "draw", "portrait"]


def draw(picture_id: str, scene: str, kind: str = "view") -> Image.Image:
    """The picture of a scene: a "view" (3:2), a "wide" one (16:9) or a "portrait" (square)."""
    if kind == "portrait":
        return portrait(picture_id, scene)
    if choose(scene) == "portrait":
        return on_sheet(picture_id, scene, *SIZES.get(kind, SIZES["view"]))
    return paint(picture_id, scene, kind)
