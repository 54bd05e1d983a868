"""Checking packs."""

from importlib import import_module
from pathlib import Path
from typing import Any

from hudna.cli.errors import REJECTED, say
from hudna.export.jsonl import line
from hudna.model.errors import PackError


def check(folder: Path | None, as_json: bool) -> int:
    """Print the problems; the exit code."""
    if folder is not None and not folder.is_dir():
        raise PackError(f"{folder} is not a folder; give the folder that holds actors.yaml, places.yaml, …")
    problems = find_problems(folder)
    for problem in problems:
        if as_json:
            print(line({f: getattr(problem, f) for f in ("file", "line", "message", "remedy")}))
        else:
            print(f"{problem.file}:{problem.line}: {problem.message}; {problem.remedy}")
    if problems:
        say(f"{len(problems)} problem{'s' if len(problems) > 1 else ''} in the packs")
        return REJECTED
    if not as_json:
        print(f"{folder or 'the packs of hudna'}: no problems")
    return 0


def find_problems(folder: Path | None = None) -> tuple[Any, ...]:
    """The problems of a folder, or of everything that comes with the program."""
    lint = import_module("hudna.packs.lint")
    return tuple(lint.lint_folder(folder) if folder is not None else lint.lint_all())
