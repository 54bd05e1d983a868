"""Counts with their scope: how many, of what, since when, where, by whom, who says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from hudna.extract.figure_kinds import Clause, Count, Kinds, Verdict, form_of, marked_subset
from hudna.extract.figure_scope import Scopes, SinceTime, since_until
from hudna.extract.scene import Scene, sayer_of
from hudna.model.annotations import Quantity
from hudna.model.assertions import Bound, Event, Figure, Statement
from hudna.packs.counting import Deeds, Group, NumberWords, Peoples, Units, load_words
from hudna.text.clitics import leads
from hudna.text.reading import Sentence

VERSION = "figures/1"
_JOIN_REACH = 4
_SIDE_UNITS = frozenset(("village", "town", "city", "area", "neighbourhood"))


@dataclass(frozen=True, slots=True)
class FigureStep:
    """Finds figures. Needs quantities, times and mentions in the scene; compile once with `load`.

    With `vague`, words of quantity without a number («عدداً كبيراً») give figures without numbers.
    """

    units: Units
    deeds: Deeds
    kinds: Kinds
    scopes: Scopes
    conflict: frozenset[str]
    vague: bool = False

    @classmethod
    def load(cls, *, vague: bool = False) -> "FigureStep":
        """The step with the Arabic lexicons."""
        units, peoples, words = Units.load(), Peoples.load(), NumberWords.load()
        kinds = Kinds(units, peoples, words)
        return cls(units, Deeds.load(), kinds, Scopes.load(), load_words("conflict_words"), vague)

    def step(
        self, scene: Scene, statements: Sequence[Statement] = (), events: Sequence[Event] = ()
    ) -> tuple[Figure, ...]:
        """The figures of one report in order of `start`."""
        warlike = self._warlike(scene)
        found: list[Figure] = []
        for sentence, quantities in _by_sentence(scene):
            for figure in self._sentence(scene, sentence, quantities, statements, events):
                if (figure.kind != "other" or warlike) and not _restated(scene, figure, found):
                    found.append(figure)
        return tuple(sorted(found, key=lambda f: (f.start, f.end)))

    def _warlike(self, scene: Scene) -> bool:
        """Whether the text is about war or relief: two different words of conflict stand in it."""
        seen = {w for t in scene.reading.tokens for _, w in leads(t.norm) if w in self.conflict}
        return len(seen) > 1

    def _sentence(
        self,
        scene: Scene,
        sentence: Sentence,
        quantities: Sequence[Quantity],
        statements: Sequence[Statement],
        events: Sequence[Event],
    ) -> list[Figure]:
        tokens = scene.reading.tokens
        hits = self.deeds.hits(tokens, sentence.first, sentence.last)
        timed = frozenset(k for k in range(sentence.first, sentence.last) if k in scene.time_at)
        clause = Clause(tokens, sentence.first, sentence.last, hits, timed)
        counts: list[Count] = []
        verdicts: list[Verdict | None] = []
        for quantity in quantities:
            count = self._count(scene, sentence, quantity, counts)
            counts.append(count)
            verdicts.append(self.kinds.decide(clause, count, _whole(counts, verdicts)))
        times = self.scopes.times(scene, sentence)
        made = []
        for n, verdict in enumerate(verdicts):
            if verdict is not None and (self.vague or _numbered(counts[n].quantity)):
                made.append(self._figure(scene, sentence, counts, n, verdict, times, statements, events))
        return made

    def _count(self, scene: Scene, sentence: Sentence, q: Quantity, before: Sequence[Count]) -> Count:
        tokens = scene.reading.tokens
        form = form_of(self.units, tokens, q.noun)
        first, last = q.first, q.last
        if form is not None and form.first <= last + 1 and form.last >= first:
            first, last = min(first, form.first), max(last, form.last)
        elif q.noun is not None and last <= q.noun <= last + 1:
            last = q.noun + 1
        subset = marked_subset(self.kinds.words, tokens, first, sentence.first)
        joined = False
        if before and before[-1].sentence == tokens[first].sentence:
            gap = range(before[-1].last, first)
            near = len(gap) <= _JOIN_REACH and not any(tokens[k].norm in ".؛" for k in gap)
            lead = tokens[first].norm.startswith("و") or any(tokens[k].norm == "و" for k in gap)
            joined = near and lead
            subset = subset or (joined and before[-1].subset)
        group: Group | None = form.entry.group if form is not None else None
        population = form.entry.population if form is not None else None
        group, population = self._described(scene, sentence, q, last, group, population)
        if form is not None and form.entry.anaphor:
            population = next((c.population for c in reversed(before) if c.population), None)
        return Count(
            q, first, last, tokens[first].sentence, group, q.unit, population,
            bare=q.noun is None, worded=q.noun is not None and q.noun == q.first and q.lower in (1, 2),
            subset=subset, joined=joined, anaphor=form is not None and form.entry.anaphor,
        )  # fmt: skip

    def _described(
        self,
        scene: Scene,
        sentence: Sentence,
        q: Quantity,
        last: int,
        group: Group | None,
        population: str | None,
    ) -> tuple[Group | None, str | None]:
        """Group and population after the words behind the noun: «مدنيين», «أتراك», «من مقاتلي …»."""
        tokens, peoples = scene.reading.tokens, self.kinds.peoples
        if q.unit == "person" and q.noun is not None and group is None:
            group = "person"
            people = peoples.at(tokens, q.noun)
            population = people.people if people is not None else None
        for k in range(last, min(sentence.last, last + 4)):
            norm = tokens[k].norm
            if norm in ("من", "اخرين", "اخرون", "اخر"):
                continue
            if group is None and k == last + 1 and tokens[last].norm == "من" and scene.mention_at.get(k):
                kind = scene.mention_at[k][0].type
                return ("fighter" if kind in ("group", "organisation") else group), population
            people = peoples.at(tokens, k)
            if people is None:
                break
            if people.role == "which":
                population = people.en
                group = people.group or group
            elif population:
                population = f"{people.en} {population}"
            else:
                population = people.people
        return group, population

    def _figure(
        self,
        scene: Scene,
        sentence: Sentence,
        counts: Sequence[Count],
        n: int,
        verdict: Verdict,
        times: Sequence[SinceTime],
        statements: Sequence[Statement],
        events: Sequence[Event],
    ) -> Figure:
        count, q = counts[n], counts[n].quantity
        since, until = since_until(times, counts, n)
        following = next((c.first for c in counts[n + 1 :] if not (c.subset or c.joined)), sentence.last)
        sayer = sayer_of(tuple(statements), q.start, q.end)
        unit = verdict.unit or (None if count.anaphor else count.unit)
        return Figure(
            report=scene.report,
            start=q.start,
            end=q.end,
            kind=verdict.kind,
            lower=q.lower,
            upper=q.upper,
            bound=cast(Bound, q.bound),
            unit=unit or ("person" if count.anaphor else None),
            population=count.population,
            since=since,
            until=until,
            place=self.scopes.place_for(scene, sentence, count, following),
            perpetrators=self.scopes.perpetrators_of(scene, sentence, count, verdict.kind, events),
            status=self.scopes.status_of(scene, sentence, count, verdict, statements),
            said_by=sayer.id if sayer is not None else None,
            step=VERSION,
            score=round(verdict.score, 3),
            reason=verdict.reason + (f", bound «{q.bound}»" if q.bound != "exact" else ""),
        )


def _by_sentence(scene: Scene) -> list[tuple[Sentence, list[Quantity]]]:
    tokens, sentences = scene.reading.tokens, scene.reading.sentences
    found: dict[int, list[Quantity]] = {}
    for quantity in scene.notes.quantities:
        found.setdefault(tokens[quantity.first].sentence, []).append(quantity)
    return [(sentences[n], found[n]) for n in sorted(found)]


def _whole(counts: Sequence[Count], verdicts: Sequence[Verdict | None]) -> tuple[Count, Verdict] | None:
    """The last count of the sentence that is a figure and no part itself."""
    for count, verdict in zip(reversed(counts[:-1]), reversed(verdicts), strict=True):
        if verdict is not None and not count.subset:
            return count, verdict
    return None


def _numbered(quantity: Quantity) -> bool:
    return quantity.lower is not None or quantity.upper is not None


def _restated(scene: Scene, figure: Figure, found: Sequence[Figure]) -> bool:
    """Villages counted twice in one paragraph with the same number are counted once."""
    if figure.kind != "other" or figure.unit not in _SIDE_UNITS:
        return False
    plain = replace(figure, start=0, end=0)
    for part in scene.reading.segments:
        if part.start <= figure.start < part.end:
            return any(
                part.start <= f.start and (f.kind, f.unit, f.lower, f.upper)
                == (plain.kind, plain.unit, plain.lower, plain.upper)
                for f in found
            )  # fmt: skip
    return False
