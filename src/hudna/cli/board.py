"""`hudna board`: which ceasefires had begun by a day."""

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
hudna board --on 2020-02-21
hudna board --on 2020-02-21 --place Idlib --actor SYR
hudna board --json | jq -r '[.agreement, .start.date, .day] | @tsv'
""")


@app.command(epilog=_EXAMPLES)
def board(
    ledger: options.Ledger = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="The day. [default: the last with a report]"),
    ] = None,
    date_from: options.From = None,
    date_to: options.To = None,
    place: options.Place = None,
    actor: options.Actor = None,
    all: Annotated[
        bool, typer.Option("--all", help="Also accords that no report of the ledger mentions.")
    ] = False,
    packs: options.Packs = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """Show the ceasefires that had begun by a day, by every start that somebody gives for them.

    الاتفاقات التي بدأت حتى يوم ما ولا نهاية معروفة لها، ورقم اليوم منذ كل تاريخ بدء مذكور.

    One row is one start of one accord: by whom it is given, which day of the truce this is by it, whether all
    starts and ends agree, how much is alleged since and how many days were reported on and calm. The filters
    choose what counts as alleged; an accord with no end on record is not known to have ended. A calm day is
    one that was reported on and of which nothing is alleged.
    """
    chosen = asking.make_filter(date_from=date_from, date_to=date_to, place=place, actor=actor)
    accords.board(ledger, on, chosen, all, packs or (), lang, json)
