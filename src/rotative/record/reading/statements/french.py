"""French: how its newspapers report words."""
from __future__ import annotations

import re

from rotative.record.reading.statements.inflection import french
from rotative.record.reading.statements.lexicon import Lexicon, Pronoun, Verb, divided, forms, verbs

_VERBS = verbs("""
says dcin: affirmer
says dci: déclarer, dire, redire, assurer, prétendre, penser, croire, estimer, raconter, confier, soutenir, juger, indiquer, expliquer, jurer, clamer, proclamer, garantir
says dcin: rappeler, réaffirmer
says dci: préciser, ajouter, répéter
says dc: espérer
says dcn: souligner, réitérer, marteler, évoquer, exprimer, invoquer, mentionner, justifier, minimiser, vanter, répéter
says dck: considérer
says dc: signaler, citer, ajouter, rajouter, préciser, rapporter, relater, répondre, rétorquer, répliquer, noter, observer, remarquer, constater, argumenter, arguer, commenter, insister, poursuivre, continuer, reprendre, conclure, résumer, écrire, témoigner, confier, plaider, exposer, analyser, détailler, glisser, ironiser, nuancer, renchérir, avancer, supposer, imaginer, alléguer, objecter, opposer, relativiser, crier, hurler, scander, exclamer, tweeter, twitter, démontrer, montrer, statuer, concéder, interroger, enchaîner, tempérer, tonner, tempêter, trancher, souffler, soupirer, lâcher, balayer, sourire, décréter, énoncer, stipuler, déduire, certifier, rassurer, informer, aviser, notifier, prétexter, railler, gloser, philosopher, théoriser, murmurer, marmonner, asséner, claironner, retorquer, fanfaronner, conjecturer, douter, calculer, présumer, spéculer, prouver, établir, diagnostiquer, enseigner, postuler, acquiescer, blaguer, plaisanter, bougonner, grommeler, sangloter, confesser, interpeller, questionner, apostropher, éluder, esquiver, désapprouver, deviner, pressentir, anticiper, communiquer, souligner, retenir
says dcp: parler, témoigner
other dcn: encourager, défendre, prôner, revendiquer, soutenir
other dcen: proposer, suggérer
other dcn: souhaiter, saluer, applaudir
other d: louer, remercier
says d: réagir, enrager, fulminer, bondir, rebondir, poster, publier
says dr: emporter, enthousiasmer, lamenter, justifier, esclaffer, émerveiller, énerver, écrier, étrangler, alarmer, agacer
other dcer: féliciter, réjouir, vanter, targuer, enorgueillir
other dcepr: féliciter, réjouir
announces dcin: annoncer
announces dc: pronostiquer, prévoir, prédire, augurer, promulguer
reveals dcin: révéler
reveals dcn: dévoiler, divulguer, ébruiter
confirms dcin: confirmer, reconnaître, admettre, avouer, confesser, corroborer
confirms dc: convenir, maintenir, attester, entériner
denies dcin: nier, démentir, contester, réfuter, infirmer, récuser
denies dc: contredire
refuses dcaben: refuser
refuses dcen: rejeter, exclure, écarter, décliner
demands dcaen: demander, exiger, réclamer, recommander, préconiser, conseiller, ordonner, enjoindre, sommer, prier, supplier, implorer, solliciter, intimer, presser, requérir
demands dab: appeler
demands da: inviter, exhorter, inciter
promises dcen: promettre
warns dc: avertir, prévenir, alerter
warns dex: menacer
warns dcn: craindre, redouter
accuses dxe: accuser, soupçonner, suspecter
accuses dx: reprocher
accuses dcn: dénoncer, condamner, fustiger, décrier, stigmatiser, pointer, incriminer, désavouer, déconseiller, réprouver
accuses dc: critiquer, blâmer, vilipender, pourfendre, épingler, conspuer, moquer, pester
regrets dcen: regretter, déplorer
says dk: décrire, présenter, dépeindre, percevoir
says dy: qualifier, traiter
says yr: qualifier
says dr: confier
other r: présenter, révéler, ajouter, annoncer, préciser, poursuivre, confirmer, montrer, rapporter, avancer, maintenir, continuer, établir, conclure, exclure, noter, observer, constater, communiquer, retenir, contredire
says dcepr: inquiéter, étonner, plaindre, alarmer, désoler, offusquer, émouvoir, agacer, insurger, indigner, scandaliser, flatter, souvenir
regrets dcepr: excuser
denies der: défendre
promises dar: engager
refuses hr: opposer
says d: lancer, compléter
says dcr: demander, interroger
""")
_EXPRESSIONS: tuple[tuple[str, Verb], ...] = (
    (r"\b(?:fait|faisait|font|faisant|ferait|faire|fit) (?:\w+ ){0,2}?savoir\b", Verb("faire savoir", "says", "dc")),
    (r"\b(?:fait|faisait|font|faisant|faire|fit) (?:\w+ ){0,2}?(?:valoir|remarquer|observer|noter)\b", Verb("faire valoir", "says", "dc")),
    (r"\b(?:fait|faisait|font|faisant|faire|fit) (?:\w+ ){0,1}?(?:part|état) (?=de |d['’]|du |des )", Verb("faire part", "says", "dp")),
    (r"\b(?:laiss\w+) (?:\w+ ){0,1}?(?:entendre|penser|présager|croire)\b", Verb("laisser entendre", "says", "dc")),
    (r"\b(?:met|mettent|mis|mise|mettant|mettait|mettaient) (?:\w+ ){0,1}?en (?:avant|cause|exergue)\b", Verb("mettre en avant", "says", "dn")),
    (r"\b(?:met|mettent|mis|mise|mettant|mettait|mettaient) (?:\w+ ){0,2}?en garde\b", Verb("mettre en garde", "warns", "dc")),
    (r"\b(?:s['’]est|se sont|s['’]était|se|s['’]) ?(?:\w+ )?(?:dit|dits|dite|dites|disent|disant|déclaré|déclarée|déclarés|déclare|déclarent)\b(?! que| qu['’])", Verb("se dire", "says", "dj")),
    (r"\b(?:rend|rendu|rendent|rendant|rendait) hommage (?=à |au |aux )", Verb("rendre hommage", "other", "db")),
    (r"\b(?:appel\w*|lanc\w+ un appel|plaid\w+|milit\w+|prononc\w+) (?:pour|en faveur)(?= de | d['’]| du | des | l| un| une)", Verb("plaider pour", "demands", "dpn")),
    (r"\b(?:lanc\w+) (?:un )?appel (?=à |au |aux )", Verb("appeler", "demands", "dab")),
    (r"\b(?:peut-(?:t-)?on (?:y |aussi |également |encore )?lire|on peut (?:y |aussi |également )?lire|lit-on|peut-on entendre)\b", Verb("lire", "says", "dc")),
    (r"\bon (?:y )?(?:apprend|lit)\b", Verb("lire", "says", "dc")),
    (r"\b(?:y voi(?:t|ent)|voi(?:t|ent) (?:là|en|dans) [\w' ]{1,40}?(?=(?: une?| l[ea]s?| des)? «))", Verb("voir", "says", "dn")),
    (r"\b(?:insist\w+|met\w* l['’]accent|mis l['’]accent|revenant|revenu\w*) sur\b", Verb("insister sur", "says", "dn")),
    (r"(?<!une )(?<!l['’])(?<!d['’])\balert(?:e|ent|é|ée|és|ées|ait|aient|ant|er) sur\b", Verb("alerter sur", "warns", "dn")),
    (r"\b(?:met|mettent|mis|mise|mettant|mettait|mettaient) (?:\w+ ){0,2}?en garde contre\b", Verb("mettre en garde contre", "warns", "dn")),
    (r"\b(?:point\w+|montr\w+) du doigt\b", Verb("pointer du doigt", "accuses", "dn")),
    (r"\b(?:donn\w+|tir\w+) l['’]alerte\b", Verb("alerter", "warns", "d")),
    (r"\bs['’](?:en )?(?:est |était |sont )?(?:pren\w+|pris\w*) à\b", Verb("s'en prendre à", "accuses", "d")),
    (r"\b(?:se|s['’]est|s['’]|se sont) (?:élev\w+|dress\w+|prononc\w+|insurg\w+) contre\b", Verb("s'élever contre", "accuses", "dn")),
)
_ACCORDING = (
    r"\b(?:selon|d['’]après(?!-| midi)|aux dires d(?:e|u|es)|de l['’]avis d(?:e|u|es)|aux yeux d(?:e|u|es)|à en croire|de l['’]aveu (?:même )?d(?:e|u|es)|si l['’]on en croit)\b ?"
    r"|\b(?:a-t-on (?:également |ensuite )?(?:appris|indiqué|précisé|expliqué|assuré|annoncé|confirmé|fait savoir)|apprend-on|fait-on savoir|dit-on|\w+e-t-on)"
    r"(?: (?:hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce matin|ce soir)(?: (?:matin|soir|midi))?)?,? (?:auprès d(?:e |u |es |')|de (?=sources? )|chez |(?:dans|de) l['’]entourage d(?:e |u |es |')|du côté d(?:e |u |es |')|au sein d(?:e |u |es |')|à |au |aux )"
    r"|(?<!\btenant )(?<!\btient )\bde (?=sources? )|\b(?:comme|ainsi que) l(?:e |'(?:a |ont |avait )?)(?:rapport|indiqu|expliqu|sous-entend|laiss|soulign|révél|révèl|montr|précis|affirm|rappel|racont|écri|not|annonc|confirm|déclar|estim|martel|martèl|confi|reconn|résum|préten|craign|craint|promet|promis|suggèr|suggér|lanc|dit\b|a dit\b|ont dit\b)\w* |\bpour (?=qui\b|lequel\b|laquelle\b)|\bpour (?=(?:lui|elle|eux|elles)\b[ ,]|(?:Mme|Mlle|MM|M\.|le|la|l['’]|les|sa part)? ?(?-i:[A-ZÀ-Þ])[\w'’ -]+(?:\([^()]{1,40}\) ?)?,|(?:le|la|les|l['’]|ce|cette|son|sa|certain|certains|certaines|plusieurs|beaucoup|d'autres)\b ?[\wéè' -]{0,60}, )"
)

