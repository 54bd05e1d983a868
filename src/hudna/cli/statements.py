"""`hudna statements`: who says what, through whom."""

from typing import TYPE_CHECKING, Annotated

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, lists
else:
    asking, lists = late("hudna.cli.work.asking"), late("hudna.cli.work.lists")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna statements --actor RUS.MIL --kind deny
hudna statements --from 2020-02-16 --to 2020-02-16 --json
""")


@app.command(epilog=_EXAMPLES)
def statements(
    ledger: options.Ledger = None,
    date_from: options.From = None,
    date_to: options.To = None,
    undated: options.Undated = False,
    place: options.Place = None,
    actor: options.Actor = None,
    kind: Annotated[
        str | None, options.kind_option("The force: claim, confirm, deny, demand, accuse, warn, …")
    ] = None,
    publisher: options.Publisher = None,
    limit: options.Limit = None,
    json: options.Json = False,
) -> None:
    """List who says what, how strongly, to whom and through whom.

    التصريحات: من قال، وبأي قوة، ولمن، وعبر من.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, undated=undated, place=place, actor=actor, kind=kind,
        publisher=publisher, limit=limit,
    )  # fmt: skip
    lists.statements(ledger, chosen, json)
