"""Dates as they are typed in French: 29/11/2026 18:00, 29/11/2026 18h00, 29/11/2026 à 18 h. ISO 8601 is read as well."""
DATE_INPUT_FORMATS = ["%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y"]
TIME_INPUT_FORMATS = ["%H:%M:%S", "%H:%M", "%Hh%M", "%H h %M", "%Hh", "%H h"]
DATETIME_INPUT_FORMATS = [f"{day} {between}{hour}" for day in DATE_INPUT_FORMATS for between in ("", "à ") for hour in TIME_INPUT_FORMATS]
