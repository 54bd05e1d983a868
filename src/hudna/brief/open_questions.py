"""Sections 7 to 9 of the situation report: contradictions, what could not be seen, and corrections."""

from collections import Counter
from typing import Any

from hudna.brief.alleged import accord, disputed
from hudna.brief.claims import quantity, scope
from hudna.brief.document import Sentence
from hudna.brief.grammar import counted
from hudna.brief.writing import Block, Writer, isolated
from hudna.export.labels import Both, join
from hudna.ledger.situation import Claim, Dispute
from hudna.model.assertions import AgreementMention, Event, Figure, Statement
from hudna.model.rows import Row


def contradictions(writer: Writer) -> list[Block]:
    """Section 7: both sides of every contradiction and tension, and disputed starts."""
    sides = [_disagreement(writer, one) for one in writer.material.disputes]
    return [*disagreed(writer), *disputed(writer), *sides]


def disagreed(writer: Writer) -> list[Block]:
    """How many contradictions and tensions there are, and how many are open."""
    found = [one.entry for one in writer.material.disputes]
    if not found:
        return []
    verdicts = Counter(one.verdict for one in found)
    still = sum(one.state == "open" for one in found)
    window = writer.material.window
    asked = writer.ledger("contradictions", f"hudna contradictions --from {window.first} --to {window.last}")
    numbers = counted(verdicts["contradiction"], "contradiction"), counted(verdicts["tension"], "tension")
    return [writer.sentence("disagreements", *numbers, still, counts=(asked,))]


def _disagreement(writer: Writer, one: Dispute) -> Sentence:
    return writer.sentence(
        "disagreement",
        writer.word("about", one.entry.about),
        writer.word("verdicts", one.entry.verdict),
        writer.word("states", one.entry.state),
        _side(writer, one.left, one.entry.about),
        _side(writer, one.right, one.entry.about),
        rows=(*one.left.rows, *one.right.rows),
    )


def _side(writer: Writer, claim: Claim, about: str) -> Both:
    """What one side says in the matter, by whom, in which words, told by how many."""
    row = claim.rows[0]
    who = writer.several([name for each in claim.rows for name in writer.tellers(each)])
    said = writer.phrase("told-as", who, _says(writer, row, about))
    return writer.phrase("a-side", said, writer.quoted(row), writer.support(claim.support, claim.rows))


def _says(writer: Writer, row: Row[Any], about: str) -> Both:
    """The value in which two claims differ."""
    claim = row.assertion
    if isinstance(claim, Figure):
        return join([quantity(writer, claim), scope(writer, claim)], " ", " ")
    if isinstance(claim, AgreementMention):
        name = writer.phrase("unnamed-accord")
        if claim.agreement:
            name = writer.phrase("named-accord", accord(writer, claim.agreement))
        if claim.in_force_from:
            return writer.phrase("in-force-from", name, writer.date(claim.in_force_from))
        return writer.phrase("dated", name, writer.date(claim.date))
    if isinstance(claim, Statement):
        return writer.several(writer.row(row).actors)
    return _of_event(writer, row, about)


def _of_event(writer: Writer, row: Row[Event], about: str) -> Both:
    shown = writer.row(row)
    if about == "actor" and shown.actors:
        return writer.several(shown.actors)
    if about == "date":
        return writer.date(row.assertion.date)
    if about == "place" and shown.place:
        return shown.place
    return writer.labels.get("status", row.assertion.status)


def unseen(writer: Writer) -> list[Block]:
    """Section 8: what was not read, not dated, not placed, not reviewed or left open."""
    return [*_silent_days(writer), *_unread(writer), *_unresolved(writer), writer.sentence("languages")]


def _silent_days(writer: Writer) -> list[Block]:
    days = [day.day for day in writer.material.counted.days if not day.reports]
    if not days:
        return []
    told = writer.days(days), counted(len(days), "day")
    return [writer.sentence("unseen-list", *told, counts=(writer.list("days"),))]


def _unread(writer: Writer) -> list[Block]:
    told = writer.material.unseen
    known = writer.wording.tables["reasons"]
    by_word = Counter[str]()
    for reason, n in told.rejected.items():
        by_word[reason if reason in known else "other"] += n
    blocks: list[Block] = [
        writer.sentence(
            "rejected", known[reason], counted(n, "input"), counts=(writer.ledger("runs", "hudna doctor"),)
        )
        for reason, n in sorted(by_word.items())
    ]
    state = (writer.ledger("ledger", "hudna doctor"),)
    for phrase, number in (
        ("undated-reports", told.undated_reports),
        ("uncompared", told.uncompared),
        ("unknown-language", told.unknown_language),
    ):
        if number:
            blocks.append(writer.sentence(phrase, counted(number, "report"), counts=state))
    return blocks


def _unresolved(writer: Writer) -> list[Block]:
    """Nothing is said of records where there are none."""
    told, window = writer.material.unseen, writer.material.window
    if not told.records:
        return []
    days = f"--from {window.first} --to {window.last}"
    records = (writer.ledger("records", f"hudna timeline {days} --undated"),)
    blocks: list[Block] = [
        writer.sentence("not-reviewed", told.records - told.reviewed, told.records,
                        counts=(writer.ledger("reviewed", f"hudna review list {days}"),)),
        writer.sentence("undated", told.undated, told.records, counts=records),
    ]  # fmt: skip
    if told.unplaced or told.placeless:
        numbers = told.unplaced, told.placeless, told.located
        blocks.append(writer.sentence("unplaced", *numbers, counts=records))
    if told.unknown_actors:
        blocks.append(writer.sentence("unknown-actors", told.unknown_actors, told.actors, counts=records))
    for phrase, number, noun in (
        ("speakerless", told.speakerless, "saying"),
        ("left-out", told.left_out, "record"),
    ):
        if number:
            blocks.append(writer.sentence(phrase, counted(number, noun), counts=records))
    stages = writer.wording.tables["stages"]
    by_word = Counter[str]()
    for stage, n in told.abstained.items():
        by_word[stage if stage in stages else "other"] += n
    blocks.extend(
        writer.sentence("abstained", stages[stage], counted(n, "time"), counts=records)
        for stage, n in sorted(by_word.items())
    )
    return blocks


def corrections(writer: Writer) -> list[Block]:
    """Section 9: what people judged in the window."""
    return [
        writer.sentence(
            "correction",
            writer.word("acts", j.act),
            isolated(j.user),
            writer.date(j.at[:10]),
            isolated(f"«{j.comment}»"),
            counts=(writer.judged(j.id, j.target),),
        )
        for j in writer.material.judgements
    ]
