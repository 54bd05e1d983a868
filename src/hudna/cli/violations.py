"""`hudna violations`: what may breach an agreement, by whom it is alleged, and what the other side says."""

from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import accords, asking
else:
    accords, asking = late("hudna.cli.work.accords"), late("hudna.cli.work.asking")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna violations --from 2020-02-01 --to 2020-02-29 --place Idlib
hudna violations --actor SYR --json | jq -r '[.date, .against[].code, .answer] | @tsv'
hudna violations --count --from 2020-02-15 --to 2020-02-21 --since 2020-01-12
hudna violations --count --guarantors --from 2020-02-15 --to 2020-02-21
""")


@app.command(epilog=_EXAMPLES)
def violations(
    ledger: options.Ledger = None,
    date_from: options.From = None,
    date_to: options.To = None,
    place: options.Place = None,
    actor: options.Actor = None,
    publisher: options.Publisher = None,
    count: Annotated[
        bool,
        typer.Option("--count", help="Count by act, party accused and area; needs --from and --to."),
    ] = False,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="With --count: also since this day. [default: --from]"),
    ] = None,
    guarantors: Annotated[
        bool,
        typer.Option("--guarantors", help="With --count: what each guarantor counts, side by side."),
    ] = False,
    packs: options.Packs = None,
    limit: options.Limit = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """List what may breach an agreement. Nothing here is a finding.

    الخروقات المزعومة: من يزعمها، وضد من، وأي بند، وبماذا يرد الطرف الآخر.

    An event stands here if its place lies in an accord's zone, its date in force, its type is forbidden by a
    clause and its actor bound by it; or if a speaker calls it a breach. «certain» tells whether date and
    place are: a start in dispute or a place half in the zone is not. Counts of windows are never added.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, place=place, actor=actor, publisher=publisher, limit=limit
    )
    if count:
        accords.counts(ledger, chosen, since, guarantors, packs or (), lang, json)
    else:
        accords.violations(ledger, chosen, packs or (), lang, json)
