"""The situation report: its header and the sections 1 to 9, every sentence made from records."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from hudna.brief.document import Document, Section, Sentence, Table
from hudna.brief.material import Material
from hudna.brief.writing import Writer, listed, shortened
from hudna.export.labels import Both, join, same
from hudna.ledger.situation import Alleged, Situation
from hudna.model.assertions import Figure, Statement
from hudna.model.entries import Counted, Violation
from hudna.model.rows import Row

Block = Sentence | Table
HARM = ("killed", "injured", "displaced", "returned", "detained", "abducted", "houses_destroyed")
"""Kinds of figures that tell of harm to civilians."""
DIPLOMACY = ("demand", "deny", "accuse", "threaten", "warn", "promise", "condemn", "confirm")
"""Forces of statements worth a line, in the order they are told."""
IN_FORCE = ("agreement", "start", "given", "day", "sure", "alleged", "calm")
ONE_BY_ONE = (
    "number", "date", "act", "place", "by", "against", "agreement", "answer", "certain", "origins", "review",
    "evidence",
)  # fmt: skip
"""Columns of the tables of sections 2 and 4."""
BULLETS = 6
"""The longest a summary gets."""


def compose(material: Material) -> Document:
    """The document of a window; the same material gives the same document."""
    writer = Writer(material)
    parts: tuple[tuple[str, Callable[[Writer], list[Block]]], ...] = (
        ("summary", summary),
        ("in-force", in_force),
        ("counts", counts),
        ("table", one_by_one),
        ("harm", harm),
        ("diplomacy", diplomacy),
        ("open", contradictions),
        ("unseen", unseen),
        ("corrections", corrections),
    )
    sections = tuple(_section(writer, n, name, make) for n, (name, make) in enumerate(parts, start=1))
    window = material.window
    days = writer.date(window.first.isoformat()), writer.date(window.last.isoformat())
    title = writer.wording.phrase("title").fill(*days)
    evidence_title = writer.wording.phrase("evidence")
    return Document(title, header(writer), sections, evidence_title, writer.evidence)


def _section(writer: Writer, number: int, name: str, make: Callable[[Writer], list[Block]]) -> Section:
    blocks = make(writer) or [writer.sentence("none")]
    return Section(number, writer.word("sections", name), tuple(blocks))


def header(writer: Writer) -> tuple[Both, ...]:
    """Section 0: what the report rests on."""
    material, phrase = writer.material, writer.wording.phrase
    outlets = len({row.publisher for row in material.reports if row.publisher})
    last = writer.date(material.window.last.isoformat())
    numbers: tuple[Both | int, ...] = (len(material.reports), outlets)
    basis = (
        phrase("basis").fill(*numbers, material.origins, last)
        if material.origins is not None
        else phrase("basis-unknown").fill(*numbers, last)
    )
    reviewed = phrase("hash").fill(
        material.content_hash[:16], len(material.reviewed), material.unseen.records
    )
    return basis, reviewed, phrase("nature"), phrase("method")


def summary(writer: Writer) -> list[Block]:
    """At most six sentences: what is alleged, calm, in force, counted and contradicted."""
    material = writer.material
    told: list[Block] = []
    now, before, _ = material.counted.tally.totals
    if material.alleged or before:
        rows = [one.row for one in material.alleged[:5]]
        told.append(writer.sentence("alleged-count", now, before, rows=rows))
    days = material.counted.days
    calm, mute = sum(day.calm for day in days), sum(not day.reports for day in days)
    told.append(writer.sentence("days", len(days), calm, mute))
    told.extend(_day_numbers(writer, material.board.standing[:1]))
    for kind in ("killed", "displaced"):
        told.extend(_figure(writer, row) for row in _latest(material.figures, kind))
    told.extend(_disagreed(writer))
    return told[:BULLETS]


def _day_numbers(writer: Writer, situations: Iterable[Situation]) -> list[Sentence]:
    return [
        _day_number(writer, situation, start)
        for situation in situations
        for start in _distinct(situation.state.starts)
    ]


def _distinct(starts: Sequence[Counted]) -> list[Counted]:
    """One start for each day it gives: the first that gives it."""
    return list({start.start.date[:10]: start for start in reversed(starts)}.values())[::-1]


def _day_number(writer: Writer, situation: Situation, start: Counted) -> Sentence:
    name = _accord(writer, situation.accord.entry.id)
    given, since = _given(writer, start), writer.date(start.start.date.partition("/")[0])
    if start.day is None:
        return writer.sentence("no-day-number", name, since, given)
    return writer.sentence("day-number", name, start.day, since, given)


def _given(writer: Writer, start: Counted) -> Both:
    if start.start.by:
        return writer.wording.phrase("by").fill(_side(writer, start.start.by))
    if start.start.assertion is None:
        return writer.wording.phrase("the-register")
    return writer.wording.phrase("by").fill(writer.labels.phrase("own-voice"))


def _latest(figures: Sequence[Row[Figure]], kind: str) -> list[Row[Figure]]:
    """The figure of a kind published last that has a number and a scope."""
    known = [r for r in figures if r.assertion.kind == kind and r.assertion.lower is not None]
    scoped = [r for r in known if r.assertion.since or r.assertion.until]
    dated = sorted(scoped, key=lambda r: (r.published.date or "", r.id))
    return dated[-1:]


def in_force(writer: Writer) -> list[Block]:
    """Section 2: one row for every start that is given for an accord."""
    word = writer.word
    head = tuple(word("columns", c) for c in IN_FORCE)
    rows = [
        (
            _accord(writer, situation.accord.entry.id),
            writer.date(start.start.date),
            _given(writer, start),
            _number(start.day),
            word("yes-no", "yes" if situation.state.sure else "no"),
            _number(situation.alleged[n]),
            _number(situation.calm[n]),
        )
        for situation in writer.material.board.standing
        for n, start in enumerate(situation.state.starts)
    ]
    return [Table(head, tuple(rows))] if rows else []


def counts(writer: Writer) -> list[Block]:
    """Section 3: alleged incidents by act, party accused and area; calm days; the guarantors' own counts."""
    material, word = writer.material, writer.word
    tally, since = material.counted.tally, writer.date(material.window.since.isoformat())
    windows = (tally.now, tally.before, tally.since)
    cells = [c for c in sorted(material.counted.examples) if any(w.get(c) for w in windows)]
    blocks: list[Block] = []
    if cells:
        head = (*(word("columns", c) for c in ("act", "party", "area", "window", "before")),
                word("columns", "since").fill(since))  # fmt: skip
        rows = tuple(
            (
                _act(writer, cell[0]),
                _side(writer, cell[1]),
                material.names.places.get(cell[2], writer.labels.phrase("no-place")),
                *(same(str(window.get(cell, 0))) for window in windows),
            )
            for cell in cells
        )
        blocks.append(Table(head, rows))
    for phrase, chosen in (
        ("calm-list", [d for d in material.counted.days if d.calm]),
        ("unseen-list", [d for d in material.counted.days if not d.reports]),
    ):
        if chosen:
            blocks.append(writer.sentence(phrase, join([writer.date(d.day) for d in chosen])))
    for code, given in material.counted.guarantors.items():
        blocks.extend(_guarantor(writer, code, row) for row in given)
    return blocks


