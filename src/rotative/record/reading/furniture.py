"""Lines that a page has around its story: menus, buttons, credits, links to other stories, consent, comments. French and English."""
from __future__ import annotations

import re

from rotative.record.reading.dateline import MONTH_NAMES

_LONGEST = 160
_LONGEST_CONSENT = 800
_MARK = re.compile(r"[\s#*•·|>»›→▶▸:–—-]+")

_ALWAYS = re.compile(
    r"""(?:
    (?:à\s)?lire\s(?:aussi|également|plus|la\ssuite|notre)\b.*|à\slire\b(?:\s(?:sur|aussi|ailleurs).*)?|(?:à\s)?voir\saussi\b.*|sur\sle\smême\s(?:sujet|thème)\b.*|pour\saller\splus\sloin
    |(?:nos|les)\sautres\sarticles.*|(?:articles?|contenus?)\s(?:liés?|associés?|similaires|recommandés?)\b.*|les\splus\s(?:lus|partagés|commentés)|vous\saimerez\saussi.*|dans\sla\smême\srubrique
    |partager?(?:\s(?:sur|cet?|l'article|par|via)\b.*)?|partagez\b.*|envoyer\s(?:par|à\sun)\b.*|imprimer(?:\s.*)?|copier\sle\slien|écouter(?:\sl'article)?|suivez-nous\b.*|nous\ssuivre.*
    |(?:facebook|twitter|linkedin|whatsapp|messenger|pinterest|telegram|bluesky|mastodon|instagram|reddit|youtube|courriel|e-?mail|threads|digg|tumblr|flipboard|x)[\s,.]*
    |(?:s'|je\sm'|me\s)?abonner?\b.*|abonnez-vous\b.*|(?:réservé|article\sréservé)\saux\sabonnés.*|se\s(?:dé)?connecter|connexion|s'inscrire.*|inscrivez-vous\b.*|mon\scompte|créer\sun\scompte
    |newsletters?|(?:notre\s)?(?:lettre\sd'information|infolettre).*|faire\sun\sdon|soutenez-nous.*
    |(?:temps\sde\slecture|lecture)\s?:?\s?\d+\s?min.*|\d+\smin(?:utes?)?\s(?:de\slecture|read)
    |(?:publié|mis\sà\sjour|modifié|posté|mise\sà\sjour)\s(?:le|à|il\sy\sa|hier|aujourd'hui|par|:).*
    |(?:crédits?|copyright|©|\(c\)|photos?\s?[:/©]|photographie\s?:|image\s?:|illustration\s?:|infographie\s?:|vidéo\s?:|légende\s?:).*
    |.{0,80}(?:©|\(c\)|/\s?(?:afp|reuters|ap|epa|getty(?:\simages)?|sipa)\b).{0,40}
    |(?:tags?|mots[\s-]clés|thèmes?|étiquettes?|rubriques?|catégories?|sujets)\s?:.*
    |\d*\s?commentaires?(?:\s?\(?\d+\)?)?|(?:laisser|ajouter|écrire|poster|voir\sles|lire\sles)\s(?:un\s|une\s)?(?:commentaires?|réponse)s?.*|réagir(?:\sà\scet\sarticle)?|signaler\s(?:une\serreur|un\sabus).*
    |mentions\slégales.*|politique\sde\s(?:confidentialité|cookies).*|conditions\s(?:générales|d'utilisation).*|tous\sdroits\sréservés.*|plan\sdu\ssite|gérer\s(?:les|mes)\scookies|données\spersonnelles
    |haut\sde\s(?:la\s)?page|retour\sen\shaut|aller\sau\scontenu.*|menu|fermer|rechercher|recherche|accueil|publicité|annonce|la\ssuite\saprès\s(?:cette|la)\spublicité|nous\scontacter|contact(?:ez-nous)?
    |tout\s(?:accepter|refuser)|accepter(?:\set\s.*)?|refuser|continuer\ssans\saccepter.*|paramétrer.*
    |read\s(?:more|also|next)\b.*|see\salso\b.*|related(?:\s(?:articles|stories|topics|content))?\s?:?.*|more\s(?:on\sthis\sstory|stories|from)\b.*|most\s(?:read|popular|viewed).*|recommended(?:\sfor\syou)?|you\smay\salso\slike.*
    |share(?:\s(?:this|on|via|article)\b.*)?|print(?:\sthis.*)?|copy\slink|listen(?:\sto\sthis\sarticle)?|follow\sus.*|subscribe\b.*|sign\s(?:in|up|out)\b.*|log\s?(?:in|out)|my\saccount|register|donate
    |(?:published|updated|posted|last\s(?:updated|modified))\s?(?:on|at|:|\d).*|(?:photo(?:graph)?|image|picture|credit|video|caption)\s?:.*|(?:topics|keywords|filed\sunder|categories)\s?:.*
    |\d*\s?comments?(?:\s?\(?\d+\)?)?|(?:leave|add|post|view|read)\s(?:a\s|the\s|all\s)?comments?.*|report\san\serror.*|privacy\spolicy|terms\s(?:of\s(?:use|service)|and\sconditions)|all\srights\sreserved.*|cookie\s(?:policy|settings)
    |back\sto\stop|skip\sto\s(?:main\s)?content|close|search|home|advertisement|contact(?:\sus)?|about\sus|accept(?:\sall.*)?|reject\sall|manage\s(?:cookies|preferences)
    )\Z""",
    re.X | re.I,
)
_LABEL = re.compile(r"(?:(?:à\s)?lire\s(?:aussi|également)|(?:voir|see)\saussi|see\salso|read\s(?:more|also|next)|sur\sle\smême\ssujet)\s?:|crédits?\s?:|copyright|©|\(c\)|tous\sdroits|all\srights|photos?\s?[:/©]", re.I)
_CONSENT = re.compile(r"\bcookies?\b.*\b(?:accept|refus|consent|partenaires|partners|navigation|préférences|preferences|utilis|use)|\b(?:accept|refus|consent|utilis|use)\w*\b.*\bcookies?\b", re.I)
_COMMENTS = re.compile(r"\d*\s?(?:commentaires?|comments?|réactions?|vos\s(?:commentaires|réactions)|discussion)(?:\s?\(?\d+\)?)?\s?:?\Z", re.I)
_OTHERS = re.compile(
    r"(?:à\slire\s(?:aussi|également)|lire\saussi|(?:voir|see)\saussi|see\salso|sur\sle\smême\s(?:sujet|thème)|(?:articles?|contenus?)\s(?:liés?|associés?|similaires|recommandés?)|les\splus\s(?:lus|partagés|commentés)"
    r"|dans\sla\smême\srubrique|nos\sautres\sarticles|related(?:\s(?:articles|stories|topics))?|read\snext|more\s(?:on\sthis\sstory|stories)|most\s(?:read|popular|viewed)|recommended(?:\sfor\syou)?)\s?:?\Z",
    re.I,
)
_MONTHS = "|".join(MONTH_NAMES)
_DATE = re.compile(
    rf"(?:le\s|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mon|tues|wednes|thurs|fri|satur|sun)\w*,?\s)*(?:\d\d?(?:er|st|nd|rd|th)?\s(?:{_MONTHS})|(?:{_MONTHS})\s\d\d?,?|\d\d?/\d\d?/|\d{{4}}-\d\d-)\s?\d*"
    r"(?:\s?[,àa@|•·–-]*\s?(?:at\s)?\d\d?\s?[:h]\s?\d\d(?:\s?(?:am|pm))?)?[\s.–—-]*\Z",
    re.I,
)
_BYLINE = re.compile(r"(?:par|by|propos\srecueillis\spar|texte\s?:|de\snotre\s(?:correspondante?|envoyée?\sspéciale?))\s[A-ZÀ-Ý][\w'’.-]+(?:[\s,]+(?:et|and|avec|with|de|du|[A-ZÀ-Ý][\w'’.-]*))*(?:\s?[,(|–-].{0,60})?\Z", re.I)


