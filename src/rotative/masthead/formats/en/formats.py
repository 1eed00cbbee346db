"""Dates as they are typed in English: 29 November 2026 18:00, Nov 29, 2026 18:00. ISO 8601 is read as well.

Neither 11/12/2026 nor 12/11/2026 is: half of the world would mean the other day.
"""
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y"]
TIME_INPUT_FORMATS = ["%H:%M:%S", "%H:%M", "%I:%M %p", "%I %p"]
DATETIME_INPUT_FORMATS = [f"{day} {between}{hour}" for day in DATE_INPUT_FORMATS for between in ("", "at ") for hour in TIME_INPUT_FORMATS]
