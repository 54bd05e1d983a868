"""Near-copies among reports: agency text under another headline, cut, with furniture, spelt otherwise.

Two reports are looked at together where MinHash says that they share much of their text or of its beginning,
then compared exactly: by how many of the shorter one's shingles (runs of four words) the other has. A copy
cut to its first paragraphs keeps all of them. Two bulletins of one formula share many as well, but their
numbers and names differ at the same places of the same sentences, which copies do not.

Words come folded and restored, without headline and furniture: see `hudna.text.index.prose_words`.
Thresholds and what else was tried: docs/decisions/0010-copies.md.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import pairwise

from rensa import RMinHash

from hudna.ledger.judgements import JUDGED
from hudna.model.entries import CopyGroup
from hudna.model.filters import date_bounds
from hudna.model.links import Feature, Link, Verdict
from hudna.model.rows import ReportRow

STEP = "copies/2"
SHINGLE = 4
"""Words of a shingle: a slot of a formula is never further away than so many words on average."""
_LEAST = 12
"""Words of the shortest text that may be a copy: less is a headline or a date line."""
_LEAD = 50
"""Words of the beginning that is looked at apart, so that a cut tail takes nothing away."""
_ROWS = 2
_BANDS = 4
_LEAD_BANDS = 12
"""A pair is a candidate where all `_ROWS` minima agree in one band: with 12 bands 99 pairs in 100 of Jaccard
similarity 0.6, 11 in 100 of 0.1, which cost little: their shingles are counted before anything is walked. A
copy that is missed is mostly found through another copy."""
_WITHIN = 16
"""Days between two publications within which copies are looked for everywhere."""
_ANY_DAY_BANDS = 2
_ANY_DAY_ROWS = 6
_SEED = 20200109
_SAME = 0.6
"""Part of the shorter text's words from which two reports are copies: a copy of half the text below a lead of
its own keeps more, a rewrite of the same communiqué less."""
_POSSIBLE = 0.3
_FORMULA_NUMBERS = 2
_FORMULA_PART = 0.25
"""Two reports are of one formula where so many, and this part, of the numbers at the same place differ."""
_SHOWN = 16
"""Words of a shared run that are quoted."""
_STRIDE = 16
"""Shingles compared at once."""


@dataclass(frozen=True, slots=True)
class Words:
    """A report's words as the comparison sees them. `norms` are folded; `starts` and `ends` the offsets of
    each in `text`, the text as published; `shingles` hashes of the runs of `SHINGLE` words, in order; `at`
    the last place of each; `digits` which words are numbers."""

    report: str
    published: str | None
    text: str
    norms: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    shingles: Sequence[int]
    at: Mapping[int, int]
    digits: Sequence[int]

    @property
    def id(self) -> str:
        """The report's."""
        return self.report

    @classmethod
    def of(
        cls, report: str, published: str | None, text: str, found: Iterable[tuple[str, int, int]]
    ) -> "Words":
        """From folded words with their offsets, in order, and the day of publication (EDTF)."""
        found = list(found)
        norms = tuple(norm for norm, _, _ in found)
        digits = tuple(i for i, norm in enumerate(norms) if norm[0].isdigit())
        starts, ends = array("l", [start for _, start, _ in found]), array("l", [end for _, _, end in found])
        shingles = tuple(map(hash, _shingles(norms)))
        at = dict(zip(shingles, range(len(shingles)), strict=True))
        return cls(report, published, text, norms, starts, ends, shingles, at, digits)

    def quoted(self, first: int, last: int) -> str:
        """The words `[first, last)` as published, cut in the middle where they are many."""
        if last - first <= _SHOWN:
            return self.text[self.starts[first] : self.ends[last - 1]]
        half = _SHOWN // 2
        return f"{self.quoted(first, first + half)} … {self.quoted(last - half, last)}"


def _shingles(norms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(norms[first:] for first in range(SHINGLE)), strict=False)


def keys(words: Words) -> tuple[str, ...]:
    """Under which the report is found by its copies: bands of the MinHash of its text and of its beginning,
    of the days around its publication.

    Without the days every bulletin of a formula would be compared with all others ever published. What was
    published more than `_WITHIN` days apart, or is undated, is found where its beginning is nearly the same.
    None for a text of less than `_LEAST` words.
    """
    if len(words.norms) < _LEAST:
        return ()
    runs = list(map(" ".join, _shingles(words.norms)))
    lead = runs[: _LEAD - SHINGLE + 1]
    near = (*_bands("w", runs, _BANDS, _ROWS), *_bands("l", lead, _LEAD_BANDS, _ROWS))
    days = (f"{when}{band}" for when in _windows(words.published) for band in near)
    return (*days, *_bands("x", lead, _ANY_DAY_BANDS, _ANY_DAY_ROWS))


