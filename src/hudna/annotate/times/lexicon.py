"""The words of time from `packs/lexicon/ar/times.yaml`, indexed for lookup."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal

from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.numbers import may_begin

WordKind = Literal[
    "month", "hijri-month", "hijri-era", "common-era", "weekday", "today", "yesterday", "tomorrow",
    "part", "night", "midnight", "the-part", "season", "day", "two-days", "month-unit", "year-unit",
    "two-years", "unit", "dual", "plural", "the-week", "the-month", "the-year", "the-dual",
    "the-plural", "vague-unit", "few", "past", "recent", "next", "current", "this", "same", "of-it",
    "following", "preceding", "last-few", "since", "before", "after", "during", "lasting", "from", "to",
    "between", "in", "more", "about", "edge", "oclock", "fraction", "minus", "am", "zone", "now",
    "corresponds", "streak", "past-ref", "future-ref", "anaphor", "will", "not-will", "due", "starting",
    "said", "did", "names-weekday", "names-date", "names-today", "not-today", "names-number", "counts",
    "counted", "publishes", "dated", "updates", "ages", "landmark", "landmark-word",
    "leaves", "leaving", "settlement", "event", "some-of", "first-day", "adverb", "no-adverb",
    "until-part", "glued", "names-year", "prayer",
    "own-unit", "whole", "decade", "feast",
]  # fmt: skip

CODES: dict[WordKind, str] = {
    "month": "M", "hijri-month": "H", "hijri-era": "j", "common-era": "g", "weekday": "W",
    "today": "E", "yesterday": "A", "tomorrow": "G", "part": "P", "night": "p", "midnight": "0",
    "the-part": "T", "season": "δ", "day": "Y", "two-days": "z", "month-unit": "s",
    "year-unit": "e", "two-years": "2", "unit": "U", "dual": "V", "plural": "L", "the-week": "F",
    "the-month": "S", "the-year": "C", "the-dual": "v", "the-plural": "l", "vague-unit": "w",
    "few": "k", "past": "R", "recent": "r", "next": "N", "current": "J", "this": "t", "same": "Q",
    "of-it": "ι", "following": "x", "preceding": "ψ", "last-few": "λ",
    "since": "<", "before": "B", "after": "a",
    "during": "I", "lasting": "Z", "from": "f", "to": "u", "between": "b", "in": "i", "more": "X",
    "about": "X", "edge": "ε", "oclock": "c", "fraction": "K", "minus": "μ", "am": "κ", "zone": "ζ",
    "now": "α", "corresponds": "=", "streak": "σ", "past-ref": "ρ", "future-ref": "φ",
    "anaphor": "θ", "first-day": "η", "prayer": "Π", "own-unit": "γ", "whole": "β",
    "decade": "Δ", "feast": "ƒ",
}  # fmt: skip
"""The letter that stands for a kind of word in the coded text; other kinds are sets of context words."""
WARY_MONTH = "m"
ARTICLES = frozenset({"ال", "وال", "بال", "لل"})
"""What stands before digits («الـ17»), clitics included."""
CLITICS = frozenset("وفبلك")

Tense = Literal["past", "future", "due", "near", "none"]
"""What a word says of its clause; `near` (اعتبارا من) and `none` say nothing of the side it lies on."""
_CACHED = 50_000
_TELLS: dict[str, Tense] = {"due": "due", "will": "future", "starting": "near"}
_ENDINGS = ("ت", "ا", "تا", "وا", "ه", "ها", "هم", "ته", "تها", "تهم", "ن", "وه", "وها")


@frozen
class TimeWord:
    """An entry of the lexicon: spellings of one thing. `part` is the part of day a word implies as well."""

    kind: WordKind
    words: tuple[str, ...]
    value: str | int = 0
    part: str | None = None
    wary: bool = False

    @property
    def code(self) -> str:
        """The letter for it in a coded text, "" for context words."""
        return WARY_MONTH if self.kind == "month" and self.wary else CODES.get(self.kind, "")


@frozen
class Phrases:
    """What may begin with one word: the word `alone`, and by their second word longer phrases, longest first,
    each with the words after the first."""

    alone: TimeWord | None
    longer: dict[str, tuple[tuple[tuple[str, ...], TimeWord], ...]]


@frozen
class Lexicon:
    """`phrases` maps a first word to what may begin with it; `sets` are context words by kind; `tenses` maps
    a verb form or cue to the tense it tells; `leaving` are forms of leaving a place;
    `glued` words that writers leave unparted from a word of time after them. All folded. `may_mean` says
    whether a word can have a meaning in time, whatever stands beside it: most words of a text have none."""

    phrases: dict[str, Phrases]
    sets: dict[str, frozenset[str]]
    tenses: dict[str, Tense]
    leaving: frozenset[str]
    glued: tuple[str, ...]
    may_mean: Callable[[str], bool]

    def has(self, kind: WordKind, norm: str) -> bool:
        """Whether a folded word, with or without clitics, is in a set of context words."""
        words = self.sets[kind]
        return norm in words or any(word in words for _, word in leads(norm))


def load() -> Lexicon:
    """The lexicon that comes with the program."""
    return index(load_lexicon("times", TimeWord))


def index(entries: Iterable[TimeWord]) -> Lexicon:
    """A lexicon indexed by folded first word."""
    phrases: dict[str, dict[tuple[str, ...], TimeWord]] = {}
    sets: dict[str, set[str]] = {kind: set() for kind in WordKind.__args__ if kind not in CODES}  # type: ignore[attr-defined]
    tenses: dict[str, Tense] = {}
    for entry in entries:
        words = [fold(word) for word in entry.words]
        if entry.code:
            for word in words:
                first, *rest = word.split()
                phrases.setdefault(first, {}).setdefault(tuple(rest), entry)
            continue
        sets[entry.kind].update(words)
        if entry.kind in ("said", "did"):
            tenses.update(dict.fromkeys(_inflected(words, entry.wary), "past"))
        elif entry.kind in _TELLS:
            tenses.update(dict.fromkeys(words, _TELLS[entry.kind]))
    ordered = {first: _phrases(options) for first, options in phrases.items()}
    glued = tuple(sorted(sets["glued"], key=len, reverse=True))
    leaving = frozenset(_inflected(sets["leaves"], wary=False)) | sets["leaving"]

    def may_mean(norm: str) -> bool:
        alone = norm in ARTICLES or norm in CLITICS or may_begin(norm) or norm.startswith(glued)
        return alone or any(word in ordered for _, word in leads(norm))

    return Lexicon(
        ordered,
        {kind: frozenset(words) for kind, words in sets.items()},
        tenses,
        leaving,
        glued,
        lru_cache(maxsize=_CACHED)(may_mean),
    )


def _phrases(options: dict[tuple[str, ...], TimeWord]) -> Phrases:
    longer: dict[str, tuple[tuple[tuple[str, ...], TimeWord], ...]] = {}
    for rest, entry in sorted(options.items(), key=lambda option: -len(option[0])):
        if rest:
            longer[rest[0]] = (*longer.get(rest[0], ()), (rest, entry))
    return Phrases(options.get(()), longer)


def _inflected(words: Iterable[str], wary: bool) -> Iterable[str]:
    """Past forms of verbs given as «he did»; the bare form only where no noun is spelled like it."""
    for word in words:
        if not wary:
            yield word
        stem = word[:-1] if word[-1] in "اي" and len(word) > 2 else word
        yield from (stem + ending for ending in _ENDINGS)
