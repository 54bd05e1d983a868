"""How certain an event is told (status), and by what means (mode), from the words around its trigger."""

from hudna.extract.arguments import Syntax
from hudna.extract.scene import Scene
from hudna.extract.triggers import Hit
from hudna.model.assertions import Force, Statement, Status

_WITHOUT = frozenset(("دون", "ودون", "بدون", "وبدون"))
_REACH_UNDONE = 4
_REACH_ACCUSATION = 5


class Mood:
    """Status and mode for one scene."""

    def __init__(self, scene: Scene, syntax: Syntax) -> None:
        self.scene = scene
        self.syntax = syntax

    def status(self, hit: Hit, said_by: Statement | None) -> Status:
        clause = self.syntax.clause(hit.first)
        tokens = self.scene.reading.tokens
        # «لم تعد القوات تسيطر»: past a subject right before the verb.
        start = min((m.first for m in self.scene.mention_at.get(hit.first - 1, ())), default=hit.first)
        before = max(start - 3, clause.first)
        first = self.syntax.sentence_range(hit.first)[0]
        if (
            hit.form
            and self.syntax.near("negation", before, hit.first)
            and not self._still(before, hit.first)
        ):
            return "negated"
        if hit.form and hit.form.tense == "present" and tokens[hit.first - 1].norm == "الا":
            return "negated"
        if self._accused_of(hit, clause.first) and not (said_by and said_by.force == "deny"):
            return "alleged"
        if self._left_undone(hit, clause.first):
            return "negated"
        if not hit.form and self._carried_by_negation(hit, clause.first):
            return "negated"
        near = max(hit.first - 3, first)
        if self.syntax.near("hypothetical", near, min(hit.last + 4, clause.last)):
            return "hypothetical"
        if tokens[first].norm == "هل" or self._may_be(hit, clause.first):
            return "hypothetical"
        if hit.form and hit.form.tense == "present" and tokens[hit.first - 1].norm in ("قد", "وقد"):
            return "hypothetical"
        if hit.form and hit.form.tense == "future":
            return "planned"
        if hit.form is None and hit.lead == "ل" and hit.trigger.type in ("RETREAT", "MOBILIZE", "AID"):
            return "planned"
        agreed = any(self.syntax.tagged.verb("agreeing", j) for j in range(clause.first, hit.first))
        if agreed and not hit.form and hit.trigger.type in ("RETREAT", "MOBILIZE", "AID"):
            return "planned"
        if self.syntax.near("planned", max(hit.first - 6, first), hit.first):
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

    def _may_be(self, hit: Hit, first: int) -> bool:
        """«قد يعلن الجيش هدنة»: «قد» with an imperfect before the trigger in its clause."""
        tokens = self.scene.reading.tokens
        for j in range(first, hit.first):
            if tokens[j].norm in ("قد", "وقد") and tokens[j + 1].norm.startswith("ي"):
                return True
        return False

    def _accused_of(self, hit: Hit, first: int) -> bool:
        """«لم تعلق على اتهامها بقصف المشفى»: what somebody is accused of, come of it what may."""
        near = max(hit.first - _REACH_ACCUSATION, first)
        return not hit.form and hit.lead == "ب" and bool(self.syntax.near("accusation", near, hit.first))

    def _left_undone(self, hit: Hit, first: int) -> bool:
        """«دون أن تقصف», «من دون أن تشن غارات»: the clause that «دون أن» opens."""
        tokens = self.scene.reading.tokens
        if first < 2 or tokens[first - 1].norm != "ان" or tokens[first - 2].norm not in _WITHOUT:
            return False
        if hit.form:
            return hit.form.tense == "present"
        return self.syntax.is_verb(first) and hit.first <= first + _REACH_UNDONE

    def _carried_by_negation(self, hit: Hit, first: int) -> bool:
        """«لم تشن الطائرات أي غارة», «لم تشهد صنعاء غارات»."""
        return any(
            "negation" in self.syntax.classes[j] and self.syntax.is_verb(j + 1) and not self._still(j, j + 2)
            for j in range(first, hit.first - 1)
        )

    def _still(self, lo: int, hi: int) -> bool:
        """«ما زالت», «لا يزال» deny nothing."""
        return self.syntax.near("still", lo, hi)

    def mode(self, hit: Hit) -> str | None:
        if hit.trigger.mode or hit.trigger.type != "ASSAULT":
            return hit.trigger.mode
        lo, hi = max(hit.first - 3, 0), hit.last + 6
        first, last = self.syntax.sentence_range(hit.first)
        for mode in ("drone", "aerial", "heavy-weapons"):
            if self.syntax.near(mode, max(lo, first), min(hi, last)):
                return mode
        return None


def _future(norm: str) -> bool:
    return norm.endswith(("مقبل", "مقبله", "قادم", "قادمه"))
