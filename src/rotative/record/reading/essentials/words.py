"""Small words that the essentials are trimmed of, or that show that a sentence leans on another. Plain apostrophes."""
from __future__ import annotations

import re

from rotative.record.reading.listed import listed

# What a sentence may begin with and lose.
CONNECTORS = re.compile(
    r"(?:(?:Mais|Or|Et|Car|Donc|Ainsi|Toutefois|Cependant|Néanmoins|En effet|De fait|Par ailleurs|De plus|En outre|Enfin|Pourtant|Du reste|D'ailleurs|"
    r"Ensuite|Puis|En face|Exemple :|Alors|Après quoi|Au reste|Certes|Déjà|Là-dessus|En revanche|Au total|Bref|Surtout|Finalement|Résultat|Reste que|Quant à lui|Quant à elle|De son côté|De leur côté|Pour sa part|Pour leur part|"
    r"But|And|So|However|Meanwhile|Yet|Still|Moreover|Nevertheless|Nonetheless|In addition|Indeed|Finally|In fact|For (?:his|her|its|their) part|"
    r"In all|Also|Of course|On the other hand|By contrast)\s*,?\s+)+(?=\w|[«“\"])"
)
# What leans on a sentence before: times and places counted from another, the other one, a thing pointed at.
LEANING = re.compile(
    r"\b(?:la veille|le lendemain|ce jour-là|ce soir-là|cette nuit-là|plus tard|plus tôt|auparavant|entre-temps|là|là-bas|ci-dessus|ci-dessous|ici|"
    r"(?:l'|d'|les? |la |des? |aux? |un |une |deux |trois )autres?|les (?:deux|trois|quatre|cinq)(?! \w)|non plus|aussi|également|tous (?:deux|trois)|"
    r"toutes (?:deux|trois)|l'un|l'une|les uns|chacune?(?! d)|ce dernier|cette dernière|ces derniers|alors|ensuite|puis|ainsi|en effet|pourtant|sinon|"
    r"(?:le|la|les) (?:premi|second|derni|deuxi|troisi|quatri|cinqui)\w*(?=\s*(?:[.,;:]|$)|\s(?:a|ont|est|sont|était|disait|dit|veut|et)\b)|"
    r"cel(?:ui|le|les)-(?:ci|là)|ceux-(?:ci|là)|ce jour|"
    r"(?:le|la|the) (?:premi|second|derni|deuxi|troisi|quatri|cinqui|sixi|first|third|fourth|fifth|sixth|last)\w* (?:jour|soir|nuit|matin|day|night|evening|morning)|"
    r"(?:points?|sheet|feuillet|row|version) \d+(?! (?:de|du|of))|"
    r"(?:est|sont) (?:plus|moins) \w+(?! que)(?=[ ,]*(?:et|[.,:]))|"
    r"notre|nos|votre|vos|pareil|tels?|telles?|au contraire|en revanche|si bien|seule?ment alors|même chose|de même|même|c'est|c'était|ce sera|"
    r"the (?:others?|former|latter|same|first|second|third|next day|day before|previous day)(?=[ ,.;:]|$)|"
    r"one of them|two of them|(?:an)?other|others|also|too|either|neither|later|earlier|then|there(?! (?:is|are|was|were|will|has|have))|here|"
    r"instead|otherwise|our|your|both|each|such|"
    r"that (?:is|was|day|night|evening|morning)|it was|it is|it's|even so|the two|so)\b",
    re.I,
)
TIMES = listed(
    "matin midi soir nuit semaine mois année an été hiver printemps automne week-end après-midi siècle trimestre semestre fois "
    "morning evening afternoon night week month year summer winter spring autumn fall weekend time"
)
# Offices and bodies of which a reader of the paper knows but one.
KNOWN = listed(
    "gouvernement président présidente ministre ministère préfet préfète préfecture sous-préfet maire mairie ville région département métropole "
    "agglomération parquet procureur procureure police gendarmerie tribunal cour parlement sénat assemblée conseil état port parti opposition "
    "inspection intercommunalité rectorat régie syndicat comité majorité église université bourse armée météo droite gauche capitale commune municipalité pays "
    "government president minister ministry prefect prefecture mayor town city council county parliament senate court police prosecutor "
    "army church opposition state port country senator governor party"
)
# Adjectives that stand for a noun told before.
BARE = listed("personne rien nobody everybody everything nouveau nouvelle nouveaux nouvelles ancien ancienne même seul seule new old same only fourth fifth sixth quatrième cinquième premier première second seconde dernier dernière autre deux trois quatre cinq un une tout tous plupart certains one other rest most first last")
# What is done in a scene: told to let see, and not to let know.
SCENES = listed(
    "asseoir assoir regarder marcher sourire rire boire manger servir tendre hausser soupirer pleurer chanter danser fumer murmurer hocher respirer attendre dormir cuire humer "
    "sit look watch walk smile laugh drink eat serve shrug sigh cry sing dance smoke whisper nod breathe sleep raise lean stare"
)
# A person who is not named, at the head of a sentence.
SOMEBODY = re.compile(r"(?:[^,]{0,40}, |On \w+ \w+ )?\b(?:un homme|une femme|un enfant|une enfant|un monsieur|une dame|a man|a woman|a child|a boy|a girl)\b", re.I)
# What something looks, smells or sounds like; and that somebody said nothing.
COLOUR = re.compile(
    r"\b(?:a|ont|avait|avaient) (?:la couleur|l'odeur|le goût|l'air|la forme|le bruit) d|\bressembl\w+ à|\bn'(?:a|ont) (?:pas posé de questions?|posé aucune question|rien dit|pas dit un mot)\b"
    r"|\b(?:looks?|smells?|tastes?|sounds?) like\b|\b(?:asked no questions?|said nothing|says nothing)\b",
    re.I,
)
# How big a thing is: seldom what happened.
SIZES = re.compile(
    r"\b(?:fait|font|mesur\w+|pèsent?) (?:\w+ ){1,4}?(?:mètres?|centimètres?|millimètres?|kilos?|grammes?|tonnes?)\b(?! (?:plus|moins))|\b(?:metres?|meters?|feet|kilos?|pounds?|tons?) (?:across|high|long|wide|tall|deep|heavy)\b", re.I
)
