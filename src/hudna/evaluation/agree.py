"""When two values mean the same: countries of codes, moments, numbers, groups of force."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from hudna.evaluation.gold import Number
from hudna.model.assertions import Actor

FORCE_GROUP: Mapping[str, str] = MappingProxyType(
    {
        "claim": "say",
        "confirm": "say",
        "question": "say",
        "express-concern": "judge",
        "condemn": "judge",
        "accuse": "judge",
        "warn": "threat",
        "threaten": "threat",
        "promise": "promise",
        "deny": "deny",
        "demand": "demand",
    }
)
"""Forces that annotators do not reliably tell apart count as one."""
_OWNER = re.compile(r"[A-Z]{3}|NGO|IGO")
_JOINED = re.compile(r"[+/]")


def owners(codes: Iterable[str | None]) -> frozenset[str]:
    """The countries (or `NGO`, `IGO`) that actor codes begin with; words that are no code give none."""
    parts = (part for code in codes for part in _JOINED.split(code or ""))
    found = (part.split(".")[0].upper() for part in parts)
    return frozenset(owner for owner in found if _OWNER.fullmatch(owner))


def owners_of(actors: Iterable[Actor]) -> frozenset[str]:
    """The countries of actors found."""
    return owners(actor.code for actor in actors)


def same_time(a: str | None, b: str | None) -> bool:
    """Whether two EDTF or TIMEX3 values are one moment.

    `/open` is `/..`, case, `Z` and marks of doubt do not count, and an interval without an end equals its
    beginning.
    """
    return _same_moment(_plain_time(a), _plain_time(b))


def _plain_time(value: str | None) -> str:
    plain = (value or "").strip().upper().replace("Z", "")
    return plain.replace("/OPEN", "/..").rstrip("~?%")


def _same_moment(a: str, b: str) -> bool:
    if a == b:
        return True
    if "/" in a and "/" in b:
        sides = zip(a.split("/"), b.split("/"), strict=False)
        return all(_same_moment(_plain_time(x), _plain_time(y)) for x, y in sides)
    return (a.endswith("/..") and a[:-3] == b) or (b.endswith("/..") and b[:-3] == a)


def same_number(gold: Number, lower: float | None, upper: float | None) -> bool:
    """Whether a count is the annotated one: either end of it, or both for a pair."""
    if isinstance(gold, tuple):
        return (lower, upper) == gold
    return gold is not None and gold in (lower, upper)


def same_status(gold: str, found: str) -> bool:
    """Statuses of figures, of which gold knows no «claimed» apart from «alleged»."""
    one_word = {"claimed": "alleged"}
    return one_word.get(gold, gold) == one_word.get(found, found)
