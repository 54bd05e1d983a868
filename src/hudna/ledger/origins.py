"""How many say it: reports, outlets, and independent origins, which alone are worth counting.

Copies count once. Reports that name the same primary source for a claim count once for it, and so do those
that credit the same agency with their whole text: one that credits several counts with those of whom most
others have it, and one that credits an agency with one that says whom the agency quotes. «وكالات» names
nobody and is no origin. What is left is one origin a report. Reports of different origins that share a long
run of words without naming a source are shown as possibly one.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from hudna.ledger.chain import source, source_key, sources, through
from hudna.ledger.copies import Words, longest_run
from hudna.model.assertions import Assertion
from hudna.model.entries import Chain, CopyGroup, Hand, Origin, Support
from hudna.model.links import Link
from hudna.model.rows import Row

SHARED_RUN = 12
"""Words in a row that two texts hardly share by chance; names, titles and dates make shorter ones."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of a claim: where it stands and through whom it came."""

    row: Row[Assertion]
    chain: Chain

    @property
    def source(self) -> Hand | None:
        """The primary source it names."""
        return source(self.chain)


def support(
    tellings: Sequence[Telling],
    groups: Iterable[CopyGroup] = (),
    links: Iterable[Link] = (),
    words: Mapping[str, Words] | None = None,
) -> Support:
    """What a claim rests on, told by `tellings` (of one or more reports, one or more a report).

    `groups` are the copies among the ledger's reports, `links` the comparisons of reports («possible» ones
    tell of possibly one origin), `words` the words of the reports, where shared runs are to be looked for.
    """
    units = _Units(tellings, groups)
    origins = tuple(sorted(units.origins(), key=lambda o: (units.first(o.reports[0]), o.name or "")))
    outlets = {telling.row.publisher or telling.row.uri for telling in tellings}
    return Support(len(units.reports), len(outlets), origins, _possibly_one(origins, links, words or {}))


