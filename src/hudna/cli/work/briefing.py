"""Writing the situation report."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from hudna.brief.compose import compose
from hudna.brief.document import Language, in_language
from hudna.brief.formats import Format, render
from hudna.brief.material import Window
from hudna.cli.errors import say
from hudna.cli.streams import is_terminal
from hudna.cli.work.accords import as_day
from hudna.cli.work.opening import open_judged
from hudna.compose import findings
from hudna.export.jsonl import line
from hudna.model.filters import Filter
from hudna.packs.load import load_pack


def brief(
    ledger: Path | None,
    chosen: Filter,
    since: str | None,
    language: Language,
    format: Format,
    output: Path | None,
    packs: Sequence[Path],
    as_json: bool,
) -> None:
    """Write the report of the window of the filter; a usage error where it has none."""
    first, last = chosen.days()
    if first is None or last is None:
        raise typer.BadParameter("a report needs a window: give both", param_hint="'--from' and '--to'")
    if output is None and format in ("pdf", "docx") and is_terminal() and not as_json:
        raise typer.BadParameter(
            f"a {format} file is nothing to read here: name a file", param_hint="'--output'"
        )
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    begin = as_day(since, "--since") if since else start
    pack = load_pack(extra=packs)
    with open_judged(ledger, packs) as view:
        document = compose(findings.material(view, pack, Window(start, end, begin), chosen))
    if as_json:
        print(line(in_language(document, language)))
        return
    made = render(document, language, format)
    if output is None:
        sys.stdout.buffer.write(made)
        return
    output.write_bytes(made)
    say(f"{output}: {len(document.evidence)} sources")
