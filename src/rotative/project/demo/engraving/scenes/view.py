"""A view in the making: the sheet, the words, the light, and who is asked for."""

from dataclasses import dataclass, field

import numpy as np

from ..instruments.pen import Pen
from ..instruments.plate import Plate
from ..instruments.words import Words
from ..nature.light import Light, light_for
from ..props import beasts, boats, furniture, houses, vehicles
from ..props.figures import anyone

WOMEN = ("woman", "women", "actress", "girl", "nurse", "mother", "waitress", "singer", "seamstress")
MEN = (
    "man ",
    "men",
    "fisherm",
    "painter",
    "shipwright",
    "docker",
    "farmer",
    "auctioneer",
    "stonemason",
    "official",
    "skipper",
    "referee",
    "captain",
    "shepherd",
    "mason",
    "welder",
    "boy",
    "priest",
    "postman",
    "carpenter",
    "father",
)
ANYONE = (
    "people",
    "person",
    "worker",
    "runner",
    "player",
    "walker",
    "crew",
    "mayor",
    "judge",
    "lawyer",
    "teacher",
    "buyer",
    "child",
    "pupil",
    "baker",
    "actor",
    "crowd",
    "visitor",
    "technician",
    "engineer",
    "engraver",
    "doctor",
    "passenger",
    "rower",
    "cyclist",
    "hiker",
    "clerk",
    "driver",
    "diver",
    "volunteer",
    "musician",
    "speaker",
    "silhouette",
    "surveyor",
    "fishmonger",
    "sardine packer",
    "villager",
    "neighbour",
    "customer",
    "shopkeeper",
    "sailor",
    "goalkeeper",
    "librarian",
    "reader",
    "witness",
    "handler",
)
POSES = (
    ("pocket", "pockets"),
    ("overtak", "run"),
    ("running", "run"),
    ("runner", "run"),
    ("jump", "throw"),
    ("throw", "throw"),
    ("blocking", "block"),
    ("falling", "fall"),
    ("kick", "kick"),
    ("push", "push"),
    ("haul", "haul"),
    ("pull", "haul"),
    ("climb", "climb"),
    ("row", "row"),
    ("kneel", "kneel"),
    ("crouch", "kneel"),
    ("repair", "kneel"),
    ("lift", "stoop"),
    ("turning", "stoop"),
    ("mesh", "stoop"),
    ("pick", "bend"),
    ("bend", "bend"),
    ("dig", "bend"),
    ("plant", "bend"),
    ("weld", "kneel"),
    ("hammer", "hammer"),
    ("setting", "stoop"),
    ("plank", "hammer"),
    ("trowel", "stoop"),
    ("saw", "stoop"),
    ("letter", "read"),
    ("reading", "read"),
    ("book", "read"),
    ("paper", "read"),
    ("sitting", "sit"),
    ("sits", "sit"),
    ("seated", "sit"),
    ("writ", "write"),
    ("point", "point"),
    ("speak", "speak"),
    ("speech", "speak"),
    ("front", "speak"),
    ("address", "speak"),
    ("auction", "speak"),
    ("carry", "carry"),
    ("holding", "carry"),
    ("wave", "wave"),
    ("waving", "wave"),
    ("hang", "reach"),
    ("paint", "reach"),
    ("reach", "reach"),
    ("walk", "walk"),
    ("leav", "walk"),
    ("cross", "walk"),
    ("march", "walk"),
    ("arriv", "walk"),
    ("queue", "stand"),
    ("watch", "stand"),
)
HOLDS = (
    ("letter", "letter"),
    ("paper", "paper"),
    ("book", "book"),
    ("basket", "basket"),
    ("bag", "bag"),
    ("bucket", "bucket"),
    ("crate", "tray"),
    ("tray", "tray"),
    ("box", "tray"),
    ("torch", "lamp"),
    ("lantern", "lamp"),
    ("hand lamp", "lamp"),
    ("stick", "stick"),
    ("pole", "pole"),
    ("oar", "oar"),
    ("rake", "pole"),
    ("hammer", "tool"),
    ("trowel", "tool"),
    ("ball", "ball"),
)

