"""Whom a text speaks of, for speakers to be named: its actors, or, where they are not given, the model's names."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rotative.record.reading.findings import Actor, Kind, Span
from rotative.record.reading.parsing import Parsed
from rotative.record.reading.statements.lexicon import Gender
from rotative.record.reading.text import Text

_KINDS: dict[str, Kind] = {"PER": "person", "PERSON": "person", "ORG": "body", "LOC": "place", "GPE": "place", "NORP": "body"}
_TITLE = re.compile(r"\b(?:(M\.|MM\.|Mr\.?|Sir|Lord|le|ancien|sénateur|chancelier|directeur|himself)|(Mme|Mlle|Mrs\.?|Ms\.?|Miss|Lady|la|ancienne|sénatrice|chancelière|directrice|herself))[ \w'’-]{0,60}$", re.IGNORECASE)
_MEN = frozenset(
    [
        "alain", "alexandre", "andré", "antoine", "arnaud", "arthur", "benjamin", "benoît", "bernard", "bruno", "charles", "christian",
        "christophe", "claude", "daniel", "david", "denis", "didier", "dominique", "éric", "emmanuel", "étienne", "fabien", "fabrice", "françois",
        "franck", "frédéric", "gabriel", "georges", "gérard", "gilles", "grégory", "guillaume", "guy", "henri", "hervé", "hugo", "jacques", "jean",
        "jérôme", "joseph", "julien", "laurent", "louis", "luc", "lucas", "manuel", "marc", "marcel", "martin", "mathieu", "matthieu", "maurice",
        "maxime", "michel", "nicolas", "noé", "olivier", "pascal", "patrick", "paul", "philippe", "pierre", "rené", "richard", "robert", "romain",
        "sébastien", "serge", "simon", "stéphane", "sylvain", "théo", "thierry", "thomas", "vincent", "xavier", "yann", "yves", "yvan", "adam",
        "alan", "albert", "alex", "andrew", "anthony", "barry", "ben", "bill", "bob", "brian", "carl", "chris", "colin", "craig", "dan", "dave",
        "dennis", "donald", "edward", "eric", "frank", "gary", "george", "gordon", "graham", "greg", "harry", "howard", "ian", "jack", "james",
        "jason", "jeff", "jeremy", "jerry", "jim", "joe", "john", "jonathan", "jordan", "josh", "justin", "keith", "ken", "kevin", "larry", "leo",
        "mark", "matt", "matthew", "michael", "mike", "neil", "nick", "oliver", "patrick", "peter", "phil", "ray", "roger", "ronald", "roy", "ryan",
        "sam", "scott", "sean", "stephen", "steve", "steven", "stuart", "tim", "tom", "tony", "walter", "william", "ahmed", "ali", "hassan",
        "ibrahim", "mohamed", "mohammed", "mustafa", "omar", "carlos", "diego", "fernando", "jorge", "josé", "juan", "luis", "pedro", "giovanni",
        "giuseppe", "mario", "hans", "karl", "jürgen", "wolfgang", "vladimir", "dmitri", "sergei", "ivan", "igor"
    ]
)
_WOMEN = frozenset(
    [
        "agnès", "alice", "amélie", "anne", "annie", "audrey", "aurélie", "béatrice", "brigitte", "camille", "caroline", "catherine", "cécile",
        "céline", "chantal", "charlotte", "christelle", "christine", "claire", "clémentine", "corinne", "delphine", "élisabeth", "élise", "émilie",
        "emma", "estelle", "eva", "florence", "françoise", "geneviève", "hélène", "inès", "isabelle", "jacqueline", "jeanne", "jessica",
        "joséphine", "julie", "juliette", "karine", "laetitia", "laura", "laure", "laurence", "léa", "louise", "lucie", "madeleine", "manon",
        "margaux", "marguerite", "marie", "marine", "marion", "martine", "mathilde", "mélanie", "monique", "nadine", "nathalie", "nicole", "odile",
        "pauline", "rose", "sabine", "sandra", "sandrine", "sarah", "ségolène", "simone", "sophie", "stéphanie", "suzanne", "sylvie", "valérie",
        "véronique", "virginie", "yvonne", "zoé", "amanda", "amy", "angela", "ann", "anna", "annie", "barbara", "betty", "carol", "carolyn",
        "catherine", "cheryl", "christina", "cynthia", "deborah", "diane", "donna", "dorothy", "elizabeth", "ellen", "emily", "emma", "hannah",
        "heather", "helen", "jane", "janet", "jennifer", "jenny", "jill", "joan", "julia", "karen", "kate", "katherine", "kathleen", "kelly", "kim",
        "laura", "linda", "lisa", "liz", "lucy", "lynn", "margaret", "maria", "marilyn", "martha", "mary", "megan", "melissa", "michelle", "nancy",
        "olivia", "pamela", "patricia", "rachel", "rebecca", "ruth", "samantha", "sandra", "sarah", "sharon", "shirley", "stephanie", "susan",
        "teresa", "theresa", "tracy", "vanessa", "victoria", "fatima", "aïcha", "khadija", "maría", "carmen", "giulia", "paola", "olga", "irina",
        "svetlana", "ursula", "ingrid"
    ]
)


_RANK = re.compile(
    r"^(?:(?:ancien(?:ne)?|vice-|premi(?:er|ère)|prime|former|le|la|l'|the)[ -]?)*(?:président|ministre|secrétaire|cardinal|sénat(?:eur|rice)|député|maire|pape|roi|reine|prince(?:sse)?|général|colonel|professeur|docteur|monseigneur|mgr|"
    r"president|minister|secretary|senator|representative|governor|mayor|pope|king|queen|general|colonel|professor|dr|mr|mrs|ms|m|mme|sir|lord|lady|justice|judge|chancellor)\w*\.?"
    r"(?:(?: d[eu]s?(?: la)?| d'| l')? ?[A-ZÀ-Þ][\w-]+)*? (?-i:(?=[A-ZÀ-Þ][\w'’-]+(?: (?:de |d'|du |von |van |al-|el-|ben )?[A-ZÀ-Þ][\w'’-]+)?$))",
    re.IGNORECASE,
)


class Person(NamedTuple):
    """An actor at one place of the text. kind: place and body as actors, too."""

    span: Span
    name: str
    kind: Kind
    gender: Gender | None


def people(text: Text, parsed: Sequence[Parsed], actors: Sequence[Actor] | None) -> list[Person]:
    """Every mention of an actor, in order, with its fullest name."""
    found = list(_of_actors(text, actors)) if actors is not None else _of_model(text, parsed)
    return sorted(found, key=lambda each: each.span)


def _of_actors(text: Text, actors: Iterable[Actor]) -> Iterable[Person]:
    for actor in actors:
        gender = _gender(text, actor.name, actor.mentions) if actor.kind == "person" else None
        yield from (Person(span, actor.name, actor.kind, gender) for span in actor.mentions)


def _of_model(text: Text, parsed: Sequence[Parsed]) -> list[Person]:
    mentions = [(each.span(entity), _KINDS[entity.label_]) for each in parsed for entity in each.doc.ents if entity.label_ in _KINDS and entity.text[:1].isupper()]
    mentions = [(_past_rank(text, span) if kind == "person" else span, kind) for span, kind in mentions]
    persons = {text.words[slice(*span)] for span, kind in mentions if kind == "person"}
    by_name: dict[str, list[Span]] = {}
    kinds: dict[str, Kind] = {}
    for span, kind in mentions:
        name = _fullest(text.words[slice(*span)], persons)
        by_name.setdefault(name, []).append(span)
        kinds[name] = "person" if name in persons else kind
    genders = {name: _gender(text, name, spans) if kinds[name] == "person" else None for name, spans in by_name.items()}
    return [Person(span, name, kinds[name], genders[name]) for name, spans in by_name.items() for span in spans]


def _past_rank(text: Text, span: Span) -> Span:
    """A name's mention without the rank before it."""
    rank = _RANK.match(text.words[slice(*span)])
    return Span(span.start + rank.end(), span.end) if rank else span


def _fullest(name: str, names: Iterable[str]) -> str:
    """The one longer name that ends as a name does; the name itself where there are several or none."""
    longer = {each for each in names if each.endswith(" " + name)}
    return longer.pop() if len(longer) == 1 else name


def _gender(text: Text, name: str, spans: Iterable[Span]) -> Gender | None:
    first = re.split(r"[ -]", name.lower())[0]
    if first in _MEN or first in _WOMEN:
        return "m" if first in _MEN else "f"
    for span in spans:
        title = _TITLE.search(text.words[max(0, span.start - 70) : span.start].split(",")[-1])
        if title:
            return "m" if title.group(1) else "f"
    return None
