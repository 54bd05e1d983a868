"""Parts of the day that stand without a day: «سقطت فجراً», «حتى العصر», «بعد صلاة الجمعة»."""

import re

from hudna.annotate.times.encode import Coded
from hudna.annotate.times.lexicon import Lexicon
from hudna.annotate.times.values import Found, Point


class PartBuilder:
    """Builds parts of the day from matches; holds no state between texts but the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def part_now(self, coded: Coded, match: "re.Match[str]") -> Found:
        """«هذا الصباح»."""
        part = str(coded.items[match.end() - 1].value)
        return Found("point", match.start(), match.end(), Point(offset=0, part=part), relative=True)

    def since_part(self, coded: Coded, match: "re.Match[str]") -> Found:
        """«منذ ساعات الصباح»."""
        part = str(coded.items[match.end() - 1].value)
        return Found("point", match.start(), match.end(), Point(part=part), since=True)

    def part_alone(self, coded: Coded, match: "re.Match[str]") -> Found | None:
        """«سقطت ظهراً», «حتى العصر», «ساعات الصباح الأولى»; «من الصبح» begins with it."""
        start, end = match.span()
        at = next(k for k in range(start, end) if coded.codes[k] in "PpT")
        item = coded.items[at]
        beside = {coded.before(start), coded.after(end - 1)}
        if any(word and self.lexicon.has("no-adverb", word) for word in beside):
            return None
        point = Point(part=str(item.value))
        if end - start > 1:
            hours = str(coded.items[start].value) == "H"
            return Found("point", start, end, point) if hours else None
        adverb = self._is_adverb(coded, at)
        begins = coded.codes[start - 1 : start] == "f" and item.code == "T"
        if begins and (adverb or item.value not in ("MI", "NI")):
            return Found("point", start - 1, end, point, since=True)
        if adverb or (item.code == "T" and self._is_dated(coded, at)):
            return Found("point", start, end, point)
        return None

    def _is_adverb(self, coded: Coded, at: int) -> bool:
        """Whether a part of the day is said in an adverb's form, which two verbs of the dual share."""
        item = coded.items[at]
        words = " ".join(token.norm for token in coded.tokens[item.first : item.last])
        if not self.lexicon.has("adverb", words):
            return False
        construct = item.code in "Pp" and not words.endswith("ا") and " " not in words
        if construct and coded.after(at).startswith("ال"):
            return False
        return not coded.before(at).endswith("ان")

    def _is_dated(self, coded: Coded, at: int) -> bool:
        """Whether «الفجر», «المساء» follow a word that makes a time of them."""
        lead, word = coded.codes[at - 1 : at], coded.before(at)
        if lead == "i":
            return word != "في" or coded.items[at].value in ("MO", "EV", "NI")
        return lead in tuple("uBaI") or self.lexicon.has("until-part", word)
