"""`hudna ingest`: reports into a ledger."""

from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import ingesting
else:
    ingesting = late("hudna.cli.work.ingesting")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna ingest reports/ --ledger idlib.sqlite
hudna ingest old.jsonl today/ --publisher "An outlet"
curl -s https://example.org/news/1 | hudna ingest - --published 2020-02-16
""")


@app.command(epilog=_EXAMPLES)
def ingest(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")
    ],
    ledger: options.Ledger = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="Publication date of undated input.")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Outlet of input that names none.")
    ] = None,
    pack: options.Packs = None,
    models: options.Models = "none",
    no_compare: Annotated[
        bool, typer.Option("--no-compare", help="Leave comparing to a later «hudna resolve».")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Read reports into a ledger, which is made where there is none.

    قراءة التقارير إلى السجل؛ إعادة الأمر لا تكرر شيئاً.

    Doing it again adds nothing: a report the ledger has is counted as the same. What cannot be read is
    counted by reason and listed on the page; the others are still processed. What is new is then compared
    with what the ledger has. Ctrl-C keeps what was read; the same command goes on from there.

    Exit code: 0; 1 if some input was not read; 2 if nothing could start; 130 after Ctrl-C.
    """
    code = ingesting.ingest(paths, ledger, published, publisher, json, pack or (), models, not no_compare)
    if code:
        raise typer.Exit(code)