def _guarantor(writer: Writer, code: str, row: Row[Figure]) -> Sentence:
    shown = writer.row(row)
    value = _pair(shown.type, shown.value) if shown.value else shown.type
    scope, place = _scope(writer, row.assertion), _place(writer, shown.place)
    return writer.sentence("guarantor", value, _side(writer, code), scope, place, rows=[row])


def _pair(name: Both, value: Both) -> Both:
    return Both(f"{name.en}: {value.en}", f"{name.ar}: {value.ar}")


def one_by_one(writer: Writer) -> list[Block]:
    """Section 4: every alleged violation with its clause, its answer and how sure date and place are."""
    rows = tuple(_alleged(writer, n, one) for n, one in enumerate(writer.material.alleged, start=1))
    return [Table(tuple(writer.word("columns", c) for c in ONE_BY_ONE), rows)] if rows else []


def _alleged(writer: Writer, number: int, one: Alleged) -> tuple[Both, ...]:
    shown, first = writer.row(one.row), one.violations[0]
    told = writer.material.tellings.get(one.row.id, ())
    cited = ", ".join(f"[{n}]" for n in writer.cite([one.row, *told]))
    origins = writer.material.support.get(writer.material.incidents.get(one.row.id, ""))
    return (
        same(str(number)),
        writer.date(first.date),
        _act(writer, first.kind) if first.kind else writer.wording.phrase("called"),
        _place(writer, shown.place),
        shown.said_by or writer.labels.phrase("own-voice"),
        listed(writer.actors(one.row, first.against), writer.labels, "nobody"),
        _clauses(writer, one.violations),
        writer.word("answers", first.answer),
        writer.word("certainty", _certain(first)),
        same("" if origins is None else str(origins)),
        writer.word("review", "yes" if one.row.id in writer.material.reviewed else "no"),
        same(f"«{shortened(shown.words.text)}» {cited}"),
    )


def _clauses(writer: Writer, found: Sequence[Violation]) -> Both:
    """The latest accord and the clause; how many older ones forbid it too."""
    first = found[0]
    clause = writer.material.names.terms.get(first.term or "", same(first.term or ""))
    named = _accord(writer, first.agreement)
    both = _pair(named, clause) if first.term else named
    others = len({one.agreement for one in found} - {first.agreement})
    older = f" (+{others})" if others else ""
    return Both(both.en + older, both.ar + older)


def _certain(one: Violation) -> str:
    names = {(True, True): "yes", (False, True): "date", (True, False): "place", (False, False): "neither"}
    return names[one.date_certain, one.place_certain]


def harm(writer: Writer) -> list[Block]:
    """Section 5: one line for every count, each with its own scope; nothing is added up."""
    rows = [r for r in writer.material.figures if r.assertion.kind in HARM]
    ordered = sorted(rows, key=lambda r: (HARM.index(r.assertion.kind), r.published.date or "", r.id))
    return [_figure(writer, row) for row in ordered]


