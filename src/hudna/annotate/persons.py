"""Names of persons no pack knows, told by their form; what pages hide (see export/privacy.py).

A name is a given name with what follows it of its kind («أحمد الحسن», «عبد الله درويش»), a teknonym
(«أم محمد») or one after a lead («الطفل كريم العمر»). When in doubt the words count as a name: a word
hidden too many costs less than a witness shown.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hudna.model.annotations import Mention, Span
from hudna.packs.load import load_lexicon
from hudna.packs.words import WordSet
from hudna.text.normalise import fold
from hudna.text.reading import Reading, Token

_MOST = 5
"""Words of the longest name followed."""
_CLITICS = "وفبلك"
_ALONE = frozenset({"ابو", "ام"})
_ABD = "عبد"


@dataclass(frozen=True, slots=True)
class PersonStep:
    """Finds names of private persons; built once from lexicon/ar/person_names.yaml."""

    words: dict[str, frozenset[str]]
    starts: frozenset[str]
    """Spellings a name may begin with, a clitic included: all others are passed over at once."""

    @classmethod
    def load(cls) -> "PersonStep":
        """The step with the words that come with the program."""
        entries = load_lexicon("person_names", WordSet)
        words = {entry.name: frozenset(map(fold, entry.words)) for entry in entries}
        first = words["given"] | words["given-common"] | _ALONE | {_ABD}
        return cls(words, first | {clitic + word for clitic in _CLITICS for word in first})

    def __call__(self, reading: Reading, mentions: Sequence[Mention]) -> tuple[Span, ...]:
        """Published spans of the names, in order and apart; none touches a mention a pack knows.

        Clitics before a name are left out of its span.
        """
        known = [m for m in mentions if m.entity is not None]
        return tuple(self._found(reading, known))

    def _found(self, reading: Reading, known: Sequence[Mention]) -> Iterator[Span]:
        tokens, i = reading.tokens, 0
        while i < len(tokens):
            if tokens[i].norm not in self.starts:
                i += 1
                continue
            end = self._end(tokens, i) if not _is_on(reading, tokens[i]) else i
            if end > i:
                span = Span(tokens[i].start + self._clitic(tokens[i]), tokens[end - 1].end)
                if not _touches(known, span):
                    yield span
                    i = end
                    continue
            i += 1

    def _end(self, tokens: Sequence[Token], i: int) -> int:
        """The token after the name that begins at `i`; `i` if none does."""
        before = tokens[i - 1].norm if i and tokens[i - 1].sentence == tokens[i].sentence else ""
        if before in self.words["named-after"]:
            return i
        word = self._bare(tokens[i])
        led = before in self.words["leads"]
        common = word in self.words["given-common"]
        if not (common or word in self.words["given"] or word in _ALONE or word == _ABD):
            return i
        j = i + 1
        while j < min(len(tokens), i + _MOST) and self._goes_on(tokens, j):
            j += 1
        while j > i + 1 and tokens[j - 1].norm in self.words["bound"]:
            j -= 1
        long_enough = j > i + 1 and (not common or led or self._is_name(tokens[i + 1].norm))
        return j if long_enough or (led and j > i and word not in _ALONE and word != _ABD) else i

    def _goes_on(self, tokens: Sequence[Token], j: int) -> bool:
        last, token = tokens[j - 1], tokens[j]
        if token.kind != "word" or token.sentence != last.sentence or token.start - last.end != 1:
            return False
        word = token.norm
        before = self._bare(last)
        if before == "ام":  # also «or»
            return word in self.words["given"]
        if before in self.words["bound"]:
            return True
        if word in self.words["no-part"]:
            return word == "الله" and last.norm.endswith(_ABD)
        return self._is_name(word)

    def _is_name(self, word: str) -> bool:
        names = self.words
        return (
            word in names["given"]
            or word in names["given-common"]
            or word in names["surnames"]
            or word in names["bound"]
            or (word.startswith("ال") and len(word) > 4)
        )

    def _bare(self, token: Token) -> str:
        return token.norm[self._clitic(token) :]

    def _clitic(self, token: Token) -> int:
        """Letters of the clitic before a name: 0 or 1."""
        word = token.norm
        names = self.words
        whole = word in names["given"] or word in names["given-common"] or word in _ALONE or word == _ABD
        if whole or word[:1] not in _CLITICS:
            return 0
        rest = word[1:]
        return int(rest in names["given"] or rest in _ALONE or rest == _ABD)


def _is_on(reading: Reading, token: Token) -> bool:
    """Whether a token is the preposition «على», which folds to the name «علي»."""
    return token.norm.endswith("علي") and reading.text[token.end - 1] == "ى"


def _touches(known: Sequence[Mention], span: Span) -> bool:
    """Whether a known name stands in the span; a place after its first word is a surname («أحمد الحسن»)."""
    after = bisect_left(known, span.end, key=lambda m: m.start)
    near = (m for m in known[max(0, after - 4) : after] if m.end > span.start)
    return any(m.type != "place" or m.start <= span.start for m in near)
