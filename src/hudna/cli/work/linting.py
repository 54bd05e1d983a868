"""Beginning and checking packs."""

from pathlib import Path

from hudna.cli.errors import REJECTED, say
from hudna.export.jsonl import line
from hudna.model.assertions import plain
from hudna.model.errors import PackError
from hudna.packs.entries import Problem
from hudna.packs.lint import check_all, check_lexicons, check_pack
from hudna.packs.template import new_pack


def check(folder: Path | None, as_json: bool) -> int:
    """Print the problems; the exit code."""
    if folder is not None and not folder.is_dir():
        raise PackError(f"{folder} is not a folder; give the folder that holds actors.yaml, places.yaml, …")
    problems = find_problems(folder)
    for problem in problems:
        if as_json:
            print(line(plain(problem)))
        else:
            print(problem)
    if problems:
        say(f"{len(problems)} problem{'s' if len(problems) > 1 else ''} in the packs")
        return REJECTED
    if not as_json:
        print(f"{folder or 'the packs of hudna'}: no problems")
    return 0


def find_problems(folder: Path | None = None) -> tuple[Problem, ...]:
    """The problems of a folder, or of all packs and lexicons that come with the program."""
    return check_pack(folder) if folder is not None else (*check_all(), *check_lexicons())


def new(name: str, parent: Path) -> None:
    """Write a new pack and say what to do with it."""
    folder = new_pack(name, parent)
    print(f"{folder}: replace the examples, then: hudna packs check {folder}")
