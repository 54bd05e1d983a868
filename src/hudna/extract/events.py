"""Events: who did what to whom, from the triggers of lexicon/ar/events.yaml and from statements.

Each trigger that counts becomes a draft with its arguments; drafts of one sentence that tell one thing (a
light verb, its noun, its casualties) are joined; what statements do (demand, accuse, condemn, promise,
threaten) is an event of its own.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from hudna.extract.arguments import Syntax
from hudna.extract.drafts import Draft, Drafter
from hudna.extract.scene import Scene, actor_of, place_of
from hudna.extract.telling import told
from hudna.extract.triggers import EventLexicon, Hit
from hudna.model.annotations import Mention
from hudna.model.assertions import Actor, Event, EventType, Force, Statement, Status
from hudna.model.frozen import frozen

STEP = "events/1"
_LONGEST_EVENT = 20_000
"""Characters from the first to the last word of an event or statement, at most."""
_SPOKEN: dict[Force, tuple[EventType, str | None]] = {
    "demand": ("REQUEST", None),
    "accuse": ("ACCUSE", "allege"),
    "condemn": ("ACCUSE", "disapprove"),
    "promise": ("AGREE", None),
    "threaten": ("THREATEN", None),
}
_OF_WORDS = frozenset(kind for kind, _ in _SPOKEN.values()) - {"AGREE"}
_CERTAINTY: tuple[Status, ...] = (
    "negated", "denied", "hypothetical", "planned", "alleged", "claimed", "reported",
)  # fmt: skip
"""Of two drafts of one event the less certain status holds."""


@frozen
class EventStep:
    """Finds events with the lexicons it was built from."""

    lexicon: EventLexicon

    @classmethod
    def load(cls) -> "EventStep":
        """Compile the event lexicons."""
        return cls(EventLexicon.load())

    def syntax(self, scene: Scene) -> Syntax:
        """The clauses and triggers of a report, which accords are read from as well."""
        of_word = self.lexicon.classes.of_word
        found = self.lexicon.triggers.find(scene.reading.tokens)
        free = [hit for hit in map(_spelled(scene), found) if hit and _free(scene, hit, of_word)]
        return Syntax(scene, self.lexicon, free)

    def __call__(self, scene: Scene, syntax: Syntax, statements: tuple[Statement, ...]) -> tuple[Event, ...]:
        """Every event of a report, in order of `start`; `syntax` is what `syntax` gives for the scene."""
        drafter = Drafter(scene, self.lexicon, syntax, statements)
        drafts = drafter.drafts(tuple(syntax.hit_at.values()))
        joined = _joined(_without_repeats(drafts, syntax), syntax)
        drafted = [_older(_event(scene, d)) if _by_its_terms(d, syntax) else _event(scene, d) for d in joined]
        found = sorted(drafted, key=lambda e: e.start)
        found = [e for e in found if not _repeated_below(e, found, scene)]
        spoken = [e for s in statements for e in _spoken(scene, s)]
        found = [e for e in found if not _spoken_better(e, spoken)]
        kept = [e for e in spoken if not _told_already(e, found)]
        return told(scene, syntax, _distinct([*found, *kept]))


def _spelled(scene: Scene) -> Callable[[Hit], Hit | None]:
    """Keeps of the triggers of a word those its spelling allows: «سيطرة», «قتلة» are no verbs with «ه»."""

    def read(hit: Hit) -> Hit | None:
        if not (hit.form and hit.form.pronoun and scene.reading.slice(hit.first, hit.last).endswith("ة")):
            return hit
        nouns = [other for other in hit.others if other.form is None]
        return replace(nouns[0], others=tuple(nouns[1:])) if nouns else None

    return read


def _free(scene: Scene, hit: Hit, of_word: Callable[[str], frozenset[str]]) -> bool:
    """Whether a trigger is not part of a name, a title or a time expression."""
    if hit.form and hit.form.person == 1 and hit.form.number == "sg" and hit.lead == "و":
        return False  # «واصل» is rather «واصلَ» than «وأصلُ»
    if hit.first in scene.time_at or "planned" in of_word(scene.reading.tokens[hit.first].norm):
        return False
    return all(
        m.lead == "adj"
        or (m.first == hit.first and m.type == "group" and m.last == hit.first + 1 and not m.code)
        for m in scene.mention_at.get(hit.first, ())
    )


def _joined(drafts: Sequence[Draft], syntax: Syntax) -> list[Draft]:
    """Join the drafts of one sentence that tell one event."""
    kept: list[Draft] = []
    for draft in drafts:
        sentence = syntax.tokens[draft.hit.first].sentence
        first = len(kept)
        while first and syntax.tokens[kept[first - 1].hit.first].sentence == sentence:
            first -= 1
        same = range(len(kept) - 1, first - 1, -1)
        twin = next((n for n in same if _one_event(kept[n], draft, syntax)), None)
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
        or not any(c is syntax.clause(d.hit.first) and 0 < d.hit.first - i <= 12 for c, i in agreed)
    ]


def _by_its_terms(draft: Draft, syntax: Syntax) -> bool:
    """Whether an accord is only what something is done by: «أفرج عنهم الأحد بموجب اتفاق بين …»."""
    first = draft.hit.first
    if draft.hit.trigger.type != "AGREE" or draft.hit.form is not None:
        return False
    low, _ = syntax.sentence_range(first)
    return syntax.near("under-terms", max(first - 2, low), first)


def _older(event: Event) -> Event:
    """An accord made some day before: the sentence's day is not its own, and nobody plans it."""
    status: Status = "reported" if event.status == "planned" else event.status
    return replace(event, date=None, status=status, background=True)


