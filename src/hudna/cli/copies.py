"""`hudna copies`: reports that copy one another, and how many independent origins a record has."""

from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, sourcing
else:
    asking, sourcing = late("hudna.cli.work.asking"), late("hudna.cli.work.sourcing")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna copies --from 2020-01-01 --to 2020-01-31
hudna copies 7c1f04aa
hudna copies --json | jq -r 'select(.first) | [.group, .reports, .publisher] | @tsv'
""")


@app.command(epilog=_EXAMPLES)
def copies(
    record: Annotated[
        str | None,
        typer.Argument(metavar="[RECORD]", help="An event, figure, statement or accord, by id: who says it?"),
    ] = None,
    ledger: options.Ledger = None,
    date_from: options.From = None,
    date_to: options.To = None,
    undated: options.Undated = False,
    place: options.Place = None,
    actor: options.Actor = None,
    publisher: options.Publisher = None,
    json: options.Json = False,
) -> None:
    """List reports that are near-copies of one another, the first publication of each group first.

    التقارير المنسوخة بعضها عن بعض، وعدد المصادر المستقلة لكل خبر.

    A copy may have another headline, a cut tail, furniture, other spelling; «shared» is the part of the
    shorter text that the first publication has, «words» the longest stretch of it. With the id of a record:
    how many reports, outlets and independent origins tell it, and why those count as one.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, undated=undated, place=place, actor=actor, publisher=publisher
    )
    if record is None:
        sourcing.copies(ledger, chosen, json)
    else:
        sourcing.origins(ledger, record, json)
