"""Whether the actors of two tellings are the same, of one side, or others, by entity and code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hudna.ledger.reasons import Found
from hudna.model.assertions import Actor
from hudna.packs.comparing import folded_words

Likeness = Literal["one", "kin", "other", "loose", "unclear", "unstated"]
"""`one`: every actor of the shorter list is in the other. `kin`: of one side: the state and its army, a body
and its part. `loose`: one is a sort of people the other may belong to («factions», and one faction).
`unclear`: somebody without a code («gunmen»), who may be anybody."""
STATE = frozenset({"GOV", "MIL", "SPY", "COP", "LEG", "JUD"})
"""Sectors that are the state (docs/records.md): the ministry speaks for what the army did."""
_LOOSE = frozenset({"CVL", "ACT", "OPP", "REB"})
"""Sectors that name a sort of people, not one body."""


def likeness(left: Sequence[Actor], right: Sequence[Actor]) -> Likeness:
    """How the actors of two tellings relate; symmetric."""
    if not left or not right:
        return "unstated"
    few, many = (left, right) if (len(left), _names(left)) <= (len(right), _names(right)) else (right, left)
    found = [_best(actor, many) for actor in few]
    if len(few) == len(many):
        found += [_best(actor, few) for actor in many]
    if len(set(found)) == 1:
        return found[0]
    if any(f in ("one", "kin") for f in found):
        return "kin"
    return "loose" if "loose" in found else "unclear"


def pair(left: Actor, right: Actor) -> Likeness:
    """How two actors relate; symmetric."""
    if left.entity is not None and left.entity == right.entity:
        return "one"
    if left.code is None or right.code is None:
        return "one" if folded_words(left.text) == folded_words(right.text) else "unclear"
    if left.entity is None and right.entity is None and left.code == right.code:
        return "one" if folded_words(left.text) == folded_words(right.text) else "kin"
    return _codes(left.code, right.code)


def _codes(left: str, right: str) -> Likeness:
    if left == right or (state(left) is not None and state(left) == state(right)):
        return "kin"
    if left.startswith(f"{right}.") or right.startswith(f"{left}."):
        return "loose" if "." not in left or "." not in right else "kin"
    a, b = left.split("."), right.split(".")
    if a[0] == b[0] and state(left) is None and state(right) is None and (a[-1] in _LOOSE or b[-1] in _LOOSE):
        return "loose"
    return "other"


def state(code: str) -> str | None:
    """The country whose state a code is of, or None: `RUS`, `RUS.MIL` and `RUS.GOV` are Russia's."""
    land, _, sector = code.partition(".")
    if len(land) != 3 or land in ("IGO", "NGO", "IMG"):
        return None
    return land if not sector or sector.split(".")[0] in STATE else None


def _best(actor: Actor, others: Iterable[Actor]) -> Likeness:
    found = {pair(actor, other) for other in others}
    order: tuple[Likeness, ...] = ("one", "kin", "loose", "unclear", "other")
    return next((kind for kind in order if kind in found), "other")


def _names(actors: Sequence[Actor]) -> list[str]:
    return [a.entity or a.text for a in actors]


def shown(actors: Iterable[Actor]) -> str:
    """Names for a reader, each once; «—» where nobody is named."""
    return ", ".join(dict.fromkeys(a.name_en or a.text for a in actors)) or "—"


def shown_ar(actors: Iterable[Actor]) -> str:
    """The same in Arabic."""
    return "، ".join(dict.fromkeys(a.name_ar or a.text for a in actors)) or "—"


@dataclass(frozen=True, slots=True)
class Party:
    """Actors made ready: their names in both languages, and a key that is the same wherever they stand."""

    actors: tuple[Actor, ...]
    key: str
    en: str
    ar: str


def party(actors: Sequence[Actor]) -> Party:
    """Actors made ready for many comparisons."""
    key = "|".join(f"{a.entity}/{a.code}" if a.entity else f"{a.code}/{a.text}" for a in actors)
    return Party(tuple(actors), key, shown(actors), shown_ar(actors))


def found(feature: str, finding: str, left: Party, right: Party) -> Found:
    """What was found of two lists of actors, with their names in both languages."""
    return Found(feature, finding, left.en, right.en, left.ar, right.ar)
