"""What is compared across reports and what it is worth: lexicon/ar/event_{families,means}.yaml,
{event,figure,claim}_findings.yaml and figure_kinds.yaml made ready; labels.yaml for what reasons name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from hudna.packs.load import load_lexicon
from hudna.text.normalise import fold

Sort = Literal["field", "talk"]
"""Deeds on the ground, or talks and words."""


@dataclass(frozen=True, slots=True)
class FamilyEntry:
    """Acts (`ASSAULT`, `COERCE/arrest`) that may be one event in two tellings."""

    family: str
    kind: Sort
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeansEntry:
    """A mode and those that may stand for the same deed."""

    mode: str
    kin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """One thing a comparison may find, the sentence that says so, and for events the log odds by sort."""

    feature: str
    finding: str
    ar: str
    en: str
    field: float = 0.0
    talk: float = 0.0
    surely_two: bool = False
    at_most_possible: bool = False


@dataclass(frozen=True, slots=True)
class FigureKindsEntry:
    """Kinds of figures that only grow while they are counted."""

    grows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The family of an act and what tells its events apart."""

    name: str
    sort: Sort


Findings = Mapping[tuple[str, str], FindingEntry]
"""By feature and finding."""


Spoken = tuple[str, str]
"""What a code is called in English and in Arabic."""


@dataclass(frozen=True, slots=True)
class Comparing:
    """All of it, looked up by act, pair of modes, finding and kind of figure."""

    families: Mapping[str, Family]
    means: frozenset[tuple[str, str]]
    events: Findings
    figures: Findings
    claims: Findings
    grows: frozenset[str]
    labels: Mapping[str, Mapping[str, Spoken]] = field(default_factory=dict)

    def called(self, table: str, code: str) -> Spoken:
        """What a code is called («bounds», «more_than»); one without a label stands for itself."""
        return self.labels.get(table, {}).get(code) or (code, code)

    def family(self, type: str, mode: str | None) -> Family:
        """The family of an act; a type no family names stands alone."""
        return self.families.get(f"{type}/{mode}") or self.families.get(type) or Family(type, "field")


def load_comparing() -> Comparing:
    """Read the lexicons."""
    families: dict[str, Family] = {}
    for entry in load_lexicon("event_families", FamilyEntry):
        for act in entry.acts:
            families.setdefault(act, Family(entry.family, entry.kind))
    means = {(e.mode, other) for e in load_lexicon("event_means", MeansEntry) for other in e.kin}
    grows = {kind for e in load_lexicon("figure_kinds", FigureKindsEntry) for kind in e.grows}
    return Comparing(
        families,
        frozenset(means | {(b, a) for a, b in means}),
        _findings("event_findings"),
        _findings("figure_findings"),
        _findings("claim_findings"),
        frozenset(grows),
        _labels(),
    )


@cache
def _labels() -> Mapping[str, Mapping[str, Spoken]]:
    import yaml

    data = yaml.safe_load((files("hudna.packs") / "labels.yaml").read_text("utf-8"))
    tables = ("events", "modes", "figures", "bounds", "counted")
    return {name: {code: (en, ar) for code, (en, ar) in data[name].items()} for name in tables}


def _findings(lexicon: str) -> Findings:
    return {(e.feature, e.finding): e for e in load_lexicon(lexicon, FindingEntry)}


_BETWEEN = re.compile("[/\\-–—]")
_MARK = re.compile(r"[^\w\s]|_")


@lru_cache(maxsize=8_192)  # copies say the same words
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a stretch of text, spelling folded, marks aside."""
    return tuple(_MARK.sub("", _BETWEEN.sub(" ", fold(text))).split())
