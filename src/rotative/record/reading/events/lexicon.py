"""Words of events: of what happens, of what is only said, of what has no moment."""
from __future__ import annotations

import re

from rotative.record.reading.listed import listed

HAPPENINGS = listed(
    "accident affrontement arrestation assaut attaque attentat audience bataille bombardement braquage catastrophe cérémonie combat concert conférence "
    "congrès consultation coup crash crue cyclone débat décès défaite défilé démission élection émeute enlèvement entretien évacuation exécution "
    "explosion festival frappe fusillade grève guerre inauguration incendie inondation intervention investiture législative manifestation marche massacre match "
    "meeting meurtre mort municipale mutinerie naufrage nomination obsèques offensive opération ouverture perquisition présidentielle procès procession putsch "
    "rassemblement référendum rencontre réunion révolte scrutin séance séisme signature sommet tempête tremblement tuerie victoire visite vote "
    "accident arrest assault attack battle blast bombing ceremony clash concert conference congress crash cyclone death debate defeat earthquake election "
    "eruption evacuation explosion fire flood funeral hearing inauguration interview killing launch march massacre match meeting murder protest raid rally "
    "referendum resignation riot robbery session shooting signing storm strike summit trial verdict victory visit vote war wreck"
)
SAYING = listed(
    "accuser admettre affirmer ajouter annoncer appeler apprendre assurer avancer avertir avouer citer clamer commenter confier confirmer conclure considérer "
    "contester croire craindre déclarer demander démentir dénoncer déplorer deviner dire douter écrire espérer estimer évoquer exiger expliquer faire-savoir "
    "imaginer indiquer insister interroger jurer juger lire menacer nier noter observer ordonner parler penser plaider préciser prédire prétendre prévenir prévoir "
    "proclamer promettre proposer raconter rappeler rapporter réclamer reconnaître redouter refuser regretter rejeter remarquer répéter répliquer répondre "
    "reprocher révéler rêver saluer savoir signaler souhaiter souligner soutenir suggérer supposer tweeter vouloir "
    "accuse acknowledge add admit allege announce argue ask assert believe claim comment concede conclude confirm consider contend declare demand deny describe "
    "disclose doubt dream estimate expect explain fear hope imply insist know mention note observe order pledge predict promise propose quote read recall "
    "recommend refuse regret reject repeat reply report request respond reveal say speak state stress suggest suppose swear tell think threaten tweet urge "
    "vow want warn wish write"
)
NO_EVENT = listed(
    "avoir être sembler paraître devoir pouvoir falloir rester demeurer compter continuer aller venir dater remonter concerner appartenir contenir "
    "consister exister durer attendre coûter valoir peser mesurer viser tenter essayer envisager risquer laisser faire comporter correspondre "
    "be have seem appear must may can need remain stay continue belong contain consist exist last wait cost weigh measure try attempt plan risk let "
    "mean matter aim intend date depend include involve concern feel look"
)
CALLED_OFF = listed("annuler reporter repousser suspendre ajourner boycotter empêcher éviter cancel postpone delay suspend adjourn boycott prevent avoid avert")
WHEN = listed("lorsque lorsqu' quand alors tandis après when while after as")
OPEN = listed("depuis jusqu' jusque jusqu'à jusqu'au avant dès d'ici since until till before by from ici")
AT = listed("à au aux en dans sur près devant chez in at near on outside inside")
ASIDES = listed("qui que qu' dont où lequel laquelle who which that whom where")
SIGNS = (",", "(", ";", ":", "–", "—", "«", "“", ".")
CONNECTORS = listed("puis et mais or ainsi alors donc enfin then and but so also")
# A subject that is known from a sentence before only.
LEANING = listed("ce cet cette ces son sa ses leur leurs eux elles ceux celles this that these those his her its their them")
# The paper keeps its distance from the whole sentence.
HEDGED = re.compile(
    r"^(?:Selon|D'après|Pour|Si|S'il|S'ils|S'elle|À en croire|A en croire|According to|If|Unless|Were|Had)\b|"
    r"\b(?:selon|d'après|according to|allegedly|reportedly|aurait|auraient|serait|seraient|would|could|might|peut-être|sans doute|probablement|perhaps|probably)\b"
)
