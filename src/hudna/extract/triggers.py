"""The words that say something happened: lexicon/ar/events.yaml compiled, and where they stand in a text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from hudna.extract.classes import WordClasses, forms_of
from hudna.model.assertions import EventType
from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.text.clitics import leads, without_pronoun
from hudna.text.normalise import fold
from hudna.text.reading import Token
from hudna.text.verbs import VerbForm

Need = Literal[
    "none", "any", "any-force", "actor", "light", "war", "conflict", "conflict-actor", "casualty",
    "ceasefire", "civilians", "civilian-actor", "military-actor", "official", "two", "two-sides",
    "sanction", "committed", "moved", "people",
]  # fmt: skip
_REACH_BEFORE = 2
_REACH_BEFORE_RELATIVE = 12
_CACHED = 50_000
_SEVERAL = 2
_VERB_LEADS = frozenset(("", "ف", "ل"))


_Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases by their first word without «ال»: the words that follow it."""


@frozen
class Trigger:
    """An entry of lexicon/ar/events.yaml; see the comment at its head."""

    type: EventType
    needs: Need
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_reach: int = 3
    across: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    passive: bool = False
    both: bool = False
    casualty: bool = False
    vague: bool = False
    own: bool = False
    reach: int = 10
    inflected: bool = False
    future: bool = False
    construct: bool = False
    genitive: Literal["doer", "patient"] = "doer"


@frozen
class Hit:
    """A trigger at tokens `[first, last)`; `form` is set for verbs; `pronoun` ends a noun («قصفها»).

    `others` are further triggers the same words may be, the next likeliest first.
    """

    first: int
    last: int
    lead: str
    trigger: Trigger
    form: VerbForm | None = None
    pronoun: bool = False
    definite: bool = False
    others: tuple["Hit", ...] = ()


@frozen
class _Row:
    """A noun or verb of a trigger: the words after its first, and those it asks for or forbids around it."""

    rest: tuple[str, ...]
    trigger: Trigger
    then: _Phrases
    unless: _Phrases
    across: _Phrases


_Sense = tuple[_Row, VerbForm | None]
"""What a written word may begin, and its form where it is a verb; many forms share a row."""


@frozen
class _Option:
    """One way to take a written word: the clitics before it, what was stripped, the triggers it may begin."""

    lead: str
    pronoun: bool
    definite: bool
    senses: tuple[_Sense, ...]


@frozen
class TriggerIndex:
    """The triggers a folded word may begin (least used words are forgotten); words no verb follows."""

    options: Callable[[str], tuple[_Option, ...]]
    before_nouns: frozenset[str] = frozenset()

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Every trigger in a run of tokens, the longest at each token, in order."""
        end = 0
        for i, token in enumerate(tokens):
            if token.kind == "word" and i >= end:
                hit = self._at(tokens, i)
                if hit:
                    end = hit.last
                    yield hit

    def _at(self, tokens: Sequence[Token], i: int) -> Hit | None:
        options = self.options(tokens[i].norm)
        if not options:
            return None
        nominal = i > 0 and tokens[i - 1].norm in self.before_nouns
        found: list[Hit] = []
        for option in options:
            no_verb = option.pronoun or option.definite or nominal
            no_verb = no_verb or option.lead.removeprefix("و") not in _VERB_LEADS
            for row, form in option.senses:
                if form and (no_verb or (option.lead.endswith("ل") and form.tense == "past")):
                    continue
                if row.trigger.construct and option.definite:
                    continue
                last = i + 1 + len(row.rest)
                follows = not row.rest or _follows(tokens, i + 1, row.rest)
                if follows and _context(tokens, i, row, form):
                    found.append(
                        Hit(i, last, option.lead, row.trigger, form, option.pronoun, option.definite)
                    )
            if found:
                break
        if len(found) < _SEVERAL:
            return found[0] if found else None
        return replace(found[0], others=tuple(h for h in found[1:] if h.last == found[0].last))


def _readings(stem: str) -> Iterator[tuple[str, bool, bool]]:
    """A word as written, without «ال», and without its pronoun."""
    yield stem, False, False
    if stem.startswith("ال") and len(stem) > 4:
        yield stem[2:], False, True
    for shorter in without_pronoun(stem)[1:]:
        yield shorter, True, False


def _follows(tokens: Sequence[Token], k: int, words: Sequence[str]) -> bool:
    """Whether `words` stand at token `k`, «ال» on any of them aside."""
    if k + len(words) > len(tokens):
        return False
    return all(_same(tokens[k + n].norm, word) for n, word in enumerate(words))


def _same(written: str, word: str) -> bool:
    return written == word or written.removeprefix("ال") == word.removeprefix("ال")


def _context(tokens: Sequence[Token], first: int, row: _Row, form: VerbForm | None) -> bool:
    """Whether the words a trigger asks for stand near, and none that it forbids."""
    size, last = len(tokens), first + 1 + len(row.rest)
    if _any_phrase(tokens, last, range(last, min(last + row.trigger.unless_reach, size)), row.unless):
        return False
    if not row.then:
        return True
    back = _REACH_BEFORE_RELATIVE if form and form.pronoun else _REACH_BEFORE
    after = range(last, min(last + row.trigger.reach, size))
    before = range(max(first - back, 0), first)
    found = _first_phrase(tokens, last, after, row.then)
    if found is None:
        return _any_phrase(tokens, last, before, row.then)
    if form and form.pronoun and _any_phrase(tokens, last, range(max(first - 3, 0), first), row.across):
        return False
    return not _any_phrase(tokens, last, range(last, found), row.across)


def _any_phrase(tokens: Sequence[Token], last: int, reach: range, phrases: _Phrases) -> bool:
    """Whether a phrase stands at a token of `reach` in the trigger's sentence, clitics and «ال» aside."""
    return _first_phrase(tokens, last, reach, phrases) is not None


