"""Claims that cannot both hold, or hardly can: taken from the links between figures, mentions of accords,
statements and events, and put together so that two sides stand against each other once, whoever repeats
them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from hudna.ledger.actors import likeness, shown
from hudna.ledger.incidents import DENYING
from hudna.ledger.judgements import states
from hudna.ledger.scopes import told
from hudna.model.assertions import Actor, AgreementMention, Event, Figure, Statement
from hudna.model.entries import Disagreement
from hudna.model.judgement import Judgement, State
from hudna.model.links import Link, Verdict
from hudna.model.rows import Row

About = Literal["denial", "date", "actor", "place", "figure", "speaker"]
_STRONG = 1.0
"""Log odds from which on a finding alone is reason to believe, or not to believe, in one event."""
_ALIKE = 2.0
"""Log odds of outcomes that agree throughout, in a number that hardly recurs by chance."""
_IN_DOUBT: tuple[About, ...] = ("date", "place")
_HARD: tuple[Verdict, ...] = ("tension", "contradiction")
_TALKS = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""What several do together: another name is one more, not another doer."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two claims that differ: in what, how badly, and the link that says so."""

    about: About
    verdict: Verdict
    link: Link


def disagreements(
    links: Iterable[Link],
    rows: Mapping[str, Row[Any]],
    incidents: Iterable[Sequence[str]] = (),
    judgements: Iterable[Judgement] = (),
    speakers: Mapping[str, Sequence[Actor]] | None = None,
) -> tuple[Disagreement, ...]:
    """Every disagreement between the rows, each pair of sides once, contradictions first.

    `incidents` are the groups of events that are one, `speakers` who speaks by statement. A side are all
    claims that say the same and clash with the same others; its first published one speaks for it. `state` is
    what a person last said of one of the links, `open` where nobody has.
    """
    known = [link for link in links if link.left in rows and link.right in rows]
    of = {event: number for number, group in enumerate(incidents) for event in group}
    clashes = [clash for link in known for clash in clash_of(link, rows)]
    clashes += _between_events([link for link in known if link.kind == "event"], rows, of, speakers or {})
    settled = states(judgements)
    found = [
        _disagreement(members, rows, settled)
        for group in _hanging_together(clashes)
        for members in _by_sides(group, rows).values()
    ]
    return tuple(sorted(found, key=lambda d: (d.verdict != "contradiction", d.about, d.id)))


def clash_of(link: Link, rows: Mapping[str, Row[Any]]) -> Iterator[Clash]:
    """What two linked figures, statements or mentions of an accord disagree in, if anything."""
    if link.verdict not in ("tension", "contradiction"):
        return
    left, right = rows[link.left].assertion, rows[link.right].assertion
    about: About = "date" if link.kind == "agreement" else "speaker"
    if isinstance(left, Figure) and isinstance(right, Figure):
        about = "denial" if (left.status == "denied") != (right.status == "denied") else "figure"
    yield Clash(about, link.verdict, link)


def _between_events(
    links: Sequence[Link],
    rows: Mapping[str, Row[Any]],
    of: Mapping[str, int],
    speakers: Mapping[str, Sequence[Actor]],
) -> Iterator[Clash]:
    """Of tellings of one incident: who denies it, and who is said to have done it. Of two that are perhaps
    one: a denial of what nobody else is known to tell, the day or the place where the outcome agrees, and the
    doer where the accused says that it was another."""
    answered = {
        key for link in links if _denial(link, rows) and _one(link, of) for key in (link.left, link.right)
    }
    for link in links:
        left, right = rows[link.left].assertion, rows[link.right].assertion
        if link.verdict == "apart":
            continue
        if _denial(link, rows):
            if _of_nobody(left, right):
                continue
            if _one(link, of):
                yield Clash("denial", "contradiction", link)
            elif link.left not in answered and link.right not in answered:
                yield Clash("denial", "tension", link)
        elif _one(link, of):
            doers = likeness(left.actors, right.actors)
            if doers in ("other", "loose") and left.type not in _TALKS:
                yield Clash("actor", "contradiction" if doers == "other" else "tension", link)
        else:
            if left.type not in _TALKS and _blame_shifted(link, left, right, speakers):
                yield Clash("actor", "tension", link)
            yield from _perhaps_one(link)


def _blame_shifted(link: Link, left: Event, right: Event, speakers: Mapping[str, Sequence[Actor]]) -> bool:
    """Whether a deed of one day and spot is told of two doers, and one of them is who blames the other."""
    weights = {feature.name: feature.weight for feature in link.features}
    if weights.get("date", 0.0) < _STRONG or weights.get("place", 0.0) < _STRONG:
        return False
    if likeness(left.actors, right.actors) != "other":
        return False
    said = ((speakers.get(left.said_by or "", ()), right), (speakers.get(right.said_by or "", ()), left))
    return any(likeness(voices, event.actors) in ("one", "kin") for voices, event in said)


def _perhaps_one(link: Link) -> Iterator[Clash]:
    weights = {feature.name: feature.weight for feature in link.features}
    if weights.get("figures", 0.0) < _ALIKE:
        return
    for about in _IN_DOUBT:
        if weights.get(about, 0.0) <= -_STRONG:
            yield Clash(about, "tension", link)


def _denial(link: Link, rows: Mapping[str, Row[Any]]) -> bool:
    a, b = (rows[key].assertion.status in DENYING for key in (link.left, link.right))
    return a != b


def _of_nobody(left: Event, right: Event) -> bool:
    """Whether somebody denies to have done what the other tells without a doer: an explosion stays one."""
    denied, told = (left, right) if left.status in DENYING else (right, left)
    return any(a.code for a in denied.actors) and not told.actors


def _one(link: Link, of: Mapping[str, int]) -> bool:
    """Whether the two are one incident."""
    return link.left in of and of[link.left] == of.get(link.right)


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
    """Clashes by what the two sides say, whichever stands left. Two numbers that may be an older and a later
    toll are so whoever repeats the older one on the day of the later: they are one tension."""
    found: defaultdict[tuple[str, ...], list[Clash]] = defaultdict(list)
    for clash in group:
        a, b = (said(rows[key].assertion, clash.about) for key in (clash.link.left, clash.link.right))
        verdict = "" if clash.about == "figure" else clash.verdict
        found[(*sorted((a, b)), verdict)].append(clash)
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
    about = clashes[0].about
    verdict: Verdict = min((clash.verdict for clash in clashes), key=_HARD.index)
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
    between = {frozenset((c.link.left, c.link.right)): c.link for c in clashes if c.verdict == verdict}
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