def _windows(published: str | None) -> tuple[str, ...]:
    """The windows of 2 * `_WITHIN` days that the days around a date lie in: one or two."""
    first = date_bounds(published)[0]
    if first is None:
        return ("",)
    day = date.fromisoformat(first).toordinal()
    half = _WITHIN // 2
    return tuple(sorted({f"{(day + shift) // (2 * _WITHIN):x}" for shift in (-half, half)}))


def _bands(name: str, runs: list[str], bands: int, rows: int) -> Iterator[str]:
    sketch = RMinHash(num_perm=bands * rows, seed=_SEED)
    sketch.update(runs)
    minima = array("I", sketch.digest())
    for band in range(bands):
        part = minima[band * rows : (band + 1) * rows].tobytes()
        yield f"{name}{band:02}{blake2b(part, digest_size=6).hexdigest()}"


def compare(left: Words, right: Words) -> Link | None:
    """Whether one is a near-copy of the other: «same», perhaps («possible»), or two reports of one formula
    («apart»); None where they have little in common. `left` has the smaller id."""
    short, long = (left, right) if len(left.norms) <= len(right.norms) else (right, left)
    if len(short.norms) < _LEAST or not _much_shared(short, long):
        return None
    match = _match(short, long)
    if match is None:
        return None
    verdict: Verdict = "same" if match.contained >= _SAME else "possible"
    if match.formula:
        verdict = "apart"
    return Link(
        "copy", left.report, right.report, verdict, round(match.contained, 3),
        tuple(_features(match, left, right)), STEP,
    )  # fmt: skip


def _much_shared(short: Words, long: Words) -> bool:
    """Whether the shared runs can cover enough words: a shingle covers `SHINGLE` of them at most."""
    shared = sum(map(long.at.__contains__, short.shingles))
    return SHINGLE * shared >= _POSSIBLE * len(short.norms)


def longest_run(left: Words, right: Words) -> int:
    """Words of the longest stretch that both texts have; 0 for none of `SHINGLE` words."""
    return max((end - start for start, end, _ in _shared(left, right)), default=0)


@dataclass(frozen=True, slots=True)
class _Match:
    """How much of the shorter text the longer one has.

    `contained` is the part of its words in shared runs of the same order; `changed` are words of it that
    stand between two shared runs where the longer text has others, `aligned` all words that are shared or
    changed; `numbers` counts changed numbers, `all_numbers` them and the shared ones; `longest` is the
    longest shared run, as words of the shorter text.
    """

    short: Words
    contained: float
    changed: tuple[int, ...]
    aligned: int
    numbers: int
    all_numbers: int
    longest: tuple[int, int]

    @property
    def formula(self) -> bool:
        """Whether the differences are those of two fillings of one form."""
        return self.numbers >= max(_FORMULA_NUMBERS, _FORMULA_PART * self.all_numbers)


_Run = tuple[int, int, int]
"""First word and word after the last of a shared run in the shorter text, first word in the longer one."""


def _match(short: Words, long: Words) -> _Match | None:
    """The shared runs that stand in the same order in both, and what stands between them."""
    runs = _in_order(_shared(short, long))
    stretches = _disjoint(runs)
    covered = sum(map(len, stretches))
    contained = covered / len(short.norms)
    if contained < _POSSIBLE:
        return None
    changed: list[int] = []
    numbers = 0
    for (first, end, place), (start, _, further) in pairwise(runs):
        ours, theirs = range(end, start), range(place + end - first, further)
        if ours and theirs:
            changed.extend(ours)
            numbers += len(set(_numbers(short, ours)).difference(_numbers(long, theirs)))
    kept = sum(len(_numbers(short, stretch)) for stretch in stretches)
    longest = max(runs, key=lambda run: run[1] - run[0])
    return _Match(
        short, contained, tuple(changed), covered + len(changed), numbers, kept + numbers, longest[:2]
    )


def _shared(short: Words, long: Words) -> list[_Run]:
    """The stretches of the shorter text that the longer one has word for word, in its order."""
    ours, theirs, at = short.shingles, long.shingles, long.at
    runs: list[_Run] = []
    i = 0
    while i < len(ours):
        place = at.get(ours[i], -1)
        first = i
        i += 1
        if place < 0:
            continue
        further = place + 1
        while ours[i : i + _STRIDE] == theirs[further : further + _STRIDE] and i + _STRIDE < len(ours):
            i += _STRIDE
            further += _STRIDE
        while i < len(ours) and further < len(theirs) and ours[i] == theirs[further]:
            i += 1
            further += 1
        runs.append((first, i + SHINGLE - 1, place))
    return runs


def _in_order(runs: Sequence[_Run]) -> list[_Run]:
    """The heaviest chain of runs that come in the same order in both texts."""
    if all(one[2] < other[2] for one, other in pairwise(runs)):
        return list(runs)
    best: list[tuple[int, int]] = []
    for i, (start, end, place) in enumerate(runs):
        weight, before = end - start, -1
        for j in range(i):
            if runs[j][2] < place:
                reached = best[j][0] + end - max(start, runs[j][1])
                if reached > weight:
                    weight, before = reached, j
        best.append((weight, before))
    chain: list[_Run] = []
    last = max(range(len(runs)), key=lambda i: best[i][0], default=-1)
    while last >= 0:
        chain.append(runs[last])
        last = best[last][1]
    return chain[::-1]


