"""What is known of a model beside its weights: a JSON file of the same name, and the check of its files."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
"""Where the models that come with the program lie."""
_REMEDY = "get the file again from the release, or make it with: make train"


@dataclass(frozen=True, slots=True)
class WeightFile:
    """A file beside the manifest, held to its content."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Source:
    """A body of text a model learned from."""

    name: str
    licence: str
    sha256: str
    sentences: int


@dataclass(frozen=True, slots=True)
class Head:
    """The upper half of the encoder fitted for some labels.

    `layers` are the labels of each layer over words, in the order of the outputs, and `classes` those of
    whole sentences.
    """

    file: WeightFile
    layers: Mapping[str, Sequence[str]]
    classes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """One model: a word table and the lower half of an encoder, shared by its heads.

    `thresholds` give the probability from which a class or a label counts, chosen on texts the model has not
    learned from; `scores` what was measured.
    """

    name: str
    licence: str
    vocabulary: WeightFile
    words: WeightFile
    lower: WeightFile
    heads: Mapping[str, Head]
    thresholds: Mapping[str, float]
    scores: Mapping[str, Any]
    recipe: Mapping[str, Any]
    sources: Sequence[Source]

    @property
    def version(self) -> str:
        """What decides its answers: its name, its files, its thresholds."""
        parts = [*(file.sha256 for file in self.files), json.dumps(self.thresholds, sort_keys=True)]
        return f"{self.name}/{hashlib.sha256(' '.join(parts).encode()).hexdigest()[:16]}"

    @property
    def files(self) -> tuple[WeightFile, ...]:
        """The files that must be there, unaltered."""
        return self.vocabulary, self.words, self.lower, *(head.file for head in self.heads.values())


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a model cannot be used, and what to do; the rules work without it."""

    name: str
    reason: str


def read_manifest(name: str, folder: Path = DATA) -> Manifest | Missing:
    """The manifest of a model whose files are all there with the content it names, or why not."""
    path = folder / f"{name}.json"
    try:
        manifest = _manifest(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return Missing(name, f"no model {name!r}: {path.name} is not there; {_REMEDY}")
    except (ValueError, TypeError, KeyError, AttributeError, OSError) as error:
        return Missing(name, f"{path.name} cannot be read ({error}); {_REMEDY}")
    for file in manifest.files:
        problem = _problem(folder / file.name, file.sha256)
        if problem:
            return Missing(name, f"model {name!r}: {problem}; {_REMEDY}")
    return manifest


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write `NAME.json`, keys in the order of the class."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=2)
    (folder / f"{manifest.name}.json").write_text(text + "\n", "utf-8")


def weight_file(path: Path) -> WeightFile:
    """A file as it is now."""
    return WeightFile(path.name, sha256(path))


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _manifest(values: dict[str, Any]) -> Manifest:
    """From the object of the file; raises KeyError, TypeError, AttributeError or ValueError."""
    heads = {
        name: Head(WeightFile(**head["file"]), head["layers"], head["classes"])
        for name, head in values["heads"].items()
    }
    files = {key: WeightFile(**values[key]) for key in ("vocabulary", "words", "lower")}
    sources = [Source(**source) for source in values["sources"]]
    return Manifest(**{**values, **files, "heads": heads, "sources": sources})


def _problem(path: Path, expected: str) -> str:
    try:
        found = sha256(path)
    except OSError:
        return f"{path.name} is not there"
    return "" if found == expected else f"{path.name} is not the file the manifest names"
