"""Numbers that count something, with what bounds them and what they count.

A quantity is a numeral with its bound («أكثر من 30», «بين 30 و35»), a dual («قتيلان»), a singular that stands
for one where something is done to it («قُتل مدني»), a number said before («عدداً مماثلاً») or a vague word
(«عدداً كبيراً», without numbers). Labels, dates, measures, percentages and model numbers are none.
"""

from collections.abc import Sequence

from hudna.annotate.numerals import numeral
from hudna.annotate.quantity_window import Counting, Value, Window
from hudna.annotate.singulars import dual, one
from hudna.model.annotations import Quantity, TimeExpression
from hudna.model.frozen import frozen
from hudna.text.reading import Reading, Token

VERSION = "quantities/1"


@frozen
class QuantityStep:
    """Finds quantities. Needs times (tokens inside one are no quantity); compile once with `load`."""

    counting: Counting

    @classmethod
    def load(cls) -> "QuantityStep":
        """The step with the Arabic lexicons."""
        return cls(Counting.load())

    def __call__(self, reading: Reading, times: Sequence[TimeExpression] = ()) -> tuple[Quantity, ...]:
        """Every quantity of a text in order; offsets are into the text as published."""
        blocked = _inside(reading.tokens, times)
        found: list[Quantity] = []
        for sentence in reading.sentences:
            _search(Window.open(self.counting, reading, sentence, blocked, found))
        return tuple(found)


def _search(w: Window) -> None:
    i, last = w.sentence.first, w.sentence.last
    while i < last:
        token = w.tokens[i]
        if (
            i in w.blocked
            or token.kind == "mark"
            or not (token.kind == "number" or w.words_of.may_count(token.norm))
        ):
            i += 1
            continue
        i = numeral(w, i) or _phrase(w, i) or dual(w, i) or one(w, i) or i + 1


def _inside(tokens: Sequence[Token], times: Sequence[TimeExpression]) -> frozenset[int]:
    spans = sorted((t.start, t.end) for t in times)
    found, k = set(), 0
    for i, token in enumerate(tokens):
        while k < len(spans) and spans[k][1] <= token.start:
            k += 1
        if k < len(spans) and spans[k][0] < token.end:
            found.add(i)
    return frozenset(found)


def _phrase(w: Window, i: int) -> int | None:
    """«عدداً كبيراً» without numbers, «عدداً مماثلاً» with the number said before."""
    found = w.words_of.words.phrase_at(w.tokens, i, w.sentence.last)
    if found is None:
        return None
    end, use = found
    noun = w.noun_after(end)
    before = next((q for q in reversed(w.found) if _whole(w, q)), None)
    if use == "same" and before is not None:
        w.add(Value(before.lower, before.upper, before.bound, i, end), noun)
    elif use == "vague":
        w.add(Value(None, None, "about", i, end), noun)
    return end


def _whole(w: Window, quantity: Quantity) -> bool:
    """A number that is not part of another one («بينهم امرأة»)."""
    before = w.tokens[quantity.first - 1].norm if quantity.first else ""
    return (quantity.lower or quantity.upper) is not None and before not in w.words_of.words.subset
