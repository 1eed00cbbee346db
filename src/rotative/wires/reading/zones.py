"""Time zones as newspapers write them: “heure de Paris”, “ET”, “GMT+1”."""

import re
from datetime import UTC, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

_PLACES = {
    "paris": "Europe/Paris",
    "bruxelles": "Europe/Brussels",
    "brussels": "Europe/Brussels",
    "geneve": "Europe/Zurich",
    "geneva": "Europe/Zurich",
    "suisse": "Europe/Zurich",
    "london": "Europe/London",
    "londres": "Europe/London",
    "uk": "Europe/London",
    "montreal": "America/Toronto",
    "new york": "America/New_York",
    "washington": "America/New_York",
    "moscou": "Europe/Moscow",
    "moscow": "Europe/Moscow",
    "kiev": "Europe/Kyiv",
    "kyiv": "Europe/Kyiv",
    "alger": "Africa/Algiers",
    "dakar": "Africa/Dakar",
    "abidjan": "Africa/Abidjan",
    "berlin": "Europe/Berlin",
    "tokyo": "Asia/Tokyo",
    "sydney": "Australia/Sydney",
    "quebec": "America/Toronto",
    "toronto": "America/Toronto",
}
_LETTERS = {
    "utc": "UTC",
    "gmt": "UTC",
    "tu": "UTC",
    "z": "UTC",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
    "bst": "Europe/London",
    "wet": "Europe/Lisbon",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "ct": "America/Chicago",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "mt": "America/Denver",
    "mst": "America/Denver",
    "mdt": "America/Denver",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "hne": "America/Toronto",
    "hae": "America/Toronto",
    "ist": "Asia/Kolkata",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
    "jst": "Asia/Tokyo",
    "eet": "Europe/Athens",
    "msk": "Europe/Moscow",
}
PATTERN = (
    r"(?:\(?(?:heure de |heure d'|heure )(?P<place>[a-z]+(?: york)?)\)?|\(?(?P<city>[a-z]+(?: york)?) time\)?|"
    r"\(?(?P<letters>utc|gmt|tu|cest|cet|bst|wet|edt|est|et|cdt|cst|ct|mdt|mst|mt|pdt|pst|pt|hne|hae|ist|aest|aedt|jst|eet|msk|z)\b"
    r"(?P<shift> ?[+-] ?\d{1,2}(?::?\d\d)?)?\)?|(?P<offset>[+-]\d\d:?\d\d)\b)"
)


def named(found: dict[str, str | None]) -> tzinfo | None:
    """The zone that the groups of PATTERN matched."""
    shift = found.get("offset") or found.get("shift")
    if shift:
        return _shifted(shift.replace(" ", ""))
    place = found.get("place") or found.get("city")
    name = _PLACES.get(place or "") or _LETTERS.get(found.get("letters") or "")
    return (UTC if name == "UTC" else ZoneInfo(name)) if name else None


def _shifted(text: str) -> tzinfo | None:
    sign, digits = text[0], re.sub(r"\D", "", text[1:])
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if sign == "-" else shift) if shift < timedelta(hours=15) else None