def _first_phrase(tokens: Sequence[Token], last: int, reach: range, phrases: _Phrases) -> int | None:
    """The first token of `reach` in the trigger's sentence where a phrase stands."""
    if not phrases:
        return None
    sentence = tokens[last - 1].sentence
    for k in reach:
        if tokens[k].sentence != sentence:
            continue
        stems = _stems(tokens[k].norm)
        if stems.isdisjoint(phrases):
            continue
        for stem in stems & phrases.keys():
            if any(_follows(tokens, k + 1, rest) for rest in phrases[stem]):
                return k
    return None


@lru_cache(maxsize=_CACHED)
def _stems(norm: str) -> frozenset[str]:
    """A written word without article, with each of its possible clitics on or off."""
    return frozenset(stem.removeprefix("ال") for _, stem in leads(norm))


def load_triggers(before_nouns: frozenset[str]) -> TriggerIndex:
    """Compile lexicon/ar/events.yaml; after the words `before_nouns` no verb can stand."""
    senses: dict[str, list[_Sense]] = {}
    for written_trigger in load_lexicon("events", Trigger):
        trigger = replace(written_trigger, patient=tuple(map(fold, written_trigger.patient)))
        then, unless, across = _phrases(trigger.then), _phrases(trigger.unless), _phrases(trigger.across)
        for noun in trigger.nouns:
            words = tuple(fold(noun).split())
            words = (words[0].removeprefix("ال") if len(words[0]) > 4 else words[0], *words[1:])
            row = _Row(words[1:], trigger, then if len(words) == 1 else {}, unless, {})
            for first in _noun_forms(words):
                senses.setdefault(first, []).append((row, None))
        row = _Row((), trigger, then, unless, across)
        for verb in trigger.verbs:
            for written, form in forms_of(verb).items():
                if (form.person, form.number, form.gender) == (3, "pl", "f"):
                    continue  # «لجأن» is rarer than «لجان»
                bare = (form.tense, form.number, form.gender, form.pronoun) == ("past", "sg", "m", "")
                if (not trigger.future or form.tense == "future") and not (trigger.inflected and bare):
                    senses.setdefault(written, []).append((row, form))
    # Longer phrases first; a verb that asks for certain words before one that takes any; verbs before nouns.
    order = {first: tuple(sorted(found, key=_precedence)) for first, found in senses.items()}

    def options(norm: str) -> tuple[_Option, ...]:
        return tuple(
            _Option(lead, pronoun, definite, order[word])
            for lead, stem in leads(norm)
            for word, pronoun, definite in _readings(stem)
            if word in order
        )

    return TriggerIndex(lru_cache(maxsize=_CACHED)(options), before_nouns)


def _phrases(written: Sequence[str]) -> _Phrases:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in written:
        first, *rest = fold(phrase).split()
        found.setdefault(first.removeprefix("ال"), []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in found.items()}


def _noun_forms(words: tuple[str, ...]) -> tuple[str, ...]:
    """The first word of a noun phrase as it stands; a single singular noun in accusative and dual too."""
    word = words[0]
    if len(words) > 1 or word.endswith(("ات", "ا", "ي", "ين", "ان", "ون")):
        return words[:1]
    if word.endswith("ه"):
        return (word, word[:-1] + "تان", word[:-1] + "تين")
    return (word, word + "ا", word + "ان", word + "ين")


def _precedence(sense: _Sense) -> tuple[int, bool, int]:
    """«قصفا» is oftener a noun in the accusative than a dual verb."""
    row, form = sense
    dual = form is not None and form.number == "du"
    return (-len(row.rest), not row.then, 2 if dual else 1 if form is None else 0)


@frozen
class EventLexicon:
    """Everything the events step knows: the triggers and the classes of words that bear on them."""

    triggers: TriggerIndex
    classes: WordClasses

    @classmethod
    def load(cls) -> "EventLexicon":
        """Compile both files."""
        classes = WordClasses.load("event_words")
        return cls(load_triggers(classes.bare("before-nouns")), classes)
