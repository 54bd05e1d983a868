"""Whom «الطرفان», «الجانبان», «الوزيران» stand for: the two sides a text named before."""

from collections.abc import Sequence

from hudna.model.annotations import Mention
from hudna.text.reading import Token

_OF_LATE = 4
"""Sentences before «الطرفان» in which just two parties may stand."""
_PAIR = 2
_ASIDE = 4
"""Words that may stand between two sides: «بين المعارضة من جهة، وقوات النظام»."""

Side = tuple[str, str | None]
"""The code and the English name of a side."""


def two_parties(done: Sequence[Mention], tokens: Sequence[Token], sector: str, first: int) -> list[Side]:
    """The two sides last named together («تركيا وروسيا», «بين أ وب», «أ مع ب»), of that sector if any.

    Two that only stand near one another are taken for the two sides where nobody else was named of late;
    none are given where that does not tell them. `first` is the token of «الطرفان».
    """
    parties = [m for m in done if _is_party(m, sector)]
    for n in range(len(parties) - 1, 0, -1):
        one, two = parties[n - 1], parties[n]
        if one.code != two.code and _together(tokens, one, two) and not _third(parties, n - 2, one):
            return [(m.code or "", m.name_en) for m in (one, two)]
    return _only_two(parties, tokens, first)


def _only_two(parties: Sequence[Mention], tokens: Sequence[Token], first: int) -> list[Side]:
    """The two parties named in this sentence and the four before it, if there are just two.

    A state beside a body of its own («السودان», «الجيش السوداني») is not one more.
    """
    since = tokens[first].sentence - _OF_LATE
    named = {m.code or "": m.name_en for m in parties if tokens[m.first].sentence >= since}
    apart = [code for code in named if not any(other.startswith(f"{code}.") for other in named)]
    return [(code, named[code]) for code in apart] if len(apart) == _PAIR else []


def _together(tokens: Sequence[Token], one: Mention, two: Mention) -> bool:
    if tokens[one.first].sentence != tokens[two.first].sentence:
        return False
    if one.first == two.first or (two.lead == "و" and two.first - one.last <= _ASIDE):
        return True
    return two.lead == "مع" and one.lead in ("", "و")


def _third(parties: Sequence[Mention], n: int, one: Mention) -> bool:
    """Whether a third party is joined before the two: «تركيا وروسيا وإيران» are no two sides."""
    return n >= 0 and one.lead == "و" and parties[n].last == one.first


def _is_party(mention: Mention, sector: str) -> bool:
    if not mention.code or mention.type == "place" or mention.lead == "adj":
        return False
    if mention.code.endswith((".CVL", ".MED", ".ACT", ".NGO")) or mention.code.startswith(("IGO", "NGO")):
        return False
    return not sector or mention.code.endswith(f".{sector}")
