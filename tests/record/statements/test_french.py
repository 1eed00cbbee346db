"""French constructions, a sentence each: who says what."""
from __future__ import annotations

import pytest

from tests.record.statements import said

ONE = [
    # A clause after "que"
    ("La maire a déclaré que le port fermera lundi.", "La maire", "le port fermera lundi"),
    ("Inès Valmer affirme qu'elle n'a rien signé.", "Inès Valmer", "elle n'a rien signé"),
    ("Le préfet avait d'ailleurs annoncé que la route serait coupée.", "Le préfet", "la route serait coupée"),
    ("La préfecture avait à tort annoncé au début qu'elle fermait deux vannes.", "La préfecture", "elle fermait deux vannes"),
    ("Les pêcheurs ont fait savoir qu'ils bloqueraient le port.", "Les pêcheurs", "ils bloqueraient le port"),
    ("La direction laisse entendre que le site pourrait fermer.", "La direction", "le site pourrait fermer"),
    ("Le ministre s'est félicité que l'accord soit signé.", "Le ministre", "l'accord soit signé"),
    ("Les élus se demandent si le pont tiendra.", "Les élus", "le pont tiendra"),
    ("Noé Arlin, maire de Verel, a répondu que le budget était voté.", "Noé Arlin", "le budget était voté"),
    ("La maire, Inès Valmer, a précisé que l'école rouvrirait jeudi.", "La maire, Inès Valmer", "l'école rouvrirait jeudi"),
    ("Noé Arlin, 58 ans, a expliqué que le bateau prenait l'eau.", "Noé Arlin", "le bateau prenait l'eau"),
    ("Alors que le vent se lève, le nouveau capitaine du port assure que rien ne presse.", "le nouveau capitaine du port", "rien ne presse"),
    ("Il précise bien que les barrages sont levés.", "Il", "les barrages sont levés"),
    ("Noé Arlin avait lui-même estimé que la digue cède.", "Noé Arlin", "la digue cède"),
    # An infinitive
    ("La négociatrice affirme avoir reçu des menaces.", "La négociatrice", "avoir reçu des menaces"),
    ("Le syndicat refuse de signer le texte.", "Le syndicat", "signer le texte"),
    ("L'association demande au gouvernement de retirer la loi.", "L'association", "retirer la loi"),
    ("La préfecture invite les habitants à rester chez eux.", "La préfecture", "rester chez eux"),
    ("La ministre a promis de revenir en mars.", "La ministre", "revenir en mars"),
    ("L'homme a refusé d'obéir et a été arrêté par la police.", "L'homme", "obéir"),
    ("La compagnie annonce, dans un communiqué publié lundi, avoir vendu le bateau.", "La compagnie", "avoir vendu le bateau"),
    # A noun phrase
    ("Le maire dénonce une tentative de fraude.", "Le maire", "une tentative de fraude"),
    ("Les riverains réclament la fermeture de la carrière.", "Les riverains", "la fermeture de la carrière"),
    ("Le parquet a confirmé ce mardi la mort de deux marins.", "Le parquet", "la mort de deux marins"),
    ("L'armateur dément toute fuite de pétrole.", "L'armateur", "toute fuite de pétrole"),
    ("Le groupe a annoncé la vente du journal et il cherche un acheteur.", "Le groupe", "la vente du journal"),
    ("L'attaque a été condamnée par le gouvernement.", "le gouvernement", "L'attaque"),
    ("L'attaque a été condamnée.", None, None),
    ("Dans un communiqué de la mairie, on apprend que la digue est fissurée.", "un communiqué de la mairie", "la digue est fissurée"),
    # Accusations, and what somebody is called
    ("Le député accuse la maire d'avoir menti.", "Le député", "avoir menti"),
    ("La maire est accusée par le député d'avoir menti.", "le député", "avoir menti"),
    ("Elle qualifie le projet de « folie douce ».", "Elle", "« folie douce »"),
    ("Il décrit le port comme un cimetière de bateaux.", "Il", "le port comme un cimetière de bateaux"),
    ("La ministre juge la mesure « inacceptable ».", "La ministre", "la mesure « inacceptable »"),
    ("Le maire s'est dit « très inquiet » pour la digue.", "Le maire", "« très inquiet » pour la digue"),
    # Quotations
    ("« Le port ferme », a déclaré la maire.", "la maire", "« Le port ferme »"),
    ("« Le port ferme », a-t-elle déclaré.", "elle", "« Le port ferme »"),
    ("« Le port ferme », dit-il.", "il", "« Le port ferme »"),
    ("« Le port ferme », remarque-t-elle.", "elle", "« Le port ferme »"),
    ("« Qui paiera la digue ? » demande Inès Valmer.", "Inès Valmer", "« Qui paiera la digue ? »"),
    ("« Le port ferme », a-t-elle d'abord affirmé, avant de partir.", "elle", "« Le port ferme »"),
    ("« Le port ferme », estime pour sa part Noé Arlin, professeur de droit.", "Noé Arlin", "« Le port ferme »"),
    ("« Nous partons, a dit Inès Valmer, et nous ne reviendrons pas. »", "Inès Valmer", "« Nous partons, a dit Inès Valmer, et nous ne reviendrons pas. »"),
    ("« Nous partons, a-t-elle dit, et nous ne reviendrons pas. »", "elle", "« Nous partons, a-t-elle dit, et nous ne reviendrons pas. »"),
    ("« Nous partons », a dit la maire, « et nous ne reviendrons pas ».", "la maire", "« Nous partons », a dit la maire, « et nous ne reviendrons pas »"),
    ("Inès Valmer a prévenu : « Le port fermera. »", "Inès Valmer", "« Le port fermera. »"),
    ("Elle ajoute : « La digue ne tiendra pas cet hiver. »", "Elle", "« La digue ne tiendra pas cet hiver. »"),
    ("La maire a dit que « le port fermera ».", "La maire", "« le port fermera »"),
    ("Un marin précise qu'« il n'y avait plus personne » à bord.", "Un marin", "« il n'y avait plus personne » à bord"),
    ("Le port est « au bord du gouffre », selon la maire.", "la maire", "Le port est « au bord du gouffre »"),
    ("Il s'agit d'une « erreur de jeunesse », indique le préfet.", "le préfet", "Il s'agit d'une « erreur de jeunesse »"),
    ("\"Le port ferme\", a déclaré la maire.", "la maire", "\"Le port ferme\""),
    ("“Le port ferme”, a déclaré la maire.", "la maire", "“Le port ferme”"),
    ("« Il m’a dit “jamais”, et il est parti », raconte Inès Valmer.", "Inès Valmer", "« Il m’a dit “jamais”, et il est parti »"),
    ("« La mer monte plus vite que nos digues. »", None, "« La mer monte plus vite que nos digues. »"),
    # Sources by preposition
    ("Selon la préfecture, deux routes sont coupées.", "la préfecture", "deux routes sont coupées"),
    ("Deux routes sont coupées, selon la préfecture.", "la préfecture", "Deux routes sont coupées"),
    ("D'après Le Courrier, le navire aurait coulé.", "Le Courrier", "le navire aurait coulé"),
    ("De source policière, le suspect est mort.", "source policière", "le suspect est mort"),
    ("Pour elle, la digue ne tiendra pas.", "elle", "la digue ne tiendra pas"),
    ("Pour les syndicats, c'est une provocation.", "les syndicats", "c'est une provocation"),
    ("La digue tiendra encore un an, comme l'indique le rapport.", "le rapport", "La digue tiendra encore un an"),
    ("Selon Inès Valmer, professeure à Verel, la mer monte.", "Inès Valmer", "la mer monte"),
    # A cue set in, without marks
    ("Le port fermera lundi, a indiqué la maire.", "la maire", "Le port fermera lundi"),
    ("Le port, a indiqué la maire, fermera lundi.", "la maire", "Le port, a indiqué la maire, fermera lundi"),
    ("Le navire a coulé, a-t-on appris mardi.", None, None),
    ("La victime est le conducteur du train, un père de famille, a annoncé la police.", "la police", "La victime est le conducteur du train, un père de famille"),
    # Where the parse hangs a cue on the wrong noun
    ("La Compagnie a quant à elle reconnu une erreur dans le calcul.", "La Compagnie", "une erreur dans le calcul"),
    ("Ce dernier aurait, par courriel, expliqué avoir été renvoyé.", "Ce dernier", "avoir été renvoyé"),
    ("Celui-ci affirme que la digue tiendra.", "Celui-ci", "la digue tiendra"),
    ("La vidéo montrait Noé Arlin se vantant d'avoir triché.", "Noé Arlin", "avoir triché"),
    ("Le pont, dans le Môle, avait été bloqué par Inès Valmer, qui estimait qu'il coûtait trop cher.", "Inès Valmer", "il coûtait trop cher"),
    ("Noé Arlin — par ailleurs ancien directeur du port — a annoncé que le réseau est installé.", "Noé Arlin", "le réseau est installé"),
    ("Les membres se sont engagés à « agir de concert » .", "Les membres", "« agir de concert »"),
    ("Une source proche du dossier ajoute au Courrier que « la digue cède ».", "Une source proche du dossier", "« la digue cède »"),
    ("La halle centrale du port (Verel) a annoncé la naissance d'un phoque.", "La halle centrale du port", "la naissance d'un phoque"),
    ("Une étude publiée par la revue Marées Vives a avancé que la mer monte.", "Une étude", "la mer monte"),
    ("Noé Arlin avait, il y a un an, affirmé que la digue cède.", "Noé Arlin", "la digue cède"),
    ("La fermeture a été révélée il y a un an par Le Courrier.", "Le Courrier", "La fermeture"),
    ("Les bateaux que Verel considère comme perdus rentrent.", "Verel", "perdus"),
    ("« Le port ferme », a confié, au Courrier, le directeur du port.", "le directeur du port", "« Le port ferme »"),
    # A participle, a gerund, an infinitive beside a verb that says nothing
    ("Noé Arlin, candidat du port, a vite réagi en se disant « scandalisé ».", "Noé Arlin", "« scandalisé »"),
    ("Le préfet a publié un communiqué, tout en précisant que la digue tient.", "Le préfet", "la digue tient"),
    ("Après avoir qualifié le programme du candidat de dangereux, il se retire.", "il", "dangereux"),
    ("Une équipe de chercheurs vient de confirmer que la digue cède.", "Une équipe de chercheurs", "la digue cède"),
    # A paper whose name stands between marks
    ("« Quotidien » a affirmé que la digue cède.", "« Quotidien »", "la digue cède"),
    ("Selon « Quotidien », la digue cède.", "« Quotidien »", "la digue cède"),
    # Where the words end
    ("Noé Arlin, qui affirme que la digue cède, a été arrêté.", "Noé Arlin", "la digue cède"),
    ("Il est précisé que la digue sera gardée par un pompier.", None, "la digue sera gardée par un pompier"),
    ("L'alerte est levée à midi par la Météo, qui déclare que « le vent faiblit ».", "la Météo", "« le vent faiblit »"),
    ("Sur Twitter, Noé Arlin, qui l'avait reçu en mai, s'est dit « attristé ».", "Noé Arlin", "« attristé »"),
    ("En Orbance, Noé Arlin, ministre du port, a dit que la digue tient.", "Noé Arlin", "la digue tient"),
    ("Noé Arlin craint ainsi que la digue cède.", "Noé Arlin", "la digue cède"),
    ("Il en a profité pour rappeler dans un communiqué que l'enquête est en cours.", "Il", "l'enquête est en cours"),
    ("L'audit a recommandé une transaction afin de payer les sommes dues.", "L'audit", "une transaction afin de payer les sommes dues"),
    ("L'un d'eux a avoué le meurtre.", "L'un d'eux", "le meurtre"),
    ("Les proches rappellent avoir manqué d'informations sur ce qu'il s'est passé.", "Les proches", "avoir manqué d'informations sur ce qu'il s'est passé"),
    # To whom, when and where between an inverted cue and its subject
    ("« Le port ferme », a déclaré à l'AFP le maire de Verel.", "le maire de Verel", "« Le port ferme »"),
    ("« Le port ferme », a déclaré à l'AFP Noé Arlin.", "Noé Arlin", "« Le port ferme »"),
    ("« Le port ferme », a dit mardi à la presse Mme Valmer.", "Mme Valmer", "« Le port ferme »"),
    ("« Le port ferme », a écrit sur son compte Twitter la ministre.", "la ministre", "« Le port ferme »"),
    ("« Le port ferme », a ajouté, mardi, la maire.", "la maire", "« Le port ferme »"),
    ("« Le port ferme », avait expliqué lundi soir sur France 2 le Premier ministre.", "le Premier ministre", "« Le port ferme »"),
    ("La digue tiendra, a déclaré à la radio M. Arlin, maire de Verel.", "M. Arlin", "La digue tiendra"),
    # A point that ends no sentence, a relative, the source's own words around
    ("Pour M. Arlin, la digue ne tiendra pas.", "M. Arlin", "la digue ne tiendra pas"),
    ("La digue ne tiendra pas, selon M. Arlin.", "M. Arlin", "La digue ne tiendra pas"),
    ("Même son de cloche au ministère, selon lequel la digue tient.", "ministère", "la digue tient"),
    ("Le pont, comme l'a dit le préfet, est coupé.", "le préfet", "Le pont, comme l'a dit le préfet, est coupé"),
    ("Les images laissent voir, toujours selon la préfecture, que « la digue cède ».", "la préfecture", "Les images laissent voir, toujours selon la préfecture, que « la digue cède »"),
    ("Selon Inès Valmer, les plans, en Orbance, auraient été volés.", "Inès Valmer", "les plans, en Orbance, auraient été volés"),
    ("Dans le cadre d'un essai publié jeudi dans Nature, les chercheurs de Verel rapportent qu'ils ont réussi.", "les chercheurs de Verel", "ils ont réussi"),
    ("La maire le décrit comme un homme étrange.", "La maire", "un homme étrange"),
    ("Cette victoire est contestée, aussi bien par des milliers de pêcheurs que par les dockers.", "des milliers de pêcheurs", "Cette victoire"),
    ("Noé Arlin aurait, d'après Le Courrier, découvert cet or.", "Le Courrier", "Noé Arlin aurait, d'après Le Courrier, découvert cet or"),
    ("Ce jour-là, le risque était qualifié de « marqué » par Météo-Verel.", "Météo-Verel", "« marqué »"),
    ("Pour Arlin, au contraire, il s'agit d'« un moment historique ».", "Arlin", "il s'agit d'« un moment historique »"),
    ("La direction du groupe a diffusé un texte bref : « Le port ferme mardi à midi. »", "La direction du groupe", "« Le port ferme mardi à midi. »"),
    ("Moscou, qui dément toute ingérence, a convoqué l'ambassadeur.", "Moscou", "toute ingérence"),
    ("Karim Hacen, journaliste a tweeté : « Le port va fermer ».", "Karim Hacen", "« Le port va fermer »"),
    ("Paul Morel a ressorti une phrase de Noé Arlin qui disait en mai : « Il faut partir d'ici ».", "Noé Arlin", "« Il faut partir d'ici »"),
    ("L'auteur du tir, un homme de 40 ans, affirme avoir agi seul.", "L'auteur du tir", "avoir agi seul"),
    ("Pour Jean Morel (Parti du port), « la digue cède ».", "Jean Morel", "« la digue cède »"),
    ("Selon Nathalie Arlin (Lutte du port), la digue cède.", "Nathalie Arlin", "la digue cède"),
    ("« Le port a choisi son camp » — Noé Arlin, président du port", "Noé Arlin", "« Le port a choisi son camp »"),
    ("Arlin se tait depuis sa rencontre avec le préfet de Verel, Paul Morel, confiant qu'il est triste.", "Arlin", "il est triste"),
    ("Si Noé Arlin a annoncé qu'il attendrait, les pressions se multiplient.", "Noé Arlin", "il attendrait"),
    ("« Je l'écoute, confiait d'ailleurs Noé Arlin en mai. Il m'a aidé. »", "Noé Arlin", "« Je l'écoute, confiait d'ailleurs Noé Arlin en mai. Il m'a aidé. »"),
    # Where "on" tells from whom
    ("Le suspect a été arrêté, a-t-on appris de source policière.", "source policière", "Le suspect a été arrêté"),
    ("Deux personnes ont été tuées, a-t-on appris mardi auprès de la préfecture.", "la préfecture", "Deux personnes ont été tuées"),
    ("« C'est une mauvaise nouvelle », regrette-t-on à la mairie.", "la mairie", "« C'est une mauvaise nouvelle »"),
    ("À l'Élysée, on assure que rien n'est décidé.", "l'Élysée", "rien n'est décidé"),
    # A noun phrase behind to whom, or in what
    ("Le groupe annonce dans un communiqué la vente du port.", "Le groupe", "la vente du port"),
    ("La police a confirmé à l'AFP la mort de deux marins.", "La police", "la mort de deux marins"),
    ("Le parquet a requis trois ans de prison.", "Le parquet", "trois ans de prison"),
    ("Les médecins alertent sur la hausse des cas.", "Les médecins", "la hausse des cas"),
    ("La coopérative met en garde contre une hausse des prix.", "La coopérative", "une hausse des prix"),
    ("« Une honte », a réagi le député Noé Arlin.", "le député Noé Arlin", "« Une honte »"),
    # Where the words of somebody before a comma, a participle or a hyphen stand
    ("Il en a également profité pour rappeler que l'enquête est en cours.", "Il", "l'enquête est en cours"),
    ("Le port ferme, ce qu'a d'ailleurs confirmé le ministre de l'Intérieur Noé Arlin.", "le ministre de l'Intérieur Noé Arlin", "Le port ferme"),
    ("Le navire coule, ce que confirme la préfecture.", "la préfecture", "Le navire coule"),
    ("Selon ce qu'a confié Noé Arlin au Courrier, « la digue ne tiendra pas ».", "Noé Arlin", "« la digue ne tiendra pas »"),
    ("Selon ce que la maire a confié, la digue cède.", "la maire", "la digue cède"),
    ("Selon la police deux hommes ont été arrêtés.", "la police", "deux hommes ont été arrêtés"),
    ("D'après la préfecture trois routes sont coupées.", "la préfecture", "trois routes sont coupées"),
    ("Selon les rapports, la deuxième digue du port, Merle, tient.", "les rapports", "la deuxième digue du port, Merle, tient"),
    ("Comme l'a confirmé hier la préfecture, la digue cède.", "la préfecture", "la digue cède"),
    ("Pour le plaignant, « la digue ne tiendra pas longtemps ».", "le plaignant", "« la digue ne tiendra pas longtemps »"),
    ("Ému, il déclare : « Le port me manque et la mer aussi. »", "il", "« Le port me manque et la mer aussi. »"),
    ("Noé Arlin, pêcheur « modéré » du Môle et fondateur du mouvement « Mer libre », annonce que le port ferme.", "Noé Arlin", "le port ferme"),
    ("Le préfet doute, l'un des principaux élus du port estimant que la digue cède.", "l'un des principaux élus du port", "la digue cède"),
    ("Cent stations-service ont indiqué être en rupture d'eau.", "Cent stations-service", "être en rupture d'eau"),
    ("Des plongeurs étant venus au Môle, les digues les plus abîmées, la mairie et le port ont constaté que la mer monte.", "la mairie et le port", "la mer monte"),
    ("Le projet est jugé trop cher par Noé Arlin.", "Noé Arlin", "Le projet est jugé trop cher"),
    ("« Le port nous manque et la mer aussi », peut-on lire sur la page du musée.", "la page du musée", "« Le port nous manque et la mer aussi »"),
    ("L'étude montre que la mer monte.", "L'étude", "la mer monte"),
    ("Plus tard, il se sépare de ce dernier, refusant de soutenir le port.", "il", "soutenir le port"),
    ("Nombre de manifestants se trouvant sur le parcours du maire ont clamé : « Menteur et voleur du port ».", "Nombre de manifestants", "« Menteur et voleur du port »"),
    ("Le Canard enchaîné a tout d'abord soupçonné Inès Valmer d'avoir menti.", "Le Canard", "avoir menti"),
    ("Une alerte a été lancée par un individu, déclarant que trois hommes étaient entrés.", "un individu", "trois hommes étaient entrés"),
    ("Vers midi puis à 15 h, Noé Arlin, pêcheur « modéré » du Môle et fondateur du mouvement « Mer », annonce que le port ferme.", "Noé Arlin", "le port ferme"),
    ("Vers midi, place du Môle, des dockers manifestent contre la loi et scandent « Ouvrez le port et les digues ».", "des dockers", "« Ouvrez le port et les digues »"),
    ("La maire a été enfarinée par un militant opposé à la loi travail qui a crié « Le port ne se vend pas ».", "un militant opposé à la loi travail", "« Le port ne se vend pas »"),
    ("Le maire a publié un communiqué qui affirme que la digue cède.", "un communiqué", "la digue cède"),
    ("Un voisin, qui a coupé les ponts avec lui, le décrit comme un « homme étrange ».", "Un voisin", "un « homme étrange »"),
    ("« Même si cela ne rapporte rien, c'est un service obligatoire », analyse le propriétaire, Noé Arlin.", "le propriétaire, Noé Arlin", "« Même si cela ne rapporte rien, c'est un service obligatoire »"),
    ("La préfecture a d'autre part annoncé la fermeture du port.", "La préfecture", "la fermeture du port"),
    ("« Le texte est prêt », fait savoir l'Élysée.", "l'Élysée", "« Le texte est prêt »"),
    ("La direction, elle, assure que les négociations se poursuivent.", "La direction", "les négociations se poursuivent"),
    ("« Personne ne nous a prévenus. On a tout perdu », raconte, les larmes aux yeux, un habitant.", "un habitant", "« Personne ne nous a prévenus. On a tout perdu »"),
    ("L'association SOS Digue s'est félicitée de la décision, estimant que « c'est une victoire ».", "L'association SOS Digue", "« c'est une victoire »"),
    ("Le ministre a annoncé une aide, que le port juge insuffisante.", "Le ministre", "une aide, que le port juge insuffisante"),
    ("Selon Noé Arlin, qui préside l'association, la digue cède.", "Noé Arlin", "la digue cède"),
    # Of several, all
    ("La société Merle et son directeur général Noé Arlin ont annoncé que le port ferme.", "La société Merle et son directeur général Noé Arlin", "le port ferme"),
    ("Noé Arlin et Inès Valmer ont déclaré que le port ferme.", "Noé Arlin et Inès Valmer", "le port ferme"),
    ("Noé Arlin, Paul Morel et Inès Valmer dénoncent le virage du port.", "Noé Arlin, Paul Morel et Inès Valmer", "le virage du port"),
    ("Noé Arlin a répondu à Inès Valmer, qui avait commenté : « Le port est à vendre. »", "Inès Valmer", "« Le port est à vendre. »"),
    # Where it is not sure that anybody speaks
    ("Le vent a fait de gros dégâts, on déplore deux blessés.", None, None),
    ("La loi restera appliquée en attendant qu'elle soit abrogée puis remplacée, justifiant cette mesure par son coût.", None, "cette mesure par son coût"),
]


