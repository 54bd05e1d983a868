"""Who did what to whom, by sentence: the whole program on the sentences of the event tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from _pytest.mark import ParameterSet

from hudna.model.assertions import Actor, Event
from hudna.model.report import Published, Report
from hudna.pipeline import Pipeline
from tests.extract.event_table import ACTS, Case
from tests.extract.event_table_acts import ALL_ACTS
from tests.extract.event_table_again import AGAIN
from tests.extract.event_table_bulletins import ALL_BULLETINS
from tests.extract.event_table_doers import DOERS
from tests.extract.event_table_joined import JOINED
from tests.extract.event_table_none import NOTHING
from tests.extract.event_table_parties import PARTIES
from tests.extract.event_table_reports import REPORTS
from tests.extract.event_table_said import ALL_SAID
from tests.extract.event_table_varied import VARIED

CASES = [
    *ACTS,
    *JOINED,
    *ALL_SAID,
    *AGAIN,
    *REPORTS,
    *VARIED,
    *DOERS,
    *PARTIES,
    *ALL_BULLETINS,
    *ALL_ACTS,
    *NOTHING,
]

HAPPENED = frozenset(("reported", "claimed", "alleged"))


@dataclass(frozen=True, slots=True)
class Expected:
    """One event of a table's cell; see event_table.py."""

    types: frozenset[str]
    modes: frozenset[str]
    doers: frozenset[str]
    recipients: str
    place: str
    statuses: frozenset[str]
    optional: bool

    @classmethod
    def read(cls, cell: str) -> "Expected":
        optional = cell.startswith("?")
        what, who, *rest = cell.removeprefix("?").split()
        types, _, modes = what.partition("/")
        readings = [side.partition(">") for side in who.split("|")]
        marks = {word[0]: word[1:] for word in rest}
        return cls(
            frozenset(types.split("|")),
            frozenset(modes.split("|")) if modes else frozenset(),
            frozenset(doers for doers, _, _ in readings),
            next((recipients for _, _, recipients in readings if recipients), "*"),
            marks.get("@", ""),
            frozenset(marks["!"].split("|")) if "!" in marks else HAPPENED,
            optional,
        )

    def fits(self, event: Event) -> bool:
        place = event.place.text if event.place else ""
        return (
            event.type in self.types
            and (not self.modes or event.mode in self.modes)
            and any(_same_actors(doers, event.actors) for doers in self.doers)
            and _same_actors(self.recipients, event.recipients)
            and self.place in place
            and event.status in self.statuses
        )


def _same_actors(expected: str, actors: Sequence[Actor]) -> bool:
    """Every one asked for is there and nobody else; «ISIS» and bare countries by part of the code."""
    codes = {a.code for a in actors if a.code}
    if expected == "*":
        return True
    asked = set() if expected == "-" else set(expected.split("+"))

    def stands_for(one: str, code: str) -> bool:
        return code == one or one in code.split(".")

    return all(any(stands_for(one, c) for c in codes) for one in asked) and all(
        any(stands_for(one, c) for one in asked) for c in codes
    )


def told(event: Event) -> str:
    doers, recipients = (
        "+".join(a.code or f"({a.text})" for a in side) or "-" for side in (event.actors, event.recipients)
    )
    place = f" @{event.place.text}" if event.place else ""
    mode = f"/{event.mode}" if event.mode else ""
    return f"{event.type}{mode} {doers}>{recipients}{place} !{event.status}"


def disagreement(expected: Sequence[Expected], events: Sequence[Event]) -> str:
    """What is missing and what is too much, in words; empty where all fits."""
    left = list(events)
    missing = []
    for wanted in sorted(expected, key=lambda e: e.optional):
        found = next((e for e in left if wanted.fits(e)), None)
        if found is not None:
            left.remove(found)
        elif not wanted.optional:
            missing.append("/".join(sorted(wanted.types)))
    if not missing and not left:
        return ""
    return f"missing {missing}, too much {[told(e) for e in left]}, got {[told(e) for e in events]}"


@pytest.fixture(scope="module")
def events_of() -> Callable[[Case], tuple[Event, ...]]:
    """A function, for pytest writes out every argument of a test that fails, and a pipeline is large."""
    pipeline = Pipeline.load()

    def read(case: Case) -> tuple[Event, ...]:
        report = Report("table", case.text, published=Published(case.date, "metadata", how="given"))
        return pipeline.analyse(report).assertions.events

    return read


def _param(number: int, case: Case) -> ParameterSet:
    marks = [pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else []
    return pytest.param(case, id=f"{number}: {case.shows}", marks=marks)


@pytest.mark.parametrize("case", [_param(n, case) for n, case in enumerate(CASES)])
def test_sentence_tells_its_events_and_no_others(
    events_of: Callable[[Case], tuple[Event, ...]], case: Case
) -> None:
    expected = [Expected.read(cell.strip()) for cell in case.expected.split(";") if cell.strip()]
    assert not disagreement(expected, events_of(case))


def test_table_has_no_sentence_twice() -> None:
    texts = [case.text for case in CASES]
    assert len(texts) == len(set(texts))
