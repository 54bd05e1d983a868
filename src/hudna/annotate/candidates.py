"""What may be a mention, and what all of it together tells of the country a text is about."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from hudna.annotate.names import Named
from hudna.annotate.noun_phrases import SECTORS, Phrase
from hudna.annotate.place_phrases import PlacePhrase
from hudna.model.frozen import frozen

STATE = frozenset({"GOV", "MIL"})
"""Sectors by which a state acts outward."""


@frozen
class Candidate:
    """Something found at tokens `[first, last)`: a phrase, a place phrase, or a name's meanings."""

    first: int
    last: int
    lead: str
    phrase: Phrase | None = None
    place: PlacePhrase | None = None
    names: tuple[Named, ...] = ()


def _is_known(candidate: Candidate) -> bool:
    """Whether the words name an actor of a pack: that tells more than a noun with its owner."""
    names = () if candidate.phrase else candidate.names
    return any(m.kind in ("person", "organisation", "group") and not m.short for m in names)


def longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Left to right, the longest candidate at each place; a phrase before a bare name of equal length."""
    kept: list[Candidate] = []
    ranked = sorted(
        candidates, key=lambda c: (c.first, -c.last, not _is_known(c), c.phrase is None, not c.place)
    )
    for candidate in ranked:
        if not kept or candidate.first >= kept[-1].last:
            kept.append(candidate)
    return kept


def votes_of(found: Sequence[Candidate], roaming: Collection[str] = ()) -> Counter[str]:
    """What tells the country the text is about: where its places lie, then whose actors it names.

    Groups that fight in several countries (`roaming` codes) tell none.
    """
    votes: Counter[str] = Counter()
    for c in found:
        # A name of places in several countries («أريحا») tells for none of them, nor does a common word.
        bare = () if c.phrase or all(m.weak for m in c.names) else c.names
        for names in (c.place.named if c.place else (), bare):
            known = len({m.country for m in names}) == 1 and names[0].code not in roaming
            if known and names[0].country:
                votes[names[0].country] += 3 if names[0].kind in ("place", "group") else 1
        if c.phrase:
            votes.update({b.code.split(".")[0]: 1 for b in c.phrase.bases if b.code not in roaming})
    return votes


def acting_state(found: Sequence[Candidate], dominant: str | None) -> str | None:
    """Whose «وزارة الدفاع» is meant where nothing says it: the country's that the text is about.

    Where only armed groups of it are named and another state, its («تركيا … قسد … وزارة الدفاع»).
    """
    states: Counter[str] = Counter()
    groups: set[str] = set()
    for c in found:
        for m in c.names[:1]:
            if m.short and c.phrase:
                continue  # «الجيش» is some pack's short name, and here perhaps another's
            if m.country and is_state(m):
                states[m.country] += 1
            elif m.country and m.kind == "group":
                groups.add(m.country)
        for base in c.phrase.bases if c.phrase else ():
            if base.named and base.named.short:
                continue
            country, _, own = base.code.partition(".")
            if own and own not in SECTORS:
                groups.add(country)
            elif not own and c.phrase and c.phrase.role.sector in STATE:
                states[country] += 1
    if dominant in states or dominant not in groups:
        return dominant
    return next(iter(states_of(states)), dominant)


def states_of(votes: Counter[str]) -> list[str]:
    """Codes of countries, the most voted for first."""
    return [code for code, _ in votes.most_common() if len(code) == 3 and code not in ("IGO", "NGO", "IMG")]


def is_state(named: Named) -> bool:
    """Whether a name is that of a state or of a body of its government or army."""
    return named.kind in ("country", "capital") or (named.code or "").partition(".")[2] in STATE