GROUND = (
    (("sheep", "flock", "ewe"), beasts.sheep),
    (("cow", "cattle", "herd"), beasts.cow),
    (("horse", "mare"), beasts.horse),
    (("dog",), beasts.dog),
    (("goat",), beasts.goat),
    (("heron", "egret"), beasts.heron),
    (("cat ",), beasts.cat),
    (("tractor",), vehicles.tractor),
    (("car ", "cars"), vehicles.car),
    (("van ", "vans"), vehicles.van),
    (("lorry", "lorries", "truck"), vehicles.lorry),
    (("coach", "bus "), vehicles.bus),
    (("bicycle", "bike"), vehicles.bicycle),
    (("rig ", "drilling"), vehicles.trailer_rig),
    (("tank",), furniture.tank),
    (("hose", "strainer"), furniture.hose),
    (("ladder",), furniture.ladder),
    (("barrel", "cask"), furniture.barrel),
    (("crate", "boxes", "fish box"), furniture.crate),
    (("basket",), furniture.basket),
    (("sack",), furniture.sack),
    (("bucket", "pail"), furniture.bucket),
    (("gate", "fence"), furniture.gate),
    (("letter box", "mailbox"), furniture.letter_boxes),
    (("sign ", "barrier"), furniture.sign),
    (("chair",), furniture.chair),
    (("bench",), furniture.bench),
    (("blackboard",), furniture.blackboard),
    (("stove",), furniture.stove),
    (("umbrella",), furniture.umbrella_stand),
    (("trunk",), furniture.trunk),
    (("net ", "nets"), furniture.net_heap),
    (("bollard",), furniture.bollard),
    (("tripod", "theodolite"), furniture.tripod),
    (("platform", "podium"), furniture.podium),
    (("trestle table", "folding table"), furniture.laid_table),
    (("strongbox", "safe"), furniture.strongbox),
    (("aground",), boats.barge),
    (("turbine",), houses.wind_turbine),
)
AFLOAT = (
    (("dredger",), boats.dredger),
    (("schooner",), boats.schooner),
    (("cargo", "freighter", "coaster", "container ship"), boats.cargo),
    (("trawler", "fishing boat", "boats"), boats.trawler),
    (("pilot boat", "launch", "lifeboat", "patrol"), boats.pilot_boat),
    (("barge",), boats.barge),
    (("sail", "yacht"), boats.sailing_boat),
    (("buoy",), boats.buoy),
    (("duck",), beasts.duck),
    (("rowing boat", "open boat", "dinghy", "small boat"), boats.dinghy),
)


@dataclass
class View:
    """What a family is given to draw with."""

    plate: Plate
    words: Words
    horizon: float = 400.0
    light: Light = None
    free: list = field(default_factory=list)

    def __post_init__(self):
        self.rng = self.plate.rng
        self.light = self.light or light_for(self.words, self.rng, self.horizon)
        spots = [770, 400, 990, 210, 590, 110, 1090, 680, 300, 880]
        self.free = spots if self.rng.random() < 0.5 else [1200 - s for s in spots]

    def pen(self) -> Pen:
        """A new pen on the sheet."""
        return Pen(self.plate)

    def lit_from(self, horizon: float) -> None:
        """Move the horizon, and the light with it."""
        self.horizon, self.light = horizon, light_for(self.words, self.rng, horizon)

    def spot(self, width: float = 0) -> float:
        """The best place across that is still free."""
        x = self.free.pop(0) if self.free else self.rng.uniform(100, 1100)
        if width > 150:
            self.free = [f for f in self.free if abs(f - x) > width * 0.7] or self.free
        return float(x + self.rng.uniform(-26, 26))

    def people(self, ground: float, scale: float = 1.5, least: int = 0, pose: str = "", tint=None) -> int:
        """Everybody the scene speaks of, on one level."""
        groups = list(crowd_of(self.words)) or [("", least, pose or "stand", "")] * (least > 0)
        tint = tint or self.light.figure()
        pen, n = self.pen(), 0
        for who, count, posture, holds in groups:
            x = self.spot(60 * scale * count)
            for i in range(min(count, 9)):
                step = (i - (min(count, 9) - 1) / 2) * 54 * scale * self.rng.uniform(0.85, 1.2)
                anyone(
                    pen.at(x + step, ground + self.rng.normal(0, 3), scale), self.rng, tint, pose or posture, who, holds
                )
                n += 1
        pen.press()
        return n

    def things(self, ground: float, scale: float = 1.5, kinds=GROUND, skip=()) -> None:
        """Everything the scene speaks of that stands on the ground (or floats)."""
        pen = self.pen()
        for stems, prop in kinds:
            if prop in skip or not self.words.has(*stems):
                continue
            for _ in range(max(1, min(self.words.count(*stems, least=1), 6))):
                at = pen.at(self.spot(120), ground + self.rng.uniform(-8, 8), scale, flip=bool(self.rng.random() < 0.4))
                prop(at, self.rng)
        pen.press()


def crowd_of(words):
    """The groups of people a scene names: who, how many, doing what, with what."""
    for clause in words.clauses():
        who = "woman" if clause.has(*WOMEN) else "man" if clause.has(*MEN) else "any" if clause.has(*ANYONE) else ""
        if who:
            pose = next((p for stem, p in POSES if clause.has(stem)), "stand")
            holds = next((h for stem, h in HOLDS if clause.has(stem)), "")
            yield who, max(1, clause.count(*WOMEN, *MEN, *ANYONE)), pose, holds


def level(profile, x: float) -> float:
    """The height of a line of land at one point."""
    return float(np.asarray(profile(np.array([[x]], np.float32))).ravel()[0])
