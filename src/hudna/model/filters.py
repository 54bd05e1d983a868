"""What a reader may ask of a ledger; a filter means the same on every surface.

`date_bounds` turns an EDTF value into the first and last day it may stand for: search keys, never shown as
dates of their own.
"""

import calendar
import re
from dataclasses import dataclass

from hudna.model.errors import LedgerError

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?")
_QUALIFIERS = str.maketrans("", "", "~?%")
_SEASONS = {
    "21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2), "25": (3, 5), "26": (6, 8), "27": (9, 11),
    "28": (12, 2), "33": (1, 3), "34": (4, 6), "35": (7, 9), "36": (10, 12), "37": (1, 4), "38": (5, 8),
    "39": (9, 12), "40": (1, 6), "41": (7, 12),
}  # fmt: skip
Bounds = tuple[str | None, str | None]


def date_bounds(edtf: str | None) -> Bounds:
    """First and last day (`YYYY-MM-DD`) an EDTF date or interval may stand for.

    A side that is open («..») or unknown is None; a value that is no EDTF date gives (None, None).
    """
    if not edtf:
        return None, None
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        return _single(first)[0], _single(last)[1]
    return _single(edtf)


def _single(value: str) -> Bounds:
    value = value.strip().translate(_QUALIFIERS)
    if "X" in value:
        return _unspecified(value)
    match = _DAY.fullmatch(value)
    if not match:
        return None, None
    year, month, day = match.groups()
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if month in _SEASONS:
        return _season(int(year), *_SEASONS[month])
    if not 1 <= int(month) <= 12 or int(year) == 0:
        return None, None
    length = _month_length(int(year), int(month))
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{length:02}"
    return (f"{year}-{month}-{day}",) * 2 if 1 <= int(day) <= length else (None, None)


def _unspecified(value: str) -> Bounds:
    """«2020-XX-XX», «2020-02-XX», «201X»: the days that fill the gap."""
    known = re.sub(r"-XX", "", value)
    if "X" not in known:
        return _single(known)
    if re.fullmatch(r"\d{1,3}X{1,3}", known) and len(known) == 4:
        return f"{known.replace('X', '0')}-01-01", f"{known.replace('X', '9')}-12-31"
    return None, None


def _season(year: int, first: int, last: int) -> Bounds:
    end = year if first <= last else year + 1
    return f"{year:04}-{first:02}-01", f"{end:04}-{last:02}-{_month_length(end, last):02}"


def _month_length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which records to give; every field that is set must hold, None asks nothing.

    `date_from`, `date_to`: EDTF days, months or years, both inclusive. A record matches where its own date
    may fall into the range (for a figure `since` to `until`, for an agreement its date or coming into force,
    for a report and a search hit the publication date); an undated one only with `undated`.
    `place`: a name, Arabic or English, spelling folded, or an entity id (`place/sy/idlib`). A statement is at
    the place of what it says.
    `actor`: a code (`RUS` covers `RUS.MIL`), an entity id or a name, in any role.
    `kind`: statement, event, figure or agreement. `type`: an event type with or without mode (`ASSAULT`,
    `ASSAULT/aerial`), a figure's kind, a statement's force or an agreement's id; case does not count.
    `publisher`: a name, spelling folded. `status`: as in docs/records.md. `run`: id (or its beginning) of the
    run that read the report. A report or search hit matches where one of its records matches the part of the
    filter about records. `limit` and `offset` cut the ordered result.
    """

    date_from: str | None = None
    date_to: str | None = None
    place: str | None = None
    actor: str | None = None
    kind: str | None = None
    type: str | None = None
    publisher: str | None = None
    status: str | None = None
    run: str | None = None
    undated: bool = False
    limit: int | None = None
    offset: int = 0

    def days(self) -> Bounds:
        """First and last day asked for; raises LedgerError where a bound is no date or they run backwards."""
        first, last = date_bounds(self.date_from)[0], date_bounds(self.date_to)[1]
        for name, given, found in (("from", self.date_from, first), ("to", self.date_to, last)):
            if given and not found:
                raise LedgerError(f"«{given}» is no date to filter {name}; write 2020, 2020-02 or 2020-02-21")
        if first and last and first > last:
            raise LedgerError(
                f"the dates to filter run backwards: from «{self.date_from}» is after to «{self.date_to}»; "
                "give the earlier date as from and the later as to"
            )
        return first, last


ALL = Filter()


@dataclass(frozen=True, slots=True)
class Shadow:
    """What the full-text index keeps of a text: three strings of as many blank-separated tokens each.

    `word` is each word with its spelling folded, `bare` without clitics and article, `stem` its stem.
    """

    word: str
    bare: str
    stem: str


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a query: the forms to look for in each column of the shadow."""

    word: tuple[str, ...]
    bare: tuple[str, ...] = ()
    stem: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that must stand next to one another, in order; `prefix`: the last one only begins so;
    `negated`: must not occur."""

    terms: tuple[Term, ...]
    prefix: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search: every clause must hold."""

    clauses: tuple[Clause, ...]

    @property
    def positive(self) -> tuple[Clause, ...]:
        """The clauses that must occur."""
        return tuple(c for c in self.clauses if not c.negated)

    @property
    def negative(self) -> tuple[Clause, ...]:
        """The clauses that must not occur."""
        return tuple(c for c in self.clauses if c.negated)