def is_furniture(line: str) -> bool:
    """Whether a line is of no story, wherever it stands."""
    bare = _bare(line)
    if len(bare) <= _LONGEST_CONSENT and _CONSENT.search(bare):
        return True
    return len(bare) <= _LONGEST and bool(_ALWAYS.match(bare)) and (bool(_LABEL.match(bare)) or not _is_sentence(bare))


def _is_sentence(bare: str) -> bool:
    """Whether it reads as a sentence of a story: "Publié le 3 mars, le rapport dénonce la pêche."."""
    return len(bare.split()) > 5 and bare[-1] in ".!?"


def is_page_line(line: str) -> bool:
    """Whether a line is of no story where it stands in a page: a date, a byline."""
    bare = _bare(line)
    return len(bare) <= _LONGEST and bool(_DATE.match(bare) or _BYLINE.match(bare))


def opens_comments(line: str) -> bool:
    """Whether what follows is by readers."""
    return bool(_COMMENTS.match(_bare(line)))


def opens_other_stories(line: str) -> bool:
    """Whether links to other stories follow."""
    return bool(_OTHERS.match(_bare(line)))


def _bare(line: str) -> str:
    """A line with straight apostrophes and without the signs of lists and buttons around it."""
    return re.sub(r"\s+", " ", _MARK.sub(" ", line[:1], count=1).strip() + line[1:].replace("’", "'")).strip(" #*•·|>›→▶▸-–—")
