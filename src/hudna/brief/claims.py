"""Sections 5 and 6 of the situation report: what is counted of harm, and who says what to whom. Each claim
stands once, however many reports make it."""

from collections.abc import Sequence

from hudna.brief.document import Sentence
from hudna.brief.grammar import Noun, counted, nouns
from hudna.brief.writing import Block, Writer, begun
from hudna.export.labels import Both, join, same
from hudna.export.wording import number
from hudna.ledger.situation import Claim
from hudna.model.assertions import Figure, Statement
from hudna.model.rows import Row

HARM = ("killed", "injured", "displaced", "returned", "detained", "abducted", "houses_destroyed")
"""Kinds of figures that tell of harm to civilians."""
DIPLOMACY = ("demand", "deny", "accuse", "threaten", "warn", "promise", "condemn", "confirm")
"""Forces of statements worth a line, in the order they are told."""


def harm(writer: Writer) -> list[Block]:
    """Section 5: one line for every count, each with its own scope; nothing is added up."""
    found = [claim for claim in writer.material.figures if _figure(claim).kind in HARM]
    ordered = sorted(found, key=lambda c: (HARM.index(_figure(c).kind), _day(c), c.rows[0].id))
    return [told(writer, claim) for claim in ordered]


def _figure(claim: Claim) -> Figure:
    figure: Figure = claim.rows[0].assertion
    return figure


def _day(claim: Claim) -> str:
    return claim.rows[0].published.date or ""


def latest(writer: Writer, kinds: Sequence[str]) -> list[Sentence]:
    """Of each kind the count published last that has a number and a scope."""
    told_last: list[Sentence] = []
    for kind in kinds:
        known = [c for c in writer.material.figures if _figure(c).kind == kind and _is_scoped(_figure(c))]
        dated = sorted(known, key=lambda c: (c.rows[-1].published.date or "", c.rows[-1].id))
        told_last.extend(told(writer, claim) for claim in dated[-1:])
    return told_last


def _is_scoped(figure: Figure) -> bool:
    return figure.lower is not None and bool(figure.since or figure.until)


def told(writer: Writer, claim: Claim) -> Sentence:
    """A count as one sentence: who tells it, what is counted, where, since when, and how many say so."""
    figure, shown = _figure(claim), writer.row(claim.rows[0])
    value = quantity(writer, figure)
    one = figure.bound != "between" and 1 in (figure.lower, figure.upper)
    what = writer.word("harm-one" if one else "harm-many", figure.kind).fill(value)
    sentence = writer.phrase(
        "figure",
        _teller(writer, claim).fill(_tellers(writer, claim), what),
        where_and_when(writer, shown.place, figure),
        writer.support(claim.support, claim.rows),
    )
    return Sentence(begun(sentence), writer.cite(claim.rows))


def _spoken(claim: Claim) -> list[Row[Figure]]:
    return [row for row in claim.rows if row.assertion.said_by is not None]


def _tellers(writer: Writer, claim: Claim) -> Both:
    """Those a count is put into the mouth of; the outlets, where the reports tell it in their own voice."""
    spoken = _spoken(claim)
    if spoken:
        return writer.several([name for row in spoken for name in writer.speakers(row)])
    return writer.reports_of(claim.rows)


def _teller(writer: Writer, claim: Claim) -> Both:
    """The verb by the kind of evidence."""
    spoken = _spoken(claim)
    status = (spoken or claim.rows)[0].assertion.status
    if not spoken:
        return writer.word("told-own", status)
    return writer.verb("told", status, writer.speakers(spoken[0]))


def quantity(writer: Writer, figure: Figure) -> Both:
    """The number with its bound and with what is counted, in the form the number asks for."""
    noun, low, high = _noun(figure), figure.lower, figure.upper
    if low is None and high is None:
        return writer.phrase("number-unknown", noun.all)
    if figure.bound == "order" and low is not None and str(int(low)) in writer.wording.tables["orders"]:
        return writer.word("orders", str(int(low))).fill(noun.all)
    if figure.bound == "between" and low is not None and high is not None:
        return _beside(writer.labels.get("bounds", "between").fill(number(low), number(high)), noun.of(high))
    first = high if figure.bound == "less_than" else low
    value = first if first is not None else high if high is not None else 0
    bound = writer.labels.get("bounds", figure.bound if figure.bound != "between" else "about")
    return bound.fill(noun.counted(value, "of"))


