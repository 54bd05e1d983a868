"""`hudna chain`: through whom one record came."""

from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import sourcing
else:
    sourcing = late("hudna.cli.work.sourcing")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna chain 7c1f04aa
hudna timeline --json | jq -r .id | head -1 | xargs hudna chain
hudna chain 7c1f04aa --json | jq -r '.chain[] | [.role, .name] | @tsv'
""")


@app.command(epilog=_EXAMPLES)
def chain(
    record: Annotated[
        str,
        typer.Argument(metavar="RECORD", help="An event, figure, statement or accord, by id."),
    ],
    ledger: options.Ledger = None,
    json: options.Json = False,
) -> None:
    """Show through whom a record came: outlet, agency, speaker, document, each with its words.

    سلسلة نقل الخبر: القارئ ← الناشر ← الوكالة ← القائل ← الوثيقة.

    The outlet stands in the metadata; the others are named by words of the report. Below: how many reports,
    outlets and independent origins tell the same.
    """
    sourcing.chain(ledger, record, json)
