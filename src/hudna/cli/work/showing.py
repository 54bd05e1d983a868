"""One report of a ledger."""

from pathlib import Path
from typing import Any

from hudna.cli.streams import is_terminal
from hudna.cli.work import text_view
from hudna.cli.work.opening import open_view
from hudna.cli.work.table import emit
from hudna.export.jsonl import line
from hudna.model.assertions import plain
from hudna.model.records import record
from hudna.store.base import Dossier


def show(ledger: Path | None, report: str, as_json: bool) -> None:
    """Print the report that answers to the key, with its records."""
    with open_view(ledger) as view:
        dossier = view.report(report)
    if as_json:
        print(line(_data(dossier)))
    elif is_terminal():
        text_view.draw(dossier.analysis)
    else:
        said_by = text_view.looked_up(text_view.speakers(dossier.analysis))
        emit(text_view.sheet(said_by), dossier.rows, as_json=False)


def _data(dossier: Dossier) -> dict[str, Any]:
    return {
        **record(dossier.analysis),
        "readings": plain(dossier.readings),
        "uris": list(dossier.uris),
    }
