"""`hudna incidents`: events of different reports that are one thing."""

from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, compared
else:
    asking, compared = late("hudna.cli.work.asking"), late("hudna.cli.work.compared")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna incidents --from 2020-02-01 --to 2020-02-29 --place Idlib
hudna incidents --kind ASSAULT/aerial --actor RUS --why
hudna incidents --json | jq -r '[.date, .type, .place, .support.reports] | @tsv'
""")


@app.command(epilog=_EXAMPLES)
def incidents(
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
    why: Annotated[
        bool, typer.Option("--why", help="One row for each telling, with what joins it to the others.")
    ] = False,
    pack: options.Packs = None,
    limit: options.Limit = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """List incidents: what several reports tell about one event, counted once.

    الوقائع: ما ترويه تقارير عدة عن حدث واحد، محسوباً مرة واحدة.

    Tellings are joined by type, date, place, actors and figures; --why shows what speaks for each join and
    how much. What is only perhaps the same is never joined: «perhaps» counts such tellings. A report that
    recalls an older event is a telling of that event. All incidents that a telling of the filter belongs to
    are shown whole.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, undated=undated, place=place, actor=actor, kind=kind,
        publisher=publisher, status=status, limit=limit,
    )  # fmt: skip
    compared.incidents(ledger, chosen, pack or (), why, lang, json)
