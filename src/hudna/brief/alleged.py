"""Sections 2 to 4 of the situation report: accords in force, alleged violations counted and one by one."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from hudna.brief.claims import quantity, where_and_when
from hudna.brief.document import Numbers, Sentence, Table
from hudna.brief.grammar import counted
from hudna.brief.writing import Block, Writer, listed
from hudna.export.labels import Both, join, same
from hudna.ledger.scopes import ranged
from hudna.ledger.situation import Alleged, Situation
from hudna.ledger.violation_counts import Cell
from hudna.model.assertions import Figure
from hudna.model.entries import Counted, Stated, Violation
from hudna.model.rows import Row

IN_FORCE = ("accord", "start", "given", "end", "day", "sure", "alleged", "calm")
ONE_BY_ONE = (
    "number", "date", "act", "place", "by", "against", "hurt", "agreement", "answer", "told", "review",
    "words",
)  # fmt: skip
"""Columns of the tables of sections 2 and 4."""


def day_numbers(writer: Writer, situations: Iterable[Situation]) -> list[Sentence]:
    """Which day of an accord the last day of the window is, once for every day it is said to start on."""
    return [
        _day_number(writer, situation, starts)
        for situation in situations
        for starts in _by_day(situation.state.starts)
    ]


def _by_day(starts: Sequence[Counted]) -> list[list[Counted]]:
    """The starts given for an accord by the day they give, in order of the days."""
    found: dict[str, list[Counted]] = {}
    for start in starts:
        found.setdefault(start.start.date[:10], []).append(start)
    return [found[day] for day in sorted(found)]


def _day_number(writer: Writer, situation: Situation, starts: Sequence[Counted]) -> Sentence:
    name = accord(writer, situation.accord.entry.id)
    given, since = _given(writer, starts), writer.date(starts[0].start.date.partition("/")[0])
    cited = _cited(writer, situation, [one.start for one in starts])
    if starts[0].day is None:
        return Sentence(writer.phrase("no-day-number", name, since, given), cited)
    last = writer.date(writer.material.window.last.isoformat())
    return Sentence(writer.phrase("day-number", last, starts[0].day, name, since, given), cited)


def _cited(writer: Writer, situation: Situation, stated: Iterable[Stated]) -> Numbers:
    """The evidence for dates of an accord: the register's entry, or the mentions that state them."""
    numbers: dict[int, None] = {}
    for one in stated:
        row = writer.material.rows.get(one.assertion or "")
        found = writer.cite([row]) if row else (writer.register(situation.accord.entry.id),)
        numbers.update(dict.fromkeys(found))
    return tuple(numbers)


def _given(writer: Writer, starts: Sequence[Counted]) -> Both:
    """Who gives a start, each once."""
    return writer.several([_giver(writer, one.start) for one in starts])


def _giver(writer: Writer, stated: Stated) -> Both:
    if stated.by:
        return writer.side(stated.by)
    row = writer.material.rows.get(stated.assertion or "")
    return writer.reports_of([row]) if row else writer.phrase("the-register")


def disputed(writer: Writer) -> list[Sentence]:
    """Accords that the window has to do with, for which several starts are given."""
    told = []
    for situation in writer.material.board.standing:
        groups = _by_day([Counted(start, None) for start in situation.accord.starts])
        if len(groups) > 1 and _concerned(writer, situation):
            given = [
                writer.phrase("a-start", writer.date(g[0].start.date), _given(writer, g)) for g in groups
            ]
            cited = _cited(writer, situation, [one.start for group in groups for one in group])
            name = accord(writer, situation.accord.entry.id)
            told.append(Sentence(writer.phrase("disputed", name, join(given, "; ", "؛ ")), cited))
    return told


def _concerned(writer: Writer, situation: Situation) -> bool:
    """Whether in the window an accord begins, is spoken of, or is said to be breached."""
    material = writer.material
    first, last = material.window.first.isoformat(), material.window.last.isoformat()
    if any(v.agreement == situation.accord.entry.id for one in material.alleged for v in one.violations):
        return True
    published = {row.id for row in material.reports}
    stated = situation.accord.stated
    mentions = [row for one in stated if (row := material.rows.get(one.assertion or ""))]
    begins = any(first <= one.date[:10] <= last for one in situation.accord.starts)
    return begins or any(row.report in published for row in mentions)


