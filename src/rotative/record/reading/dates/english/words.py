"""The words of time in English."""
from __future__ import annotations

from rotative.record.reading.dates.language import Bounds

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "aug.": 8, "sept.": 9, "sep.": 9, "oct.": 10, "nov.": 11, "dec.": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}
FULL_MONTHS = tuple(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
WEEKDAYS = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}
SHORT_WEEKDAYS = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
# From the day of publication; those of the next line from the last day told.
DAYS = {
    "the day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "the day after tomorrow": 2, "last night": -1, "tonight": 0,
    "the next day": 1, "next day": 1, "the following day": 1, "the day after": 1, "the previous day": -1, "a day earlier": -1, "a day later": 1,
    "the day before": -1, "the same day": 0, "that day": 0, "that same day": 0,
}
SHIFTS = {"last": -1, "past": -1, "previous": -1, "recent": -1, "this": 0, "current": 0, "this past": -1, "this coming": 1, "next": 1, "coming": 1, "following": 1, "upcoming": 1}
ANAPHORIC_SHIFTS = ("previous", "following")
UNITS = {
    "year": "Y", "years": "Y", "month": "M", "months": "M", "week": "W", "weeks": "W", "day": "D", "days": "D", "hour": "TH", "hours": "TH", "minute": "TM", "minutes": "TM",
    "second": "TS", "seconds": "TS", "decade": "10Y", "decades": "10Y", "century": "100Y", "centuries": "100Y", "quarter": "3M", "quarters": "3M",
    "weekend": "WE", "weekends": "WE", "fortnight": "2W", "fortnights": "2W", "millennium": "1000Y", "night": "D", "nights": "D",
}
SHORT_UNITS = {"half": "6M", "hrs": "TH", "hr": "TH", "mins": "TM", "min": "TM", "secs": "TS", "sec": "TS"}
LATE_PARTS = {"nightfall": "EV", "tonight": "NI"}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "12:00", "midday": "12:00", "midnight": "24:00", "dawn": "MO", "dusk": "EV"}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1, "final": -1}
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12, "other": 2,
}
DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
EDGES = {
    "early": "start", "start": "start", "beginning": "start", "mid": "mid", "middle": "mid", "late": "end", "end": "end", "earlier": "past", "later": "ahead",
}
VAGUE = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "at present": "PRESENT_REF", "at the moment": "PRESENT_REF", "nowadays": "PRESENT_REF", "these days": "PRESENT_REF",
    "right now": "PRESENT_REF", "for now": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF", "previously": "PAST_REF", "formerly": "PAST_REF", "in the past": "PAST_REF",
    "soon": "FUTURE_REF", "shortly": "FUTURE_REF", "in the future": "FUTURE_REF", "in the near future": "FUTURE_REF", "in future": "FUTURE_REF",
}
REPEATS = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "biannual": "P6M", "biennial": "P2Y",
    "nightly": "P1D", "hourly": "PT1H", "fortnightly": "P2W",
}
HOLIDAYS = {
    "christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "boxing day": "12-26", "new year's day": "01-01", "new year's eve": "12-31", "new year's": "01-01",
    "easter": "easter+0", "easter sunday": "easter+0", "easter monday": "easter+1", "good friday": "easter-2", "ash wednesday": "easter-46", "whit monday": "easter+50",
    "halloween": "10-31", "valentine's day": "02-14", "st. patrick's day": "03-17", "independence day": "07-04", "the fourth of july": "07-04", "veterans day": "11-11",
    "armistice day": "11-11", "thanksgiving": "11/4/4", "thanksgiving day": "11/4/4", "labor day": "09/1/1", "memorial day": "05/1/-1", "bastille day": "07-14",
    "martin luther king jr. day": "01/1/3", "presidents day": "02/1/3", "columbus day": "10/1/2", "juneteenth": "06-19", "may day": "05-01", "mother's day": "05/7/2",
}
PAST = (
    r"was|were|had|did|said|told|went|came|took|made|won|lost|held|began|left|fell|rose|found|gave|got|saw|kept|sent|spoke|struck|broke|led|met|wrote|thought|brought|bought|sold"
    r"|knew|grew|flew|drove|shot|hit|cut|put|became|stood|felt|heard|paid|ran|sat|set off|beat|built|chose|fought|quit|read|since|after|following|in the wake of|(?:has|have)(?: \w{1,14}){0,2} \w{1,20}(?:ed|en|ne)"
)
PARTICIPLE = r"(?!need|feed|speed|seed|breed|indeed|hundred|red|bed|shed|wed|united|embed)[^\W\d]{2,20}ed"
FUTURE = (
    r"will|won't|[^\W\d]{1,10}'ll|shall|going to|would|due|scheduled|expected|planned|slated|set (?:to|for)|plans?|upcoming|until|to be|ahead of|deadline|may|might|can|could|should|must"
    r"|(?:are|is) to|postponed (?:to|until)|hopes? to|vow\w{0,3} to|promis\w{1,3} to|agreed to|starting|by"
)
BOUNDS = Bounds(
    since=r"(?:since|from|starting|beginning|effective|as of|as from)(?: on| in)?(?: the)? ",
    until=r"(?:until|till|through|up to|no later than)(?: the)? ",
    before=r"(?:before|prior to|ahead of)(?: the)? ",
    after=r"(?:after)(?: the)? ",
    by=r"by(?: the)? ",
    ago=r"(?!)",
    ahead=r"within(?: the)?(?: next)? ",
    range_head=r"(?:from|on|the|between|for|,)? ?",
    range_link=r"\s*(?:to|through|until|till|-|–|/)(?: the)?\s*",
    between_head=r"between(?: the)? ",
    between_link=r"\s*and(?: the)?\s*",
)
LATENESS = {"p.m.": 12, "pm": 12, "p.m": 12, "in the afternoon": 12, "in the evening": 12, "at night": 12, "a.m.": 0, "am": 0, "a.m": 0, "in the morning": 0}
MINUTES: dict[str, int] = {}
# No article makes a habit of a weekday in English: "on Mondays" has a form of its own.
HABIT = r"(?!)"
ANY_SEASON = r"\bin \|(?!the|this|last|next)"
FURTHER_KEYS = {
    "clock": ("am", "pm", "m", "clock"), "anaphoric": ("day", "before", "after", "earlier", "later"), "ago": ("ago", "earlier", "now", "later"), "decade": ("s", *DECADES),
}
