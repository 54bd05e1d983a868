"""Judgements on the records of a ledger: listed, made, looked back on."""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import typer

from hudna.cli.errors import say
from hudna.cli.work import cells
from hudna.cli.work.opening import ledger_path, open_judged, open_view, open_writer
from hudna.cli.work.reviewed import judgement_data, review_data, summary, told
from hudna.cli.work.table import ID_SHOWN, Sheet, emit
from hudna.export.jsonl import line, row_data
from hudna.ledger.carrying import Change, history_of_links
from hudna.ledger.carrying import history as history_of
from hudna.ledger.corrections import Entities, corrected, entities
from hudna.ledger.judgements import OPEN, Standing, share, stands
from hudna.model.assertions import AgreementMention, Assertion, Event, Figure, Statement, plain
from hudna.model.errors import LedgerError
from hudna.model.filters import Filter
from hudna.model.judgement import Act, Judgement
from hudna.model.rows import Row
from hudna.store.base import View

USER = "HUDNA_USER"
_SHOWN = 12
"""Digits of an id shown."""


def list_records(
    ledger: Path | None, chosen: Filter, everything: bool, limit: int | None, as_json: bool
) -> None:
    """Print what is to be reviewed, and on standard error how much of it is."""
    with open_judged(ledger, keep_rejected=True) as view:
        found = view.standings
        rows = sorted(view.assertions(chosen), key=lambda row: (row.assertion.score, row.report, row.start))
        counted = share((row.id for row in rows), found)
        waiting = [row for row in rows if everything or found.get(row.id, OPEN).state == "open"][:limit]
        sheet: Sheet[Row[Assertion]] = Sheet(
            "records to review",
            (
                ("id", lambda row: row.id[:_SHOWN]),
                ("record", lambda row: row.assertion.KIND),
                ("says", lambda row: says(row.assertion)),
                ("score", lambda row: f"{row.assertion.score:.2f}"),
                ("review", lambda row: told(found.get(row.id, OPEN))),
            ),
            cells.standing,
            lambda row: {**row_data(row), "review": review_data(found.get(row.id, OPEN))},
            "cyan",
        )
        emit(sheet, waiting, as_json)
        say(summary(counted))


def says(assertion: Assertion) -> str:
    """What a record says, in a few words."""
    if isinstance(assertion, Event):
        parts = [
            cells.event_type(assertion),
            assertion.date,
            cells.sides(assertion),
            cells.place(assertion.place),
        ]
    elif isinstance(assertion, Figure):
        parts = [assertion.kind, cells.value(assertion), cells.scope(assertion), cells.place(assertion.place)]
    elif isinstance(assertion, Statement):
        parts = [assertion.force, assertion.date, cells.speakers(assertion)]
    else:
        assert isinstance(assertion, AgreementMention)
        parts = [assertion.agreement or assertion.name, assertion.date, assertion.in_force_from]
    return ", ".join(part for part in parts if part)


def judge(
    ledger: Path | None,
    act: Act,
    keys: Sequence[str],
    comment: str,
    user: str | None,
    seen: str | None,
    as_json: bool,
    field: str | None = None,
    value: str | None = None,
) -> None:
    """Append a judgement on one record or two, and say what stands now."""
    who, why = _who(user), comment.strip()
    if not why:
        raise typer.BadParameter("a judgement needs a reason in words", param_hint="'--comment'")
    with open_judged(ledger) as view:
        ids = sorted(_record(view, key, act) for key in keys)
        if len(set(ids)) < len(keys):
            raise LedgerError("a record cannot be joined with itself or split from itself; give two")
        target, other = ids[0], ids[1] if len(ids) > 1 else None
        chain = [j for j in view.judgements([target]) if (j.target, j.other) == (target, other)]
    if act == "withdraw" and not chain:
        raise LedgerError("there is no judgement to take back")
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    made = Judgement(act, target, why, who, at, other, field, value, _seen(chain, who, seen))
    writer = open_writer(ledger_path(ledger))
    try:
        writer.judge(made)
    finally:
        writer.close()
    now = stands([*chain, made]).get(target, OPEN)
    print(line(judgement_data(made)) if as_json else f"{made.id[:_SHOWN]}: {_said(made, now)}")


def correct(
    ledger: Path | None,
    key: str,
    field: str,
    value: str,
    comment: str,
    user: str | None,
    seen: str | None,
    packs: Sequence[Path],
    as_json: bool,
) -> None:
    """Append a correction whose value fits its field."""
    known = entities(import_module("hudna.packs.load").load_pack(extra=packs))
    with open_view(ledger) as view:
        corrected(view.assertion(key).assertion, {field: value}, known)
    judge(ledger, "correct", (key,), comment, user, seen, as_json, field, value or None)