def _disjoint(runs: Iterable[_Run]) -> list[range]:
    """What runs cover, each word in one stretch."""
    found, done = [], 0
    for start, end, _ in runs:
        found.append(range(max(start, done), end))
        done = end
    return found


def _numbers(words: Words, place: range) -> list[str]:
    """The numbers among some words."""
    first, last = bisect_left(words.digits, place.start), bisect_left(words.digits, place.stop)
    return [words.norms[i] for i in words.digits[first:last]]


def _features(match: _Match, left: Words, right: Words) -> Iterator[Feature]:
    part = round(100 * match.contained)
    yield Feature(
        "shared", f"{len(left.norms)}", f"{len(right.norms)}", round(match.contained, 3),
        f"{part}٪ من كلمات النص الأقصر واردة في الآخر على ترتيبها",
        f"{part}% of the words of the shorter text stand in the other, in runs of four or more",
    )  # fmt: skip
    first, last = match.longest
    if last - first > SHINGLE:
        run = match.short.quoted(first, last)
        yield Feature(
            "longest run", run, run, 0.0,
            f"أطول ما يتطابق فيه النصان {last - first} كلمة متتالية",
            f"the longest stretch both have is {last - first} words",
        )  # fmt: skip
    if match.changed:
        words = "، ".join(match.short.quoted(i, i + 1) for i in match.changed[:_SHOWN])
        yield Feature(
            "changed", words if match.short is left else "", words if match.short is right else "",
            -round(len(match.changed) / match.aligned, 3),
            f"تختلف {len(match.changed)} كلمة بين المواضع المتطابقة، منها {match.numbers} أرقام",
            f"{len(match.changed)} words differ between what is shared, {match.numbers} of them numbers",
        )  # fmt: skip


def groups(links: Iterable[Link], reports: Mapping[str, ReportRow]) -> tuple[CopyGroup, ...]:
    """Reports that are copies of one another, first published first (of one day the longest),
    undated last; largest groups first.

    Links are joined by falling weight. Two groups become one where of the links between them more say «same»
    than anything else, and none says «apart»: one pair that has much in common by chance joins no groups.
    What a person joined comes before all others; only «apart» stands against that, and against what joins it.
    """
    compared = [link for link in links if link.kind == "copy"]
    joined = _Joined(compared)
    for link in sorted(compared, key=lambda link: (link.step != JUDGED, -link.weight, link.id)):
        if link.verdict == "same":
            joined.join(link.left, link.right, link.step == JUDGED)
    inner: dict[str, list[Link]] = {}
    for link in compared:
        if joined.head(link.left) == joined.head(link.right):
            inner.setdefault(joined.head(link.left), []).append(link)
    found = []
    for members in joined.groups():
        ordered = sorted(members, key=lambda report: _published(reports.get(report), report))
        touching = inner[joined.head(ordered[0])]
        found.append(CopyGroup(min(members), tuple(ordered), tuple(sorted(touching, key=lambda k: k.id))))
    return tuple(sorted(found, key=lambda group: (-len(group.reports), group.id)))


def _published(report: ReportRow | None, identity: str) -> tuple[bool, str, int, str]:
    """Order of publication; of one day the longer text first, as copies are cut."""
    day = report.published.date if report else None
    return day is None, day or "", -report.length if report else 0, identity


class _Joined:
    """Groups that grow by joining along links."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._group: dict[str, set[str]] = {}
        self._judged: set[str] = set()
        self._links: dict[str, dict[str, Verdict]] = {}
        for link in links:
            self._links.setdefault(link.left, {})[link.right] = link.verdict
            self._links.setdefault(link.right, {})[link.left] = link.verdict

    def join(self, left: str, right: str, judged: bool = False) -> None:
        """Make one group of two, where the links between them allow it."""
        ours = self._group.setdefault(left, {left})
        theirs = self._group.setdefault(right, {right})
        if ours is theirs:
            return
        small, large = sorted((ours, theirs), key=len)
        between = [v for member in small for other, v in self._links[member].items() if other in large]
        self._judged |= {left, right} if judged else set()
        sure = not self._judged.isdisjoint(small | large)
        if "apart" in between or not (sure or 2 * between.count("same") > len(between)):
            return
        large |= small
        for member in small:
            self._group[member] = large

    def head(self, member: str) -> str:
        """One name for all members of a group: the smallest of them."""
        return min(self._group.get(member, {member}))

    def groups(self) -> list[set[str]]:
        """Those of two or more."""
        return [group for group in {id(g): g for g in self._group.values()}.values() if len(group) > 1]
