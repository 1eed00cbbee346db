"""Dates in English, as the news says them. The paper is of Tuesday 24 November 2026."""
from __future__ import annotations

import pytest

from tests.record.dated import reach, said

CASES = {
    "The negotiator said Wednesday that the parties will meet on Thursday.": ["Wednesday DATE 2026-11-18", "Thursday DATE 2026-11-26"],
    "Inès Valmer resigned last Friday; her heir is named next Friday.": ["last Friday DATE 2026-11-20", "next Friday DATE 2026-11-27"],
    "Verel fell silent on Tuesday.": ["Tuesday DATE 2026-11-24"],
    "They agreed on Thursday of last week.": ["Thursday of last week DATE 2026-11-19"],
    "Yesterday he refused; tomorrow he will speak.": ["Yesterday DATE 2026-11-23", "tomorrow DATE 2026-11-25"],
    "She signed on Nov. 18. The following day, she left.": ["Nov. 18 DATE 2026-11-18", "The following day DATE 2026-11-19"],
    "The ship left on March 12, 2025, and sank on 3 May 2025.": ["March 12, 2025 DATE 2025-03-12", "3 May 2025 DATE 2025-05-03"],
    "He was arrested on February 21.": ["February 21 DATE 2026-02-21"],
    "The hall will open on Jan. 15.": ["Jan. 15 DATE 2027-01-15"],
    "The talks, held Oct. 24-26, failed.": ["Oct. 24-26 DATE 2026-10-24"],
    "Printed 11/24/2026, filed as 2026-11-24.": ["11/24/2026 DATE 2026-11-24", "2026-11-24 DATE 2026-11-24"],
    "The council sits on the first Monday of December.": ["the first Monday of December DATE 2026-12-07"],
    "Quays close on Christmas Eve and open at Easter 2027.": ["Christmas Eve DATE 2026-12-24", "Easter 2027 DATE 2027-03-28"],
    "Thanksgiving will be quiet.": ["Thanksgiving DATE 2026-11-26"],
    "It will reopen at 2:30 p.m. on Nov. 30, 2026.": ["2:30 p.m. on Nov. 30, 2026 TIME 2026-11-30T14:30"],
    "The meeting starts at 9 a.m. and ends by noon.": ["9 a.m. TIME 2026-11-24T09:00", "noon TIME 2026-11-24T12:00"],
    "Last night the quay burned; this morning it still smoked.": ["Last night TIME 2026-11-23TNI", "this morning TIME 2026-11-24TMO"],
    "He spoke Wednesday evening.": ["Wednesday evening TIME 2026-11-18TEV"],
    "Earlier this week she warned the council.": ["Earlier this week DATE 2026-W48"],
    "Last month two ferries were sold; next year there will be four.": ["Last month DATE 2026-10", "next year DATE 2027"],
    "The port will reopen in late March.": ["late March DATE 2027-03"],
    "The fire of May 2019 cost the town its market.": ["May 2019 DATE 2019-05"],
    "She has led the port since 2014.": ["2014 DATE 2014"],
    "In the 1990s, as in the '60s, the town lived on salt.": ["the 1990s DATE 199X", "the '60s DATE 196X"],
    "The lighthouse is of the late 19th century.": ["the late 19th century DATE 18XX"],
    "This summer the boats stayed in port; last winter they did not.": ["This summer DATE 2026-SU", "last winter DATE 2025-WI"],
    "Sales fell in the third quarter of 2025.": ["the third quarter of 2025 DATE 2025-Q3"],
    "It must be done by the end of the year.": ["the end of the year DATE 2026"],
    "Three years ago the quay burned; two weeks ago it reopened.": ["Three years ago DATE 2023", "two weeks ago DATE 2026-W46"],
    "The work took two and a half years.": ["two and a half years DURATION P2.5Y"],
    "He won by 30.4 seconds, after half an hour of rain.": ["30.4 seconds DURATION PT30.4S", "half an hour DURATION PT30M"],
    "A three-year deal, worth several months of work.": ["three-year DURATION P3Y", "several months DURATION PXM"],
    "Over the past three months, traffic fell.": ["the past three months DURATION P3M"],
    "Monday's talks failed, for years a sign of trouble; in recent weeks there were two.": ["Monday DATE 2026-11-23", "years DURATION PXY", "recent weeks DURATION PXW"],
    "The council meets Monday, Tuesday and Wednesday and will vote Friday.": [
        "Monday DATE 2026-11-30", "Tuesday DATE 2026-12-01", "Wednesday DATE 2026-12-02", "Friday DATE 2026-11-27",
    ],
    "On the night of Nov. 12, fire broke out; by midnight it was over.": ["the night of Nov. 12 TIME 2026-11-12TNI", "midnight TIME 2026-11-12T24:00"],
    "A 2015 deal and the 2020 election, of decades ago.": ["2015 DATE 2015", "2020 DATE 2020", "decades ago DATE PAST_REF"],
    "In the second half of 2025, and the summer of 1969.": ["the second half of 2025 DATE 2025-H2", "the summer of 1969 DATE 1969-SU"],
    "The market is held every Tuesday, or on Mondays.": ["every Tuesday SET XXXX-WXX-2", "Mondays SET XXXX-WXX-1"],
    "The ferry runs twice a day; the annual report says so.": ["twice a day SET P1D", "annual SET P1Y"],
    "The port is currently closed; it opens soon.": ["currently TIME PRESENT_REF", "soon TIME FUTURE_REF"],
    "She recently said otherwise.": ["recently TIME PAST_REF"],
}
NOTHING = [
    "A 32-year-old man, aged 32, was held.",
    "Verel, who is 54 years old, may march with them.",
    "2000 people marched; 1,998 did not.",
    "The second minister spoke of the fall of the mayor.",
    "The daily was sold to a weekly.",
    "It may be so, and may not.",
]
INTERVALS = {
    "She has led the port since 2014.": [("2014-01-01", None)],
    "The talks, held Oct. 24-26, failed.": [("2026-10-24", "2026-10-26")],
    "It was closed between 2014 and 2016.": [("2014-01-01", "2016-12-31")] * 2,
    "It must be done by Dec. 31, 2026.": [("2026-11-24", "2026-12-31")],
    "The road stays shut until June 30, 2027.": [(None, "2027-06-30")],
    "The port will reopen in late March.": [("2027-03-21", "2027-03-31")],
    "Over the past three months, traffic fell.": [("2026-08-24", "2026-11-24")],
    "The meeting starts at 9 a.m.": [("2026-11-24T09:00+01:00", "2026-11-24T09:00+01:00")],
}


@pytest.mark.parametrize("words", CASES)
def test_a_date_is_found_and_understood_as_readers_would(words: str) -> None:
    assert [" ".join(each) for each in said(words, "en")] == CASES[words]


@pytest.mark.parametrize("words", NOTHING)
def test_ages_amounts_names_and_papers_are_no_dates(words: str) -> None:
    assert said(words, "en") == []


@pytest.mark.parametrize("words", INTERVALS)
def test_words_before_a_date_open_or_close_its_interval(words: str) -> None:
    assert reach(words, "en") == INTERVALS[words]
