"""The gold standard records of the Open Event Data Alliance for Arabic (MIT): sentences judged by several
people.

Sentences: `accept` of `total` people saw an event of the class; the label is `yes` where all did. Spans:
each person's source actor, verb and target actor as lists of tokens.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hudna.models.spans import OUTSIDE
from hudna.models.words import words
from hudna.training.examples import Example

CLASSES = ("ASSAULT", "PROTEST")
ROLES = {"source_actor": "source", "verb": "trigger", "target_actor": "target"}
LAYER = "roles"


def read(folder: Path) -> list[Example]:
    """Every sentence once, with the share of people who saw an event, and spans where they were marked."""
    found: dict[str, Example] = {}
    for name in CLASSES:
        for example in _sentences(folder / f"{name.lower()}_sentences.csv", name):
            known = found.get(example.text, example)
            found[example.text] = replace(known, classes={**known.classes, **example.classes})
    for name in CLASSES:
        for record in json.loads((folder / f"{name.lower()}_spans.json").read_text("utf-8")):
            text = record["text"]
            known = found.get(text, Example(text, words(text), document=text))
            found[text] = replace(known, tags={LAYER: _tags(known, record["spans"])})
    return list(found.values())


def labels(folder: Path, name: str) -> dict[str, bool]:
    """Text to whether it tells an event of the class, the ambiguous left out: what scores are counted on."""
    with (folder / f"{name.lower()}_sentences.csv").open(encoding="utf-8", newline="") as lines:
        return {r["text"]: r["label"] == "yes" for r in csv.DictReader(lines) if r["label"] != "ambiguous"}


def _sentences(path: Path, name: str) -> Iterable[Example]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            share = int(row["accept"]) / int(row["total"])
            document = re.sub(r"[-_]\d+$", "", row["id"])
            yield Example(row["text"], words(row["text"]), classes={name: share}, document=document)


def _tags(example: Example, people: Sequence[Mapping[str, Any]]) -> list[str]:
    """Words that more than half of the people gave a role, one run of words a span; the commoner role
    wins."""
    spelled = [example.text[start:end] for start, end in example.words]
    votes = [Counter[str]() for _ in spelled]
    for person in people:
        for key, role in ROLES.items():
            for at in places(spelled, person[key]):
                votes[at][role] += 1
    tags = []
    before = OUTSIDE
    for vote in votes:
        role, count = max(vote.items(), key=lambda v: v[1], default=("", 0))
        if count * 2 <= len(people):
            before = OUTSIDE
            tags.append(OUTSIDE)
            continue
        tags.append(f"{'I' if before == role else 'B'}-{role}")
        before = role
    return tags


def places(spelled: Sequence[str], tokens: Sequence[str]) -> set[int]:
    """Where a list of tokens stands: its first unbroken run, else the first place of each token."""
    wanted = [word for token in tokens for start, end in words(token) for word in (token[start:end],)]
    if not wanted:
        return set()
    for at in range(len(spelled) - len(wanted) + 1):
        if list(spelled[at : at + len(wanted)]) == wanted:
            return set(range(at, at + len(wanted)))
    return {spelled.index(word) for word in wanted if word in spelled}