def _one_event(a: Draft, b: Draft, syntax: Syntax) -> bool:
    if a.said_by and b.said_by and a.said_by.start != b.said_by.start:
        return False
    if a.hit.trigger.type != b.hit.trigger.type or _denies(a) != _denies(b):
        return False
    ground = {a.mode == "territory-gain", b.mode == "territory-gain"}
    if len(ground) > 1 or not (a.countries <= b.countries or b.countries <= a.countries):
        return False
    if a.hit.trigger.type != "ASSAULT":
        if _joined_by_and(a, b):
            return False
        return not (a.mode and b.mode and a.mode != b.mode)
    if _answers(a, b, syntax):
        return False
    if a.hit.trigger.vague or b.hit.trigger.vague:
        return True
    if a.hit.form and b.hit.form and a.mode and b.mode and a.mode != b.mode:
        return False
    if _joined_by_and(a, b):
        return False
    same_clause = syntax.clause(a.hit.first) is syntax.clause(b.hit.first)
    if a.hit.trigger.both != b.hit.trigger.both and not same_clause:
        return False
    casualty = a.hit.trigger.casualty or b.hit.trigger.casualty
    if casualty or not (a.hit.form and b.hit.form):
        return True
    return same_clause or (a.place is b.place and (a.doers == b.doers or not b.doers))


def _denies(draft: Draft) -> str:
    """How a draft says that nothing happened, if it does: «قُتل جنديان بقصف، ونفى X القصف» are two."""
    return draft.status if draft.status in ("negated", "denied") else ""


def _joined_by_and(a: Draft, b: Draft) -> bool:
    """«خطفوا جنديين وقصفوا موقعاً»: two finite verbs joined by «و» tell two acts."""
    plain = not (a.hit.trigger.casualty or b.hit.trigger.casualty)
    return plain and bool(a.hit.form and b.hit.form) and b.hit.lead in ("و", "ف")


def _answers(a: Draft, b: Draft, syntax: Syntax) -> bool:
    """«قتلت … جنوداً، وردت …», «ردت على مقتل … بقصف …»: one is what the other answers."""
    if any(syntax.tagged.verb("answering", j) for j in range(a.hit.last, b.hit.first + 1)):
        return True
    for draft in (a, b):
        first = draft.hit.first
        if first and syntax.tokens[first - 1].norm == "علي":
            return any(syntax.tagged.verb("answering", j) for j in range(max(first - 6, 0), first - 1))
    return False


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
        status=min(lead.status, other.status, key=_CERTAINTY.index),
        reason=f"{lead.reason}, {other.reason}",
    )


