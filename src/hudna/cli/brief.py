"""`hudna brief`: the situation report of a window."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import asking, briefing
else:
    asking, briefing = late("hudna.cli.work.asking"), late("hudna.cli.work.briefing")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna brief --from 2020-02-15 --to 2020-02-21 --lang ar --output week.html
hudna brief --from 2020-02-15 --to 2020-02-21 --since 2020-01-12 --lang en --format pdf --output week.pdf
hudna brief --from 2020-02-01 --to 2020-02-29 --format md | less
""")


@app.command(epilog=_EXAMPLES)
def brief(
    ledger: options.Ledger = None,
    date_from: options.From = None,
    date_to: options.To = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DAY", help="Also count since this day. [default: --from]"),
    ] = None,
    place: options.Place = None,
    actor: options.Actor = None,
    lang: Annotated[Literal["ar", "en"], typer.Option("--lang", help="Language of the report.")] = "ar",
    format: Annotated[
        Literal["html", "pdf", "docx", "md"],
        typer.Option("--format", help="pdf and docx need: pip install 'hudna\\[brief]'."),
    ] = "html",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write. [default: standard output]"),
    ] = None,
    packs: options.Packs = None,
    json: Annotated[bool, typer.Option("--json", help="Print the report as one JSON object.")] = False,
) -> None:
    """Write the situation report of a window: what is claimed, alleged, denied, and what was not seen.

    تقرير الحالة: ما يُقال ويُزعم ويُنفى خلال فترة، وما لم يُرَ.

    Every sentence is made from records and numbered to its words. The same ledger gives the same bytes.
    """
    chosen = asking.make_filter(date_from=date_from, date_to=date_to, place=place, actor=actor)
    briefing.brief(ledger, chosen, since, lang, format, output, packs or (), json)
