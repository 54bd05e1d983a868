"""Checking packs."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hudna.cli.errors import REJECTED, say
from hudna.export.jsonl import line
from hudna.model.assertions import plain
from hudna.model.errors import PackError
from hudna.packs.entries import Problem, check_entries
from hudna.packs.load import pack_files, pack_names
from hudna.packs.schema import ActorEntry, AgreementEntry, Country, OutletEntry, PlaceEntry

SORTS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "countries": Country,
        "actors": ActorEntry,
        "places": PlaceEntry,
        "agreements": AgreementEntry,
        "outlets": OutletEntry,
    }
)
"""The sorts of entries of a pack, by the names of the files that hold them."""


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
    """The problems of a folder, or of everything that comes with the program."""
    if folder is not None:
        return tuple(_folder(folder))
    data = files("hudna.packs") / "data"
    return tuple(problem for name in pack_names() for problem in _folder(data / name))


def _folder(folder: Path | Traversable) -> Iterator[Problem]:
    """Every file of a pack against its schema; files of another name would be passed over in silence."""
    wanted = ", ".join(f"{stem}.yaml" for stem in SORTS)
    known = {path.name: cls for stem, cls in SORTS.items() for path in pack_files(folder, stem)}
    if not known:
        yield Problem(str(folder), 1, "holds no file of a pack", f"add one of: {wanted}")
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name in known:
            yield from check_entries(entry, known[entry.name])[1]
        elif entry.name.endswith((".yaml", ".yml", ".tsv")):
            yield Problem(str(entry), 1, "is no file of a pack", f"name it one of: {wanted}")
