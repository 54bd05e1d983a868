"""Words around numbers, by what they say of them: lexicon/ar/number_words.yaml made ready."""

from collections.abc import Sequence
from typing import Literal

from hudna.model.frozen import frozen
from hudna.packs.counting import Deeds, Peoples, Sequences, Units, sequences_by
from hudna.packs.load import load_lexicon
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.reading import Token

_PHRASES = ("vague", "same")


@frozen
class NumberWordsEntry:
    """Words around numbers that share one use; see number_words.yaml."""

    use: Literal[
        "label", "age", "letters", "carrier", "rise", "vague", "same", "subset", "function", "direction",
        "result", "disease", "natural", "mishap", "turn", "aside", "which", "freed",
        "wrecked", "according", "opening", "fled",
    ]  # fmt: skip
    words: tuple[str, ...]


@frozen
class NumberWords:
    """Words around numbers, folded, by use as number_words.yaml tells them; phrases as token sequences."""

    label: frozenset[str]
    age: frozenset[str]
    letters: frozenset[str]
    carrier: frozenset[str]
    rise: frozenset[str]
    subset: frozenset[str]
    function: frozenset[str]
    direction: frozenset[str]
    result: frozenset[str]
    disease: frozenset[str]
    natural: frozenset[str]
    mishap: frozenset[str]
    turn: frozenset[str]
    aside: frozenset[str]
    which: frozenset[str]
    freed: frozenset[str]
    wrecked: frozenset[str]
    according: frozenset[str]
    opening: frozenset[str]
    fled: frozenset[str]
    phrases: Sequences

    @classmethod
    def load(cls) -> "NumberWords":
        """The words of lexicon/ar/number_words.yaml."""
        words: dict[str, set[str]] = {use: set() for use in cls.__dataclass_fields__ if use != "phrases"}
        phrases: list[tuple[str, str]] = []
        for entry in load_lexicon("number_words", NumberWordsEntry):
            if entry.use in _PHRASES:
                phrases.extend((written, entry.use) for written in entry.words)
            else:
                words[entry.use].update(map(fold, entry.words))
        return cls(
            **{use: frozenset(known) for use, known in words.items()}, phrases=sequences_by(phrases, 0)
        )

    def may_begin(self, norm: str) -> bool:
        """Whether words of quantity can begin with a folded word."""
        return any(word in self.phrases for _, word in leads(norm))

    def phrase_at(self, tokens: Sequence[Token], i: int, last: int) -> tuple[int, str] | None:
        """(token after, "vague" or "same") of such words that begin at token `i`, clitics split off."""
        for _, word in leads(tokens[i].norm):
            for words, use in self.phrases.get(word, ()):
                end = i + len(words)
                if end <= last and tuple(t.norm for t in tokens[i + 1 : end]) == words[1:]:
                    return end, use
        return None


@frozen
class CountingWords:
    """The lexicons that finding quantities and reading figures share: compiling them takes its time."""

    units: Units
    peoples: Peoples
    deeds: Deeds
    words: NumberWords

    @classmethod
    def load(cls) -> "CountingWords":
        """The Arabic lexicons."""
        return cls(Units.load(), Peoples.load(), Deeds.load(), NumberWords.load())
