"""`hudna resolve`: what is new in a ledger compared with what it has."""

from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import resolving
else:
    resolving = late("hudna.cli.work.resolving")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna resolve --ledger idlib.sqlite
hudna ingest a/ --no-compare && hudna ingest b/ --no-compare && hudna resolve
""")


@app.command(epilog=_EXAMPLES)
def resolve(
    ledger: options.Ledger = None,
    pack: options.Packs = None,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Compare the reports and records of a ledger that have not been compared yet.

    مقارنة ما لم يُقارن بعد من التقارير والأقوال.

    «hudna ingest» does this at its end; it is a command of its own for what was read with --no-compare, after
    an interrupted ingest, or with a newer hudna, which compares everything anew. Each batch is written whole:
    Ctrl-C keeps what was compared, and the same command goes on from there.

    Exit code: 0; 2 if nothing could start; 130 after Ctrl-C.
    """
    resolving.resolve(ledger, pack or (), json)
