"""How a command ends: one clear line on standard error and an exit code; no traceback for a user's error.

Codes: 0 all good; 1 done, but some inputs were rejected or a check failed; 2 cannot start or wrong usage;
70 a defect of hudna; 130 interrupted; 141 the reader of the output closed it (as programs ended by SIGPIPE).
"""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from hudna.cli.streams import silence_stdout
from hudna.model.errors import HudnaError

REJECTED = 1
CANNOT_START = 2
DEFECT = 70
INTERRUPTED = 130
PIPE_CLOSED = 141
TRACEBACK = "HUDNA_TRACEBACK"


def say(message: str) -> None:
    """One message for the user on standard error, marked as ours."""
    print(f"hudna: {message}", file=sys.stderr)


@contextmanager
def guarded() -> Iterator[None]:
    """Turn what goes wrong inside into a message and `typer.Exit` with the code of the table above."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        silence_stdout()
        raise typer.Exit(PIPE_CLOSED) from None
    except KeyboardInterrupt:
        say("interrupted")
        raise typer.Exit(INTERRUPTED) from None
    except HudnaError as error:
        say(str(error))
        raise typer.Exit(CANNOT_START) from None
    except OSError as error:
        if os.environ.get(TRACEBACK):
            traceback.print_exc()
        say(_system_message(error))
        try:
            sys.stdout.flush()
        except OSError:  # it was standard output that failed: what is buffered for it can go nowhere
            silence_stdout()
        raise typer.Exit(CANNOT_START) from None
    except Exception as error:
        if isinstance(error, (typer.Exit, typer.Abort)) or hasattr(error, "exit_code"):
            raise  # usage errors of the command line library know how to show themselves
        _report_defect(error)
        raise typer.Exit(DEFECT) from None


def _system_message(error: OSError) -> str:
    what = error.strerror or type(error).__name__
    return f"{error.filename}: {what}" if error.filename else what


def _report_defect(error: Exception) -> None:
    if os.environ.get(TRACEBACK):
        traceback.print_exception(error)
    frames = traceback.extract_tb(error.__traceback__)
    last = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    what = (str(error).splitlines() or [""])[0]
    say(
        f"unexpected {type(error).__name__}{last}: {what}\n"
        f"This is a defect of hudna, not of your input. Run the command again with {TRACEBACK}=1 and report "
        "what it prints in the project's issue tracker, with the output of «hudna --version» and «hudna "
        "doctor»; leave out texts and paths you may not share."
    )
