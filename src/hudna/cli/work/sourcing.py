"""Where records come from: copies, origins and chains, printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hudna.cli.errors import say
from hudna.cli.streams import is_terminal
from hudna.cli.work import cells
from hudna.cli.work.opening import open_judged
from hudna.cli.work.reviewed import judgement_data, row_data_of, standing_of, tell_share, told
from hudna.cli.work.table import Sheet, Standing, console, emit, flat, isolated
from hudna.cli.work.waiting import COPIES, tell_waiting
from hudna.compose import provenance
from hudna.export.jsonl import line
from hudna.ledger.judgements import JUDGED
from hudna.model.assertions import Assertion, plain
from hudna.model.entries import CopyGroup, Hand, Origin, Support
from hudna.model.filters import Filter
from hudna.model.links import Link
from hudna.model.rows import Document, Row

if TYPE_CHECKING:
    from hudna.compose.judged import JudgedView

_ROLES_AR = {
    "outlet": "الناشر", "agency": "الوكالة", "relay": "الناقل", "speaker": "القائل", "document": "الوثيقة",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Copy:
    """A report of a group: `link` is its comparison with the first one (or any other), None for the first."""

    group: CopyGroup
    document: Document
    link: Link | None
    outlets: int


@dataclass(frozen=True, slots=True)
class _Counted:
    """An origin of a record, and where its first report tells it."""

    origin: Origin
    row: Row[Assertion]
    support: Support
    possibly: bool


def copies(ledger: Path | None, chosen: Filter, as_json: bool) -> None:
    """Print what `hudna copies` lists."""
    with open_judged(ledger) as view:
        found = provenance.copies(view, chosen)
        tell_waiting(view, COPIES)
    sheet: Sheet[_Copy] = Sheet(
        "copies",
        (
            ("group", lambda row: row.group.id[:8]),
            ("of", lambda row: f"{len(row.group.reports)} reports, {row.outlets} outlets"),
            ("published", lambda row: row.document.report.published.date or ""),
            ("outlet", lambda row: row.document.report.publisher or ""),
            ("headline", lambda row: row.document.report.title or ""),
            ("credited to", lambda row: ", ".join(c.name_en or c.text for c in row.document.layout.credits)),
            ("shared", _shared),
            ("why", lambda row: "; ".join(f.en for f in row.link.features) if row.link else ""),
        ),
        _copied_words,
        lambda row: {**_copy_data(row), "review": _copy_review(row, view)},
        "cyan",
    )
    listed = list(_listed(found))
    emit(sheet, listed, as_json)
    if found.groups:
        say(f"groups of copies: {len(found.groups)}")
    _tell_pairs(listed, view)


def origins(ledger: Path | None, key: str, as_json: bool) -> None:
    """Print who says a record, counted by origin."""
    with open_judged(ledger) as view:
        found = provenance.sourced(view, key)
    first = {telling.row.report: telling.row for telling in reversed(found.tellings)}
    doubtful = {report for group in found.support.possibly_one for report in group}
    rows = [
        _Counted(origin, first[origin.reports[0]], found.support, origin.reports[0] in doubtful)
        for origin in found.support.origins
    ]
    sheet: Sheet[_Counted] = Sheet(
        "origins",
        (
            ("origin", lambda row: row.origin.kind),
            ("reports", lambda row: str(len(row.origin.reports))),
            ("source", lambda row: row.origin.name or ""),
            ("why", _why),
            ("السبب", lambda row: row.origin.why_ar),
        ),
        lambda row: cells.standing(row.row),
        lambda row: _origin_data(row, view),
        "cyan",
    )
    emit(sheet, rows, as_json)
    say(_counted_en(found.support))
    tell_share(view, (telling.row.id for telling in found.tellings))


def chain(ledger: Path | None, key: str, as_json: bool) -> None:
    """Print the hands that a record came through: a tree at a terminal, else one line a hand."""
    with open_judged(ledger) as view:
        found = provenance.sourced(view, key)
        document = view.documents([found.row.report])[0]
    hands = [(hand, _standing(hand, found.row, document)) for hand in found.chain.hands]
    if as_json:
        data = {
            "record": row_data_of(view)(found.row),
            "chain": [{**plain(hand), "metadata": hand.metadata, "line": at.line} for hand, at in hands],
            "support": plain(found.support),
        }
        print(line(data))
    elif is_terminal():
        _draw(found, hands)
    else:
        print("\t".join(("role", "name", "by", "words")))
        for hand, at in hands:
            by = "a person" if hand.judged else "metadata" if hand.metadata else "words"
            print("\t".join((hand.role, flat(_name(hand)), by, flat(f"«{at.words}» {at.where}"))))
        own = cells.standing(found.row)
        print("\t".join(("claim", found.row.assertion.KIND, "words", flat(f"«{own.words}» {own.where}"))))
    if not as_json:
        say(_counted_en(found.support))
    tell_share(view, (telling.row.id for telling in found.tellings))
    now = standing_of(view, found.row)
    if now.last and not as_json:
        say(f"this record is {told(now)}")


def _draw(found: provenance.Sourced, hands: list[tuple[Hand, Standing]]) -> None:
    from rich.text import Text
    from rich.tree import Tree

    branch = root = Tree(Text("reader · القارئ", style="dim"))
    for hand, at in hands:
        label = Text(f"{hand.role} · {isolated(_ROLES_AR[hand.role])}: ", style="cyan")
        label.append(isolated(_name(hand)), style="bold")
        if hand.judged:
            label.append("\nsaid by a reviewer · قول مراجع", style="dim")
        elif hand.metadata:
            label.append(f"\n{isolated(at.where)} (metadata · بيانات التقرير)", style="dim")
        else:
            label.append(f"\n«{isolated(at.words)}» {isolated(at.where)}", style="dim")
        branch = branch.add(label)
    own = cells.standing(found.row)
    claim = Text(f"{found.row.assertion.KIND}: ", style="red")
    claim.append(f"«{isolated(own.words)}»").append(f"\n{isolated(own.where)}", style="dim")
    branch.add(claim)
    out = console()
    out.print(root)
    out.print(Text(isolated(_counted_ar(found.support))))
    for origin in found.support.origins:
        out.print(Text(f"  {isolated(origin.why_ar)} · {isolated(origin.why_en)}", style="dim"))


def _name(hand: Hand) -> str:
    if hand.role == "document":
        return f"{hand.name} · {hand.name_ar}"
    return f"{hand.name} ({hand.name_en})" if hand.name_en and hand.name_en != hand.name else hand.name


def _standing(hand: Hand, row: Row[Assertion], document: Document) -> Standing:
    """Where the words of a hand stand; of one the metadata name, the beginning of the report."""
    start = hand.start or 0
    at = document.text.count("\n", 0, start) + 1
    return Standing(hand.words or hand.name, row.publisher, row.published.date, at, start, row.report)


def _listed(found: provenance.Copies) -> Iterator[_Copy]:
    for group in found.groups:
        first = group.reports[0]
        publishers = {found.documents[report].report.publisher for report in group.reports}
        links = sorted(group.links, key=lambda link: (first not in (link.left, link.right), -link.weight))
        for report in group.reports:
            own = [link for link in links if report in (link.left, link.right) and link.verdict == "same"]
            link = own[0] if own and report != first else None
            yield _Copy(group, found.documents[report], link, len(publishers))


def _shared(row: _Copy) -> str:
    if row.link is None:
        return "first"
    return "a person" if row.link.step == JUDGED else f"{row.link.weight:.0%}"


def _copy_review(row: _Copy, view: "JudgedView") -> dict[str, Any]:
    """What a person said of this report and the one it is compared with."""
    said = view.paired.get((row.link.left, row.link.right)) if row.link else None
    return {"state": "joined" if said else "open", "last": judgement_data(said) if said else None}


def _tell_pairs(listed: Sequence[_Copy], view: "JudgedView") -> None:
    """Say how many of the copies a person has joined, and how many pairs are split that comparing, or other
    judgements, would join."""
    joined = sum(row.link is not None and row.link.step == JUDGED for row in listed)
    split = sum(link.verdict == "apart" for link in view.judged_copies)
    say(f"reviewed: {joined} of {len(listed)} reports joined by a person, {split} pairs of the ledger split")


def _copied_words(row: _Copy) -> Standing:
    """The longest stretch shared, where it begins in this report; of the first one its first words."""
    report, text = row.document.report, row.document.text
    runs = [f.left for f in row.link.features if f.name == "longest run"] if row.link else []
    words = runs[0] if runs else text.strip().split("\n", 1)[0]
    start = max(0, text.find(words.split(" … ")[0]))
    at = text.count("\n", 0, start) + 1
    return Standing(words, report.publisher, report.published.date, at, start, report.id)


def _copy_data(row: _Copy) -> dict[str, Any]:
    report, at = row.document.report, _copied_words(row)
    return {
        "group": row.group.id, "reports": len(row.group.reports), "outlets": row.outlets,
        "report": report.id, "first": report.id == row.group.reports[0], "uri": report.uri,
        "publisher": report.publisher, "title": report.title, "published": plain(report.published),
        "credits": plain(row.document.layout.credits),
        "shared": row.link.weight if row.link and row.link.step != JUDGED else None,
        "features": plain(row.link.features) if row.link else [], "words": at.words, "line": at.line,
        "start": at.start,
    }  # fmt: skip


def _why(row: _Counted) -> str:
    return f"{row.origin.why_en} (possibly one with others)" if row.possibly else row.origin.why_en


def _origin_data(row: _Counted, view: "JudgedView") -> dict[str, Any]:
    told = {"told": row_data_of(view)(row.row)}
    return {**plain(row.origin), "possibly_one": row.possibly, **_totals(row.support), **told}


def _totals(support: Support) -> dict[str, int]:
    return {
        "reports_of_record": support.reports,
        "outlets_of_record": support.outlets,
        "origins_of_record": len(support.origins),
    }


def _counted_en(support: Support) -> str:
    doubt = len(support.possibly_one)
    more = f"; {doubt} group{'s' * (doubt > 1)} of them possibly one" if doubt else ""
    return (
        f"reports: {support.reports}, outlets: {support.outlets}, "
        f"independent origins: {len(support.origins)}{more}"
    )


def _counted_ar(support: Support) -> str:
    return (
        f"عدد التقارير: {support.reports}، المنصات الناشرة: {support.outlets}، "
        f"المصادر المستقلة: {len(support.origins)}"
    )
