"""A situation report as a document: what every format prints, in both languages, and nothing more."""

from dataclasses import dataclass
from typing import Any, Literal

from hudna.export.labels import Both

Language = Literal["ar", "en"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the numbers of the evidence it rests on."""

    text: Both
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their headings; every row has a cell a column."""

    head: tuple[Both, ...]
    rows: tuple[tuple[Both, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section; one without content says so in a sentence."""

    number: int
    title: Both
    blocks: tuple[Sentence | Table, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words as published, private persons masked, and where they stand."""

    number: int
    words: str
    where: Both
    uri: str


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report. `header` are its opening lines, `evidence` is in order of the numbers."""

    title: Both
    header: tuple[Both, ...]
    sections: tuple[Section, ...]
    evidence_title: Both
    evidence: tuple[Evidence, ...]


def in_language(document: Document, language: Language) -> dict[str, Any]:
    """The document as JSON data in one language: what the templates print."""

    def say(both: Both) -> str:
        return both.ar if language == "ar" else both.en

    def block(one: Sentence | Table) -> dict[str, Any]:
        if isinstance(one, Sentence):
            return {"text": say(one.text), "evidence": list(one.evidence)}
        return {"head": [say(h) for h in one.head], "rows": [[say(c) for c in row] for row in one.rows]}

    return {
        "language": language,
        "title": say(document.title),
        "header": [say(line) for line in document.header],
        "sections": [
            {"number": s.number, "title": say(s.title), "blocks": [block(b) for b in s.blocks]}
            for s in document.sections
        ],
        "evidence_title": say(document.evidence_title),
        "evidence": [
            {"number": e.number, "words": e.words, "where": say(e.where), "uri": e.uri}
            for e in document.evidence
        ],
    }
