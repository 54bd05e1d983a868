"""Classes of words, phrases and verbs that bear on what a text says, and where they stand in one text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
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
class Classes:
    """What a folded word belongs to: its classes, its form by class of verbs, the phrases it may begin.

    `names` are the classes it is a word or a verb of.
    """

    words: frozenset[str]
    verbs: Mapping[str, VerbForm]
    phrases: tuple[Phrase, ...]
    names: tuple[str, ...]


_NONE_BEGUN: Mapping[str, int] = {}


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
    of: Callable[[str], Classes]

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
        frozen_words = {word: frozenset(names) for word, names in words.items()}

        def of_word(norm: str) -> frozenset[str]:
            # With and without clitics, article, and the alef of the accusative («هجوماً»).
            stems = [stem for _, stem in leads(norm)]
            stems += [stem[2:] for stem in stems if stem.startswith("ال") and len(stem) > 5]
            stems += [stem[:-1] for stem in stems if stem.endswith("ا") and len(stem) > 4]
            return frozenset().union(*(frozen_words.get(stem, frozenset()) for stem in stems))

        def phrases_from(norm: str) -> tuple[Phrase, ...]:
            found = [phrase for _, stem in leads(norm) for phrase in phrases.get(stem, ())]
            return tuple(sorted(found, key=lambda phrase: -len(phrase[0])))

        def verbs_of(norm: str) -> dict[str, VerbForm]:
            return verbs.get(norm) or (verbs.get(norm[1:]) if norm[:1] in ("و", "ف") else None) or {}

        keep = lru_cache(maxsize=_CACHED)

        def whole(norm: str) -> Classes:
            own, forms = of_word(norm), verbs_of(norm)
            return Classes(own, forms, phrases_from(norm), (*own, *(n for n in forms if n not in own)))

        keep_forms, keep_whole = lru_cache(maxsize=_CACHED)(verbs_of), lru_cache(maxsize=_CACHED)(whole)
        return cls(frozen_words, keep(of_word), keep(phrases_from), keep_forms, keep_whole)

    def bare(self, name: str) -> frozenset[str]:
        """The single words of a class."""
        return frozenset(word for word, names in self.words.items() if name in names)


class Tagged:
    """The tokens of one text with the classes of each, and by class where it stands. Built once a report.

    `classes[i]` are the classes of token `i` by itself.
    """

    def __init__(self, tokens: Sequence[Token], classes: WordClasses) -> None:
        looked_up = [classes.of(token.norm) for token in tokens]
        self.classes = [found.words for found in looked_up]
        self._verbs = [found.verbs for found in looked_up]
        self._sizes: dict[str, dict[int, int]] = {}
        self._stands: defaultdict[str, list[int]] = defaultdict(list)
        for i, found in enumerate(looked_up):
            if found.names or found.phrases:
                self._mark(i, found, _sizes_of(tokens, i, found.phrases) if found.phrases else _NONE_BEGUN)

    def _mark(self, i: int, found: "Classes", phrases: Mapping[str, int]) -> None:
        for name in found.names:
            self._stands[name].append(i)
        for name, size in phrases.items():
            self._sizes.setdefault(name, {})[i] = size
            if name not in found.names:
                self._stands[name].append(i)

    def size(self, name: str, i: int) -> int:
        """How many tokens a word or phrase of a class takes at token `i`, clitics aside; 0 for none."""
        begun = self._sizes.get(name)
        return (begun.get(i) if begun else None) or (1 if name in self.classes[i] else 0)

    def verb(self, name: str, i: int) -> VerbForm | None:
        """The form of token `i` in a class of verbs, or None."""
        return self._verbs[i].get(name)

    def verbs(self, name: str) -> set[int]:
        """The tokens that are verbs of a class."""
        return {i for i in self._stands.get(name, ()) if name in self._verbs[i]}

    def where(self, names: Iterable[str]) -> list[int]:
        """The tokens where a word, phrase or verb of one of the classes stands, in order."""
        return sorted({i for name in names for i in self._stands.get(name, ())})

    def near(self, name: str, lo: int, hi: int) -> int | None:
        """The first token of `[lo, hi)` where a word, phrase or verb of a class stands, or None."""
        stands = self._stands.get(name)
        if stands is None:
            return None
        at = bisect_left(stands, lo)
        return stands[at] if at < len(stands) and stands[at] < hi else None


def _sizes_of(tokens: Sequence[Token], i: int, phrases: Sequence[Phrase]) -> dict[str, int]:
    """The tokens that phrases which may begin at token `i` take in its sentence, by class, the longest."""
    found: dict[str, int] = {}
    after = tokens[i + 1].norm if i + 1 < len(tokens) else ""
    for rest, name in phrases:
        end = i + 1 + len(rest)
        if rest[0] != after or end > len(tokens) or tokens[end - 1].sentence != tokens[i].sentence:
            continue
        if name not in found and all(tokens[i + 1 + n].norm == word for n, word in enumerate(rest)):
            found[name] = end - i
    return found
