"""One text with its time expressions found, and what else resolving them needs to look at."""

from hudna.annotate.times.encode import Coded
from hudna.annotate.times.lexicon import Lexicon, Tense
from hudna.annotate.times.tense import Tenses
from hudna.annotate.times.values import Found
from hudna.model.annotations import Span
from hudna.model.frozen import frozen
from hudna.text.reading import Reading

_THAT = frozenset({"ان", "بان", "انه", "انها", "انهم", "لان", "بانه", "بانها", "الذي", "التي", "حيث"})


@frozen
class Sheet:
    """A reading, its coded text and the expressions in it, in order."""

    reading: Reading
    coded: Coded
    founds: tuple[Found, ...]
    lexicon: Lexicon
    tenses: Tenses

    def span(self, found: Found) -> tuple[int, int]:
        """Published offsets of an expression."""
        items = self.coded.items
        return self.reading.folded.span(items[found.first].begin, items[found.last - 1].end)

    def words(self, found: Found) -> tuple[int, int]:
        """Token indices `[first, last)` of an expression."""
        return self.coded.items[found.first].first, self.coded.items[found.last - 1].last

    def text(self, found: Found) -> str:
        """The words of an expression as published."""
        start, end = self.span(found)
        return self.reading.text[start:end]

    def sentence(self, found: Found) -> int:
        """The index of the sentence an expression begins in."""
        return self.coded.tokens[self.words(found)[0]].sentence

    def segment(self, found: Found) -> int:
        """The index of the segment an expression stands in."""
        return self.reading.sentences[self.sentence(found)].segment

    def tense(self, found: Found) -> Tense:
        """The tense of the clause around an expression."""
        first, last = self.words(found)
        before = self.coded.codes[found.first - 1 : found.first] or "|"
        return self.tenses.around(first, last, before in "&|;")

    def quote(self, found: Found) -> Span | None:
        """The outermost quotation around an expression."""
        start, end = self.span(found)
        around = [q for q in self.reading.quotes if q.start <= start and end <= q.end]
        return max(around, key=lambda q: q.end - q.start) if around else None

    def said_on(self, found: Found) -> bool:
        """Whether an expression tells when something was said: a verb of saying before it, no «أن» since."""
        first, _ = self.words(found)
        tokens, said = self.coded.tokens, self.lexicon.sets["said"]
        for i in range(first - 1, max(-1, first - 16), -1):
            token = tokens[i]
            if token.sentence != tokens[first].sentence or token.norm in _THAT:
                return False
            if token.kind == "word" and self._says(token.norm, said):
                return True
        return False

    def _says(self, norm: str, said: frozenset[str]) -> bool:
        bare = norm[1:] if norm[0] in "وف" and len(norm) > 3 else norm
        return any(
            word in said or (word.endswith("ت") and (word[:-1] in said or word[:-1] + "ي" in said))
            for word in {norm, bare, bare.removesuffix("ا"), bare.removesuffix("وا")}
        )
