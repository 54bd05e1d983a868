"""How well and how fast a ledger compares: on families of reports whose truth is known, beside a naive way.

    python -m benchmarks.ledger --seed 21            scores on 200 events, ours and the naive baseline
    python -m benchmarks.ledger --sizes 10000 100000 seconds for so many assertions, and for one report more

The assertions are those of the generator (`benchmarks.families`), not read from the texts: this measures the
ledger apart from the reading. The naive way takes two reports for copies where their words are equal, two
events for one where type, mode, place, date and actors are equal, and two figures for a contradiction where
kind, people, place and dates are equal and the numbers are not.
"""

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from benchmarks.families import Families, Told, families

from hudna.compose.resolution import Resolved, comparators, resolve
from hudna.ledger import copies
from hudna.ledger.comparators import load_lore
from hudna.ledger.contradictions import disagreements
from hudna.ledger.groups import grouped
from hudna.ledger.incidents import surely_two
from hudna.ledger.scenes import Lore, Scene, scenes
from hudna.model.assertions import Assertion, Event, Figure
from hudna.model.rows import Row
from hudna.model.run import Run
from hudna.packs.load import load_pack
from hudna.packs.schema import Pack
from hudna.store.base import View
from hudna.store.ingest import ingest
from hudna.store.sqlite import open_view, open_writer
from hudna.text.index import ArabicIndexer, prose_words

Pair = tuple[str, str]
CONFLICTS = frozenset({"tension", "contradiction"})


@dataclass(frozen=True, slots=True)
class Found:
    """What was concluded of the families: groups of copies, groups of events, and pairs of assertions in
    conflict with the verdict on each."""

    copies: Sequence[Sequence[str]]
    incidents: Sequence[Sequence[str]]
    conflicts: Mapping[Pair, str]


@dataclass(frozen=True, slots=True)
class Scores:
    """How that compares with the truth.

    `over_count` is incidents per true event; `conflict_recall` is of pairs of things said that clash, each
    once however often repeated; `false_compatible` are pairs of assertions said to clash that may both hold,
    `false_other` such that speak of different things.
    """

    copy_precision: float
    copy_recall: float
    incident_precision: float
    incident_recall: float
    over_count: float
    conflict_recall: float
    false_compatible: int
    false_other: int
    missed: Mapping[str, int] = field(default_factory=dict)

    @property
    def incident_f1(self) -> float:
        """Harmonic mean over pairs of events."""
        return 2 * self.incident_precision * self.incident_recall / max(
            1e-9, self.incident_precision + self.incident_recall
        )  # fmt: skip


def score(made: Families, found: Found) -> Scores:
    """Count pairs."""
    truth = made.truth
    said, real = _pairs(found.copies), _pairs(truth.copies)
    events: dict[int, list[str]] = defaultdict(list)
    for event, number in truth.events.items():
        events[number].append(event)
    joined, one = (
        _pairs([[e for e in g if e in truth.events] for g in found.incidents]),
        _pairs(events.values()),
    )
    split = [
        len({truth.events[event] for event in group if event in truth.events}) for group in found.incidents
    ]
    clashing = {pair for pair, (_, verdict) in truth.verdicts.items() if verdict in CONFLICTS}
    seen: set[Pair] = set()
    compatible = other = 0
    for left, right in found.conflicts:
        a, b = truth.variants.get(left), truth.variants.get(right)
        verdict = truth.verdict(left, right)
        if verdict is None:
            other += 1
        elif verdict[1] not in CONFLICTS:
            compatible += 1
        elif a is not None and b is not None:
            seen.add(_pair(a, b))
    missed: dict[str, int] = defaultdict(int)
    for pair in clashing - seen:
        missed["/".join(truth.verdicts[pair])] += 1
    return Scores(
        _part(said & real, said), _part(said & real, real), _part(joined & one, joined),
        _part(joined & one, one), sum(split) / max(1, len(events)), _part(clashing & seen, clashing),
        compatible, other, missed,
    )  # fmt: skip


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)


def _pairs(groups: Iterable[Iterable[str]]) -> set[Pair]:
    return {_pair(a, b) for group in groups for a, b in combinations(group, 2)}


def _part(some: set[Pair], every: set[Pair]) -> float:
    return len(some) / len(every) if every else 1.0


# Ours


def ours(view: View, lore: Lore) -> Found:
    """What the ledger concludes from its links."""
    reports = {report.id: report for report in view.reports()}
    rows = {row.id: row for row in view.assertions()}
    by_report: dict[str, list[Row[Assertion]]] = defaultdict(list)
    for row in rows.values():
        by_report[row.report].append(row)
    told: dict[str, Scene] = {}
    for several in by_report.values():
        told.update((scene.id, scene) for scene in scenes(several, lore))
    links = view.links()
    apart = _clash(told, lore)
    incidents = grouped(told, [link for link in links if link.kind == "event"], clash=apart)
    conflicts: dict[Pair, str] = {}
    for found in disagreements(links, rows, incidents):
        for left in (found.left, *found.left_also):
            for right in (found.right, *found.right_also):
                conflicts[_pair(left, right)] = found.verdict
    return Found([group.reports for group in copies.groups(links, reports)], incidents, conflicts)


def _clash(told: Mapping[str, Scene], lore: Lore) -> Callable[[str, str], bool]:
    return lambda left, right: surely_two(told[left], told[right], lore)


# The naive way