def in_force(writer: Writer) -> list[Block]:
    """Section 2: one row for every day that an accord is said to start on."""
    rows: list[tuple[Both, ...]] = []
    evidence: list[Numbers] = []
    board = f"hudna board --on {writer.material.window.last}"
    for situation in writer.material.board.standing:
        at = {id(start): n for n, start in enumerate(situation.state.starts)}
        for starts in _by_day(situation.state.starts):
            n = at[id(starts[0])]
            ends = [writer.date(end.date) for end in situation.state.ends]
            rows.append(
                (
                    accord(writer, situation.accord.entry.id),
                    writer.date(starts[0].start.date),
                    _given(writer, starts),
                    join(ends) if ends else writer.phrase("no-end"),
                    _number(starts[0].day),
                    writer.word("yes-no", "yes" if situation.state.sure else "no"),
                    _number(situation.alleged[n]),
                    _number(situation.calm[n]),
                )
            )
            cited = _cited(writer, situation, [one.start for one in starts])
            evidence.append((*cited, writer.ledger("in-force", board)))
    blocks: list[Block] = [_table(writer, IN_FORCE, rows, evidence)] if rows else []
    silent = len(writer.material.board.unmentioned)
    if silent:
        asked = writer.ledger("in-force", f"{board} --all")
        blocks.append(writer.sentence("unmentioned", counted(silent, "agreement"), counts=(asked,)))
    return blocks


def _table(
    writer: Writer, columns: Sequence[str], rows: Sequence[tuple[Both, ...]], evidence: Sequence[Numbers]
) -> Table:
    head = tuple(writer.word("columns", name) for name in columns)
    return Table(head, tuple(rows), tuple(evidence), writer.phrase("evidence-column"))


def counts(writer: Writer) -> list[Block]:
    """Section 3: alleged incidents by act, party accused and area; days with nothing alleged; the
    guarantors' own counts."""
    material = writer.material
    blocks: list[Block] = []
    windows = (material.counted.tally.now, material.counted.tally.before, material.counted.tally.since)
    cells = [c for c in sorted(material.counted.examples) if any(w.get(c) for w in windows)]
    if cells:
        blocks.append(_tallied(writer, cells))
    calm = [day.day for day in material.counted.days if day.calm]
    if calm:
        blocks.append(writer.sentence("calm-list", writer.days(calm), counts=(writer.list("days"),)))
    for code, given in material.counted.guarantors.items():
        blocks.extend(_guarantor(writer, code, row) for row in given)
    return blocks


def _tallied(writer: Writer, cells: Sequence[Cell]) -> Table:
    """Counts by cell. The window's own rest on records; those of other days on the ledger."""
    material, window = writer.material, writer.material.window
    tally = material.counted.tally
    columns = ["act", "party", "area", "window", "before"]
    windows = [tally.now, tally.before]
    head = [writer.word("columns", name) for name in columns]
    if window.since != window.first:
        windows.append(tally.since)
        head.append(writer.word("columns", "since").fill(writer.date(window.since.isoformat())))
    rows = tuple(
        (
            act(writer, cell[0]),
            writer.side(cell[1]),
            material.names.places.get(cell[2], writer.labels.phrase("no-place")),
            *(same(str(counts.get(cell, 0))) for counts in windows),
        )
        for cell in cells
    )
    evidence = tuple(_counted_from(writer, cell) for cell in cells)
    return Table(tuple(head), rows, evidence, writer.phrase("evidence-column"))


def _counted_from(writer: Writer, cell: Cell) -> Numbers:
    window, tally = writer.material.window, writer.material.counted.tally
    numbers = list(writer.cite(writer.material.counted.rests_on.get(cell, ())))
    if tally.before.get(cell):
        first = window.first - (window.last - window.first) - timedelta(days=1)
        before = f"hudna violations --from {first} --to {window.first - timedelta(days=1)}"
        numbers.append(writer.ledger("before", before))
    if window.since != window.first and tally.since.get(cell, 0) > tally.now.get(cell, 0):
        since = f"hudna violations --from {window.since} --to {window.last}"
        numbers.append(writer.ledger("since", since))
    return tuple(numbers)