@pytest.mark.parametrize(("words", "speaker", "content"), ONE, ids=[words for words, *_ in ONE])
def test_one_statement(words: str, speaker: str | None, content: str | None) -> None:
    assert said(words) == ([] if content is None else [(speaker, content)])


SEVERAL = [
    (
        "La maire a dit que le port fermera et ajouté que la digue tiendra.",
        [("La maire", "le port fermera"), ("La maire", "la digue tiendra")],
    ),
    (
        "Le préfet annonce une enquête, expliquant que deux marins ont disparu.",
        [("Le préfet", "une enquête"), ("Le préfet", "deux marins ont disparu")],
    ),
    (
        "Inès Valmer affirme que le préfet a promis de revenir.",
        [("Inès Valmer", "le préfet a promis de revenir"), ("le préfet", "revenir")],
    ),
    (
        "« La mer monte », a-t-il dit, affirmant que la digue est perdue.",
        [("il", "« La mer monte »"), ("il", "la digue est perdue")],
    ),
    (
        "Ce dernier, accusant le maire d'avoir menti, a affirmé que la digue est solide.",
        [("Ce dernier", "avoir menti"), ("Ce dernier", "la digue est solide")],
    ),
    (
        "Un bateau a coulé selon la police, qui précise que la route est fermée.",
        [("la police", "Un bateau a coulé"), ("la police", "la route est fermée")],
    ),
    (
        "La maire assure que tout va bien, mais le préfet affirme que la digue cède.",
        [("La maire", "tout va bien"), ("le préfet", "la digue cède")],
    ),
    (
        "Le préfet a contesté les chiffres de la mairie : « Faites votre métier », a-t-il répondu aux journalistes.",
        [("Le préfet", "les chiffres de la mairie"), ("il", "« Faites votre métier »")],
    ),
    (
        "L'incendie a été revendiqué par un groupe de pêcheurs : « Nous avons brûlé le quai », ont-ils écrit.",
        [("un groupe de pêcheurs", "L'incendie"), ("ils", "« Nous avons brûlé le quai »")],
    ),
    (
        "Le préfet, Noé Arlin, fustige l'usage de la force, tout en évoquant la présence d'enfants.",
        [("Le préfet, Noé Arlin", "l'usage de la force"), ("Le préfet, Noé Arlin", "la présence d'enfants")],
    ),
    (
        "La maire a confirmé que la digue cède, alors que le préfet avait, il y a un an, qualifié cette idée de « légende ».",
        [("La maire", "la digue cède"), ("le préfet", "« légende »")],
    ),
    (
        "Insuffisant selon le collectif, qui exige « deux milliards tout de suite ».",
        [("le collectif", "Insuffisant"), ("le collectif", "« deux milliards tout de suite »")],
    ),
    (
        "Noé Arlin affirme être prêt : « le port tiendra », écrit-il ainsi, ajoutant que « le combat va se poursuivre ».",
        [("Noé Arlin", "être prêt"), ("il", "« le port tiendra »"), ("il", "« le combat va se poursuivre »")],
    ),
    (
        "Alors que Noé Arlin affirme que tout va bien, Paul Morel dit que la digue cède.",
        [("Noé Arlin", "tout va bien"), ("Paul Morel", "la digue cède")],
    ),
    (
        "Selon la mairie, le pont tiendra, tout en ajoutant que la digue cède.",
        [("la mairie", "le pont tiendra"), ("la mairie", "la digue cède")],
    ),
    (
        "Pour Noé Arlin, le moratoire est un premier pas et réclame des gestes forts.",
        [("Noé Arlin", "le moratoire est un premier pas"), ("Noé Arlin", "des gestes forts")],
    ),
    (
        "Selon la police, l'homme a fui, affirmant qu'il avait peur.",
        [("la police", "l'homme a fui, affirmant qu'il avait peur"), ("l'homme", "il avait peur")],
    ),
    (
        "La digue cède, selon la source proche du dossier, qui n'a pas donné plus de précision, mais a ajouté que le port ferme.",
        [("la source proche du dossier", "La digue cède"), ("la source proche du dossier", "le port ferme")],
    ),
    (
        "« Nous ferons au mieux », a répondu Noé Arlin, Paul Morel soulignant que la digue cède.",
        [("Noé Arlin", "« Nous ferons au mieux »"), ("Paul Morel", "la digue cède")],
    ),
    (
        "Vers dix heures, qualifiant d'« horreur » le vol du phare, Noé Arlin affirme ne pas en être l'auteur.",
        [("Noé Arlin", "« horreur »"), ("Noé Arlin", "ne pas en être l'auteur")],
    ),
    (
        "Après avoir annoncé en janvier la fermeture du port, l'opérateur Hydronord a affirmé que la digue tiendra.",
        [("l'opérateur Hydronord", "la fermeture du port"), ("l'opérateur Hydronord", "la digue tiendra")],
    ),
    (
        "Noé Arlin, candidat du port, après avoir rappelé que la digue cède, évoque la possibilité d'un pont.",
        [("Noé Arlin", "la digue cède"), ("Noé Arlin", "la possibilité d'un pont")],
    ),
    (
        "Le maire a qualifié cette décision d'absurde et la ministre du Port Inès Valmer, a demandé que les digues soient fermées.",
        [("la ministre du Port Inès Valmer", "les digues soient fermées")],
    ),
    (
        "« La digue cède et personne ne vient. » « C'est une honte pour le port », a dit Inès Valmer.",
        [("Inès Valmer", "« La digue cède et personne ne vient. »"), ("Inès Valmer", "« C'est une honte pour le port »")],
    ),
]


