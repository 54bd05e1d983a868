"""One analysed report on a terminal: the text as published with coloured marks, then its records.

The text is printed in logical order and right-aligned; turning it right to left is the terminal's work, which
reversing it here would undo on terminals that can.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hudna.cli.work import cells
from hudna.cli.work.table import ID_SHOWN, Sheet, console, emit, for_terminal, isolated
from hudna.export.contents import rows_of
from hudna.export.highlight import Mark, pieces
from hudna.export.jsonl import row_data
from hudna.model.assertions import AgreementMention, Assertion, Event, Figure, Statement
from hudna.model.records import Analysis
from hudna.model.rows import Row

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLES = {
    "furniture": "dim",
    "title": "bold",
    "heading": "bold",
    "name": "underline",
    "statement": "green",
    "event": "red",
    "agreement": "bold magenta",
    "figure": "bold yellow",
    "time": "cyan",
    "restored": "reverse",
}
"""How each kind of mark looks; where several meet, the later ones of this list win."""
_ARABIC_LETTERS = re.compile(r"[\u0620-\u064a\u0671-\u06d3]")
_LATIN_LETTERS = re.compile(r"[A-Za-z\u00c0-\u024f]")


Column = tuple[str, Callable[[Row[Any]], str]]


def sheet(said_by: cells.SaidBy, *more: Column) -> Sheet[Row[Assertion]]:
    """A list of records of every kind, with `more` columns."""
    return Sheet(
        "records",
        (
            ("record", lambda row: row.assertion.KIND),
            ("type", lambda row: _type(row.assertion)),
            ("value", lambda row: cells.value(row.assertion) if isinstance(row.assertion, Figure) else ""),
            ("date", lambda row: _date(row.assertion)),
            ("who", lambda row: _who(row.assertion)),
            ("place", lambda row: _place(row.assertion)),
            ("status", lambda row: getattr(row.assertion, "status", None) or ""),
            ("said by", lambda row: _said_by(row.assertion, said_by)),
            *more,
        ),
        cells.standing,
        row_data,
    )


def speakers(rows: Iterable[Row[Any]]) -> dict[str, str]:
    """Who says each of the statements, by the statement's id."""
    return {row.id: cells.speakers(row.assertion) for row in rows if isinstance(row.assertion, Statement)}


def looked_up(known: Mapping[str, str]) -> cells.SaidBy:
    """A function from a statement's id to its speakers; None is the report's own voice."""
    return lambda statement: cells.OWN_VOICE if statement is None else known.get(statement, "")


def draw(analysis: Analysis, rows: Sequence[Row[Any]] | None = None, *more: Column) -> None:
    """Print one report and its records on a terminal: `rows`, where these are not what was read, with `more`
    columns."""
    out = console()
    _header(out, analysis)
    for line in marked_lines(analysis):
        out.print(line, justify="right" if _is_arabic(line.plain) else "left")
    _legend(out)
    shown = rows_of(analysis) if rows is None else rows
    if shown:
        emit(sheet(looked_up(speakers(shown)), *more), shown, as_json=False)
    for left in analysis.annotations.abstentions:
        out.print(f"  left open ({left.stage}): {isolated(left.reason)}", style="dim")


def _header(out: "Console", analysis: Analysis) -> None:
    from rich.text import Text

    report = analysis.report
    published = report.published
    date = f"published {published.date}" if published.date else "date not known"
    head = Text("\n")
    head.append(isolated(report.title or report.uri), style="bold underline")
    head.append(f"\n{isolated(report.publisher or 'unknown outlet')}")
    head.append(f" · {date} ({published.basis}: {isolated(published.how)})")
    head.append(f" · {report.id[:ID_SHOWN]} · {isolated(report.uri)}\n", style="dim")
    out.print(head)


def _legend(out: "Console") -> None:
    from rich.text import Text

    legend = Text("\n")
    for kind in ("event", "figure", "agreement", "statement", "time", "name", "restored", "furniture"):
        legend.append(kind, style=STYLES[kind]).append("  ")
    out.print(legend)


def _is_arabic(text: str) -> bool:
    return len(_ARABIC_LETTERS.findall(text)) > len(_LATIN_LETTERS.findall(text))


def marks_of(analysis: Analysis) -> Iterator[Mark]:
    """Everything that gets a colour."""
    notes, found = analysis.annotations, analysis.assertions
    yield from (Mark(s.start, s.end, s.kind) for s in notes.segments)
    yield from (Mark(m.start, m.end, "name") for m in notes.mentions)
    yield from (Mark(t.start, t.end, "time") for t in notes.times)
    for group in (found.statements, found.events, found.figures, found.agreements):
        yield from (Mark(a.start, a.end, a.KIND) for a in group)
    yield from (Mark(r.start, r.end, "restored") for r in notes.restorations)


def marked_lines(analysis: Analysis) -> "Iterator[Text]":
    """The text as published, coloured, line by line."""
    from rich.style import Style
    from rich.text import Text

    order = {kind: number for number, kind in enumerate(STYLES)}
    styles = {kind: Style.parse(style) for kind, style in STYLES.items()}
    whole = Text()
    for piece in pieces(analysis.report.text, marks_of(analysis)):
        kinds = sorted({m.kind for m in piece.marks if m.kind in styles}, key=order.__getitem__)
        whole.append(
            _printable(piece.text), style=Style.combine([Style.null(), *(styles[kind] for kind in kinds)])
        )
    yield from whole.split("\n", allow_blank=True)


def _printable(text: str) -> str:
    """The text with its newlines and no other control characters."""
    return "\n".join(for_terminal(part.replace("\t", " ").rstrip("\r")) for part in text.split("\n"))


def _type(found: Assertion) -> str:
    if isinstance(found, Event):
        return cells.event_type(found)
    if isinstance(found, Figure):
        return found.kind
    if isinstance(found, AgreementMention):
        return found.agreement or found.name or ""
    return found.force


def _date(found: Assertion) -> str:
    if isinstance(found, Figure):
        return cells.scope(found)
    if isinstance(found, AgreementMention) and found.in_force_from:
        return f"{found.date or '?'}, in force from {found.in_force_from}"
    return found.date or ""


def _who(found: Assertion) -> str:
    if isinstance(found, Event):
        return cells.sides(found)
    if isinstance(found, Figure):
        return cells.names(found.perpetrators)
    if isinstance(found, AgreementMention):
        return cells.names(found.parties)
    return cells.names(found.speakers)


def _place(found: Assertion) -> str:
    return "" if isinstance(found, Statement) else cells.place(found.place)


def _said_by(found: Assertion, said_by: cells.SaidBy) -> str:
    if isinstance(found, Statement):
        return f"via {cells.names(found.chain)}" if found.chain else ""
    return said_by(found.said_by)
