"""Places that any newspaper knows: countries, capitals, seats of government. Closed classes, French and English."""
from __future__ import annotations

_COUNTRIES = """
Afghanistan|Afrique du Sud|Albanie|Algérie|Allemagne|Andorre|Angleterre|Angola|Arabie saoudite|Argentine|Arménie|Australie|Autriche|Azerbaïdjan
Bahamas|Bahreïn|Bangladesh|Barbade|Belgique|Belize|Bénin|Bhoutan|Biélorussie|Birmanie|Bolivie|Bosnie-Herzégovine|Botswana|Brésil|Brunei|Bulgarie
Burkina Faso|Burundi|Cambodge|Cameroun|Canada|Cap-Vert|Centrafrique|Chili|Chine|Chypre|Colombie|Comores|Congo|Corée du Nord|Corée du Sud|Costa Rica
Côte d'Ivoire|Croatie|Cuba|Danemark|Djibouti|Dominique|Écosse|Égypte|Émirats arabes unis|Équateur|Érythrée|Espagne|Estonie|Eswatini|États-Unis
Éthiopie|Fidji|Finlande|France|Gabon|Gambie|Géorgie|Ghana|Grèce|Grenade|Guatemala|Guinée|Guyana|Haïti|Honduras|Hongrie|Inde|Indonésie|Irak|Iran
Irlande|Islande|Israël|Italie|Jamaïque|Japon|Jordanie|Kazakhstan|Kenya|Kirghizistan|Kosovo|Koweït|Laos|Lesotho|Lettonie|Liban|Liberia|Libye
Liechtenstein|Lituanie|Luxembourg|Macédoine du Nord|Madagascar|Malaisie|Malawi|Maldives|Mali|Malte|Maroc|Maurice|Mauritanie|Mexique|Moldavie|Monaco
Mongolie|Monténégro|Mozambique|Namibie|Népal|Nicaragua|Niger|Nigeria|Norvège|Nouvelle-Zélande|Oman|Ouganda|Ouzbékistan|Pakistan|Palestine|Panama
Paraguay|Pays-Bas|Pays de Galles|Pérou|Philippines|Pologne|Portugal|Qatar|Roumanie|Royaume-Uni|Russie|Rwanda|Saint-Marin|Sénégal|Serbie|Seychelles
Sierra Leone|Singapour|Slovaquie|Slovénie|Somalie|Soudan|Sri Lanka|Suède|Suisse|Suriname|Syrie|Tadjikistan|Taïwan|Tanzanie|Tchad|Tchéquie|Thaïlande
Togo|Tunisie|Turkménistan|Turquie|Ukraine|Uruguay|Vanuatu|Vatican|Venezuela|Viêt Nam|Vietnam|Yémen|Zambie|Zimbabwe|Afrique|Amérique|Asie|Europe|Océanie
Albania|Algeria|Germany|England|Saudi Arabia|Argentina|Armenia|Australia|Austria|Azerbaijan|Belgium|Bolivia|Brazil|Britain|Bulgaria|Cambodia|Cameroon
Chile|China|Cyprus|Colombia|Croatia|Denmark|Scotland|Egypt|Ecuador|Spain|Estonia|United States|United Kingdom|Ethiopia|Finland|Georgia|Greece|Hungary
India|Indonesia|Iraq|Ireland|Iceland|Israel|Italy|Jamaica|Japan|Jordan|Kuwait|Latvia|Lebanon|Libya|Lithuania|Malaysia|Morocco|Mexico|Moldova|Mongolia
Nepal|Norway|New Zealand|Netherlands|North Korea|South Korea|Peru|Poland|Romania|Russia|South Africa|Senegal|Serbia|Singapore|Slovakia|Slovenia|Somalia
Sudan|Sweden|Switzerland|Syria|Taiwan|Tanzania|Chad|Thailand|Tunisia|Turkey|Uganda|Uzbekistan|Wales|Yemen|Zambia|Africa|America|Asia
"""

_CAPITALS = """
Abuja|Accra|Addis-Abeba|Alger|Amman|Amsterdam|Ankara|Antananarivo|Asuncion|Athènes|Bagdad|Bakou|Bamako|Bangkok|Berlin|Berne|Beyrouth|Bogota
Brasilia|Bratislava|Brazzaville|Bruxelles|Bucarest|Budapest|Buenos Aires|Bujumbura|Canberra|Caracas|Copenhague|Conakry|Dakar|Damas|Doha|Dublin|Erevan
Hanoï|Harare|Helsinki|Islamabad|Jakarta|Jérusalem|Kaboul|Kampala|Katmandou|Khartoum|Kiev|Kigali|Kinshasa|Kyiv|La Havane|La Paz|La Valette|Le Caire
Libreville|Lima|Lisbonne|Ljubljana|Lomé|Londres|Luanda|Madrid|Manille|Maputo|Mexico|Minsk|Mogadiscio|Montevideo|Moscou|Nairobi|N'Djamena|New Delhi
Niamey|Nicosie|Nouakchott|Oslo|Ottawa|Ouagadougou|Paris|Pékin|Phnom Penh|Podgorica|Port-au-Prince|Porto-Novo|Prague|Pretoria|Pristina|Pyongyang|Quito
Rabat|Reykjavik|Riga|Riyad|Rome|Sanaa|Santiago|Sarajevo|Séoul|Skopje|Sofia|Stockholm|Tachkent|Taipei|Tallinn|Tbilissi|Téhéran|Tirana|Tokyo|Tripoli
Tunis|Vaduz|Varsovie|Vienne|Vilnius|Washington|Wellington|Yaoundé|Zagreb
Algiers|Athens|Baghdad|Bern|Beirut|Brussels|Bucharest|Copenhagen|Damascus|Hanoi|Havana|Jerusalem|Kabul|Kathmandu|Cairo|Lisbon|London|Manila|Mexico City
Moscow|Beijing|Riyadh|Seoul|Tashkent|Tehran|Vienna|Warsaw
"""

_SEATS = """
Élysée|Matignon|Bercy|Beauvau|Quai d'Orsay|place Vendôme|Palais-Bourbon|Luxembourg|Maison-Blanche|Maison Blanche|Pentagone|Kremlin|Downing Street
Berlaymont|Palais fédéral|Rideau Hall|Capitole|Rue de la Loi|White House|Pentagon|Whitehall|Capitol Hill|Westminster|Holyrood|Foggy Bottom
"""


def folded(words: str) -> str:
    """A name without case, for comparing."""
    return " ".join(words.casefold().replace("-", " ").split())


def _class(words: str) -> frozenset[str]:
    return frozenset(folded(each) for line in words.strip().splitlines() for each in line.split("|"))


COUNTRIES = _class(_COUNTRIES)
CAPITALS = _class(_CAPITALS)
SEATS = _class(_SEATS) - COUNTRIES
KNOWN = COUNTRIES | CAPITALS
GOVERNMENTS = CAPITALS | SEATS
