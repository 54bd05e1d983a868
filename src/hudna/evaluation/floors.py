"""Floors: scores below which no change may fall, pinned together with the texts they were measured on."""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hudna.evaluation.gold import load_json
from hudna.evaluation.summary import Summary
from hudna.model.errors import ReadError

MARGIN = 0.02
"""How far below the measured F1 a floor is set: a rule that helps elsewhere may cost one fact here."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one folder: its digest, and the least F1 of each layer."""

    digest: str
    f1: Mapping[str, float]


def digest(folder: Path) -> str:
    """SHA-256 over names and contents of a folder's texts, gold and index, or of a file of sentences.

    The two annotations that gold was made of are not scored against and do not count.
    """
    if folder.is_file():
        return hashlib.sha256(folder.read_bytes()).hexdigest()
    found = hashlib.sha256()
    files = (p for p in folder.rglob("*") if p.is_file() and p.suffix in (".txt", ".json"))
    for path in sorted(p for p in files if p.relative_to(folder).parts[0] not in ("first", "second")):
        content = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


def load_floors(path: Path) -> dict[str, Floors]:
    """The floors of every folder in a file, by folder; empty where there is no file."""
    if not path.exists():
        return {}
    try:
        return {name: Floors(entry["digest"], dict(entry["f1"])) for name, entry in load_json(path).items()}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ReadError("bad-floors", f"{path} is no file of floors; write it with --set-floors") from error


def save_floors(path: Path, floors: Mapping[str, Floors]) -> None:
    """Write the floors of every folder."""
    values = {name: {"digest": f.digest, "f1": dict(f.f1)} for name, f in sorted(floors.items())}
    path.write_text(json.dumps(values, indent=1) + "\n", "utf-8")


def problems(summary: Summary, folder: Path, floors: Floors | None) -> tuple[str, ...]:
    """What is wrong: no floors, texts other than those they were set on, or scores below them."""
    if floors is None:
        return (f"{summary.name} has no floors; set them with --set-floors",)
    if floors.digest != digest(folder):
        return (f"the files of {summary.name} are not those its floors were set on; use --set-floors",)
    scores = _scores(summary)
    return tuple(
        f"{summary.name}: F1 of {layer} is {scores.get(layer, 0.0):.3f}, below its floor {floor:.3f}"
        for layer, floor in floors.f1.items()
        if scores.get(layer, 0.0) < floor
    )


def raised(summary: Summary, folder: Path, old: Floors | None, lower: bool) -> Floors:
    """Floors a little below what was measured; a floor sinks only where `lower` is set.

    Raises ReadError where it would have to sink, so that nobody lowers one by the way.
    """
    new = {layer: math.floor((f1 - MARGIN) * 1_000) / 1_000 for layer, f1 in _scores(summary).items()}
    kept = dict(old.f1) if old is not None and not lower else {}
    scores = _scores(summary)
    sunk = [layer for layer, floor in kept.items() if scores.get(layer, 0.0) < floor]
    if sunk:
        raise ReadError(
            "floors", f"{summary.name}: {', '.join(sunk)} measured below the floor; add --lower to lower it"
        )
    return Floors(
        digest(folder), {layer: max(0.0, floor, kept.get(layer, 0.0)) for layer, floor in new.items()}
    )


def _scores(summary: Summary) -> dict[str, float]:
    return {line.name: line.counts.f1 for line in summary.layers if line.counts.f1 is not None}
