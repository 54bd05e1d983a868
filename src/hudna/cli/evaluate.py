"""`hudna evaluate`: how right the reading is on annotated texts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import evaluating
else:
    evaluating = late("hudna.cli.work.evaluating")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna evaluate corpus/develop
hudna evaluate corpus/sentences/develop.jsonl --details
hudna evaluate my-gold/ my-texts/ --json
hudna evaluate corpus/test --write docs/accuracy.md
hudna evaluate corpus/test --second corpus/test/second
""")


@app.command(epilog=_EXAMPLES)
def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="A folder with texts/, gold/ and index.json; or of gold; or sentences (.jsonl).",
        ),
    ],
    texts: Annotated[
        Path | None, typer.Argument(metavar="[TEXTS_DIR]", help="The texts, where they lie elsewhere.")
    ] = None,
    models: options.Models = "none",
    json: Annotated[bool, typer.Option("--json", help="Print the scores as one JSON object.")] = False,
    write: Annotated[
        Path | None,
        typer.Option("--write", metavar="FILE", help="Write the tables between the folder's marks in FILE."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Call the folder this in tables and marks.")
    ] = None,
    details: Annotated[
        bool, typer.Option("--details", help="List every missed and spurious record; not for unseen texts.")
    ] = False,
    floors: Annotated[
        Path | None,
        typer.Option("--floors", metavar="FILE", help="Compare with floors; exit code 1 if below."),
    ] = None,
    set_floors: Annotated[
        bool, typer.Option("--set-floors", help="Write the floors a little below the scores instead.")
    ] = False,
    lower: Annotated[bool, typer.Option("--lower", help="With --set-floors: floors may sink.")] = False,
    second: Annotated[
        Path | None,
        typer.Option(
            "--second",
            metavar="SECOND",
            help="Instead: how far a second annotation agrees with the first (GOLD, or first/ beside it).",
        ),
    ] = None,
    pack: options.Packs = None,
) -> None:
    """Score the reading of annotated texts: precision, recall, F1 by layer, with 95 % intervals.

    تقييم القراءة على نصوص موسومة يدوياً.

    docs/annotation.md has the form of gold files, docs/accuracy.md the scores of this release.

    Exit code: 0; 1 if a score is below its floor; 2 if the folder cannot be read.
    """
    packs = tuple(pack or ())
    request = evaluating.Request(
        gold, texts, json, write, name, details, floors, set_floors, lower, second, packs, models
    )
    code = evaluating.run(request)
    if code:
        raise typer.Exit(code)
