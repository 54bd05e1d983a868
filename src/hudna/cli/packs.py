"""`hudna packs`: begin a pack of your own, and check the YAML files of names and words."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import linting
else:
    linting = late("hudna.cli.work.linting")

_EXAMPLES = options.examples("hudna packs new sahel\nhudna packs check\nhudna packs check my-packs/libya")
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


@app.command(epilog=options.examples("hudna packs new sahel\nhudna packs new sahel --dir my-packs"))
def new(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="What the pack is called: small Latin letters and hyphens.")
    ],
    directory: Annotated[
        Path,
        typer.Option(
            "--dir", metavar="DIR", help="Where its folder is made. [default: here]", show_default=False
        ),
    ] = Path("."),
) -> None:
    """Begin a pack: a folder of commented YAML files with one example each, to be replaced.

    بداية حزمة جديدة: ملفات مشروحة فيها مثال لكل نوع.

    The folder passes `hudna packs check` as it is; use it with `hudna analyse … --pack FOLDER`. Nothing is
    overwritten.

    Exit code: 0; 2 if the folder exists already, cannot be made, or the name is not fit.
    """
    linting.new(name, directory)
