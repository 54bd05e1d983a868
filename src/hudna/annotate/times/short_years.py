"""Years of two digits: «الخامس من حزيران 67», but not «الخامس من حزيران 67 مدنياً»."""

import re

from hudna.annotate.times.encode import Coded, Item
from hudna.annotate.times.lexicon import Lexicon

SHORT = "short"
"""What the `part` of a year's item says where the century was left out."""
_DATED = re.compile(
    r"(?:[do]f?)s?[Mm](?:[/\-]?[Mm]|\{[Mm]\})?(?P<year>[dn])(?![%:/\-&MmYseULKqDdnPpTcRNJyC])(?!,y)"
)
_CLOSING = ("", ",", ";", "·", "}", "|")
_ENDS = frozenset('"»”؟?!…')
_LEAST_ALONE = 32
"""A lesser number counts rather than dates where a word follows at once."""


def with_short_years(coded: Coded, lexicon: Lexicon) -> Coded:
    """The coded text with such numbers coded as years, of the century that `in_century` may still change."""
    items, codes = list(coded.items), list(coded.codes)
    for match in _DATED.finditer(coded.codes):
        at = match.start("year")
        if _is_year(coded, at, lexicon):
            old = items[at]
            number = int(old.value)
            value = number + (2000 if number <= 50 else 1900)
            items[at], codes[at] = Item("y", value, old.begin, old.end, old.first, old.last, SHORT), "y"
    return Coded("".join(codes), tuple(items), coded.tokens)


def in_century(year: int, latest: int) -> int:
    """A year of two digits as the last such year up to `latest`."""
    return year - 100 if year > latest else year


def _is_year(coded: Coded, at: int, lexicon: Lexicon) -> bool:
    item = coded.items[at]
    if item.last - item.first != 1 or len(coded.tokens[item.first].norm) != 2:
        return False
    after = coded.after(at)
    if coded.codes[at + 1 : at + 2] in _CLOSING or after in _ENDS:
        return True
    if not after.isalpha() or after in lexicon.sets["counted"] or int(item.value) < _LEAST_ALONE:
        return False
    return after.startswith("ال") or not after.endswith(("ا", "ه"))
