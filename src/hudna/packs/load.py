"""Loading packs (folders of YAML) and lexicons by name."""

from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from hudna.model.errors import PackError
from hudna.packs.entries import load_entries
from hudna.packs.schema import ActorEntry, AgreementEntry, Country, OutletEntry, Pack, PlaceEntry

T = TypeVar("T")


def pack_names() -> tuple[str, ...]:
    """Names of the packs that come with the program, `world` first."""
    found = sorted(p.name for p in (files("hudna.packs") / "data").iterdir() if p.is_dir())
    return tuple(sorted(found, key=lambda name: (name != "world", name)))


def load_pack(names: Sequence[str] | None = None, extra: Sequence[Path] = ()) -> Pack:
    """The packs named (all that come with the program if None) and the folders in `extra`, merged."""
    data = files("hudna.packs") / "data"
    chosen = pack_names() if names is None else tuple(names)
    folders: list[Path | Traversable] = []
    for name in chosen:
        folder = data / name
        if not folder.is_dir():
            raise PackError(f"no pack «{name}»; the packs are: {', '.join(pack_names())}")
        folders.append(folder)
    for given in extra:
        if not given.is_dir():
            raise PackError(f"{given} is no folder; give the folder that holds actors.yaml, places.yaml, …")
        folders.append(given)
    found = Pack(
        names=(*chosen, *(str(p) for p in extra)),
        countries=_gather(folders, "countries", Country),
        actors=_gather(folders, "actors", ActorEntry),
        places=_gather(folders, "places", PlaceEntry),
        agreements=_gather(folders, "agreements", AgreementEntry),
        outlets=_gather(folders, "outlets", OutletEntry),
    )
    for entries in (found.actors, found.places, found.agreements):
        _expect_once([entry.id for entry in entries])
    return found


def _expect_once(ids: Sequence[str]) -> None:
    """No entry is given twice: a pack adds to the others and redefines nothing, or the same ledger would say
    one thing with it and another without."""
    twice = [identity for identity, number in Counter(ids).items() if number > 1]
    if twice:
        raise PackError(
            f"«{twice[0]}» stands in two packs (or twice in one); a pack adds to the others and redefines "
            "nothing. Give yours an id of its own; «hudna packs check FOLDER» names file and line"
        )


def pack_files(folder: Path | Traversable, stem: str) -> tuple[Path | Traversable, ...]:
    """The files of a pack that hold one sort of entry: `places.yaml`, then `places-*` by name."""
    found = {p.name: p for p in folder.iterdir() if p.is_file()}
    parts = sorted(n for n in found if n.startswith(f"{stem}-") and n.endswith((".yaml", ".tsv")))
    return tuple(found[n] for n in (f"{stem}.yaml", *parts) if n in found)


def _gather(folders: Sequence[Path | Traversable], stem: str, cls: type[T]) -> tuple[T, ...]:
    return tuple(
        e for folder in folders for file in pack_files(folder, stem) for e in load_entries(file, cls)
    )


def load_lexicon(name: str, cls: type[T]) -> tuple[T, ...]:
    """The entries of `lexicon/ar/<name>.yaml` as `cls`."""
    return load_entries(files("hudna.packs") / "lexicon" / "ar" / f"{name}.yaml", cls)
