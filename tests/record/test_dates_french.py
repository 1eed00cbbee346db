"""Dates in French, as the news says them. The paper is of Tuesday 24 November 2026."""
from __future__ import annotations

import pytest

from tests.record.dated import reach, said

CASES = {
    # Weekdays: behind with a past tense, ahead with a future, today's when it is today's.
    "Inès Valmer a annoncé mercredi sa démission.": ["mercredi DATE 2026-11-18"],
    "Les deux parties se réuniront jeudi à Verel.": ["jeudi DATE 2026-11-26"],
    "La négociatrice a dit lundi que le vote aurait lieu vendredi, et qu'il sera suivi samedi.": ["lundi DATE 2026-11-23", "vendredi DATE 2026-11-27", "samedi DATE 2026-11-28"],
    "Le conseil s'est réuni mardi.": ["mardi DATE 2026-11-24"],
    "La rencontre prévue jeudi a été annulée.": ["jeudi DATE 2026-11-26"],
    "Le pont, fermé depuis samedi, reste surveillé.": ["samedi DATE 2026-11-21"],
    "L'accord, conclu vendredi dernier, sera voté jeudi prochain.": ["vendredi dernier DATE 2026-11-20", "jeudi prochain DATE 2026-11-26"],
    "LE PORT ROUVRE DIMANCHE": ["DIMANCHE DATE 2026-11-29"],
    "Jeudi, à 20 heures, la maire a pris la parole.": ["Jeudi DATE 2026-11-19", "20 heures TIME 2026-11-19T20:00"],
    "Elle l'a promis jeudi de la semaine dernière.": ["jeudi de la semaine dernière DATE 2026-11-19"],
    "Lundi, mardi et mercredi, les ateliers seront fermés.": ["Lundi DATE 2026-11-30", "mardi DATE 2026-12-01", "mercredi DATE 2026-12-02"],
    "Trois blessés vendredi, deux samedi. La tempête avait commencé jeudi.": ["vendredi DATE 2026-11-20", "samedi DATE 2026-11-21", "jeudi DATE 2026-11-19"],
    "Le ministre vient d'être nommé ce lundi ; ce dimanche, jour de paix.": ["ce lundi DATE 2026-11-23", "ce dimanche DATE 2026-11-22"],
    # Days told from today.
    "Hier, le préfet a refusé ; demain, il recevra la presse.": ["Hier DATE 2026-11-23", "demain DATE 2026-11-25"],
    "Le bac a coulé avant-hier.": ["avant-hier DATE 2026-11-22"],
    "La ministre se rend aujourd'hui à Verel.": ["aujourd'hui DATE 2026-11-24"],
    "Aujourd'hui, la ville vit du tourisme.": ["Aujourd'hui TIME PRESENT_REF"],
    "Le maire a signé mercredi 18 novembre. Le lendemain, il a démissionné ; la veille, il jurait de rester.": [
        "mercredi 18 novembre DATE 2026-11-18", "Le lendemain DATE 2026-11-19", "la veille DATE 2026-11-18",
    ],
    "Le 3 novembre, la grève a commencé. Le même jour, le port a fermé.": ["Le 3 novembre DATE 2026-11-03", "Le même jour DATE 2026-11-03"],
    # Days of the calendar.
    "Le navire a quitté L'Amer le 12 mars 2025.": ["le 12 mars 2025 DATE 2025-03-12"],
    "Le traité du 1er juillet a été dénoncé.": ["1er juillet DATE 2026-07-01"],
    "Il a été arrêté le 21 février.": ["le 21 février DATE 2026-02-21"],
    "La salle ouvrira le 15 janvier.": ["le 15 janvier DATE 2027-01-15"],
    "Elle avait été élue le 20 décembre dernier.": ["le 20 décembre dernier DATE 2025-12-20"],
    "Le sommet s'est tenu du 24 au 26 octobre.": ["24 DATE 2026-10-24", "26 octobre DATE 2026-10-26"],
    "Les 6, 7 et 8 avril prochains, trois votes auront lieu.": ["Les 6 DATE 2027-04-06", "7 DATE 2027-04-07", "8 avril prochains DATE 2027-04-08"],
    "Publié le 24/11/2026, revu le 25.11.2026.": ["le 24/11/2026 DATE 2026-11-24", "le 25.11.2026 DATE 2026-11-25"],
    "Le fichier est daté de 2026-02-28.": ["2026-02-28 DATE 2026-02-28"],
    "Le 5, la commission dira oui.": ["Le 5 DATE 2026-12-05"],
    "Le 29 février sera chômé.": ["Le 29 février DATE 2028-02-29"],
    "Le conseil se réunira le premier lundi de décembre.": ["le premier lundi de décembre DATE 2026-12-07"],
    "Les travaux auront lieu la semaine du 7 décembre.": ["la semaine du 7 décembre DATE 2026-W50"],
    # Feasts.
    "À Noël, les quais seront fermés.": ["Noël DATE 2026-12-25"],
    "Ils rouvriront à Pâques 2027, puis le lundi de Pentecôte 2027.": ["Pâques 2027 DATE 2027-03-28", "le lundi de Pentecôte 2027 DATE 2027-05-17"],
    "La Toussaint a rempli les hôtels.": ["La Toussaint DATE 2026-11-01"],
    # Hours and parts of the day.
    "La réunion commencera à 14 h 30 et finira vers midi.": ["14 h 30 TIME 2026-11-24T14:30", "midi TIME 2026-11-24T12:00"],
    "Hier vers 18 h, un hangar a brûlé ; à 20h15, le feu était éteint.": ["Hier DATE 2026-11-23", "18 h TIME 2026-11-23T18:00", "20h15 TIME 2026-11-23T20:15"],
    "Vers 15 h 30, hier, la sirène a retenti.": ["15 h 30, hier TIME 2026-11-23T15:30"],
    "Le marché est ouvert de 9 h à 12 h 30.": ["9 h TIME 2026-11-24T09:00", "12 h 30 TIME 2026-11-24T12:30"],
    "Elle est partie à 8 heures du matin et rentrée à sept heures du soir.": ["8 heures du matin TIME 2026-11-24T08:00", "sept heures du soir TIME 2026-11-24T19:00"],
    "Rendez-vous à 19 heures, samedi 28 novembre, devant l'hôtel de ville.": ["19 heures, samedi 28 novembre TIME 2026-11-28T19:00"],
    "Hier soir, ce matin, demain après-midi.": ["Hier soir TIME 2026-11-23TEV", "ce matin TIME 2026-11-24TMO", "demain après-midi TIME 2026-11-25TAF"],
    "Il est mort dans la nuit de samedi à dimanche.": ["la nuit de samedi à dimanche TIME 2026-11-21TNI"],
    "Dans la nuit du 14 au 15 novembre, deux hommes ont fui.": ["la nuit du 14 au 15 novembre TIME 2026-11-14TNI"],
    "La séance a repris en début d'après-midi.": ["début d'après-midi TIME 2026-11-24TAF"],
    "Ils ont signé mercredi 18 novembre au soir.": ["mercredi 18 novembre au soir TIME 2026-11-18TEV"],
    "Hier à 22 h, le phare s'est éteint ; à ce moment-là, le port dormait.": ["Hier DATE 2026-11-23", "22 h TIME 2026-11-23T22:00", "ce moment-là TIME 2026-11-23T22:00"],
    "La nuit dernière, deux barques ont coulé ; l'après-midi, on les cherchait.": ["La nuit dernière TIME 2026-11-23TNI", "l'après-midi TIME 2026-11-23TAF"],
    "Le guichet ouvre de 14 à 16 h 30 et ferme à minuit.": ["14 TIME 2026-11-24T14:00", "16 h 30 TIME 2026-11-24T16:30", "minuit TIME 2026-11-24T24:00"],
    # Weeks, months, seasons, years and longer.
    "Plus tôt cette semaine, elle avait prévenu.": ["Plus tôt cette semaine DATE 2026-W48"],
    "La semaine dernière, le mois dernier, l'an dernier.": ["La semaine dernière DATE 2026-W47", "le mois dernier DATE 2026-10", "l'an dernier DATE 2025"],
    "Le vote est attendu la semaine prochaine, ou l'année prochaine.": ["la semaine prochaine DATE 2026-W49", "l'année prochaine DATE 2027"],
    "Les écoliers ont défilé le week-end dernier.": ["le week-end dernier DATE 2026-W47-WE"],
    "Le port rouvrira fin mars.": ["fin mars DATE 2027-03"],
    "Mi-novembre, début 2025, courant 2024 : trois retards.": ["Mi-novembre DATE 2026-11", "début 2025 DATE 2025", "courant 2024 DATE 2024"],
    "La rentrée de septembre s'est bien passée.": ["septembre DATE 2026-09"],
    "Elle dirige le port depuis 2014.": ["2014 DATE 2014"],
    "La guerre a duré de 1914 à 1918.": ["1914 DATE 1914", "1918 DATE 1918"],
    "En 2019, puis en 2021-2022, le chantier s'est arrêté.": ["2019 DATE 2019", "2021 DATE 2021", "2022 DATE 2022"],
    "Deux pannes ont eu lieu en 97 (en janvier et en octobre).": ["97 DATE 1997", "janvier DATE 1997-01", "octobre DATE 1997-10"],
    "Dans les années 1990, la ville vivait du sel ; dans les années 60, du thon.": ["les années 1990 DATE 199X", "les années 60 DATE 196X"],
    "Le phare date de la fin du XIXe siècle.": ["la fin du XIXe siècle DATE 18XX"],
    "Cet été, les bateaux sont restés à quai.": ["Cet été DATE 2026-SU"],
    "Le parlement votera au printemps 2027 ; l'hiver dernier, il dormait.": ["printemps 2027 DATE 2027-SP", "l'hiver dernier DATE 2025-WI"],
    "En été, la plage est pleine.": ["été DATE XXXX-SU"],
    "Au premier trimestre 2026, les ventes ont reculé.": ["premier trimestre 2026 DATE 2026-Q1"],
    "Tout sera réglé d'ici la fin de l'année.": ["la fin de l'année DATE 2026"],
    "Le chantier ira de mars à juin.": ["mars DATE 2027-03", "juin DATE 2027-06"],
    "L'année précédente, en 2018, elle avait perdu.": ["L'année précédente DATE 2025", "2018 DATE 2018"],
    "L'hiver 1954, puis celui de 2027, au IIIe siècle.": ["L'hiver 1954 DATE 1954-WI", "2027 DATE 2027", "IIIe siècle DATE 02XX"],
    # Durations.
    "Il a gagné avec 30,4 secondes d'avance.": ["30,4 secondes DURATION PT30.4S"],
    "La traversée dure deux heures trente, ou une heure et demie.": ["deux heures trente DURATION PT2H30M", "une heure et demie DURATION PT1.5H"],
    "Le chantier a pris deux ans et demi.": ["deux ans et demi DURATION P2.5Y"],
    "Elle a couru en 2 h 12 min 30 s.": ["2 h 12 min 30 s DURATION PT2H12M30S"],
    "Il y a trois ans, le quai avait brûlé.": ["trois ans DURATION P3Y"],
    "Il a été condamné à dix ans de prison, dont deux ans avec sursis.": ["dix ans DURATION P10Y", "deux ans DURATION P2Y"],
    "Un bail de trois ans, un mandat de 6 ans.": ["trois ans DURATION P3Y", "6 ans DURATION P6Y"],
    "La panne a duré plusieurs jours, puis une dizaine de minutes, puis un quart d'heure.": [
        "plusieurs jours DURATION PXD", "une dizaine de minutes DURATION PT10M", "un quart d'heure DURATION PT15M",
    ],
    "Ces derniers jours, le vent est tombé.": ["Ces derniers jours DURATION PXD"],
    "Le phare veille depuis plus d'un siècle.": ["plus d'un siècle DURATION P100Y"],
    # Repetitions.
    "Le bac passe tous les jours, trois fois par jour.": ["tous les jours SET P1D", "trois fois par jour SET P1D"],
    "Le marché se tient chaque mardi.": ["chaque mardi SET XXXX-WXX-2"],
    "Le musée est gratuit le dimanche.": ["le dimanche SET XXXX-WXX-7"],
    "Un vol toutes les deux heures, une réunion hebdomadaire, un rapport annuel.": ["toutes les deux heures SET PT2H", "hebdomadaire SET P1W", "annuel SET P1Y"],
    "Il répète chaque soir, et le 1er samedi du mois, un jour sur deux en été.": [
        "chaque soir SET XXXX-XX-XXTEV", "le 1er samedi du mois SET XXXX-WXX-6", "un jour sur deux SET P2D", "été DATE XXXX-SU",
    ],
    # Vague times.
    "Le port est désormais fermé ; il rouvrira prochainement.": ["désormais TIME PRESENT_REF", "prochainement TIME FUTURE_REF"],
    "Elle a récemment dit le contraire.": ["récemment TIME PAST_REF"],
}
NOTHING = [
    "Le pêcheur, 54 ans, a été retrouvé.",
    "Un homme de 32 ans est en garde à vue.",
    "Âgée de 61 ans, elle part à la retraite à 64 ans.",
    "La grève a coûté 2 000 euros et rassemblé 2000 personnes.",
    "Il marchait sur le Champ-de-Mars, place du 8 Mai 1945.",
    "Elle habite le 10, rue du 11-Novembre.",
    "Le quotidien local a été vendu à un hebdomadaire.",
    "Une seconde fois, la mi-temps a été interrompue.",
    "Le 31 avril n'existe pas.",
    "Le score est de 3 à 2.",
    "Maud, 31 ans et Yann, 44 ans, ont quitté le port.",
    "Il court les 24 Heures de Verel et relit la guerre de Cent Ans.",
    "Le premier des ministres a fêté ses 40 ans.",
    "Le printemps de la liberté est un titre.",
]
INTERVALS = {
    "Elle dirige le port depuis 2014.": [("2014-01-01", None)],
    "Le sommet se tiendra du 24 au 26 décembre.": [("2026-12-24", "2026-12-26")] * 2,
    "Entre le 3 et le 7 janvier, la ligne sera coupée.": [("2027-01-03", "2027-01-07")] * 2,
    "Les travaux dureront jusqu'au 30 juin 2027.": [(None, "2027-06-30")],
    "Tout sera réglé d'ici la fin de l'année.": [("2026-11-24", "2026-12-31")],
    "Le port rouvrira fin mars.": [("2027-03-21", "2027-03-31")],
    "La loi s'applique à partir du 1er janvier 2027.": [("2027-01-01", None)],
    "Il faut voter avant le 1er mars 2027.": [(None, "2027-02-28")],
    "Il y a trois ans, le quai avait brûlé.": [("2023-01-01", "2023-12-31")],
    "Il y a deux semaines, elle disait le contraire.": [("2026-11-10", "2026-11-10")],
    "Le bac sera réparé dans dix jours.": [("2026-12-04", "2026-12-04")],
    "Au cours des trois derniers mois, le trafic a baissé.": [("2026-08-24", "2026-11-24")],
    "Plus tôt cette semaine, elle avait prévenu.": [("2026-11-23", "2026-11-24")],
    "Il viendra demain à 14 h 30.": [("2026-11-25", "2026-11-25"), ("2026-11-25T14:30+01:00", "2026-11-25T14:30+01:00")],
    "Ils ont signé le 20 juin au soir.": [("2026-06-20T18:00+02:00", "2026-06-20T23:59+02:00")],
    "Il sera prêt d'ici dix ans.": [("2026-11-24", "2036-11-24")],
    "Le bac passe tous les jours.": [(None, None)],
}


@pytest.mark.parametrize("words", CASES)
def test_a_date_is_found_and_understood_as_readers_would(words: str) -> None:
    assert [" ".join(each) for each in said(words, "fr")] == CASES[words]


@pytest.mark.parametrize("words", NOTHING)
def test_ages_amounts_streets_and_papers_are_no_dates(words: str) -> None:
    assert said(words, "fr") == []


@pytest.mark.parametrize("words", INTERVALS)
def test_words_before_a_date_open_or_close_its_interval(words: str) -> None:
    assert reach(words, "fr") == INTERVALS[words]


def test_typographic_signs_and_capitals_are_read_as_plain_ones() -> None:
    words = "L’an dernier, à 14\u202fh\u202f30 ; aujourd’hui mardi, EN DÉCEMBRE 2025"
    assert [each[2] for each in said(words, "fr")] == ["2025", "2026-11-24T14:30", "2026-11-24", "2025-12"]


def test_the_day_of_one_paragraph_holds_in_the_next() -> None:
    words = "Mercredi 18 novembre, le conseil s'est réuni.\nÀ 20 heures, la séance a été levée."
    assert said(words, "fr")[-1] == ("20 heures", "TIME", "2026-11-18T20:00")
