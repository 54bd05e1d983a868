"""Agreements in force and their alleged violations, as lists."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

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
from hudna.cli.work.tongue import Lang, Tongue, tongue
from hudna.cli.work.waiting import EVENTS, tell_unknown, tell_waiting
from hudna.compose import findings
from hudna.ledger.accords import is_group
from hudna.ledger.situation import Alleged, Counted, Situation
from hudna.ledger.violation_counts import Cell, Day
from hudna.model.assertions import plain
from hudna.model.entries import Violation
from hudna.model.filters import ALL, Filter
from hudna.model.rows import Row
from hudna.packs.load import load_pack
from hudna.packs.schema import AgreementEntry, Pack
from hudna.store.base import View

if TYPE_CHECKING:
    from hudna.compose.judged import JudgedView

Statements = findings.Statements
_Start = tuple[Situation, int, Standing]
_Count = tuple[Cell, Counted]


def board(
    ledger: Path | None,
    on: str | None,
    chosen: Filter,
    everything: bool,
    packs: Sequence[Path],
    lang: Lang,
    as_json: bool,
) -> None:
    """Print what `hudna board` shows; says how many accords it leaves out."""
    pack, say_ = load_pack(extra=packs), tongue(lang)
    people = _people(pack)
    with open_judged(ledger, packs) as view:
        tell_waiting(view, EVENTS)
        tell_unknown(view, chosen)
        day = as_day(on, "--on") if on else _last_day(view)
        ruled = findings.rules(view, pack)
        incident = findings.by_record(findings.told_until(view, pack, day, chosen))
        found = findings.board(view, ruled, day, incident, chosen)
        standing = (*found.standing, *found.unmentioned) if everything else found.standing
        stated = [c.start.assertion for s in standing for c in s.state.starts if c.start.assertion]
        told = {row.id: row for row in view.rows(stated)}
        voices = findings.said(view, told.values())
        said = {key: voice for key, row in told.items() if (voice := voices.get(_said_by(row)))}
        rows: list[_Start] = [
            (s, n, _told(s, told.get(c.start.assertion or "")))
            for s in standing
            for n, c in enumerate(s.state.starts)
        ]
        sheet: Sheet[_Start] = Sheet(
            f"agreements begun by {day} and not known to have ended",
            say_.columns(
                (
                    ("accord", lambda row: _accord(row[0].accord.entry, lang)),
                    ("start", lambda row: row[0].state.starts[row[1]].start.date),
                    ("given by", lambda row: _by(row, people, said, say_)),
                    ("day", lambda row: _or_blank(row[0].state.starts[row[1]].day)),
                    ("begun", lambda row: say_.word("yes" if row[0].state.sure else "disputed")),
                    ("end", lambda row: _ends(row[0], say_)),
                    ("alleged since", lambda row: _or_blank(row[0].alleged[row[1]])),
                    ("calm days", lambda row: _or_blank(row[0].calm[row[1]])),
                )
            ),
            lambda row: row[2],
            lambda row: {**_board_data(row), "review": _start_review(row, told, view)},
            "green",
            say_.word("words"),
        )
        emit(sheet, rows, as_json)
        tell_left_out(view, replace(chosen, date_to=day.isoformat()), "event", "agreement")
        tell_share(view, {*told, *found.records})
        if found.unmentioned and not everything:
            left = len(found.unmentioned)
            say(f"{left} more have begun that no report of this ledger mentions; --all shows them")


def violations(ledger: Path | None, chosen: Filter, packs: Sequence[Path], lang: Lang, as_json: bool) -> None:
    """Print what `hudna violations` lists."""
    pack, say_ = load_pack(extra=packs), tongue(lang)
    names = {entry.id: _accord(entry, lang) for entry in pack.agreements}
    with open_judged(ledger, packs) as view:
        tell_waiting(view, EVENTS)
        tell_unknown(view, chosen)
        ruled = findings.rules(view, pack)
        terms: dict[str, str] = {c.term: c.names.ar[0] if lang == "ar" else c.term for c in ruled.clauses}
        rows = findings.alleged(view, ruled, chosen)
        (name, review), data = column(view), row_data_of(view)
        sheet: Sheet[Alleged] = Sheet(
            "alleged violations",
            say_.columns(
                (
                    ("date", lambda row: row.violations[0].date or ""),
                    ("act", lambda row: _kind(row.violations[0].kind, say_)),
                    ("place", lambda row: _place(row, say_)),
                    ("against", lambda row: say_.names(row.violations[0].against)),
                    ("alleged by", lambda row: _alleged_by(row.violations[0], say_)),
                    ("agreement, clause", lambda row: _clauses(row, names, terms, say_)),
                    ("answer", lambda row: say_.word(row.violations[0].answer)),
                    ("certain", lambda row: say_.word(_certain(row.violations[0]))),
                    (name, lambda row: review(row.row)),
                )
            ),
            lambda row: cells.standing(row.row),
            lambda row: {**data(row.row), "violations": plain(row.violations)},
            "red",
            say_.word("words"),
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
    lang: Lang,
    as_json: bool,
) -> None:
    """Print the counts of `hudna violations --count`; a usage error where no window is given."""
    first, last = chosen.days()
    if first is None or last is None:
        raise typer.BadParameter("counting needs a window: give --from and --to", param_hint="'--count'")
    begin = as_day(since, "--since") if since else date.fromisoformat(first)
    window = Window(date.fromisoformat(first), date.fromisoformat(last), begin)
    pack, say_ = load_pack(extra=packs), tongue(lang)
    places = {p.id: p.names.ar[0] if lang == "ar" else p.names.en for p in pack.places}
    people = _people(pack)
    with open_judged(ledger, packs) as view:
        tell_waiting(view, EVENTS)
        tell_unknown(view, chosen)
        incident = findings.by_record(findings.told_until(view, pack, window.last, chosen))
        counted = findings.counted(view, findings.rules(view, pack), window, incident, chosen)
        if guarantors:
            _guarantors(counted, view, people, say_, as_json)
            return
        dated = [cell for cell in sorted(counted.examples) if any(_numbers(counted, cell))]
        sheet: Sheet[_Count] = Sheet(
            "alleged violations dated to days of these windows",
            say_.columns(
                (
                    ("act", lambda row: _kind(row[0][0], say_)),
                    ("party accused", lambda row: _party(row[0][1], people, say_)),
                    ("area", lambda row: places.get(row[0][2], row[0][2]) or say_.word("not known")),
                    (f"{first} {say_.word('to')} {last}", lambda row: str(_numbers(row[1], row[0])[0])),
                    ("window before", lambda row: str(_numbers(row[1], row[0])[1])),
                    (f"{say_.word('since')} {since or first}", lambda row: str(_numbers(row[1], row[0])[2])),
                )
            ),
            lambda row: cells.standing(row[1].examples[row[0]]),
            lambda row: _count_data(row, view),
            "red",
            say_.word("words"),
        )
        emit(sheet, [(cell, counted) for cell in dated], as_json)
        calm, unseen = (sum(1 for d in counted.days if c(d)) for c in (_calm, _unseen))
        say(f"of {len(counted.days)} days {calm} were reported on and calm, {unseen} were not reported on")
        tell_left_out(view, chosen, "event", "agreement")
        tell_share(view, counted.records)


def _guarantors(
    counted: Counted,
    view: "JudgedView",
    people: Mapping[str, tuple[str, str]],
    say_: Tongue,
    as_json: bool,
) -> None:
    (name, review), data = column(view), row_data_of(view)
    rows = [(code, row) for code, given in counted.guarantors.items() for row in given]
    sheet: Sheet[tuple[str, Row[Any]]] = Sheet(
        "counts by guarantors",
        say_.columns(
            (
                ("guarantor", lambda row: _party(row[0], people, say_)),
                ("violations", lambda row: say_.value(row[1].assertion)),
                ("counted by", lambda row: say_.names(row[1].assertion.counted_by)),
                ("scope", lambda row: say_.scope(row[1].assertion)),
                ("place", lambda row: say_.place(row[1].assertion.place)),
                ("party accused", lambda row: say_.names(row[1].assertion.perpetrators)),
                (name, lambda row: review(row[1])),
            )
        ),
        lambda row: cells.standing(row[1]),
        lambda row: {"guarantor": row[0], **data(row[1])},
        "yellow",
        say_.word("words"),
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


def _said_by(row: Row[Any]) -> str:
    """The statement that a row rests on, empty for the report's own voice."""
    return row.assertion.said_by or ""