def _figure(writer: Writer, row: Row[Figure]) -> Sentence:
    shown = writer.row(row)
    value = shown.value or writer.labels.phrase("no-value")
    counted = join([value, shown.population]) if shown.population else value
    said = shown.said_by or writer.labels.phrase("own-voice")
    status = writer.labels.get("status", row.assertion.status)
    return writer.sentence(
        "figure", shown.type, counted, _place(writer, shown.place),
        _scope(writer, row.assertion), join([said, status]), rows=[row],
    )  # fmt: skip


def _scope(writer: Writer, figure: Figure) -> Both:
    if figure.since is None and figure.until is None:
        return writer.labels.phrase("no-base-date")
    if figure.since == figure.until:
        return writer.date(figure.since)
    return writer.date(f"{figure.since or '..'}/{figure.until or '..'}")


def diplomacy(writer: Writer) -> list[Block]:
    """Section 6: who says what to whom, by the force of the words."""
    rows = [r for r in writer.material.statements if r.assertion.force in DIPLOMACY and r.assertion.speakers]
    ordered = sorted(rows, key=lambda r: (DIPLOMACY.index(r.assertion.force), r.published.date or "", r.id))
    return [_statement(writer, row) for row in ordered]


def _statement(writer: Writer, row: Row[Statement]) -> Sentence:
    shown = writer.row(row)
    said = join([writer.word("forces", row.assertion.force), *shown.actors[:3]])
    when = writer.date(row.assertion.date or row.published.date)
    words = writer.words(shown)
    if shown.recipients:
        return writer.sentence("said-to", said, join(list(shown.recipients)), when, words, rows=[row])
    return writer.sentence("said", said, when, words, rows=[row])


def contradictions(writer: Writer) -> list[Block]:
    """Section 7: both sides' words of every contradiction and tension, and disputed starts."""
    return [*_disagreed(writer), *_disputed(writer), *_sides(writer)]


def _disagreed(writer: Writer) -> list[Block]:
    found = [one for one, _, _ in writer.material.disagreements]
    if not found:
        return []
    verdicts = Counter(one.verdict for one in found)
    still = sum(one.state == "open" for one in found)
    return [writer.sentence("disagreements", verdicts["contradiction"], verdicts["tension"], still)]


def _disputed(writer: Writer) -> list[Sentence]:
    """Accords for which several starts are given, whatever the day."""
    told = []
    for situation in writer.material.board.standing:
        starts = _distinct([Counted(start, None) for start in situation.accord.starts])
        if len(starts) > 1:
            given = [join([writer.date(s.start.date), _given(writer, s)]) for s in starts]
            both = join(given, "; ", "؛ ")
            told.append(writer.sentence("disputed", _accord(writer, situation.accord.entry.id), both))
    return told


def _sides(writer: Writer) -> list[Sentence]:
    return [
        writer.sentence(
            "disagreement",
            writer.word("about", one.about),
            writer.word("verdicts", one.verdict),
            writer.word("states", one.state),
            writer.words(writer.row(left)),
            writer.words(writer.row(right)),
            rows=[left, right],
        )
        for one, left, right in writer.material.disagreements
    ]


def unseen(writer: Writer) -> list[Block]:
    """Section 8: what was not read, not dated, not placed or left open."""
    material, told = writer.material, writer.material.unseen
    days = [d for d in material.counted.days if not d.reports]
    blocks: list[Block] = []
    if days:
        blocks.append(writer.sentence("unseen-list", join([writer.date(d.day) for d in days])))
    if told.undated_reports:
        blocks.append(writer.sentence("undated-reports", told.undated_reports))
    blocks.append(writer.sentence("undated", told.undated, told.records))
    if told.unplaced:
        blocks.append(writer.sentence("unplaced", told.unplaced, told.acts))
    blocks.extend(writer.sentence("rejected", reason, n) for reason, n in sorted(told.rejected.items()))
    for stage, number in sorted(told.abstained.items()):
        blocks.append(writer.sentence("abstained", writer.labels.get("stages", stage), number))
    return blocks


def corrections(writer: Writer) -> list[Block]:
    """Section 9: what people judged in the window."""
    return [
        writer.sentence("correction", writer.word("acts", j.act), j.user, writer.date(j.at[:10]), j.comment)
        for j in writer.material.judgements
    ]


def _accord(writer: Writer, id: str) -> Both:
    return writer.material.names.accords.get(id, same(id))


def _side(writer: Writer, code: str) -> Both:
    if not code:
        return writer.wording.phrase("unknown-side")
    return writer.side(code)


def _act(writer: Writer, kind: str) -> Both:
    type, _, mode = kind.partition("/")
    act = writer.labels.get("events", type)
    if not mode:
        return act
    how = writer.labels.get("modes", mode)
    return Both(f"{act.en} ({how.en})", f"{act.ar} ({how.ar})")


def _place(writer: Writer, place: Both | None) -> Both:
    return place or writer.labels.phrase("no-place")


def _number(value: int | None) -> Both:
    return same("" if value is None else str(value))
