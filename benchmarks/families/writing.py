"""From drafts to reports with their assertions, without passing through the reader."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks.families.drafts import Claim, Draft, Line
from benchmarks.families.words import text_of
from benchmarks.families.world import Name, Town

from hudna.model.annotations import Annotations, Segment, Span
from hudna.model.assertions import (
    Actor,
    AgreementMention,
    Assertion,
    Assertions,
    Event,
    Figure,
    Place,
    Statement,
    Status,
)
from hudna.model.records import Analysis
from hudna.model.report import Published, Report
from hudna.packs.layout import load_known_words
from hudna.text.restore import restore

_STEP = "families/1"
_NAMED = frozenset({"content", "parties", "via"})
"""Values of a claim that name fields or somebody of the line."""
Spans = Mapping[str, tuple[int, int]]


@dataclass
class _Writing:
    """A text in the making, and where each line's fields came to stand."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Spans] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)

    def line(self, line: Line) -> None:
        """Append a paragraph."""
        spans: dict[str, tuple[int, int]] = {}
        first = opened = self.length
        for piece in line.pieces:
            start = self.length
            self.parts.append(piece.text)
            self.length += len(piece.text)
            if piece.field == "[":
                opened = start
            elif piece.field == "]":
                spans["event"] = (opened, start)
            elif piece.field:
                spans.setdefault(piece.field, (start, self.length))
        spans["whole"] = (first, self.length)
        self.spans.append(spans)
        self.segments.append(Segment(first, self.length, line.kind))
        self.parts.append("\n\n")
        self.length += 2


def written(number: int, draft: Draft) -> tuple[Analysis, tuple[tuple[Claim, str], ...]]:
    """A report with its assertions, and for each claim the id of its assertion."""
    writing = _Writing()
    for line in draft.lines:
        writing.line(line)
    day = draft.published.isoformat()
    report = Report(
        uri=f"families/{number:06}.txt",
        text="".join(writing.parts),
        publisher=draft.publisher,
        title=text_of(draft.lines[0].pieces),
        language="ar",
        published=Published(day, "metadata", how="the date given with the text"),
        metadata_date=day,
    )
    made = tuple(_assertions(draft, report, writing.spans))
    kinds: dict[str, list[Assertion]] = defaultdict(list)
    for _, assertion in made:
        kinds[assertion.KIND].append(assertion)
    found = Assertions(
        statements=tuple(a for a in kinds["statement"] if isinstance(a, Statement)),
        events=tuple(a for a in kinds["event"] if isinstance(a, Event)),
        figures=tuple(a for a in kinds["figure"] if isinstance(a, Figure)),
        agreements=tuple(a for a in kinds["agreement"] if isinstance(a, AgreementMention)),
    )
    notes = Annotations(tuple(writing.segments), restore(report.text, load_known_words())[0])
    analysis = Analysis(report, notes, found)
    return analysis, tuple((claim, assertion.id) for claim, assertion in made)


def _assertions(draft: Draft, report: Report, spans: list[Spans]) -> Iterator[tuple[Claim, Assertion]]:
    for line, fields in zip(draft.lines, spans, strict=True):
        speaker: str | None = None
        for claim in line.claims:
            made = _assertion(claim, report, fields, speaker if claim.said else None)
            if isinstance(made, Statement):
                speaker = made.id
            yield claim, made


def _assertion(claim: Claim, report: Report, spans: Spans, said_by: str | None) -> Assertion:
    text = report.text
    start, end = spans.get(claim.marked, spans["whole"])
    while text[end - 1] in " .":
        end -= 1
    place = _place(claim.place, text, spans) if claim.place else None
    doers = (_actor(claim.actor, text, spans),) if claim.actor else ()
    common: dict[str, Any] = {"report": report.id, "start": start, "end": end, "step": _STEP}
    values: dict[str, Any] = {key: value for key, value in claim.values.items() if key not in _NAMED}
    if claim.kind == "statement":
        content = Span(*spans[str(claim.values.get("content", "whole"))])
        via = claim.values.get("via")
        chain = (_actor(("agency", via), text, spans),) if isinstance(via, Name) else ()
        return Statement(**common, **values, speakers=doers, content=content, chain=chain)
    common |= {"said_by": said_by, "place": place}
    if claim.kind == "event":
        return Event(**common, **values, actors=doers, recipients=())
    if claim.kind == "figure":
        status: Status = "claimed" if said_by else "reported"
        return Figure(**common, **values, perpetrators=(), status=status)
    names: tuple[Name, Name] = claim.values["parties"]  # type: ignore[assignment]
    sides = (_actor(("actor", names[0]), text, spans), _actor(("other", names[1]), text, spans))
    return AgreementMention(
        **common, **values, agreement=None, name=text[start:end], parties=sides, terms=(), status="reported"
    )


def _place(given: tuple[str, Town], text: str, spans: Spans) -> Place:
    start, end = spans.get(given[0], spans["whole"])
    town = given[1]
    return Place(
        text[start:end], start, end, town.entity, town.en, town.ar, town.lat, town.lon, town.precision
    )


def _actor(given: tuple[str, Name], text: str, spans: Spans) -> Actor:
    start, end = spans.get(given[0], spans["whole"])
    name = given[1]
    return Actor(text[start:end], start, end, name.entity, name.code, name.en, name.ar)
