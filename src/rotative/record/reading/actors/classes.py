"""Small, closed classes of words that stand before, within or after a name. French and English."""
from __future__ import annotations

import re


def closed(words: str) -> frozenset[str]:
    """A class of words, given with blanks between."""
    return frozenset(words.split())


TITLES = closed("m mm mme mmes mlle mlles me mes dr pr mgr mr mrs ms miss prof sir dame lord lady monsieur madame mademoiselle maître")
SAINTS = frozenset(("saint", "sainte", "st", "ste"))
FEMININE = closed("mme mmes mlle mlles madame mademoiselle mrs ms miss lady dame")
MASCULINE = closed("m mm monsieur mr sir lord")

POSTS = closed("""
leader attorney président présidente vice-président vice-présidente ministre premier première chancelier chancelière pape roi reine prince princesse empereur impératrice sultan émir
cheikh ayatollah imam rabbin abbé cardinal évêque archevêque pasteur patriarche colonel lieutenant-colonel général générale capitaine commandant commandante
lieutenant lieutenante sergent adjudant amiral vice-amiral contre-amiral maréchal brigadier caporal officier maire mairesse adjoint adjointe préfet
préfète sous-préfet sous-préfète juge procureur procureure bâtonnier député députée eurodéputé eurodéputée sénateur sénatrice conseiller conseillère gouverneur
gouverneure secrétaire porte-parole chef cheffe pdg directeur directrice gérant gérante trésorier trésorière délégué déléguée premier-ministre première-ministre
ambassadeur ambassadrice consul émissaire envoyé envoyée commissaire haut-commissaire négociateur négociatrice représentant représentante professeur professeure
docteur médecin maître président-directeur président-directrice tsar duc duchesse comte comtesse baron marquis shérif president vice-president minister
chancellor pope king queen emperor sheikh rabbi bishop archbishop reverend general captain commander sergeant admiral marshal officer mayor prefect judge
prosecutor deputy senator congressman congresswoman governor secretary spokesman spokeswoman spokesperson chief head boss ceo director chairman chairwoman chair
treasurer delegate ambassador envoy commissioner negotiator representative professor doctor mp msp mep
""")
CALLINGS = closed("""
otage journaliste reporter poète poétesse peintre athlète pilote gardien gardienne arbitre milliardaire témoin victime époux épouse mari femme fils fille mère père
sœur soeur frère oncle tante cousin cousine neveu nièce ami amie collègue successeur prédécesseur homme champion championne vainqueur lauréat lauréate colistier
colistière rival rivale compatriote héros propriétaire mandataire notaire libraire fonctionnaire avocat avocate élu élue candidat candidate responsable militant
militante dirigeant dirigeante patron patronne economist scientist researcher analyst coach manager striker goalkeeper actor actress singer writer novelist
poet painter activist campaigner editor journalist author husband wife son daughter mother father sister brother friend colleague witness victim lawyer
""")

_OCCUPATION = re.compile(r"[a-zà-ÿœ-]{2,}(?:eur|euse|trice|eure|iste|istes|ologue|icien|icienne|ancier|ancière|onnier|onnière|eurs|euses)\Z")
_NOT_ONE = re.compile(r"(?:ordinateur|moteur|secteur|auteur de|commentaire|anniversaire|affaire|territoire|vecteur|facteur|hauteur|valeur|chaleur|couleur|douleur|fleur|honneur|intérieur|extérieur|liste|piste|"
                      r"salaire|formulaire|séminaire|sanctuaire|militaire|horaire|hebdomadaire|tonnerre|paire|aire|laboratoire|frontalier|meilleur|majeur|mineur|vapeur|porteur|tracteur|réacteur|serveur|cœur|coeur|heure|sœur)s?\Z")
RELATIONS = closed("""
otage témoin victime époux épouse mari femme fils fille mère père sœur soeur frère oncle tante cousin cousine neveu nièce ami amie collègue successeur prédécesseur homme
rival rivale compatriote héros premier première prime husband wife son daughter mother father sister brother friend colleague witness victim
""")
ADJECTIVES_OF_A_PERSON = closed("ancien ancienne ex nouveau nouvelle futur future jeune célèbre feu feue actuel actuelle former late new acting young veteran")

BODY_HEADS = closed("""
ministère parti groupe société compagnie entreprise association organisation syndicat fédération conseil comité commission union ligue club agence journal quotidien
hebdomadaire magazine chaîne radio revue site banque cour tribunal parquet université institut école armée police mouvement collectif fondation ong orchestre coalition
milice assemblée parlement sénat marque centre musée bibliothèque boutique forces démocrates républicains congrès firme constructeur éditeur fabricant opérateur studio label mosquée lycée collège hôpital
ministry party group company association organisation organization union federation council committee commission league club agency newspaper daily weekly magazine channel
broadcaster bank court university institute school army movement foundation orchestra government parliament senate congress forces democrats republicans conservatives
""")
PLACE_HEADS = closed("""
ville village commune région province département quartier district comté canton arrondissement île fleuve rivière lac mont montagne massif mer océan golfe baie col vallée côte
planète aéroport gare station port rue avenue boulevard place pont quai chemin route autoroute forêt désert État état pays cap plage parc stade localité capitale
camp base prison gouvernorat circonscription carnaval golfe détroit péninsule exoplanète étoile galaxie frontière banlieue
city town county island river lake mount mountain sea bay planet airport station street bridge road stadium
""")
THING_HEADS = closed("""
sonde mission fusée satellite navire bateau voilier porte-avions ferry cargo ouragan tempête cyclone typhon opération affaire film album roman livre chanson tableau série
émission spectacle jeu modèle voiture moteur virus syndrome maladie tournoi coupe trophée plan programme projet système saga pièce titre chien chienne cheval jument chat
lune comète famille frères sœurs soeurs époux clan dynastie hotel hôtel café bar restaurant théâtre salle cinéma bactérie moustique globule fossile
ship boat storm hurricane operation film album novel book song painting series show game car virus syndrome disease cup trophy plan programme program project family brothers hotel restaurant theatre dog horse
""")
RANKS = closed("général colonel lieutenant-colonel capitaine commandant lieutenant amiral vice-amiral maréchal")
NO_ONE = closed("famille familles frères sœurs soeurs clan dynastie family brothers sisters")

