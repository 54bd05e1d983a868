"""What comparing concluded, as lists: incidents, disagreements, figures by scope."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hudna import comparisons
from hudna.cli.work import cells
from hudna.cli.work.opening import open_judged
from hudna.cli.work.reviewed import column, row_data_of, share_data, tell_left_out, tell_share
from hudna.cli.work.table import Sheet, Standing, emit
from hudna.export.jsonl import row_data
from hudna.ledger.comparators import load_lore
from hudna.model.assertions import AgreementMention, Event, Figure, Statement, plain
from hudna.model.entries import Chain, Disagreement, Support
from hudna.model.filters import Filter
from hudna.model.links import Link
from hudna.model.rows import Row
from hudna.packs.load import load_pack

if TYPE_CHECKING:
    from hudna.judged import JudgedView


def incidents(ledger: Path | None, chosen: Filter, packs: Sequence[Path], why: bool, as_json: bool) -> None:
    """Print what `hudna incidents` lists."""
    with open_judged(ledger, packs) as view:
        found = comparisons.incidents(view, load_lore(load_pack(extra=packs)), chosen)
        tell_left_out(view, chosen, "event")
    if why and not as_json:
        _tellings(found, view)
        tell_share(view, (row.id for told in found for row in told.rows))
        return
    sheet: Sheet[comparisons.Told] = Sheet(
        "incidents",
        (
            ("date", lambda told: told.incident.date or ""),
            ("event", lambda told: _act(told)),
            ("status", lambda told: _statuses(told.rows)),
            ("actors → recipients", lambda told: _sides(told)),
            ("place", lambda told: told.incident.place or ""),
            ("told by", lambda told: support(told.incident.support)),
            ("perhaps", lambda told: str(len(told.doubtful) or "")),
        ),
        lambda told: cells.standing(told.rows[0]),
        lambda told: _incident_data(told, view),
        "red",
    )
    emit(sheet, found, as_json)
    tell_share(view, (row.id for told in found for row in told.rows))


def _tellings(found: Sequence[comparisons.Told], view: "JudgedView") -> None:
    """One row a telling, with its surest link to another."""
    rows = [(told, row) for told in found for row in told.rows]
    name, review = column(view)
    sheet: Sheet[tuple[comparisons.Told, Row[Event]]] = Sheet(
        "incidents",
        (
            ("incident", lambda one: one[0].incident.id[:8]),
            ("date", lambda one: one[1].assertion.date or ""),
            ("event", lambda one: cells.event_type(one[1].assertion)),
            ("status", lambda one: cells.telling(one[1].assertion)),
            ("place", lambda one: cells.place(one[1].assertion.place)),
            ("joined by", lambda one: _joined_by(one[0].incident.links, one[1].id)),
            (name, lambda one: review(one[1])),
        ),
        lambda one: cells.standing(one[1]),
        lambda one: row_data(one[1]),
        "red",
    )
    emit(sheet, rows, as_json=False)


def _joined_by(links: Sequence[Link], event: str) -> str:
    own = [link for link in links if event in (link.left, link.right) and link.verdict == "same"]
    if not own:
        return "a person" if links else ""
    best = max(own, key=lambda link: (link.weight, link.id))
    return f"{best.weight:.2f}: {reasons(best)}"


def reasons(link: Link) -> str:
    """What speaks for and against, each with its weight where it has one."""
    told = [f for f in link.features if f.name != "base"]
    return "; ".join(f"{f.en} {f.weight:+.1f}" if f.weight else f.en for f in told)


def support(given: Support) -> str:
    """«3 reports, 2 outlets, 2 origins»."""
    parts = ((given.reports, "report"), (given.outlets, "outlet"), (len(given.origins), "origin"))
    return ", ".join(f"{number} {name}{'s' * (number != 1)}" for number, name in parts)


def _act(told: comparisons.Told) -> str:
    return f"{told.incident.type}/{told.incident.mode}" if told.incident.mode else told.incident.type


def _statuses(rows: Iterable[Row[Event]]) -> str:
    """«reported 3, denied 1»; the number is left out where there is one telling."""
    found = Counter(row.assertion.status for row in rows)
    return ", ".join(
        f"{status} {number}" if found.total() > 1 else status for status, number in found.items()
    )


def _sides(told: comparisons.Told) -> str:
    one = told.incident
    if not one.actors and not one.recipients:
        return ""
    return f"{cells.names(one.actors) or '?'} → {cells.names(one.recipients) or '?'}"


def _incident_data(told: comparisons.Told, view: "JudgedView") -> dict[str, Any]:
    data = plain(told.incident)
    data["links"] = [_link_data(link) for link in told.incident.links]
    return {
        **data,
        "tellings": list(map(row_data_of(view), told.rows)),
        "perhaps": list(told.doubtful),
        "review": share_data(view, told.incident.events),
    }


def _link_data(link: Link) -> dict[str, Any]:
    return {"id": link.id, **plain(link)}


# Disagreements


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: the row that speaks for it, and how many say the same."""

    of: Disagreement
    number: int
    row: Row[Any]
    chain: str
    support: Support


