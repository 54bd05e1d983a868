"""Who did it, to whom, where and when: the words around a trigger, clause by clause."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from hudna.extract.classes import Tagged
from hudna.extract.scene import Scene
from hudna.extract.triggers import EventLexicon, Hit
from hudna.model.annotations import Mention, TimeExpression
from hudna.model.frozen import frozen

_BREAKING_MARKS = frozenset('،؛:;,.()«»"“”–…!؟?')
_OPENING = frozenset('«"“(‘')
_CLOSING = frozenset('»"”)’')
_REACH_SUBJECT = 14
_REACH_COUNTED = 8
_REACH_PATIENT = 16
_REACH_CARRIER = 20
_REACH_AGAINST = 8
_REACH_ACCORD = 5
_REACH_ANTECEDENT = 4
_REACH_GAP = 6
_ASIDES = 2


@frozen
class Clause:
    """A run of tokens `[first, last)`; `opener` is the folded word that opened it, if it was a break word."""

    first: int
    last: int
    opener: str = ""


class Syntax:
    """The clauses, actors and places of one scene, with the few rules of word order. Built once a report."""

    def __init__(self, scene: Scene, lexicon: EventLexicon, hits: Sequence[Hit]) -> None:
        self.scene = scene
        self.lexicon = lexicon
        self.tokens = scene.reading.tokens
        self.tagged = Tagged(self.tokens, lexicon.classes)
        self.classes = self.tagged.classes
        self.hit_at = {hit.first: hit for hit in hits}
        self.actor_at: dict[int, tuple[Mention, ...]] = {}
        self.place_at: dict[int, Mention] = {}
        self.adjective_at: dict[int, Mention] = {}
        for mention in scene.notes.mentions:
            if mention.lead == "adj":
                self.adjective_at[mention.first] = mention
            elif mention.type == "place":
                self.place_at[mention.first] = mention
            else:
                self.actor_at[mention.first] = (*self.actor_at.get(mention.first, ()), mention)
        self.inside = {i for m in scene.notes.mentions for i in range(m.first + 1, m.last)}
        self.dated = sorted(j for j, time in scene.time_at.items() if time.date is not None)
        verbs = {hit.first for hit in hits if hit.form and not self._nominal(hit)}
        self.verbs = verbs | self.tagged.verbs("light")
        """The tokens that are a verb of the lexicons (trigger or light)."""
        self.breaks = [
            i
            for i, token in enumerate(self.tokens)
            if (token.norm in _BREAKING_MARKS or "clause-breaks" in self.classes[i]) and i not in self.inside
        ]
        self.clause_of: dict[int, Clause] = {}
        for sentence in scene.reading.sentences:
            for clause in self._clauses(sentence.first, sentence.last):
                self.clause_of.update(dict.fromkeys(range(clause.first, clause.last), clause))

    def _clauses(self, first: int, last: int) -> Iterator[Clause]:
        start, opener = first, ""
        for i in self.breaks[bisect_left(self.breaks, first) : bisect_left(self.breaks, last)]:
            if i > start:
                yield Clause(start, i, opener)
            norm = self.tokens[i].norm
            start, opener = i + 1, "" if norm in _BREAKING_MARKS else norm.removeprefix("و")
        if last > start:
            yield Clause(start, last, opener)

    def clause(self, token: int) -> Clause:
        """The clause a token stands in; a mark or break word stands in one of its own."""
        return self.clause_of.get(token) or Clause(token, token + 1)

    def sentence_range(self, token: int) -> tuple[int, int]:
        """Token indices of the sentence around a token."""
        sentence = self.scene.reading.sentences[self.tokens[token].sentence]
        return sentence.first, sentence.last

    def is_verb(self, token: int) -> bool:
        """Whether a token is a verb of the lexicons (trigger or light)."""
        return token in self.verbs

    def _declares(self, token: int, verb: int) -> bool:
        """«كان المبعوث أعلن توصل …»: a verb of declaring takes the subject before it; «و» shares it."""
        joined = self.tokens[verb].norm.startswith("و")
        return not joined and self.tagged.verb("declaring", token) is not None

    def _nominal(self, hit: Hit) -> bool:
        """A form that may be a noun («قصف») and stands where a noun stands: after a preposition or noun."""
        if not hit.form or hit.form.tense != "past" or hit.form.number != "sg" or hit.form.pronoun:
            return False
        before = self.tokens[hit.first - 1].norm.removeprefix("و") if hit.first else ""
        return before in ("في", "من", "علي", "عن", "الي", "بعد", "قبل", "خلال", "وقف", "بوقف", "جراء", "اثر")

    def coordinated(self, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """A mention with those joined to it by «و» right after it: «قوات النظام وحلفاؤها و«حزب الله»»."""
        found = list(mentions)
        while nexts := self._joined_at(found[-1].last):
            found.extend(nexts)
        return tuple(found)

    def _joined_at(self, k: int) -> tuple[Mention, ...]:
        """The actor that «و» joins to what ends at token `k`, quotation marks aside."""
        k = self._past(k, _CLOSING)
        alone = k < len(self.tokens) and self.tokens[k].norm == "و"
        nexts = self.actor_at.get(self._past(k + 1, _OPENING) if alone else k, ())
        return nexts if nexts and nexts[0].lead == ("" if alone else "و") else ()

    def _past(self, k: int, marks: frozenset[str]) -> int:
        while k < len(self.tokens) and self.tokens[k].norm in marks:
            k += 1
        return k

    def subject_after(self, k: int, limit: int) -> tuple[Mention, ...]:
        """The first actor without preposition after a verb, before the next verb."""
        j = k
        while j < min(limit, k + _REACH_SUBJECT):
            actors = self.actor_at.get(j)
            if j in self.scene.quantity_at:
                limit = min(limit, k + _REACH_COUNTED)
            if actors:
                if actors[0].lead == "":
                    return self.coordinated(actors)
                if actors[0].lead == "و":
                    return ()
                j = actors[0].last
                continue
            if j in self.place_at:
                j = self.place_at[j].last
                continue
            step = self._adverbial(j)
            if not step or j in self.hit_at or self.is_verb(j):
                return ()
            j += step
        return ()

    def _adverbial(self, j: int) -> int:
        """Tokens to skip between verb and subject: times, numbers, adverbs, a preposition with its noun."""
        norm = self.tokens[j].norm
        if j in self.scene.time_at or j in self.scene.quantity_at or "fillers" in self.classes[j]:
            return 1
        if "before-nouns" in self.classes[j]:
            if j + 1 in self.place_at or j + 1 in self.scene.time_at or j + 1 in self.actor_at:
                return 1
            return 2 + self._adjectives_from(j + 2)
        return 1 if norm in _OPENING or norm in _CLOSING or norm[:1] in ("ب", "ل") else 0

    def _adjectives_from(self, k: int) -> int:
        """How many adjectives follow a noun after its preposition: «من الهدوء النسبي», «في ساعة متأخرة»."""
        j = k
        while j < len(self.tokens) and j < k + 2 and self._plain(j):
            definite = self.tokens[j].norm.startswith("ال") and self.tokens[k - 1].norm.startswith("ال")
            if not definite and not self.tokens[j].norm.endswith("ه"):
                break
            j += 1
        return j - k

    def _plain(self, j: int) -> bool:
        """Whether a token is a word of no name and no verb."""
        named = j in self.actor_at or j in self.place_at or j in self.inside
        return self.tokens[j].kind == "word" and not named and j not in self.hit_at and not self.is_verb(j)

    def subject_before(self, i: int) -> tuple[Mention, ...]:
        """The actor that opens the clause before its verb: «روسيا تعلن», «أن القوات سيطرت».

        Or the one joined by «و» right before it: «يدخل الحصار يومه الثاني والقناصة تستهدف …».
        """
        clause = self.clause(i)
        for j in range(clause.first, i):
            actors = self.actor_at.get(j)
            if not actors:
                continue
            opens = actors[0].lead in ("", "و") and (j == clause.first or self._particle(j, clause.first))
            counted = actors[0].lead == "من" and "fillers" in self.classes[clause.first]
            opens = opens or (counted and j <= clause.first + 4)
            opens = opens or (actors[0].lead == "" and self._all_counted(clause.first, j))
            opens = opens or (actors[0].lead == "و" and actors[0].last == i and self._begins(actors[0]))
            if not opens and not (actors[0].lead == "" and self._after_auxiliary(j)):
                continue
            group = self.coordinated(actors)
            gap = range(group[-1].last, i)
            if len(gap) <= _REACH_GAP and not any(self.is_verb(g) or self._declares(g, i) for g in gap):
                return group
        return self._before_commas(i)

    def _all_counted(self, first: int, last: int) -> bool:
        """«عشرات آلاف المتظاهرين يخرجون»: nothing but a number before the actor."""
        return all(i in self.scene.quantity_at or "fillers" in self.classes[i] for i in range(first, last))

    def _begins(self, mention: Mention) -> bool:
        """Whether what «و» joins begins a clause: nobody whom it could be joined to stands before it."""
        return not any(m.type != "place" for m in self.scene.mention_at.get(mention.first - 1, ()))

    def _before_commas(self, i: int) -> tuple[Mention, ...]:
        """«القوات الحكومية، بدعم روسي، سيطرت على …»: a subject set off from its verb by commas."""
        clause = self.clause(i)
        first, _ = self.sentence_range(i)
        auxiliary = clause.first == i - 1 and "auxiliaries" in self.classes[i - 1]
        if clause.opener or not (clause.first == i or auxiliary):
            return ()
        for _aside in range(_ASIDES):
            comma = clause.first - 1
            if comma <= first or self.tokens[comma].norm != "،":
                return ()
            clause = self.clause(comma - 1)
            relative = clause.first - 1
            if relative > first and "relatives" in self.classes[relative]:
                # «القوات، التي تحاصر المدينة، قصفت …»: the relative clause is one more aside.
                return self._set_off(relative - 1) if self.tokens[relative - 1].norm == "،" else ()
            if any(self.is_verb(j) for j in range(clause.first, clause.last)):
                return ()
            for j in range(clause.first, min(clause.first + 3, clause.last)):
                actors = self.actor_at.get(j)
                opens = actors and (
                    actors[0].lead in ("", "و") and (j <= clause.first or self._after_auxiliary(j))
                )
                if actors and opens and self.coordinated(actors)[-1].last >= clause.last:
                    return self.coordinated(actors)
        return ()

    def _set_off(self, comma: int) -> tuple[Mention, ...]:
        """The actor that alone fills the clause before a comma."""
        clause = self.clause(comma - 1)
        for j in range(clause.first, min(clause.first + 3, clause.last)):
            actors = self.actor_at.get(j)
            if actors and actors[0].lead in ("", "و") and self.coordinated(actors)[-1].last >= clause.last:
                return self.coordinated(actors)
        return ()

    def _particle(self, j: int, first: int) -> bool:
        """Whether only a particle stands before `j` in its clause; «أدانت تركيا قصف …» has a verb there."""
        return j == first + 1 and bool({"auxiliaries", "fillers"} & self.classes[first])

    def _after_auxiliary(self, j: int) -> bool:
        """«كانت الحكومة قد أبلغت»: an actor between «كان» and its verb."""
        return j > 0 and "auxiliaries" in self.classes[j - 1]

    def antecedent(self, i: int) -> tuple[Mention, ...]:
        """The actor a relative clause speaks of: «الفصائل التي سيطرت على …»."""
        clause = self.clause(i)
        relative = clause.first - 1
        if not clause.opener or "relatives" not in self.classes[relative]:
            return ()
        for j in range(relative - 1, max(relative - _REACH_ANTECEDENT - 8, -1), -1):
            actors = self.actor_at.get(j)
            if actors and relative - actors[0].last <= _REACH_ANTECEDENT:
                return actors
        return ()

    def genitive(self, k: int, limit: int) -> tuple[Mention, ...]:
        """The actor a noun belongs to, after its adjectives: «القصف المدفعي لقوات النظام», «هجوم روسي»."""
        for j in range(k, min(limit, k + 5)):
            if j in self.adjective_at:
                found = [self.adjective_at[j]]
                while found[-1].last in self.adjective_at:
                    found.append(self.adjective_at[found[-1].last])
                return tuple(found)
            actors = self.actor_at.get(j)
            if actors:
                unknown = actors[0].type == "role" and actors[0].lead == "ل"
                if actors[0].lead in ("", "ل") and (actors[0].code or unknown):
                    return self.coordinated(actors)
                return ()
            if self.tokens[j].norm in _OPENING:
                continue
            if "supposed" in self.classes[j] and j + 2 in self.adjective_at:
                return (self.adjective_at[j + 2],)
            if self.tokens[j].norm == "من":
                return self._force_at(j + 1) if j - 1 not in self.scene.quantity_at else ()
            if "before-nouns" in self.classes[j]:
                return ()
            if j in self.place_at or (j > k and self.is_verb(j)):
                return ()
            if not self.tokens[j].norm.endswith(("ه", "ي", "ين", "ا")) and j > k:
                return ()
        return ()

    def _force_at(self, j: int) -> tuple[Mention, ...]:
        """«قصف من قوات النظام»: a force after «من»; a state may be only where it came from."""
        actors = self.actor_at.get(j, ())
        if not actors or actors[0].type not in ("group", "organisation"):
            return ()
        code = actors[0].code or ".CVL"
        return () if code.endswith(".CVL") else self.coordinated(actors)

    def opening_force(self, i: int) -> tuple[Mention, ...]:
        """«دهمت القوات المنازل واعتقلت …»: the party that opens the sentence of the verb at `i`."""
        first, _ = self.sentence_range(i)
        for j in range(first, min(first + 3, i)):
            actors = self.actor_at.get(j, ())
            if actors:
                return self.coordinated(actors) if actors[0].lead in ("", "و") and actors[0].code else ()
            if self.tokens[j].norm.removeprefix("و") in ("من", "في", "الي", "علي", "عن", "لم", "لن"):
                return ()
        return ()

    def after_phrase(self, name: str, i: int, limit: int) -> tuple[Mention, ...]:
        """The actor after a phrase such as «من قبل», «على يد», «برصاص» between `i` and `limit`."""
        for j in range(i, limit):
            size = self.tagged.size(name, j)
            if size:
                return self._near_actor(j + size, limit)
        return ()

    def _near_actor(self, k: int, limit: int) -> tuple[Mention, ...]:
        for j in range(k, min(k + 3, limit)):
            if j in self.actor_at:
                return self.coordinated(self.actor_at[j])
            if j in self.adjective_at:
                return (self.adjective_at[j],)
        return ()

    def light_doer(self, hit: Hit, verbs: str = "doing") -> tuple[Mention, ...]:
        """The doer of the verb that carries a noun: «شنت قوات … هجوماً», «هجمات شنها النظام»."""
        return self.carrier_of(hit.first, hit.last, verbs)

    def carrier_of(self, start: int, end: int, verbs: str = "doing") -> tuple[Mention, ...]:
        """`light_doer` for a noun at tokens `[start, end)`."""
        first, last = self.sentence_range(start)
        for j in range(end, min(end + 10, last)):
            aside = "clause-breaks" in self.classes[j] and "relatives" not in self.classes[j]
            if aside or self.tokens[j].norm in "،؛:.":
                break
            form = self.tagged.verb(verbs, j)
            if form:
                return self.subject_after(j + 1, last) or (self.antecedent(j) if not form.pronoun else ())
            if self.is_verb(j):
                break
        for j in range(start - 1, max(start - _REACH_CARRIER, first - 1), -1):
            form = self.tagged.verb(verbs, j)
            if form and not form.pronoun:
                return self.subject_after(j + 1, start) or self.subject_before(j) or self.antecedent(j)
            aside = "relatives" in self.classes[max(self.clause(j).first - 1, 0)]
            if self.tokens[j].norm in ("؛", ".") or (form is None and self.is_verb(j) and not aside):
                break
        return ()

    def prior_actor(self, token: int) -> tuple[Mention, ...]:
        """The state, force or person last named before a token in its sentence (for «هجماتهم»)."""
        first, _ = self.sentence_range(token)
        for j in range(token - 1, first - 1, -1):
            actors = self.actor_at.get(j)
            if not actors or not actors[0].code or actors[0].lead not in ("", "و"):
                continue
            if not actors[0].code.endswith((".CVL", ".MED", ".ACT")):
                return actors
        return ()

    def patients(self, hit: Hit, doers: Sequence[Mention]) -> tuple[Mention, ...]:
        """Those it is done to: objects and the prepositions the trigger names."""
        clause = self.clause(hit.first)
        taken = {(d.start, d.end) for d in doers}
        allowed = set(hit.trigger.patient)
        for j in range(hit.last, min(clause.last, hit.last + _REACH_PATIENT)):
            if j in self.hit_at or (j > hit.last and j not in self.actor_at and self.is_verb(j)):
                break
            for mention in self.actor_at.get(j, ()):
                lead = mention.lead.removeprefix("و") if len(mention.lead) > 1 else mention.lead
                wanted = "obj" in allowed if lead == "" else lead in allowed
                if wanted and (mention.start, mention.end) not in taken and mention.code:
                    return tuple(
                        m for m in self.coordinated(self.actor_at[j]) if (m.start, m.end) not in taken
                    )
        return ()

    def counted_of(self, hit: Hit) -> tuple[Mention, ...]:
        """«مقتل ثلاثة من عناصر الشرطة»: the body or people that some are counted of."""
        last = min(hit.last + _REACH_COUNTED, self.sentence_range(hit.first)[1])
        for j in range(hit.last + 1, last):
            for mention in self.actor_at.get(j, ()):
                if mention.lead == "من" and mention.code and (j - 2 in self.scene.quantity_at):
                    return self.coordinated((mention,))
            if j in self.hit_at or self.is_verb(j):
                break
        return ()

    def struck(self, hit: Hit) -> tuple[Mention, ...]:
        """«أطلقت صواريخ على بلدات إسرائيلية»: what an attack is aimed at, where no actor is named."""
        clause = self.clause(hit.first)
        for j in range(hit.last + 1, min(clause.last, hit.last + _REACH_PATIENT)):
            if j in self.hit_at or (j not in self.actor_at and self.is_verb(j)):
                break
            if described := self.described(j, set(hit.trigger.patient)):
                return (described,)
        return ()

    def protested(self, hit: Hit) -> tuple[Mention, ...]:
        """«تظاهروا … احتجاجاً على زيارة الرئيس», «… ضد قرار الحكومة»: whom a protest is against."""
        _, last = self.sentence_range(hit.first)
        for j in range(hit.first, last):
            if not self.tagged.size("against", j):
                continue
            for k in range(j + 1, min(j + _REACH_AGAINST, last)):
                actors = self.actor_at.get(k, ())
                if actors and actors[0].code and not actors[0].code.endswith(".CVL"):
                    return self.coordinated(actors)
                if k in self.adjective_at:
                    return (self.adjective_at[k],)
                if k in self.hit_at and self.hit_at[k].form:
                    break
        return ()

    def described(self, j: int, allowed: Set[str]) -> Mention | None:
        """«على بلدات إسرائيلية», «حافلة سورية»: what or who is struck, told by its country."""
        adjective = self.adjective_at.get(j)
        if adjective is None or adjective.type != "country" or not self._plain(j - 1):
            return None
        noun, before = self.tokens[j - 1], self.tokens[j - 2].norm.removeprefix("و")
        lead = before if before in allowed else ""
        clitic = noun.norm.startswith(("ب", "ل")) and "own-initial" not in self.classes[j - 1]
        free = "before-nouns" not in self.classes[j - 2] and not clitic
        if not lead and not ("obj" in allowed and free):
            return None
        start, text = noun.start, self.scene.reading.slice(j - 1, adjective.last)
        return replace(adjective, start=start, text=text, first=j - 1, lead=lead, type="group")

    def time(self, hit: Hit) -> TimeExpression | None:
        """The dated time expression of the clause, else the one nearest in the sentence."""
        clause = self.clause(hit.first)
        first, last = self.sentence_range(hit.first)
        best: tuple[tuple[bool, int], TimeExpression] | None = None
        for j in self.dated[bisect_left(self.dated, first) : bisect_left(self.dated, last)]:
            if self.of_accord(j, _REACH_ACCORD):
                continue
            rank = (not clause.first <= j < clause.last, abs(j - hit.first))
            if best is None or rank < best[0]:
                best = (rank, self.scene.time_at[j])
        return best[1] if best else None

    def of_accord(self, j: int, reach: int) -> bool:
        """Whether what stands at `j` names an accord: «اتفاق موسكو الموقع في 5 آذار», «تفاهمات عام 2018»."""
        for i in range(j - 1, max(j - 1 - reach, -1), -1):
            if "accord-nouns" in self.classes[i]:
                return True
            if i in self.hit_at or self.tokens[i].kind == "mark" or i in self.actor_at:
                return False
        return False

    def near(self, name: str, lo: int, hi: int) -> bool:
        """Whether a word or phrase of a class stands among the tokens `[lo, hi)`."""
        return self.tagged.near(name, lo, hi) is not None
