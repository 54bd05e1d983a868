"""Loading packs (folders of YAML) and lexicons by name."""

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
    folders.extend(extra)
    return Pack(
        names=(*chosen, *(str(p) for p in extra)),
        countries=_gather(folders, "countries.yaml", Country),
        actors=_gather(folders, "actors.yaml", ActorEntry),
        places=_gather(folders, "places.yaml", PlaceEntry),
        agreements=_gather(folders, "agreements.yaml", AgreementEntry),
        outlets=_gather(folders, "outlets.yaml", OutletEntry),
    )


def _gather(folders: Sequence[Path | Traversable], file: str, cls: type[T]) -> tuple[T, ...]:
    return tuple(
        e for folder in folders if (folder / file).is_file() for e in load_entries(folder / file, cls)
    )


def load_lexicon(name: str, cls: type[T]) -> tuple[T, ...]:
    """The entries of `lexicon/ar/<name>.yaml` as `cls`."""
    return load_entries(files("hudna.packs") / "lexicon" / "ar" / f"{name}.yaml", cls)
