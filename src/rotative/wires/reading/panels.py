"""Panels known by their title: related stories, latest, most read, comments, appeals."""

import itertools
import re

from lxml.html import HtmlElement

from . import noise
from .lines import Line
from .wording import is_prose, key, words

_TITLES = {
    "related": r"(cela|ca|ces articles|ceci)? ?(peut|pourrait|devrait|pourraient|peuvent) (aussi |egalement )?vous (interesser|plaire).{0,20}|"
    r"vous (aimerez|pourriez|allez|apprecierez|devriez)\b.{0,40}|vous avez aime.{0,40}|(si vous avez|ceux qui ont) (aime|lu).{0,50}|"
    r"(nos |les |d'autres |autres )?(articles?|sujets?|contenus?|lectures?) (similaires?|lies?|lies|associes?|connexes?|recommandee?s?|sur le meme.{0,20})|"
    r"(sur|dans) (le|la|les) memes? (sujet|theme|thematique|rubrique|categorie|dossier)s?|du meme auteur|(dans|sur) ce dossier|"
    r"(a |et )?lire (aussi|egalement|ensuite|dans .{0,30})|a (lire|voir|decouvrir|suivre)( .{0,30})?|lire aussi|a la une( .{0,20})?|a ne pas manquer|"
    r"(nos |notre )?(recommandations?|selection.{0,25}|suggestions?)|recommandes? pour vous|pour aller plus loin|plus d'articles.{0,40}|(les )?autres articles.{0,30}|"
    r"(you )?(may|might|will|'ll|could) (also )?(like|be interested|enjoy|love).{0,30}|you'll also like.{0,10}|people also (read|liked)|"
    r"related( .{0,25})?|more (stories|articles|news|posts)( .{0,30})?|more (from|on|in|like|about) .{0,40}|more|(recommended|suggested|picked|chosen)( .{0,25})?|"
    r"(read|up|what to read|watch) next|next up|keep reading|continue reading|see also|read also|also read|also (in|on) .{0,40}|don't miss|editors?'? ?s?'? (picks|choice)|"
    r"(from|by) our (partners|sponsors)|sponsored( .{0,20})?|contenus? sponsorises?.{0,20}|around the web|ailleurs sur le web|elsewhere on .{0,30}|"
    r"dans la meme rubrique.{0,20}|explore more.{0,20}|discover more.{0,30}|essential reading|further coverage",
    "latest": r"(les |nos |toutes les )?(derniers|dernieres|dernieres|derniere) (articles|infos?|informations|actus?|actualites?|nouvelles|depeches|publications|minutes?|heure|editions?|numeros?).{0,25}|"
    r"(en direct|en continu|fil info|fil actu|le fil( .{0,20})?|flash( info)?|l'actu.{0,20}|breves)|(the )?latest( .{0,25})?|breaking( news)?|just in|"
    r"(les |articles |nos )*(plus|\+) (lus|lues|vus|vues|populaires|partages|commentes|recents|consultes|aimes)( .{0,25})?|(the |our )?(most|best) (read|popular|viewed|shared|commented|watched)( .{0,25})?|"
    r"(now )?trending( .{0,15})?|popular( .{0,20})?|top (articles|stories|news|posts|10|5)( .{0,15})?|tendances|populaires|(recent|featured|new) (posts|stories|articles|news)|"
    r"le top.{0,20}|(what's|in the) (hot|news)|meteo.{0,20}|weather.{0,20}|horoscope|jeux|games|puzzles|agenda",
    "comments": r"(vos |les |tous les |voir les |lire les )?commentaires?( ?[(:]? ?\d+\)?| de (nos|vos) lecteurs| recents.{0,10})?|\(?\d+\)? (commentaires?|comments?|reponses?|reactions?|thoughts? on .*|repl(y|ies))( .{0,80})?|"
    r"(reader |view |show |your |all )?comments?( ?[(:]? ?\d+\)?| are closed.{0,5}| section| policy)?|"
    r"(laisse[rz]|ajoute[rz]|ecri(re|vez)|poste[rz]|publie[rz]|depose[rz]) (un|votre|une) (commentaire|reponse|avis|reaction).{0,20}|"
    r"(leave|add|write|post) (a|your) (reply|comment|response).{0,30}|join the (conversation|discussion|debate).{0,20}|have your say|"
    r"commente[rz] (cet?|l'|cette) ?.{0,20}|(participe[rz]|rejoigne[rz]|prene[rz]|poursuive[rz]).{0,20}(discussion|debat|conversation).{0,20}|donnez votre avis.{0,20}|votre avis.{0,30}|"
    r"(soyez|sois) l[ea] premiere? a .{0,30}|be the first to .{0,30}|(re)?agir a cet article|reagissez.{0,30}|vos reactions|reactions \(?\d+\)?|your (views|thoughts|opinion)",
    "weak comments": r"reactions?|discussion|reagir|le debat|forum|conversation",
    "donations": r"(soutenez|soutenir|aidez)[- ]?(nous|notre|le journal|l'info|la presse|[^.]{0,20}independan).{0,60}|faire un don.{0,40}|nous soutenir|appel (aux|a) dons?.{0,30}|"
    r"(support|fund) (us|our|independent|the|quality|local).{0,50}|donate.{0,30}|why (donate|support).{0,30}|pourquoi (donner|nous soutenir).{0,20}",
    "newsletter": r"(notre |la |nos )?(newsletters?|infolettres?|lettres? d'information)( .{0,60})?|(our |free |daily |the )+newsletters?.{0,60}|restez informe.{0,60}|stay (informed|in the loop|up to date|connected).{0,40}",
    "search": r"(recherche|rechercher|search)( .{0,25})?|rubriques?|sections|menu|navigation|archives?|suivez[- ]nous.{0,30}|nous suivre|retrouvez[- ]nous.{0,40}|follow us.{0,30}|find us on.{0,20}|connect with us|"
    r"nos (applications?|applis?|reseaux).{0,20}|partenaires|our partners|a propos de l'auteur|about the author.{0,10}|l'auteur|the author|"
    r"(l'application|telecharge).{0,40}|services|liens utiles|useful links|informations|company|entreprise|le journal",
    "topics": r"(tags?|mots[- ]cles?|themes?|thematiques|sujets?|topics?|etiquettes?|keywords?|(filed|posted) (under|in)|classe dans|dossiers?|en lien|(a propos de |sur )ces? (theme|sujet)s?|explore topics|more on these topics|related topics) ?:?",
}
_PATTERNS = [
    (kind, re.compile(r"[^a-z0-9]{0,4}(" + pattern + r")[^a-z0-9()]{0,4}")) for kind, pattern in _TITLES.items()
]
FOR_GOOD = ("comments",)