def naive(made: Families) -> Found:
    """All attributes equal."""
    same_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    same_event: dict[tuple[object, ...], list[str]] = defaultdict(list)
    same_scope: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for told in made.told:
        notes = told.analysis.annotations
        norms = tuple(norm for norm, _, _ in prose_words(told.analysis.report.text, notes))
        same_words[norms].append(told.id)
        for assertion in told.assertions:
            if isinstance(assertion, Event):
                same_event[_attributes(assertion)].append(assertion.id)
            elif isinstance(assertion, Figure):
                place = assertion.place.entity if assertion.place else None
                scope = (assertion.kind, assertion.population, place, assertion.since, assertion.until)
                same_scope[scope].append(assertion)
    conflicts = {
        _pair(left.id, right.id): "contradiction"
        for figures in same_scope.values()
        for left, right in combinations(figures, 2)
        if (left.lower, left.upper, left.bound) != (right.lower, right.upper, right.bound)
    }
    return Found(list(same_words.values()), list(same_event.values()), conflicts)


def _attributes(event: Event) -> tuple[object, ...]:
    place = event.place.entity if event.place else None
    return event.type, event.mode, place, event.date, tuple(actor.entity for actor in event.actors)


# Running


def filled(path: Path, told: Sequence[Told]) -> None:
    """A ledger of these reports, nothing compared."""
    indexer = ArabicIndexer()
    run = Run.start({"reports": len(told)}, {"families": "1"}, datetime(2031, 1, 1, tzinfo=UTC), "bench:1")
    writer = open_writer(path, indexer)
    ingest((report.analysis for report in told), writer, run)
    writer.close()


def compared(path: Path, pack: Pack) -> dict[str, tuple[float, int]]:
    """Compare what is new; CPU seconds and links of each step. The first to ask reads for all."""
    indexer, spent = ArabicIndexer(), dict[str, tuple[float, int]]()
    writer, view = open_writer(path, indexer), open_view(path, indexer)
    seen = (time.process_time(), 0)

    def tell(told: Resolved) -> None:
        nonlocal seen
        seconds, links = spent.get(told.step, (0.0, 0))
        now = (time.process_time(), told.links)
        spent[told.step] = (seconds + now[0] - seen[0], links + now[1] - seen[1])
        seen = now

    resolve(writer, view, comparators(pack), tell)
    view.close()
    writer.close()
    return spent


def scores(events: int, seed: int) -> tuple[Families, Scores, Scores]:
    """Families, our scores and those of the naive way."""
    made, pack = families(events, seed), load_pack()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "families.sqlite"
        filled(path, made.told)
        compared(path, pack)
        view = open_view(path, ArabicIndexer())
        found = ours(view, load_lore(pack))
        view.close()
    return made, score(made, found), score(made, naive(made))


def table(made: Families, ledger: Scores, baseline: Scores) -> str:
    """Both as a Markdown table."""
    assertions = sum(len(told.assertions) for told in made.told)
    rows = (
        ("copies: precision", "copy_precision", "≥ 0.99"),
        ("copies: recall", "copy_recall", "≥ 0.99"),
        ("incidents: precision of pairs", "incident_precision", ""),
        ("incidents: recall of pairs", "incident_recall", ""),
        ("incidents: F1 of pairs", "incident_f1", "≥ 0.90"),
        ("incidents per true event", "over_count", "≤ 1.15"),
        ("contradictions and tensions: recall", "conflict_recall", "≥ 0.95"),
        ("said to clash though both may hold", "false_compatible", "0"),
        ("said to clash though of different things", "false_other", ""),
    )
    lines = [
        f"{len(made.happenings)} events, {len(made.told)} reports, {assertions:,} assertions:",
        "",
        "| | ledger | all attributes equal | target |",
        "|---|---:|---:|---:|",
    ]
    for name, key, target in rows:
        values = (getattr(each, key) for each in (ledger, baseline))
        shown = (f"{value:.3f}" if isinstance(value, float) else str(value) for value in values)
        lines.append(f"| {name} | {' | '.join(shown)} | {target} |")
    return "\n".join(lines)


def timed(assertions: int, seed: int, pack: Pack) -> str:
    """CPU seconds for a ledger of so many assertions, and for one report more, as a row of a table."""
    made = families(max(20, assertions * 10 // 525), seed)
    told, count = [], 0
    for report in made.told:
        if count >= assertions:
            break
        told.append(report)
        count += len(report.assertions)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "families.sqlite"
        filled(path, told[:-1])
        spent = compared(path, pack)
        filled(path, told[-1:])
        indexer = ArabicIndexer()
        writer, view = open_writer(path, indexer), open_view(path, indexer)
        steps = comparators(pack)
        begun = time.process_time()
        resolve(writer, view, steps)
        one = time.process_time() - begun
        view.close()
        writer.close()
    total = sum(seconds for seconds, _ in spent.values())
    by_step = ", ".join(
        f"{step} {seconds:.1f} s ({links:,} links)" for step, (seconds, links) in spent.items()
    )
    return f"| {count:,} | {len(told):,} | {total:.1f} s | {by_step} | {1000 * one:.0f} ms |"


def main() -> None:
    """Print the scores, or the times."""
    parser = argparse.ArgumentParser(description="Measure the comparing of a ledger on made-up families.")
    parser.add_argument("--events", type=int, default=200, help="true events (default 200)")
    parser.add_argument("--seed", type=int, default=21, help="of the families (default 21)")
    parser.add_argument("--sizes", type=int, nargs="*", help="assertions: print times for each instead")
    given = parser.parse_args()
    if given.sizes:
        pack = load_pack()
        print("| assertions | reports | compared in | by step | one report more |")
        print("|---:|---:|---:|---|---:|")
        for size in given.sizes:
            print(timed(size, given.seed, pack), flush=True)
        return
    made, ledger, baseline = scores(given.events, given.seed)
    print(table(made, ledger, baseline))
    if ledger.missed:
        print("\nmissed:", ", ".join(f"{name} {count}" for name, count in sorted(ledger.missed.items())))


if __name__ == "__main__":
    main()
