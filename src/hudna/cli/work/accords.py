"""Agreements in force and their alleged violations, as lists."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from hudna import findings
from hudna.brief.material import Window
from hudna.cli.errors import say
from hudna.cli.work import cells
from hudna.cli.work.opening import open_judged
from hudna.cli.work.reviewed import (
    column,
    review_data,
    row_data_of,
    standing_of,
    tell_left_out,
    tell_share,
)
from hudna.cli.work.table import Sheet, Standing, emit
from hudna.ledger.situation import Alleged, Counted, Situation
from hudna.ledger.violation_counts import Cell, Day
from hudna.model.assertions import plain
from hudna.model.entries import Violation
from hudna.model.filters import ALL, Filter
from hudna.model.rows import Row
from hudna.packs.load import load_pack
from hudna.store.base import View

if TYPE_CHECKING:
    from hudna.judged import JudgedView

_Start = tuple[Situation, int, Standing]
_Count = tuple[Cell, Counted]


def board(
    ledger: Path | None,
    on: str | None,
    chosen: Filter,
    everything: bool,
    packs: Sequence[Path],
    as_json: bool,
) -> None:
    """Print what `hudna board` shows; says how many accords it leaves out."""
    pack = load_pack(extra=packs)
    with open_judged(ledger, packs) as view:
        day = as_day(on, "--on") if on else _last_day(view)
        ruled = findings.rules(view, pack)
        incident = findings.by_record(findings.told_until(view, pack, day, chosen))
        found = findings.board(view, ruled, day, incident, chosen)
        standing = (*found.standing, *found.unmentioned) if everything else found.standing
        stated = [c.start.assertion for s in standing for c in s.state.starts if c.start.assertion]
        told = {row.id: row for row in view.rows(stated)}
        rows: list[_Start] = [
            (s, n, _told(s, told.get(c.start.assertion or "")))
            for s in standing
            for n, c in enumerate(s.state.starts)
        ]
        sheet: Sheet[_Start] = Sheet(
            f"agreements in force on {day}",
            (
                ("accord", lambda row: row[0].accord.entry.names.en),
                ("start", lambda row: row[0].state.starts[row[1]].start.date),
                ("given by", lambda row: _by(row)),
                ("day", lambda row: _or_blank(row[0].state.starts[row[1]].day)),
                ("sure", lambda row: "yes" if row[0].state.sure else "disputed"),
                ("end", lambda row: "; ".join(e.date for e in row[0].state.ends) or "none on record"),
                ("alleged since", lambda row: _or_blank(row[0].alleged[row[1]])),
                ("calm days", lambda row: _or_blank(row[0].calm[row[1]])),
            ),
            lambda row: row[2],
            lambda row: {**_board_data(row), "review": _start_review(row, told, view)},
            "green",
        )
        emit(sheet, rows, as_json)
        tell_left_out(view, replace(chosen, date_to=day.isoformat()), "event", "agreement")
        tell_share(view, {*told, *found.records})
        if found.unmentioned and not everything:
            left = len(found.unmentioned)
            say(f"{left} more in force that no report of this ledger mentions; --all shows them")


def violations(ledger: Path | None, chosen: Filter, packs: Sequence[Path], as_json: bool) -> None:
    """Print what `hudna violations` lists."""
    pack = load_pack(extra=packs)
    names = {entry.id: entry.names.en for entry in pack.agreements}
    with open_judged(ledger, packs) as view:
        rows = findings.alleged(view, findings.rules(view, pack), chosen)
        (name, review), data = column(view), row_data_of(view)
        sheet: Sheet[Alleged] = Sheet(
            "alleged violations",
            (
                ("date", lambda row: row.violations[0].date or ""),
                ("act", lambda row: row.violations[0].kind),
                ("place", lambda row: cells.place(row.row.assertion.place)),
                ("against", lambda row: cells.names(row.violations[0].against)),
                ("alleged by", lambda row: _alleged_by(row.violations[0])),
                ("agreement, clause", lambda row: _clauses(row, names)),
                ("answer", lambda row: row.violations[0].answer),
                ("certain", lambda row: _certain(row.violations[0])),
                (name, lambda row: review(row.row)),
            ),
            lambda row: cells.standing(row.row),
            lambda row: {**data(row.row), "violations": plain(row.violations)},
            "red",
        )
        emit(sheet, rows, as_json)
        tell_left_out(view, chosen, "event", "agreement")
        tell_share(view, (one.row.id for one in rows))


def counts(
    ledger: Path | None,
    chosen: Filter,
    since: str | None,
    guarantors: bool,
    packs: Sequence[Path],
    as_json: bool,
) -> None:
    """Print the counts of `hudna violations --count`; a usage error where no window is given."""
    first, last = chosen.days()
    if first is None or last is None:
        raise typer.BadParameter("counting needs a window: give --from and --to", param_hint="'--count'")
    begin = as_day(since, "--since") if since else date.fromisoformat(first)
    window = Window(date.fromisoformat(first), date.fromisoformat(last), begin)
    pack = load_pack(extra=packs)
    places = {place.id: place.names.en for place in pack.places}
    with open_judged(ledger, packs) as view:
        incident = findings.by_record(findings.told_until(view, pack, window.last, chosen))
        counted = findings.counted(view, findings.rules(view, pack), window, incident, chosen)
        if guarantors:
            _guarantors(counted, view, as_json)
            return
        dated = [cell for cell in sorted(counted.examples) if any(_numbers(counted, cell))]
        sheet: Sheet[_Count] = Sheet(
            "alleged violations dated to days of these windows",
            (
                ("act", lambda row: row[0][0]),
                ("party accused", lambda row: row[0][1] or "nobody named"),
                ("area", lambda row: places.get(row[0][2], row[0][2]) or "not known"),
                (f"{first} to {last}", lambda row: str(_numbers(row[1], row[0])[0])),
                ("window before", lambda row: str(_numbers(row[1], row[0])[1])),
                (f"since {since or first}", lambda row: str(_numbers(row[1], row[0])[2])),
            ),
            lambda row: cells.standing(row[1].examples[row[0]]),
            lambda row: _count_data(row, view),
            "red",
        )
        emit(sheet, [(cell, counted) for cell in dated], as_json)
        calm, unseen = (sum(1 for d in counted.days if c(d)) for c in (_calm, _unseen))
        say(f"of {len(counted.days)} days {calm} were reported on and calm, {unseen} were not reported on")
        tell_left_out(view, chosen, "event", "agreement")
        tell_share(view, counted.records)


def _guarantors(counted: Counted, view: "JudgedView", as_json: bool) -> None:
    (name, review), data = column(view), row_data_of(view)
    rows = [(code, row) for code, given in counted.guarantors.items() for row in given]
    sheet: Sheet[tuple[str, Row[Any]]] = Sheet(
        "counts by guarantors",
        (
            ("guarantor", lambda row: row[0]),
            ("violations", lambda row: cells.value(row[1].assertion)),
            ("counted by", lambda row: cells.names(row[1].assertion.counted_by)),
            ("scope", lambda row: cells.scope(row[1].assertion)),
            ("place", lambda row: cells.place(row[1].assertion.place)),
            ("party accused", lambda row: cells.names(row[1].assertion.perpetrators)),
            (name, lambda row: review(row[1])),
        ),
        lambda row: cells.standing(row[1]),
        lambda row: {"guarantor": row[0], **data(row[1])},
        "yellow",
    )
    emit(sheet, rows, as_json)
    tell_share(view, (row.id for _, row in rows))


def as_day(given: str, option: str) -> date:
    """A day given to an option; a usage error where it is none."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(
            f"«{given}» is no day; write it as 2020-02-21", param_hint=f"'{option}'"
        ) from None


