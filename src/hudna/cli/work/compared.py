"""What comparing concluded, as lists: incidents, disagreements, figures by scope."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hudna.cli.work import cells
from hudna.cli.work.opening import open_judged
from hudna.cli.work.reviewed import column, row_data_of, share_data, tell_left_out, tell_share
from hudna.cli.work.table import Sheet, Standing, emit
from hudna.cli.work.tongue import Lang, Tongue, tongue
from hudna.cli.work.waiting import CLAIMS, EVENTS, FIGURES, tell_unknown, tell_waiting
from hudna.compose import comparisons
from hudna.export.jsonl import row_data
from hudna.ledger.comparators import load_lore
from hudna.ledger.scopes import TOLD
from hudna.model.assertions import AgreementMention, Event, Figure, Statement, plain
from hudna.model.entries import Chain, Disagreement, Support
from hudna.model.filters import Filter
from hudna.model.links import Link
from hudna.model.rows import Row
from hudna.packs.load import load_pack

if TYPE_CHECKING:
    from hudna.compose.judged import JudgedView


def incidents(
    ledger: Path | None, chosen: Filter, packs: Sequence[Path], why: bool, lang: Lang, as_json: bool
) -> None:
    """Print what `hudna incidents` lists."""
    say_ = tongue(lang)
    with open_judged(ledger, packs) as view:
        found = comparisons.incidents(view, load_lore(load_pack(extra=packs)), chosen)
        tell_waiting(view, EVENTS)
        tell_unknown(view, chosen)
        tell_left_out(view, chosen, "event")
    if why and not as_json:
        _tellings(found, view, say_)
        tell_share(view, (row.id for told in found for row in told.rows))
        return
    sheet: Sheet[comparisons.Told] = Sheet(
        "incidents",
        say_.columns(
            (
                ("date", lambda told: told.incident.date or ""),
                ("event", lambda told: say_.act(told.incident.type, told.incident.mode)),
                ("status", lambda told: say_.statuses(row.assertion for row in told.rows)),
                (
                    "actors → recipients",
                    lambda told: say_.sides(told.incident.actors, told.incident.recipients),
                ),
                ("place", lambda told: _place(told, say_)),
                ("told by", lambda told: say_.support(told.incident.support)),
                ("perhaps", lambda told: str(len(told.perhaps) or "")),
            )
        ),
        lambda told: cells.standing(told.speaks),
        lambda told: _incident_data(told, view),
        "red",
        say_.word("words"),
    )
    emit(sheet, found, as_json)
    tell_share(view, (row.id for told in found for row in told.rows))


@dataclass(frozen=True, slots=True)
class _Telling:
    """A telling of an incident, or one that may be of it as well: `perhaps` is then the link that says it."""

    of: comparisons.Told
    row: Row[Event]
    perhaps: Link | None = None


def _tellings(found: Sequence[comparisons.Told], view: "JudgedView", say_: Tongue) -> None:
    """One row a telling with its surest link to another, then those that are perhaps of the incident."""
    rows = [
        one
        for told in found
        for one in (
            *(_Telling(told, row) for row in told.rows),
            *(_Telling(told, row, link) for row, link in told.perhaps),
        )
    ]
    name, review = column(view)
    sheet: Sheet[_Telling] = Sheet(
        "incidents",
        say_.columns(
            (
                ("incident", lambda one: one.of.incident.id[:8]),
                ("date", lambda one: one.row.assertion.date or ""),
                ("event", lambda one: say_.act(one.row.assertion.type, one.row.assertion.mode)),
                ("status", lambda one: say_.telling(one.row.assertion)),
                ("place", lambda one: say_.place(one.row.assertion.place)),
                ("joined by", lambda one: _joined_by(one, say_)),
                (name, lambda one: review(one.row)),
            )
        ),
        lambda one: cells.standing(one.row),
        lambda one: row_data(one.row),
        "red",
        say_.word("words"),
    )
    emit(sheet, rows, as_json=False)


def _joined_by(one: _Telling, say_: Tongue) -> str:
    """What joins a telling to another, or might: the probability and the findings."""
    if one.perhaps is not None:
        return f"{say_.word('perhaps')} {one.perhaps.weight:.2f}: {say_.reasons(one.perhaps)}"
    links, event = one.of.incident.links, one.row.id
    own = [link for link in links if event in (link.left, link.right) and link.verdict == "same"]
    if not own:
        return say_.word("a person") if links else ""
    best = max(own, key=lambda link: (link.weight, link.id))
    return f"{best.weight:.2f}: {say_.reasons(best)}"


def _place(told: comparisons.Told, say_: Tongue) -> str:
    """The place of an incident, by the name that its tellings have for it."""
    named = (row.assertion.place for row in told.rows if row.assertion.place)
    where = next((p for p in named if (p.name_en or p.text) == told.incident.place), None)
    return say_.place(where) if where else told.incident.place or ""


def _incident_data(told: comparisons.Told, view: "JudgedView") -> dict[str, Any]:
    data = plain(told.incident)
    data["links"] = [_link_data(link) for link in told.incident.links]
    return {
        **data,
        "tellings": list(map(row_data_of(view), told.rows)),
        "perhaps": [{"id": row.id, "link": _link_data(link)} for row, link in told.perhaps],
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
    lang: Lang,
    as_json: bool,
) -> None:
    """Print what `hudna contradictions` lists."""
    say_ = tongue(lang)
    with open_judged(ledger, packs) as view:
        disputes = comparisons.contradictions(view, load_lore(load_pack(extra=packs)), chosen)
        found = [d for d in disputes.found if about in (None, d.about) and state in (None, d.state)][:limit]
        tell_waiting(view, CLAIMS)
        tell_unknown(view, chosen)
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
        Side(
            one, number, disputes.rows[keys[0]], _chain(disputes.chain(keys[0]), lang), disputes.support(keys)
        )
        for one in found
        for number, keys in enumerate(_keys(one), 1)
    ]
    emit(_sides(say_), sides, as_json=False)
    tell_share(view, claims)


def _sides(say_: Tongue) -> Sheet[Side]:
    """Two rows for each disagreement."""
    return Sheet(
        "contradictions",
        say_.columns(
            (
                ("no", lambda side: f"{side.of.id[:8]}/{side.number}"),
                ("about", lambda side: say_.word(side.of.about)),
                ("verdict", lambda side: f"{say_.word(side.of.verdict)}, {say_.word(side.of.state)}"),
                ("says", lambda side: says(side.row, side.of.about, say_)),
                ("chain", lambda side: side.chain),
                ("told by", lambda side: say_.support(side.support)),
                ("why", lambda side: say_.reasons(side.of.link) if side.number == 1 else ""),
            )
        ),
        lambda side: cells.standing(side.row),
        lambda side: row_data(side.row),
        "red",
        say_.word("words"),
    )


def _keys(one: Disagreement) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (one.left, *one.left_also), (one.right, *one.right_also)


def says(row: Row[Any], about: str, say_: Tongue) -> str:
    """What a claim says in the matter."""
    claim = row.assertion
    if isinstance(claim, Figure):
        scope = say_.scope(claim)
        denied = f"{say_.word('denied')}: " if claim.status == "denied" else ""
        counted = f"{say_.code('figures', claim.kind)} {say_.value(claim)}"
        return f"{denied}{counted}" + (f" ({scope})" if scope else "")
    if isinstance(claim, AgreementMention):
        return _dated(claim, say_)
    if isinstance(claim, Statement):
        return say_.names(claim.speakers)
    event: Event = claim
    told = {"actor": say_.names(event.actors), "date": event.date or "", "place": say_.place(event.place)}
    return told.get(about) or f"{say_.code('status', event.status)}: {say_.act(event.type, event.mode)}"


def _dated(claim: AgreementMention, say_: Tongue) -> str:
    force, dated = ("سارٍ من", "تاريخه") if say_.lang == "ar" else ("in force from", "dated")
    parts = ((force, claim.in_force_from), (dated, claim.date))
    return "; ".join(f"{name} {date}" for name, date in parts if date)


def _chain(chain: Chain, lang: Lang = "en") -> str:
    """«outlet ← agency ← speaker»."""
    hands = [hand for hand in chain.hands if hand.role != "document"]
    return " ← ".join((hand.name_ar if lang == "ar" else hand.name_en) or hand.name for hand in hands)


def _dispute_data(one: Disagreement, disputes: comparisons.Disputes, view: "JudgedView") -> dict[str, Any]:
    return {
        "id": one.id,
        "about": one.about,
        "verdict": one.verdict,
        "state": one.state,
        "link": _link_data(one.link),
        "sides": [
            {
                "says": says(disputes.rows[keys[0]], one.about, tongue()),
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


def ranges(ledger: Path | None, chosen: Filter, lang: Lang, as_json: bool) -> None:
    """Print what `hudna figures --compare` lists."""
    say_ = tongue(lang)
    with open_judged(ledger) as view:
        found = comparisons.ranges(view, chosen)
        tell_waiting(view, FIGURES)
        tell_unknown(view, chosen)
        tell_left_out(view, chosen, "figure")
    sheet: Sheet[comparisons.Compared] = Sheet(
        "figures",
        say_.columns(
            (
                ("kind", lambda one: say_.code("figures", one.rows[0].assertion.kind)),
                ("low", lambda one: _number(one.range.low, one, say_)),
                ("high", lambda one: _number(one.range.high, one, say_)),
                ("best", lambda one: "" if one.range.best is None else f"{one.range.best:.15g}"),
                ("of whom", lambda one: say_.counted(one.rows[0].assertion)),
                ("scope", lambda one: say_.scope(one.rows[0].assertion)),
                ("place", lambda one: say_.place(one.rows[0].assertion.place)),
                ("status", lambda one: say_.statuses(row.assertion for row in one.rows)),
                ("agree", lambda one: say_.word(one.verdict)),
                ("why", lambda one: _why(one, say_)),
                ("told by", lambda one: say_.support(one.support)),
            )
        ),
        _first,
        lambda one: _range_data(one, view),
        "yellow",
        say_.word("words"),
    )
    emit(sheet, found, as_json)
    tell_share(view, (row.id for one in found for row in one.rows))


def _first(one: comparisons.Compared) -> Standing:
    return cells.standing(one.rows[0])


def _number(value: float | None, one: comparisons.Compared, say_: Tongue) -> str:
    """A number; «open» where somebody's is; empty where nobody says that it happened."""
    if value is not None:
        return f"{value:.15g}"
    return say_.word("open-ended") if any(row.assertion.status in TOLD for row in one.rows) else ""


def _why(one: comparisons.Compared, say_: Tongue) -> str:
    """The reasons of the link that decides how the numbers agree."""
    link = next((link for link in one.links if link.verdict == one.verdict), None)
    return say_.reasons(link) if link else ""


def _range_data(one: comparisons.Compared, view: "JudgedView") -> dict[str, Any]:
    return {
        **plain(one.range),
        "verdict": one.verdict or None,
        "support": plain(one.support),
        "links": [_link_data(link) for link in one.links],
        "claims": list(map(row_data_of(view), one.rows)),
        "review": share_data(view, one.range.figures),
    }