def _by(row: _Start, people: Mapping[str, tuple[str, str]], said: Statements, say_: Tongue) -> str:
    """Who gives a start: the speakers in a report, a party of the register, or nobody but either of these."""
    start = row[0].state.starts[row[1]].start
    if start.assertion is not None and start.assertion in said:
        return say_.names(said[start.assertion].assertion.speakers)
    if start.by is None:
        return say_.word("the register" if start.assertion is None else cells.OWN_VOICE)
    return _party(start.by, people, say_)


def _party(code: str, people: Mapping[str, tuple[str, str]], say_: Tongue) -> str:
    """What a party is called: a group, a country, or a body of its state («Turkey (armed forces)»)."""
    if not code:
        return say_.word("nobody named")
    if code not in people and code.partition(".")[0] in people:
        country, _, sector = code.partition(".")
        return f"{_party(country, people, say_)} ({say_.word(sector)})"
    en, ar = people.get(code, (code, code))
    return ar if say_.lang == "ar" else en


def _people(pack: Pack) -> dict[str, tuple[str, str]]:
    """What parties are called, by code: groups of their own, and countries."""
    groups = [a for a in reversed(pack.actors) if a.type == "group" and is_group(a.code)]
    found = {a.code: (a.names.en, a.names.ar[0]) for a in groups}
    return found | {c.iso3: (c.names.en, c.names.ar[0]) for c in pack.countries}


