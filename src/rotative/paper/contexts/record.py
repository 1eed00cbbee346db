"""The pages of the record: who said what, who is who, where each party stands."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rotative.paper.contexts.page import Page
from rotative.paper.parts import Feed, Html, Link, Pager, Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said, as pages show it; its template is ``record/said.html``.

    who: a name, or how the text describes a source without one. act: a verb ("denies"), nothing where none fits. said: the
    words, set, ``language`` when it is not the page's; ``is_quoted`` when they stand between marks. source: how we know,
    ``named``, ``unnamed`` or ``second-hand``; ``is_unnamed`` of one at second hand too. via, addressee, place: as the text
    names them, or nothing. when: when it was said, ``until`` when over several days; where the text does not say
    (``is_dated``), when it was published. hearsay: the text keeps its distance. url: an address of its own. passage: where the words stand
    in the story, nothing for a draft. id: its name on a page to whose text it belongs. denials: what denies it, of which
    readers may see as much; ``is_denial`` for one whose act says so.
    """

    number: int
    who: str
    act: str
    said: str
    source: str
    url: str
    passage: str = ""
    who_url: str = ""
    role: str = ""
    via: str = ""
    addressee: str = ""
    place: str = ""
    hearsay: bool = False
    is_unnamed: bool = False
    id: str = ""
    language: str = ""
    is_quoted: bool = False
    is_denial: bool = False
    when: date | None = None
    until: date | None = None
    is_dated: bool = False
    story: Link | None = None
    denials: Sequence[Said] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a fact-check checks, and what it found. step: of five, 1 is false and 5 is true; 0 where nobody can tell.

    url: where it was said.
    """

    claim: str
    by: str
    verdict: str
    step: int
    when: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class SaidIn:
    """Who says what in a story, in the order of its text."""

    statements: Sequence[Said]

    @property
    def count(self) -> int:
        """How many statements, those that deny others among them; one that denies two counts once."""
        return len(self.by_number)

    @property
    def by_number(self) -> dict[int, Said]:
        return {said.number: said for said in self._every()}

    @property
    def sources(self) -> set[str]:
        """How we know what is told: a legend explains the marks that are shown."""
        return {said.source for said in self._every()}

    @property
    def spread(self) -> Sequence[tuple[Said, bool]]:
        """Each, and whether it goes across both columns of a desk: a claim with its denial, and one that no other would stand beside."""
        wide: list[bool] = []
        for number, said in enumerate(self.statements):
            is_last = number + 1 == len(self.statements) or bool(self.statements[number + 1].denials)
            beside = len(wide) - (max((at for at, each in enumerate(wide) if each), default=-1) + 1)
            wide.append(bool(said.denials) or (is_last and beside % 2 == 0))
        return list(zip(self.statements, wide, strict=True))

    def _every(self) -> Iterator[Said]:
        for said in self.statements:
            yield from (said, *said.denials)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage(Page):
    """A statement by itself.

    passage: the lines around the words, in which they are marked; card: its story's, in the row form. denied: what it denies.
    address: whole, for who quotes it; citation: who, what, where and when in a line, to be taken over.
    """

    template: ClassVar[str] = "record/statement.html"

    said: Said
    passage: Html = ""
    card: Html = ""
    denied: Sequence[Said] = ()
    address: str = ""
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """Somebody or something, with a number of stories; without an address where readers find no page."""

    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Tenure:
    """What an actor is or was, and when ("since 2019"); nothing where nobody knows."""

    role: str
    years: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """On how many points of a text an actor stands how, in its last ``version``."""

    text: str
    url: str
    points: int
    version: str = ""
    accepts: int = 0
    conditional: int = 0
    rejects: int = 0
    silent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage(Page):
    """Who an actor is, what they said, in what they are. An older page, by its ``pager``, holds statements only.

    kind: a word ("Person"). portrait: its picture. role: the present one. are_said: whether editors dated the roles; else stories call them so.
    said: the newest first, a claim before what denies it. json_url: the same for programs.
    """

    template: ClassVar[str] = "record/actor.html"

    name: str
    kind: str
    portrait: Picture | None = None
    role: str = ""
    other_names: Sequence[str] = ()
    wikidata_url: str = ""
    statements: int = 0
    stories: int = 0
    denials: int = 0
    roles: Sequence[Tenure] = ()
    are_said: bool = False
    positions: Sequence[Stands] = ()
    said: Sequence[Said] = ()
    pager: Pager = Pager()
    company: Sequence[Counted] = ()
    dossiers: Sequence[Counted] = ()
    feeds: Sequence[Feed] = ()
    json_url: str = ""
    report_error_url: str = ""