def kind_of_title(line: Line) -> str | None:
    """Which panel this line opens, if it reads like the title of one."""
    level = key(line.text)
    if len(level) > 90 or line.kind == "item" and line.node is not None:
        return None
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(level)), None)


def mark(lines: list[Line], start: int, guarded: set[HtmlElement]) -> None:
    """Give a reason to the lines of every panel that opens after `start`."""
    at = start
    while at < len(lines):
        kind = kind_of_title(lines[at]) if lines[at].free else None
        end = _end(lines, at, kind, guarded) if kind and not _is_weak(lines, at, kind) else at
        for line in lines[at:end]:
            line.reason = line.reason or kind
        at = max(end, at + 1)


def _is_weak(lines: list[Line], at: int, kind: str) -> bool:
    """“Réactions” is a cross-head as well as a panel: what follows decides."""
    ahead = lines[at + 1 : at + 4]
    if kind == "weak comments":
        free = [line for line in lines[at + 1 : at + 12] if line.free]
        return _is_running(free[:1], 1) or not any(
            noise.reason(line.text) in ("account", "time", "counter") for line in ahead
        )
    return kind in ("related", "latest", "search", "topics") and _is_running(ahead[:2])


def _is_running(ahead: list[Line], count: int = 2) -> bool:
    return len(ahead) == count and all(
        line.free and is_prose(line.text) and line.linked < 0.5 and not noise.reason(line.text) for line in ahead
    )


def _end(lines: list[Line], at: int, kind: str, guarded: set[HtmlElement]) -> int:
    """The panel is the element that its title opens; without one, what follows like it."""
    own = _own_element(lines, at, guarded)
    if own is not None:
        return next((n for n in range(at + 1, len(lines)) if own not in lines[n].within), len(lines))
    return _flat_end(lines, at, "comments" if kind == "weak comments" else kind)


