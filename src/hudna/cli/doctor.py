"""`hudna doctor`: is this installation, and a ledger, in order?"""

from typing import TYPE_CHECKING

import typer

from hudna.cli import options
from hudna.cli.late import late

if TYPE_CHECKING:
    from hudna.cli.work import checks
else:
    checks = late("hudna.cli.work.checks")

app = options.new_app()
_EXAMPLES = options.examples("""
hudna doctor
hudna doctor --ledger idlib.sqlite
""")


@app.command(epilog=_EXAMPLES)
def doctor(ledger: options.Ledger = None, json: options.Json = False) -> None:
    """Check Python, SQLite, packages, packs, the terminal and a ledger; say what to do about each failing.

    فحص التثبيت والسجل.

    Exit code: 0 if nothing fails (warnings allowed), 1 if something does.
    """
    code = checks.doctor(ledger, json)
    if code:
        raise typer.Exit(code)
