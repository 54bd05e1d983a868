"""When two values mean the same: countries of codes, moments, numbers, groups of force."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from hudna.evaluation.gold import Number
from hudna.model.assertions import Actor

FORCE_GROUP: Mapping[str, str] = MappingProxyType(
    {
        "claim": "say",
        "confirm": "say",
        "question": "say",
        "express-concern": "judge",
        "condemn": "judge",
        "accuse": "judge",
        "warn": "threat",
        "threaten": "threat",
        "promise": "promise",
        "deny": "deny",
        "demand": "demand",
    }
)
"""Forces that annotators do not reliably tell apart count as one."""
_NO_NAME_IN_WORDS = """
al el as ad ar at an ash the of in and near city town village province governorate district area region
countryside rural camp neighbourhood neighborhood north south east west northern southern eastern western
"""
_NO_NAME = frozenset(_NO_NAME_IN_WORDS.split())
"""Words of a place name that articles and kinds of places are, not the name."""
_OWNER = re.compile(r"[A-Z]{3}|NGO|IGO")
_JOINED = re.compile(r"[+/]")


def owners(codes: Iterable[str | None]) -> frozenset[str]:
    """The countries (or `NGO`, `IGO`) that actor codes begin with; words that are no code give none."""
    parts = (part for code in codes for part in _JOINED.split(code or ""))
    found = (part.split(".")[0].upper() for part in parts)
    return frozenset(owner for owner in found if _OWNER.fullmatch(owner))


def owners_of(actors: Iterable[Actor]) -> frozenset[str]:
    """The countries of actors found."""
    return owners(actor.code for actor in actors)


def same_time(a: str | None, b: str | None) -> bool:
    """Whether two EDTF or TIMEX3 values are one moment.

    `/open` is `/..`, case, `Z` and marks of doubt do not count, and an interval without an end equals its
    beginning.
    """
    return _same_moment(_plain_time(a), _plain_time(b))


def _plain_time(value: str | None) -> str:
    plain = (value or "").strip().upper().replace("Z", "")
    return plain.replace("/OPEN", "/..").rstrip("~?%")


def _same_moment(a: str, b: str) -> bool:
    if a == b:
        return True
    if "/" in a and "/" in b:
        sides = zip(a.split("/"), b.split("/"), strict=False)
        return all(_same_moment(_plain_time(x), _plain_time(y)) for x, y in sides)
    return (a.endswith("/..") and a[:-3] == b) or (b.endswith("/..") and b[:-3] == a)


def same_number(gold: Number, lower: float | None, upper: float | None) -> bool:
    """Whether a count is the annotated one: either end of it, both for a pair, none for vague words."""
    if isinstance(gold, tuple):
        return (lower, upper) == gold
    if gold is None:
        return lower is None and upper is None
    return gold in (lower, upper)


def same_status(gold: str, found: str) -> bool:
    """Statuses of figures, of which gold knows no «claimed» apart from «alleged»."""
    one_word = {"claimed": "alleged"}
    return one_word.get(gold, gold) == one_word.get(found, found)


def same_place(gold: str, found: str | None) -> bool:
    """Whether two English place names name one place: the words of one are among those of the other.

    Articles, accents, hyphens and words for the kind of place do not count («Idlib province» is «Idlib»), nor
    vowels, doubled letters and a last «h»: spellings of one Arabic name differ in them («Sweida», «Suwayda»).
    """
    a, b = _place_words(gold), _place_words(found or "")
    return bool(a) and bool(b) and (a <= b or b <= a)


def same_people(gold: str, found: str | None) -> bool:
    """Whether two English descriptions of people share a word («Turkish soldiers», «soldiers»)."""
    return bool(_stems(gold) & _stems(found or ""))


def _plain_words(name: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.findall(r"[a-z]+|\d+", bare.replace("'", "").replace("’", "").replace("ʿ", ""))


def _place_words(name: str) -> frozenset[str]:
    return frozenset(_skeleton(word) for word in _plain_words(name) if word not in _NO_NAME)


def _skeleton(word: str) -> str:
    """First letter and consonants of a name's word: Khan Younis and Khan Yunis are `khn yns`."""
    consonants = re.sub(r"[aeiouy]", "", re.sub(r"h$", "", word[1:]))
    return re.sub(r"(.)\1", r"\1", word[:1] + consonants)


def _stems(description: str) -> frozenset[str]:
    irregular = {"women": "woman", "men": "man", "children": "child", "people": "person", "persons": "person"}
    words = (irregular.get(w, w) for w in _plain_words(description))
    return frozenset(w.removesuffix("s") for w in words if w not in {"and", "of", "the", "in", "a", "from"})
