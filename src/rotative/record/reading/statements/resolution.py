"""Whom a speaker's mention means, within the article: a name, a pronoun, a description. None where two could be meant."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rotative.record.reading.findings import Span, Statement
from rotative.record.reading.statements.lexicon import Gender, Lexicon, Number, Pronoun
from rotative.record.reading.statements.people import Person
from rotative.record.reading.statements.sentences import Sentence
from rotative.record.reading.statements.speakers import phrase

_BACK = 3
"""Sentences before a pronoun in which the one it means may stand."""
_COMPLEMENT = re.compile(r"(?:\b(?:de|du|des|of|for|from|at|in|à|au|chez|par|by|to|with|avec)|\bd'|\bl'un(?:e)? des|\bone of) (?:la |le |les |l'|the |[\w'-]+ )?$|\bd'$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:(?:le|la|les|the)\s+|l'\s*)", re.IGNORECASE)
_FRENCH_HEAD = re.compile(r"^[\w-]{5,}")
_ENGLISH_HEAD = re.compile(r"\b[a-z-]{5,}(?=$| (?:of|for|from|at|in)\b)")
_INITIALS = re.compile(r"\s?\(\s?([A-Z][A-Za-z]{1,9})\s?\)")
_BACKWARD = re.compile(
    r"(?:le|la|l'|the|ce|cette|this)\s*(?:compagnie|entreprise|société|groupe|parti|organisation|association|syndicat|rapport|enquête|institution|ministère|journal|quotidien|hebdomadaire|chaîne|"
    r"company|organization|organisation|party|group|union|report|investigation|ministry|newspaper|league|agency|firm)",
    re.IGNORECASE,
)
"""A body or a paper that was named before, and is now called what it is."""
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
_CAPITALS = re.compile(
    r"(?:(?:le|la|les|l'|the|m\.|mme|mlle|mr\.?|mrs\.?|ms\.?|dr\.?)\s*)?(?P<name>(?-i:[A-ZÀ-Þ](?:'[A-ZÀ-Þ])?)[\w.-]*(?: (?:de |d'|du |of |and the |for |the )?(?-i:[A-ZÀ-Þ](?:'[A-ZÀ-Þ])?)[\w.-]*)*)", re.IGNORECASE
)
_TAIL = re.compile(r"(?<!\bde)(?<!\bdu)(?<!\bla)(?<!\bof)(?<!\bdes)(?<!\bthe)(?<=[a-zà-ÿ]) (?P<name>[A-ZÀ-Þ][\w-]+(?: (?:de |d'|von |van |ben |bin |al-)?[A-ZÀ-Þ][\w'-]+)+)$")


@dataclass(frozen=True)
class Referent:
    """One of whom a sentence speaks. subject: of a verb; name: None for somebody who is described only."""

    span: Span
    name: str | None
    gender: Gender | None
    number: Number
    subject: bool
    human: bool = True

    def fits(self, pronoun: Pronoun, neuter: bool) -> bool:
        """Whether a pronoun may mean this one. neuter: whether the language has another pronoun for what is no person."""
        return (self.human or not neuter or pronoun.number == "p") and self.number == pronoun.number and (None in (self.gender, pronoun.gender) or self.gender == pronoun.gender)


class Resolver:
    """Names the speakers of an article's statements, sentence after sentence."""

    def __init__(self, people: Sequence[Person], lexicon: Lexicon, words: str) -> None:
        self._people, self._lexicon, self._words = people, lexicon, words
        self._told: list[list[Referent]] = []
        self._aliases = {found.group(1): each.name for each in people if (found := _INITIALS.match(words, each.span.end))}
        self._turn: tuple[int, Statement] | None = None

    def sentence(self, sentence: Sentence, statements: Sequence[Statement]) -> list[Statement]:
        """The statements of the next sentence, with the names of their speakers."""
        here = list(self._referents(sentence, statements))
        resolved = [self._resolve(each, here, sentence) for each in statements]
        resolved = [self._continued(sentence, each) for each in resolved]
        self._turn = _turn(sentence, resolved)
        self._told.append([*here, *self._as_referents(sentence, resolved, here)])
        return resolved

    def _continued(self, sentence: Sentence, statement: Statement) -> Statement:
        """A quotation that follows another in its paragraph, and has no cue, is the same speaker's."""
        if statement.cue or statement.speaker or self._turn is None or self._turn[0] != sentence.parsed.offset:
            return statement
        return replace(statement, speaker_name=self._turn[1].speaker_name, unnamed=self._turn[1].unnamed)

    def _resolve(self, statement: Statement, here: Sequence[Referent], sentence: Sentence) -> Statement:
        if statement.speaker is None:
            return statement
        words = self._words[slice(*statement.speaker)]
        pronoun = self._lexicon.pronouns.get(words.lower().split("-")[0] if words.lower() not in self._lexicon.pronouns else words.lower())
        if pronoun:
            meant = self._meant(pronoun, statement.speaker.start, here)
            return replace(statement, speaker_name=meant.name if meant else None, unnamed=bool(meant and meant.name is None))
        common = any(token.pos_ == "NOUN" for token in sentence.between(*statement.speaker))
        name = self._named(statement.speaker, common) or self._by_role(statement.speaker, words)
        return replace(statement, speaker_name=name, unnamed=name is None and not _BACKWARD.fullmatch(words))

    def _meant(self, pronoun: Pronoun, at: int, here: Sequence[Referent]) -> Referent | None:
        """The one that a pronoun means: by gender and number, the nearest sentence, its subject first; none where two could be."""
        earlier = [each for each in here if each.span.end <= at and each.subject]
        for told in [earlier, *reversed(self._told[-_BACK:])]:
            fitting = [each for each in told if each.fits(pronoun, self._lexicon.language == "en")]
            if fitting:
                return _only([each for each in fitting if each.subject]) if any(each.subject for each in fitting) else _only(fitting)
        return None

    def _named(self, span: Span, common: bool) -> str | None:
        """The name that stands in a mention, and is not one that completes it ("la veuve de X")."""
        words = self._words[slice(*span)]
        inside = [each for each in self._people if each.span.start < span.end and each.span.end > span.start]
        heads = [each for each in inside if self._is_head(each, span) and not (_INDEFINITE.match(words) and " " not in each.name)]
        persons = [each for each in heads if each.kind == "person"] or heads
        names = list(dict.fromkeys(each.name for each in persons))
        if re.search(r"\b(?:et|and|ainsi que)\b", words) and len(names) < 2 and not _body(words):
            return None
        if names:
            return " ; ".join(names[:3]) if len(names) > 1 else self._aliases.get(names[0]) or self._longer(words, names[0])
        return (None if common and " " not in words else self._written(words)) or self._document(words, inside) or _body(words)

    def _longer(self, words: str, name: str) -> str:
        """A name as the mention has it, where the model saw its end only."""
        written = _CAPITALS.fullmatch(words) or _TAIL.search(words)
        return written["name"] if written and written["name"].endswith(" " + name) else name

    def _is_head(self, person: Person, span: Span) -> bool:
        after = self._words[person.span.end : span.end]
        if after.startswith(("'s", "’s")) or (re.match(r" [a-zà-ÿ]", after) and not re.match(r" (?:et|and|de|du|d'|of|in|à)\b", after) and (person.kind != "person" or self._lexicon.language == "en")):
            return False
        return not _COMPLEMENT.search(self._words[span.start : person.span.start])

    def _written(self, words: str) -> str | None:
        """A name that the model did not see: capitals only, after an article; the longer one of the article that ends so."""
        name = _CAPITALS.fullmatch(words) or _TAIL.search(words)
        if name is None or (len(name["name"].split()) == 1 and name["name"].lower() in self._lexicon.articles):
            return None
        longer = {each.name for each in self._people if each.name.endswith(" " + name["name"].split()[-1]) and each.kind == "person"}
        return longer.pop() if len(longer) == 1 else name["name"]

    def _document(self, words: str, inside: Sequence[Person]) -> str | None:
        """Who speaks through a document: "une enquête d'Europe 1", "les chiffres du ministère"."""
        if not _DOCUMENT.match(words):
            return None
        names = {each.name for each in inside if each.kind != "person"}
        body = re.search(r"\b(?:du |de (?=la |l'))(.+)", words)
        return names.pop() if len(names) == 1 else (body and (_body(body.group(1)) or _body("le " + body.group(1)))) or None

    def _by_role(self, span: Span, words: str) -> str | None:
        """The one person who is described by the same words elsewhere: "le ministre" and "Noé Arlin, ministre de…"."""
        article = _ARTICLE.match(words)
        noun = (_ENGLISH_HEAD if self._lexicon.language == "en" else _FRENCH_HEAD).search(words[article.end() :]) if article else None
        if noun is None or words.lower().startswith("les "):
            return None
        names = {each.name for each in self._people if each.kind == "person" and self._describes(noun.group().lower(), each.span)}
        return names.pop() if len(names) == 1 else None

    def _describes(self, noun: str, span: Span) -> bool:
        before = re.split(r"[.,;:«»()\"]", self._words[max(0, span.start - 60) : span.start].lower().rstrip(" ,"))[-1].strip()
        after = self._words[span.end : span.end + 70].lower()
        apposed = re.match(r"\s*,\s*([^,.;:«»]{3,60})", after)
        leads = re.search(rf"\b{re.escape(noun)}\b(?! (?:\w+ )*?(?:que?|a|est|ont|sont|par|avec|pour|et|that|has|is|and|by|with)\b)(?!.*\bqu')", before) and not _COMPLEMENT.search(self._words[max(0, span.start - 60) : span.start])
        return bool(leads or (apposed and re.match(rf"(?:le |la |l'|un |une |the |an? |ancien(?:ne)? )?(?:\w+ )?{re.escape(noun)}\b", apposed.group(1))))

    def _referents(self, sentence: Sentence, statements: Sequence[Statement]) -> Iterator[Referent]:
        speakers = [each.speaker for each in statements if each.speaker]
        for person in self._people:
            if sentence.span.start <= person.span.start < sentence.span.end:
                tokens = sentence.between(*person.span)
                if not tokens or sentence.quoted(tokens[0]):
                    continue
                subject = any(each.dep_.startswith("nsubj") or (each.dep_ == "conj" and each.head.dep_.startswith("nsubj")) for each in tokens) or any(s.start <= person.span.start < s.end for s in speakers)
                complement = bool(_COMPLEMENT.search(self._words[sentence.span.start : person.span.start]))
                if person.kind == "person" or (subject and not complement):
                    gender = person.gender or (_article_gender(self._words[sentence.span.start : person.span.start]) if person.kind != "person" else None)
                    yield Referent(person.span, person.name, gender, "s", subject and not complement, person.kind == "person")
        yield from self._described(sentence)

    def _described(self, sentence: Sentence) -> Iterator[Referent]:
        """Subjects that are common nouns: a pronoun may mean them, and then nobody else."""
        for token in sentence.tokens:
            if token.dep_ in {"nsubj", "nsubj:pass", "nsubjpass"} and token.pos_ in {"NOUN", "PROPN"} and not sentence.quoted(token):
                span = phrase(sentence, token)
                if not any(each.span.start < span.end and each.span.end > span.start and self._is_head(each, span) for each in self._people):
                    gender, number = _forms(token)
                    name = self._named(span, token.pos_ == "NOUN") or self._by_role(span, self._words[slice(*span)])
                    yield Referent(span, name, gender, number, True)

    def _as_referents(self, sentence: Sentence, statements: Sequence[Statement], here: Sequence[Referent]) -> Iterator[Referent]:
        """Speakers that are described or are pronouns, and subjects that are pronouns, as those of whom the sentence speaks."""
        for statement in statements:
            span = statement.speaker
            if span and not any(each.span.start < span.end and each.span.end > span.start for each in here):
                head = next((each for each in sentence.between(*span) if each.pos_ in {"NOUN", "PROPN", "PRON"}), None)
                gender, number = _forms(head) if head is not None else (None, "s")
                yield Referent(span, statement.speaker_name, gender, number, True)
        for token in sentence.tokens:
            pronoun = self._lexicon.pronouns.get(token.text.lower())
            span = Span(sentence.start(token), sentence.end(token))
            if pronoun and token.dep_ == "nsubj" and not sentence.quoted(token) and not any(each.speaker == span for each in statements):
                meant = self._meant(pronoun, span.start, here)
                if meant:
                    yield replace(meant, span=span, subject=True)


