"""A folder of annotated texts: `texts/NNN.txt`, `gold/NNN.json`, `index.json`; or texts and gold apart.

A gold file belongs to the text whose name is the same up to its first «_» or «.».
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudna.evaluation.gold import GoldFacts, load_facts, load_json
from hudna.model.errors import ReadError
from hudna.model.report import Report
from hudna.sources.content import arabic, to_text
from hudna.sources.given import Given, report

GROUPS = ("country", "outlet", "subject")
"""What `index.json` may say of a text beside its date; scores are given for each value. Sentences add
`style`, of which one may have several."""


@dataclass(frozen=True, slots=True)
class GoldText:
    """One annotated text: the report as it is to be read, its facts, and what the index says of it."""

    key: str
    report: Report
    facts: GoldFacts
    groups: tuple[tuple[str, str], ...] = ()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class GoldFolder:
    """Every annotated text of a folder, in order of their keys."""

    name: str
    texts: tuple[GoldText, ...]


def load_folder(folder: Path, texts: Path | None = None) -> GoldFolder:
    """Read a gold folder; raises ReadError («bad-gold») where a text or its gold is missing or broken.

    Without `texts`, `folder` holds `texts/` and `gold/`, or gold files and texts side by side. The date that
    `index.json` gives is given to the analysis as metadata.
    """
    if not folder.is_dir():
        raise ReadError("not-found", f"{folder} is not a folder; give the one that holds gold/ and texts/")
    gold = folder / "gold" if (folder / "gold").is_dir() else folder
    sources = _by_key(texts or (folder / "texts" if (folder / "texts").is_dir() else folder))
    index = _index(folder)
    loaded = tuple(
        _text(key, path, sources, index.get(key, {}))
        for key, path in _gold_files(gold)
        if not index or key in index
    )
    if not loaded:
        raise ReadError("bad-gold", f"{gold} holds no gold files; give a folder with gold/001.json and so on")
    unread = sorted(set(index) - {text.key for text in loaded})
    if unread:
        raise ReadError("bad-gold", f"{folder}/index.json names texts without gold: {', '.join(unread)}")
    return GoldFolder(folder.resolve().name, loaded)


def key_of(path: Path) -> str:
    """The name of a file up to its first «_» or «.»."""
    return re.split(r"[_.]", path.name)[0]


def _gold_files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.glob("*.json")):
        if path.name not in ("index.json", "hudna-index.json"):
            yield key_of(path), path


def _by_key(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        raise ReadError("not-found", f"{folder} is not a folder; give the one that holds the texts")
    return {key_of(path): path for path in sorted(folder.glob("*.txt"), reverse=True)}


def _index(folder: Path) -> dict[str, dict[str, Any]]:
    path = folder / "index.json"
    if not path.exists():
        return {}
    entries = load_json(path)
    if not isinstance(entries, list) or not all(isinstance(e, dict) and "id" in e for e in entries):
        raise ReadError("bad-gold", f'{path}: is no list of objects with "id"; see docs/annotation.md')
    return {entry["id"]: entry for entry in entries}


def _text(key: str, gold: Path, sources: dict[str, Path], entry: dict[str, Any]) -> GoldText:
    if key not in sources:
        raise ReadError("bad-gold", f"{gold}: there is no text {key}.txt to go with it")
    path = sources[key]
    words = to_text(path.read_bytes())
    given = Given(published=entry.get("published"), how="given beside the text")
    groups = tuple((name, str(entry[name])) for name in GROUPS if entry.get(name))
    return GoldText(
        key, report(path.name, words, arabic(words), given), load_facts(gold), groups, given.published
    )
