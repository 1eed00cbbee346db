"""What a line of a page is, when it is no part of the story: told by its words."""

import re

from .wording import ends_a_sentence, key

_SHARE_WORDS = (
    "partager partagez partage partages share shares sharing tweet tweeter tweetez imprimer print facebook twitter x linkedin whatsapp "
    "telegram bluesky mastodon reddit pinterest messenger sms instagram youtube tiktok threads flipboard pocket viber email courriel "
    "mail e copier copy envoyer send enregistrer save sauvegarder favoris favori bookmark rss google actualites news"
)
_SHARE = set(_SHARE_WORDS.split())
_SHARE_SMALL_WORDS = (
    "sur on par via by cet cette article ce this the le la lien link url story page with avec vos amis friends a un une an in "
    "dans mes my and et to d l our nos flux feed les ajouter add suivre follow preferred source"
)
_SHARE_SMALL = set(_SHARE_SMALL_WORDS.split())
_SHARE_PLAIN = re.compile(
    r"(offrir|gift)( (cet|this|un|an) article)?|(ecouter|listen)( (a|l'|cet|to|this).{0,40})?|taille du texte|"
    r"a\s?[+-]( ?/? ?a\s?[+-])?|zoom|(partage|share)[rz]?\b.{0,80}|envoyer (cet|l').{0,40}|copi(er|ed|e)\b.{0,30}|link copied.{0,20}|"
    r"reagir|ajouter a .{0,40}|add to .{0,30}|(pdf|version imprimable|print this.{0,20})"
)
_COUNTER = re.compile(
    r"\+?\d[\d .,]*\s?(k|m|mille|millions?)?\s?(\+|j'aime|likes?|partages?|shares?|vues?|views?|lectures?|reads?|commentaires?|comments?|"
    r"reactions?|(d')?abonnes?|followers?|subscribers?|fans?|votes?|avis|repl(y|ies)|reponses?|claps?|points?|restacks?|notes?|"
    r"(personnes?|gens|lecteurs|people|readers|others|fans)( qui)? ?((nous |l'|vous )?(aiment|suivent|soutiennent|lisent|ont (aime|partage|lu|vu))|"
    r"like|follow|love|support|are reading|have (read|shared)|liked|reading)\b.{0,60}|"
    r"(min|mn|minutes?|seconds?)( de lecture| read| to read| d'ecoute| of reading)?|times? shared)?(\s?\(.{0,20}\))?|"
    r"(personnes|people|lecteurs|readers) (qui )?(aiment|suivent|soutiennent|like|follow|love|support)\b.{0,50}|"
    r"(temps de )?lecture ?:? ?(de )?\d+ ?(min|mn|minutes?|')( de lecture)?|(estimated )?reading time ?:? ?\d+ ?(min|minutes?).{0,10}|"
    r"(like|likes|j'aime|je n'aime pas|aimer|dislike|clap|upvote|\+1)( (ca|this|\d[\d .,]*\s?k?))?|"
    r"(page )?(lu|vu|read|viewed) (par )?\d[\d .,]*k? .{0,30}|(publi|modifi|mis).{0,20}il y a .{0,20}|\d+ ?/ ?\d+|[|/>»·•*\-_=~#]+"
)
_BUTTON = re.compile(
    r"en savoir plus|learn more|read more|lire la suite|lire l'article|read (the )?(full )?(story|article)|voir plus|voir tou(s|tes|t).{0,40}|"
    r"(see|show|load|view) (more|all).{0,30}|afficher (plus|tout).{0,30}|(charger|plus) (plus )?d('|e )(articles|actualites|infos).{0,20}|suivre|follow|following|suivi|"
    r"(precedent|suivant|previous|next)( article| post| story)?|(article|page) (precedente?|suivante?).{0,80}|fermer|close|menu|accueil|home|"
    r"ok|oui|non merci|no thanks|plus tard|later|ouvrir|open|voir|view|play|pause|lecture|activer les notifications|install the app|"
    r"telecharge[rz] (l'appli.{0,40})|download (the|our) app.{0,20}|retour( en haut| a l'accueil)?|(back to|haut de) (top|page|home)|top|haut|"
    r"(skip|aller|passer|acceder) (to|au|directement au) .{0,40}|accueil [>/»].{0,150}|home [>/»].{0,150}|vous etes ici.{0,150}|you are here.{0,150}"
)
_APPEAL_LINE = re.compile(
    r"(je )?(fais|faites|faire|fait) un don\b.{0,80}|(je )?donne[rz]?( maintenant| [0-9].{0,20})?|(make a )?donat(e|ion)( now| today| here)?|"
    r"(soutenez|soutenir|je soutiens|nous soutenir|aidez|support|help|back)[ -]([^.]{0,30}\b)?(nous|notre|nos|us|our|journal|presse|redaction|"
    r"media|journalis\w+|newspaper|newsroom|independan\w+|independent)\b.{0,60}|(nous soutenir|je soutiens|soutenez-nous|soutenir|support us)|"
    r"(become|be|devenez|devenir) (a |an |un |une )?(member|supporter|subscriber|patron|friend|membre|adherent|mecene|abonne|donateur|ami)\w*\b.{0,40}|"
    r"j'adhere.{0,20}|adherer|contribute( (now|today|monthly))?|contribuer.{0,15}|"
    r"(mensuel|ponctuel|monthly|one[- ]time|une fois|chaque mois|autre montant|other amount|annuel|yearly|just once)|"
    r"\$?£?€?\d+ ?(€|eur|euros?|\$|£)?( ?/? ?(par )?(mois|month|an|year))?|"
    r"(l'|cet )article vous a plu ?\?.{0,200}|(did you )?(enjoy|like)(ed)? this (article|story|post) ?\?.{0,200}|merci (a|pour) (tou[st]|votre).{0,60}"
)
_SUBSCRIBE = re.compile(
    r"(abonnez[- ]vous|s'abonner|je m'abonne|inscrivez[- ]vous|s'inscrire|je m'inscris|recevez|deja abonne.{0,20}|subscribe|sign ?up|"
    r"get (our|the|all|more|it|stories|news)|newsletters?|infolettre|la newsletter|(cet )?article (est )?(reserve|offert).{0,40}|"
    r"reserve (a|aux) (nos )?abonnes.{0,40}|(il vous reste|it remains) .{0,80}|subscribers? only|members only|premium|join (us|now|free)|start your.{0,40}trial.{0,40})\b.{0,200}"
)
_ACCOUNT = re.compile(
    r"(se connecter|connectez[- ]vous|connexion|identifiez[- ]vous|s'identifier|log ?in|sign ?in|log ?out|continuer|continue|creer un compte|"
    r"create (an|your) account|register|mon compte|my account|mon profil)( .{0,60})?|mot de passe.{0,30}|password|forgot.{0,30}|"
    r"(pseudo|nom|name|prenom|(votre |your )?(e-?mail|nom|name|message|commentaire|comment|adresse e-?mail|adresse|address)( address)?) ?\*?|"
    r"(publier|envoyer|valider|submit|post( comment)?|annuler|cancel|repondre|reply|signaler|report|s'enregistrer|envoyer un message) ?\*?|"
    r"(en tant qu('|e )?|as (a )?)(invite|guest|anonyme|anonymous)|rester anonyme|commenter (avec|en tant|comme|anonymement).{0,40}|comment (as|with).{0,30}|"
    r"(rechercher|recherche|search|chercher)( .{0,40})?(\.\.\.)?|go|caracteres restants.{0,20}|\d+ (caracteres|characters).{0,20}"
)
_LEGAL = re.compile(
    r"(mentions legales|politique (de |des )?(confidentialite|cookies|protection|gestion)|privacy|terms (of|and|&)|conditions (generales|d'util)|cgu|cgv|cookies?\b|gestion des cookies|plan du site|sitemap|"
    r"(nous )?contacte[rz]([- ]nous)?$|contact( us)?$|qui sommes[- ]nous|about( us)?$|a propos( de nous)?$|charte|©|\(c\) ?(19|20)\d\d|copyright|"
    r"tous droits|all rights reserved|accessibilite|publicite$|annonces? legales?|advertise|advertising$|(gerer|accepter|refuser|manage|accept|reject)"
    r"( (mes|les|all|tout|et|my|necessary))*( (cookies|preferences|continuer|fermer))?$|nous utilisons des cookies|(we|this site) uses? cookies|"
    r"n° (cppap|issn)|issn|directeur de (la )?publication ?:|hebergeur|powered by|propulse par|theme by|proudly|made with|"
    r"(ne )?(vendez|do not sell) |recrutement$|careers$|jobs$|boutique$|la boutique|kiosque$|e-?paper|archives$|abonnement|rss$|flux rss).{0,300}"
)
_ADVERT = re.compile(
    r"(publicite|advertisement|advertorial|annonce|sponsorise.{0,30}|sponsored.{0,30}|contenu sponsorise.{0,40}|pub|ad|ads|promoted|communique)"
    r"|la suite (de l'article )?(apres|sous) (cette |la )?(publicite|video|image).{0,20}|"
    r"(story|article|content)s? continues? (below|after)( (this )?(advertisement|ad|the break))?|"
    r"(scroll|defile[rz]).{0,40}(continue|continuer|lire)"
)
_RELATED_LINE = re.compile(
    r"(\W{0,3} ?)(a )?(lire|relire|voir|revoir|ecouter)( (aussi|egalement|ensuite|notre [^:]{0,40}|nos [^:]{0,40}|plus|sur [^:]{0,30}|l'[^:]{0,40}))? ?([:|>→►-].*|$)|"
    r"(\W{0,3} ?)(a )?(lire|voir|ecouter) (aussi|egalement|ensuite)\b.{0,220}|(\W{0,3} ?)(pour aller plus loin|sur le meme sujet|dans le meme dossier|notre dossier) ?:.*|"
    r"(\W{0,3} ?)(read|see|watch|listen|also)( (also|more|next|now|this|on|further|too|read))? ?[:|>→►].*|(\W{0,3} ?)(also read|read also|see also|read next|related( (story|stories|article|reading))?|"
    r"more on this( story)?|from the archives?|explainer|in pictures|en images|video|podcast|diaporama|infographie) ?[:|>→►].*|[»→►▶▸]+ ?.{3,160}"
)
_TIME = re.compile(
    r"\d{1,2} ?[h:] ?\d{0,2}( ?[ap]\.?m\.?)?|(il y a|about|environ) \d+ .{2,20}|\d+ (hours?|minutes?|mins?|days?|h|m|j|jours?) ago|just now|a l'instant"
)

