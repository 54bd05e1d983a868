"""The composer of where claims come from: a View in, copies, chains and independent origins out.

Beside `findings`, which does the same for what claims say.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from hudna.compose.resolution import words_of
from hudna.ledger.chain import chain
from hudna.ledger.copies import groups
from hudna.ledger.origins import Telling, support
from hudna.model.assertions import Assertion, Statement
from hudna.model.entries import Chain, CopyGroup, Support
from hudna.model.filters import ALL, Filter
from hudna.model.links import Link
from hudna.model.rows import Document, Row
from hudna.store.base import View

_ASKED = 400
"""Ids in one question to the store."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Groups of copies with their reports, by id."""

    groups: tuple[CopyGroup, ...]
    documents: Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class Sourced:
    """A record, the hands it came through, all tellings of the same claim and what they rest on."""

    row: Row[Assertion]
    chain: Chain
    tellings: tuple[Telling, ...]
    support: Support


def copies(view: View, chosen: Filter = ALL) -> Copies:
    """The groups of copies that a report of the filter is in, whole."""
    wanted = [report.id for report in view.reports(chosen)]
    return _copies(view, wanted)


def chain_of(view: View, key: str) -> tuple[Row[Assertion], Chain]:
    """A record by id (or its beginning), and the hands it came through."""
    row = view.assertion(key)
    credits = view.credits([row.report]).get(row.report, ())
    return row, chain(row, _statements(view, row.report), credits)


def sourced(view: View, key: str) -> Sourced:
    """A record with everything that tells how many say it.

    Its tellings are what events, figures and statements of other reports a comparison found to be the same,
    directly or through others.
    """
    row = view.assertion(key)
    _, ids = _reached(view, (row.assertion.KIND,), [row.id])
    rows = [other for other in view.rows(sorted(ids)) if other.current or other.id == row.id]
    said = {report: _statements(view, report) for report in sorted({other.report for other in rows})}
    credits = view.credits(list(said))
    tellings = tuple(
        Telling(other, chain(other, said[other.report], credits.get(other.report, ()))) for other in rows
    )
    found = _copies(view, list(said))
    words = {report: words_of(found.documents[report]) for report in said if report in found.documents}
    if len(words) < len(said):
        words |= {each.id: words_of(each) for each in view.documents([r for r in said if r not in words])}
    inner = [link for group in found.groups for link in group.links]
    own = next(telling.chain for telling in tellings if telling.row.id == row.id)
    possible = [link for link in view.links(("copy",), list(said)) if link.verdict == "possible"]
    return Sourced(row, own, tellings, support(tellings, found.groups, [*inner, *possible], words))


def _copies(view: View, reports: Sequence[str]) -> Copies:
    links, _ = _reached(view, ("copy",), reports)
    touched = {link.left for link in links} | {link.right for link in links}
    documents = {each.id: each for each in _documents(view, sorted(touched))}
    wanted = set(reports)
    made = groups(links, {name: document.report for name, document in documents.items()})
    return Copies(tuple(group for group in made if wanted & set(group.reports)), documents)


def _documents(view: View, ids: Sequence[str]) -> Iterable[Document]:
    for first in range(0, len(ids), _ASKED):
        yield from view.documents(ids[first : first + _ASKED])


def _reached(view: View, kinds: Sequence[str], ids: Iterable[str]) -> tuple[list[Link], set[str]]:
    """All that hangs together with these records by links «same», and every link among it."""
    found: dict[str, Link] = {}
    seen = set(ids)
    front = sorted(seen)
    while front:
        touching = [
            link
            for first in range(0, len(front), _ASKED)
            for link in view.links(kinds, front[first : first + _ASKED])  # type: ignore[arg-type]
        ]
        found.update((f"{link.kind}/{link.id}", link) for link in touching)
        ends = {end for link in touching if link.verdict == "same" for end in (link.left, link.right)}
        front = sorted(ends - seen)
        seen |= ends
    return [link for link in found.values() if link.left in seen and link.right in seen], seen


def _statements(view: View, report: str) -> list[Row[Statement]]:
    rows = view.report(report).rows
    return [cast(Row[Statement], row) for row in rows if isinstance(row.assertion, Statement)]