def _last_day(view: View) -> date:
    """The last day a report was published on; a usage error where none is dated to a day."""
    days = findings.per_day(view.reports(ALL))
    full = [day for day in days if len(day) == len("2020-02-21") and "X" not in day]
    if not full:
        raise typer.BadParameter("no report is dated: say which day", param_hint="'--on'")
    return date.fromisoformat(max(full))


def _told(situation: Situation, row: Row[Any] | None) -> Standing:
    """Where a start stands: the words of a report, else what the register goes by."""
    if row is not None:
        return cells.standing(row)
    entry = situation.accord.entry
    return Standing(entry.source or entry.names.ar[0], "the register", None, 0, 0, entry.id)


def _by(row: _Start) -> str:
    start = row[0].state.starts[row[1]].start
    return start.by or ("the register" if start.assertion is None else cells.OWN_VOICE)


def _or_blank(number: int | None) -> str:
    return "" if number is None else str(number)


def _board_data(row: _Start) -> dict[str, Any]:
    standing, number, told = row
    start = standing.state.starts[number]
    return {
        "agreement": standing.accord.entry.id,
        "name_en": standing.accord.entry.names.en,
        "name_ar": standing.accord.entry.names.ar[0],
        "on": standing.state.day,
        "start": plain(start.start),
        "day": start.day,
        "sure": standing.state.sure,
        "ends": plain(standing.state.ends),
        "alleged_since": standing.alleged[number],
        "calm_days": standing.calm[number],
        "words": told.words,
        "where": told.where,
    }


def _start_review(row: _Start, told: Mapping[str, Row[Any]], view: "JudgedView") -> dict[str, Any] | None:
    """Where the mention stands that states a start; None for the register's own."""
    mention = told.get(row[0].state.starts[row[1]].start.assertion or "")
    return review_data(standing_of(view, mention)) if mention else None


def _alleged_by(one: Violation) -> str:
    said = cells.names(one.alleged_by) or cells.OWN_VOICE
    return f"{said} via {cells.names(one.via)}" if one.via else said


def _clauses(row: Alleged, names: dict[str, str]) -> str:
    """The latest accord with its clause, and how many earlier ones it would breach as well."""
    first = row.violations[0]
    of = [one for one in row.violations if one.agreement == first.agreement]
    clause = ", ".join(dict.fromkeys(one.term or "called a breach" for one in of))
    rest = {one.agreement for one in row.violations} - {first.agreement}
    more = f" (and {len(rest)} earlier)" if rest else ""
    return f"{names.get(first.agreement, first.agreement)}: {clause}{more}"


def _certain(one: Violation) -> str:
    doubts = ["date"] * (not one.date_certain) + ["place"] * (not one.place_certain)
    return f"not {' nor '.join(doubts)}" if doubts else "yes"


def _numbers(counted: Counted, cell: Cell) -> tuple[int, int, int]:
    """A cell's counts in the window, the one before, and since the stated day."""
    counts = counted.tally
    return counts.now.get(cell, 0), counts.before.get(cell, 0), counts.since.get(cell, 0)


def _calm(day: Day) -> bool:
    return day.calm


def _unseen(day: Day) -> bool:
    return not day.reports


def _count_data(row: _Count, view: "JudgedView") -> dict[str, Any]:
    (kind, party, area), counted = row
    return {
        "kind": kind,
        "party": party or None,
        "area": area or None,
        **dict(zip(("window", "before", "since"), _numbers(counted, row[0]), strict=True)),
        "calm_days": [day.day for day in counted.days if _calm(day)],
        "unseen_days": [day.day for day in counted.days if _unseen(day)],
        "example": row_data_of(view)(counted.examples[row[0]]),
    }
