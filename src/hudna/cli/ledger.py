"""`hudna ledger`: a whole ledger moved."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import copying
else:
    copying = late("hudna.cli.work.copying")

_EXAMPLES = options.examples("""
hudna ledger copy idlib.sqlite postgresql://salma@localhost/idlib
hudna ledger copy postgresql://salma@localhost/idlib backup.sqlite
""")
app = options.new_app(_EXAMPLES)


@app.callback()
def ledger(help: options.GroupHelp = False) -> None:
    """Work with a ledger as a whole.

    السجل كله: نسخه من ملف إلى قاعدة بيانات وبالعكس.
    """


@app.command(epilog=_EXAMPLES)
def copy(
    source: Annotated[Path, typer.Argument(metavar="FROM", help="A ledger: a file or postgresql://…")],
    target: Annotated[Path, typer.Argument(metavar="TO", help="A new one: a file or an empty database.")],
    json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Copy a ledger into a new one and make sure that nothing is missing.

    نسخ السجل والتحقق من أن بصمتي النسختين واحدة.

    Everything goes along: reports, every reading, records, comparisons, judgements, runs, rejected inputs.
    The content hash of the copy is compared with that of the ledger; whatever goes wrong, nothing is written.

    Exit code: 0; 2 if it could not be copied.
    """
    copying.copy(source, target, json)
