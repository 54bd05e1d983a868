"""Dates that sources give beside a text: checked, cut to the day, never guessed."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

from hudna.model.errors import ReadError

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ][0-9]{2}(?::?[0-9]{2}.*)?)?)?)?\Z", re.S)
_ARABIC_DIGITS = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
EARLIEST = 1980
"""Years before this are what content systems write for «not set» (1970-01-01, 0001-01-01)."""


def day_of(value: str) -> str | None:
    """EDTF date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) of an ISO 8601 or RFC 2822 date, or None if it is none.

    The day is the one written, in the source's own time zone; a time of day is left out.
    """
    stripped = value.strip().translate(_ARABIC_DIGITS)
    match = _ISO.match(stripped)
    if match is None:
        return _mail_day(stripped)
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if int(year) < EARLIEST:
        return None
    return "-".join(part for part in (year, month, day) if part)


def _mail_day(value: str) -> str | None:
    """Day of «Thu, 09 Jan 2020 14:00:00 +0300», as in feeds; looser forms are ambiguous."""
    if not re.match(r"(?:[A-Z][a-z]{2}, )?[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:", value):
        return None
    try:
        day = parsedate_to_datetime(value).date()
    except (ValueError, IndexError, TypeError):
        return None
    return day.isoformat() if day.year >= EARLIEST else None


def checked_day(value: str, what: str) -> str:
    """`day_of` for a date a person gave; raises ReadError «bad-date» naming `what` and the remedy."""
    day = day_of(value)
    if day is None:
        raise ReadError(
            "bad-date",
            f"{what} is «{value[:80]}», which is no date; write it as 2020-01-31, 2020-01 or 2020",
        )
    return day