class _Units:
    """Reports as they count: groups of copies, each with the sources its members name."""

    def __init__(self, tellings: Sequence[Telling], groups: Iterable[CopyGroup]) -> None:
        self.rows = {telling.row.report: telling.row for telling in tellings}
        self.reports = sorted(self.rows, key=self.first)
        head = {report: report for report in self.reports}
        for group in groups:
            copied = self.rows.keys() & set(group.reports)
            members = [report for report in self.reports if report in copied] if copied else []
            head.update(dict.fromkeys(members, members[0]) if members else {})
        self._units: dict[str, list[str]] = {}
        for report in self.reports:
            self._units.setdefault(head[report], []).append(report)
        self._sources: dict[str, dict[str, Hand]] = {unit: {} for unit in self._units}
        self._behind: dict[str, str] = {}
        common = _credited_most(tellings)
        for telling in sorted(tellings, key=lambda telling: self.first(telling.row.report)):
            found = sources(telling.chain)
            if found:
                chosen = min(found, key=lambda hand: (-common[source_key(hand)], found.index(hand)))
                self._sources[head[telling.row.report]].setdefault(source_key(chosen), chosen)
                for hand in through(telling.chain):
                    self._behind.setdefault(source_key(hand), source_key(chosen))

    def first(self, report: str) -> tuple[bool, str, str]:
        """Order of publication, undated last."""
        date = self.rows[report].published.date
        return date is None, date or "", report

    def origins(self) -> list[Origin]:
        """One for each source named, one for each unit that names none and is no source itself."""
        named: dict[str, list[str]] = {}
        hands: dict[str, Hand] = {}
        for unit, members in self._units.items():
            for key, hand in self._sources[unit].items():
                named.setdefault(key, []).extend(members)
                hands.setdefault(key, hand)
        found: list[Origin] = []
        for unit, members in self._units.items():
            if self._sources[unit]:
                continue
            own = self._is_source(members, hands)
            if own is None:
                found.append(self._own(members))
            else:
                named[own].extend(members)
        for key, behind in {key: self._quoted(key, named) for key in named}.items():
            if behind != key:
                named[behind].extend(named.pop(key))
        found.extend(self._sourced(hands[key], reports) for key, reports in named.items())
        return found

    def _quoted(self, key: str, named: Container[str]) -> str:
        """The source that one of these sources has the claim from, as another report says; else itself."""
        passed = {key}
        while (behind := self._behind.get(key, key)) in named and behind not in passed:
            passed.add(key := behind)
        return key

    def _is_source(self, members: Sequence[str], hands: Mapping[str, Hand]) -> str | None:
        """The key under which others name the publisher of one of these reports as their source."""
        publishers = {self.rows[report].publisher for report in members}
        names = ((key, {hand.name, hand.name_ar, hand.name_en}) for key, hand in hands.items())
        return next((key for key, own in names if publishers & own), None)

    def _sourced(self, hand: Hand, reports: list[str]) -> Origin:
        ordered = tuple(sorted(set(reports), key=self.first))
        name_ar, name_en = hand.name_ar or hand.name, hand.name_en or hand.name
        count = len(ordered)
        return Origin(
            "source", hand.name, ordered,
            f"المصدر الذي {'يسميه' if count < 3 else 'تسميه'} {_reports_ar(count)} هو: {name_ar}",
            f"{_reports_en(count)} give {name_en} as the source" if count > 1
            else f"one report gives {name_en} as the source",
        )  # fmt: skip

    def _own(self, members: Sequence[str]) -> Origin:
        ordered = tuple(sorted(members, key=self.first))
        first = self.rows[ordered[0]]
        outlet = first.publisher or first.uri
        if len(ordered) == 1:
            return Origin(
                "report", None, ordered, f"رواية {outlet} من دون مصدر مسمى",
                f"{outlet} in its own voice, no source named",
            )  # fmt: skip
        date = first.published.date
        return Origin(
            "copies", None, ordered,
            f"{_reports_ar(len(ordered))} منسوخة بعضها عن بعض، أولها نشره {outlet} ({date or 'بلا تاريخ'})",
            f"{_reports_en(len(ordered))} copied from one another, first published by {outlet} "
            f"({date or 'undated'})",
        )  # fmt: skip


def _credited_most(tellings: Iterable[Telling]) -> Counter[str]:
    """How many tellings rest on each source, those that credit several counted for each of them."""
    return Counter(source_key(hand) for telling in tellings for hand in sources(telling.chain))


def _possibly_one(
    origins: Sequence[Origin], links: Iterable[Link], words: Mapping[str, Words]
) -> tuple[tuple[str, ...], ...]:
    """First reports of origins without a named source that share a run of words."""
    unnamed = [origin for origin in origins if origin.kind != "source"]
    head = {report: origin.reports[0] for origin in unnamed for report in origin.reports}
    pairs = {
        (min(head[k.left], head[k.right]), max(head[k.left], head[k.right]))
        for k in links
        if k.kind == "copy" and k.verdict == "possible" and k.left in head and k.right in head
    }
    for one, other in combinations(sorted(set(head.values())), 2):
        if one in words and other in words and longest_run(words[one], words[other]) >= SHARED_RUN:
            pairs.add((one, other))
    joined: dict[str, set[str]] = {}
    for one, other in sorted(pairs):
        if one != other:
            group = joined.setdefault(one, {one}) | joined.setdefault(other, {other})
            joined.update(dict.fromkeys(group, group))
    distinct = {id(group): tuple(sorted(group)) for group in joined.values()}
    return tuple(sorted(distinct.values()))


def _reports_ar(count: int) -> str:
    if count == 1:
        return "تقرير واحد"
    if count == 2:
        return "تقريران"
    rest = count % 100
    return f"{count} تقارير" if 3 <= rest <= 10 else f"{count} تقريراً" if rest > 10 else f"{count} تقرير"


def _reports_en(count: int) -> str:
    return f"{count} reports"