def _own_element(lines: list[Line], at: int, guarded: set[HtmlElement]) -> HtmlElement | None:
    """The largest element that begins with this title and holds more than it."""
    title, before = lines[at], lines[at - 1] if at else None
    own = None
    for element in title.within:
        if element in guarded or (before is not None and element in before.within):
            break
        if at + 1 < len(lines) and element in lines[at + 1].within:
            own = element
    return own


def _flat_end(lines: list[Line], at: int, kind: str) -> int:
    if kind in FOR_GOOD:
        return len(lines)
    if kind == "topics":
        return next((n for n in range(at + 1, len(lines)) if len(lines[n].text) > 40), len(lines))
    said = set(
        word for line in lines[:at] if line.free and is_prose(line.text) for word in words(line.text) if len(word) > 5
    )
    if is_one_link(lines, at):
        return at + 2
    for n in range(at + 1, len(lines)):
        if _resumes(lines, n, at, said):
            return _with_cross_head(lines, at, n)
    return len(lines)


_LABEL = re.compile(
    r"\W*((a )?(lire|voir|relire|ecouter)( aussi| egalement)?|(read|see|watch)( also| more| next)?|also read)\W*"
)


def is_one_link(lines: list[Line], at: int) -> bool:
    """“Lire aussi”, one title, and the text again: a list, a closed sentence, or a cross-head and prose."""
    if (
        at + 2 >= len(lines)
        or not _LABEL.fullmatch(key(lines[at].text))
        or not lines[at + 1].free
        or is_prose(lines[at + 1].text)
    ):
        return False
    line, after = (
        lines[at + 2],
        [other for other in lines[at + 3 : at + 12] if other.free and not noise.reason(other.text)][:2],
    )
    ends_here = not after or kind_of_title(after[0]) is not None or not lines[at + 3].free
    if not line.free or noise.reason(line.text) or kind_of_title(line) not in (None, "weak comments"):
        return False
    if _is_closed(line):
        return (
            lines[at + 1].linked > 0.8 and line.linked < 0.2 or ends_here or _is_text(after[0]) or _is_closed(after[0])
        )
    marked = line.kind == "heading" and line.linked < 0.2
    return len(line.text) <= 90 and len(after) == 2 and all(map(_is_text, after[: 1 if marked else 2]))


def _is_closed(line: Line) -> bool:
    return line.kind == "item" or len(line.text) > 25 and line.text.rstrip(' »”"').endswith(".")


def _resumes(lines: list[Line], n: int, at: int, said: set[str]) -> bool:
    """The text goes on: two lines of it in a row; or a lone one, well tied to what was said."""
    line = lines[n]
    if not _is_running([line], 1) or line.text.endswith(("…", "...", "?")):
        return False
    ahead = [other for other in lines[n + 1 : n + 40] if other.free and not noise.reason(other.text)]
    stretch = [line, *itertools.takewhile(lambda other: kind_of_title(other) is None, ahead)]
    if any(_is_text(one) and _is_text(two) for one, two in itertools.pairwise(stretch[:12])):
        return True
    tied = len(said & set(words(line.text)))
    if len(stretch) <= 2:
        return n - at <= 3 and (tied >= 2 or len(line.text) >= 160)
    return tied >= 3 or sum(len(one.text) for one in stretch if _is_text(one)) > 200 * sum(map(_is_text, stretch))


def _is_text(line: Line) -> bool:
    """Prose, a quotation, or an item of a list: not the title of another story."""
    bare = line.text.rstrip(' »”"')
    return line.linked < 0.5 and (line.kind in ("item", "quotation") or is_prose(line.text) and not bare.endswith("?"))


def _with_cross_head(lines: list[Line], at: int, n: int) -> int:
    """A title just before the prose is its cross-head when it is marked or shorter than those of the panel."""
    before, titles = lines[n - 1], [line.text for line in lines[at + 1 : n - 1]]
    if n - 1 <= at or before.linked > 0.5 or is_prose(before.text):
        return n
    usual = sorted(map(len, titles))[len(titles) // 2] if titles else 0
    return n - 1 if before.kind == "heading" and titles or len(before.text) < 0.7 * usual else n
