"""Who may speak at all, by the noun: people, bodies, papers that say something. What is none of them is a thing, and seldom says."""
from __future__ import annotations

import re

from rotative.record.reading.actors.classes import BODY_HEADS, closed, is_demonym, is_of_a_person
from rotative.record.reading.findings import Span
from rotative.record.reading.statements.cues import Cue
from rotative.record.reading.statements.lexicon import Lexicon
from rotative.record.reading.statements.sentences import Sentence

_PEOPLE = closed("""
policier policière pompier gendarme agent manifestant manifestante habitant habitante riverain riveraine internaute membre militant militante opposant opposante participant participante
gréviste salarié salariée employé employée ouvrier ouvrière étudiant étudiante élève enseignant enseignante parent voisin voisine passant passante client cliente usager usagère passager
passagère survivant survivante rescapé rescapée blessé blessée proche médecin infirmier infirmière soignant soignante paysan paysanne commerçant commerçante expert experte savant
garde-côte garde soldat militaire rebelle combattant combattante suspect suspecte accusé accusée prévenu prévenue détenu détenue gens personne jeune adolescent adolescente enfant garçon
fillette fille élu élue adversaire allié alliée partenaire concurrent concurrente supporter fan docker marin cadre actionnaire locataire contribuable citoyen citoyenne réfugié réfugiée
migrant migrante sinistré sinistrée couple duo trio foule public majorité minorité intéressé intéressée autre plupart certain plusieurs avocat avocate syndicaliste assaillant assaillante
tireur preneur otage dissident dissidente exilé exilée converti requérant requérante plaignant plaignante demandeur juré magistrat magistrate évêque prêtre imam rabbin pasteur défenseur
scientifique cinéaste écrivain écrivaine photographe astronaute spationaute cosmonaute astronome historien historienne psychiatre chirurgien chirurgienne vétérinaire architecte analyste artisan artisane
hôtelier hôtelière comédien comédienne industriel industrielle collégien collégienne lycéen lycéenne moine veuf veuve compagnon compagne fils insurgé insurgée taliban shebab islamiste djihadiste pirate
hacker partisan partisane détracteur votant sondé individu équipage copilote édile bourgmestre échevin échevine favori favorite challenger titulaire attaquant attaquante trentenaire quadragénaire
quinquagénaire octogénaire centenaire doyen doyenne star vedette souverain souveraine monarque autocrate zadiste gréviste pilote steward hôtesse facteur factrice boulanger boulangère cuisinier volontaire camarade substitut secouriste sauveteur confrère consœur bénévole
""")
_BODIES = closed("""
gendarmerie préfecture mairie justice présidence gouvernement parquet direction opposition autorités autorité pompiers météo état-major cabinet source presse armée défense famille proches
administration institution institut organisme instance observatoire bureau office service chambre ordre église diocèse paroisse régie rectorat académie clinique laboratoire municipalité
métropole ambassade consulat média médias équipe délégation branche camp clan communauté population état pays nation royaume république entourage rédaction quotidien majorité exploitant
bureau secrétariat conférence intersyndicale confédération pouvoirs exécutif législatif palais élysée maison-blanche kremlin matignon rue peuple monde ville région département commune
district canton province troupe troupes brigade marine aviation douane douanes organisateurs jury comité start-up filiale maison enseigne exploitation coopérative
zoo parc fonds front alliance mensuel télévision festival coordination guérilla diplomatie chancellerie secte régime junte monarchie principauté émirat capitale plateforme réseau accusation
hypermarché distributeur assureur transporteur avionneur géant multinationale rédactions axe bloc camps courant tendance faction gang cartel mafia secours sécurité émission mouvement
""")
_PAPERS = closed("""
enquête étude rapport chiffre chiffres communiqué sondage bilan information donnée données article note tribune lettre mail courriel message texte accord loi décret arrêté jugement arrêt avis
témoignage document dossier livre ouvrage analyse expertise résultats statistique statistiques recensement méta-analyse manifeste pétition déclaration discours clip vidéo affiche banderole pancarte site
page éditorial charte convention traité résolution motion règlement constitution code tweet billet chronique tract mémo mémoire ordonnance circulaire verdict sentence réquisitoire plainte
revendication appel proposition amendement annonce réponse publication agence magazine hebdomadaire reportage documentaire biographie autobiographie testament bulletin prévisions prévision
""")
_TRADE = re.compile(
    r"(?:certain(?:e?s)?|d'autres|beaucoup)\s*$|(?:le|la|l'|les|ce|cette|ces|certains|plusieurs|d'autres|beaucoup|beaucoup d\w+|nombre de)\s*(?:\w+ )?(?:\w+(?:eure?s?|trices?|istes?|iens?|iennes?|ogues?)|syndicats?|maires?|ministres?|avocate?s?|opposante?s?|opposition|"
    r"gouvernement|partis?|président\w*|chefs?|porte-parole|candidate?s?|militante?s?|habitante?s?|élue?s?|députée?s?|association|autorités|intéressée?|autres)\b",
    re.IGNORECASE,
)
_EVIDENCE = closed("""
chiffre chiffres donnée données résultat résultats image images photo photos photographie photographies vidéo vidéos statistique statistiques courbe courbes graphique graphiques observation observations test tests analyse analyses
""")
"""From which something is to be seen."""
_HOW_MANY = closed("""
nombre dizaine dizaines douzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine centaines millier milliers million millions majorité moitié tiers quart partie ensemble
poignée multitude foule pourcentage % minorité plupart totalité dizaines reste
""")
"""Nouns that say how many: who they are, their complement says."""
_FULL = frozenset({"NOUN", "PROPN", "VERB"})


