"""Judgements across readings: the history of a record, and judgements carried on to its successor. Pure
functions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from hudna.ledger.corrections import BEST, Entities, corrected
from hudna.ledger.judgements import OPEN, Standing, last_word, standings, threads
from hudna.model.assertions import Actor, Assertion, Place, plain
from hudna.model.judgement import Judgement
from hudna.model.rows import Row


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that changed, both values as shown."""

    field: str
    before: str
    after: str


def differences(before: Assertion, after: Assertion) -> tuple[Difference, ...]:
    """In what two readings of the same words differ, values as a reader sees them."""
    left, right = _shown(before), _shown(after)
    names = list(dict.fromkeys((*left, *right)))
    return tuple(
        Difference(name, left.get(name, ""), right.get(name, ""))
        for name in names
        if left.get(name, "") != right.get(name, "")
    )


_NOT_MEANT = frozenset({"report", "start", "end", "step", "score", "reason", "repeats", "said_by", "content"})


def _shown(assertion: Assertion) -> dict[str, str]:
    """What an assertion says, field by field; where its words stand and how it was found left out."""
    return {f.name: _show(getattr(assertion, f.name)) for f in fields(assertion) if f.name not in _NOT_MEANT}


def _show(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Actor):
        return value.entity or value.code or value.text
    if isinstance(value, Place):
        return value.entity or value.text
    if isinstance(value, tuple):
        return ", ".join(map(_show, value))
    return str(plain(value))


def successor(gone: Row[Any], current: Iterable[Row[Any]]) -> Row[Any] | None:
    """The current record with the same words and meaning as one that is gone, where there is just one."""
    same = [
        row
        for row in current
        if row.report == gone.report
        and (row.start, row.end) == (gone.start, gone.end)
        and row.assertion.KIND == gone.assertion.KIND
        and not differences(gone.assertion, row.assertion)
    ]
    return same[0] if len(same) == 1 else None


@dataclass(frozen=True, slots=True)
class Carried:
    """What becomes of judgements whose records a newer reading no longer has: those to be appended so that
    they stand on the successors, and those that found none."""

    new: tuple[Judgement, ...]
    lost: tuple[Judgement, ...]


def carry(judgements: Sequence[Judgement], successors: Mapping[str, str | None]) -> Carried:
    """Move whole chains on: `successors` names, for each id that is gone, the id of the record (or link) now
    in its place, None where there is none.

    A judgement that is carried keeps act, words, user and time; a chain whose new target has been judged
    already stays where it is, because somebody has looked at the new one.
    """
    chains = threads(judgements)
    new: list[Judgement] = []
    lost: list[Judgement] = []
    for (target, other), chain in chains.items():
        if target not in successors and other not in successors:
            continue
        ends = [successors.get(end, end) if end else None for end in (target, other)]
        if ends[0] is None or (other is not None and ends[1] is None):
            lost.append(chain[-1])
            continue
        if ends[1] is not None and ends[1] < ends[0]:
            ends.reverse()
        if (ends[0], ends[1]) not in chains:
            new.extend(_moved(chain, ends[0], ends[1]))
    return Carried(tuple(new), tuple(lost))


def _moved(chain: Sequence[Judgement], target: str, other: str | None) -> Iterable[Judgement]:
    ids: dict[str | None, str | None] = {None: None}
    for judgement in chain:
        moved = replace(judgement, target=target, other=other, supersedes=ids.get(judgement.supersedes))
        ids[judgement.id] = moved.id
        yield moved


@dataclass(frozen=True, slots=True)
class Change:
    """One step in a record's history: another reading of its words (`run`), or a judgement, and what it
    changed."""

    run: str | None
    judgement: Judgement | None
    differences: tuple[Difference, ...]


def history(
    readings: Sequence[tuple[str, Assertion | None]], chain: Sequence[Judgement], known: Entities
) -> tuple[Change, ...]:
    """How a record came to stand as it stands.

    `readings` are what each reading of the report made of the record's words, oldest first, by run; None
    where one made nothing of them. `chain` are the judgements on the record.
    """
    found: list[Change] = []
    last: Assertion | None = None
    for run, said in readings:
        if said is None:
            if last is not None:
                found.append(Change(run, None, (Difference("record", last.KIND, ""),)))
        elif last is None:
            found.append(Change(run, None, (Difference("record", "", said.KIND),)))
        elif changed := differences(last, said):
            found.append(Change(run, None, changed))
        last = said
    shown = OPEN
    for judgement, now in zip(chain, standings(chain), strict=True):
        found.append(Change(None, judgement, _judged(last, shown, now, known)))
        shown = now
    return tuple(found)


def history_of_links(record: str, judgements: Iterable[Judgement]) -> tuple[Change, ...]:
    """What people said of a record (or report) together with others, and of a contradiction, oldest first."""
    found: list[Change] = []
    for (target, other), chain in threads(judgements).items():
        if record not in (target, other) or (other is None and chain[0].act != "settle"):
            continue
        name = "state" if other is None else f"with {other if record == target else target}"
        before = ""
        for number, judgement in enumerate(chain, start=1):
            said = last_word(chain[:number])
            after = _ACTS.get(said.act, said.value or "") if said else ""
            found.append(Change(None, judgement, (Difference(name, before, after),) * (before != after)))
            before = after
    return tuple(sorted(found, key=lambda c: c.judgement.at if c.judgement else ""))


_ACTS = {"join": "one", "split": "two"}


def _judged(
    said: Assertion | None, before: Standing, after: Standing, known: Entities
) -> tuple[Difference, ...]:
    changed: list[Difference] = []
    if before.state != after.state:
        changed.append(Difference("review", before.state, after.state))
    if said is not None and before.values != after.values:
        best = (before.values.get(BEST) or "", after.values.get(BEST) or "")
        changed.extend([Difference(BEST, *best)] * (best[0] != best[1]))
        changed.extend(
            differences(corrected(said, before.values, known), corrected(said, after.values, known))
        )
    return tuple(changed)
