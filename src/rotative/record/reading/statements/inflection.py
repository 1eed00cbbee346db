"""The forms of the verbs that report words, from their infinitives. A model's lemmas are too often wrong for them."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_ER = {
    "e": ("e", "es", "ent", "er", "era", "eront", "erait", "eraient", "é", "ée", "és", "ées", "èrent"),
    "a": ("a", "ai", "as", "ait", "aient", "ais", "ant"),
}
_IR = ("is", "it", "issent", "issait", "issaient", "ira", "iront", "irait", "iraient", "irent", "issant", "i", "ie", "is", "ies", "ir")
_IRREGULAR = {
    "dire": "dire dis dit disent disait disaient dira diront dirait diraient dirent disant dite dits dites",
    "mettre": "mettre mets met mettent mettait mettaient mettra mettront mettrait mit mirent mettant mis mise mises",
    "crire": "crire cris crit crivent crivait crivaient crira criront crirait crivit crivirent crivant crite crits crites",
    "endre": "endre ends end endent endait endaient endra endront endrait endit endirent endant endu endue endus endues",
    "ondre": "ondre onds ond ondent ondait ondaient ondra ondront ondrait ondit ondirent ondant ondu ondue ondus ondues",
    "enir": "enir iens ient iennent enait enaient iendra iendront iendrait int inrent enant enu enue enus enues",
    "connaître": "connaître connaitre connais connaît connait connaissent connaissait connaissaient connaîtra connut connurent connaissant connu connue connus connues",
    "aindre": "aindre ains aint aignent aignait aignaient aindra aindrait aignit aignirent aignant ainte aints",
    "oindre": "oindre oins oint oignent oignait oignaient oindra oindrait oignit oignirent oignant ointe oints",
    "clure": "clure clus clut cluent cluait cluaient clura clurait clurent cluant clu clue clus clues",
    "croire": "croire crois croit croient croyait croyaient croira cru crut crurent croyant",
    "vouloir": "vouloir veut veulent voulait voulaient voudra voudrait voulut voulu voulant",
    "prévoir": "prévoir prévoit prévoient prévoyait prévoyaient prévoira prévoyant prévu prévue",
    "suivre": "suivre suis suit suivent suivait suivaient suivra suivit suivirent suivant suivi suivie",
    "mentir": "mentir mens ment mentent mentait mentaient mentira mentit mentirent mentant menti mentie mentis menties",
    "quérir": "quérir quiert quièrent quérait quéraient querra quit quirent quérant quis quise quises",
    "faire": "faire fait font faisait faisaient fera feront ferait fit firent faisant faite faits",
}
_ENGLISH = {
    "say": "say says said saying", "tell": "tell tells told telling", "write": "write writes wrote written writing",
    "think": "think thinks thought thinking", "hold": "hold holds held holding", "find": "find finds found finding",
    "swear": "swear swears swore sworn swearing", "foresee": "foresee foresees foresaw foreseen foreseeing",
    "feel": "feel feels felt feeling", "read": "read reads reading", "speak": "speak speaks spoke spoken speaking",
    "see": "see sees saw seen seeing", "make": "make makes made making", "put": "put puts putting",
}


def french(infinitive: str) -> Iterator[str]:
    """The forms in which a newspaper meets a French verb."""
    for ending, forms in _IRREGULAR.items():
        if infinitive.endswith(ending):
            stem = infinitive.removesuffix(ending)
            yield from (stem + form for form in forms.split())
            return
    if infinitive.endswith("ir"):
        yield from (infinitive[:-2] + ending for ending in _IR)
    else:
        yield from _first_group(infinitive[:-2])


def _first_group(stem: str) -> Iterator[str]:
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    yield from (stem + ending for ending in _ER["e"])
    yield from (soft + ending for ending in _ER["a"])
    for open_stem in {re.sub(r"é(\w{1,2})$", r"è\1", stem), re.sub(r"e([ln])$", r"è\1", stem), re.sub(r"el$", "ell", stem), re.sub(r"y$", "i", stem)} - {stem}:
        yield from (open_stem + ending for ending in ("e", "es", "ent", "era", "eront", "erait", "eraient"))


def english(infinitive: str) -> Iterator[str]:
    """The forms of an English verb."""
    if infinitive in _ENGLISH:
        yield from _ENGLISH[infinitive].split()
        return
    yield infinitive
    if infinitive.endswith("e"):
        yield from (infinitive + "s", infinitive + "d", infinitive[:-1] + "ing")
    elif re.search(r"[^aeiou]y$", infinitive):
        yield from (infinitive[:-1] + "ies", infinitive[:-1] + "ied", infinitive + "ing")
    else:
        yield from _consonant(infinitive)


def _consonant(infinitive: str) -> Iterable[str]:
    plural = infinitive + ("es" if re.search(r"(s|sh|ch|x)$", infinitive) else "s")
    doubled = infinitive + infinitive[-1]
    return plural, infinitive + "ed", infinitive + "ing", doubled + "ed", doubled + "ing"
