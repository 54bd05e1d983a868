"""Verbs that carry an attack told as a noun, and attacks that are the subject of a verb.

«وردت أنقرة بقصف …», «تعرضت دورية لهجوم»: who does it, or suffers it, is the subject of the verb.
"""

from collections.abc import Iterator

from hudna.extract.arguments import Syntax
from hudna.extract.triggers import Hit
from hudna.model.annotations import Mention


class Carriers:
    """The verbs around the nouns of one scene."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax

    def _back(self, hit: Hit, reach: int) -> Iterator[int]:
        """The tokens before a trigger in its sentence, the nearest first, `reach` at most."""
        first, _ = self.syntax.sentence_range(hit.first)
        return iter(range(hit.first - 1, max(hit.first - reach - 1, first - 1), -1))

    def _norm(self, i: int) -> str:
        return self.syntax.tokens[i].norm if i >= 0 else ""

    def _subject(self, verb: int, limit: int) -> tuple[Mention, ...]:
        return self.syntax.subject_after(verb + 1, limit) or self.syntax.subject_before(verb)

    def answering(self, hit: Hit) -> tuple[Mention, ...]:
        """«وردت أنقرة بقصف مواقع الجيش»: the subject of «رد» or «قام» acts, the genitive suffers it."""
        if hit.form or hit.pronoun or hit.lead != "ب":
            return ()
        for j in self._back(hit, 11):
            if self.syntax.tagged.verb("answering", j):
                return self._subject(j, hit.first)
            if self._norm(j) in ("،", "؛") or self.syntax.is_verb(j):
                return ()
        return ()

    def suffering(self, hit: Hit) -> tuple[Mention, ...]:
        """«تعرضت دورية لهجوم», «هجوم تعرضت له دورية»: the subject of «تعرض» is attacked."""
        if hit.form and not may_be_noun(hit):
            return ()
        _, last = self.syntax.sentence_range(hit.first)
        for j in self._back(hit, 13):
            if self.syntax.tagged.verb("suffering", j):
                return (
                    self._subject(j, hit.first)
                    or self.syntax.antecedent(j)
                    or self._described_after(j, hit.first)
                )
            if self._norm(j) in ("؛", ".") or self.syntax.is_verb(j):
                break
        for j in range(hit.last, min(hit.last + 4, last - 1)):
            if self.syntax.tagged.verb("suffering", j) and self._norm(j + 1).startswith("له"):
                return self.syntax.subject_after(j + 2, last)
        return ()

    def before_noun(self, hit: Hit) -> tuple[Mention, ...]:
        """«قامت روسيا بتصعيد كبير»: the subject of the verb just before a noun with «ب»."""
        meant = hit.lead == "ل" and self.syntax.near("planned", hit.first - 6, hit.first)
        if hit.lead.removeprefix("و") != "ب" and self._norm(hit.first - 1) not in ("في", "من") and not meant:
            return ()
        for j in self._back(hit, 7):
            plan = meant and "planned" in self.syntax.classes[j]
            before = self.syntax.hit_at.get(j)
            if before and before.trigger.type in ("ACCUSE", "REQUEST"):
                return ()  # «اتهم الجيش إسرائيل بخطف صياد»
            if before and (before.trigger.casualty or (before.form and before.trigger.passive)):
                return ()  # «مقتل اثنين … في هجوم»: whoever tells of the dead did not attack
            if plan or self.syntax.is_verb(j) or self.syntax.tagged.verb("doing", j):
                return self._subject(j, hit.first)
        return ()

    def of_object(self, hit: Hit) -> tuple[Mention, ...]:
        """«استكملت حماس عند الظهر تسليم …»: the subject of the verb of doing whose object the noun is."""
        if hit.lead or "before-nouns" in self.syntax.classes[hit.first - 1]:
            return ()
        for j in self._back(hit, 11):
            if self.syntax.tagged.verb("doing", j):
                return self._subject(j, hit.first)
            if (
                self._norm(j) in ("؛", ".")
                or self.syntax.is_verb(j)
                or "clause-breaks" in self.syntax.classes[j]
            ):
                return ()
        return ()

    def told_of_an_attack(self, hit: Hit, first: int) -> bool:
        """«الهجوم الذي استهدف جنودها»: the attack is spoken of, the actor after the verb is hit."""
        relative = first - 1
        if (
            relative < 1
            or "relatives" not in self.syntax.classes[relative]
            or (hit.form and hit.form.pronoun)
        ):
            return False
        before = [self.syntax.hit_at.get(j) for j in range(max(relative - 3, 0), relative)]
        return any(h is not None and h.form is None and h.trigger.type == "ASSAULT" for h in before)

    def attack_hits(self, hit: Hit) -> bool:
        """«هجوم انتحاري استهدف دورية»: the attack is the subject, what stands after the verb is hit."""
        if not self.syntax.tagged.verb("hitting", hit.first) or (hit.form and hit.form.pronoun):
            return False
        for j in self._back(hit, 6):
            before = self.syntax.hit_at.get(j)
            if before and not before.form and before.trigger.type == "ASSAULT":
                return not before.trigger.casualty
            if self.syntax.is_verb(j) or self._norm(j) in ("،", "؛", "."):
                return False
        return False

    def _described_after(self, verb: int, limit: int) -> tuple[Mention, ...]:
        found = (self.syntax.described(j, {"obj"}) for j in range(verb + 2, limit))
        return tuple(m for m in found if m)[:1]


def may_be_noun(hit: Hit) -> bool:
    """«قصف», «خطف»: the bare past of many verbs is spelled like their verbal noun."""
    form = hit.form
    return form is None or (form.tense, form.number, form.gender, form.pronoun) == ("past", "sg", "m", "")
