"""One sentence while its quantities are searched: tokens, lexicons, the deeds in it, what was found."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hudna.model.annotations import Quantity
from hudna.model.frozen import frozen
from hudna.packs.counting import (
    Bounds,
    Deeds,
    Hit,
    Peoples,
    UnitForm,
    Units,
    remember,
)
from hudna.packs.number_words import CountingWords, NumberWords
from hudna.text.clitics import leads
from hudna.text.numbers import Number, may_begin
from hudna.text.reading import Reading, Sentence, Token

_CARRIED_REACH = 9
ONE_OF = frozenset(("احد", "احدي", "اخر", "اخري"))
"""«أحد المدنيين»: one of several."""


@frozen
class Counting:
    """The lexicons of counting."""

    units: Units
    bounds: Bounds
    peoples: Peoples
    deeds: Deeds
    words: NumberWords
    memo: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls, shared: CountingWords | None = None) -> "Counting":
        """The Arabic lexicons, those of `shared` where they are compiled already."""
        known = shared or CountingWords.load()
        return cls(known.units, Bounds.load(), known.peoples, known.deeds, known.words)

    def may_count(self, norm: str) -> bool:
        """Whether a quantity can begin with a folded word: most words of a text begin none."""
        known = self.memo.get(norm)
        if known is None:
            known = (
                may_begin(norm)
                or norm in ONE_OF
                or norm in self.peoples.words
                or self.words.may_begin(norm)
                or self.units.may_begin(norm)
            )
            remember(self.memo, norm, known)
        return known


@frozen
class Value:
    """What the number words say, before bounds outside them are read."""

    lower: float | None
    upper: float | None
    bound: str
    first: int
    last: int
    lead: str = ""


def bound_value(value: Value, bound: str, first: int, last: int) -> Value:
    low, high = value.lower, value.upper
    if value.bound in ("between", "order"):
        return replace(value, first=min(first, value.first), last=max(last, value.last))
    if bound in ("more_than", "at_least"):
        high = None
    elif bound == "less_than":
        low = None
    return Value(low, high, bound, min(first, value.first), max(last, value.last), value.lead)


@frozen
class Noun:
    """The counted noun over the tokens `[at, last)`; `form` is None for a word no lexicon knows."""

    at: int
    last: int
    form: UnitForm | None
    people: str | None = None

    @property
    def known(self) -> bool:
        return self.people is not None or (self.form is not None and self.form.entry.group != "measure")

    @property
    def measure(self) -> bool:
        return self.form is not None and self.form.entry.group == "measure"

    @property
    def unit(self) -> str | None:
        return self.form.entry.unit if self.form is not None else self.people


@dataclass(slots=True)
class Window:
    """The search of one sentence; quantities are appended to `found`, which earlier sentences filled.

    `blocked` tokens lie inside time expressions; `reached` is the token after the last quantity's words.
    """

    words_of: Counting
    reading: Reading
    sentence: Sentence
    blocked: frozenset[int]
    found: list[Quantity]
    tokens: Sequence[Token]
    reached: int = 0
    _hits: dict[int, tuple[Hit, ...]] | None = None

    @property
    def hits(self) -> dict[int, tuple[Hit, ...]]:
        """The deeds of the sentence by their first token."""
        if self._hits is None:
            self._hits = {}
            for hit in self.words_of.deeds.hits(self.tokens, self.sentence.first, self.sentence.last):
                self._hits[hit.first] = (*self._hits.get(hit.first, ()), hit)
        return self._hits

    def unit(self, i: int) -> UnitForm | None:
        if not self.sentence.first <= i < self.sentence.last or i in self.blocked:
            return None
        return self.words_of.units.at(self.tokens, i)

    def norm(self, i: int) -> str:
        return self.tokens[i].norm if self.sentence.first <= i < self.sentence.last else ""

    def touches(self, i: int) -> bool:
        """Whether nothing stands between token `i` and the next."""
        inside = self.sentence.first <= i and i + 1 < self.sentence.last
        return inside and self.tokens[i].end == self.tokens[i + 1].start

    def clitic(self, i: int) -> int:
        """1 where the token before the digits at `i` is a clitic written onto them («لـ30»), else 0."""
        if self.tokens[i].kind != "number" or not self.touches(i - 1):
            return 0
        before = self.tokens[i - 1]
        return int(before.kind == "word" and set(before.norm.removesuffix("ال")) <= set("وفبلك"))

    def noun_after(self, i: int) -> Noun | None:
        """The counted noun at `i`, also behind «من»; unknown nouns have no form."""
        if i >= self.sentence.last or i in self.blocked:
            return None
        part = self.norm(i) == "من"
        at = i + part
        form = self.unit(at)
        if form is not None and (form.lead == "" and (not part or form.definite or form.number != "sg")):
            return Noun(at, form.last, form)
        people = self.words_of.peoples.at(self.tokens, at) if at < self.sentence.last else None
        if people is not None and people.people is not None:
            return Noun(at, at + 1, None, "person")
        if part or at >= self.sentence.last or self.tokens[at].kind != "word":
            return None
        norm = self.tokens[at].norm
        if (
            norm in self.words_of.words.function
            or at in self.hits
            or norm in self.words_of.words.subset
            or len(norm) < 3
        ):
            return None
        if any(
            lead and word in self.words_of.words.function for lead, word in leads(norm)
        ) or norm.startswith(("و", "ال", "ب", "ل")):
            return None
        return Noun(at, at + 1, None)

    def noun_before(self, value: Value, number: Number) -> Noun | None:
        """The counted noun before its number: «قرى ثلاث», «أطفالها الثلاثة», «عدد القتلى … 323»."""
        at = value.first - 1 - self.clitic(value.first)
        for k in (at, at - 1):
            form = self.unit(k)
            if (
                form is not None
                and form.last == at + 1
                and k >= self.sentence.first
                and k not in self.blocked
            ):
                one = number.value == 1 and form.number == "sg"
                if (
                    (form.number == "pl" or one)
                    and number.kind == "words"
                    and (form.owned or not form.definite)
                ):
                    return Noun(k, form.last, form)
        single_word = number.value == 1 and number.kind == "words"
        return None if single_word else self.carried(value.first)

    def carried(self, first: int) -> Noun | None:
        """The noun after a noun of number, or a noun of what befell people right before: «والجرحى 15»."""
        lowest = max(self.sentence.first, first - _CARRIED_REACH)
        for k in range(first - 1, lowest - 1, -1):
            token = self.tokens[k]
            if token.kind == "number" or token.norm in "؛.:":
                break
            if not any(word in self.words_of.words.carrier for _, word in leads(token.norm)):
                continue
            for n in range(k + 1, first):
                form = self.unit(n)
                if form is not None and form.number == "pl" and not form.lead:
                    return Noun(n, form.last, form)
            break
        at = first - 1 - self.clitic(first)
        at -= self.norm(at) == "الي"
        form = self.unit(at)
        if form is None or not form.definite or form.number != "pl":
            return None
        return (
            Noun(at, form.last, form) if form.entry.group in ("dead", "hurt", "uprooted", "missing") else None
        )

    def owned_before(self, i: int) -> bool:
        """«أطفالها الثلاثة»: the definite number counts a noun with a pronoun."""
        form = self.unit(i - 1)
        return form is not None and form.owned and form.number == "pl"

    def add(self, value: Value, noun: Noun | None) -> None:
        tokens = self.tokens
        first, last = value.first, value.last
        adjacent = noun is not None and noun.last >= first and noun.at <= last + 1
        if noun is not None and adjacent:
            start, end = self.reading.words(min(first, noun.at), max(last, noun.last))
        else:
            start, end = tokens[first].start, tokens[last - 1].end
        if value.lead and start == tokens[first].start:
            at = tokens[first].at + len(value.lead)
            start = self.reading.folded.span(at, at + 1)[0]
        self.reached = max(last, noun.last if noun is not None and adjacent else last)
        self.found.append(
            Quantity(
                start, end, self.reading.text[start:end], value.lower, value.upper, value.bound, first, last,
                noun.at if noun is not None else None, noun.unit if noun is not None else None,
            )
        )  # fmt: skip
