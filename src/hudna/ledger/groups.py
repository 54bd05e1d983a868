"""Groups of records from links and judgements: what surely belongs together, never what is surely apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from hudna.ledger.judgements import pairs
from hudna.model.judgement import Judgement
from hudna.model.links import Link

Pair = tuple[str, str]


def grouped(
    members: Iterable[str],
    links: Iterable[Link],
    judgements: Iterable[Judgement] = (),
    clash: Callable[[str, str], bool] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """The members parted into groups, each sorted, in order of their first.

    Joined are pairs with a link `same`, the surest first and then by id, unless a member of the one group is
    `apart` from a member of the other. A person's `join` comes before all links and a `split` is an `apart`
    that no link outweighs; of two judgements on a pair the later counts. `clash` tells of two members without
    a link whether they are apart; it must be symmetric. The order of what is given plays no part.
    """
    judged = pairs(judgements)
    joined = {pair for pair, act in judged.items() if act == "join"}
    parted = set(judged) - joined
    of = {member: member for member in members}
    apart: defaultdict[str, set[str]] = defaultdict(set)
    sure: list[tuple[float, Pair]] = []
    for link in links:
        pair = (link.left, link.right)
        if link.left not in of or link.right not in of or pair in joined or pair in parted:
            continue
        if link.verdict == "same":
            sure.append((-link.weight, pair))
        elif link.verdict == "apart":
            parted.add(pair)
    for left, right in parted:
        apart[left].add(right)
        apart[right].add(left)
    groups = {member: {member} for member in of}
    for left, right in sorted(joined):
        if left in of and right in of:
            _join(of, groups, apart, of[left], of[right])
    for _, (left, right) in sorted(set(sure)):
        one, other = groups[of[left]], groups[of[right]]
        if one is not other and not (clash and any(clash(a, b) for a in one for b in other)):
            _join(of, groups, apart, of[left], of[right])
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def _join(
    of: dict[str, str], groups: dict[str, set[str]], apart: defaultdict[str, set[str]], one: str, other: str
) -> None:
    """Make one group of two, if no member of the one is apart from a member of the other."""
    if one == other or not apart[one].isdisjoint(groups[other]) or not apart[other].isdisjoint(groups[one]):
        return
    if len(groups[one]) < len(groups[other]):
        one, other = other, one
    for member in groups[other]:
        of[member] = one
    groups[one] |= groups.pop(other)
    apart[one] |= apart[other]


def connected(seeds: Iterable[str], links: Sequence[Link]) -> frozenset[str]:
    """Everything that hangs together with the seeds by links."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        near[link.left].append(link.right)
        near[link.right].append(link.left)
    seen = set(seeds)
    waiting = list(seen)
    while waiting:
        for other in near[waiting.pop()]:
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return frozenset(seen)
