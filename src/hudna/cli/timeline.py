"""`hudna timeline`: events in order of date."""

from typing import TYPE_CHECKING, Annotated

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, lists
else:
    asking, lists = late("hudna.cli.work.asking"), late("hudna.cli.work.lists")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna timeline --from 2020-02-01 --to 2020-02-29 --place Idlib
hudna timeline --kind ASSAULT/aerial --actor RUS --status claimed
hudna timeline --json | jq -r '[.date, .type, .words] | @tsv'
""")


@app.command(epilog=_EXAMPLES)
def timeline(
    ledger: options.Ledger = None,
    date_from: options.From = None,
    date_to: options.To = None,
    undated: options.Undated = False,
    place: options.Place = None,
    actor: options.Actor = None,
    kind: Annotated[
        str | None, options.kind_option("An event type, with or without mode: ASSAULT, ASSAULT/aerial.")
    ] = None,
    publisher: options.Publisher = None,
    status: options.StatusOption = None,
    limit: options.Limit = None,
    json: options.Json = False,
) -> None:
    """List events in order of date, the undated last, each with the words that tell it.

    الأحداث مرتبة حسب التاريخ، مع ألفاظها ومصادرها.

    What happened according to whom: the column «status» tells reported, claimed, alleged, denied, planned,
    negated and hypothetical apart, «said by» names the speaker. «again» marks an event that the same report
    has told before (in its title, say), «background» one that it only recalls: neither is one more event.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, undated=undated, place=place, actor=actor, kind=kind,
        publisher=publisher, status=status, limit=limit,
    )  # fmt: skip
    lists.timeline(ledger, chosen, json)