LEXICON = Lexicon(
    language="fr",
    forms=forms(divided(_VERBS)[0], french),
    reflexive=forms(divided(_VERBS)[1], french),
    expressions=tuple((re.compile(pattern, re.IGNORECASE), verb) for pattern, verb in _EXPRESSIONS),
    according=re.compile(_ACCORDING, re.IGNORECASE),
    clause=frozenset({"que", "qu'", "qu", "si", "s'", "comment", "pourquoi", "combien"}),
    pronouns={
        "il": Pronoun("m", "s"), "elle": Pronoun("f", "s"), "ils": Pronoun("m", "p"), "elles": Pronoun("f", "p"),
        "lui": Pronoun("m", "s"), "eux": Pronoun("m", "p"), "celui-ci": Pronoun("m", "s"), "celle-ci": Pronoun("f", "s"),
        "ceux-ci": Pronoun("m", "p"), "celles-ci": Pronoun("f", "p"), "ce dernier": Pronoun("m", "s"), "cette dernière": Pronoun("f", "s"),
        "ces derniers": Pronoun("m", "p"), "ces dernières": Pronoun("f", "p"), "celui-là": Pronoun("m", "s"), "l'intéressé": Pronoun("m", "s"),
        "l'intéressée": Pronoun("f", "s"),
    },
    inversion=re.compile(r"\b(\w+)-(?:t-{1,2})?(ils?|elles?|on)\b", re.IGNORECASE),
    set_in=(
        re.compile(r", ?(?=(?:(?:a|ont|avait|avaient)-(?:t-)?\w+ (?:\w+ )?)?(?P<verb>(?!a-|ont-|avait)\w+))\w+-(?:t-)?(?P<who>ils?|elles?)\b[^,«»]{0,60}[,»]"),
        re.compile(r", (?:a|ont|avait|avaient) (?P<verb>\w+) (?P<who>(?:le |la |l'|les |un |une )?[^,«»]{2,60}?)(?=,| »|»)"),
        re.compile(r", (?P<verb>\w+(?:e|ait|a)|dit|répond|écrit|poursuit) (?:(?:d'ailleurs|ainsi|encore|aussi|alors|notamment|déjà|ensuite|enfin|hier|pour sa part|de son côté) )?(?P<who>(?:le |la |l'|un |une )?(?:\w+ ){0,3}[A-ZÀ-Þ](?:[^,«».]|(?<=\bM)\.){2,60}?)(?=[,.»]| »| (?:en|à|au|dans|sur|lors|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)\b)"),
    ),
    auxiliaries=frozenset([
        "a", "ont", "avait", "avaient", "ait", "aient", "eu", "est", "sont", "était", "étaient", "été", "ayant", "avoir", "être", "aura", "auront",
        "aurait", "auraient", "fut", "furent", "soit", "serait", "seraient", "sera", "seront", "étant"
    ]),
    ambiguous=frozenset([
        "annonce", "annonces", "demande", "demandes", "note", "notes", "juge", "juges", "critique", "critiques", "propose", "cris", "pense",
        "menace", "menaces", "reprise", "rapporte", "publie", "publiés", "montre", "montres", "appel", "accuse", "somme", "sommes", "tweet", "suit",
        "suis", "suivant", "suivante", "alerte", "alertes", "conseil", "conseille", "constate", "conteste", "avance", "avances", "remarque",
        "continue", "pointe", "pointes", "lance", "prie", "jure", "lâche", "dit", "dits", "dite", "voulu", "souffle", "expose", "mis", "fait",
        "faits", "maintenant", "prévu", "prévue", "entend", "exclu", "répond", "ordonne",
        "tempête", "tonne", "tonnes", "doute", "doutes", "analyse", "analyses", "reproche", "reproches", "murmure", "murmures", "excuse", "excuses", "blâme", "tranche",
        "tranches", "enseigne", "enseignes", "réplique", "répliques", "presse", "présente", "présentes", "suspecte", "suspectes", "poste", "postes"
    ]),
    never_nouns=frozenset(["décrit", "décrivent", "décrivait", "qualifie", "qualifient", "qualifiait", "considère", "considèrent", "présente", "confirme", "dément", "promet", "affirme", "assure", "répète", "rappelle"]),
    articles=frozenset([
        "le", "la", "les", "l'", "un", "une", "des", "du", "de", "ce", "cet", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "notre", "nos",
        "d'", "au", "aux", "mon", "ma", "mes", "votre", "quelques", "plusieurs", "chaque", "aucun", "aucune"
    ]),
    negations=frozenset({"ne", "n'"}),
    addressing=tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"\b(?:à|au|aux|auprès d(?:e|u|es)|devant|face à) (?=l[ae'] ?|les |(?-i:[A-ZÀ-Þ])|une? |ses|leurs? |nos |son |sa )|\bau (?=(?-i:[A-ZÀ-Þ]))|\bau micro d(?:e |')",
            r"\b(?:entretien|interview|entrevue) (?:\w+ )?(?:accordée? )?(?:à|au|avec|pour) ",
            r"\b(?:sur|via|dans|au micro de|à l'antenne de) (?=(?:les colonnes de |les pages de )?(?-i:[A-ZÀ-Þ])|(?:l'|le |la )(?-i:[A-ZÀ-Þ])|le plateau|son (?:compte|site|blog)|sa page|les réseaux)",
            r"\b(?:dans|par|via|lors d'|lors de |au cours d'|au cours de |pendant|à l'occasion d'|à l'occasion de ) ?(?=(?:une?|son|sa|ce|cette|le|la|l'|leur) ?(?:\w+ )?(?:communiqué|entretien|interview|tweet|discours|conférence|lettre|message|déclaration|tribune|rapport|allocution|émission|vidéo|point de presse|courrier|mail|visite|meeting|déplacement|réunion)\b)",
        )
    ),
)
