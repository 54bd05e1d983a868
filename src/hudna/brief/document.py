"""A situation report as a document: what every format prints, in both languages, and nothing more."""

from dataclasses import dataclass
from typing import Any, Literal

from hudna.export.labels import Both

Language = Literal["ar", "en"]
Numbers = tuple[int, ...]
"""Numbers of evidence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the numbers of the evidence it rests on."""

    text: Both
    evidence: Numbers = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their headings; every row has a cell a column and the evidence it rests on, which stands
    in a last column of its own where there is any."""

    head: tuple[Both, ...]
    rows: tuple[tuple[Both, ...], ...]
    evidence: tuple[Numbers, ...] = ()
    evidence_head: Both | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section; one without content says so in a sentence."""

    number: int
    title: Both
    blocks: tuple[Sentence | Table, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What sentences rest on.

    Of a record: `words` as published with what surrounds them (`before`, `after`), private persons masked,
    and where they stand. Of a count or of the register `words` is empty and `where` says how to check it.
    """

    number: int
    where: Both
    words: str = ""
    before: str = ""
    after: str = ""
    uri: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """A table after the evidence."""

    title: Both
    table: Table


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report. `header` are its opening lines, `evidence` is in order of the numbers."""

    title: Both
    header: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    evidence_title: Both
    evidence: tuple[Evidence, ...]
    annexes: tuple[Annex, ...] = ()


def marks(numbers: Numbers) -> list[dict[str, Any]]:
    """Numbers as they are shown, three and more in a row as one mark: «7–18», leading to the first."""
    runs: list[list[int]] = []
    for n in sorted(set(numbers)):
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    short = [[n] for run in runs if len(run) < 3 for n in run]
    kept = sorted([run for run in runs if len(run) >= 3] + short)
    return [{"to": run[0], "shown": str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"} for run in kept]


def in_language(document: Document, language: Language) -> dict[str, Any]:
    """The document as JSON data in one language: what the templates print."""

    def say(both: Both) -> str:
        return both.ar if language == "ar" else both.en

    def sentence(one: Sentence) -> dict[str, Any]:
        return {"text": say(one.text), "evidence": list(one.evidence), "marks": marks(one.evidence)}

    def table(one: Table) -> dict[str, Any]:
        evidence = one.evidence if any(one.evidence) else ()
        return {
            "head": [say(h) for h in one.head]
            + ([say(one.evidence_head)] if evidence and one.evidence_head else []),
            "rows": [
                {
                    "cells": [say(c) for c in row],
                    "evidence": list(evidence[n]) if evidence else None,
                    "marks": marks(evidence[n]) if evidence else None,
                }
                for n, row in enumerate(one.rows)
            ],
        }

    def block(one: Sentence | Table) -> dict[str, Any]:
        return sentence(one) if isinstance(one, Sentence) else table(one)

    return {
        "language": language,
        "title": say(document.title),
        "header": [sentence(line) for line in document.header],
        "sections": [
            {"number": s.number, "title": say(s.title), "blocks": [block(b) for b in s.blocks]}
            for s in document.sections
        ],
        "evidence_title": say(document.evidence_title),
        "evidence": [
            {
                "number": e.number,
                "words": e.words,
                "before": e.before,
                "after": e.after,
                "where": say(e.where),
                "uri": e.uri,
            }
            for e in document.evidence
        ],
        "annexes": [{"title": say(a.title), **table(a.table)} for a in document.annexes],
    }
