"""Closed classes of words (prepositions, connectors, …) from lexicon/ar/words.yaml."""

from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.text.normalise import fold

WordSets = dict[str, frozenset[str]]


@frozen
class WordSet:
    """A named class of words, as published."""

    name: str
    words: tuple[str, ...]


def load_words() -> WordSets:
    """Every class by name, its words folded."""
    return {entry.name: frozenset(map(fold, entry.words)) for entry in load_lexicon("words", WordSet)}