def contradictions(
    ledger: Path | None,
    chosen: Filter,
    packs: Sequence[Path],
    about: str | None,
    state: str | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Print what `hudna contradictions` lists."""
    with open_judged(ledger, packs) as view:
        disputes = comparisons.contradictions(view, load_lore(load_pack(extra=packs)), chosen)
        found = [d for d in disputes.found if about in (None, d.about) and state in (None, d.state)][:limit]
        tell_left_out(view, chosen, "event", "figure", "agreement", "statement")
    claims = {key for one in found for keys in _keys(one) for key in keys}
    if as_json:
        sheet: Sheet[Disagreement] = Sheet(
            "contradictions",
            (),
            lambda one: cells.standing(disputes.rows[one.left]),
            lambda one: _dispute_data(one, disputes, view),
        )
        emit(sheet, found, as_json=True)
        tell_share(view, claims)
        return
    sides = [
        Side(one, number, disputes.rows[keys[0]], _chain(disputes.chain(keys[0])), disputes.support(keys))
        for one in found
        for number, keys in enumerate(_keys(one), 1)
    ]
    emit(_SIDES, sides, as_json=False)
    tell_share(view, claims)


_SIDES: Sheet[Side] = Sheet(
    "contradictions",
    (
        ("no", lambda side: f"{side.of.id[:8]}/{side.number}"),
        ("about", lambda side: side.of.about),
        ("verdict", lambda side: f"{side.of.verdict}, {side.of.state}"),
        ("says", lambda side: says(side.row, side.of.about)),
        ("chain", lambda side: side.chain),
        ("told by", lambda side: support(side.support)),
        ("why", lambda side: reasons(side.of.link) if side.number == 1 else ""),
    ),
    lambda side: cells.standing(side.row),
    lambda side: row_data(side.row),
    "red",
)


def _keys(one: Disagreement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (one.left, *one.left_also), (one.right, *one.right_also)


def says(row: Row[Any], about: str) -> str:
    """What a claim says in the matter."""
    claim = row.assertion
    if isinstance(claim, Figure):
        scope = cells.scope(claim)
        denied = "denied: " if claim.status == "denied" else ""
        return f"{denied}{claim.kind} {cells.value(claim)}" + (f" ({scope})" if scope else "")
    if isinstance(claim, AgreementMention):
        force = f"in force from {claim.in_force_from}" if claim.in_force_from else ""
        return "; ".join(part for part in (force, f"dated {claim.date}" if claim.date else "") if part)
    if isinstance(claim, Statement):
        return cells.names(claim.speakers)
    event: Event = claim
    told = {"actor": cells.names(event.actors), "date": event.date or "", "place": cells.place(event.place)}
    return told.get(about) or f"{event.status}: {cells.event_type(event)}"


def _chain(chain: Chain) -> str:
    """«outlet ← agency ← speaker»."""
    return " ← ".join(hand.name_en or hand.name for hand in chain.hands if hand.role != "document")


def _dispute_data(one: Disagreement, disputes: comparisons.Disputes, view: "JudgedView") -> dict[str, Any]:
    return {
        "id": one.id,
        "about": one.about,
        "verdict": one.verdict,
        "state": one.state,
        "link": _link_data(one.link),
        "sides": [
            {
                "says": says(disputes.rows[keys[0]], one.about),
                "support": plain(disputes.support(keys)),
                "claims": [_claim_data(disputes, key, view) for key in keys],
            }
            for keys in _keys(one)
        ],
        "review": share_data(view, (key for keys in _keys(one) for key in keys)),
    }


def _claim_data(disputes: comparisons.Disputes, key: str, view: "JudgedView") -> dict[str, Any]:
    return {**row_data_of(view)(disputes.rows[key]), "chain": plain(disputes.chain(key).hands)}


# Figures by scope


def ranges(ledger: Path | None, chosen: Filter, as_json: bool) -> None:
    """Print what `hudna figures --compare` lists."""
    with open_judged(ledger) as view:
        found = comparisons.ranges(view, chosen)
        tell_left_out(view, chosen, "figure")
    sheet: Sheet[comparisons.Compared] = Sheet(
        "figures",
        (
            ("kind", lambda one: one.rows[0].assertion.kind),
            ("low", lambda one: _number(one.range.low)),
            ("high", lambda one: _number(one.range.high) or "open"),
            ("best", lambda one: _number(one.range.best)),
            ("of whom", lambda one: one.rows[0].assertion.population or one.rows[0].assertion.unit or ""),
            ("scope", lambda one: cells.scope(one.rows[0].assertion)),
            ("place", lambda one: cells.place(one.rows[0].assertion.place)),
            ("agree", lambda one: one.verdict),
            ("told by", lambda one: support(one.support)),
        ),
        _first,
        lambda one: _range_data(one, view),
        "yellow",
    )
    emit(sheet, found, as_json)
    tell_share(view, (row.id for one in found for row in one.rows))


def _first(one: comparisons.Compared) -> Standing:
    return cells.standing(one.rows[0])


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.15g}"


def _range_data(one: comparisons.Compared, view: "JudgedView") -> dict[str, Any]:
    return {
        **plain(one.range),
        "verdict": one.verdict or None,
        "support": plain(one.support),
        "links": [_link_data(link) for link in one.links],
        "claims": list(map(row_data_of(view), one.rows)),
        "review": share_data(view, one.range.figures),
    }