def _guarantor(writer: Writer, code: str, row: Row[Figure]) -> Sentence:
    whole = writer.material.names.sides.get(code) or writer.side(code)
    verb = writer.verb("counting", "counted", [whole])
    where = where_and_when(writer, writer.row(row).place, row.assertion)
    return writer.sentence("guarantor", whole, verb, quantity(writer, row.assertion), where, rows=[row])


def one_by_one(writer: Writer) -> list[Block]:
    """Section 4: every alleged violation with its clause, its answer and how sure date and place are."""
    found = writer.material.alleged
    if not found:
        return []
    rows = [_alleged(writer, n, one) for n, one in enumerate(found, start=1)]
    return [_table(writer, ONE_BY_ONE, rows, [_rests_on(writer, one) for one in found])]


def _rests_on(writer: Writer, one: Alleged) -> Numbers:
    """The record, the other tellings of its incident, and the answers to it."""
    told = writer.material.tellings.get(one.row.id, ())
    known = writer.material.rows
    answers = [known[id] for found in one.violations for id in found.answers if id in known]
    return writer.cite([one.row, *told, *writer.material.casualties.get(one.row.id, ()), *answers])


def _alleged(writer: Writer, number: int, one: Alleged) -> tuple[Both, ...]:
    shown, first = writer.row(one.row), one.violations[0]
    material = writer.material
    when, where = writer.date(first.date), shown.place or writer.labels.phrase("no-place")
    told = material.tellings.get(one.row.id, (one.row,))
    support = material.support.get(material.incidents.get(one.row.id, ""))
    return (
        same(str(number)),
        when if first.date_certain or not first.date else writer.phrase("not-certain", when),
        act(writer, first.kind) if first.kind else writer.phrase("called"),
        where if first.place_certain or not shown.place else writer.phrase("not-certain", where),
        shown.said_by or writer.labels.phrase("own-voice"),
        listed(writer.actors(one.row, first.against), writer.labels, "nobody"),
        _hurt(writer, material.casualties.get(one.row.id, ())),
        _clauses(writer, one.violations),
        writer.word("answers", first.answer),
        writer.support(support, told) if support else same(""),
        writer.word("review", "yes" if one.row.id in material.reviewed else "no"),
        writer.quoted(one.row),
    )


def _hurt(writer: Writer, figures: Sequence[Row[Figure]]) -> Both:
    """Low and high of the dead and of the wounded, kind by kind; nothing where no telling gives a number."""
    told = []
    for kind in dict.fromkeys(row.assertion.kind for row in figures):
        found = ranged([row for row in figures if row.assertion.kind == kind])
        number, what = _range(writer, found.low, found.high), writer.labels.get("figures", kind)
        told.append(Both(f"{what.en}: {number.en}", f"{what.ar}: {number.ar}"))
    return Both("; ".join(one.en for one in told), "؛ ".join(one.ar for one in told))


def _range(writer: Writer, low: float | None, high: float | None) -> Both:
    """«12», «12–15», «at least 12»: a missing end is open."""
    if low is not None and high is not None:
        return same(f"{low:,.0f}" if low == high else f"{low:,.0f}–{high:,.0f}")
    bound = writer.labels.get("bounds", "at_least" if low is not None else "less_than")
    end = f"{low if low is not None else high or 0:,.0f}"
    return Both(bound.en.format(end), bound.ar.format(end))


def _clauses(writer: Writer, found: Sequence[Violation]) -> Both:
    """The latest accord and the clause; how many older ones forbid it too."""
    first = found[0]
    clause = writer.material.names.terms.get(first.term or "", same(first.term or ""))
    named = accord(writer, first.agreement)
    both = Both(f"{named.en}: {clause.en}", f"{named.ar}: {clause.ar}") if first.term else named
    older = len(dict.fromkeys(one.agreement for one in found)) - 1
    return writer.phrase("older", both, counted(older, "accord")) if older else both


def accord(writer: Writer, id: str) -> Both:
    """An accord's name; an id stands for itself."""
    return writer.material.names.accords.get(id, same(id))


def act(writer: Writer, kind: str) -> Both:
    """A kind of event, «Attack (air strike)»."""
    type, _, mode = kind.partition("/")
    known = writer.labels.get("events", type)
    if not mode:
        return known
    how = writer.labels.get("modes", mode)
    return Both(f"{known.en} ({how.en})", f"{known.ar} ({how.ar})")


def _number(value: int | None) -> Both:
    return same("" if value is None else str(value))
