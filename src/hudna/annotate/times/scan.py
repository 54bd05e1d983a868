"""All time expressions of a coded text, before anything is known of its date."""

import re
from collections.abc import Callable
from dataclasses import replace

from hudna.annotate.times.build import Builder
from hudna.annotate.times.encode import Coded
from hudna.annotate.times.lexicon import Lexicon
from hudna.annotate.times.patterns import OTHER_RULES, POINT_RULES, RANGE_RULES, compiled
from hudna.annotate.times.values import Found
from hudna.model.frozen import frozen

Build = Callable[[Coded, "re.Match[str]"], Found | None]
_UNTIL_NOW = re.compile(r"&?u(?:α|E(?![oWσdS]))")
_UNTIL = re.compile(r"&?u")
_TURNABLE = frozenset({"point", "range", "ago", "ref"})


@frozen
class Scanner:
    """The grammar, compiled once."""

    rules: "tuple[tuple[Build, re.Pattern[str]], ...]"

    @classmethod
    def compile(cls, lexicon: Lexicon) -> "Scanner":
        """A scanner over a lexicon."""
        builder = Builder(lexicon)
        rules = compiled((*POINT_RULES, *RANGE_RULES, *OTHER_RULES))
        return cls(tuple((getattr(builder, name.replace("-", "_")), pattern) for name, pattern in rules))

    def scan(self, coded: Coded) -> tuple[Found, ...]:
        """Time expressions in order; where two overlap the longer is kept."""
        candidates: list[Found] = []
        if not coded.codes:
            return ()
        for build, pattern in self.rules:
            for match in pattern.finditer(coded.codes):
                found = build(coded, match)
                if found is not None:
                    candidates.append(found)
        return _framed(coded, _longest(candidates, len(coded.codes)))


def _longest(candidates: list[Found], size: int) -> list[Found]:
    taken = bytearray(size)
    kept: list[Found] = []
    for found in sorted(candidates, key=lambda f: f.first - f.last):
        if not any(taken[found.first : found.last]):
            taken[found.first : found.last] = b"\1" * (found.last - found.first)
            kept.append(found)
    return sorted(kept, key=lambda f: f.first)


def _framed(coded: Coded, found: list[Found]) -> tuple[Found, ...]:
    """«منذ …» before and «… وحتى الآن», «… وحتى الأحد» after an expression, taken into it."""
    framed: list[Found] = []
    skip = False
    for k, one in enumerate(found):
        if skip:
            skip = False
            continue
        dated = one.kind in ("point", "range") or one.vague[:1].isdigit()
        if dated and coded.codes[one.first - 1 : one.first] == "<":
            one = replace(one, first=one.first - 1, since=True)
        now = _UNTIL_NOW.match(coded.codes, one.last)
        until = _UNTIL.match(coded.codes, one.last)
        after = found[k + 1] if k + 1 < len(found) else None
        if one.since and now and one.kind in ("point", "ago", "ref"):
            one = replace(one, last=now.end(), until_now=True)
            skip = after is not None and after.first < now.end()
        elif one.since and one.kind == "point" and until and after and _follows(after, until.end()):
            one = replace(one, kind="range", last=after.last, end=after.start, since=False)
            skip = True
        framed.append(one)
    return tuple(framed)


def _follows(after: Found, at: int) -> bool:
    return after.first == at and after.kind == "point"