def _who(given: str | None) -> str:
    user = (given or os.environ.get(USER, "")).strip()
    if not user:
        raise typer.BadParameter(f"who judges? give a name, or set {USER}", param_hint="'--user'")
    return user


def _record(view: View, key: str, act: Act) -> str:
    """The id of what a key names: a contradiction to settle, else a record or a report."""
    finders: list[Callable[[str], Any]] = [view.assertion]
    if act == "settle":
        finders = [view.link]
    elif act in ("join", "split"):
        finders.append(_report_of(view))
    elif act == "withdraw":
        finders.extend((_report_of(view), view.link))
    refusals: list[LedgerError] = []
    for find in finders:
        try:
            found = find(key).id
        except LedgerError as error:
            refusals.append(error)
        else:
            if act == "settle" and not view.linked([found]):
                raise LedgerError(
                    f"the contradiction {found[:_SHOWN]} comes of a correction and cannot be settled; "
                    "correct the other side too, or take the correction back with: hudna review undo ID"
                )
            return str(found)
    raise refusals[0]


def _report_of(view: View) -> Callable[[str], Any]:
    return lambda key: view.report(key).report


def _seen(chain: Sequence[Judgement], user: str, seen: str | None) -> str | None:
    """The judgement a new one supersedes: that named by --seen, or the user's own where it is the last."""
    if seen is not None:
        found = [j.id for j in chain if j.id.startswith(seen)]
        if len(found) != 1:
            raise LedgerError(f"«{seen}» is no judgement on this record; see: hudna review history ID")
        return found[0]
    return chain[-1].id if chain and chain[-1].user == user else None


def _said(made: Judgement, now: Standing) -> str:
    if made.other:
        words = {"join": "joined with", "split": "split from"}.get(made.act, "judgement taken back, with")
        return f"{made.target[:_SHOWN]} {words} {made.other[:_SHOWN]}"
    if made.act == "settle":
        return f"{made.target[:_SHOWN]} is {made.value}"
    return f"{made.target[:_SHOWN]} is {told(now)}"


def history(ledger: Path | None, key: str, packs: Sequence[Path], as_json: bool) -> None:
    """Print every reading and judgement of a record with what it changed; of a report or a contradiction,
    every judgement."""
    known = entities(import_module("hudna.packs.load").load_pack(extra=packs))
    with open_view(ledger) as view:
        record = _record(view, key, "withdraw")
        own = view.judgements([record])
        changes = _read_changes(view, view.assertion(key), own, known) if view.rows([record]) else ()
        started = {run.id: run.started for run in view.runs()}
    for change in (*changes, *history_of_links(record, own)):
        print(line(_change_data(change, started)) if as_json else _change_line(change, started))
    if not own and not changes:
        say("nobody has judged this")


def _read_changes(
    view: View, row: Row[Assertion], own: Sequence[Judgement], known: Entities
) -> tuple[Change, ...]:
    readings = []
    for reading in view.report(row.report).readings:
        same = [r for r in view.said([reading.number], [row.assertion.KIND]) if _same_words(r, row)]
        exact = [r for r in same if r.id == row.id] or same
        readings.append((reading.run, exact[0].assertion if exact else None))
    return history_of(readings, [j for j in own if j.target == row.id and j.other is None], known)


def _same_words(one: Row[Assertion], other: Row[Assertion]) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _change_data(change: Change, started: dict[str, str]) -> dict[str, Any]:
    judged = judgement_data(change.judgement) if change.judgement else None
    read = {"run": change.run, "at": started.get(change.run or "")} if change.run else None
    return {"reading": read, "judgement": judged, "differences": plain(change.differences)}


def _change_line(change: Change, started: dict[str, str]) -> str:
    changed = "; ".join(f"{d.field}: {d.before or '?'} → {d.after or '?'}" for d in change.differences)
    if change.judgement is None:
        at = started.get(change.run or "", "")
        return f"{at[:19]}\tread by run {(change.run or '')[:ID_SHOWN]}\t{changed}"
    j = change.judgement
    return f"{j.at[:19]}\t{j.act} by {j.user} ({j.id[:ID_SHOWN]}): «{j.comment}»\t{changed or '-'}"


def lost(ledger: Path | None, as_json: bool) -> None:
    """Print the judgements whose records are gone and have no successor."""
    resolution = import_module("hudna.compose.resolution")
    with open_view(ledger) as view:
        found: tuple[Judgement, ...] = resolution.not_carried(view)
        rows = {row.id: row for row in view.rows([j.target for j in found])}
    for judgement in found:
        row = rows.get(judgement.target)
        if as_json:
            print(line({**judgement_data(judgement), "record": row_data(row) if row else None}))
        else:
            where = f"«{row.words}» {cells.standing(row).where}" if row else judgement.target
            print(f"{judgement.at[:19]}\t{judgement.act} by {judgement.user}: «{judgement.comment}»\t{where}")
    if not found:
        say("every judgement stands on a record that is still read")
