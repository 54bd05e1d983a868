"""Who made an accord: «بين أ وب», «مع ج», «اتفاق روسي تركي», the doers of what concluded it, «الطرفان»."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hudna.extract.arguments import Syntax
from hudna.extract.classes import Tagged
from hudna.extract.scene import Scene
from hudna.model.annotations import Mention
from hudna.model.frozen import frozen
from hudna.packs.schema import AgreementEntry

REACH = 9
"""Words between an accord and what tells of it; twice as many behind it."""
_REACH_VERB = 18
_REACH_WITH = 5
_REACH_ASIDE = 5
_TWO = 2
_STATE = 3
"""Letters of a state's code."""
_LAST_SENTENCES = 3
"""Sentences before «الطرفان» whose parties count as the two meant, if they are two."""
_NOT_PARTIES = (".CVL", ".MED", ".ACT", ".NGO")


@frozen
class Known:
    """What is known of an accord before its parties: its entry, and the two sides told of one before."""

    entry: AgreementEntry | None = None
    sides: tuple[str, ...] = ()


class PartyFinder:
    """Finds the parties of the accords of one report. Used for one text, then dropped."""

    def __init__(self, scene: Scene, syntax: Syntax, tags: Tagged) -> None:
        self.scene = scene
        self.syntax = syntax
        self.tags = tags

    def of(self, first: int, last: int, known: Known) -> tuple[Mention, ...]:
        """The parties of the accord at tokens `[first, last)` in order, each code once a stretch of words."""
        lo, hi = self.syntax.sentence_range(first)
        own = self._end_of_own(last, hi)
        alone = bool(self.tags.verb("agreeing", first) or self.tags.size("agreeing", first))
        found = () if alone else self._between(first, last, own) or self._adjectives(last, own)
        if not found:
            verb = first if alone else self.concluding(first, min(last + 4, hi), lo)
            partners = self._partners(first, last, verb, own)
            doers = self._doers(verb, first, known) if verb is not None else ()
            if partners and not any(m.code for m in doers):
                doers = self._leading(first, lo, partners)
            doers = doers or self._foremost(first, lo)
            found = (*partners, *doers, *self._guarantors(first, own, hi))
        return _unique(self._settled(found, first, known))

    def owner(self, first: int, last: int) -> tuple[Mention, ...]:
        """Whose offer it is: «المبادرة السعودية», «مبادرة المملكة», «أطلق رئيس المجلس مبادرة»."""
        lo, hi = self.syntax.sentence_range(first)
        if last in self.syntax.adjective_at:
            return _unique([self.syntax.adjective_at[last]])
        verb = next(
            (
                j
                for j in range(first - 1, max(first - _REACH_VERB, lo) - 1, -1)
                if self.tags.verb("offering", j) or self.tags.size("offering", j)
            ),
            None,
        )
        own = self.syntax.genitive(last, min(last + 1, hi))
        if own or verb is None:
            return _unique(own)
        return _unique(self.syntax.subject_before(verb) or self.syntax.subject_after(verb + 1, first))

    def _end_of_own(self, last: int, hi: int) -> int:
        """The token up to which words may tell of this accord: before the next one."""
        for j in range(last, min(last + 2 * REACH, hi)):
            if self.tags.size("accord", j) and not self._in_agreement(j, hi):
                return j
        return min(last + 2 * REACH, hi)

    def _in_agreement(self, j: int, hi: int) -> bool:
        """«بالاتفاق مع تركيا» names a party, not a second accord."""
        return j + 1 < hi and self.scene.reading.tokens[j + 1].norm == "مع"

    def _between(self, first: int, last: int, own: int) -> tuple[Mention, ...]:
        """«بين أ وب»: both, or the one that is known."""
        lo, _ = self.syntax.sentence_range(first)
        made = self.concluding_before(first, lo)
        # «أسفرت محادثات بين أ وب عن اتفاق»: those who talked before what they made.
        talks = range(first, first) if made is None else range(made + 1, min(made + _REACH_WITH, first))
        for j in (*range(first, own), *talks):
            actors = self.syntax.actor_at.get(j, ())
            if actors and _preposition(actors[0]) == "بين":
                return self._sides(actors[0], own)
            if (
                not actors
                and self.scene.reading.tokens[j].norm == "بين"
                and j + 1 not in self.syntax.actor_at
            ):
                return self._second(j + 2, own)
        return ()

    def _second(self, k: int, hi: int) -> tuple[Mention, ...]:
        """The second side of «بين أ وب» where no pack knows the first."""
        for j in range(k, min(k + 2, hi)):
            actors = self.syntax.actor_at.get(j, ())
            if actors and actors[0].lead == "و":
                return self.syntax.coordinated(actors)
        return ()

    def _sides(self, mention: Mention, hi: int) -> tuple[Mention, ...]:
        """«بين المعارضة من جهة، وقوات النظام»: the sides, also with a few words between them."""
        joined = self.syntax.coordinated(self.syntax.actor_at[mention.first])
        if len({m.code for m in joined}) > 1 or self._is_sides(mention):
            return joined
        for j in range(joined[-1].last, min(joined[-1].last + _REACH_ASIDE, hi)):
            nexts = self.syntax.actor_at.get(j, ())
            if nexts and nexts[0].lead == "و":
                return (*joined, *self.syntax.coordinated(nexts))
        return joined

    def _adjectives(self, last: int, own: int) -> tuple[Mention, ...]:
        """«اتفاق روسي تركي», «الاتفاق الأميركي - الإيراني»: two states or more, by their adjectives."""
        found: list[Mention] = []
        for j in range(last, min(last + 2 * _REACH_WITH, own)):
            if j in self.syntax.adjective_at:
                found.append(self.syntax.adjective_at[j])
            elif self.scene.reading.tokens[j].norm not in "-–" and (found or j > last + 1):
                break
        return tuple(found) if len({m.code for m in found}) > 1 else ()

    def _partners(self, first: int, last: int, verb: int | None, own: int) -> tuple[Mention, ...]:
        """«مع ج» behind the accord or behind the verb that concludes it, no comma between."""
        found: list[Mention] = []
        for start, reach in ((last, own), (first if verb is None else verb + 1, first)):
            for j in range(start, min(start + _REACH_WITH + 1, reach)):
                if self.scene.reading.tokens[j].norm in "،؛.:":
                    break
                actors = self.syntax.actor_at.get(j, ())
                if actors and _preposition(actors[0]) == "مع":
                    found.extend(self.syntax.coordinated(actors))
        return tuple(found)

    def _leading(self, first: int, lo: int, partners: Sequence[Mention]) -> tuple[Mention, ...]:
        """Whose accord with another it is: «شرح وزير تركي بنود التفاهم مع روسيا»."""
        others = {m.code for m in partners}
        for j in range(lo, first):
            for mention in self.syntax.actor_at.get(j, ()):
                if mention.lead in ("", "و") and _is_party(mention) and mention.code not in others:
                    return (mention,)
        return ()

    def _guarantors(self, first: int, own: int, hi: int) -> tuple[Mention, ...]:
        """«بضمانة أ وب», «الدول الضامنة الثلاث: أ وب وج»."""
        found: list[Mention] = []
        lo, _ = self.syntax.sentence_range(first)
        for j in range(max(first - REACH, lo), own):
            if self.tags.size("under", j) and j + 1 in self.syntax.actor_at:
                found.extend(_several(self.syntax.coordinated(self.syntax.actor_at[j + 1])))
            if self.tags.size("guarantors", j):
                found.extend(self._listed(j + self.tags.size("guarantors", j), hi))
        return tuple(found)

    def _foremost(self, first: int, lo: int) -> tuple[Mention, ...]:
        """«وقعت قوى عدة، في مقدمتها أ وب، ميثاقا»: those who lead the many that made it."""
        for j in range(max(first - _REACH_VERB, lo), first):
            if self.tags.size("foremost", j):
                return self._listed(j + self.tags.size("foremost", j), first)
        return ()

    def _listed(self, k: int, hi: int) -> tuple[Mention, ...]:
        for j in range(k, min(k + 4, hi)):
            if j in self.syntax.actor_at:
                return self.syntax.coordinated(self.syntax.actor_at[j])
        return ()

    def concluding(self, first: int, hi: int, lo: int) -> int | None:
        """The verb or noun of concluding nearest to the accord, not past another accord."""
        for j in range(hi - 1, first - 1, -1):
            if self.tags.verb("concluding", j):
                return j
        aside = self._relative(hi, first)
        if aside is not None:
            return aside
        at = self.concluding_before(first, lo)
        return None if at is None or self.tags.near("not-concluded", at - 2, at) is not None else at

    def _relative(self, start: int, first: int) -> int | None:
        """The verb of «مذكرة إنشاء مناطق …، التي وقعتها»: a relative clause some words behind the accord."""
        _, hi = self.syntax.sentence_range(first)
        for j in range(start, min(start + REACH, hi - 1)):
            if "relatives" in self.syntax.classes[j]:
                form = self.tags.verb("concluding", j + 1)
                return j + 1 if form and form.pronoun else None
            if self.syntax.is_verb(j) or self.tags.size("accord", j):
                return None
        return None

    def concluding_before(self, first: int, lo: int) -> int | None:
        """The last verb or noun of concluding before an accord, not past another one."""
        for j in range(first - 1, max(first - _REACH_VERB, lo) - 1, -1):
            if self.tags.verb("concluding", j) or self.tags.size("concluding", j):
                return j
            if self.tags.size("accord", j):
                return None
        return None

    def _doers(self, verb: int, first: int, known: Known) -> tuple[Mention, ...]:
        """Who concluded: the subject of a verb; of a noun those it belongs to, else those who announced it.

        For «التفاهمات التي أبرمها» the actor leading the sentence.
        """
        lo, hi = self.syntax.sentence_range(verb)
        if self._tells_only(verb, first):
            return ()
        if not self.tags.verb("concluding", verb):
            belongs = self.syntax.subject_after(verb + 1, first) or self.syntax.genitive(verb + 1, first)
            return belongs or self._announcers(verb, lo)
        doers = self.syntax.subject_before(verb) or self.syntax.subject_after(verb + 1, min(verb + 10, hi))
        if self.tags.verb("sponsoring", verb):
            return _sponsors(doers, known.entry)
        if doers or (verb < first and self.syntax.antecedent(verb)):
            return doers or self.syntax.antecedent(verb)
        form = self.tags.verb("concluding", verb)
        if not self.syntax.clause(verb).opener or form is None or not form.pronoun:
            return ()
        leading = (m for j in range(lo, verb) for m in self.syntax.actor_at.get(j, ()) if m.lead in ("", "و"))
        found = next(leading, None)
        return (found,) if found else ()

    def _tells_only(self, verb: int, first: int) -> bool:
        """«أعلنت موسكو أنها بدأت», «أعلن بدء سريان الهدنة»: a teller of how it goes is no party by that."""
        if not self.tags.verb("announcing", verb):
            return False
        end = first if verb < first else min(verb + _REACH_WITH, self.syntax.sentence_range(verb)[1])
        return self.tags.near("told", verb + 1, end) is not None

    def _announcers(self, noun: int, lo: int) -> tuple[Mention, ...]:
        """«أعلن أ التوصل إلى اتفاق»: who announced what was concluded, where nobody else is said to have."""
        for j in range(noun - 1, max(noun - _REACH_VERB, lo) - 1, -1):
            if self.tags.verb("announcing", j):
                return self.syntax.subject_before(j) or self.syntax.subject_after(j + 1, noun)
        return ()

    def _is_sides(self, mention: Mention) -> bool:
        """Whether a mention is «الطرفان» and the like, without words that say whose."""
        return self.tags.size("sides", mention.first) == mention.last - mention.first

    def _settled(self, found: Sequence[Mention], first: int, known: Known) -> Iterable[Mention]:
        """The parties with «الطرفان» replaced by the two that are meant."""
        for mention in found:
            codes = self._two(mention, first, known) if self._is_sides(mention) else ()
            if not codes:
                yield mention
            for code in codes:
                yield replace(mention, code=code, entity=None, name_en=None, name_ar=None)

    def _two(self, mention: Mention, first: int, known: Known) -> tuple[str, ...]:
        """The two sides: those of the accord known, of one told before, or the only two named just before."""
        if self.tags.size("two-states", mention.first):
            states = self._states_named(mention.first)
            if len(states) == _TWO:
                return states
        parties = known.entry.parties if known.entry else ()
        if _TWO in (len(parties), len({code.split(".")[0] for code in parties})):
            return parties
        if known.sides:
            return known.sides
        return () if mention.code else self._last_named(first)

    def _states_named(self, first: int) -> tuple[str, ...]:
        """The states named in the sentence before «البلدين», by their bodies, people or capitals."""
        lo, _ = self.syntax.sentence_range(first)
        named = (m for j in range(lo, first) for m in self.scene.mention_at.get(j, ()) if m.first == j)
        codes = (m.code.split(".")[0] if m.code else _capital_of(m) for m in named)
        return tuple(dict.fromkeys(c for c in codes if c and len(c) == _STATE))

    def _last_named(self, first: int) -> tuple[str, ...]:
        """The codes of the two forces named in the sentences before, where they are two."""
        sentences = self.scene.reading.sentences
        number = self.scene.reading.tokens[first].sentence
        start = sentences[max(number - _LAST_SENTENCES, 0)].first
        codes = {
            m.code or ""
            for j in range(start, sentences[number].first)
            for m in self.syntax.actor_at.get(j, ())
            if _is_party(m) and m.type in ("group", "organisation") and "." in (m.code or "")
        }
        return tuple(sorted(codes)) if len(codes) == _TWO else ()


