"""The public JSON object of one analysed report, as docs/records.md describes it."""

from dataclasses import dataclass
from typing import Any

from hudna.model.annotations import Annotations, Mention
from hudna.model.assertions import Assertion, Assertions, id_of_plain, plain
from hudna.model.report import Report

_INTERNAL_MENTION = frozenset({"first", "last", "lead", "reason"})


@dataclass(frozen=True, slots=True)
class Analysis:
    """One report with everything that was read out of it."""

    report: Report
    annotations: Annotations
    assertions: Assertions


def _assertion(assertion: Assertion) -> dict[str, Any]:
    fields = plain(assertion)
    found = {"id": id_of_plain(assertion.KIND, fields), **fields}
    del found["report"]
    return found


def _mention(mention: Mention) -> dict[str, Any]:
    return {name: value for name, value in plain(mention).items() if name not in _INTERNAL_MENTION}


def record(analysis: Analysis) -> dict[str, Any]:
    """The record of one report: JSON data, offsets into `report.text`."""
    report, notes, found = analysis.report, analysis.annotations, analysis.assertions
    return {
        "report": {"id": report.id, "text_sha256": report.text_sha256, **plain(report)},
        "segments": plain(notes.segments),
        "restorations": plain(notes.restorations),
        "times": plain(notes.times),
        "credits": plain(notes.credits),
        "mentions": [_mention(m) for m in notes.mentions],
        "statements": [_assertion(a) for a in found.statements],
        "events": [_assertion(a) for a in found.events],
        "figures": [_assertion(a) for a in found.figures],
        "agreements": [_assertion(a) for a in found.agreements],
        "abstentions": plain(notes.abstentions),
    }
