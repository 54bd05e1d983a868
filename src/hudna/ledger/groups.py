"""Groups of records from links and judgements: what surely belongs together, never what is surely apart."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from hudna.ledger.judgements import pairs
from hudna.model.judgement import Judgement
from hudna.model.links import Link

Pair = tuple[str, str]
Clash = Callable[[str, str], bool]


def grouped(
    members: Iterable[str],
    links: Iterable[Link],
    judgements: Iterable[Judgement] = (),
    clash: Clash | None = None,
) -> tuple[tuple[str, ...], ...]:
    """The members parted into groups, each sorted, in order of their first.

    Joined are pairs with a link `same`, the surest first and then by id, unless a member of the one group is
    `apart` from a member of the other. A person's `join` comes before all links and a `split` is an `apart`
    that no link outweighs; of two judgements on a pair the later counts. `clash` tells of two members without
    a link whether they are apart; it must be symmetric. By links and clashes what a person joined is apart
    from others only where all of it is: who joins a telling to one of a group joins it to the group. The
    order of what is given plays no part.
    """
    of = {member: member for member in members}
    groups = {member: {member} for member in of}
    apart: defaultdict[str, set[str]] = defaultdict(set)
    judged = pairs(judgements)
    for pair, act in judged.items():
        if act == "split":
            _part(apart, pair)
    joined = sorted(pair for pair, act in judged.items() if act == "join" and of.keys() >= set(pair))
    for left, right in joined:
        _join(of, groups, apart, of[left], of[right])
    units = {member: frozenset(groups[of[member]]) for pair in joined for member in pair}
    sure: list[tuple[float, Pair]] = []
    loose: set[Pair] = set()
    for link in links:
        pair = (link.left, link.right)
        if link.left not in of or link.right not in of or pair in judged:
            continue
        if link.verdict == "same":
            sure.append((-link.weight, pair))
        elif link.verdict == "apart" and units.keys().isdisjoint(pair):
            _part(apart, pair)
        elif link.verdict == "apart":
            loose.add(pair)
    clashes = _with_units(clash, loose, units)
    for _, (left, right) in sorted(set(sure)):
        one, other = groups[of[left]], groups[of[right]]
        if one is not other and not (clashes and any(clashes(a, b) for a in one for b in other)):
            _join(of, groups, apart, of[left], of[right])
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def _part(apart: defaultdict[str, set[str]], pair: Pair) -> None:
    apart[pair[0]].add(pair[1])
    apart[pair[1]].add(pair[0])


def _with_units(clash: Clash | None, loose: set[Pair], units: Mapping[str, frozenset[str]]) -> Clash | None:
    """Whether two members are apart, what people joined taken as one."""
    if not units:
        return clash

    def parted(a: str, b: str) -> bool:
        return ((a, b) if a < b else (b, a)) in loose or (clash is not None and clash(a, b))

    return lambda a, b: all(parted(x, y) for x in units.get(a, (a,)) for y in units.get(b, (b,)))


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


def neighbours(links: Iterable[Link]) -> defaultdict[str, set[str]]:
    """Which records each record has a link with."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        near[link.left].add(link.right)
        near[link.right].add(link.left)
    return near


def connected(seed: str, near: Mapping[str, set[str]]) -> frozenset[str]:
    """A record and all that hangs together with it by neighbours of neighbours."""
    seen, waiting = {seed}, [seed]
    while waiting:
        new = near.get(waiting.pop(), set()) - seen
        seen |= new
        waiting.extend(new)
    return frozenset(seen)
