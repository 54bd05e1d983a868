"""Scores of a whole folder: by layer with intervals, by slot, and by what the index says of the texts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from hudna.evaluation.bootstrap import Interval, f1_interval
from hudna.evaluation.folder import GROUPS, GoldFolder
from hudna.evaluation.match import Counts
from hudna.evaluation.score import LAYERS, SLOTS, ReportScore, failure_kinds, score_report
from hudna.model.records import Analysis
from hudna.model.report import Report

BY_GROUP = ("time", "figure", "statement", "event", "event+actor")
"""Layers that are given by group; the others have too few facts in a group to say anything."""


class Analyser(Protocol):
    """What reads a report: `hudna.pipeline.Pipeline`."""

    def analyse(self, report: Report) -> Analysis: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table of scores."""

    name: str
    counts: Counts
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The scores of the texts that share one value of the index (`country` = Libya)."""

    by: str
    value: str
    reports: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything measured on one folder. `slots` are (right, asked)."""

    name: str
    reports: tuple[ReportScore, ...]
    layers: tuple[Line, ...]
    slots: Mapping[str, tuple[int, int]]
    groups: tuple[Group, ...]
    failures: Mapping[str, Mapping[str, int]]


def evaluate(folder: GoldFolder, analyser: Analyser) -> Summary:
    """Analyse every text of a folder and compare with its gold."""
    reports = [score_report(text.key, text.facts, analyser.analyse(text.report)) for text in folder.texts]
    return summarise(folder, reports)


def summarise(folder: GoldFolder, reports: Sequence[ReportScore]) -> Summary:
    """The scores of all reports together; `reports` stand in the order of the folder's texts."""
    return Summary(
        folder.name,
        tuple(reports),
        _lines(reports, LAYERS, intervals=True),
        _slots(reports),
        tuple(_groups(folder, reports)),
        failure_kinds(reports),
    )


def _lines(reports: Sequence[ReportScore], layers: Iterable[str], intervals: bool) -> tuple[Line, ...]:
    lines = []
    for name in layers:
        counts = [report.layers[name] for report in reports if name in report.layers]
        if not counts:
            continue
        lines.append(Line(name, sum(counts, Counts()), f1_interval(counts) if intervals else None))
    return tuple(lines)


def _slots(reports: Sequence[ReportScore]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for name in SLOTS:
        right = sum(report.slots.get(name, (0, 0))[0] for report in reports)
        asked = sum(report.slots.get(name, (0, 0))[1] for report in reports)
        if asked:
            found[name] = (right, asked)
    return found


def _groups(folder: GoldFolder, reports: Sequence[ReportScore]) -> Iterable[Group]:
    for by in (*GROUPS, "style"):
        of: dict[str, list[ReportScore]] = {}
        for text, report in zip(folder.texts, reports, strict=True):
            for value in (value for name, value in text.groups if name == by):
                of.setdefault(value, []).append(report)
        for value, members in sorted(of.items()):
            yield Group(by, value, len(members), _lines(members, BY_GROUP, intervals=False))
