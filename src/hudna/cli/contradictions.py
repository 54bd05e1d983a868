"""`hudna contradictions`: claims that cannot both hold, side by side."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, compared
else:
    asking, compared = late("hudna.cli.work.asking"), late("hudna.cli.work.compared")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna contradictions --from 2020-01-01 --to 2020-01-31
hudna contradictions --about denial --actor RUS
hudna contradictions --json | jq '{about, verdict, sides: [.sides[].says]}'
""")


@app.command(epilog=_EXAMPLES)
def contradictions(
    ledger: options.Ledger = None,
    date_from: options.From = None,
    date_to: options.To = None,
    undated: options.Undated = False,
    place: options.Place = None,
    actor: options.Actor = None,
    about: Annotated[
        Literal["denial", "date", "actor", "place", "figure", "speaker"] | None,
        typer.Option("--about", help="Only disagreements about this."),
    ] = None,
    state: Annotated[
        Literal["open", "explained", "settled"] | None,
        typer.Option("--state", help="Only those a person has (not) dealt with."),
    ] = None,
    publisher: options.Publisher = None,
    pack: options.Packs = None,
    limit: options.Limit = None,
    lang: options.Lang = "en",
    json: options.Json = False,
) -> None:
    """List claims that contradict each other, or that hardly hold together, between reports and inside one.

    الأقوال المتناقضة: الطرفان بألفاظهما ومصادرهما.

    Two rows for each: what the one side says and what the other says, by whom, in how many reports of how
    many origins, with the words of the first published one. «tension» is no contradiction: both can hold
    word for word, and a reader would be surprised. Nothing is decided here; a person sets the state. Records
    of the filter need to be on one side only.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, undated=undated, place=place, actor=actor, publisher=publisher
    )
    compared.contradictions(ledger, chosen, pack or (), about, state, limit, lang, json)