def _accord(entry: AgreementEntry, lang: Lang) -> str:
    return entry.names.ar[0] if lang == "ar" else entry.names.en


def _ends(situation: Situation, say_: Tongue) -> str:
    return "; ".join(e.date for e in situation.state.ends) or say_.word("none on record")


def _kind(kind: str, say_: Tongue) -> str:
    """The act of a violation; empty where only a breach is spoken of."""
    type, _, mode = kind.partition("/")
    return say_.act(type, mode or None) if kind else ""


def _place(row: Alleged, say_: Tongue) -> str:
    """The place of the act; that of a mention is the accord's own."""
    return say_.place(row.row.assertion.place) if row.violations[0].place else ""


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


def _alleged_by(one: Violation, say_: Tongue) -> str:
    said = say_.names(one.alleged_by) or say_.word(cells.OWN_VOICE)
    through = "عبر" if say_.lang == "ar" else "via"
    return f"{said} {through} {say_.names(one.via)}" if one.via else said


def _clauses(row: Alleged, names: Mapping[str, str], terms: Mapping[str, str], say_: Tongue) -> str:
    """The latest accord with its clause, and how many earlier ones it would breach as well."""
    first = row.violations[0]
    of = [one for one in row.violations if one.agreement == first.agreement]
    breach = say_.word("called a breach")
    clause = ", ".join(dict.fromkeys(terms.get(one.term, one.term) if one.term else breach for one in of))
    rest = {one.agreement for one in row.violations} - {first.agreement}
    earlier = f" (+{len(rest)})" if say_.lang == "ar" else f" (and {len(rest)} earlier)"
    return f"{names.get(first.agreement, first.agreement)}: {clause}{earlier if rest else ''}"


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
