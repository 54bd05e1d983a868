"""Findings of a comparison as the features of a link, with their sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from hudna.model.links import Feature
from hudna.packs.comparing import Findings, Sort

_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: feature, what was found of it, and the two values as shown; names in Arabic where they
    differ."""

    feature: str
    finding: str
    left: str = ""
    right: str = ""
    left_ar: str | None = None
    right_ar: str | None = None


def features(
    found: Iterable[Found],
    findings: Findings,
    sort: Sort = "field",
    memory: dict[tuple[Sort, Found], Feature] | None = None,
) -> tuple[Feature, ...]:
    """Each finding with its weight and sentences; `memory` keeps those made before (no feature and finding
    may be in two lexicons that share one)."""
    if memory is None:
        return tuple(_feature(one, findings, sort) for one in found)
    made = []
    for one in found:
        known = memory.get((sort, one))
        if known is None:
            if len(memory) > _REMEMBERED:
                memory.clear()
            known = memory[sort, one] = _feature(one, findings, sort)
        made.append(known)
    return tuple(made)


def _feature(one: Found, findings: Findings, sort: Sort) -> Feature:
    entry = findings[one.feature, one.finding]
    weight = entry.field if sort == "field" else entry.talk
    left = one.left if one.left_ar is None else one.left_ar
    right = one.right if one.right_ar is None else one.right_ar
    ar = entry.ar.replace("{left}", left).replace("{right}", right)
    en = entry.en.replace("{left}", one.left).replace("{right}", one.right)
    return Feature(one.feature, one.left, one.right, weight, ar, en)
