"""`hudna agreements`: every mention of an accord with the dates it states."""

from typing import TYPE_CHECKING, Annotated

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, lists
else:
    asking, lists = late("hudna.cli.work.asking"), late("hudna.cli.work.lists")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna agreements --actor TUR
hudna agreements --kind agreement/sochi-2018
hudna agreements --json | jq -r '[.agreement, .date, .in_force_from, .words] | @tsv'
""")


@app.command(epilog=_EXAMPLES)
def agreements(
    ledger: options.Ledger = None,
    date_from: options.From = None,
    date_to: options.To = None,
    undated: options.Undated = False,
    place: options.Place = None,
    actor: options.Actor = None,
    kind: Annotated[str | None, options.kind_option("An accord's id in the packs' register.")] = None,
    publisher: options.Publisher = None,
    status: options.StatusOption = None,
    limit: options.Limit = None,
    json: options.Json = False,
) -> None:
    """List mentions of accords, each with the dates, parties and terms that its words state.

    الاتفاقات كما ذُكرت، مع كل تاريخ مذكور.

    Two mentions of one accord may state two dates: both are shown, none is corrected.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, undated=undated, place=place, actor=actor, kind=kind,
        publisher=publisher, status=status, limit=limit,
    )  # fmt: skip
    lists.agreements(ledger, chosen, json)
