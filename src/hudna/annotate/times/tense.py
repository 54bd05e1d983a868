"""Whether the clause around a time word looks back or ahead, told by its nearest verb."""

from collections.abc import Sequence

from hudna.annotate.times.lexicon import Lexicon, Tense
from hudna.model.frozen import frozen
from hudna.text.clitics import leads
from hudna.text.reading import Token

_BACK, _AHEAD = 14, 7
_WAS = frozenset({"كان", "كانت", "كانا", "كانوا"})


@frozen
class Tenses:
    """Reads the tense at a place of one text."""

    lexicon: Lexicon
    tokens: Sequence[Token]
    text: str

    def around(self, first: int, last: int, fronted: bool) -> Tense:
        """The tense of the clause of tokens `[first, last)`.

        A verb before the words counts first («سيتوجه الاثنين»); where the words open their clause
        (`fronted`: «والاثنين سيتوجه») the verb after them does.
        """
        behind, ahead = self.before(first), self._ahead(last)
        if fronted and ahead != "none":
            return ahead
        return behind if behind != "none" else ahead

    def of(self, i: int) -> Tense:
        """The tense that token `i` tells, if any."""
        token = self.tokens[i]
        if token.kind != "word":
            return "none"
        known = self.lexicon.tenses.get(token.norm)
        if known is None:
            known = next((t for _, w in leads(token.norm)[1:] if (t := self.lexicon.tenses.get(w))), None)
        if known == "due" and any(t.norm in _WAS for t in self.tokens[max(0, i - 5) : i]):
            return "past"
        return known or ("future" if self._will(token) else "none")

    def before(self, first: int) -> Tense:
        """The tense of the nearest verb before token `first` in its sentence."""
        sentence = self.tokens[first].sentence
        for i in range(first - 1, max(-1, first - 1 - _BACK), -1):
            if self.tokens[i].sentence != sentence:
                break
            if (tense := self.of(i)) != "none":
                return tense
        return "none"

    def _ahead(self, last: int) -> Tense:
        sentence = self.tokens[last - 1].sentence
        for i in range(last, min(len(self.tokens), last + _AHEAD)):
            if self.tokens[i].sentence != sentence:
                break
            if (tense := self.of(i)) != "none":
                return tense
        return "none"

    def _will(self, token: Token) -> bool:
        """«سيتوجه», «ستعقد», «سنبدأ», «سأزور»: a verb with the future prefix, not «سيطر» or «سنوات»."""
        word = token.norm
        skip = 1 if len(word) > 5 and word[0] in "وف" and word[1] == "س" else 0
        word = word[skip:]
        if len(word) < 4 or word[0] != "س" or word[1] not in "يتنا":
            return False
        if word in self.lexicon.sets["not-will"]:
            return False
        if word[1] == "ا":
            return self.text[token.start + skip + 1 : token.start + skip + 2] == "أ"
        return True
