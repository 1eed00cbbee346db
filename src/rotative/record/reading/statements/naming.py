"""The names of mentions: of a name, of a body, of who speaks through a paper, of whom a description describes."""
from __future__ import annotations

import re
from collections.abc import Sequence

from rotative.record.reading.actors.classes import is_of_a_person
from rotative.record.reading.findings import Span
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.people import Person

_COMPLEMENT = re.compile(r"(?:\b(?:de|du|des|pour|of|for|from|at|in|à|au|chez|par|by|to|with|avec)|\bd'|\bl'un(?:e)? des|\bone of) (?:la |le |les |l'|the |[\w'-]+ )?$|\bd'$", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:en|dans|sur|contre|sous|entre|on|against) (?:la |le |les |l'|the )?$", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:que?|qu'|a|est|ont|sont|par|avec|pour|et|that|has|is|and|by|with)(?:\b|(?<='))")
_ARTICLE = re.compile(r"(?:(?:le|la|les|the)\s+|l'\s*)", re.IGNORECASE)
_FRENCH_HEAD = re.compile(r"^[\w-]{3,}")
_ENGLISH_HEAD = re.compile(r"\b[a-z-]{5,}(?=$| (?:of|for|from|at|in)\b)")
_INITIALS = re.compile(r"\s?\(\s?([A-Z][A-Za-z]{1,9})\s?\)")
_INDEFINITE = re.compile(r"(?:une?|des|an?|some|several|plusieurs|certaine?s|quelques)\b", re.IGNORECASE)
_BODY = re.compile(
    r"(?:le|la|les|l')\s*(?:gouvernement|police|gendarmerie|parquet|préfecture|mairie|armée|justice|tribunal|cour|conseil|présidence|parlement|sénat|assemblée|commission|ministère|"
    r"direction|agence|ville|région|département|diocèse|banque|université|ambassade|consulat|opposition|autorités (?!locales|compétentes|sanitaires|judiciaires|de\b)\w+)\b"
    r"|(?:le|la|l')\s*(?:parti|syndicat|fédération|association|entreprise|société|compagnie|groupe|coalition|organisation|collectif|mouvement) (?=\w)"
    r"|the (?:[\w-]+ ){0,2}(?:government|police|army|court|council|parliament|senate|commission|ministry|embassy|university|administration)(?: of\b.*)?$",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:l[ae]s?|l'|une?|des|the|an?|several|plusieurs|\w+)?\s*(?:\w+ )?(?:enquêtes?|études?|rapports?|chiffres|communiqués?|sondages?|bilans?|informations?|données|articles?|notes?|tribune|lettre|statement|report|study|poll|survey|figures|data|letter|release)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"(?:l[ae]s?|des|ses|leurs) (?:\w+ )?(?:informations|précisions|explications|propos|déclarations|renseignements|indications|confidences|mots|dires)\b", re.IGNORECASE)
_CAPITALS = re.compile(
    r"(?:(?:le|la|les|l'|the|m\.|mme|mlle|mr\.?|mrs\.?|ms\.?|dr\.?)\s*)?(?P<name>(?-i:[A-ZÀ-Þ](?:'[A-ZÀ-Þ])?)[\w.-]*(?: (?:de |d'|du |of |and the |for |the )?(?-i:[A-ZÀ-Þ](?:'[A-ZÀ-Þ])?)[\w.-]*)*)", re.IGNORECASE
)
_TAIL = re.compile(r"(?<!\bde)(?<!\bdu)(?<!\bla)(?<!\bof)(?<!\bpar)(?<!\bavec)(?<!\bpour)(?<!\bchez)(?<!\bdans)(?<!\bsur)(?<!\bdes)(?<!\bthe)(?<=[a-zà-ÿ]) (?P<name>[A-ZÀ-Þ][\w-]+(?: (?:de |d'|von |van |ben |bin |al-)?[A-ZÀ-Þ][\w'-]+)+)$")


class Names:
    """Names a text's mentions by its people."""

    def __init__(self, people: Sequence[Person], lexicon: Lexicon, words: str) -> None:
        self._people, self._lexicon, self._words = people, lexicon, words
        self._aliases = {found.group(1): each.name for each in people if (found := _INITIALS.match(words, each.span.end))}

    def named(self, span: Span, common: bool) -> str | None:
        """The name that stands in a mention, and is not one that completes it ("la veuve de X")."""
        words = self._words[slice(*span)]
        inside = [each for each in self._people if each.span.start < span.end and each.span.end > span.start]
        heads = [each for each in inside if self.is_head(each, span) and not (_INDEFINITE.match(words) and " " not in each.name)]
        persons = [each for each in heads if each.kind == "person"] or heads
        names = list(dict.fromkeys(each.name for each in persons))
        if re.search(r"\b(?:et|and|ainsi que)\b", words) and len(names) < 2 and not _body(words):
            return None
        if names:
            return " ; ".join(names[:3]) if len(names) > 1 else self._aliases.get(names[0]) or self._longer(words, names[0])
        return self._given_by(words, inside) or (None if common and " " not in words else self._written(words)) or self._document(words, inside) or _body(words)

    def by_role(self, span: Span, words: str) -> str | None:
        """The one person who is described by the same words elsewhere: "le ministre" and "Noé Arlin, ministre de…"."""
        article = _ARTICLE.match(words)
        noun = (_ENGLISH_HEAD if self._lexicon.language == "en" else _FRENCH_HEAD).search(words[article.end() :]) if article else None
        if noun is None or words.lower().startswith("les ") or (self._lexicon.language == "fr" and not is_of_a_person(noun.group())):
            return None
        names = {each.name for each in self._people if each.kind == "person" and self._describes(noun.group().lower(), each.span)}
        return names.pop() if len(names) == 1 else None

    def is_head(self, person: Person, span: Span) -> bool:
        """Whether a person is what a mention means, not what completes it."""
        after = self._words[person.span.end : span.end]
        if after.startswith(("'s", "’s")) or (re.match(r" [a-zà-ÿ]", after) and not re.match(r" (?:et|and|de|du|d'|of|in|à)\b", after) and (person.kind != "person" or self._lexicon.language == "en")):
            return False
        before = self._words[span.start : person.span.start]
        return not _COMPLEMENT.search(before) and not _WHERE.search(before)

    def _longer(self, words: str, name: str) -> str:
        """A name as the mention has it, where the model saw its end only."""
        written = _CAPITALS.fullmatch(words) or _TAIL.search(words)
        return written["name"] if written and written["name"].endswith(" " + name) else name

    def _written(self, words: str) -> str | None:
        """A name that the model did not see: capitals only, after an article; the longer one of the article that ends so."""
        name = _CAPITALS.fullmatch(words) or _TAIL.search(words)
        if name is None or (len(name["name"].split()) == 1 and name["name"].lower() in self._lexicon.articles):
            return None
        longer = {each.name for each in self._people if each.name.endswith(" " + name["name"].split()[-1]) and each.kind == "person"}
        return longer.pop() if len(longer) == 1 else name["name"]

    def _given_by(self, words: str, inside: Sequence[Person]) -> str | None:
        """Who gave what a source is: "les précisions apportées par X", "les propos de X"."""
        given = _GIVEN.match(words)
        names = {each.name for each in inside if given and self._words[max(0, each.span.start - 9) : each.span.start].endswith((" par ", " par la ", " par le ", " de ", " d'"))}
        return names.pop() if len(names) == 1 else None

    def _document(self, words: str, inside: Sequence[Person]) -> str | None:
        """Who speaks through a document: "une enquête d'Europe 1", "les chiffres du ministère"."""
        if not _DOCUMENT.match(words):
            return None
        names = {each.name for each in inside if each.kind != "person"}
        body = re.search(r"\b(?:du |de (?=la |l'))(.+)", words)
        return names.pop() if len(names) == 1 else (body and (_body(body.group(1)) or _body("le " + body.group(1)))) or None

    def _describes(self, noun: str, span: Span) -> bool:
        before = re.split(r"[.,;:«»()\"]", self._words[max(0, span.start - 60) : span.start].lower().rstrip(" ,"))[-1].strip()
        after = self._words[span.end : span.end + 70].lower()
        apposed = re.match(r"\s*,\s*([^,.;:«»]{3,60})", after)
        led = re.search(rf"(?<!\bdu )(?<!\bde )(?<!\bdes )(?<!\bde la )(?<!\bl')\b{re.escape(noun)}\b(.*)", before)
        leads = led and not _CLAUSE.search(led.group(1)) and not _COMPLEMENT.search(self._words[max(0, span.start - 60) : span.start])
        return bool(leads or (apposed and re.match(rf"(?:le |la |l'|un |une |the |an? |ancien(?:ne)? )?(?:\w+ )?{re.escape(noun)}\b", apposed.group(1))))

    def completes(self, start: int, position: int) -> bool:
        """Whether what stands at a position completes a noun before it, from start on: "la veuve de X"."""
        return bool(_COMPLEMENT.search(self._words[start:position]))


def _body(words: str) -> str | None:
    """A body that a common noun names: "le gouvernement", "la police de Verel"."""
    article = _ARTICLE.match(words)
    return words[article.end() :] if article and _BODY.match(words) else None
