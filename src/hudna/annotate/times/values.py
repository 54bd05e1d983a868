"""What the words of a time expression say, before anybody knows when they were written."""

from typing import Literal

from hudna.model.frozen import frozen

Kind = Literal["point", "range", "length", "ago", "ahead", "span", "ref", "anaphor", "streak"]
Edge = Literal["start", "mid", "end", "late"]


@frozen
class Clock:
    """A time of day; `settled` says that 24-hour reading is not in doubt. `zone` is "Z" or ""."""

    hour: int
    minute: int = 0
    zone: str = ""
    settled: bool = True

    def __str__(self) -> str:
        return f"{self.hour:02d}:{self.minute:02d}"


@frozen
class Point:
    """A day, month, year, week or season as far as its words name it.

    `offset` counts days from today; `turn` says past (-1, or -2 for «the one before»), current (0) or next
    (1) of the smallest thing named, `year_turn` the same of the year; `unit` with `turn` is a whole week (W),
    month (M) or year (Y) counted from now. `weekday2` is the second of the two days a night lies between.
    `of_it` points back at the month named before («11 منه»), `same` at the month or year named before,
    `beside` at the one after or before that («من العام التالي»). `short_year`: a year
    written with two digits. `share` is a half or quarter of a year or month as TIMEX3 has it: `H1`, `Q4`.
    """

    year: int | None = None
    month: int | None = None
    month2: int | None = None
    day: int | None = None
    weekday: int | None = None
    weekday2: int | None = None
    offset: int | None = None
    part: str | None = None
    clock: Clock | None = None
    turn: int | None = None
    year_turn: int | None = None
    unit: str | None = None
    edge: Edge | None = None
    season: str | None = None
    week: int | None = None
    of_it: bool = False
    same: bool = False
    beside: int | None = None
    hijri: bool = False
    short_year: bool = False
    share: str | None = None

    @property
    def full(self) -> bool:
        """Whether year, month and day are all stated, in the common calendar."""
        return None not in (self.year, self.month, self.day) and not self.hijri

    @property
    def deictic(self) -> bool:
        """Whether it counts from the day of writing («اليوم», «أمس»)."""
        return self.offset is not None and not self.of_it


@frozen
class Length:
    """A length of time as (amount, unit) pairs of MIN H D W M Y DE; `bound` is ">", "<", "~" or ""."""

    parts: tuple[tuple[int, str], ...]
    bound: str = ""

    @property
    def timex(self) -> str:
        """The TIMEX3 duration: `P2M3D`, `PT48H`; decades are told in years."""
        parts = [(10 * n, "Y") if u == "DE" else (n, u) for n, u in self.parts]
        days = "".join(f"{n}{u}" for n, u in parts if u not in ("H", "MIN"))
        hours = "".join(f"{n}{'M' if u == 'MIN' else u}" for n, u in self.parts if u in ("H", "MIN"))
        return f"P{days}{'T' + hours if hours else ''}"


@frozen
class Found:
    """One time expression in a text: items `[first, last)` of the coded text and what they say.

    `since` and `until_now` frame it («منذ …», «… وحتى الآن»); `start` and `end` are points of a range;
    `least` is the shorter of two lengths («بين ثلاثة وستة أشهر»); `turn` of a span says past or future;
    `vague` is the TIMEX3 value of a reference without a number, or a decade («199X»).
    `stated_year` is False for a bare number that only looks like a year.
    """

    kind: Kind
    first: int
    last: int
    start: Point | None = None
    end: Point | None = None
    length: Length | None = None
    least: Length | None = None
    turn: int = -1
    vague: str = ""
    since: bool = False
    until_now: bool = False
    relative: bool = False
    stated_year: bool = True
