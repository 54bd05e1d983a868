"""What can be counted, how a number is bounded and what is done to those counted: lexicons made ready.

Entries are those of lexicon/ar/{units,bounds,populations,deeds,conflict_words}.yaml; `Units`, `Bounds`,
`Peoples` and `Deeds` hold them folded and inflected, looked up by token.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from typing import Literal, TypeVar

from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.text.clitics import leads, without_pronoun
from hudna.text.normalise import fold
from hudna.text.reading import Token
from hudna.text.verbs import VerbForm, verb_forms

Group = Literal[
    "person", "soldier", "fighter", "household", "dead", "hurt", "uprooted", "captive", "kidnapped",
    "missing", "returnee", "beneficiary", "inhabitant", "settlement", "building", "house", "vehicle",
    "aircraft", "strike", "munition", "breach", "aid", "thing", "measure",
]  # fmt: skip
Deed = Literal[
    "kill", "injure", "displace", "return", "detain", "abduct", "release", "hand_over", "neutralise",
    "destroy", "capture", "deploy", "aid", "inhabit", "lose", "damage", "toll", "act",
    "breach", "gather", "abuse", "fire", "leave",
]  # fmt: skip
GrammaticalNumber = Literal["sg", "du", "pl"]
MEMORY = 50_000
"""Words remembered by a lexicon before it forgets them all."""
Sequences = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
"""(folded words, use) by one of the words."""
COMPLEMENT_REACH = 9
"""Tokens after a verb in which its complement is looked for («سيطر … على»)."""
NEAR_COMPLEMENT = 3
"""The same for a verb that must stand near («قضى الجيش على», but «قضت المحكمة بالسجن المؤبد على»)."""


@frozen
class UnitEntry:
    """A counted noun; see units.yaml for what the keys mean."""

    unit: str
    group: Group
    singular: tuple[str, ...]
    plural: tuple[str, ...] = ()
    population: str | None = None
    sound: Literal["m", "f"] | None = None
    needs: tuple[str, ...] = ()
    one: bool = True
    two: bool = True
    anaphor: bool = False


@frozen
class BoundEntry:
    """Words that bound a number: directly before it, behind it, or as a verb before a noun of number."""

    bound: Literal["more_than", "at_least", "less_than", "about"]
    before: tuple[str, ...]
    after: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


@frozen
class PopulationEntry:
    """A word after a counted noun that says which people; `whose` stands before the noun in English."""

    words: tuple[str, ...]
    role: Literal["which", "whose"]
    en: str
    people: str | None = None
    group: Group | None = None


@frozen
class DeedEntry:
    """Verbs («past present»), verbal nouns, the complement one of which they need, forms they are never."""

    deed: Deed
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    complement: tuple[str, ...] = ()
    near: bool = False
    never: tuple[str, ...] = ()


@frozen
class WordsEntry:
    """A plain list of words."""

    words: tuple[str, ...]


@frozen
class UnitForm:
    """A counted noun at `[first, last)`: `lead` its clitics, `owned` with a pronoun («جنودها»)."""

    entry: UnitEntry
    number: GrammaticalNumber
    first: int
    last: int
    definite: bool
    lead: str
    owned: bool


@frozen
class _Spelling:
    entry: UnitEntry
    number: GrammaticalNumber
    rest: tuple[str, ...]
    construct: bool = False


@frozen
class _Way:
    spelling: _Spelling
    lead: str
    definite: bool
    owned: bool


@frozen
class Units:
    """Counted nouns by the folded first word of each of their spellings, the longest spelling first."""

    spellings: dict[str, tuple[_Spelling, ...]]
    memo: dict[str, tuple[_Way, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls) -> "Units":
        """The units of lexicon/ar/units.yaml."""
        table: dict[str, list[_Spelling]] = {}
        for entry in load_lexicon("units", UnitEntry):
            for head, spelling in _spellings(entry):
                table.setdefault(head, []).append(spelling)
        return cls(
            {
                head: tuple(sorted(found, key=lambda s: (-len(s.rest), not s.entry.needs)))
                for head, found in table.items()
            }
        )

    def at(self, tokens: Sequence[Token], i: int) -> UnitForm | None:
        """The counted noun at token `i`, with clitics, article or pronoun split off, or None."""
        if not 0 <= i < len(tokens) or tokens[i].kind != "word":
            return None
        for way in self._known_ways(tokens[i].norm):
            last = i + 1 + len(way.spelling.rest)
            if way.spelling.rest and tuple(t.norm for t in tokens[i + 1 : last]) != way.spelling.rest:
                continue
            needs = way.spelling.entry.needs
            if needs and not (last < len(tokens) and tokens[last].norm in needs):
                continue
            return UnitForm(
                way.spelling.entry, way.spelling.number, i, last, way.definite, way.lead, way.owned
            )
        return None

    def may_begin(self, norm: str) -> bool:
        """Whether a counted noun can begin with a folded word."""
        return bool(self._known_ways(norm))

    def _known_ways(self, norm: str) -> tuple[_Way, ...]:
        ways = self.memo.get(norm)
        return remember(self.memo, norm, tuple(self._ways(norm))) if ways is None else ways

    def _ways(self, norm: str) -> Iterator[_Way]:
        """Every way to read a folded word as a counted noun, the likeliest first."""
        readings = leads(norm)
        for lead, word in readings:
            for spelling in self.spellings.get(word, ()):
                if not spelling.construct:
                    yield _Way(spelling, lead, definite=False, owned=False)
            if word.startswith("ال"):
                for spelling in self.spellings.get(word[2:], ()):
                    if not spelling.construct:
                        yield _Way(spelling, lead, definite=True, owned=False)
        for lead, word in readings:
            for stem in without_pronoun(word)[1:]:
                for spelling in self.spellings.get(stem, ()):
                    yield _Way(spelling, lead, definite=True, owned=True)


V = TypeVar("V")


def remember(memo: dict[str, V], norm: str, value: V) -> V:
    """Keep what was worked out for a word, the memory bounded: the same words come again and again."""
    if len(memo) >= MEMORY:
        memo.clear()
    memo[norm] = value
    return value


def _spellings(entry: UnitEntry) -> Iterator[tuple[str, _Spelling]]:
    folded = replace(entry, needs=tuple(map(fold, entry.needs)))
    for written in entry.singular:
        head, *rest = fold(written).split()
        tail = tuple(rest)
        for form in _accusative(head):
            yield form, _Spelling(folded, "sg", tail)
            if tail and form != head:
                # «14 مركزا صحيا»
                yield form, _Spelling(folded, "sg", tuple(_accusative(word)[-1] for word in tail))
        for form, construct in _duals(head, entry.sound == "m") if entry.two else ():
            if construct and entry.group == "settlement" and form.endswith("ي"):
                yield form, _Spelling(folded, "du", tail)  # «حيي السلام والنور»
                continue
            yield form, _Spelling(folded, "du", tail, construct)
            if tail and not construct:
                case = form[-2:]
                yield form, _Spelling(folded, "du", tuple(_dual_stem(w) + case for w in tail))
        if entry.sound == "m" and not head.endswith("ه"):
            for ending in ("ون", "ين"):
                yield head + ending, _Spelling(folded, "pl", tail)
            for ending in ("و", "ي"):
                yield head + ending, _Spelling(folded, "pl", tail)
    for written in entry.plural:
        head, *rest = fold(written).split()
        forms = (head,) if head.endswith("ات") else _accusative(head)
        for form in forms:
            yield form, _Spelling(folded, "pl", tuple(rest))


def _accusative(head: str) -> tuple[str, ...]:
    """A noun and, where its spelling shows one, its accusative («مدنيا»)."""
    return (head,) if head[-1] in "هاء" else (head, head + "ا")


def _dual_stem(word: str) -> str:
    return word[:-1] + "ت" if word.endswith("ه") else word


def _duals(head: str, sound: bool) -> Iterator[tuple[str, bool]]:
    """Dual spellings and whether each stands before a pronoun only («طفليها»)."""
    stem = _dual_stem(head)
    yield stem + "ان", False
    if not sound or head.endswith("ه"):
        yield stem + "ين", False
    feminine = head.endswith("ه")
    for ending in ("ا", "ي"):
        yield stem + ending, not feminine


@frozen
class Bounds:
    """Bounding words as token sequences: those before by their last word, those after by their first."""

    before: Sequences
    after: Sequences
    verbs: Sequences

    @classmethod
    def load(cls) -> "Bounds":
        """The bounds of lexicon/ar/bounds.yaml."""
        entries = load_lexicon("bounds", BoundEntry)
        return cls(
            sequences_by(((w, e.bound) for e in entries for w in e.before), -1),
            sequences_by(((w, e.bound) for e in entries for w in e.after), 0),
            sequences_by(((w, e.bound) for e in entries for w in e.verbs), -1),
        )

    def ending_at(self, tokens: Sequence[Token], end: int, first: int) -> tuple[int, str, str] | None:
        """(first token, bound, clitics) of the longest bounding words that end just before token `end`."""
        return _ending(self.before, tokens, end, first)

    def verb_ending_at(self, tokens: Sequence[Token], end: int, first: int) -> tuple[int, str, str] | None:
        """Like `ending_at`, for the verbs before a noun of number."""
        return _ending(self.verbs, tokens, end, first)

    def starting_at(self, tokens: Sequence[Token], start: int, last: int) -> tuple[int, str] | None:
        """(token after, bound) of the bounding words that begin at token `start`."""
        if start >= last:
            return None
        for words, bound in self.after.get(tokens[start].norm, ()):
            end = start + len(words)
            if end <= last and tuple(t.norm for t in tokens[start:end]) == words:
                # «وأكثر من 40 امرأة» begins the next count.
                return None if end < last and tokens[end].norm == "من" else (end, bound)
        return None


def sequences_by(pairs: Iterable[tuple[str, str]], place: int) -> Sequences:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for written, bound in pairs:
        words = tuple(fold(written).split())
        table.setdefault(words[place], []).append((words, bound))
    return {key: tuple(sorted(rows, key=lambda r: -len(r[0]))) for key, rows in table.items()}


def _ending(table: Sequences, tokens: Sequence[Token], end: int, first: int) -> tuple[int, str, str] | None:
    if end <= first:
        return None
    best: tuple[int, str, str] | None = None
    for _, last_word in leads(tokens[end - 1].norm):
        for words, bound in table.get(last_word, ()):
            start = end - len(words)
            if start < first or (best is not None and start >= best[0]):
                continue
            if len(words) > 1 and tokens[end - 1].norm != last_word:
                continue
            if tuple(t.norm for t in tokens[start + 1 : end - 1]) != words[1:-1]:
                continue
            lead = next((lead for lead, word in leads(tokens[start].norm) if word == words[0]), None)
            if lead is not None:
                best = start, bound, lead
    return best


@frozen
class Peoples:
    """Words that say which people, by folded spelling."""

    words: dict[str, PopulationEntry]

    @classmethod
    def load(cls) -> "Peoples":
        """The words of lexicon/ar/populations.yaml."""
        return cls({fold(w): e for e in load_lexicon("populations", PopulationEntry) for w in e.words})

    def at(self, tokens: Sequence[Token], i: int) -> PopulationEntry | None:
        """The entry whose word stands at token `i`, or None."""
        return self.words.get(tokens[i].norm) if 0 <= i < len(tokens) else None


@frozen
class Hit:
    """A deed found in a text over the tokens `[first, last)`; `form` is None for a verbal noun.

    `complement` is the token of the word it needs, or None; `lead` its clitics, `owned` whether it carries
    a pronoun («اعتقلتهم»).
    """

    deed: Deed
    first: int
    last: int
    form: VerbForm | None
    lead: str
    owned: bool
    near: bool
    complement: int | None = None


@frozen
class _Cue:
    entry: DeedEntry
    form: VerbForm | None


@frozen
class _Sense:
    cue: _Cue
    lead: str
    owned: bool


@frozen
class Deeds:
    """Verbs and verbal nouns of lexicon/ar/deeds.yaml by folded spelling."""

    cues: dict[str, tuple[_Cue, ...]]
    memo: dict[str, tuple[_Sense, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls) -> "Deeds":
        """Every written form of the verbs and verbal nouns of deeds.yaml."""
        table: dict[str, list[_Cue]] = {}
        for entry in load_lexicon("deeds", DeedEntry):
            held = DeedEntry(entry.deed, (), (), tuple(map(fold, entry.complement)), entry.near)
            for noun in entry.nouns:
                table.setdefault(fold(noun), []).append(_Cue(held, None))
            never = frozenset(map(fold, entry.never))
            for verb in entry.verbs:
                past, present = verb.split()
                for written, form in verb_forms(past, present).items():
                    if (form.person == 3 or form.number == "pl") and written not in never:
                        table.setdefault(written, []).append(_Cue(held, form))
        return cls({word: tuple(rows) for word, rows in table.items()})

    def hits(self, tokens: Sequence[Token], first: int, last: int) -> tuple[Hit, ...]:
        """Every deed in the tokens `[first, last)`, in order; a word may give several («حرّر»)."""
        found: list[Hit] = []
        for i in range(first, last):
            if tokens[i].kind != "word":
                continue
            norm = tokens[i].norm
            senses = self.memo.get(norm)
            if senses is None:
                senses = remember(self.memo, norm, self._senses(norm))
            for sense in senses:
                entry = sense.cue.entry
                reach = NEAR_COMPLEMENT if entry.near else COMPLEMENT_REACH
                at = _complement(tokens, i, min(last, i + 1 + reach), entry.complement)
                if at is not None or not entry.complement:
                    form = sense.cue.form
                    found.append(Hit(entry.deed, i, i + 1, form, sense.lead, sense.owned, entry.near, at))
        return tuple(found)

    def _senses(self, norm: str) -> tuple[_Sense, ...]:
        """What a folded word can mean; «ما» is often written onto its verb («مادفع»)."""
        return self._read(norm) or (self._read(norm[2:]) if norm.startswith("ما") else ())

    def _read(self, norm: str) -> tuple[_Sense, ...]:
        """The deeds of one spelling: verbs as written, verbal nouns also with article or pronoun."""
        for lead, word in leads(norm):
            bare = word.removeprefix("ال")
            cues, owned = self.cues.get(word, ()), False
            if not cues:
                cues = tuple(c for c in self.cues.get(bare, ()) if c.form is None)
            if not cues:
                owned = True
                stems = (self.cues.get(stem, ()) for stem in without_pronoun(bare)[1:])
                cues = tuple(c for c in next(filter(None, stems), ()) if c.form is None)
            if cues:
                return tuple(_Sense(c, lead, owned or bool(c.form and c.form.pronoun)) for c in cues)
        return ()


def _complement(tokens: Sequence[Token], i: int, last: int, words: tuple[str, ...]) -> int | None:
    if not words:
        return None
    for k in range(i + 1, last):
        if tokens[k].norm in words:
            return k
        if tokens[k].norm in ".؛:":
            return None
    return None


def load_words(name: str) -> frozenset[str]:
    """The folded words of a lexicon that is one list."""
    return frozenset(fold(w) for e in load_lexicon(name, WordsEntry) for w in e.words)
