"""`hudna-index.json`: what is known about the files of a folder, beside the files."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hudna.model.errors import ReadError
from hudna.sources.dates import day_of
from hudna.sources.given import Given
from hudna.sources.opening import open_regular, read_all

INDEX = "hudna-index.json"
_KEYS = ("published", "publisher", "title", "author", "url", "note")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Metadata of the files of one folder by file name, and what is wrong with it.

    `problems` are told by file name; `broken` is why the whole index could not be read, or None: its files
    are then refused, since reading them without what it says would give them another identity.
    """

    files: Mapping[str, Given] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    broken: str | None = None

    def given(self, name: str) -> Given:
        """What the index says about a file; raises ReadError «bad-index» where what it says is wrong."""
        if self.broken is not None:
            raise ReadError("bad-index", f"is not read because {INDEX} beside it {self.broken}")
        if name in self.problems:
            raise ReadError("bad-index", f"{INDEX} says of it: {self.problems[name]}")
        return self.files.get(name, Given())


def load_sidecar(folder: str) -> Sidecar:
    """The index of a folder; an empty one where there is none."""
    path = os.path.join(folder, INDEX)
    if not os.path.lexists(path):
        return Sidecar()
    try:
        with open_regular(path) as stream:
            data = json.loads(read_all(stream, b"").decode("utf-8-sig"), object_pairs_hook=_once)
    except ReadError as error:
        return Sidecar(broken=str(error))
    except UnicodeDecodeError:
        return Sidecar(broken="is not UTF-8; save it as UTF-8")
    except RecursionError:
        return Sidecar(broken="is nested too deeply; see docs/samples.md for its form")
    except ValueError as error:
        return Sidecar(broken=f"is not JSON ({error}); mend it")
    if not isinstance(data, dict):
        return Sidecar(broken='is no object; write {"file.txt": {"published": "2020-01-31"}}')
    files: dict[str, Given] = {}
    problems: dict[str, str] = {}
    for name, entry in data.items():
        problem = _problem(entry)
        if problem:
            problems[name] = problem
        else:
            files[name] = _given(entry)
    return Sidecar(files, problems)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"«{key}» stands twice")
        found[key] = value
    return found


def _problem(entry: object) -> str | None:
    """What is wrong with one entry and what to do, or None."""
    if not isinstance(entry, dict):
        return 'no object; write {"published": "2020-01-31", "publisher": "…"}'
    for key, value in entry.items():
        if key not in _KEYS:
            return f"«{key}» is not known; use {', '.join(_KEYS)}"
        if not isinstance(value, str) or not value.strip():
            return f"«{key}» is no text; write a string or leave it out"
    published = entry.get("published")
    if published is not None and day_of(published) is None:
        return f"«published» is «{published[:80]}», no date; write it as 2020-01-31 or leave it out"
    return None


def _given(entry: Mapping[str, str]) -> Given:
    values = {key: entry[key].strip() for key in ("publisher", "title", "author", "url") if key in entry}
    published = day_of(entry["published"]) if "published" in entry else None
    return Given(**values, published=published, how=f"`published` in {INDEX}" if published else None)
