"""The situation report: its header, its summary and the order of its sections, made from records alone."""

from collections.abc import Callable, Sequence

from hudna.brief.alleged import counts, day_numbers, in_force, one_by_one
from hudna.brief.claims import diplomacy, harm, latest
from hudna.brief.document import Annex, Document, Section, Sentence, Table
from hudna.brief.grammar import counted
from hudna.brief.material import Material
from hudna.brief.open_questions import contradictions, corrections, disagreed, unseen
from hudna.brief.writing import Block, Writer, isolated
from hudna.export.labels import same
from hudna.model.rows import ReportRow

BULLETS = 6
"""The longest a summary gets."""
PARTS: tuple[tuple[str, Callable[[Writer], Sequence[Block]]], ...] = (
    ("summary", lambda writer: summary(writer)),
    ("in-force", in_force),
    ("counts", counts),
    ("table", one_by_one),
    ("harm", harm),
    ("diplomacy", diplomacy),
    ("open", contradictions),
    ("unseen", unseen),
    ("corrections", corrections),
)


def compose(material: Material) -> Document:
    """The document of a window; the same material gives the same document."""
    writer = Writer(material)
    first, last = material.window.first.isoformat(), material.window.last.isoformat()
    title = (
        writer.phrase("title-day", writer.date(first))
        if first == last
        else writer.phrase("title", writer.date(first), writer.date(last))
    )
    opening = header(writer)
    sections = tuple(_section(writer, n, name, make) for n, (name, make) in enumerate(PARTS, start=1))
    lists = (("reports", material.reports), ("outside", material.outside))
    annexes = tuple(
        Annex(writer.word("sections", name), reports(writer, rows)) for name, rows in lists if rows
    )
    return Document(title, opening, sections, writer.phrase("evidence"), writer.evidence, annexes)


def _section(writer: Writer, number: int, name: str, make: Callable[[Writer], Sequence[Block]]) -> Section:
    blocks = make(writer) or [writer.sentence("none")]
    return Section(number, writer.word("sections", name), tuple(blocks))


def header(writer: Writer) -> tuple[Sentence, ...]:
    """Section 0: what the report rests on."""
    material = writer.material
    lines = [_basis(writer) if material.reports else _no_basis(writer)]
    if material.outside:
        others = counted(len(material.outside), "report")
        lines.append(writer.sentence("outside", others, counts=(writer.list("outside"),)))
    known = material.content_hash[:16], counted(material.records, "record"), len(material.reviewed)
    state = writer.ledger("ledger", "hudna doctor"), writer.ledger("judged", "hudna review list --all")
    lines.append(writer.sentence("hash", *known, counts=state))
    return (*lines, writer.sentence("nature"), writer.sentence("method"))


def _basis(writer: Writer) -> Sentence:
    material = writer.material
    outlets = len({row.publisher for row in material.reports if row.publisher})
    return writer.sentence(
        "basis",
        counted(len(material.reports), "report"),
        counted(outlets, "outlet") if outlets else writer.phrase("no-outlet"),
        counted(material.origins, "origin"),
        writer.date(material.window.last.isoformat()),
        counts=(writer.list("reports"),),
    )


def _no_basis(writer: Writer) -> Sentence:
    last = writer.date(writer.material.window.last.isoformat())
    return writer.sentence("no-basis", last, counts=(writer.ledger("ledger", "hudna doctor"),))


def summary(writer: Writer) -> list[Block]:
    """At most six sentences: what is alleged, calm, in force, counted and contradicted."""
    material = writer.material
    told: list[Block] = []
    now, before, _ = material.counted.tally.totals
    if material.alleged or before:
        told.append(_alleged(writer, now, before))
    days = material.counted.days
    calm, mute = sum(day.calm for day in days), sum(not day.reports for day in days)
    numbers = counted(len(days), "day"), writer.some(calm, "day"), writer.some(mute, "day")
    told.append(writer.sentence("days", *numbers, counts=(writer.list("days"),)))
    told.extend(day_numbers(writer, material.board.standing[:1]))
    told.extend(latest(writer, ("killed", "displaced")))
    told.extend(disagreed(writer))
    return told[:BULLETS]


def _alleged(writer: Writer, now: int, before: int) -> Sentence:
    window = writer.material.window
    length = window.last - window.first
    first = window.first.fromordinal(window.first.toordinal() - length.days - 1)
    last = window.first.fromordinal(window.first.toordinal() - 1)
    asked = (
        writer.ledger("window", f"hudna violations --from {window.first} --to {window.last}"),
        writer.ledger("before", f"hudna violations --from {first} --to {last}"),
    )
    return writer.sentence(
        "alleged-count", writer.some(now, "incident"), writer.some(before, "incident"), counts=asked
    )


def reports(writer: Writer, found: Sequence[ReportRow]) -> Table:
    """An annex: reports with where they are from."""
    head = tuple(
        writer.word("columns", name) for name in ("number", "published", "outlet", "report", "address")
    )
    rows = tuple(
        (
            same(str(number)),
            writer.date(row.published.date),
            isolated(row.publisher) if row.publisher else writer.labels.phrase("unknown-outlet"),
            same(row.id[:8]),
            isolated(row.uri),
        )
        for number, row in enumerate(found, start=1)
    )
    return Table(head, rows)