def _event(scene: Scene, draft: Draft) -> Event:
    threat = _is_threat(draft)
    both = draft.hit.trigger.both
    first, last = draft.hit.first, max(draft.last, draft.hit.last)
    start, end = scene.reading.words(first, last)
    return Event(
        scene.report, start, end,
        "THREATEN" if threat else draft.hit.trigger.type, "violence" if threat else draft.mode,
        _actors(draft.doers), _actors([p for p in draft.patients if both or not _same_words(p, draft.doers)]),
        place_of(draft.place) if draft.place else None, draft.date, draft.status,
        draft.said_by.id if draft.said_by else None, STEP, 0.7 if draft.doers else 0.5, draft.reason,
    )  # fmt: skip


def _same_words(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether one of the others is over the same words: nobody attacks himself."""
    return any((m.start, m.end) == (mention.start, mention.end) for m in others)


def _is_threat(draft: Draft) -> bool:
    """«سنضربه», said by the doer: a threat, no attack."""
    form = draft.hit.form
    own = form is not None and form.person == 1 and form.tense == "future"
    return own and draft.hit.trigger.type == "ASSAULT"


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
    """Whom an accusation names: the object of the verb, else the first other party in what is said."""
    own = {(s.code or "").split(".")[0] for s in statement.speakers}
    said = [(s.start, s.end) for s in statement.speakers]
    inside = [
        m
        for m in scene.notes.mentions
        if statement.start <= m.start and m.end <= statement.end and m.code and m.type != "place"
    ]
    objects = [
        m
        for m in inside
        if m.end <= statement.content.start
        and m.lead in ("", "ل", "الي")
        and not any(start <= m.start and m.end <= end for start, end in said)
    ]
    others = [
        m for m in inside if m.start >= statement.content.start and (m.code or "").split(".")[0] not in own
    ]
    return tuple(actor_of(m) for m in (objects or others)[:1])


def _repeated_below(event: Event, found: Sequence[Event], scene: Scene) -> bool:
    """Whether a run-in heading only announces what its paragraph tells."""
    segments = scene.reading.segments
    n = next((n for n, s in enumerate(segments) if s.start <= event.start < s.end), None)
    if n is None or segments[n].kind != "heading" or n + 1 >= len(segments):
        return False
    below = segments[n + 1]
    run_in = "\n" not in scene.reading.text[segments[n].end : below.start]
    return run_in and any(e.type == event.type and below.start <= e.start < below.end for e in found)


def _spoken_better(event: Event, spoken: Sequence[Event]) -> bool:
    """Whether a statement gives the act of words that a trigger gives without its doer."""
    if event.type not in _OF_WORDS:
        return False
    return any(e.type == event.type and e.start <= event.end and event.start <= e.end for e in spoken)


def _told_already(event: Event, found: Sequence[Event]) -> bool:
    """Whether the triggers already gave this act: same type (or the thing promised), a doer in common."""
    codes = {a.code for a in event.actors}
    return any(
        (other.type == event.type or (event.type == "AGREE" and other.status == "planned"))
        and (not other.actors or codes & {a.code for a in other.actors})
        for other in _overlapping(event, found)
    )


def _overlapping(event: Event, others: Sequence[Event]) -> list[Event]:
    """Those of `others` (in order of `start`) that share words with an event."""
    lo = bisect_left(others, event.start - _LONGEST_EVENT, key=lambda e: e.start)
    hi = bisect_left(others, event.end, key=lambda e: e.start)
    return [e for e in others[lo:hi] if event.start < e.end]


def _distinct(events: Sequence[Event]) -> list[Event]:
    """One act told by two statements over the same words is one event; in order of `start`."""
    kept: list[Event] = []
    for event in sorted(events, key=lambda e: (e.start, e.end, e.type)):
        twin = any(
            e.type == event.type
            and {a.code for a in e.actors} == {a.code for a in event.actors}
            and e.type not in ("ASSAULT", "RETREAT")
            for e in _overlapping(event, kept)
        )
        if not twin:
            kept.append(event)
    return kept
