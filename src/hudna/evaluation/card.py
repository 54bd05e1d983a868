"""Scores as Markdown for the accuracy card, and as JSON data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hudna.evaluation.annotators import Agreement
from hudna.evaluation.bootstrap import DRAWS, Interval
from hudna.evaluation.match import Counts
from hudna.evaluation.summary import BY_GROUP, Group, Line, Summary
from hudna.model.errors import ReadError

_BEGIN = "<!-- begin {} -->"
_END = "<!-- end {} -->"


def markdown(summary: Summary, annotators: Agreement | None = None, failures: bool = True) -> str:
    """The tables of one set: layers with intervals, slots, groups, failures by kind (numbers only).

    Beside the layers stands what two annotators of the set agree on, where there are two.
    """
    parts = [_layers(summary, annotators), _slots(summary), *_groups(summary.groups)]
    if failures:
        parts.append(_failures(summary.failures))
    return "\n\n".join(part for part in parts if part) + "\n"


def agreement_markdown(found: Agreement) -> str:
    """The table of what two annotators agree on."""
    rows = [
        (line.name, score(line.counts.f1), span(line.interval), score(strict.counts.f1))
        for line, strict in zip(found.lines, found.strict, strict=True)
    ]
    head = ("layer", "F1", "95 % interval", "F1, strict")
    return f"{found.texts} texts.\n\n{table(head, rows)}\n"


def agreement_data(found: Agreement) -> dict[str, Any]:
    """The same as JSON data."""
    lines = {
        line.name: {
            "f1": line.counts.f1,
            "interval": _ends(line.interval),
            "strict": strict.counts.f1,
        }
        for line, strict in zip(found.lines, found.strict, strict=True)
    }
    return {"name": found.name, "texts": found.texts, "layers": lines}


def put(path: Path, name: str, tables: str) -> None:
    """Write the tables into a file between `<!-- begin name -->` and `<!-- end name -->`.

    A file that does not exist is made; raises ReadError where one exists without the two marks.
    """
    begin, end = _BEGIN.format(name), _END.format(name)
    block = f"{begin}\n\n{tables}\n{end}"
    if not path.exists():
        path.write_text(f"# Accuracy on {name}\n\n{block}\n", "utf-8")
        return
    old = path.read_text("utf-8")
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.S)
    if not pattern.search(old):
        raise ReadError(
            "no-marks", f"{path} has no lines «{begin}» and «{end}»; put them where tables belong"
        )
    path.write_text(pattern.sub(lambda _: block, old), "utf-8")


def data(summary: Summary, annotators: Agreement | None = None) -> dict[str, Any]:
    """Everything measured, as JSON data; a score that nothing can be said about is null."""
    return {
        "name": summary.name,
        "annotators": agreement_data(annotators) if annotators else None,
        "documents": [report.key for report in summary.reports],
        "layers": {line.name: _line_data(line) for line in summary.layers},
        "slots": {name: right / asked for name, (right, asked) in summary.slots.items()},
        "groups": [
            {"by": group.by, "value": group.value, "reports": group.reports}
            | {"layers": {line.name: _line_data(line) for line in group.lines}}
            for group in summary.groups
        ],
        "failures": {layer: dict(kinds) for layer, kinds in summary.failures.items()},
    }


def _line_data(line: Line) -> dict[str, Any]:
    counts = line.counts
    found: dict[str, Any] = {"tp": counts.tp, "fp": counts.fp, "fn": counts.fn}
    found |= {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1}
    return found | {"interval": _ends(line.interval)}


def _ends(interval: Interval | None) -> list[float] | None:
    return [interval.low, interval.high] if interval else None


def _layers(summary: Summary, annotators: Agreement | None) -> str:
    agreed = {line.name: score(line.counts.f1) for line in annotators.lines} if annotators else {}
    rows = [
        (
            line.name,
            score(line.counts.precision),
            score(line.counts.recall),
            score(line.counts.f1),
            span(line.interval),
            str(line.counts.tp + line.counts.fn),
            *([agreed.get(line.name, "–")] if annotators else []),
        )
        for line in summary.layers
    ]
    head = ["layer", "precision", "recall", "F1", "95 % interval", "gold facts"]
    told = f"{len(summary.reports)} texts; intervals by {DRAWS:,} draws of whole texts."
    if annotators:
        head.append("annotators")
        told += f" Two annotators read {annotators.texts} of them; the last column is what they agree on."
    return f"{told}\n\n{table(head, rows)}"


def _slots(summary: Summary) -> str:
    rows = [
        (name, f"{right} of {asked}", score(right / asked)) for name, (right, asked) in summary.slots.items()
    ]
    return table(("slot", "right", "share"), rows)


def _groups(groups: Sequence[Group]) -> Iterator[str]:
    for by in dict.fromkeys(group.by for group in groups):
        rows = [
            (group.value, str(group.reports), *(_with_facts(line.counts) for line in group.lines))
            for group in groups
            if group.by == by
        ]
        head = (by, "reports", *(f"{name} F1" for name in BY_GROUP))
        yield table(head, rows)


def _with_facts(counts: Counts) -> str:
    """F1 and the number of gold facts; where there is no fact to find, how many were found all the same."""
    facts = counts.tp + counts.fn
    if facts:
        return f"{score(counts.f1)} ({facts})"
    return f"{counts.fp} spurious" if counts.fp else "–"


def _failures(failures: Mapping[str, Mapping[str, int]]) -> str:
    rows = [(layer, kind, str(number)) for layer, kinds in failures.items() for kind, number in kinds.items()]
    return table(("layer", "failure", "times"), rows) if rows else ""


def score(value: float | None) -> str:
    """Two digits; a dash where there is nothing to measure."""
    return "–" if value is None else f"{value:.2f}"


def span(interval: Interval | None) -> str:
    """Both ends of an interval, or a dash."""
    return f"{interval.low:.2f} to {interval.high:.2f}" if interval else "–"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table, first column to the left, the others to the right."""
    marks = ["---", *("---:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, marks, *rows))
