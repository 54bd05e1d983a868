"""What people's judgements make of the records: pure functions over rows and judgements.

The judgements on one target form a chain, each superseding the one its author saw. Where a record stands is
what the chain leaves of it: confirmed, corrected in some fields, rejected, or open. `withdraw` takes the
judgement it supersedes back: the record stands as it stood before that one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from hudna.model.judgement import Judgement, State
from hudna.model.links import Feature, Link, LinkKind

Reviewed = Literal["open", "confirmed", "corrected", "rejected"]
Thread = tuple[str, str | None]
"""Target and other: what one chain of judgements is about."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a chain leaves of its record: the state, the corrected fields with their values, and the judgement
    that has the last word."""

    state: Reviewed = "open"
    values: Mapping[str, str | None] = field(default_factory=dict)
    last: Judgement | None = None


OPEN = Standing()


def threads(judgements: Iterable[Judgement]) -> dict[Thread, list[Judgement]]:
    """Judgements by what they are about, each chain from the first to the last word; the order of what is
    given plays no part."""
    found: dict[Thread, list[Judgement]] = {}
    for judgement in judgements:
        one, other = judgement.target, judgement.other
        thread = (one, other) if other is None or one < other else (other, one)
        found.setdefault(thread, []).append(judgement)
    return {thread: _in_order(chain) for thread, chain in found.items()}


def _in_order(chain: Sequence[Judgement]) -> list[Judgement]:
    """Each judgement after the one it supersedes; by time where none of the chain is superseded."""
    ids = {judgement.id for judgement in chain}
    after: dict[str | None, list[Judgement]] = {}
    for judgement in sorted(chain, key=lambda j: (j.at, j.id), reverse=True):
        before = judgement.supersedes if judgement.supersedes in ids else None
        after.setdefault(before, []).append(judgement)
    ordered: list[Judgement] = []
    waiting = after.get(None, [])
    while waiting:
        ordered.append(waiting.pop())
        waiting.extend(after.get(ordered[-1].id, ()))
    return ordered


def standing(chain: Sequence[Judgement]) -> Standing:
    """Where the record of one chain stands after its last judgement."""
    return standings(chain)[-1] if chain else OPEN


def standings(chain: Sequence[Judgement]) -> list[Standing]:
    """Where it stands after each judgement."""
    after: dict[str | None, Standing] = {None: OPEN}
    before: dict[str | None, str | None] = {}
    found = []
    for judgement in chain:
        now = after.get(judgement.supersedes, OPEN)
        if judgement.act == "withdraw":
            earlier = after.get(before.get(judgement.supersedes), OPEN)
            now = Standing(earlier.state, earlier.values, judgement)
        elif judgement.act == "correct" and judgement.field:
            now = Standing("corrected", {**now.values, judgement.field: judgement.value}, judgement)
        elif judgement.act in ("confirm", "reject"):
            now = Standing("confirmed" if judgement.act == "confirm" else "rejected", now.values, judgement)
        else:
            now = Standing(now.state, now.values, judgement)
        before[judgement.id] = judgement.supersedes
        after[judgement.id] = now
        found.append(now)
    return found


def stands(judgements: Iterable[Judgement]) -> dict[str, Standing]:
    """Where each judged record stands, by its id."""
    return {target: standing(chain) for (target, other), chain in threads(judgements).items() if not other}


def paired(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """The judgement that has the last word on each pair of records that is joined or split; the smaller id
    stands first."""
    found: dict[tuple[str, str], Judgement] = {}
    for (target, other), chain in threads(judgements).items():
        said = last_word(chain)
        if other is not None and said is not None and said.act in ("join", "split"):
            found[(min(target, other), max(target, other))] = said
    return found


def pairs(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Literal["join", "split"]]:
    """Pairs of records that a person has joined or split; the smaller id stands first."""
    return {pair: "join" if said.act == "join" else "split" for pair, said in paired(judgements).items()}


JUDGED = "judgement"
"""The step of links that a person made."""


def link_of(kind: LinkKind, said: Judgement) -> Link:
    """A pair that a person joined (`same`) or split (`apart`), as a link like those of comparisons."""
    assert said.other is not None
    joined = said.act == "join"
    why = Feature(
        "judgement", "", "", 0.0,
        f"حكم {said.user} بأنهما {'واحد' if joined else 'اثنان'}: «{said.comment}»",
        f"{said.user} {'joined' if joined else 'split'} the two: «{said.comment}»",
    )  # fmt: skip
    ends = sorted((said.target, said.other))
    return Link(kind, ends[0], ends[1], "same" if joined else "apart", 1.0, (why,), JUDGED)


def states(judgements: Iterable[Judgement]) -> dict[str, State]:
    """The state a person has set of a contradiction, by the id of its link."""
    found: dict[str, State] = {}
    for (target, _), chain in threads(judgements).items():
        said = last_word(chain)
        if said is not None and said.act == "settle" and said.value in get_args(State):
            found[target] = said.value  # type: ignore[assignment]
    return found


def last_word(chain: Sequence[Judgement]) -> Judgement | None:
    """The judgement of one chain that has the last word once those taken back are left out."""
    by_id = {judgement.id: judgement for judgement in chain}
    last: Judgement | None = chain[-1]
    while last is not None and last.act == "withdraw":
        taken = by_id.get(last.supersedes or "")
        last = by_id.get(taken.supersedes or "") if taken else None
    return last


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some records a person has judged, by state."""

    total: int
    states: Mapping[Reviewed, int]

    @property
    def reviewed(self) -> int:
        """All that are not open."""
        return self.total - self.states.get("open", 0)


def share(ids: Iterable[str], known: Mapping[str, Standing]) -> Share:
    """The reviewed share of records, each counted once, `known` being where the judged ones stand."""
    counts: dict[Reviewed, int] = {}
    for identity in set(ids):
        state = known.get(identity, OPEN).state
        counts[state] = counts.get(state, 0) + 1
    return Share(sum(counts.values()), counts)
