"""French: how its newspapers report words."""
from __future__ import annotations

import re

from rotative.record.reading.statements.inflection import french
from rotative.record.reading.statements.lexicon import Lexicon, Pronoun, Verb, forms, verbs

_VERBS = verbs("""
says dci: affirmer, déclarer, dire, redire, assurer, prétendre, penser, croire, estimer, raconter, soutenir, juger, indiquer, expliquer
says dcn: espérer
says dck: considérer
says dc: ajouter, rajouter, préciser, rappeler, rapporter, relater, répondre, rétorquer, répliquer, souligner, noter, observer, remarquer, constater, argumenter, arguer, commenter, marteler, insister, poursuivre, continuer, reprendre, conclure, résumer, écrire, témoigner, plaider, exposer, analyser, signaler, mentionner, détailler, glisser, lancer, ironiser, nuancer, renchérir, réitérer, répéter, avancer, supposer, imaginer, alléguer, objecter, opposer, relativiser, murmurer, crier, hurler, scander, exclamer, tweeter, twitter, démontrer, montrer, statuer, concéder, interroger, demander, enchaîner, tempérer, théoriser, philosopher, tonner, tempêter, trancher, sourire, souffler, soupirer, lâcher, marmonner, balayer, tancer
says dcn: évoquer
says dcp: parler
other dcn: vanter, encourager, défendre, prôner, préconiser, revendiquer
other dcen: proposer, suggérer
other dcn: souhaiter
announces dcin: annoncer
announces dc: pronostiquer, prévoir, prédire, estimer
reveals dcin: révéler, dévoiler, divulguer
confirms dcin: confirmer, reconnaître, admettre, avouer, confesser, valider
confirms dc: convenir, certifier, maintenir, attester
denies dcin: nier, démentir, contester, réfuter, infirmer, récuser
denies dc: contredire
refuses dcaben: refuser
refuses dcen: rejeter, exclure, écarter
demands dcaen: demander, exiger, réclamer, recommander, préconiser, conseiller, ordonner, enjoindre, sommer, prier, supplier, implorer, solliciter, intimer
demands dab: appeler
demands da: inviter, exhorter, inciter, encourager
promises dcen: promettre, jurer
promises da: engager
warns dc: avertir, prévenir, alerter
warns de: menacer
warns dcn: craindre, redouter
accuses dxe: accuser, soupçonner, suspecter
accuses dx: reprocher
accuses dcn: dénoncer, condamner, fustiger, critiquer, décrier, stigmatiser, pointer, déplorer, blâmer, vilipender
regrets dcen: regretter, déplorer
other dcn: saluer, féliciter, réjouir, féliciter, applaudir
other dk: décrire, présenter, dépeindre, percevoir, voir
other dy: qualifier
says dcn: exprimer
says dc: confier, témoigner
""")
_EXPRESSIONS: tuple[tuple[str, Verb], ...] = (
    (r"\b(?:fait|faisait|font|faisant|ferait|faire|fit) (?:\w+ ){0,2}?savoir\b", Verb("faire savoir", "says", "dc")),
    (r"\b(?:fait|faisait|font|faisant|faire|fit) (?:\w+ ){0,2}?(?:valoir|remarquer|observer|noter)\b", Verb("faire valoir", "says", "dc")),
    (r"\b(?:fait|faisait|font|faisant|faire|fit) (?:\w+ ){0,1}?(?:part|état) (?=de |d['’]|du |des )", Verb("faire part", "says", "dp")),
    (r"\b(?:laiss\w+) (?:\w+ ){0,1}?(?:entendre|penser|présager|croire)\b", Verb("laisser entendre", "says", "dc")),
    (r"\b(?:met|mettent|mis|mise|mettant|mettait|mettaient) (?:\w+ ){0,1}?en (?:avant|cause|exergue)\b", Verb("mettre en avant", "says", "dn")),
    (r"\b(?:met|mettent|mis|mise|mettant|mettait|mettaient) (?:\w+ ){0,2}?en garde\b", Verb("mettre en garde", "warns", "dc")),
    (r"\b(?:s['’]est|se sont|s['’]était|se|s['’]) ?(?:\w+ )?(?:dit|dits|dite|dites|disent|disant|déclaré|déclarée|déclarés|déclare|déclarent)\b(?! que| qu['’])", Verb("se dire", "says", "dj")),
    (r"\b(?:s['’]est|se sont|s['’]était|se|s['’]) ?(?:\w+ )?(?:oppos\w+)(?= à | au | aux )", Verb("s'opposer", "refuses", "db")),
    (r"\b(?:s['’]est|se sont|s['’]était|se|s['’]) ?(?:\w+ )?(?:insurg\w+|indign\w+)\b", Verb("s'indigner", "accuses", "d")),
)
_ACCORDING = (
    r"\b(?:selon|d['’]après(?!-)|aux dires d(?:e|u|es)|de l['’]avis d(?:e|u|es)|aux yeux d(?:e|u|es)|à en croire|de l['’]aveu (?:même )?d(?:e|u|es)|si l['’]on en croit)\b ?"
    r"|\bde (?=sources? )|\b(?:comme|ainsi que) l(?:e |'(?:a |ont |avait )?)(?:rapport|indiqu|expliqu|soulign|révél|révèl|montr|précis|affirm|rappel|racont|écri|not|annonc|confirm)\w* |\bpour (?=(?:lui|elle|eux|elles)\b[ ,]|(?:Mme|Mlle|MM|M\.|le|la|l['’]|les|sa part)? ?[A-ZÀ-Þ][\w'’ -]+,|(?:le|la|les|l['’]|ce|cette|son|sa) ?[\wéè' -]{3,60}, )"
)

LEXICON = Lexicon(
    language="fr",
    forms=forms(_VERBS, french),
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
    set_in=re.compile(
        r", ?(?:(?=(?:(?:a|ont|avait|avaient)-(?:t-)?\w+ (?:\w+ )?)?(?P<verb>(?!a-|ont-|avait)\w+))(?:\w+-(?:t-)?(?P<who>ils?|elles?)\b)[^,«»]{0,60}[,»])"
    ),
    auxiliaries=frozenset("a ont avait avaient ait aient eu est sont était étaient été ayant avoir être aura auront aurait auraient fut furent soit serait seraient sera seront étant".split()),
    ambiguous=frozenset("annonce annonces demande demandes note notes juge juges critique critiques propose cris pense menace menaces reprise rapporte publie publiés montre montres appel accuse somme sommes tweet suit suis suivant suivante alerte alertes conseil conseille constate conteste avance avances remarque continue pointe pointes lance prie jure lâche dit dits dite voulu souffle expose mis fait faits maintenant prévu prévue entend exclu répond ordonne".split()),
    articles=frozenset("le la les l' un une des du de ce cet cette ces son sa ses leur leurs notre nos d' au aux mon ma mes votre quelques plusieurs chaque aucun aucune".split()),
    negations=frozenset({"ne", "n'"}),
)
