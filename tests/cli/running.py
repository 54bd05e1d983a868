"""Running `hudna` as a process, as a shell would."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from typer.testing import CliRunner

from hudna.cli.main import app

HUDNA = [sys.executable, "-m", "hudna.cli"]


def hudna(
    *arguments: str | Path,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    cwd: Path | None = None,
) -> "subprocess.CompletedProcess[bytes]":
    """Run to the end; the tester's own HUDNA_… variables are not seen."""
    return subprocess.run(
        [*HUDNA, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env=environment(env),
        cwd=cwd,
        timeout=120,
        check=False,
    )


def inside(
    *arguments: str | Path,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
) -> "subprocess.CompletedProcess[bytes]":
    """As `hudna`, in this process: quicker, and what a fixture has put in place is used."""
    result = CliRunner().invoke(app, [str(a) for a in arguments], env=env, input=stdin)
    return subprocess.CompletedProcess(
        list(arguments), result.exit_code, result.stdout_bytes, result.stderr_bytes
    )


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """The surroundings of a test: a plain UTF-8 locale unless told otherwise."""
    dropped = ("HUDNA_", "LC_", "NO_COLOR", "PYTHON")
    kept = {k: v for k, v in os.environ.items() if k == "PYTHONPATH" or not k.startswith(dropped)}
    return {**kept, "LANG": "C.UTF-8", **(changes or {})}


def lines(output: bytes) -> list[list[str]]:
    """Tab-separated output as rows of values."""
    return [line.split("\t") for line in output.decode("utf-8").splitlines()]


def column(rows: Sequence[Sequence[str]], name: str) -> list[str]:
    """The values under a heading."""
    index = list(rows[0]).index(name)
    return [row[index] for row in rows[1:]]
