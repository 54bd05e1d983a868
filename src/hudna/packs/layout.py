"""What the text layer is told by the lexicon: words often broken up, and the phrases of site furniture."""

from collections.abc import Iterable
from typing import Literal

from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.text.normalise import fold
from hudna.text.segments import Layout, compile_layout

PhraseKind = Literal[
    "whole", "starts", "short_starts", "within", "labels", "credits", "lists", "closing", "stamps",
    "note_starts", "note_words", "agencies", "openings", "topics", "sayings",
]  # fmt: skip


@frozen
class RestorableEntry:
    """Words of one subject that writers break up («قـ.تل»)."""

    about: str
    words: tuple[str, ...]


@frozen
class FurnitureEntry:
    """Phrases of news sites; lexicon/ar/furniture.yaml says what each kind means."""

    kind: PhraseKind
    phrases: tuple[str, ...]


def load_known_words() -> frozenset[str]:
    """The folded words of lexicon/ar/restorable.yaml, for `hudna.text.reading.read(known=…)`."""
    entries = load_lexicon("restorable", RestorableEntry)
    return frozenset(fold(word) for entry in entries for word in entry.words)


def load_layout(outlets: Iterable[str] = ()) -> Layout:
    """The rules of lexicon/ar/furniture.yaml, for `hudna.text.reading.read(layout=…)`; compile once.

    `outlets` are names of publishers: a line that is one of them alone is furniture.
    """
    phrases: dict[str, list[str]] = {"whole": list(outlets)}
    for entry in load_lexicon("furniture", FurnitureEntry):
        phrases.setdefault(entry.kind, []).extend(entry.phrases)
    return compile_layout(phrases)