def _beside(left: Both, right: Both) -> Both:
    return Both(f"{left.en} {right.en}", f"{left.ar} {right.ar}")


def _noun(figure: Figure) -> Noun:
    """What is counted; an unknown group of people by its last word («Syrian citizens») in Arabic."""
    known = nouns()
    default = {"houses_destroyed": "house", "violations": "violation"}.get(figure.kind, "person")
    if figure.population is None:
        return known.get(figure.unit or "", known[default])
    if figure.population in known:
        return known[figure.population]
    last = figure.population.split()[-1]
    arabic = known.get(last) or known.get(figure.unit or "") or known[default]
    return Noun((figure.population, figure.population), arabic.ar, arabic.feminine)


def where_and_when(writer: Writer, place: Both | None, figure: Figure) -> Both:
    """The place and the days a count is of, each where it is stated, and then what is not stated."""
    dated = figure.since is not None or figure.until is not None
    stated = ([writer.place(place)] if place else []) + ([scope(writer, figure)] if dated else [])
    both = join(stated, " ", " ")
    missing = {(False, True): "no-place", (True, False): "no-date", (False, False): "no-place-no-date"}
    left = missing.get((place is not None, dated))
    told_of = Both(f" {both.en}", f" {both.ar}") if stated else both
    return writer.phrase(left, told_of) if left else told_of


def scope(writer: Writer, figure: Figure) -> Both:
    """The days that are counted over, or that none are stated."""
    if figure.since is None and figure.until is None:
        return writer.phrase("in-brackets", writer.labels.phrase("no-base-date"))
    if figure.since == figure.until:
        return writer.on(figure.since or "")
    return writer.on(f"{figure.since or '..'}/{figure.until or '..'}")


def diplomacy(writer: Writer) -> list[Block]:
    """Section 6: who says what to whom, by the force of the words."""
    named = [claim for claim in writer.material.statements if _statement(claim).speakers]
    found = [claim for claim in named if _statement(claim).force in DIPLOMACY]
    ordered = sorted(found, key=lambda c: (DIPLOMACY.index(_statement(c).force), _day(c), c.rows[0].id))
    blocks: list[Block] = [_saying(writer, claim) for claim in ordered]
    rest = len(named) - len(found)
    if rest:
        window = writer.material.window
        asked = writer.ledger("statements", f"hudna statements --from {window.first} --to {window.last}")
        blocks.append(writer.sentence("not-listed", counted(rest, "saying"), counts=(asked,)))
    return blocks


def _statement(claim: Claim) -> Statement:
    statement: Statement = claim.rows[0].assertion
    return statement


def _saying(writer: Writer, claim: Claim) -> Sentence:
    row = claim.rows[0]
    statement, shown = _statement(claim), writer.row(row)
    return writer.sentence(
        "said",
        writer.several(shown.actors),
        writer.verb("forces", statement.force, shown.actors),
        writer.phrase("said-to", writer.several(shown.recipients)) if shown.recipients else same(""),
        _channel(writer, row),
        _said_on(writer, row),
        writer.phrase("direct-speech" if statement.quoted else "reported-speech", writer.words(shown)),
        writer.support(claim.support, claim.rows),
        rows=claim.rows,
    )


def _channel(writer: Writer, row: Row[Statement]) -> Both:
    channel, chain = row.assertion.channel, writer.actors(row, row.assertion.chain)
    how = writer.word("channels", channel) if channel else same("")
    if not chain:
        return how
    through = writer.phrase("said-through", writer.several(chain))
    return Both(how.en + through.en, how.ar + through.ar)


def _said_on(writer: Writer, row: Row[Statement]) -> Both:
    """The day of the words; where none is stated, that it is not, and the day of publication."""
    if row.assertion.date:
        return writer.phrase("said-on", writer.on(row.assertion.date))
    if row.published.date is None:
        return Both(f" ({writer.labels.phrase('no-date').en})", f" ({writer.labels.phrase('no-date').ar})")
    return writer.phrase("said-undated", writer.date(row.published.date))
