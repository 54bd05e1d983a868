"""A ledger copied into a new one."""

from importlib import import_module
from pathlib import Path

from hudna.cli.work.opening import indexer, shown
from hudna.export.jsonl import line
from hudna.model.errors import LedgerError


def copy(source: Path, target: Path, as_json: bool) -> None:
    """Copy, and print the content hash of both."""
    if source == target:
        raise LedgerError("a ledger cannot be copied into itself; give the name of a new one")
    found: str = import_module("hudna.store.opening").copy(source, target, indexer())
    if as_json:
        print(line({"from": shown(source), "to": shown(target), "content_hash": found}))
    else:
        print(f"{shown(target)}: a copy of {shown(source)}, content hash {found}")