CALENDAR = closed("""
lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre
gmt utc cet monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december
""")

PRESS_HEADS = closed("journal quotidien hebdomadaire magazine mensuel revue site chaîne radio agence média newspaper daily weekly magazine broadcaster agency")
AGENCIES = frozenset(["afp", "agence france presse", "reuters", "associated press", "ap", "ansa", "efe", "dpa", "tass", "belga", "ats", "xinhua", "anadolu", "bloomberg", "upi", "kyodo"])

_DEMONYMS = re.compile(r"""(?:
    français|anglais|irlandais|écossais|gallois|islandais|néerlandais|finlandais|polonais|hongrois|danois|suédois|chinois|japonais|thaïlandais|libanais|portugais|sénégalais
    |camerounais|congolais|gabonais|soudanais|rwandais|ougandais|burundais|togolais|béninois|ivoirien|malien|nigérien|nigérian|ghanéen|guinéen|tchadien|centrafricain|algérien
    |marocain|tunisien|libyen|égyptien|israélien|palestinien|syrien|irakien|iranien|saoudien|yéménite|qatari|koweïtien|jordanien|turc|turque|grec|grecque|chypriote|italien
    |espagnol|suisse|suissesse|belge|luxembourgeois|monégasque|allemand|autrichien|tchèque|slovaque|slovène|croate|serbe|bosnien|bosniaque|monténégrin|kosovar|albanais|macédonien
    |bulgare|roumain|moldave|ukrainien|russe|biélorusse|letton|lituanien|estonien|norvégien|géorgien|arménien|azerbaïdjanais|azéri|kazakh|ouzbek|afghan|pakistanais|indien|népalais
    |bangladais|birman|vietnamien|cambodgien|laotien|malaisien|singapourien|indonésien|philippin|coréen|sud-coréen|nord-coréen|mongol|taïwanais|australien|néo-zélandais|canadien
    |québécois|américain|états-unien|mexicain|cubain|haïtien|jamaïcain|colombien|vénézuélien|équatorien|péruvien|bolivien|chilien|argentin|uruguayen|paraguayen|brésilien|kényan
    |éthiopien|somalien|érythréen|tanzanien|angolais|mozambicain|zambien|zimbabwéen|sud-africain|malgache|mauricien|britannique|européen|africain|asiatique|breton|corse|basque|catalan
    |french|english|irish|scottish|welsh|dutch|finnish|polish|hungarian|danish|swedish|chinese|japanese|thai|lebanese|portuguese|algerian|moroccan|tunisian|libyan|egyptian|israeli
    |palestinian|syrian|iraqi|iranian|saudi|turkish|greek|italian|spanish|swiss|belgian|german|austrian|czech|serbian|bulgarian|romanian|ukrainian|russian|norwegian|georgian|indian
    |pakistani|afghan|korean|australian|canadian|american|mexican|cuban|colombian|brazilian|british|european|african|asian
    )(?:e|ne|s|es|nes|de|des)?""", re.X | re.I)

SMALL = closed("de d du des la von van der den ter ten ben bin ibn abu el al di da del della dos das do y zu zum st sr jr")
STRONG = SMALL - {"de", "d", "du", "des", "la", "do"}

SAYING = closed("""
dire affirmer déclarer annoncer expliquer estimer assurer préciser indiquer ajouter souligner rappeler répondre confier raconter juger penser croire regretter dénoncer
accuser demander exiger promettre avertir confirmer démentir refuser admettre reconnaître insister conclure poursuivre espérer souhaiter craindre vouloir proposer critiquer
condamner saluer appeler décider signer réagir tweeter écrire plaider révéler rapporter publier citer interroger réclamer avouer nier
say tell announce add explain warn promise confirm deny refuse accuse ask demand claim argue believe hope want urge vow condemn decide sign reply insist write reveal report publish cite
""")
STATIVE = closed("être avoir abriter accueillir compter connaître trouver situer devenir rester sembler ressembler be have host house see remain become seem lie")


def is_demonym(word: str) -> bool:
    """Whether the word names people of a country."""
    return bool(_DEMONYMS.fullmatch(word))


def is_of_a_person(noun: str, any_trade: bool = True) -> bool:
    """Whether a noun says what somebody is: a post, a calling; with any_trade, whatever ends as trades do."""
    low = noun.casefold()
    return low in POSTS or low in CALLINGS or any_trade and bool(_OCCUPATION.fullmatch(low)) and not _NOT_ONE.fullmatch(low)
