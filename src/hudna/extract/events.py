"""Events: who did what to whom, from the triggers of lexicon/ar/events.yaml and from statements.

Each trigger that counts becomes a draft with its arguments; drafts of one sentence that tell one thing (a
light verb, its noun, its casualties) are joined; what statements do (demand, accuse, condemn, promise,
threaten) is an event of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hudna.extract.arguments import Syntax
from hudna.extract.scene import Scene, actor_of, place_of, sayer_of
from hudna.extract.triggers import EventLexicon, Hit
from hudna.model.annotations import Mention
from hudna.model.assertions import Actor, Event, EventType, Force, Statement, Status

STEP = "events/1"
_SPOKEN: dict[Force, tuple[EventType, str | None]] = {
    "demand": ("REQUEST", None),
    "accuse": ("ACCUSE", "allege"),
    "condemn": ("ACCUSE", "disapprove"),
    "promise": ("AGREE", None),
    "threaten": ("THREATEN", None),
}
_ARMED = (
    ".MIL",
    ".REB",
    ".COP",
    ".HTS",
    ".SDF",
    ".HEZ",
    ".HAMAS",
    ".HOUTHI",
    ".RSF",
    ".LNA",
    ".ISIS",
    ".PMF",
)
_UNARMED = (".CVL", ".MED", ".ACT", ".NGO", ".LEG", ".JUD")


@dataclass(frozen=True, slots=True)
class Draft:
    """A trigger with its arguments, before joining; `weak` needs another draft or a light verb to count."""

    hit: Hit
    last: int
    doers: tuple[Mention, ...]
    patients: tuple[Mention, ...]
    place: Mention | None
    date: str | None
    status: Status
    said_by: Statement | None
    mode: str | None
    reason: str

    @property
    def countries(self) -> frozenset[str]:
        """The countries of the doers."""
        return frozenset(d.code.split(".")[0] for d in self.doers if d.code)


@dataclass(frozen=True, slots=True)
class EventStep:
    """Finds events with the lexicons it was built from."""

    lexicon: EventLexicon

    @classmethod
    def load(cls) -> "EventStep":
        """Compile the event lexicons."""
        return cls(EventLexicon.load())

    def __call__(self, scene: Scene, statements: tuple[Statement, ...]) -> tuple[Event, ...]:
        """Every event of a report, in order of `start`."""
        hits = [h for h in self.lexicon.triggers.find(scene.reading.tokens) if _free(scene, h)]
        syntax = Syntax(scene, self.lexicon, hits)
        drafter = _Drafter(scene, self.lexicon, syntax, statements)
        drafts = drafter.drafts(hits)
        found = [_event(scene, draft) for draft in _joined(_without_repeats(drafts, syntax), syntax)]
        spoken = [e for s in statements for e in _spoken(scene, s)]
        kept = [e for e in spoken if not _told_already(e, found)]
        return tuple(sorted(_distinct([*found, *kept]), key=lambda e: (e.start, e.end, e.type)))


def _free(scene: Scene, hit: Hit) -> bool:
    """Whether a trigger is not part of a name, a title or a time expression."""
    if hit.first in scene.time_at:
        return False
    return all(
        m.lead == "adj"
        or (m.first == hit.first and m.type == "group" and m.last == hit.first + 1 and not m.code)
        for m in scene.mention_at.get(hit.first, ())
    )


class _Drafter:
    """Turns the hits of one scene into drafts; carries the last doers from clause to clause."""

    def __init__(
        self, scene: Scene, lexicon: EventLexicon, syntax: Syntax, statements: tuple[Statement, ...]
    ) -> None:
        self.scene = scene
        self.lexicon = lexicon
        self.syntax = syntax
        self.statements = statements
        self.last: tuple[int, tuple[Mention, ...]] = (-1, ())

    def drafts(self, hits: Iterable[Hit]) -> list[Draft]:
        return [draft for hit in hits for draft in [self._draft(hit)] if draft is not None]

    def _draft(self, hit: Hit) -> Draft | None:
        tokens = self.scene.reading.tokens
        start, end = tokens[hit.first].start, tokens[hit.last - 1].end
        said_by = sayer_of(self.statements, start, end)
        doers, patients = self._arguments(hit)
        if not doers and said_by and self._announced(hit, said_by):
            doers = self._speakers(hit)
        if self._wanted_stopped(hit, doers, said_by) or _cannot_take(hit):
            return None
        if said_by and said_by.force == "demand" and (hit.form or not doers):
            return None
        place = self.syntax.place(hit)
        reason = self._counts(hit, doers, patients, place)
        if reason is None:
            return None
        if doers and not hit.trigger.casualty:
            self.last = (tokens[hit.first].sentence, doers)
        time = self.syntax.time(hit)
        used = [hit.last, *(m.last for m in (*doers, *patients) if m.first >= hit.last)]
        last = max(used)
        return Draft(
            hit, last, doers, patients, place, time.date if time else None, self._status(hit, said_by),
            said_by, self._mode(hit), reason,
        )  # fmt: skip

    def _wanted_stopped(self, hit: Hit, doers: Sequence[Mention], said_by: Statement | None) -> bool:
        """«وقف الهجمات», «لمنع تقدمها»: the words name what is to end, they do not tell that it happened.

        An attack whose doer stands in the phrase did happen or threatens, unless a demand wants it stopped.
        """
        if hit.trigger.mode == "ceasefire":
            return False
        tokens = self.scene.reading.tokens
        named = any(hit.last <= d.first <= hit.last + 3 for d in doers) and not hit.form
        if named and hit.trigger.type == "ASSAULT" and not (said_by and said_by.force == "demand"):
            ground = hit.trigger.mode == "territory-gain"
            return ground and self.syntax.near("repelling", hit.first - 2, hit.first)
        if not hit.form and self.lexicon.classes.verb("stopping", tokens[hit.first - 1].norm):
            return True
        for j in range(hit.first - 1, max(hit.first - 5, -1), -1):
            if "stop-nouns" in self.syntax.classes[j]:
                return True
            if "repelling" in self.syntax.classes[j] and hit.first - j < 3:
                return True
            if tokens[j].kind == "mark" or tokens[j].sentence != tokens[hit.first].sentence:
                return False
        return False

    def _announced(self, hit: Hit, said_by: Statement) -> bool:
        """«أعلنت قوات … إطلاق سراح», «أعلن التحالف هدنة»: who announces an act of his own does it."""
        if (
            hit.form
            or hit.trigger.type not in ("RETREAT", "MOBILIZE")
            or said_by.force not in ("claim", "confirm")
        ):
            return False
        content = said_by.content.start
        near = [t.start for t in self.scene.reading.tokens[max(hit.first - 2, 0) : hit.first + 1]]
        return content in near and all(s.code and not s.code.endswith(_UNARMED) for s in said_by.speakers)

    def _arguments(self, hit: Hit) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Doers and those done to."""
        doers = self._verb_doers(hit) if hit.form and not self._carried_verb(hit) else self._noun_doers(hit)
        clause = self.syntax.clause(hit.first)
        by = self.syntax.after_phrase("passive-by", hit.last, min(clause.last + 8, self._end(hit)))
        patients = self.syntax.patients(hit, doers)
        trigger = hit.trigger
        if trigger.both:
            parties = self._parties(hit)
            doers = parties if len(parties) > 1 else _together(doers, parties)
            return (doers or by), tuple(p for p in patients if p not in doers)
        if trigger.passive or (trigger.genitive == "patient" and not hit.form):
            # «مقتل جندي», «جُرح مدنيون»: the noun beside it is the one hit.
            return by or self._carrier(hit), tuple(doers) or patients
        if trigger.casualty and doers and all(_harmless(d) for d in doers):
            return by or self._carrier(hit), doers
        if trigger.type == "ASSAULT" and doers and all(_harmless(d) for d in doers):
            return by, tuple(doers) or patients
        return (doers or by), patients

    def _carrier(self, hit: Hit) -> tuple[Mention, ...]:
        """The doer of «يواصل قتل المدنيين»: only a verb right before the noun carries it."""
        if not self._carried_verb(hit):
            return ()
        verb = hit.first - 1
        return self.syntax.subject_before(verb) or self.syntax.antecedent(verb)

    def _carried_verb(self, hit: Hit) -> bool:
        """«يواصل قتل المدنيين»: a verb's form right after a verb that carries nouns is a noun."""
        before = self.scene.reading.tokens[hit.first - 1].norm if hit.first else ""
        return self.lexicon.classes.verb("doing", before) is not None

    def _norm(self, i: int) -> str:
        return self.scene.reading.tokens[i].norm if i >= 0 else ""

    def _end(self, hit: Hit) -> int:
        return self.syntax.sentence_range(hit.first)[1]

    def _verb_doers(self, hit: Hit) -> tuple[Mention, ...]:
        syntax, end = self.syntax, self._end(hit)
        clause = syntax.clause(hit.first)
        if hit.last in syntax.adjective_at:
            return syntax.genitive(hit.last, end)
        if self._speaks_of_itself(hit, clause.opener):
            return self._speakers(hit)
        placed = syntax.place_at.get(hit.last)
        if placed and not placed.lead and not hit.trigger.patient:
            return ()
        before = syntax.subject_before(hit.first)
        if before:
            return before
        after = syntax.subject_after(hit.last, min(clause.last, end))
        if after:
            return after
        if hit.last < end and hit.last in syntax.hit_at and not syntax.hit_at[hit.last].form:
            return ()
        antecedent = syntax.antecedent(hit.first)
        if antecedent and not (hit.form and hit.form.pronoun):
            return antecedent
        if hit.trigger.type == "DISPLACEMENT":
            return ()
        if "subordinate" in self.lexicon.classes.words.get(clause.opener, ()):
            return syntax.prior_actor(hit.first)
        sentence = self.scene.reading.tokens[hit.first].sentence
        if hit.lead in ("و", "ف") and self.last[0] == sentence and not hit.trigger.passive:
            return self.last[1]
        first = syntax.sentence_range(hit.first)[0]
        opening = hit.first - first <= 1 and self.last[0] == sentence - 1 and hit.lead != "و"
        if opening and hit.trigger.type != "ASSAULT":
            return self.last[1]
        return ()

    def _speaks_of_itself(self, hit: Hit, opener: str) -> bool:
        """«قال إنه التقى …», «التقينا»: the doer is the one who speaks."""
        own = hit.form is not None and hit.form.person == 1 and hit.form.number != "sg"
        return own or "self" in self.lexicon.classes.words.get(opener, ())

    def _speakers(self, hit: Hit) -> tuple[Mention, ...]:
        start = self.scene.reading.tokens[hit.first].start
        said_by = sayer_of(self.statements, start, start + 1)
        spans = {(s.start, s.end) for s in said_by.speakers} if said_by else set()
        return tuple(m for m in self.scene.notes.mentions if (m.start, m.end) in spans)

    def _noun_doers(self, hit: Hit) -> tuple[Mention, ...]:
        syntax = self.syntax
        beside = syntax.genitive(hit.last, self._end(hit))
        if hit.trigger.genitive == "patient":
            return beside
        if hit.pronoun:
            return syntax.light_doer(hit) or syntax.prior_actor(hit.first)
        if beside and beside[0].lead == "adj":
            carried = syntax.light_doer(hit)
            same = {m.code.split(".")[0] for m in beside if m.code}
            if carried and {m.code.split(".")[0] for m in carried if m.code} & same:
                return carried
            return beside
        behind = next((j for j in (hit.first - 1, hit.first - 2) if self._norm(j) == "وراء"), None)
        if behind is not None:
            return syntax.prior_actor(behind)
        if hit.trigger.mode == "ceasefire":
            return beside or syntax.light_doer(hit, "declaring")
        if hit.trigger.type == "REJECT" and not beside:
            return syntax.prior_actor(hit.first)
        return beside or syntax.light_doer(hit) or self._before_noun(hit)

    def _before_noun(self, hit: Hit) -> tuple[Mention, ...]:
        """«قامت روسيا بتصعيد كبير»: the subject of the verb just before a noun with «ب»."""
        before = self.scene.reading.tokens[hit.first - 1].norm if hit.first else ""
        if hit.lead.removeprefix("و") != "ب" and before not in ("في", "من"):
            return ()
        first, _ = self.syntax.sentence_range(hit.first)
        for j in range(hit.first - 1, max(hit.first - 8, first - 1), -1):
            if self.syntax.is_verb(j) or self.lexicon.classes.verb(
                "doing", self.scene.reading.tokens[j].norm
            ):
                return self.syntax.subject_after(j + 1, hit.first) or self.syntax.subject_before(j)
        return ()

    def _parties(self, hit: Hit) -> tuple[Mention, ...]:
        """All sides of a two-sided event: «بين أ وب», «أ مع ب»."""
        last = self._end(hit)
        clause = self.syntax.clause(hit.first)
        found: list[Mention] = []
        for j in range(clause.first, min(last, clause.last + 12)):
            for mention in self.syntax.actor_at.get(j, ()):
                lead = mention.lead.removeprefix("و")
                after = mention.first >= hit.last
                if after and lead in ("بين", "مع") and mention.code:
                    found.extend(m for m in self.syntax.coordinated((mention,)) if m not in found)
                elif found and after and mention.first == found[-1].last and lead == "":
                    found.append(mention)
        return tuple(found)

    def _counts(
        self, hit: Hit, doers: Sequence[Mention], patients: Sequence[Mention], place: Mention | None
    ) -> str | None:
        """Why a trigger counts as an event, or None where it does not."""
        need, named = hit.trigger.needs, [d for d in doers if d.code]
        word = self.scene.reading.slice(hit.first, hit.last)
        first, last = self.syntax.sentence_range(hit.first)
        if need in ("casualty", "conflict", "conflict-actor", "war", "light") and self.syntax.near(
            "accident", first, last
        ):
            return None
        match need:
            case "none":
                ok = True
            case "any":
                ok = bool(doers) or any(p.code for p in patients)
            case "any-force":
                ok = any(_armed(d) for d in named) or any(p.code for p in patients)
            case "actor":
                ok = bool(named)
            case "light":
                ok = bool(named) or (hit.form is not None and self._warlike(hit)) or self._carried(hit)
            case "war":
                ok = bool(named) and self._warlike(hit)
            case "conflict":
                ok = self._warlike(hit) and bool(named or patients or place or hit.trigger.both)
            case "conflict-actor":
                ok = any(_armed(d) or self._warlike(hit) for d in named)
            case "casualty":
                ok = self._hurts_people(hit, patients)
            case "ceasefire":
                ok = self._ceasefire(hit)
            case "civilians":
                ok = any(_harmless(d) for d in doers) or self._people_flee(hit)
            case "military-actor":
                ok = any(_armed(d) for d in named)
            case "official":
                ok = any(not (d.code or "").endswith(_UNARMED) for d in named)
            case "two":
                ok = len({m.code for m in (*named, *patients) if m.code}) > 1
            case "two-sides":
                ok = bool(named) and any(p.code for p in patients)
            case "sanction":
                ok = bool(named) and self._sanctions(hit)
            case "committed":
                ok = bool(named) or self._carried(hit)
        return f"«{word}» ({need})" if ok else None

    def _warlike(self, hit: Hit) -> bool:
        first, last = self.syntax.sentence_range(hit.first)
        armed = any(
            m.code and m.code.endswith(_ARMED)
            for j in range(first, last)
            for m in self.syntax.actor_at.get(j, ())
        )
        return armed or self.syntax.near("war", first, last)

    def _carried(self, hit: Hit) -> bool:
        """A light verb or a word of cause carries the noun: «شهدت … قصفاً», «جراء القصف»."""
        first, last = self.syntax.sentence_range(hit.first)
        tokens = self.scene.reading.tokens
        near = range(max(hit.first - 8, first), min(hit.last + 6, last))
        if any(
            self.lexicon.classes.verb("light", tokens[j].norm) for j in near if not hit.first <= j < hit.last
        ):
            return True
        return self.syntax.near("carriers", max(hit.first - 2, first), hit.first)

    def _hurts_people(self, hit: Hit, patients: Sequence[Mention]) -> bool:
        if patients:
            return True
        quantities = self.scene.quantity_at
        return any(j in quantities for j in range(hit.first - 3, hit.last + 5)) or self._carried(hit)

    def _ceasefire(self, hit: Hit) -> bool:
        clause = self.syntax.clause(hit.first)
        tokens = self.scene.reading.tokens
        if self.syntax.near("breach", max(hit.first - 3, clause.first), hit.first):
            return False
        lo, hi = max(clause.first, hit.first - 8), min(clause.last, hit.last + 8)
        verbs = any(self.lexicon.classes.verb("ceasefire-start", tokens[j].norm) for j in range(lo, hi))
        return verbs or self.syntax.near("ceasefire-start", lo, hi)

    def _people_flee(self, hit: Hit) -> bool:
        return any(j in self.scene.quantity_at for j in range(hit.last, hit.last + 5))

    def _sanctions(self, hit: Hit) -> bool:
        return self.syntax.near("sanctions", hit.first, min(hit.last + 5, self._end(hit)))

    def _status(self, hit: Hit, said_by: Statement | None) -> Status:
        clause = self.syntax.clause(hit.first)
        tokens = self.scene.reading.tokens
        before = max(hit.first - 3, clause.first)
        if (
            hit.form
            and self.syntax.near("negation", before, hit.first)
            and not self._still(before, hit.first)
        ):
            return "negated"
        if not hit.form and self._carried_by_negation(hit, clause.first):
            return "negated"
        if self.syntax.near("hypothetical", before, min(hit.last + 4, clause.last)):
            return "hypothetical"
        if hit.form and hit.form.tense == "present" and tokens[hit.first - 1].norm in ("قد", "وقد"):
            return "hypothetical"
        if hit.form and hit.form.tense == "future":
            return "planned"
        if self.syntax.near("planned", max(hit.first - 6, clause.first), hit.first):
            return "planned"
        if any(
            self.scene.time_at.get(j) and _future(tokens[j].norm) for j in range(clause.first, clause.last)
        ):
            return "planned"
        if said_by is None:
            return "reported"
        spoken: dict[Force, Status] = {
            "deny": "denied", "accuse": "alleged", "condemn": "alleged", "promise": "planned",
            "threaten": "planned", "demand": "reported",
        }  # fmt: skip
        return spoken.get(said_by.force, "claimed")

    def _carried_by_negation(self, hit: Hit, first: int) -> bool:
        """«لم تشن الطائرات أي غارة», «لم تشهد صنعاء غارات»."""
        return any(
            "negation" in self.syntax.classes[j] and self.syntax.is_verb(j + 1) and not self._still(j, j + 2)
            for j in range(first, hit.first - 1)
        )

    def _still(self, lo: int, hi: int) -> bool:
        """«ما زالت», «لا يزال» deny nothing."""
        return self.syntax.near("still", lo, hi)

    def _mode(self, hit: Hit) -> str | None:
        if hit.trigger.mode or hit.trigger.type != "ASSAULT":
            return hit.trigger.mode
        lo, hi = max(hit.first - 3, 0), hit.last + 6
        first, last = self.syntax.sentence_range(hit.first)
        for mode in ("drone", "aerial", "heavy-weapons"):
            if self.syntax.near(mode, max(lo, first), min(hi, last)):
                return mode
        return None


