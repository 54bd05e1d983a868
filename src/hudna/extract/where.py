"""Where an event took place: which of the places around its words is meant.

The nearest place of the clause counts, the inner one of a chain («بلدة كفرنبل بريف إدلب»). Places that only
say where guns stand or where something set out («مصدره», «المتمركزة في») are not where it happened.
"""

from collections.abc import Sequence

from hudna.extract.arguments import Syntax
from hudna.extract.triggers import Hit
from hudna.model.annotations import DATELINE, Mention

_REACH = 20
"""Tokens from the trigger within its sentence, beyond its clause."""
_REACH_ORIGIN = 6
"""Tokens from a word such as «مصدره» to the place it governs."""
_REACH_STATIONED = 2
_WITHIN = frozenset({"ب", "في", "من", "ضمن"})
_TARGETED = ("ASSAULT", "MOBILIZE")
_COUNTRY_LEADS = ("في", "ب", "داخل", "علي")


def place_of_event(syntax: Syntax, hit: Hit, doers: Sequence[Mention]) -> Mention | None:
    """The place of an event: in its clause after the trigger, before it, then in its sentence."""
    clause = syntax.clause(hit.first)
    first, last = syntax.sentence_range(hit.first)
    for span in (
        range(hit.last, clause.last),
        range(hit.first - 1, clause.first - 1, -1),
        range(hit.last, min(last, hit.last + _REACH)),
        range(hit.first - 1, max(first - 1, hit.first - _REACH), -1),
    ):
        found = [syntax.place_at[j] for j in span if j in syntax.place_at and not syntax.of_accord(j, 1)]
        kept = [m for m in found if not _is_origin(syntax, m, hit, doers)]
        if kept:
            return _inner(syntax, _target(syntax, hit, kept))
    for j in range(hit.last, clause.last):
        for mention in syntax.actor_at.get(j, ()):
            if mention.type == "country" and mention.lead in _COUNTRY_LEADS:
                return mention
    return None


def _target(syntax: Syntax, hit: Hit, found: Sequence[Mention]) -> Mention:
    """Of the places of one stretch the one aimed at: «من لبنان على كريات شمونة», «في ريف إدلب بلدة …»."""
    if hit.trigger.type not in _TARGETED:
        return found[0]
    aimed = [m for m in found if not _is_start(syntax, m)] or list(found)
    if hit.form and aimed[0].lead in ("في", "ب"):
        return next((m for m in aimed if m.lead == "" and m.first > hit.last), aimed[0])
    return aimed[0]


def _inner(syntax: Syntax, mention: Mention) -> Mention:
    """The first of a chain of places, each within the next: «حي الزهراء في مدينة حلب بالشمال»."""
    ends = {m.last: m for m in syntax.place_at.values()}
    while mention.lead in _WITHIN:
        before = ends.get(mention.first) or ends.get(mention.first - 1)
        if before is None or before.lead == DATELINE or before.first >= mention.first:
            break
        mention = before
    return mention


def _is_start(syntax: Syntax, mention: Mention) -> bool:
    """Whether «من» before a place says where something set out, not a part of it or a distance from it."""
    if mention.lead.removeprefix("و") != "من" or mention.first < 2:
        return False
    return "partitives" not in syntax.classes[mention.first - 2]


def _is_origin(syntax: Syntax, mention: Mention, hit: Hit, doers: Sequence[Mention]) -> bool:
    """Whether a place is where the guns or the attackers stand: «مصدره معسكر X», «القوات المتمركزة في X»."""
    if mention.lead == DATELINE:
        return True
    for j in range(mention.first - 1, max(mention.first - 1 - _REACH_ORIGIN, -1), -1):
        if syntax.tokens[j].norm in "،؛:." or hit.first <= j < hit.last or j in syntax.place_at:
            return False
        if "origins" in syntax.classes[j]:
            return True
        if "stationed" in syntax.classes[j]:
            return any(0 <= j - doer.last < _REACH_STATIONED for doer in doers)
        if "own-positions" in syntax.classes[j]:
            return j > 0 and syntax.tokens[j - 1].norm == "من"
    return False
