"""Claims that cannot both hold, or hardly can: taken from the links between figures, mentions of accords,
statements and events, and put together so that two sides stand against each other once, whoever repeats
them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from hudna.ledger.actors import shown
from hudna.ledger.incidents import DENYING
from hudna.ledger.scopes import told
from hudna.model.assertions import AgreementMention, Event, Figure, Statement
from hudna.model.entries import Disagreement
from hudna.model.judgement import Judgement, State
from hudna.model.links import Link, Verdict
from hudna.model.rows import Row

About = Literal["denial", "date", "actor", "place", "figure", "speaker"]
_STRONG = 1.0
"""Log odds from which on a finding alone is reason to believe, or not to believe, in one event."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two claims that differ: in what, how badly, and the link that says so."""

    about: About
    verdict: Verdict
    link: Link


def disagreements(
    links: Iterable[Link], rows: Mapping[str, Row[Any]], judgements: Iterable[Judgement] = ()
) -> tuple[Disagreement, ...]:
    """Every disagreement between the rows, each pair of sides once, contradictions first.

    A side are all claims that say the same and clash with the same others; its first published one speaks
    for it. `state` is what a person last said of one of the links, `open` where nobody has.
    """
    clashes = [
        clash for link in links if link.left in rows and link.right in rows for clash in clash_of(link, rows)
    ]
    settled = _states(judgements)
    found = [
        _disagreement(members, rows, settled)
        for group in _hanging_together(clashes)
        for members in _by_sides(group, rows).values()
    ]
    return tuple(sorted(found, key=lambda d: (d.verdict != "contradiction", d.about, d.id)))


def clash_of(link: Link, rows: Mapping[str, Row[Any]]) -> Iterator[Clash]:
    """What two linked claims disagree in, if anything."""
    left, right = rows[link.left].assertion, rows[link.right].assertion
    if isinstance(left, Event) and isinstance(right, Event):
        yield from _events(link, left, right)
    elif link.verdict in ("tension", "contradiction"):
        about: About = "figure"
        if isinstance(left, Figure) and isinstance(right, Figure):
            about = "denial" if (left.status == "denied") != (right.status == "denied") else "figure"
        elif isinstance(left, AgreementMention):
            about = "date"
        elif isinstance(left, Statement):
            about = "speaker"
        yield Clash(about, link.verdict, link)


def _events(link: Link, left: Event, right: Event) -> Iterator[Clash]:
    """Of two tellings of one event, or perhaps of one: who denies it, who is said to have done it; and of two
    that agree in their outcome, on which day and where."""
    if link.verdict not in ("same", "possible"):
        return
    if (left.status in DENYING) != (right.status in DENYING):
        yield Clash("denial", "contradiction" if link.verdict == "same" else "tension", link)
        return
    weights = {feature.name: feature.weight for feature in link.features}
    if link.verdict != "same" and weights.get("figures", 0.0) < _STRONG:
        return
    for name, about in (("actors", "actor"), ("date", "date"), ("place", "place")):
        if weights.get(name, 0.0) <= -_STRONG:
            verdict: Verdict = "contradiction" if link.verdict == "same" else "tension"
            yield Clash(about, verdict, link)  # type: ignore[arg-type]


def _hanging_together(clashes: Sequence[Clash]) -> Iterator[tuple[Clash, ...]]:
    """Clashes about the same kind of thing that share a claim, directly or through others."""
    near: defaultdict[tuple[str, str], list[Clash]] = defaultdict(list)
    for clash in clashes:
        near[clash.about, clash.link.left].append(clash)
        near[clash.about, clash.link.right].append(clash)
    seen: set[tuple[str, str]] = set()
    for start in sorted(near):
        if start in seen:
            continue
        seen.add(start)
        waiting, group = [start], {}
        while waiting:
            at = waiting.pop()
            for clash in near[at]:
                group[clash.link.id] = clash
                for end in ((clash.about, clash.link.left), (clash.about, clash.link.right)):
                    if end not in seen:
                        seen.add(end)
                        waiting.append(end)
        yield tuple(group[key] for key in sorted(group))


def _by_sides(group: Iterable[Clash], rows: Mapping[str, Row[Any]]) -> dict[tuple[str, ...], list[Clash]]:
    """Clashes by what the two sides say, whichever stands left."""
    found: defaultdict[tuple[str, ...], list[Clash]] = defaultdict(list)
    for clash in group:
        a, b = (said(rows[key].assertion, clash.about) for key in (clash.link.left, clash.link.right))
        found[(*sorted((a, b)), clash.verdict)].append(clash)
    return dict(found)


def said(assertion: Any, about: About) -> str:
    """What a claim says in the matter: two claims of one side say the same."""
    if about == "denial":
        return "denied" if assertion.status in DENYING else "said"
    if isinstance(assertion, Figure):
        return f"{told(assertion)} {assertion.since}/{assertion.until}"
    if isinstance(assertion, AgreementMention):
        return f"{assertion.in_force_from or '—'} {assertion.date or '—'}"
    if isinstance(assertion, Statement):
        return shown(assertion.speakers)
    if isinstance(assertion, Event):
        place = assertion.place
        where = (place.entity or place.text) if place else "—"
        return {"actor": shown(assertion.actors), "date": assertion.date or "—"}.get(about, where)
    raise TypeError(f"no claim of a report: {assertion!r}")


def _disagreement(
    clashes: Sequence[Clash], rows: Mapping[str, Row[Any]], settled: Mapping[str, State]
) -> Disagreement:
    """One pair of sides; left is the side that was published first."""
    about, verdict = clashes[0].about, clashes[0].verdict
    sides: defaultdict[str, set[str]] = defaultdict(set)
    for clash in clashes:
        for key in (clash.link.left, clash.link.right):
            sides[said(rows[key].assertion, about)].add(key)
    if len(sides) == 1:
        first = clashes[0].link
        sides = defaultdict(set, {"left": {first.left}, "right": {first.right}})
    ordered = sorted(
        (tuple(sorted(keys, key=lambda key: _published(rows[key]))) for keys in sides.values()),
        key=lambda keys: _published(rows[keys[0]]),
    )
    lefts, rights = ordered[0], ordered[1]
    between = {frozenset((clash.link.left, clash.link.right)): clash.link for clash in clashes}
    link = next(found for a in lefts for b in rights if (found := between.get(frozenset((a, b)))) is not None)
    ids = tuple(sorted(clash.link.id for clash in clashes))
    state: State = next((settled[key] for key in (link.id, *ids) if key in settled), "open")
    left, right = (link.left, link.right) if link.left in lefts else (link.right, link.left)
    return Disagreement(
        link.id, about, verdict, left, right, link, state,
        tuple(key for key in lefts if key != left), tuple(key for key in rights if key != right),
    )  # fmt: skip


def _published(row: Row[Any]) -> tuple[bool, str, str]:
    return (row.published.date is None, row.published.date or "", row.id)


def _states(judgements: Iterable[Judgement]) -> dict[str, State]:
    """What people last said of each link."""
    latest: dict[str, Judgement] = {}
    for judgement in judgements:
        if judgement.act == "settle" and judgement.value in get_args(State):
            known = latest.get(judgement.target)
            if known is None or (known.at, known.id) < (judgement.at, judgement.id):
                latest[judgement.target] = judgement
    return {target: judgement.value for target, judgement in latest.items()}  # type: ignore[misc]