_WHOLE = [
    ("counter", _COUNTER),
    ("button", _BUTTON),
    ("advertisement", _ADVERT),
    ("share", _SHARE_PLAIN),
    ("account", _ACCOUNT),
    ("appeal", _APPEAL_LINE),
    ("newsletter", _SUBSCRIBE),
    ("related", _RELATED_LINE),
    ("legal", _LEGAL),
    ("time", _TIME),
]
_SPOKEN_TO = re.compile(
    r"\b(vous|votre|vos|nous|notre|nos|you|your|our|we|us|-vous|-nous|soutenez|aidez|donnez|abonnez|inscrivez|rejoignez)\b"
)
_GIVING = re.compile(
    r"\b(dons?|soutien\w*|souten\w*|donation\w*|donat\w+|donors?|contribu\w+|adhesion|cotisation|support\w*|abonn\w+|subscri\w+|membership|"
    r"newsletters?|mensuel\w*|become an? \w+|devene[rz] \w+|chip in|deductibles?|tax[- ]deductible|petit geste|cagnotte|lettre d'information|boite (mail|de reception)|inbox)\b"
)
_PRESS = re.compile(
    r"\b(journal|journalis\w+|redaction|presse|lecteurs?|lectrices?|media|information|independan\w+|independen\w+|newsroom|reporting|readers?|"
    r"newspaper|actionnaires?|publicite|paywall|gratuit\w*|en acces libre|free (to|for)|articles?|enquetes|impots?|inbox|boite|equipe)\b"
)


