"""Whether a trigger counts: what lexicon/ar/events.yaml asks for under `needs`, checked in the text."""

from collections.abc import Sequence

from hudna.extract.arguments import Syntax
from hudna.extract.scene import Scene
from hudna.extract.triggers import Hit
from hudna.model.annotations import Mention

_CIVIL = frozenset(("GOV", "LEG", "JUD", "SPY", "OPP", "MED", "CVL", "ACT", "NGO", "KRG", "GPC", "ISLAH"))
"""Sectors and parties that bear no arms; any other code under a country is that of a force or armed group."""
_WARLIKE = frozenset(("casualty", "conflict", "conflict-actor", "war", "light"))
"""Needs that an accident told in the sentence leaves unmet."""
UNARMED = (".CVL", ".MED", ".ACT", ".NGO", ".LEG", ".JUD")


class Needs:
    """The checks for one scene."""

    def __init__(self, scene: Scene, syntax: Syntax) -> None:
        self.scene = scene
        self.syntax = syntax

    def reason(
        self, hit: Hit, doers: Sequence[Mention], patients: Sequence[Mention], place: Mention | None
    ) -> str | None:
        """Why a trigger counts as an event, or None where it does not."""
        need = hit.trigger.needs
        first, last = self.syntax.sentence_range(hit.first)
        if need in _WARLIKE and self.syntax.near("accident", first, last):
            return None
        if not self._holds(hit, doers, patients, place):
            return None
        return f"«{self.scene.reading.slice(hit.first, hit.last)}» ({need})"

    def _holds(
        self, hit: Hit, doers: Sequence[Mention], patients: Sequence[Mention], place: Mention | None
    ) -> bool:
        named = [d for d in doers if d.code]
        match hit.trigger.needs:
            case "none":
                ok = True
            case "any":
                ok = bool(doers) or any(p.code for p in patients) or self._befell(hit)
                ok = ok or (hit.trigger.type == "ASSAULT" and place is not None and self._warlike(hit))
            case "any-force":
                acts = any(not (d.code or "").endswith((".CVL", ".MED", ".ACT", ".NGO")) for d in named)
                ok = acts or any(p.code for p in patients) or self._befell(hit)
            case "actor":
                ok = bool(named) or any(d.type == "role" for d in doers)
            case "light":
                shown = hit.trigger.type == "PROTEST" or self._warlike(hit) or bool(patients or place)
                told = self._carried(hit) and shown
                aimed = hit.trigger.type == "ASSAULT" and self._aimed(hit) and self._warlike(hit)
                ok = bool(named) or (hit.form is not None and self._warlike(hit)) or told or aimed
            case "war":
                ok = bool(named) and self._warlike(hit)
            case "conflict":
                fought = any(bears_arms(d.code) for d in named) or self._warlike(hit)
                ok = fought and bool(named or patients or place or hit.trigger.both)
            case "conflict-actor":
                ok = any(is_armed(d) for d in named) or self._warlike(hit)
            case "casualty":
                attacked = hit.form is not None and any(is_armed(d) for d in doers)
                ok = self._hurts_people(hit, patients) or attacked
            case "ceasefire":
                ok = self._ceasefire(hit)
            case "civilians":
                ok = bool(patients) or self._people_flee(hit)
            case "civilian-actor":
                ok = any(is_harmless(d) for d in doers)
            case "people":
                ok = any(is_harmless(d) for d in doers) or self._counted(hit)
            case "moved":
                ok = bool(named) or any(d.type == "role" for d in doers) or self._moves(hit)
            case "military-actor":
                ok = any(is_armed(d) for d in named)
            case "official":
                ok = any(not (d.code or "").endswith(UNARMED) for d in named)
            case "two":
                sides = {m.code for m in (*named, *patients) if m.code}
                met = hit.form is not None and any(not is_harmless(d) for d in named)
                ok = len(sides) > 1 or any(d.type == "role" for d in doers) or met
            case "two-sides":
                ok = bool(named) and any(p.code for p in patients)
            case "sanction":
                ok = bool(named) and self._sanctions(hit)
            case "committed":
                ok = bool(named) or self._carried(hit)
        return ok

    def _counted(self, hit: Hit) -> bool:
        """«احتشد المئات», «عبر 300 ألف شخص»: a number right after the verb or before it."""
        near = (*range(hit.last, hit.last + 4), *range(max(hit.first - 2, 0), hit.first))
        return any(j in self.scene.quantity_at for j in near)

    def _moves(self, hit: Hit) -> bool:
        """«القطعات تنسحب من …»: a verb in a sentence of war, whoever its subject is."""
        return hit.form is not None and not hit.form.pronoun and self._warlike(hit)

    def _warlike(self, hit: Hit) -> bool:
        first, last = self.syntax.sentence_range(hit.first)
        armed = any(bears_arms(m.code) for j in range(first, last) for m in self.syntax.actor_at.get(j, ()))
        return armed or self.syntax.near("war", first, last)

    def _carried(self, hit: Hit) -> bool:
        """A light verb or a word of cause carries the noun: «شهدت … قصفاً», «جراء القصف»."""
        first, last = self.syntax.sentence_range(hit.first)
        near = range(max(hit.first - 8, first), min(hit.last + 6, last))
        if any(self.syntax.tagged.verb("light", j) for j in near if not hit.first <= j < hit.last):
            return True
        return self.syntax.near("carriers", max(hit.first - 2, first), hit.first)

    def _aimed(self, hit: Hit) -> bool:
        """«غارات على المدينة», «إطلاق نار على آليتهم»: an attack told with what it was aimed at.

        «الهجوم على …» only speaks of one.
        """
        if hit.definite:
            return False
        tokens, last = self.scene.reading.tokens, self.syntax.sentence_range(hit.first)[1]
        return any(tokens[j].norm in ("علي", "ضد") for j in range(hit.last, min(hit.last + 3, last)))

    def _befell(self, hit: Hit) -> bool:
        """«أُفرج عن 20 معتقلاً», «تم استهداف …»: told of a number of people, or as a thing done."""
        counted = any(j in self.scene.quantity_at for j in range(hit.last, hit.last + 5))
        done = (
            hit.form is None and hit.first > 0 and self.syntax.tagged.verb("light", hit.first - 1) is not None
        )
        return counted or done

    def _hurts_people(self, hit: Hit, patients: Sequence[Mention]) -> bool:
        if patients:
            return True
        quantities = self.scene.quantity_at
        return any(j in quantities for j in range(hit.first - 3, hit.last + 5)) or self._carried(hit)

    def _ceasefire(self, hit: Hit) -> bool:
        clause = self.syntax.clause(hit.first)
        if self.syntax.near("breach", max(hit.first - 3, clause.first), hit.first):
            return False
        lo, hi = max(clause.first, hit.first - 8), min(clause.last, hit.last + 8)
        verbs = any(self.syntax.tagged.verb("ceasefire-start", j) for j in range(lo, hi))
        return verbs or self.syntax.near("ceasefire-start", lo, hi)

    def _people_flee(self, hit: Hit) -> bool:
        return any(j in self.scene.quantity_at for j in range(hit.last, hit.last + 5))

    def _sanctions(self, hit: Hit) -> bool:
        return self.syntax.near(
            "sanctions", hit.first, min(hit.last + 5, self.syntax.sentence_range(hit.first)[1])
        )


def bears_arms(code: str | None) -> bool:
    """Whether a code is a force's («SYR.MIL») or an armed group's own («LBN.HEZ»)."""
    country, _, own = (code or "").partition(".")
    return bool(own) and own not in _CIVIL and country not in ("IGO", "NGO")


def is_armed(mention: Mention) -> bool:
    """Whether a mention may fight: a force, a group, or a state as a whole."""
    code = mention.code or ""
    if is_harmless(mention):
        return False
    return bears_arms(code) or (len(code) == 3 and code.isupper()) or mention.type == "group"


def is_harmless(mention: Mention) -> bool:
    """Whether a mention is of people who do not fight; a group a pack names («المستوطنون») may attack."""
    if mention.entity and mention.type == "group" and (mention.code or "").endswith(".CVL"):
        return False
    return (mention.code or "").endswith(UNARMED)
