"""`hudna analyse`: what reports claim, without a ledger."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import analysing
else:
    analysing = late("hudna.cli.work.analysing")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna analyse report.txt
hudna analyse reports/ --format jsonl > records.jsonl
cat page.html | hudna analyse - --published 2020-02-16 --publisher "An outlet"
hudna analyse report.txt --format html > report.html
hudna analyse report.txt --pack my-packs/sahel
""")

Format = Literal["text", "jsonl", "html"]


@app.command(epilog=_EXAMPLES)
def analyse(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")
    ],
    format: Annotated[
        Format, typer.Option("--format", help="A view for reading, one JSON object a report, or a page.")
    ] = "text",
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="Publication date of undated input.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Outlet of input that names none.")
    ] = None,
    lang: Annotated[
        Literal["ar", "en"], typer.Option("--lang", help="With html: language the page opens in.")
    ] = "en",
    pack: options.Packs = None,
    show_private_persons: Annotated[
        bool,
        typer.Option("--show-private-persons", help="With html: do not mask names of private persons."),
    ] = False,
    models: options.Models = "none",
    json: Annotated[bool, typer.Option("--json", help="The same as --format jsonl.")] = False,
) -> None:
    """Read reports and show what they claim: who says what happened, where, when, to whom.

    تحليل التقارير وعرض ما تقوله، دون سجل.

    At a terminal: the text as published with coloured marks, right to left, and its records. In a pipe: one
    tab-separated line a record. Files may be text, HTML or JSON lines (text, url, title, published,
    publisher), in UTF-8, UTF-16, Windows-1256 or ISO-8859-6.

    Exit code: 0; 1 if some input was not read; 2 if nothing could start.
    """
    code = analysing.analyse(
        paths,
        published,
        publisher,
        "jsonl" if json else format,
        lang,
        show_private_persons,
        pack or (),
        models,
    )
    if code:
        raise typer.Exit(code)
