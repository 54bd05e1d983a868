"""Classes of words, phrases and verbs that bear on what a text says, and where they stand in one text."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.reading import Token
from hudna.text.verbs import VerbForm, verb_forms

_CACHED = 50_000
"""Written words whose look-up is kept: more than the vocabulary of some thousand reports."""

Phrase = tuple[tuple[str, ...], str]
"""The words of a phrase after its first, and the class it belongs to."""


@frozen
class EventWords:
    """An entry of lexicon/ar/event_words.yaml: a class of words and verbs that bear on triggers."""

    name: str
    words: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


def forms_of(verb: str) -> dict[str, VerbForm]:
    """The forms of a verb written «past/present»; only single words are conjugated."""
    past, _, present = verb.partition("/")
    return verb_forms(past, present) if " " not in verb else {}


@frozen
class WordClasses:
    """One lexicon of `EventWords`, indexed by written form; the three look-ups forget the least used words.

    `of_word` gives the classes of a folded word, clitics and article aside; `phrases_from` the phrases it may
    begin; `verbs_of` its forms by class of verbs, a conjunction before it aside.
    """

    words: dict[str, frozenset[str]]
    of_word: Callable[[str], frozenset[str]]
    phrases_from: Callable[[str], tuple[Phrase, ...]]
    verbs_of: Callable[[str], dict[str, VerbForm]]
    of: Callable[[str], tuple[frozenset[str], dict[str, VerbForm], tuple[Phrase, ...]]]

    @classmethod
    def load(cls, lexicon: str) -> "WordClasses":
        """Compile `lexicon/ar/<lexicon>.yaml`; longer phrases come first."""
        words: dict[str, set[str]] = {}
        phrases: dict[str, list[Phrase]] = {}
        verbs: dict[str, dict[str, VerbForm]] = {}
        for entry in load_lexicon(lexicon, EventWords):
            for written in entry.words:
                first, *rest = fold(written).split()
                if rest:
                    phrases.setdefault(first, []).append((tuple(rest), entry.name))
                else:
                    words.setdefault(first, set()).add(entry.name)
            for verb in entry.verbs:
                for written, form in forms_of(verb).items():
                    verbs.setdefault(written, {}).setdefault(entry.name, form)
        frozen = {word: frozenset(names) for word, names in words.items()}

        def of_word(norm: str) -> frozenset[str]:
            # With and without clitics, article, and the alef of the accusative («هجوماً»).
            stems = [stem for _, stem in leads(norm)]
            stems += [stem[2:] for stem in stems if stem.startswith("ال") and len(stem) > 5]
            stems += [stem[:-1] for stem in stems if stem.endswith("ا") and len(stem) > 4]
            return frozenset().union(*(frozen.get(stem, frozenset()) for stem in stems))

        def phrases_from(norm: str) -> tuple[Phrase, ...]:
            found = [phrase for _, stem in leads(norm) for phrase in phrases.get(stem, ())]
            return tuple(sorted(found, key=lambda phrase: -len(phrase[0])))

        def verbs_of(norm: str) -> dict[str, VerbForm]:
            return verbs.get(norm) or (verbs.get(norm[1:]) if norm[:1] in ("و", "ف") else None) or {}

        keep = lru_cache(maxsize=_CACHED)
        whole = lru_cache(maxsize=_CACHED)(lambda norm: (of_word(norm), verbs_of(norm), phrases_from(norm)))
        return cls(frozen, keep(of_word), keep(phrases_from), lru_cache(maxsize=_CACHED)(verbs_of), whole)

    def bare(self, name: str) -> frozenset[str]:
        """The single words of a class."""
        return frozenset(word for word, names in self.words.items() if name in names)


class Tagged:
    """The tokens of one text with the classes of each. Built once a report."""

    def __init__(self, tokens: Sequence[Token], classes: WordClasses) -> None:
        self.tokens = tokens
        looked_up = [classes.of(token.norm) for token in tokens]
        self.classes = [found[0] for found in looked_up]
        self._verbs = [found[1] for found in looked_up]
        self._phrases: dict[int, dict[str, int]] = {}
        for i, (token, (_, _, phrases)) in enumerate(zip(tokens, looked_up, strict=True)):
            for rest, name in phrases:
                end = i + 1 + len(rest)
                if end > len(tokens) or tokens[end - 1].sentence != token.sentence:
                    continue
                if all(tokens[i + 1 + n].norm == word for n, word in enumerate(rest)):
                    self._phrases.setdefault(i, {}).setdefault(name, end - i)

    def any(self, i: int) -> bool:
        """Whether token `i` belongs to a class or begins a phrase of one."""
        return bool(self.classes[i]) or i in self._phrases

    def size(self, name: str, i: int) -> int:
        """How many tokens a word or phrase of a class takes at token `i`, clitics aside; 0 for none."""
        return self._phrases.get(i, {}).get(name, 0) or int(name in self.classes[i])

    def verb(self, name: str, i: int) -> VerbForm | None:
        """The form of token `i` in a class of verbs, or None."""
        return self._verbs[i].get(name)

    def near(self, name: str, lo: int, hi: int) -> int | None:
        """The first token of `[lo, hi)` where a word, phrase or verb of a class stands, or None."""
        for i in range(max(lo, 0), min(hi, len(self.tokens))):
            if name in self.classes[i] or name in self._verbs[i] or name in self._phrases.get(i, ()):
                return i
        return None