def may_think(sentence: Sentence, source: Span, lexicon: Lexicon) -> bool:
    """Whether "pour X" is what X thinks: a pronoun, a name of a person or a body, a trade; not a place, nor a time."""
    words = sentence.words[slice(*source)]
    labels = {token.ent_type_ for token in sentence.between(*source)} - {""}
    return words.lower() in lexicon.pronouns or bool(labels & {"PER", "ORG"}) or bool(_TRADE.match(words))


def is_somebody(sentence: Sentence, source: Span) -> bool:
    """Whether a noun phrase is a person, by its noun."""
    return is_a_persons(_head(sentence, source))


def is_a_persons(noun: str) -> bool:
    """Whether a noun is that of a person: a trade, a part that somebody has in what is told."""
    return _is_any(noun, _PEOPLE)


def may_speak(sentence: Sentence, source: Span, lexicon: Lexicon) -> bool:
    """Whether a noun phrase is somebody, or a body."""
    return may_think(sentence, source, lexicon) or _is_any(_head(sentence, source), _PEOPLE | _BODIES | BODY_HEADS)


def is_evidence(sentence: Sentence, source: Span) -> bool:
    """Whether a noun phrase is what others read something from: figures, pictures, results."""
    if _head(sentence, source) not in _EVIDENCE:
        return False
    return not any(is_a_paper(each.text.lower()) or each.pos_ == "PROPN" for each in sentence.between(*source) if each.text.lower() not in _EVIDENCE)


def is_unsure(sentence: Sentence, source: Span, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether other words stand between a mention and its cue, and it is a thing by its noun, or a paper whose participle may be its author's."""
    between = [each for each in sentence.between(source.end, cue.start) if each.pos_ in _FULL and not sentence.quoted(each)]
    if not between and not sentence.words[source.end : cue.start].lstrip().startswith(","):
        return False
    return is_thing(sentence, source, lexicon) or (cue.form == "participle" and is_a_paper(_head(sentence, source)))


def is_thing(sentence: Sentence, source: Span, lexicon: Lexicon) -> bool:
    """Whether a mention has a common noun that is nobody's, no body's and no paper's."""
    tokens = sentence.between(*source)
    named = any(each.pos_ == "PROPN" or (each.text[:1].isupper() and each is not sentence.tokens[0] and each.pos_ == "NOUN") for each in tokens[:2]) or sentence.words[source.start : source.start + 1].isupper() and len(tokens) == 1
    return not (named or not _head(sentence, source) or may_speak(sentence, source, lexicon) or is_a_paper(_head(sentence, source)))


def _head(sentence: Sentence, source: Span) -> str:
    """The first noun of a mention, in small letters."""
    nouns = [each.text.lower() for each in sentence.between(*source) if each.pos_ in {"NOUN", "PROPN"}]
    return next((each for each in nouns if each not in _HOW_MANY), nouns[0] if nouns else "")


def is_a_paper(noun: str) -> bool:
    """Whether a noun is that of a text in which somebody says something."""
    return bool({noun, noun.removesuffix("s")} & _PAPERS)


def _is_any(noun: str, known: frozenset[str]) -> bool:
    one = noun.removesuffix("s")
    return bool({noun, one} & known) or is_of_a_person(one) or is_demonym(noun)
