"""Scoring annotated texts."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hudna.cli.errors import REJECTED, say
from hudna.cli.streams import is_terminal
from hudna.cli.work.opening import NO_MODELS, load_pipeline
from hudna.evaluation.annotators import Agreement, agreement, first_of, load_annotation, second_of
from hudna.evaluation.card import agreement_data, agreement_markdown, data, markdown, put, score, span
from hudna.evaluation.floors import load_floors, problems, raised, save_floors
from hudna.evaluation.folder import GoldFolder
from hudna.evaluation.sentence_sets import load_gold
from hudna.evaluation.summary import Group, Line, Summary, evaluate
from hudna.export.jsonl import line as json_line
from hudna.model.assertions import plain
from hudna.model.errors import ReadError

_NOT_SHOWN = frozenset({"report", "said_by", "step", "score", "optional"})
_COLUMNS = ("layer", "precision", "recall", "f1", "interval", "tp", "fp", "fn")


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    gold: Path
    texts: Path | None = None
    as_json: bool = False
    write: Path | None = None
    name: str | None = None
    details: bool = False
    floors: Path | None = None
    set_floors: bool = False
    lower: bool = False
    second: Path | None = None
    packs: tuple[Path, ...] = ()
    models: str = NO_MODELS


def run(request: Request) -> int:
    """Score, print, write, and compare with floors; the exit code."""
    if (request.set_floors or request.lower) and request.floors is None:
        raise ReadError("usage", "--set-floors and --lower need --floors FILE, the file of floors")
    folder = load_gold(request.gold, request.texts)
    if request.name:
        folder = replace(folder, name=request.name)
    second = request.second or second_of(request.gold)
    annotators = _annotators(request.gold, folder, second) if second else None
    if request.second is not None and annotators is not None:
        return _agreement(request, annotators)
    summary = evaluate(folder, load_pipeline(request.packs, request.models))
    if request.as_json:
        print(json_line(data(summary, annotators)))
    else:
        _print(summary)
    if request.details:
        _details(summary)
    if request.write is not None:
        put(request.write, summary.name, markdown(summary, annotators))
    return _floors(request, summary) if request.floors is not None else 0


def _annotators(gold: Path, folder: GoldFolder, second: Path) -> Agreement:
    return agreement(folder.name, first_of(gold, folder), load_annotation(second))


def _agreement(request: Request, found: Agreement) -> int:
    """Print and write what two annotators agree on; never their differences, which may be of unseen texts."""
    if request.as_json:
        print(json_line(agreement_data(found)))
    else:
        print(f"{found.name}\t{found.texts} texts")
        for line, strict in zip(found.lines, found.strict, strict=True):
            scores = (_exact(line.counts.f1), span(line.interval), f"strict {_exact(strict.counts.f1)}")
            print("\t".join((line.name, *scores)))
    if request.write is not None:
        put(request.write, f"{found.name}-annotators", agreement_markdown(found))
    return 0


def _floors(request: Request, summary: Summary) -> int:
    assert request.floors is not None
    known = load_floors(request.floors)
    old = known.get(summary.name)
    if request.set_floors:
        new = raised(summary, request.gold, old, request.lower)
        save_floors(request.floors, {**known, summary.name: new})
        return 0
    found = problems(summary, request.gold, old)
    for problem in found:
        say(problem)
    return REJECTED if found else 0


def _print(summary: Summary) -> None:
    """Columns for a person, tab-separated lines for a pipe."""
    rows = [_COLUMNS, *(_cells(line) for line in summary.layers)]
    if is_terminal():
        print(f"{summary.name}: {len(summary.reports)} reports")
        widths = [max(len(row[i]) for row in rows) for i in range(len(_COLUMNS))]
        for row in rows:
            print("  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]))
    else:
        for row in rows:
            print("\t".join(row))
    print()
    for slot, (right, asked) in summary.slots.items():
        print(f"{slot}\t{right} of {asked}")
    for group in summary.groups:
        print(_group(group))


def _group(group: Group) -> str:
    scores = (f"{line.name} {score(line.counts.f1)}" for line in group.lines)
    return "\t".join([group.by, group.value, str(group.reports), *scores])


def _cells(line: Line) -> tuple[str, ...]:
    counts = line.counts
    scores = (_exact(counts.precision), _exact(counts.recall), _exact(counts.f1))
    return (line.name, *scores, span(line.interval), str(counts.tp), str(counts.fp), str(counts.fn))


def _exact(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _details(summary: Summary) -> None:
    """One line a failure: layer, kind, report and line, the value."""
    for report in summary.reports:
        for failure in report.failures:
            where = f"{report.key}:{failure.line}" if failure.line else report.key
            print(f"{failure.layer}\t{failure.kind}\t{where}\t{json_line(_brief(plain(failure.value)))}")


def _brief(value: dict[str, Any]) -> dict[str, Any]:
    """A fact or record without what says nothing here: ids, steps, empty fields."""
    return {k: v for k, v in value.items() if k not in _NOT_SHOWN and v not in (None, [], "", False)}
