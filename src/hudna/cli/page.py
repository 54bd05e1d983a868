"""`hudna page`: the ledger as one self-contained HTML file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, paging
else:
    asking, paging = late("hudna.cli.work.asking"), late("hudna.cli.work.paging")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna page --ledger idlib.sqlite
hudna page --lang ar --output idlib.html --from 2020-02-01 --to 2020-02-29
""")


@app.command(epilog=_EXAMPLES)
def page(
    ledger: options.Ledger = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write the page.")
    ] = Path("hudna-page.html"),
    lang: Annotated[
        Literal["ar", "en"], typer.Option("--lang", help="Language the page opens in; it holds both.")
    ] = "en",
    show_private_persons: Annotated[
        bool,
        typer.Option("--show-private-persons", help="Do not mask people who are no public actors of a pack."),
    ] = False,
    date_from: options.From = None,
    date_to: options.To = None,
    undated: options.Undated = False,
    place: options.Place = None,
    actor: options.Actor = None,
    kind: Annotated[
        str | None,
        options.kind_option("Only these records: statement, event, figure, agreement, or a type of these."),
    ] = None,
    publisher: options.Publisher = None,
    status: options.StatusOption = None,
    limit: options.Limit = None,
    json: Annotated[bool, typer.Option("--json", help="Print a JSON object instead of the address.")] = False,
) -> None:
    """Write timeline, figures, agreements, statements and reports as one HTML page; print its address.

    صفحة واحدة قائمة بذاتها بالعربية والإنكليزية.

    The file needs no network and no server: open it, print it, mail it. Every row leads to its words. Names
    of private persons are masked. The page notes the filter it was made with.
    """
    chosen = asking.make_filter(
        date_from=date_from, date_to=date_to, undated=undated, place=place, actor=actor, kind=kind,
        publisher=publisher, status=status, limit=limit,
    )  # fmt: skip
    paging.page(ledger, output, chosen, lang, show_private_persons, json)
