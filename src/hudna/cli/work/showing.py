"""One report of a ledger."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from hudna.cli.streams import is_terminal
from hudna.cli.work import text_view
from hudna.cli.work.opening import open_judged
from hudna.cli.work.reviewed import column, review_data, share_data, standing_of, tell_share
from hudna.cli.work.table import emit
from hudna.export.jsonl import line
from hudna.model.assertions import plain
from hudna.model.records import record
from hudna.store.base import Dossier

if TYPE_CHECKING:
    from hudna.compose.judged import JudgedView


def show(ledger: Path | None, report: str, as_json: bool) -> None:
    """Print the report that answers to the key, with its records."""
    with open_judged(ledger, keep_rejected=True) as view:
        dossier = view.report(report)
    if as_json:
        print(line(_data(dossier, view)))
    elif is_terminal():
        text_view.draw(dossier.analysis, dossier.rows, column(view))
    else:
        said_by = text_view.looked_up(text_view.speakers(dossier.rows))
        emit(text_view.sheet(said_by, column(view)), dossier.rows, as_json=False)
    tell_share(view, (row.id for row in dossier.rows))


def _data(dossier: Dossier, view: "JudgedView") -> dict[str, Any]:
    """The record as it was read, and where people left what they judged of it."""
    judged = {row.id: standing_of(view, row) for row in dossier.rows}
    return {
        **record(dossier.analysis),
        "readings": plain(dossier.readings),
        "uris": list(dossier.uris),
        "review": {id: review_data(now) for id, now in judged.items() if now.last},
        "reviewed": share_data(view, judged),
    }