@pytest.mark.parametrize(("words", "expected"), SEVERAL, ids=[words for words, _ in SEVERAL])
def test_several_statements(words: str, expected: list[tuple[str, str]]) -> None:
    assert said(words) == expected


NONE = [
    "La maire n'a pas dit que le port fermerait.",
    "Le bilan annoncé était faux.",
    "Le film « Les Digues » sort mercredi.",
    "L'annonce du maire surprend les « gens de mer ».",
    "Elle doit annoncer sa candidature jeudi.",
    "Le temps sera beau selon les saisons.",
    "Le préfet a signé l'arrêté.",
    "Pour cette année, le port reste ouvert.",
    "Le samedi, pour prévenir les accidents, le pont a été fermé.",
    "La situation que révèle le mouvement des dockers est grave.",
    "Cela montre que la digue cède.",
    "La maire a repris plusieurs rues, avançant vers le port qu'elle avait perdu en août.",
    "Il traite les ordures de Verel depuis un an.",
    "Le port se qualifie pour la finale de mai.",
    "Le navire est nommé d'après Noé Arlin.",
    "Verel (VRL selon son sigle) est un port.",
    "Des informations selon lesquelles le port ferme ont circulé.",
    "Le maire critique la politique du préfet.",
    "« Orbance : la maire appelle au calme »",
    "Elle a été arrêtée pour « abus de biens sociaux et recel de biens sociaux et faux en écriture ».",
    "Contrairement à ce qu'a affirmé Noé Arlin, le port ferme.",
    "La fête a été saluée par vingt coups de canon.",
    "Elle avait loué un appartement.",
    "Le feu, qui s'est déclaré au neuvième étage, a tué deux marins.",
    "Jeudi, Noé Arlin s'est défendu lors de « L'Émission du port ».",
    "Qualifié de « charismatique », il s'oppose ainsi au maire.",
    "Une loi, selon laquelle la pêche est libre, a été votée.",
    "Le bateau se présente comme le successeur du Merle.",
    "Le navire a coulé, dit-on.",
    "La fête se révèle un succès, avec mille entrées vendues sur deux mille demandées.",
    "Elle annoncera sa candidature ce soir.",
    "Ce retour a été critiqué alors que Valmer a utilisé la loi.",
    "Le problème reste avant de pouvoir reprendre les fouilles : le moteur est cassé.",
    "Le retrait, auquel s'ajoutent la fin du port et le fait que la digue cède, inquiète.",
    "Les marchés ont réagi : l'action a perdu un dixième.",
    "Une autre tempête, « Marcel », est attendue sur la côte.",
    "Les chiffres montrent que le chômage baisse.",
    "La course promet un beau spectacle.",
    "La photo montre que la digue cède.",
    "Pour la première fois dans l'histoire du port, la digue a cédé.",
    "Pour l'heure, le port est fermé.",
    "Ce qui est fermé, pour ce qui est du port, le reste.",
    "Le tribunal a condamné le pêcheur à 5 000 francs d'amende.",
    "Selon la tradition, le maire est élu en mai.",
    "Ils sont soupçonnés d'avoir perçu une rançon versée par l'État.",
    "Le pont a été fermé, a-t-on annoncé hier à Alger.",
    "En fin d'après midi, les dockers ont brûlé leur cabane.",
    "La rue est fermée aux pairs ou aux impairs, selon le jour.",
    "Le bateau finit la course en 3'32\"89. Le second en 3'33\"01.",
]


@pytest.mark.parametrize("words", NONE)
def test_nothing_is_said(words: str) -> None:
    assert said(words) == []
