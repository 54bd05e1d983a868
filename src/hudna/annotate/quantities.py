"""Numbers that count something, with what bounds them and what they count.

A quantity is a numeral with its bound («أكثر من 30», «بين 30 و35»), a dual («قتيلان»), a singular that stands
for one where something is done to it («قُتل مدني»), a number said before («عدداً مماثلاً») or a vague word
(«عدداً كبيراً», without numbers). Labels, dates, measures, percentages and model numbers are none.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from hudna.annotate.numerals import numeral
from hudna.annotate.quantity_window import Counting, Value, Window
from hudna.annotate.singulars import dual, one
from hudna.model.annotations import Quantity, TimeExpression
from hudna.model.frozen import frozen
from hudna.packs.number_words import CountingWords
from hudna.text.reading import Reading

VERSION = "quantities/1"


@frozen
class QuantityStep:
    """Finds quantities. Needs times (tokens inside one are no quantity); compile once with `load`."""

    counting: Counting

    @classmethod
    def load(cls, shared: CountingWords | None = None) -> "QuantityStep":
        """The step with the Arabic lexicons, those of `shared` where they are compiled already."""
        return cls(Counting.load(shared))

    def __call__(self, reading: Reading, times: Sequence[TimeExpression] = ()) -> tuple[Quantity, ...]:
        """Every quantity of a text in order; offsets are into the text as published."""
        blocked = _inside(reading, times)
        found: list[Quantity] = []
        may_count = self.counting.may_count
        openings = [
            i
            for i, token in enumerate(reading.tokens)
            if token.kind != "mark" and i not in blocked and (token.kind == "number" or may_count(token.norm))
        ]
        for number, begun in groupby(openings, lambda i: reading.tokens[i].sentence):
            sentence = reading.sentences[number]
            _search(
                Window(self.counting, reading, sentence, blocked, found, reading.tokens, sentence.first),
                begun,
            )
        return tuple(found)


def _search(w: Window, openings: Iterable[int]) -> None:
    """Add the quantities of a sentence; they begin at some of the tokens `openings`."""
    done = w.sentence.first
    for i in openings:
        if i >= done:
            done = numeral(w, i) or _phrase(w, i) or dual(w, i) or one(w, i) or i + 1


def _inside(reading: Reading, times: Sequence[TimeExpression]) -> frozenset[int]:
    """The tokens that share a character with a time expression («وأمس» with «أمس»)."""
    found: set[int] = set()
    for time in times:
        within = reading.within(time.start, time.end)
        found.update(within)
        if within.start and reading.tokens[within.start - 1].end > time.start:
            found.add(within.start - 1)
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