def _turn(sentence: Sentence, statements: Sequence[Statement]) -> tuple[int, Statement] | None:
    """The paragraph, and the one statement whose speaker has the word after a sentence; none where two speak in it."""
    quoting = [each for each in statements if each.mode != "indirect"]
    names = {(each.speaker_name, each.unnamed) for each in statements}
    return (sentence.parsed.offset, quoting[-1]) if quoting and len(names) == 1 else None


def _forms(token: Any) -> tuple[Gender | None, Number]:
    """The gender and the number of a noun, as the model has them."""
    gender = {"Masc": "m", "Fem": "f"}.get((token.morph.get("Gender") or [""])[0])
    return gender, "p" if token.morph.get("Number") == ["Plur"] else "s"  # type: ignore[return-value]


def _article_gender(before: str) -> Gender | None:
    article = re.search(r"\b(?:(le|un|au|du)|(la|une)) (?:\w+ )?$", before, re.IGNORECASE)
    return None if article is None else "m" if article.group(1) else "f"


def _only(fitting: Sequence[Referent]) -> Referent | None:
    names = {each.name for each in fitting}
    return fitting[-1] if len(names) == 1 else None


def _body(words: str) -> str | None:
    """A body that a common noun names: "le gouvernement", "la police de Verel"."""
    article = _ARTICLE.match(words)
    return words[article.end() :] if article and _BODY.match(words) else None
