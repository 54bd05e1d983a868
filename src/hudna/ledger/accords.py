"""Agreements in force: the register of the packs, with every date that reports state for its accords."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hudna.model.assertions import AgreementMention, Statement
from hudna.model.edtf import Window, is_edtf, precision, window
from hudna.model.entries import Counted, InForce, Stated
from hudna.model.rows import Row
from hudna.packs.schema import AgreementEntry

STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""Sectors that a country's bare code speaks for (docs/records.md): an armed group is bound under its own."""


@dataclass(frozen=True, slots=True)
class Accord:
    """An accord of the register and all dates stated for it, those of the register first.

    `told` where a report mentions it.
    """

    entry: AgreementEntry
    stated: tuple[Stated, ...]
    told: bool = False

    @property
    def starts(self) -> tuple[Stated, ...]:
        """From when it is in force: effective dates, or where none is stated the dates of signing."""
        found = tuple(s for s in self.stated if s.of == "effective")
        return found or tuple(s for s in self.stated if s.of == "signed")

    @property
    def ends(self) -> tuple[Stated, ...]:
        """When it ended, by whoever says so."""
        return tuple(s for s in self.stated if s.of == "ended")


def register(
    entries: Iterable[AgreementEntry],
    mentions: Sequence[Row[AgreementMention]],
    statements: Iterable[Row[Statement]] = (),
) -> tuple[Accord, ...]:
    """Every accord of the packs with the dates of the register and those that mentions state.

    Two mentions by the same voice that state the same date count once, the first published.
    """
    speakers = {row.id: row.assertion.speakers for row in statements}
    told: dict[str, list[Stated]] = {}
    for row in mentions:
        mention = row.assertion
        if mention.agreement is None:
            continue
        dated = told.setdefault(mention.agreement, [])
        if mention.status in ("denied", "planned", "hypothetical"):
            continue
        said = speakers.get(mention.said_by or "", ())
        by = next((actor.code for actor in said if actor.code), None)
        dated.extend(_of_mention(row.id, mention, by))
    return tuple(Accord(e, _once((*_of_entry(e), *told.get(e.id, ()))), e.id in told) for e in entries)


def on_day(accord: Accord, day: date) -> InForce | None:
    """How an accord stands on a day; None where no start given for it has it in force then."""
    starts = [s for s in accord.starts if _begun(s, day) and not _over(accord, day)]
    if not starts:
        return None
    sure = len(starts) == len(accord.starts) and all(_surely(s, day) for s in starts)
    sure = sure and not any(_may_be_over(end, day) for end in accord.ends)
    counted = tuple(Counted(s, _number(s, day)) for s in starts)
    return InForce(accord.entry.id, day.isoformat(), sure, counted, accord.ends)


def stands(accord: Accord, days: Window) -> tuple[bool, bool]:
    """Whether an accord may be in force at some moment of a window, and whether it surely is at every one."""
    if days.earliest is None or days.latest is None:
        return False, False
    first, last = on_day(accord, days.earliest.date()), on_day(accord, days.latest.date())
    return last is not None or first is not None, bool(first and last and first.sure and last.sure)


def bound(code: str, party: str) -> bool:
    """Whether an actor's code falls under a party's: a country, or its government, binds its state; a group
    its members."""
    if code == party:
        return True
    if party.endswith(".GOV"):
        return bound(code, party.removesuffix(".GOV")) and "." in code
    if not code.startswith(party + "."):
        return False
    return "." in party or code.removeprefix(party + ".").split(".")[0] in STATE


def is_group(code: str) -> bool:
    """Whether a code is that of a group of its own, not of a country or a body of its state."""
    sector = code.partition(".")[2].partition(".")[0]
    return bool(sector) and sector not in STATE


def _of_entry(entry: AgreementEntry) -> tuple[Stated, ...]:
    own = (("signed", entry.signed), ("effective", entry.effective), ("ended", entry.ended))
    dated = [Stated(of, value, None, None) for of, value in own if value]  # type: ignore[arg-type]
    return (*dated, *(Stated(v.of, v.date, v.by, None) for v in entry.variants))


def _of_mention(row: str, mention: AgreementMention, by: str | None) -> list[Stated]:
    if mention.in_force_from and is_edtf(mention.in_force_from):
        return [Stated("effective", mention.in_force_from, by, row)]
    if mention.date and is_edtf(mention.date):
        return [Stated("signed", mention.date, by, row)]
    return []


def _once(stated: Sequence[Stated]) -> tuple[Stated, ...]:
    kept: dict[tuple[str, str, str | None], Stated] = {}
    for one in stated:
        kept.setdefault((one.of, one.date, one.by), one)
    return tuple(kept.values())


def _beginning(start: Stated) -> str:
    """The beginning of a start told as a stretch of time: «from the 9th on», `2020-01-09/..`."""
    first = start.date.partition("/")[0]
    return first if is_edtf(first) else start.date


def _begun(start: Stated, day: date) -> bool:
    """Whether it may have begun by the end of the day."""
    earliest = window(_beginning(start)).earliest
    return earliest is not None and earliest.date() <= day


def _surely(start: Stated, day: date) -> bool:
    latest = window(_beginning(start)).latest
    return latest is not None and latest.date() <= day


def _over(accord: Accord, day: date) -> bool:
    """Whether every end given lies before the day."""
    latest = [window(end.date).latest for end in accord.ends]
    return bool(latest) and all(moment is not None and moment.date() < day for moment in latest)


def _may_be_over(end: Stated, day: date) -> bool:
    earliest = window(end.date).earliest
    return earliest is not None and earliest.date() < day


def _number(start: Stated, day: date) -> int | None:
    beginning = _beginning(start)
    if precision(beginning) not in ("day", "minute"):
        return None
    first = window(beginning).earliest
    return (day - first.date()).days + 1 if first else None
