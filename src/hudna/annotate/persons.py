"""Names of persons no pack knows, told by their form; what pages hide (see export/privacy.py).

A name is a given name with what follows it of its kind («أحمد الحسن», «عبد الله درويش»), a teknonym
(«أم محمد») or one after a lead («الطفل كريم العمر»). When in doubt the words count as a name: a word
hidden too many costs less than a witness shown.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hudna.model.annotations import PROVISIONAL, Mention, Span
from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.packs.words import WordSet
from hudna.text.normalise import fold
from hudna.text.reading import Reading, Token

_MOST = 5
"""Words of the longest name followed."""
_CLITICS = "وفبلك"


@frozen
class PersonStep:
    """Finds names of private persons; built once from lexicon/ar/person_names.yaml.

    `starts` gives for every spelling a name may begin with its word without the clitic.
    """

    words: dict[str, frozenset[str]]
    starts: dict[str, str]

    @classmethod
    def load(cls) -> "PersonStep":
        """The step with the words that come with the program."""
        entries = load_lexicon("person_names", WordSet)
        words = {entry.name: frozenset(map(fold, entry.words)) for entry in entries}
        sure = words["given"] | words["openers"]
        starts = {clitic + word: word for clitic in _CLITICS for word in sure}
        return cls(words, starts | {word: word for word in sure | words["given-common"]})

    def __call__(self, reading: Reading, mentions: Sequence[Mention]) -> tuple[Span, ...]:
        """Published spans of the names, in order and apart; none touches a mention a pack knows.

        Clitics before a name are left out of its span.
        """
        known = [m for m in mentions if m.entity is not None and not m.entity.startswith(PROVISIONAL)]
        return tuple(self._found(reading, known))

    def _found(self, reading: Reading, known: Sequence[Mention]) -> Iterator[Span]:
        done = 0
        for i, token in enumerate(reading.tokens):
            word = self.starts.get(token.norm)
            if word is None or i < done or _is_on(reading, token):
                continue
            end = self._end(reading.tokens, i, word)
            span = Span(token.start + len(token.norm) - len(word), reading.tokens[end - 1].end)
            if end > i and not _touches(known, span):
                yield span
                done = end

    def _end(self, tokens: Sequence[Token], i: int, word: str) -> int:
        """The token after the name that begins at `i` with `word`; `i` if none does."""
        before = tokens[i - 1].norm if i and tokens[i - 1].sentence == tokens[i].sentence else ""
        if before in self.words["named-after"]:
            return i
        j = i + 1
        while j < min(len(tokens), i + _MOST) and self._goes_on(tokens, j):
            j += 1
        while j > i + 1 and tokens[j - 1].norm in self.words["bound"]:
            j -= 1
        if before in self.words["leads"]:
            return i if j == i + 1 and word in self.words["openers"] else j
        sure = word not in self.words["given-common"] or self._is_name(tokens[min(i + 1, j - 1)].norm)
        return j if j > i + 1 and sure else i

    def _goes_on(self, tokens: Sequence[Token], j: int) -> bool:
        last, token = tokens[j - 1], tokens[j]
        if token.kind != "word" or token.sentence != last.sentence or token.start - last.end != 1:
            return False
        word, before = token.norm, self.starts.get(last.norm, last.norm)
        if before == "ام":  # also «or»
            return word in self.words["given"]
        if before in self.words["bound"]:
            return True
        return word not in self.words["no-part"] and self._is_name(word)

    def _is_name(self, word: str) -> bool:
        kinds = ("given", "given-common", "surnames", "bound")
        return any(word in self.words[kind] for kind in kinds) or (word.startswith("ال") and len(word) > 4)


def _is_on(reading: Reading, token: Token) -> bool:
    """Whether a token is the preposition «على», which folds to the name «علي»."""
    return token.norm.endswith("علي") and reading.text[token.end - 1] == "ى"


def _touches(known: Sequence[Mention], span: Span) -> bool:
    """Whether a known name stands in the span; a place after its first word is a surname («أحمد الحسن»)."""
    after = bisect_left(known, span.end, key=lambda m: m.start)
    near = (m for m in known[max(0, after - 4) : after] if m.end > span.start)
    return any(m.type != "place" or m.start <= span.start for m in near)
