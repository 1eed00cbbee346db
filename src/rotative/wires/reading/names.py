"""What the class, id, role or tag of an element says of its contents."""

import re
from functools import lru_cache

from lxml.html import HtmlElement

_KINDS = {
    "hidden": "visually-hidden visuallyhidden sr-only screen-reader screen-reader-text offscreen d-none element-invisible assistive",
    "comments": "comment comments commentaire commentaires commentlist disqus respond replies reponses discussion reactions forum "
    "livefyre coral hyvor remark42 viafoura openweb spot-im",
    "share": "share sharing shares sharer partage partager partages social socials addtoany a2a addthis sharedaddy rrss reseaux "
    "reseaux-sociaux follow follow-us suivez suivez-nous addtocalendar bookmark gift",
    "related": "related relateds recommend recommended recommendation recommendations recirc recirculation also-like readmore read-more "
    "read-also lire-aussi alire a-lire voir-aussi see-also more-stories more-from more-on similar similaires meme-sujet outbrain "
    "taboola next-article prev-next post-navigation nav-links pagination pager teaser teasers onward yarpp jp-relatedposts "
    "crp-related associes encadre-liens navigation-post suggestions inread-link",
    "latest": "latest derniers dernieres most-read most-popular most-viewed mostread plus-lus plus-lu popular populaires trending "
    "tendances top-stories fil-info ticker breaking flash-info en-continu",
    "newsletter": "newsletter newsletters signup sign-up subscribe subscription subscribe-widget abonnement abonnez abo inscription mailing "
    "optin mc-embed mailchimp infolettre",
    "appeal": "donate donation donations don dons soutien soutenir soutenez support-us appeal appel contribute contribution membership "
    "cta patreon tipeee kofi adhesion fundraising dona cagnotte",
    "advertisement": "ad ads adv advert adverts advertisement advertising adslot ad-slot adsbygoogle dfp gpt pubs publicite sponsor sponsored "
    "sponsors promo promos promotion promoted banner banniere billboard mpu sponsorise native-ad advertorial partner-content",
    "menu": "nav navbar navigation menu menus breadcrumb breadcrumbs ariane fil-ariane filariane topbar skip skip-link burger megamenu "
    "sitemap subnav site-footer sitefooter page-footer pied pied-page piedpage footer colophon toc table-of-contents sommaire "
    "toolbar tools outils copyright legal masthead search recherche searchform lang-switcher language-switcher links",
    "panel": "sidebar side-bar widget widgets rail right-rail right-col colonne-droite colonne-gauche sidecol aside complementary poll sondage "
    "weather meteo horoscope jeux events agenda modal popup popin overlay lightbox interstitial notice-bar player audio-player",
    "cookies": "cookie cookies consent gdpr rgpd cmp onetrust didomi axeptio tarteaucitron",
    "account": "login signin sign-in connexion paywall regwall account user-menu",
    "counter": "counter counters compteur compteurs like likes likers likebox votes fans share-count reading-time readtime temps-lecture "
    "read-time view-count popularity facepile",
    "author box": "author-bio author-box authorbox author-card author-description about-author about-the-author post-author-bio auteur-bio "
    "biographie author-info",
    "topics": "mots tags tag-list taglist post-tags entry-tags tags-links tagcloud mots-cles keywords article-tags topics topic-list etiquettes "
    "field-name-field-tags field--name-field-tags",
}
_ONE_WORD = {name: kind for kind, names in _KINDS.items() for name in names.split() if "-" not in name}
_MANY_WORDS = {name: kind for kind, names in _KINDS.items() for name in names.split() if "-" in name}
_ROLES = {
    "navigation": "menu",
    "banner": "menu",
    "contentinfo": "menu",
    "search": "menu",
    "complementary": "panel",
    "dialog": "panel",
    "alertdialog": "panel",
    "menu": "menu",
    "menubar": "menu",
    "toolbar": "share",
    "tooltip": "hidden",
}
_TAGS = {"nav": "menu", "footer": "menu", "aside": "panel", "menu": "menu", "dialog": "panel", "form": "form"}
_EXCUSED = re.compile(
    r"^(elementor|has-|is-|no-|with-|wp-block-(group|column|columns|cover|post-content|template)|"
    r"js-|t-|u-|single-|category-|tag-|post-\d|hentry|format-|type-|status-|sqs-|theme-)|(open|closed|enabled|disabled)$"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def kind_by_name(element: HtmlElement) -> str | None:
    """The kind of noise that the element's tag, role, class or id announces."""
    if element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "").lower():
        return "hidden"
    role = _ROLES.get(element.get("role", "").lower())
    return (
        role
        or _of_names(f"{element.get('class', '')} {element.get('id', '')} {element.get('data-component', '')}"[:1000])
        or _TAGS.get(str(element.tag))
    )


def has_word(element: HtmlElement, *wanted: str) -> bool:
    """Whether one of these words is in the element's class, id or item name."""
    said = f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')} {element.get('data-testid', '')}"
    return not set(_split(said[:1000])).isdisjoint(wanted)


def _split(names: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", _CAMEL.sub("-", names).lower())


@lru_cache(maxsize=8192)
def _of_names(names: str) -> str | None:
    return next((kind for kind in map(_of_name, names.split()) if kind), None)


def _of_name(name: str) -> str | None:
    level = "-".join(_split(name))
    if _EXCUSED.search(level):
        return None
    padded = f"-{level}-"
    many = next((kind for known, kind in _MANY_WORDS.items() if f"-{known}-" in padded), None)
    return many or next((_ONE_WORD[word] for word in level.split("-") if word in _ONE_WORD), None)
