"""Drafts of events: each trigger that counts, with its doers, those done to, place, date and status."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hudna.extract.arguments import Clause, Syntax
from hudna.extract.carriers import Carriers, may_be_noun
from hudna.extract.lists import lead_doers
from hudna.extract.mood import Mood
from hudna.extract.needs import UNARMED, Needs, bears_arms, is_armed, is_harmless
from hudna.extract.scene import Scene, sayer_of
from hudna.extract.triggers import EventLexicon, Hit
from hudna.extract.where import place_of_event
from hudna.model.annotations import Mention
from hudna.model.assertions import Statement, Status
from hudna.model.frozen import frozen
from hudna.text.normalise import fold
from hudna.text.verbs import VerbForm

_REACH_SECOND = 5
"""Tokens between the two sides of a fight, at most."""


@frozen
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


class Drafter:
    """Turns the hits of one scene into drafts; carries the last doers from clause to clause."""

    def __init__(
        self, scene: Scene, lexicon: EventLexicon, syntax: Syntax, statements: tuple[Statement, ...]
    ) -> None:
        self.scene = scene
        self.lexicon = lexicon
        self.syntax = syntax
        self.statements = statements
        self.needs = Needs(scene, syntax)
        self.mood = Mood(scene, syntax)
        self.carriers = Carriers(syntax)
        self.leads = lead_doers(scene, syntax)
        self.last: tuple[int, tuple[Mention, ...]] = (-1, ())

    def drafts(self, hits: Iterable[Hit]) -> list[Draft]:
        found = (self._first_draft(hit) for hit in hits)
        return [draft for draft in found if draft is not None]

    def _first_draft(self, hit: Hit) -> Draft | None:
        """The draft of the first of a hit's triggers that counts."""
        return next((d for h in (hit, *hit.others) if (d := self._draft(h)) is not None), None)

    def _draft(self, hit: Hit) -> Draft | None:
        tokens = self.scene.reading.tokens
        start, end = tokens[hit.first].start, tokens[hit.last - 1].end
        said_by = sayer_of(self.statements, start, end)
        doers, patients = self._arguments(hit)
        if not doers and not hit.trigger.both and hit.trigger.type in ("ASSAULT", "COERCE"):
            doers = self.leads.get(hit.first, ())
        if not doers and said_by and (self._announced(hit, said_by) or _boasted(hit, said_by, patients)):
            doers = self._speakers(hit)
        if not doers and self._accused(hit):
            doers = self._other_than_accuser(hit)
        if self._wanted_stopped(hit, doers, said_by) or _cannot_take(hit) or self._is_state(hit):
            return None
        if said_by and said_by.force == "demand" and (hit.form or not doers):
            return None
        place = place_of_event(self.syntax, hit, doers)
        reason = self.needs.reason(hit, doers, patients, place)
        if reason is None:
            return None
        if not patients and hit.trigger.type in ("ASSAULT", "COERCE"):
            patients = self.syntax.struck(hit)
        opener = self.syntax.clause(hit.first).opener
        aside = "relatives" in self.lexicon.classes.words.get(opener, ())
        if doers and hit.form and not aside and not hit.trigger.casualty:
            self.last = (tokens[hit.first].sentence, doers)
        time = self.syntax.time(hit)
        used = [hit.last, *(m.last for m in (*doers, *patients) if m.first >= hit.last)]
        last = max(used)
        return Draft(
            hit, last, doers, patients, place, time.date if time else None, self.mood.status(hit, said_by),
            said_by, self.mood.mode(hit), reason,
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
        back = range(max(hit.first - 3, 0), hit.first)
        if not hit.form and any(self.syntax.tagged.verb("stopping", j) is not None for j in back):
            return True
        if self._demanded(hit) or self._rescued(hit):
            return True
        if hit.form and hit.form.tense == "past" and not may_be_noun(hit):
            return False  # «أعلنت وقف القتال وأفرجت عن …»
        for j in range(hit.first - 1, max(hit.first - 5, -1), -1):
            if "stop-nouns" in self.syntax.classes[j]:
                return True
            if tokens[j].kind == "mark" or tokens[j].sentence != tokens[hit.first].sentence:
                return False
        return False

    def _demanded(self, hit: Hit) -> bool:
        """«يطالبون بعودة المهجرين وانسحاب القوات»: nouns after a demand in its clause are what is wanted."""
        if hit.form or hit.trigger.type in ("ASSAULT", "REQUEST", "PROTEST", "CONSULT"):
            return False
        clause = self.syntax.clause(hit.first)
        return self.syntax.near("demanding", clause.first, hit.first)

    def _rescued(self, hit: Hit) -> bool:
        """«نقلت فرقه ستة جرحى»: helping the wounded wounds nobody."""
        near = range(max(hit.first - 4, 0), hit.first)
        return (
            hit.trigger.casualty
            and not hit.form
            and any(self.syntax.tagged.verb("rescuing", j) is not None for j in near)
        )

    def _is_state(self, hit: Hit) -> bool:
        """«المناطق التي يسيطر عليها …», «ساحة الشهداء»: holding ground and bearing a name are no acts."""
        if hit.trigger.casualty and hit.first and "named-after" in self.syntax.classes[hit.first - 1]:
            return True
        present = hit.form is not None and hit.form.tense == "present"
        opener = self.syntax.clause(hit.first).opener
        relative = "relatives" in self.lexicon.classes.words.get(opener, ())
        return present and relative and hit.trigger.mode == "territory-gain"

    def _counted_people(self, hit: Hit) -> tuple[Mention, ...]:
        """«نزح 1.7 مليون سوري»: those who fled, by their state."""
        for j in range(hit.last, min(hit.last + 8, self._end(hit))):
            if j in self.syntax.adjective_at and j - 1 in self.scene.quantity_at:
                return (self.syntax.adjective_at[j],)
        return ()

    def _announced(self, hit: Hit, said_by: Statement) -> bool:
        """«أعلنت قوات … إطلاق سراح», «أعلن التحالف هدنة»: who announces an act of his own does it."""
        peaceful = hit.trigger.type in ("RETREAT", "MOBILIZE")
        performed = self.syntax.near("performing", hit.first - 2, hit.first)
        patient = hit.trigger.genitive == "patient" or (
            hit.form is not None and hit.trigger.type == "ASSAULT"
        )
        aimed = performed or (patient and not hit.trigger.casualty)
        if (
            not may_be_noun(hit)
            or not (peaceful or aimed)
            or said_by.force not in ("claim", "confirm", "deny")
        ):
            return False
        if aimed and not all(bears_arms(s.code) for s in said_by.speakers):
            return False
        content = said_by.content.start
        near = [t.start for t in self.scene.reading.tokens[max(hit.first - 2, 0) : hit.first + 1]]
        return content in near and all(s.code and not s.code.endswith(UNARMED) for s in said_by.speakers)

    def _arguments(self, hit: Hit) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Doers and those done to."""
        answering = self.carriers.answering(hit)
        if answering:
            beside = self.syntax.genitive(hit.last, self._end(hit))
            struck = tuple(m for m in beside if m.lead != "adj" and m not in answering)
            return answering, struck or self.syntax.patients(hit, answering)
        suffering = self.carriers.suffering(hit)
        if suffering:
            by = self.syntax.after_phrase("agent-by", hit.last, self._end(hit))
            beside = self.syntax.genitive(hit.last, self._end(hit))
            return by or tuple(m for m in beside if m.lead == "adj"), suffering
        doers = self._verb_doers(hit) if hit.form and not self._carried_verb(hit) else self._noun_doers(hit)
        clause = self.syntax.clause(hit.first)
        by = self.syntax.after_phrase("passive-by", hit.last, min(clause.last + 8, self._end(hit)))
        patients = self.syntax.patients(hit, doers)
        trigger = hit.trigger
        if not patients and not doers and (trigger.casualty or trigger.genitive == "patient"):
            patients = self.syntax.counted_of(hit)
        if trigger.type == "PROTEST":
            return doers or by, patients or self.syntax.protested(hit)
        if trigger.type == "DISPLACEMENT":
            return (), tuple(d for d in doers if is_harmless(d)) or self._counted_people(hit)
        if trigger.both:
            doers = self._sides(hit, doers) or by or (patients if len(patients) > 1 else ())
            return doers, tuple(p for p in patients if p not in doers)
        if trigger.genitive == "patient" and not hit.form and self._acts(hit, doers):
            return doers, patients
        if trigger.passive or (trigger.genitive == "patient" and not hit.form):
            # «مقتل جندي», «جُرح مدنيون»: the noun beside it is the one hit.
            return by or self._carrier(hit), tuple(doers) or patients
        killed = all(is_harmless(d) for d in doers) or not self._has_object(hit, doers, patients)
        if trigger.casualty and doers and killed:
            return by or self._carrier(hit), doers
        if trigger.mode in _SEIZING and doers and not patients and self._passive_of_counted(hit, doers):
            return by or self._same_doers(hit), doers
        if trigger.type in ("ASSAULT", "COERCE") and doers and all(is_harmless(d) for d in doers):
            return by or self._same_doers(hit), tuple(doers) or patients
        agent = self.syntax.after_phrase("agent-by", hit.last, clause.last) if by and doers else ()
        if agent and hit.form and trigger.type in ("ASSAULT", "COERCE") and agent != doers:
            # «اختُطف طبيب من قبل مجموعة …»: an unvowelled passive.
            return agent, doers
        return (doers or by), patients

    def _passive_of_counted(self, hit: Hit, doers: Sequence[Mention]) -> bool:
        """«خُطف ثلاثة جنود أميركيين جنوب بغداد»: people counted right after the verb, and nobody done to."""
        counted = any(j in self.scene.quantity_at for j in range(hit.last, doers[0].first))
        return hit.form is not None and counted and not self._has_object(hit, doers, ())

    def _same_doers(self, hit: Hit) -> tuple[Mention, ...]:
        """«اقتحم الجيش المدينة واعتقل عشرة فلسطينيين»: a verb joined by «و» keeps the doers before it."""
        sentence, doers = self.last
        joined = hit.form is not None and hit.lead in ("و", "ف")
        if not joined:
            return ()
        if not doers or sentence != self.scene.reading.tokens[hit.first].sentence:
            doers = tuple(m for m in self.syntax.opening_force(hit.first) if is_armed(m))
        return doers if doers and hit.form and _agrees(hit.form.gender, doers) else ()

    def _acts(self, hit: Hit, beside: Sequence[Mention]) -> bool:
        """«اعتقال قوات الأمن عشرات المتظاهرين»: a force beside the noun, with those acted on after it."""
        if not beside or hit.trigger.casualty or not all(is_armed(b) and b.type != "country" for b in beside):
            return False
        if fold(beside[0].text.split()[0]) in map(fold, hit.trigger.then):
            return False  # «إسقاط طائرة تركية»
        if {"aerial", "drone"} & self.syntax.classes[beside[0].first]:
            return True
        end = beside[-1].last
        near = any(j in self.scene.quantity_at or j in self.syntax.actor_at for j in range(end, end + 3))
        return near or self._is_accusative(end)

    def _is_accusative(self, j: int) -> bool:
        """«استهداف الفصائل حاجزاً», «استهداف المليشيا موقعه»: the object of a verbal noun after its doer."""
        if j >= len(self.scene.reading.tokens):
            return False
        written = self.scene.reading.slice(j, j + 1)
        own = self._norm(j).endswith(("ه", "ها", "هم")) and not written.endswith("ة")
        return written.endswith(("ًا", "اً")) or own

    def _has_object(self, hit: Hit, doers: Sequence[Mention], patients: Sequence[Mention]) -> bool:
        """Whether a verb of killing has somebody killed; «قُتل قيادي بغارة» is passive."""
        if hit.form is None or hit.form.pronoun:
            return True
        if patients:
            return True
        after = max([hit.last, *(d.last for d in doers)])
        for j in range(after, min(after + 4, self._end(hit))):
            if "before-nouns" in self.syntax.classes[j] or j in self.syntax.hit_at or self.syntax.is_verb(j):
                return False  # «قُتل جنديان في هجوم شنه مسلحون»
            written = self.scene.reading.slice(j, j + 1)
            named = any(m.lead == "" for m in self.syntax.actor_at.get(j, ()))
            counted = j in self.scene.quantity_at and not self._norm(j).startswith("و")
            if written.endswith(("ًا", "اً")) or counted or named:
                return True
        return False

    def _carrier(self, hit: Hit) -> tuple[Mention, ...]:
        """The doer of «يواصل قتل المدنيين»: only a verb right before the noun carries it."""
        if not self._carried_verb(hit):
            if hit.form or hit.trigger.casualty:
                return ()
            return self.carriers.before_noun(hit) or self.carriers.of_object(hit)
        verb = hit.first - 1
        return self.syntax.subject_before(verb) or self.syntax.antecedent(verb)

    def _carried_verb(self, hit: Hit) -> bool:
        """«يواصل قتل المدنيين», «استهدف قصف …»: a verb's form after a verb that carries nouns is a noun."""
        tagged = self.syntax.tagged
        if hit.first == 0:
            return False
        if tagged.verb("doing", hit.first - 1) is not None:
            return True
        if not may_be_noun(replace(hit, form=_bare(hit.form))):
            return False
        # «شنت غارة», «جدد المسلحون قصفهم»: the verb, or its subject, stands right before the noun.
        subjects = [m for m in self.scene.mention_at.get(hit.first - 1, ()) if m.first and not m.lead]
        return tagged.verb("light", hit.first - 1) is not None or any(
            tagged.verb(kind, m.first - 1) is not None for m in subjects for kind in ("doing", "holding")
        )

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
            speakers = self._speakers(hit)
            third = hit.form is not None and hit.form.person == 3
            return speakers or (syntax.prior_actor(hit.first) if third else ())
        placed = syntax.place_at.get(hit.last)
        if placed and not placed.lead and not hit.trigger.patient:
            return ()
        if self.carriers.told_of_an_attack(hit, clause.first) or self.carriers.attack_hits(hit):
            return ()
        before = syntax.subject_before(hit.first)
        if before:
            return before
        after = syntax.subject_after(hit.last, min(clause.last, end))
        if after and not self._is_object(hit, after):
            return after
        if self._goes_on(hit):
            return self.last[1]
        if hit.last < end and hit.last in syntax.hit_at and not syntax.hit_at[hit.last].form:
            return ()
        antecedent = syntax.antecedent(hit.first)
        if antecedent and not (hit.form and hit.form.pronoun):
            return antecedent
        if hit.trigger.type == "DISPLACEMENT":
            return ()
        if hit.trigger.type == "REJECT" and hit.form and hit.form.pronoun:
            return syntax.prior_actor(hit.first)
        if self._subordinate(clause) and not hit.trigger.passive and not hit.trigger.casualty:
            main = syntax.prior_actor(hit.first)
            return main if hit.form and main and _agrees(hit.form.gender, main) else ()
        sentence = self.scene.reading.tokens[hit.first].sentence
        if self.syntax.tagged.verb("answering", hit.first):
            return ()  # whoever answers is not who acted before
        if hit.lead in ("و", "ف") and self.last[0] == sentence and not hit.trigger.passive:
            return self.last[1]
        if hit.lead in ("و", "ف") and not hit.trigger.passive and not hit.trigger.casualty:
            force = syntax.opening_force(hit.first)
            if force and all(is_armed(m) for m in force):
                return force
        first = syntax.sentence_range(hit.first)[0]
        opening = hit.first - first <= 1 and self.last[0] == sentence - 1 and hit.lead != "و"
        if opening and hit.trigger.type != "ASSAULT":
            return self.last[1]
        return ()

    def _subordinate(self, clause: Clause) -> bool:
        """«عندما هاجمت», «بعد أن اقتحمت», «قبل أن تنسحب»: clauses that take the subject before them."""
        before = self._norm(clause.first - 2) if clause.opener == "ان" else ""
        return before in ("بعد", "قبل") or "subordinate" in self.lexicon.classes.words.get(clause.opener, ())

    def _is_object(self, hit: Hit, after: Sequence[Mention]) -> bool:
        """«خطف مقاتلو الحزب جنديين»: an oblique dual or plural is no subject of a verb with an object."""
        subject = after[0].first
        counted = subject - 1 in self.scene.quantity_at or "fillers" in self.syntax.classes[subject - 1]
        oblique = fold(after[0].text.split()[0]).endswith("ين") and not counted
        return oblique and "obj" in hit.trigger.patient and not hit.trigger.casualty

    def _goes_on(self, hit: Hit) -> bool:
        """«… بلدة آفس. واستهدفت أيضاً مدينة بنش»: a sentence whose verb takes its subject from the one before.

        Only where the verb agrees with that subject and an object, an adverb or a means follows it at once.
        """
        tokens, form = self.scene.reading.tokens, hit.form
        first = self.syntax.sentence_range(hit.first)[0]
        bare = hit.first == first or tokens[hit.first - 1].norm in ("كما", "وكما", "كذلك", "ايضا")
        if (
            form is None
            or not bare
            or hit.first - first > 1
            or self.last[0] != tokens[hit.first].sentence - 1
        ):
            return False
        if hit.trigger.passive or hit.trigger.casualty or (hit.lead != "و" and hit.first == first):
            return False
        if (
            (form.number, form.person) != ("sg", 3)
            or not self.last[1]
            or not _agrees(form.gender, self.last[1])
        ):
            return False
        if hit.last >= len(tokens) or tokens[hit.last].sentence != tokens[hit.first].sentence:
            return False
        near = self.syntax.classes[hit.last]
        adverb = bool({"fillers", "before-nouns"} & near) or tokens[hit.last].norm.startswith("ب")
        counted = hit.last in self.scene.quantity_at
        placed = hit.last in self.syntax.place_at and form.gender == "m"
        return adverb or counted or placed

    def _accused(self, hit: Hit) -> bool:
        """«اتهمت الطيران بقصف السوق»: the accused stands before the deed."""
        start = self.scene.reading.tokens[hit.first].start
        said_by = sayer_of(self.statements, start, start + 1)
        return said_by is not None and said_by.force == "accuse" and hit.trigger.type == "ASSAULT"

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
        if (
            beside
            and beside[0].lead != "adj"
            and hit.trigger.mode == "explosives"
            and hit.last - hit.first > 1
        ):
            beside = ()  # «بعبوة ناسفة دورية للشرطة», «… قافلة للجيش»: no genitive, but what was hit
        if beside and syntax.near("broken-truce", hit.last, beside[0].first):
            beside = ()  # «خرق هدنة السودان», «خروقات لاتفاق اليمن»: whose truce it is, not who broke it
        if hit.trigger.genitive == "patient":
            return beside
        carriers = "doing" if hit.trigger.type == "ASSAULT" else "holding"
        if hit.pronoun or (hit.form and hit.form.pronoun):
            return syntax.light_doer(hit, carriers) or syntax.prior_actor(hit.first)
        if beside and beside[0].lead == "adj":
            carried = syntax.light_doer(hit, carriers)
            same = {m.code.split(".")[0] for m in beside if m.code}
            if carried and {m.code.split(".")[0] for m in carried if m.code} & same:
                return carried
            return beside
        behind = next((j for j in (hit.first - 1, hit.first - 2) if self._norm(j) == "وراء"), None)
        if behind is not None:
            return syntax.prior_actor(behind)
        if hit.lead.endswith("ب") and self._accused(hit):
            return beside or self._other_than_accuser(hit)
        if hit.trigger.mode == "ceasefire":
            return beside or syntax.light_doer(hit, "declaring")
        if hit.trigger.type == "REJECT" and not beside:
            return syntax.prior_actor(hit.first)
        return beside or syntax.light_doer(hit, carriers) or self.carriers.before_noun(hit)

    def _other_than_accuser(self, hit: Hit) -> tuple[Mention, ...]:
        """«حذر مسؤول …، متهماً التنظيم بقنص …»: whoever accuses is not the one accused."""
        start, end = self.scene.reading.words(hit.first, hit.last)
        said_by = sayer_of(self.statements, start, end)
        own = {s.start for s in said_by.speakers} if said_by else set()
        return tuple(m for m in self.syntax.prior_actor(hit.first) if m.start not in own)

    def _sides(self, hit: Hit, doers: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """All sides of a two-sided event: «اشتباكات بين أ وب», «اتفق أ مع ب»."""
        between = self._parties(hit, "بين")
        if between and (not hit.form or not doers):
            return between
        against = self._parties(hit, "مع")
        if against and not doers and not hit.form:
            # «سيطرت القوات على المدينة بعد معارك مع الفصائل»: who opens the sentence is the other side.
            doers = tuple(m for m in self.syntax.opening_force(hit.first) if m not in against)
        return _together(doers, against)

    def _parties(self, hit: Hit, preposition: str) -> tuple[Mention, ...]:
        """Those after «بين» or «مع» in the trigger's clause and a little beyond."""
        last = self._end(hit)
        clause = self.syntax.clause(hit.first)
        found: list[Mention] = []
        for j in range(clause.first, min(last, clause.last + 12)):
            for mention in self.syntax.actor_at.get(j, ()):
                lead = mention.lead.removeprefix("و")
                after = mention.first >= hit.last
                named = lead == preposition and bool(mention.code)
                if after and (named or (found and self._is_second(found, mention))):
                    found.extend(m for m in self.syntax.coordinated((mention,)) if m not in found)
        return tuple(found)

    def _is_second(self, found: Sequence[Mention], mention: Mention) -> bool:
        """«بين الجيش من جهة وفصائل تقودها الهيئة»: the other side, after «و» and a few words."""
        if mention.lead not in ("", "و") or not mention.code:
            return False
        between = [self._norm(j) for j in range(found[-1].last, mention.first)]
        if not between:
            return True
        joined = mention.lead == "و" or any(norm.startswith("و") for norm in between)
        return joined and len(between) <= _REACH_SECOND and not set(between) & {"،", "؛", ".", ":"}


_SEIZING = ("abduct", "arrest")


def _boasted(hit: Hit, said_by: Statement, patients: Sequence[Mention]) -> bool:
    """«قالت وزارة الدفاع إن 12 مسلحاً جرى تحييدهم»: a feat that an armed speaker tells without a doer."""
    if not hit.trigger.own or said_by.force not in ("claim", "confirm"):
        return False
    states = {(p.code or "").split(".")[0] for p in patients}
    codes = [s.code or "" for s in said_by.speakers]
    return bool(codes) and all(bears_arms(c) and c.split(".")[0] not in states for c in codes)


def _cannot_take(hit: Hit) -> bool:
    """«تقدمتها أخرى»: an intransitive verb with an object pronoun means something else."""
    pronoun = bool(hit.form and hit.form.pronoun)
    return pronoun and hit.trigger.mode == "territory-gain" and "obj" not in hit.trigger.patient


def _bare(form: VerbForm | None) -> VerbForm | None:
    return replace(form, pronoun="") if form else None


_FEMININE = ("ه", "ات", "قوات", "ها", "يليشيا", "مليشيا")


def _agrees(gender: str, doers: Sequence[Mention]) -> bool:
    """Whether a verb's gender is that of its subject, as far as the first word of it shows."""
    head = fold(doers[0].text.split()[0])
    feminine = head.endswith(_FEMININE) or doers[0].type == "country"
    return feminine == (gender == "f")


def _together(a: Sequence[Mention], b: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(dict.fromkeys((*a, *b)))
