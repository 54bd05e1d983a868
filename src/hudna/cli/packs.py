"""`hudna packs check`: are the YAML files of names and words in order?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import linting
else:
    linting = late("hudna.cli.work.linting")

_EXAMPLES = options.examples("hudna packs check\nhudna packs check my-packs/libya")
app = options.new_app(_EXAMPLES)


@app.callback()
def packs(help: options.GroupHelp = False) -> None:
    """Work with packs: YAML files of actors, places, agreements and outlets.

    حزم المعرفة: الأسماء والأماكن والاتفاقات.
    """


@app.command(epilog=_EXAMPLES)
def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]", help="A pack of yours; without it, the packs that come with hudna."
        ),
    ] = None,
    json: options.Json = False,
) -> None:
    """Check packs: every problem with file, line and what to do about it.

    فحص الحزم: كل خلل مع ملفه وسطره وعلاجه.

    Exit code: 0 if all is well, 1 if there are problems, 2 if there is no such folder.
    """
    code = linting.check(folder, json)
    if code:
        raise typer.Exit(code)
