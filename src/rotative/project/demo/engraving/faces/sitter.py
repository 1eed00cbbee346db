"""Who sits for a portrait: read from the words where they say, thrown by dice where not."""

from dataclasses import dataclass

from ..instruments.words import Words

# The paper's own people always look the same.
KNOWN = {
    "inès quéméner": "woman of 41, bob with fringe, dark hair, turtleneck",
    "tom vasquier": "man of 36, short hair, stubble, open shirt",
    "lise marand": "woman of 49, bun, square glasses, jacket",
    "octave rémond": "man of 74, receding white hair, round glasses, moustache, tie",
    "salomé vigneaux": "woman of 38, curly dark hair, scarf",
    "malo kerbrat": "man of 58, cap, grey full beard, turtleneck",
    "hafsa belkacem": "woman of 33, long dark hair, coat",
    "gaspard loizel": "man of 45, side parting, goatee, scarf",
    "noor amrani": "woman of 29, headscarf, round glasses, jacket",
    "pierrick saule": "man of 31, curly fair hair, stubble, open shirt",
    "camille aubertin": "woman of 55, short grey hair, jacket",
    "baptiste rol": "man of 52, bald, square glasses, full beard, turtleneck",
    "lou amsellem": "woman of 34, short dark crop, beret, open shirt",
}
WOMEN = (
    "inès",
    "lise",
    "salomé",
    "hafsa",
    "noor",
    "camille",
    "lou",
    "maud",
    "thaïs",
    "aminata",
    "marcelle",
    "rosa",
    "servane",
    "anne",
    "marie",
    "jeanne",
    "claire",
    "sophie",
    "lucie",
    "emma",
    "léa",
    "nadia",
    "fatou",
    "odile",
    "yvonne",
    "suzanne",
    "hélène",
    "solène",
    "maëlle",
    "gwenn",
    "aïcha",
    "samira",
    "brigitte",
    "colette",
    "denise",
    "françoise",
    "isabelle",
    "louise",
    "madeleine",
    "nora",
)
SHE = (
    "woman",
    "she",
    "her",
    "girl",
    "actress",
    "mother",
    "grandmother",
    "lady",
    "madame",
    "chairwoman",
    "fishwife",
    "widow",
)
HE = (
    "man",
    "he",
    "his",
    "boy",
    "father",
    "grandfather",
    "actor",
    "fisherman",
    "chairman",
    "farmer",
    "skipper",
    "priest",
)
HERS = ("bob", "long", "bun", "curly", "short", "plait", "parting", "fringe", "waves")
HIS = ("short", "parting", "receding", "bald", "curly", "crop", "swept", "short")
NECKS = ("coat", "jacket", "tie", "turtleneck", "scarf", "open")


@dataclass
class Sitter:
    """Everything a head is made from; lengths are in hundredths of the picture."""

    woman: bool
    years: int
    hair: str
    shade: float
    beard: str
    glasses: str
    hat: str
    neck: str
    coat: float
    skin: float
    turn: float
    tilt: float
    side: int
    wide: float
    long: float
    jaw: float
    cheeks: float
    nose: float
    brow: float
    eyes: float
    smile: float
    ground: float
    pattern: str

    @property
    def old(self) -> float:
        """0 until forty, 1 from seventy-five."""
        return min(max((self.years - 40) / 35, 0), 1)


def sitter(name: str, scene: str, rng) -> Sitter:
    """The sitter a name and a scene describe."""
    text = KNOWN.get(_bare(scene), KNOWN.get(_bare(name), scene))
    words = Words(text)
    woman = _is_woman(words, name, scene, rng)
    years = next((int(w) for w in _digits(text) if 16 <= int(w) <= 99), int(rng.integers(26, 76)))
    thin, broad = words.has("thin", "lean", "long face", "gaunt"), words.has("broad", "round face", "stout", "heavy")
    return Sitter(
        woman,
        years,
        _hair(words, woman, rng),
        _shade(words, years, rng),
        _beard(words, woman, rng),
        _glasses(words, rng),
        _hat(words, rng),
        _neck(words, rng),
        float(rng.uniform(0.45, 0.92)),
        float(rng.choice((0, 0.04, 0.1, 0.2, 0.3))),
        float(rng.choice((-1, 1)) * rng.uniform(0.08, 0.46)),
        float(rng.uniform(-7, 7)),
        int(rng.choice((-1, 1))),
        float(rng.uniform(18.4, 21.4)) - 1.6 * thin + 1.8 * broad,
        float(rng.uniform(24.8, 27.6)) + 1.6 * thin,
        float(rng.uniform(0.76, 0.98) if not woman else rng.uniform(0.7, 0.86)),
        float(rng.uniform(0.3, 1.0)) - 0.3 * thin,
        float(rng.uniform(0.85, 1.25)),
        float(rng.uniform(0.7, 1.3)) * (0.8 if woman else 1.15),
        float(rng.uniform(7.6, 9.0)),
        float(rng.uniform(0.1, 1.5)),
        float(rng.uniform(0.06, 0.62)),
        str(rng.choice(("plain", "plain", "disc", "slope", "window"))),
    )


def _bare(text):
    return text.lower().removeprefix("portrait:").strip()


def _digits(text):
    return "".join(c if c.isdigit() else " " for c in text).split()


def _is_woman(words, name, scene, rng):
    if words.has(*(w + " " for w in SHE)):
        return True
    if words.has(*(w + " " for w in HE)):
        return False
    given = (_bare(scene) + " " + _bare(name)).replace(",", " ").replace("-", " ").split()
    return any(w in WOMEN for w in given) or (not any(w[:1].isalpha() for w in given) and rng.random() < 0.5)


def _hair(words, woman, rng):
    for style in (
        "bald",
        "receding",
        "curly",
        "fringe",
        "bob",
        "bun",
        "plait",
        "crop",
        "parting",
        "waves",
        "swept",
        "headscarf",
    ):
        if words.has(style):
            return style
    if words.has("long hair", "long dark", "wet hair"):
        return "long"
    return "short" if words.has("short") else str(rng.choice(HERS if woman else HIS))


def _shade(words, years, rng):
    if words.has("white hair", "white"):
        return 0.3
    if words.has("grey", "gray"):
        return 0.56
    if words.has("fair", "blond"):
        return 0.46
    if words.has("dark", "black hair"):
        return 0.92
    return float(
        rng.uniform(0.3, 0.56)
        if years > 62
        else rng.uniform(0.4, 0.7)
        if years > 50
        else rng.choice((0.55, 0.8, 0.92, 0.95))
    )


def _beard(words, woman, rng):
    for kind in ("goatee", "moustache", "stubble"):
        if words.has(kind):
            return kind
    if words.has("beard"):
        return "full"
    return (
        "" if woman or words.has("shaven") else str(rng.choice(("", "", "", "full", "stubble", "moustache", "goatee")))
    )


def _glasses(words, rng):
    if words.has("glasses", "spectacles"):
        return "square" if words.has("square") else "round"
    return str(rng.choice(("", "", "", "", "", "round", "square")))


def _hat(words, rng):
    for kind in ("cap", "beret", "hood", "headscarf", "helmet"):
        if words.has(kind):
            return kind
    if words.has("hat", "woolly", "bonnet"):
        return "bonnet"
    return "" if words.has("hair", "bald", "bun") else str(rng.choice(("", "", "", "", "cap", "bonnet")))


def _neck(words, rng):
    for kind in NECKS:
        if words.has(kind):
            return kind
    return str(rng.choice(NECKS))
