"""The lists of a ledger: events, figures, agreements, statements."""

from pathlib import Path

from hudna.cli.work import cells
from hudna.cli.work.opening import open_judged
from hudna.cli.work.reviewed import column, row_data_of, tell_share
from hudna.cli.work.table import Sheet, emit
from hudna.cli.work.tongue import Lang, tongue
from hudna.model.assertions import AgreementMention, Event, Figure, Statement
from hudna.model.filters import Filter
from hudna.model.rows import Row


def timeline(ledger: Path | None, chosen: Filter, as_json: bool) -> None:
    """Print what `hudna timeline` lists."""
    with open_judged(ledger, keep_rejected=True) as view:
        rows = view.timeline(chosen)
        said_by = cells.said_by(view, rows)
        sheet: Sheet[Row[Event]] = Sheet(
            "events",
            (
                ("date", lambda row: row.assertion.date or ""),
                ("event", lambda row: cells.event_type(row.assertion)),
                ("status", lambda row: cells.telling(row.assertion)),
                ("actors → recipients", lambda row: cells.sides(row.assertion)),
                ("place", lambda row: cells.place(row.assertion.place)),
                ("said by", lambda row: said_by(row.assertion.said_by)),
                column(view),
            ),
            cells.standing,
            row_data_of(view),
            "red",
        )
        emit(sheet, rows, as_json)
        tell_share(view, (row.id for row in rows))


def figures(ledger: Path | None, chosen: Filter, as_json: bool, lang: Lang = "en") -> None:
    """Print what `hudna figures` lists."""
    say_ = tongue(lang)
    with open_judged(ledger, keep_rejected=True) as view:
        rows = view.figures(chosen)
        said_by = cells.said_by(view, rows, say_.speakers, say_.word(cells.OWN_VOICE))
        sheet: Sheet[Row[Figure]] = Sheet(
            "figures",
            say_.columns(
                (
                    ("kind", lambda row: say_.code("figures", row.assertion.kind)),
                    ("value", lambda row: say_.value(row.assertion)),
                    ("of whom", lambda row: say_.counted(row.assertion)),
                    ("scope", lambda row: say_.scope(row.assertion)),
                    ("place", lambda row: say_.place(row.assertion.place)),
                    ("by whom", lambda row: say_.names(row.assertion.perpetrators)),
                    ("status", lambda row: say_.code("status", row.assertion.status)),
                    ("said by", lambda row: said_by(row.assertion.said_by)),
                    column(view),
                )
            ),
            cells.standing,
            row_data_of(view),
            "yellow",
            say_.word("words"),
        )
        emit(sheet, rows, as_json)
        tell_share(view, (row.id for row in rows))


def agreements(ledger: Path | None, chosen: Filter, as_json: bool) -> None:
    """Print what `hudna agreements` lists."""
    with open_judged(ledger, keep_rejected=True) as view:
        rows = view.agreements(chosen)
        said_by = cells.said_by(view, rows)
        sheet: Sheet[Row[AgreementMention]] = Sheet(
            "agreements",
            (
                ("accord", lambda row: row.assertion.agreement or ""),
                ("name", lambda row: row.assertion.name or ""),
                ("date", lambda row: row.assertion.date or ""),
                ("in force from", lambda row: row.assertion.in_force_from or ""),
                ("parties", lambda row: cells.names(row.assertion.parties)),
                ("place", lambda row: cells.place(row.assertion.place)),
                ("terms", lambda row: "; ".join(row.assertion.terms)),
                ("status", lambda row: row.assertion.status or ""),
                ("said by", lambda row: said_by(row.assertion.said_by)),
                column(view),
            ),
            cells.standing,
            row_data_of(view),
            "magenta",
        )
        emit(sheet, rows, as_json)
        tell_share(view, (row.id for row in rows))


def statements(ledger: Path | None, chosen: Filter, as_json: bool) -> None:
    """Print what `hudna statements` lists."""
    with open_judged(ledger, keep_rejected=True) as view:
        rows = view.statements(chosen)
        sheet: Sheet[Row[Statement]] = Sheet(
            "statements",
            (
                ("date", lambda row: row.assertion.date or ""),
                ("speakers", lambda row: cells.names(row.assertion.speakers)),
                ("force", lambda row: row.assertion.force),
                ("to", lambda row: cells.names(row.assertion.addressees)),
                ("through", lambda row: cells.names(row.assertion.chain)),
                ("channel", lambda row: row.assertion.channel or ""),
                ("speech", lambda row: "direct" if row.assertion.quoted else "reported"),
                column(view),
            ),
            cells.standing,
            row_data_of(view),
            "green",
        )
        emit(sheet, rows, as_json)
        tell_share(view, (row.id for row in rows))
