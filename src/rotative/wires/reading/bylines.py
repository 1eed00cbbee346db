"""Who wrote and who edited, as a page shows it: “Par X et Y”, “Édité par Z”, “By A, B and C”."""

import re
from dataclasses import dataclass

from . import dates
from .wording import clean, key

_AUTHOR = (
    r"par|by|auteur(?:e|s|es|\(s\)|\(e\)|·e)?s?|autrices?|authors?(?:\(s\))?|written by|story by|words by|words|text(e|es)?( de| par)?|redige par|ecrit par|signe par|un article de|"
    r"article (de|par|by)|une enquete de|reportage (de|par)|analyse (de|par)|propos recueillis par|recueilli par|publie(e)? par|posted by|published by|report(ed|ing) by|"
    r"de notre correspondante?|from our correspondent|interview (by|par)|tribune de|opinion by|chronique de|post(e|ed) par|ecrit( le .{5,30})? par"
)
_EDITOR = (
    r"editee? par|edited by|editing by|editor|editeur|editrice|edition|relu par|relecture|publie sous la direction de|mis en ligne par|"
    r"responsable d'edition|secretariat de redaction|copy editor|edit(e|ing)"
)
_OTHERS = r"photos?( de| par| by)?|photograph(ie|y|ies|s)( de| par| by)?|pictures by|illustrations?( de| par| by)?|video( de| par| by)?|traduit( de .{3,20})? par|translated( from .{3,20})? by|additional reporting by"
_LABEL = re.compile(
    rf"(?:^|(?<=[\s,;|·•(/-]))(?:(?P<editor>{_EDITOR})|(?P<author>{_AUTHOR})|(?P<others>{_OTHERS}))(?: ?: ?| |$)"
)
_PARTICLES_WORDS = (
    "de du des d la le les l van von der den ten ter ben bin el al da di do dos of and et y mc st saint e"
)
_PARTICLES = set(_PARTICLES_WORDS.split())
_AGENCIES = {
    "afp",
    "ap",
    "reuters",
    "belga",
    "ats",
    "apa",
    "pa",
    "pa media",
    "agence",
    "agences",
    "la redaction",
    "redaction",
    "le desk",
    "news desk",
    "staff",
    "newsroom",
    "staff reporter",
    "staff writer",
    "our correspondent",
    "the newsroom",
    "ip",
    "aps",
    "map",
    "tass",
}
_ROLES = re.compile(
    r"\b(journaliste|redact|correspond|envoye|grand reporter|reporter|editor|writer|special|chef|chief|service|contribut|columnist|chroniqu|professeur|"
    r"professor|historien|avocat|depute|directeur|directrice|director|economist|staff|stagiaire|pigiste|senior|political|politics|health|science|in [A-Z]|a [A-Z])"
)


_LONGEST = 300


@dataclass
class Byline:
    authors: list[str]
    editor: str | None = None
    capitals: bool = False


def read(text: str) -> Byline:
    """The people a line names, each after its label; nobody when it is no byline."""
    byline = Byline([])
    if len(text) > _LONGEST:
        return byline
    for label, said in _labelled(without_dates(text)):
        people = names(said)
        byline.capitals |= any(is_shouted(part) for part in people)
        people = [calm(one) for one in people]
        if label == "editor":
            byline.editor = byline.editor or (people[0] if people else None)
        elif label == "author":
            byline.authors += [one for one in people if one not in byline.authors]
    return byline


def label_alone(text: str) -> str | None:
    """`author` or `editor` when a line is only the label, its name being on the next."""
    found = _LABEL.fullmatch(key(text).rstrip(" :") + " ")
    return next((name for name in ("editor", "author") if found and found[name]), None)


def names(text: str) -> list[str]:
    """“Anne Le Goff (à Brest), J. Roy et AFP” → three names."""
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]|https?://\S+|\S+@\S+|(?<=\s)@\w+", " ", text)
    parts = re.split(r"\s*(?:,|;|\||/|·|•|\s[-–—]\s|(?i:\bet\b|\band\b|\bavec\b|\bwith\b)|&|\+)\s*", text)
    named: list[str] = []
    for part in filter(None, map(_tidy, parts)):
        if not is_name(part):
            if named:
                continue
            return []
        if (key(part) in _AGENCIES or not _ROLES.search(key(part))) and part not in named:
            named.append(part)
    return named


def is_name(text: str) -> bool:
    """One to five words, each of which a name could hold."""
    level = key(text)
    if level in _AGENCIES or level.removeprefix("l'").removeprefix("the ") in _AGENCIES:
        return True
    parts = re.split(r"[ \u00a0\u202f]+", text)
    if not text or len(text) > 60 or len(parts) > 6 or re.search(r"[\d!?;:«»\"<>=@]", text):
        return False
    return parts[0][:1].isupper() and all(
        part[:1].isupper() or key(part).strip(".'") in _PARTICLES or re.match(r"[dl]['’][A-ZÉ]", part) for part in parts
    )


def is_agency(text: str) -> bool:
    """An agency or a desk, which signs in the place of a person."""
    return key(text) in _AGENCIES


def is_person(text: str) -> bool:
    """A name of at least two words, which no agency or desk bears."""
    return is_name(text) and len(text.split()) >= 2 and key(text) not in _AGENCIES


def is_shouted(name: str) -> bool:
    return name.isupper() and " " in name and len(name) > 6


def calm(name: str) -> str:
    """“CAMILLE DE ROUX” → “Camille de Roux”."""
    if not is_shouted(name):
        return name
    return " ".join(
        part.lower() if part.lower() in ("de", "du", "des", "van", "von", "la", "le") and n else _capital(part)
        for n, part in enumerate(name.split())
    )


def _capital(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


def _tidy(part: str) -> str:
    part = re.sub(r"^(?:par|by|for|pour)\s+", "", clean(part), flags=re.I)
    part = re.sub(r"\s+(?:in|à|at|for|pour|from|depuis|le|on|l[’']équipe de)(?:\s.*|$)", "", part)
    return part.strip(" .,:;|·•-–—*()\u00a0\u202f") if not re.search(r"\b[A-Z]\.$", part) else part.strip(" ,:;|")


def without_dates(text: str) -> str:
    """The dates of the line, and the words that bring them, are cut away."""
    for one in reversed(dates.find(_same_length_key(text), year=2000)):
        text = text[: one.start] + " | " + text[one.end :]
    return re.sub(
        r"(?i)\b(publiée?|mise? à jour|published|updated|posted|modifiée?)\b(?!\s+(par|by)\b)(\s+(le|on|à|at)\b)?",
        "|",
        text,
    )


def _labelled(text: str) -> list[tuple[str, str]]:
    """Each label of a line with the words up to the next label."""
    level = _same_length_key(text)
    labels = [found for found in _LABEL.finditer(level)]
    if not labels or re.search(r"\w", level[: labels[0].start()]):
        return []
    ends = [found.start() for found in labels[1:]] + [len(text)]
    return [
        (next(name for name in ("editor", "author", "others") if found[name]), text[found.end() : end])
        for found, end in zip(labels, ends, strict=True)
    ]


def _same_length_key(text: str) -> str:
    """Levelled letter by letter, so that places still agree."""
    return "".join((key(letter) or " ")[:1] if not letter.isspace() else " " for letter in text)