def _capital_of(mention: Mention) -> str:
    """The state of a capital that stands as a place («في أنقرة»), "" for other mentions."""
    kind, _, rest = (mention.entity or "").partition("/")
    return rest.split("/")[0].upper() if kind == "country" and rest.endswith("/capital") else ""


def _preposition(mention: Mention) -> str:
    """The preposition before a mention without the conjunction: «بين» of «وبين»."""
    return mention.lead.removeprefix("و") if len(mention.lead) > 1 else mention.lead


def _owner(mention: Mention) -> str:
    return (mention.code or "").split(".")[0]


def _is_party(mention: Mention) -> bool:
    """Whether a mention may be a party: neither civilians nor press, and no body of many states."""
    code = mention.code or ""
    return bool(code) and not code.endswith(_NOT_PARTIES) and not code.startswith(("IGO", "NGO"))


def _unique(found: Iterable[Mention]) -> tuple[Mention, ...]:
    unique = {(m.code, m.start): m for m in found if _is_party(m)}
    return tuple(sorted(unique.values(), key=lambda m: m.start))


def _several(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Sponsors in common are parties; a single one is a mediator."""
    return tuple(mentions) if len({m.code for m in mentions}) > 1 else ()


def _sponsors(doers: Sequence[Mention], entry: AgreementEntry | None) -> tuple[Mention, ...]:
    """Those who sponsored an accord: parties where its entry counts them, or nothing is known of it."""
    if entry is None:
        return _several(doers)
    return tuple(m for m in doers if _owner(m) in {code.split(".")[0] for code in entry.parties})