def reason(text: str) -> str | None:
    """Why this line is no part of a story, or nothing when it may be."""
    level = key(text)
    if not level or not any(c.isalnum() for c in level):
        return "ornament"
    if len(level) <= 320:
        whole = next((name for name, pattern in _WHOLE if pattern.fullmatch(level)), None)
        if whole and not (whole in _LOOSE and _reads_as_a_sentence(text)):
            return whole
        if _is_share_row(level):
            return "share"
    return "appeal" if is_appeal(text) else None


_LOOSE = {"appeal", "newsletter", "share", "account", "legal"}


def is_appeal(text: str) -> bool:
    """A sentence that speaks to the reader, of giving, for this paper."""
    level = key(text)
    if level.startswith(('"', "- ")) or text.lstrip()[:1] in '«“"':
        return False
    spoken, giving, press = (len(pattern.findall(level)) for pattern in (_SPOKEN_TO, _GIVING, _PRESS))
    return (
        spoken >= 2
        and giving >= 1
        and press >= 1
        and spoken + giving + press >= 5
        or (spoken >= 1 and giving >= 2 and press >= 1 and len(level) < 400)
    )


def _reads_as_a_sentence(text: str) -> bool:
    """A long closed line is prose: only what speaks to the reader is an appeal."""
    return len(text) > 70 and ends_a_sentence(text) and not _SPOKEN_TO.search(key(text)) and "©" not in text


def _is_share_row(level: str) -> bool:
    said = re.findall(r"[a-z]+", level)
    return (
        0 < len(said) <= 24
        and any(word in _SHARE for word in said)
        and all(word in _SHARE or word in _SHARE_SMALL for word in said)
    )
