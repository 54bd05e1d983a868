"""`hudna figures`: counts with their scope; never added up."""

from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, compared, lists
else:
    asking, lists = late("hudna.cli.work.asking"), late("hudna.cli.work.lists")
    compared = late("hudna.cli.work.compared")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna figures --kind killed --place Idlib
hudna figures --kind displaced --from 2019-12
hudna figures --compare --kind killed --place Idlib
hudna figures --json | jq 'select(.since == null)'
""")


@app.command(epilog=_EXAMPLES)
def figures(
    ledger: options.Ledger = None,
    date_from: options.From = None,
    date_to: options.To = None,
    undated: options.Undated = False,
    place: options.Place = None,
    actor: options.Actor = None,
    kind: Annotated[
        str | None, options.kind_option("What is counted: killed, injured, displaced, detained, …")
    ] = None,
    publisher: options.Publisher = None,
    status: options.StatusOption = None,
    compare: Annotated[
        bool, typer.Option("--compare", help="Put figures of one scope together: low, high, how they agree.")
    ] = False,
    limit: options.Limit = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """List counts, each with its own scope: of whom, from when to when, where, by whom, says who.

    الأرقام، ولكل رقم نطاقه؛ لا تُجمع.

    Nothing is added up: a toll from another base date or of another source is another figure. «scope» is the
    EDTF interval counted over; empty where the words state no date. With --compare there is one row for each
    scope that figures share; «best» is empty until a person has set it.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, undated=undated, place=place, actor=actor, kind=kind,
        publisher=publisher, status=status, limit=limit,
    )  # fmt: skip
    if compare:
        compared.ranges(ledger, chosen, lang, json)
    else:
        lists.figures(ledger, chosen, json, lang)
