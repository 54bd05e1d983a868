"""Counts with their scope: how many, of what, since when, where, by whom, who says so."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from hudna.extract.counters import Counters
from hudna.extract.figure_begin import ReportBeginnings
from hudna.extract.figure_kinds import Clause, Count, Kinds, Verdict, form_of, marked_subset
from hudna.extract.figure_place import PlaceScopes, ReportPlaces
from hudna.extract.figure_scope import Scopes, SinceTime, since_until
from hudna.extract.scene import Scene, place_of, sayer_of
from hudna.model.annotations import Quantity
from hudna.model.assertions import Bound, Event, Figure, Statement
from hudna.model.frozen import frozen
from hudna.packs.counting import Deeds, Group, Units, load_words
from hudna.packs.number_words import CountingWords
from hudna.text.clitics import leads
from hudna.text.reading import Sentence

VERSION = "figures/1"
_JOIN_REACH = 4
_PART_REACH = 9
_NAMES = frozenset(("organisation", "group", "person", "place"))
_ANYWHERE = frozenset(
    ("settlement", "building", "vehicle", "aircraft", "aid", "thing", "inhabitant", "person")
)
_SHORT = 80
"""Tokens of a text that tells little more than its figures."""
_RECORDED = "violations"
"""The kind of figures that those who watch an accord count each for themselves."""
_HEADED = 0.6
"""How sure a number below a heading is."""
_HEADING = 10
"""Words of a heading up to its colon, at most."""
_LINE = 8
"""Words of a line below a heading, at most."""
_LINES = 4
"""Lines below a heading, at most."""
_SIDE_UNITS = frozenset(("village", "town", "city", "area", "neighbourhood"))


@frozen
class FigureStep:
    """Finds figures. Needs quantities, times and mentions in the scene; compile once with `load`.

    With `vague`, words of quantity without a number («عدداً كبيراً») give figures without numbers.
    """

    units: Units
    deeds: Deeds
    kinds: Kinds
    scopes: Scopes
    places: PlaceScopes
    counters: Counters
    conflict: frozenset[str]
    vague: bool = False

    @classmethod
    def load(cls, shared: CountingWords | None = None, *, vague: bool = False) -> "FigureStep":
        """The step with the Arabic lexicons, those of `shared` where they are compiled already."""
        known = shared or CountingWords.load()
        kinds = Kinds(known.units, known.peoples, known.words)
        scopes = Scopes.load()
        places = PlaceScopes(scopes.words)
        counters = Counters.load(scopes.words)
        conflict = load_words("conflict_words")
        return cls(known.units, known.deeds, kinds, scopes, places, counters, conflict, vague)

    def __call__(
        self, scene: Scene, statements: Sequence[Statement] = (), events: Sequence[Event] = ()
    ) -> tuple[Figure, ...]:
        """The figures of one report in order of `start`."""
        warlike = self._warlike(scene)
        places = self.places.of_report(scene, statements)
        begins = ReportBeginnings(scene, self.scopes.words)
        found: list[Figure] = []
        for sentence, quantities in _by_sentence(scene):
            for figure in self._sentence(
                scene, sentence, quantities, warlike, statements, events, places, begins
            ):
                if not _restated(scene, figure, found):
                    found.append(figure)
        return tuple(sorted(found, key=lambda f: (f.start, f.end)))

    def _warlike(self, scene: Scene) -> bool:
        """Whether a text is about war or relief: two words of conflict stand in it, one if it is short."""
        seen: set[str] = set()
        needed = 1 if len(scene.reading.tokens) < _SHORT else 2
        for token in scene.reading.tokens if scene.notes.quantities else ():
            seen.update(word for _, word in leads(token.norm) if word in self.conflict)
            if len(seen) >= needed:
                return True
        return False

    def _sentence(
        self,
        scene: Scene,
        sentence: Sentence,
        quantities: Sequence[Quantity],
        warlike: bool,
        statements: Sequence[Statement],
        events: Sequence[Event],
        places: ReportPlaces,
        begins: ReportBeginnings,
    ) -> list[Figure]:
        tokens = scene.reading.tokens
        hits = self.deeds.hits(tokens, sentence.first, sentence.last)
        timed = frozenset(k for k in range(sentence.first, sentence.last) if k in scene.time_at)
        named = frozenset(
            k
            for k in range(sentence.first, sentence.last)
            if any(m.type in _NAMES and m.entity for m in scene.mention_at.get(k, ()))
        )
        counts: list[Count] = []
        for quantity in quantities:
            counts.append(self._count(scene, sentence, quantity, counts))
        # «حالة اعتقال», «تحرير السودان»: a deed inside a counted noun or a name is done to nobody else.
        inside = named.union(*(range(c.first, c.last) for c in counts))
        hits = tuple(h for h in hits if h.first not in inside)
        clause = Clause(tokens, sentence.first, sentence.last, hits, timed, named)
        verdicts: list[Verdict | None] = []
        for n, count in enumerate(counts):
            decided = self.kinds.decide(clause, count, _whole(counts[: n + 1], verdicts))
            plain = decided is None or decided.kind == "other"
            verdicts.append((plain and self._recorded(scene, sentence, counts, verdicts)) or decided)
        stated = self.scopes.times(scene, sentence)
        begun = None if any(t.role != "until" for t in stated) else begins.of(sentence)
        times = self.scopes.leading(tokens, (*stated, begun) if begun else stated, counts)
        neutralised = any(v and v.hit and v.hit.deed == "neutralise" for v in verdicts)
        made = []
        for n, verdict in enumerate(verdicts):
            if verdict is None or not (self.vague or _numbered(counts[n].quantity)):
                continue
            gathers = verdict.hit is not None and verdict.hit.deed == "gather"
            if warlike or gathers or verdict.kind != "other" or counts[n].group not in _ANYWHERE | {None}:
                figure = self._figure(scene, sentence, counts, n, verdict, times, statements, events, places)
                made.append(self._claimed(figure, verdict, statements) if neutralised else figure)
        return _not_by_counters(made)

    def _recorded(
        self, scene: Scene, sentence: Sentence, counts: Sequence[Count], before: Sequence[Verdict | None]
    ) -> Verdict | None:
        """«سجل الجانب الروسي 27 خرقاً والجانب التركي 3»: the verdict on a number that counts on."""
        last = next((n for n in range(len(before) - 1, -1, -1) if before[n] is not None), None)
        verdict = before[last] if last is not None else None
        if last is None and self._headed(scene, sentence):
            verdict = Verdict(_RECORDED, None, "under a heading of violations", _HEADED, "violation")
        if verdict is None or verdict.kind != _RECORDED:
            return None
        again = self.counters.again(scene, sentence, counts, len(before))
        unit = verdict.unit or (counts[last].unit if last is not None else None)
        return replace(verdict, unit=unit) if again else None

    def _headed(self, scene: Scene, sentence: Sentence) -> bool:
        """«الخروقات المسجلة: الجانب الروسي 27، …», or lines below such a heading."""
        tokens, sentences = scene.reading.tokens, scene.reading.sentences
        at = tokens[sentence.first].sentence
        for one in reversed(sentences[max(0, at - _LINES) : at + 1]):
            words = range(one.first, min(one.last, one.first + _HEADING))
            colon = next((k for k in words if tokens[k].norm == ":"), None)
            forms = [form_of(self.units, tokens, k) for k in range(one.first, colon or one.first)]
            if any(form is not None and form.entry.group == "breach" for form in forms):
                return one is sentence or colon == one.last - 1
            if one.last - one.first > _LINE:
                return False
        return False

    def _claimed(self, figure: Figure, verdict: Verdict, statements: Sequence[Statement]) -> Figure:
        """«أعلنت وزارة الدفاع تحييد 51 عنصراً وتدمير دبابتين»: who announces it has done it."""
        own = verdict.hit is not None and verdict.hit.deed in ("neutralise", "destroy")
        if figure.perpetrators or not own or figure.said_by is None:
            return figure
        sayer = next((s for s in statements if s.id == figure.said_by), None)
        if sayer is None:
            return figure
        return replace(figure, perpetrators=sayer.speakers)

    def _count(self, scene: Scene, sentence: Sentence, q: Quantity, before: Sequence[Count]) -> Count:
        tokens = scene.reading.tokens
        form = form_of(self.units, tokens, q.noun)
        first, last = q.first, q.last
        if form is not None and form.first <= last + 1 and form.last >= first:
            first, last = min(first, form.first), max(last, form.last)
        elif q.noun is not None and last <= q.noun <= last + 1:
            last = q.noun + 1
        subset = marked_subset(self.kinds.words, tokens, first, sentence.first)
        subset = subset or (q.noun is None and self._of_them(scene, sentence, last))
        joined = False
        if before and before[-1].sentence == tokens[first].sentence:
            gap = range(before[-1].last, first)
            # «7 منهم على يد قوات النظام و4 على يد …»
            reach = _PART_REACH if q.noun is None and before[-1].subset else _JOIN_REACH
            near = len(gap) <= reach and not any(tokens[k].norm in ".؛" for k in gap)
            lead = tokens[first].norm.startswith("و") or any(tokens[k].norm == "و" for k in gap)
            joined = near and lead
            subset = subset or (joined and before[-1].subset)
        group: Group | None = form.entry.group if form is not None else None
        population = form.entry.population if form is not None else None
        group, side, population = self._described(scene, sentence, q, last, group, population)
        unit = q.unit
        pair = form is not None and form.number == "sg" and q.lower == 2 and form.first == q.first
        if pair:
            population = None
        if form is not None and form.entry.anaphor:
            group, unit = _meant(group, before)
            population = next((c.population for c in reversed(before) if c.population and not c.subset), None)
        return Count(
            q, first, last, tokens[first].sentence, group, side, "person" if pair else unit, population,
            bare=q.noun is None, worded=q.noun is not None and q.noun == q.first and q.lower in (1, 2),
            subset=subset, joined=joined,
        )  # fmt: skip

    def _of_them(self, scene: Scene, sentence: Sentence, at: int) -> bool:
        """«أربعة منهم من رجال الأمن», but «12 منهم 4 أطفال» is the whole."""
        tokens = scene.reading.tokens
        if at >= sentence.last or tokens[at].norm not in self.kinds.words.subset:
            return False
        after = at + 1
        return after >= sentence.last or after not in scene.quantity_at

    def _described(
        self,
        scene: Scene,
        sentence: Sentence,
        q: Quantity,
        last: int,
        group: Group | None,
        population: str | None,
    ) -> tuple[Group | None, Group | None, str | None]:
        """Group, side and population after the words behind the noun: «مدنيين», «أتراك», «من مقاتلي …»."""
        tokens, peoples = scene.reading.tokens, self.kinds.peoples
        side: Group | None = None
        if q.unit == "person" and q.noun is not None and group is None:
            group = "person"
            people = peoples.at(tokens, q.noun)
            population = people.people if people is not None else None
        for k in range(last, min(sentence.last, last + 4)):
            norm = tokens[k].norm
            if norm in ("من", "اخرين", "اخرون", "اخر", "في"):
                continue
            if norm == "صفوف":  # «11 قتيلاً في صفوف المقاومة»
                side = "fighter" if peoples.at(tokens, k + 1) is None else side
                continue
            if group is None and k == last + 1 and tokens[last].norm == "من" and scene.mention_at.get(k):
                kind = scene.mention_at[k][0].type
                return ("fighter" if kind in ("group", "organisation") else group), None, population
            people = peoples.at(tokens, k)
            if people is None:
                break
            if people.role == "which":
                population = people.en
                side = side or people.group
            elif population:
                population = f"{people.en} {population}"
            else:
                population = people.people
        if side is not None and (group in (None, "person") or (group == "fighter" and side == "person")):
            group = side
        return group, side, population

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
        places: ReportPlaces,
    ) -> Figure:
        count, q = counts[n], counts[n].quantity
        marks = [k for k in range(sentence.first, sentence.last) if scene.reading.tokens[k].norm in "،,"]
        since, until = since_until(times, counts, n, marks)
        next_count = counts[n + 1].first if n + 1 < len(counts) else sentence.last
        following = next((c.first for c in counts[n + 1 :] if not (c.subset or c.joined)), sentence.last)
        sayer = sayer_of(tuple(statements), q.start, q.end)
        found = places.of(sentence, count, verdict.kind, following, since is not None)
        place = place_of(found.mention) if found is not None else None
        told = f", bound «{q.bound}»" if q.bound != "exact" else ""
        if found is not None and found.how != "stated":
            told += f", at «{found.mention.text}» ({found.how})"
        return Figure(
            report=scene.report,
            start=q.start,
            end=q.end,
            kind=verdict.kind,
            lower=q.lower,
            upper=q.upper,
            bound=cast(Bound, q.bound),
            unit=verdict.unit or count.unit,
            population=count.population or verdict.population,
            since=since,
            until=until,
            place=place,
            perpetrators=self.scopes.perpetrators_of(
                scene, sentence, count, verdict.kind, events, next_count
            ),
            status=self.scopes.status_of(scene, sentence, count, verdict, sayer, events),
            said_by=sayer.id if sayer is not None else None,
            step=VERSION,
            score=round(verdict.score, 3),
            reason=verdict.reason + told,
            counted_by=self.counters.of(scene, sentence, counts, n) if verdict.kind == _RECORDED else (),
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


def _meant(group: Group | None, before: Sequence[Count]) -> tuple[Group | None, str | None]:
    """Of what «آخرون», «أخرى» are others; people stay people whatever befell those before."""
    last = next((c for c in reversed(before) if not c.subset and c.group), None)
    if last is None:
        return group, "person"
    same = last.group in ("person", "soldier", "fighter", "house", "building", "vehicle", "settlement")
    return (last.group, last.unit) if same else (group, "person")


def _numbered(quantity: Quantity) -> bool:
    return quantity.lower is not None or quantity.upper is not None


def _not_by_counters(figures: Sequence[Figure]) -> list[Figure]:
    """«سجلت قوات اليونيفيل 41 خرقاً»: forces that counted are not those who did it."""
    counters = {(a.start, a.end) for figure in figures for a in figure.counted_by}
    return [
        replace(f, perpetrators=tuple(a for a in f.perpetrators if (a.start, a.end) not in counters))
        for f in figures
    ]


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