def _cannot_take(hit: Hit) -> bool:
    """«تقدمتها أخرى»: an intransitive verb with an object pronoun means something else."""
    pronoun = bool(hit.form and hit.form.pronoun)
    return pronoun and hit.trigger.mode == "territory-gain" and "obj" not in hit.trigger.patient


def _future(norm: str) -> bool:
    return norm.endswith(("مقبل", "مقبله", "قادم", "قادمه"))


def _armed(mention: Mention) -> bool:
    """Whether a mention may fight: a force, a group, or a state as a whole."""
    code = mention.code or ""
    return code.endswith(_ARMED) or (len(code) == 3 and code.isupper()) or mention.type == "group"


def _harmless(mention: Mention) -> bool:
    return (mention.code or "").endswith(_UNARMED)


def _together(a: Sequence[Mention], b: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(dict.fromkeys((*a, *b)))


def _joined(drafts: Sequence[Draft], syntax: Syntax) -> list[Draft]:
    """Join the drafts of one sentence that tell one event."""
    kept: list[Draft] = []
    for draft in drafts:
        sentence = syntax.tokens[draft.hit.first].sentence
        same = [n for n in range(len(kept)) if syntax.tokens[kept[n].hit.first].sentence == sentence]
        twin = next((n for n in reversed(same) if _one_event(kept[n], draft, syntax)), None)
        if twin is None:
            kept.append(draft)
        else:
            kept[twin] = _join(kept[twin], draft)
    return kept


def _without_repeats(drafts: Sequence[Draft], syntax: Syntax) -> list[Draft]:
    """«التوصل إلى هدنة», «قبلا هدنة»: one act of agreeing, not a ceasefire beside it."""
    agreed = [(syntax.clause(d.hit.first), d.hit.first) for d in drafts if d.hit.trigger.type == "AGREE"]
    return [
        d
        for d in drafts
        if d.mode != "ceasefire"
        or not any(c is syntax.clause(d.hit.first) and 0 < d.hit.first - i <= 5 for c, i in agreed)
    ]


def _one_event(a: Draft, b: Draft, syntax: Syntax) -> bool:
    if a.said_by and b.said_by and a.said_by.start != b.said_by.start:
        return False
    if a.hit.trigger.type != b.hit.trigger.type or (a.status == "negated") != (b.status == "negated"):
        return False
    ground = {a.mode == "territory-gain", b.mode == "territory-gain"}
    if len(ground) > 1 or not (a.countries <= b.countries or b.countries <= a.countries):
        return False
    if a.hit.trigger.type != "ASSAULT":
        return True
    if a.hit.trigger.vague or b.hit.trigger.vague:
        return True
    if a.hit.form and b.hit.form and a.mode and b.mode and a.mode != b.mode:
        return False
    same_clause = syntax.clause(a.hit.first) is syntax.clause(b.hit.first)
    if a.hit.trigger.both != b.hit.trigger.both and not same_clause:
        return False
    casualty = a.hit.trigger.casualty or b.hit.trigger.casualty
    if casualty or not (a.hit.form and b.hit.form):
        return True
    return same_clause or (a.place is b.place and (a.doers == b.doers or not b.doers))


def _join(a: Draft, b: Draft) -> Draft:
    weak = a.hit.trigger.casualty or a.hit.trigger.vague
    lead = b if weak and not (b.hit.trigger.casualty or b.hit.trigger.vague) else a
    other = b if lead is a else a
    return replace(
        lead,
        hit=replace(lead.hit, first=min(a.hit.first, b.hit.first), last=max(a.hit.last, b.hit.last)),
        last=max(a.last, b.last),
        doers=lead.doers or other.doers,
        patients=lead.patients or other.patients,
        place=lead.place or other.place,
        date=lead.date or other.date,
        mode=lead.mode or other.mode,
        reason=f"{lead.reason}, {other.reason}",
    )


def _event(scene: Scene, draft: Draft) -> Event:
    first, last = draft.hit.first, max(draft.last, draft.hit.last)
    start, end = scene.reading.words(first, last)
    return Event(
        scene.report, start, end, draft.hit.trigger.type, draft.mode,
        _actors(draft.doers), _actors(draft.patients),
        place_of(draft.place) if draft.place else None, draft.date, draft.status,
        draft.said_by.id if draft.said_by else None, STEP, 0.7 if draft.doers else 0.5, draft.reason,
    )  # fmt: skip


def _actors(mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    return tuple(actor_of(m) for m in mentions)


def _spoken(scene: Scene, statement: Statement) -> list[Event]:
    """The act a statement is: a demand is a REQUEST, an accusation an ACCUSE, …"""
    kind = _SPOKEN.get(statement.force)
    if kind is None or not any(s.code for s in statement.speakers):
        return []
    recipients = statement.addressees or (_accused(scene, statement) if kind[0] == "ACCUSE" else ())
    speakers = {s.start for s in statement.speakers}
    return [
        Event(
            scene.report,
            statement.start,
            statement.end,
            kind[0],
            kind[1],
            statement.speakers,
            tuple(r for r in recipients if r.start not in speakers),
            None,
            statement.date,
            "reported",
            None,
            STEP,
            0.8,
            f"the statement's force is {statement.force}",
        )
    ]


def _accused(scene: Scene, statement: Statement) -> tuple[Actor, ...]:
    own = {(s.code or "").split(".")[0] for s in statement.speakers}
    for mention in scene.notes.mentions:
        inside = statement.content.start <= mention.start and mention.end <= statement.content.end
        if inside and mention.code and mention.type != "place" and mention.code.split(".")[0] not in own:
            return (actor_of(mention),)
    return ()


def _told_already(event: Event, found: Sequence[Event]) -> bool:
    """Whether the triggers already gave this act: same type (or the thing promised), a doer in common."""
    codes = {a.code for a in event.actors}
    return any(
        (other.type == event.type or (event.type == "AGREE" and other.status == "planned"))
        and other.start < event.end
        and event.start < other.end
        and (not other.actors or codes & {a.code for a in other.actors})
        for other in found
    )


def _distinct(events: Sequence[Event]) -> list[Event]:
    """One act told by two statements over the same words is one event."""
    kept: list[Event] = []
    for event in events:
        twin = any(
            e.type == event.type
            and {a.code for a in e.actors} == {a.code for a in event.actors}
            and e.start < event.end
            and event.start < e.end
            and e.type not in ("ASSAULT", "RETREAT")
            for e in kept
        )
        if not twin:
            kept.append(event)
    return kept
