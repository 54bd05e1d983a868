"""The static page of a ledger."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hudna.cli.errors import say
from hudna.cli.work.opening import open_judged
from hudna.cli.work.reviewed import tell_share
from hudna.export.contents import from_view
from hudna.export.jsonl import line
from hudna.export.page import Language, PageOptions, write_page
from hudna.model.filters import Filter
from hudna.model.rows import Row

_LARGE = 30_000_000
"""Bytes from which on browsers of small machines get slow."""


def page(
    ledger: Path | None, output: Path, chosen: Filter, lang: Language, show_private: bool, as_json: bool
) -> None:
    """Write the page and print its address."""
    with open_judged(ledger, keep_rejected=True) as view:
        judged = {id: now.state for id, now in view.standings.items() if now.state != "open"}
        contents = from_view(view, chosen, judged)
        lists: list[Sequence[Row[Any]]] = [
            contents.events, contents.figures, contents.agreements, contents.statements,
        ]  # fmt: skip
        tell_share(view, (row.id for rows in lists for row in rows))
        written = write_page(output, contents, PageOptions(lang, show_private))
    size = written.stat().st_size
    if size > _LARGE:
        say(f"the page has {size // 1_000_000} MB; narrow it with --from, --to, --place or --limit")
    if show_private:
        say("the page names private persons; do not publish it as it is")
    if as_json:
        print(line({"page": written.as_uri(), "reports": len(contents.reports), "size": size}))
    else:
        print(written.as_uri())
