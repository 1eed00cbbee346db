"""Which family draws a scene, and the sheet it is drawn on."""

from PIL import Image

from .instruments.chance import dice
from .instruments.plate import Plate
from .instruments.words import Words
from .scenes import (
    bay,
    bridge,
    chart,
    court,
    dam,
    deep,
    forest,
    harbour,
    interior,
    lake,
    market,
    meeting,
    mountain,
    pasture,
    river,
    roofs,
    school,
    sea,
    shop,
    sport,
    still,
    street,
    theatre,
    wind,
    works,
    yard,
)
from .scenes.view import View

SIZES = {"view": (1600, 1067), "wide": (1600, 900)}
FAMILIES = {
    module.__name__.rpartition(".")[2]: module.draw
    for module in (
        bay,
        bridge,
        chart,
        court,
        dam,
        deep,
        forest,
        harbour,
        interior,
        lake,
        market,
        meeting,
        mountain,
        pasture,
        river,
        roofs,
        school,
        sea,
        shop,
        sport,
        still,
        street,
        theatre,
        wind,
        works,
        yard,
    )
}

# The word a writer begins with ("port: …") decides first, unless a rule above it knows better.
PREFIXES = {
    "port": "harbour",
    "sea": "sea",
    "landscape": "mountain",
    "interior": "interior",
    "theatre": "theatre",
    "sports hall": "sport",
    "corridor": "interior",
    "map": "chart",
    "still life": "still",
    "street": "street",
    "court": "court",
    "sport": "sport",
}
RULES = (
    ("portrait", ("portrait",)),
    ("deep", ("underwater", "under the sea", "sea bed", "seabed", "wreck on the bottom")),
    ("sea", ("pulley", "pilot ladder", "lighthouse")),
    ("mountain", ("mountain bend", "mountain pass", "mountain road", "sanatorium")),
    ("chart", ("chalk map",)),
    ("dam", ("dam wall", "dam crest", "dam in ", "crest of the dam", "arch dam", "spillway")),
    ("bridge", ("bridge", "viaduct", "footbridge")),
    ("harbour", ("sea wall", "breakwater", "jetty", "dredger", "container")),
    ("interior", ("office", "newsroom", "kitchen")),
    ("river", ("braided", "river in flood", "estuary")),
    ("wind", ("wind turbine", "turbines", "wind mast", "wind farm")),
    ("works", ("cannery", "sawmill", "factory")),
    (
        "still",
        (
            "pinned",
            "two hands",
            "five hands",
            "hands around",
            "hands tying",
            "hand holding",
            "hands holding",
            "hands at",
            "close-up of hands",
            "desk seen",
            "strongbox",
            "still life",
            "laboratory",
            "hydrometer",
            "close-up",
            "close up",
            "scales",
        ),
    ),
    ("chart", ("map of", "chart of", "map:", "coast line", "coastline")),
    (
        "sport",
        (
            "handball",
            "regatta",
            "rowing race",
            "rowers",
            "rowing crew",
            "football",
            "goalkeeper",
            "runner",
            "referee",
            "mountain run",
            "stadium",
            "match ",
        ),
    ),
    ("theatre", ("theatre", "cinema", "actress", "actor", "curtain call", "concert", "opera", "orchestra")),
    (
        "meeting",
        (
            "village hall",
            "meeting",
            "council",
            "assembly",
            "round table",
            "table seen from above",
            "negotiat",
            "delegates",
            "press conference",
        ),
    ),
    ("school", ("school", "classroom", "blackboard", "pupils")),
    (
        "court",
        (
            "court room",
            "courtroom",
            "courthouse",
            "tribunal",
            "judge",
            "law court",
            "columns",
            "dock of the court",
            "lawyer",
        ),
    ),
    ("yard", ("schooner", "slip ", "slipway", "shipyard", "boat yard", "boatyard", "shipwright", "on trestles")),
    ("market", ("fish market", "auction", "fish hall", "fishmonger", "market hall", "auctioneer")),
    ("interior", ("bank counter", "counter", "post office")),
    ("shop", ("bakery", "bakehouse", "baker", "oven", "shop", "grocery", "café", "cafe")),
    ("bay", ("oyster bed", "oyster rack", "oyster park", "oysters at", "oyster", "low tide", "mudflat", "foreshore")),
    ("lake", ("lake", "wash-house", "washhouse", "strainer", "dry mud", "reservoir")),
    ("dam", ("dam ",)),
    (
        "works",
        (
            "cannery",
            "factory",
            "works",
            "workshop",
            "packing",
            "sawmill",
            "warehouse",
            "assembly line",
            "chimney stack",
        ),
    ),
    ("pasture", ("pasture", "meadow", "sheep", "farm", "cows", "goats", "hay", "shepherd", "flock", "field")),
    ("forest", ("forest", "wood road", "ice on", "icy road", "black ice", "fir trees", "woods")),
    ("mountain", ("mountain", "valley", "sanatorium", "village", "pass road", "peak", "summit", "hamlet", "col ")),
    ("river", ("river", "estuary", "flood", "stream", "heron", "banks", "river bank")),
    ("street", ("tram", "street", "square", "pavement", "bus stop", "boulevard", "town hall")),
    (
        "harbour",
        (
            "quay",
            "crane",
            "sea wall",
            "breakwater",
            "harbour",
            "dock",
            "dredger",
            "container",
            "wharf",
            "port ",
            "trawler",
            "mole",
        ),
    ),
    ("sea", ("sea ", "lighthouse", "waves", "gale", "buoy", "beacon", "tower", "boat", "ship", "swell", "pilot")),
    (
        "interior",
        ("interior", "counter", "kitchen", "corridor", "office", "room", "door", "hospital", "ward ", "newsroom"),
    ),
    ("roofs", ("roof", "town", "rooftop", "chimney", "houses")),
    (
        "still",
        (
            "table",
            "bread",
            "fish",
            "anchor",
            "ledger",
            "paper",
            "document",
            "book",
            "letter",
            "key",
            "lamp",
            "telephone",
        ),
    ),
)
# Said anywhere, these outrank what the scene begins with.
STRONG = (
    "portrait",
    "deep",
    "river",
    "dam",
    "still",
    "chart",
    "sport",
    "theatre",
    "meeting",
    "school",
    "court",
    "yard",
    "market",
    "shop",
)


def choose(scene: str) -> str:
    """The name of the family that fits a scene's line of English."""
    words = Words(scene)
    found = next((family for family, stems in RULES if words.has(*stems)), "")
    prefix = PREFIXES.get(scene.lower().partition(":")[0].strip(), "")
    if not prefix or found in STRONG:
        return found or ("sea" if dice(scene).random() < 0.5 else "roofs")
    return _within(prefix, words) or prefix


def paint(picture_id: str, scene: str, kind: str) -> Image.Image:
    """Draw one view."""
    family = choose(scene)
    plate = Plate.of(*SIZES.get(kind, SIZES["view"]), dice(picture_id))
    FAMILIES[family if family in FAMILIES else "roofs"](View(plate, Words(scene)))
    return plate.image()


def _within(prefix, words):
    """A prefix names a department; some of its scenes have a family of their own."""
    allowed = {
        "sea": ("bay", "market", "yard"),
        "harbour": ("bridge", "works", "yard"),
        "mountain": ("lake", "dam", "river", "pasture", "forest", "wind", "bay", "roofs"),
        "interior": ("shop", "works", "meeting", "school"),
    }
    return next((f for f, stems in RULES if f in allowed.get(prefix, ()) and words.has(*stems)), "")
