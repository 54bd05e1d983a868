"""`hudna show`: one report of a ledger with everything read out of it."""

from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import showing
else:
    showing = late("hudna.cli.work.showing")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna show 357cf29c
hudna show https://example.org/news/1
hudna show 357cf29c --json | jq .figures
""")


@app.command(epilog=_EXAMPLES)
def show(
    report: Annotated[
        str,
        typer.Argument(metavar="REPORT", help="Its id, the first 4 digits or more of it, or its address."),
    ],
    ledger: options.Ledger = None,
    json: options.Json = False,
) -> None:
    """Show one report as published with its marks, and every record read out of it.

    عرض تقرير واحد كما نُشر، مع ما استُخرج منه.

    In a pipe: one tab-separated line a record. With --json: the object of docs/records.md, and «readings»
    (when it was read, by which versions) and «uris» (where it was met).
    """
    showing.show(ledger, report, json)
