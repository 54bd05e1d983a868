"""The lexicon of saying, made ready for look-up: verbs, participles, masdars, attributions, sources."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from hudna.model.assertions import Force
from hudna.model.frozen import frozen
from hudna.packs.load import load_lexicon
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.reading import Token
from hudna.text.verbs import VerbForm, verb_forms

Flag = Literal[
    "needs",
    "impersonal",
    "shadda",
    "support",
    "relay",
    "document",
    "judge",
    "blame",
    "monitor",
    "attack",
    "refuse",
    "orders",
    "near",
    "naming",
    "to",
]
Kind = Literal[
    "attribution", "source", "document", "channel", "act", "adverb", "preposition", "contrast", "negator",
    "impersonal", "opener", "idiom", "whole", "object", "local", "silence", "ministry", "while",
    "governing", "partitive", "himself", "foretold",
    "auxiliary", "joining", "relative", "of-the-un", "body", "no-masdar", "before-ali", "latest",
    "latter", "pointing-back", "same", "made", "before-verb", "in-it", "whilst", "before-that",
    "comparative", "aside", "heading-about", "goes-on", "intensifier", "which",
    "house", "crowd", "short", "we", "sectoral", "after-that", "masculine", "feminine",
    "own-side", "nameless",
]  # fmt: skip
COMMAS = frozenset("،,;؛-–—(")
_CACHED = 50_000
_SHADDA = "\u0651"


@frozen
class SpeechVerb:
    """An entry of lexicon/ar/speech.yaml; the head of the file says what the keys mean."""

    past: str
    present: str
    force: Force
    content: tuple[str, ...]
    masdar: tuple[str, ...] = ()
    hal: tuple[str, ...] = ()
    object: Literal["addressee", "target"] | None = None
    flags: tuple[Flag, ...] = ()


@frozen
class SpeechWords:
    """An entry of lexicon/ar/speech_words.yaml."""

    kind: Kind
    words: tuple[str, ...]
    value: str | None = None


@frozen
class ForceWords:
    """An entry of lexicon/ar/speech_force.yaml."""

    force: Force
    words: tuple[str, ...]
    first: bool = False
    party: bool = False
    judged: bool = False


@frozen
class Said:
    """A word that reports speech: its verb, how it stands (finite verb, «قائلاً», masdar), its form."""

    verb: SpeechVerb
    how: Literal["verb", "hal", "masdar", "adjective"]
    form: VerbForm | None = None
    shadda: bool = False


@frozen
class ForceCue:
    """A pattern over folded content and the force it shows."""

    force: Force
    pattern: re.Pattern[str]
    first: bool
    party: bool
    judged: bool
    opens: tuple[str, ...]
    """How the first words of its phrases begin; whole words end in a blank."""


Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""First word to the phrases it opens, longest first, each with its value."""


@frozen
class Speech:
    """The compiled lexicon; keys are folded words."""

    said: Mapping[str, tuple[Said, ...]]
    masdars: frozenset[str]
    phrases: Mapping[str, Phrases]
    words: Mapping[str, frozenset[str]]
    """The single words of each kind."""
    forces: tuple[ForceCue, ...]
    opening: frozenset[str]
    telling: frozenset[str]
    """Finite verbs and participles of saying, without «و» or «ف»."""
    showing: Callable[[str], frozenset[int]]
    """The indices of those of `forces` whose pattern may begin at a folded word."""
    documents: Callable[[str], tuple[str, ...]]
    """The readings of a folded word, without clitics and article, that may begin a document's name."""

    @classmethod
    def load(cls) -> "Speech":
        """Read and compile the three lexicons of speech."""
        phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
        for entry in load_lexicon("speech_words", SpeechWords):
            table = phrases.setdefault(entry.kind, {})
            for words in (*entry.words, *_oblique(entry)):
                parts = tuple(fold(words).split())
                table.setdefault(parts[0], []).append((parts, entry.value or ""))
        ready = {
            kind: {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in table.items()}
            for kind, table in phrases.items()
        }
        forces = tuple(
            ForceCue(e.force, _pattern(e.words), e.first, e.party, e.judged, _opens(e.words))
            for e in load_lexicon("speech_force", ForceWords)
        )
        said = _said(load_lexicon("speech", SpeechVerb))
        masdars = frozenset(word for word, rows in said.items() if any(s.how == "masdar" for s in rows))
        alone = {kind: frozenset(rows) for kind, rows in ready.items()}
        telling = frozenset(
            word for word, rows in said.items() if any(s.how in ("verb", "hal") for s in rows)
        )
        opening = _opening(said, masdars, ready["attribution"])

        def documents(norm: str) -> tuple[str, ...]:
            bare = (stem.removeprefix("ال") for _, stem in leads(norm))
            return tuple(word for word in bare if word in alone["document"])

        keep = lru_cache(maxsize=_CACHED)
        return cls(
            said, masdars, ready, alone, forces, opening, telling,
            keep(_showing(forces)), lru_cache(maxsize=_CACHED)(documents),
        )  # fmt: skip

    def phrase(self, kind: Kind, tokens: tuple[Token, ...], at: int, stem: str | None = None) -> int:
        """How many tokens a phrase of this kind has at `at` (0: none); `stem` replaces that token's norm."""
        rows = self.phrases[kind].get(tokens[at].norm if stem is None else stem)
        if not rows:
            return 0
        definite = stem is not None and stem != tokens[at].norm
        return next((len(parts) for parts, _ in rows if _here(parts, tokens, at, definite)), 0)

    def tells(self, norm: str) -> bool:
        """Whether a word is a finite verb or a participle of saying, «و» or «ف» before it or not."""
        if norm in self.said:
            return norm in self.telling
        return norm[0] in "وف" and norm[1:] in self.telling

    def opens_clause(self, tokens: tuple[Token, ...], at: int) -> bool:
        """Whether a clause of its own begins after a comma: «، فيما …», «، وقال …», «، مؤكداً …»."""
        if at == 0 or tokens[at - 1].norm not in COMMAS:
            return False
        return bool(self.phrase("while", tokens, at)) or self.tells(tokens[at].norm)

    def value(self, kind: Kind, tokens: tuple[Token, ...], at: int, stem: str | None = None) -> str | None:
        """The value of the longest phrase of this kind at `at`; None where there is none."""
        rows = self.phrases[kind].get(tokens[at].norm if stem is None else stem)
        if not rows:
            return None
        definite = stem is not None and stem != tokens[at].norm
        return next((value for parts, value in rows if _here(parts, tokens, at, definite)), None)


def _opening(said: Iterable[str], masdars: Iterable[str], attributions: Iterable[str]) -> frozenset[str]:
    """Every spelling that may open a statement, clitics included, so that other words cost one look-up."""
    whole = {lead + word for word in (*said, *attributions) for lead in ("", "و", "ف")}
    held = {lead + word for word in masdars for lead in ("ال", "ب", "ل", "ك", "بال", "لل", "كال")}
    return frozenset(whole | held | {lead + word for word in held for lead in "وف"})


def _oblique(entry: SpeechWords) -> Iterator[str]:
    """Sound plurals of sources in the other case and before a genitive: «دبلوماسيين», «مراسلو», «مراسلي»."""
    if entry.kind not in ("source", "local"):
        return
    for words in entry.words:
        if words.endswith("ون") and " " not in words:
            yield from (words[:-2] + ending for ending in ("ين", "و", "ي"))


def _here(parts: tuple[str, ...], tokens: tuple[Token, ...], at: int, definite: bool = False) -> bool:
    """Whether the phrase's later words follow, or with the article where the first has it too.

    A last part of one letter is a clitic («وفقا ل»).
    """
    for n in range(1, len(parts)):
        if at + n >= len(tokens):
            return False
        norm = tokens[at + n].norm
        if definite and norm.removeprefix("ال") == parts[n]:
            continue
        if norm != parts[n] and not (len(parts[n]) == 1 and norm.startswith(parts[n])):
            return False
    return True


def _said(verbs: Iterable[SpeechVerb]) -> dict[str, tuple[Said, ...]]:
    found: dict[str, list[Said]] = {}
    for verb in verbs:
        marked = "shadda" in verb.flags
        bare = {fold(verb.past), fold(verb.present)} if marked else set()
        for surface, form in verb_forms(verb.past, verb.present).items():
            if form.tense == "future" or (form.pronoun and form.number == "du"):
                continue
            if _is_jussive(surface, form, fold(verb.present)):
                continue
            shadda = marked and (bool(form.pronoun) or surface.removesuffix("ت") in bare)
            said = Said(verb, "verb", form, shadda)
            found.setdefault(surface, []).append(said)
            if surface.endswith("وا") and form.tense == "past":
                found.setdefault(surface[:-1], []).append(said)  # «قالو», a common slip
        for hal in verb.hal:
            for surface in _participles(fold(hal)):
                found.setdefault(surface, []).append(Said(verb, "hal"))
            if verb.force == "demand":
                for surface in _adjectives(fold(hal)):
                    found.setdefault(surface, []).append(Said(verb, "adjective"))
        for masdar in verb.masdar:
            for surface in _masdars(fold(masdar)):
                found.setdefault(surface, []).append(Said(verb, "masdar"))
    return {surface: tuple(rows) for surface, rows in found.items()}


def _is_jussive(surface: str, form: VerbForm, present: str) -> bool:
    """Whether a form stands only after «لم», where nothing is said: «ترو», «يدع»."""
    alone = form.tense == "present" and form.number == "sg" and form.person == 3 and not form.pronoun
    return alone and surface[1:] != present[1:]


def _participles(hal: str) -> tuple[str, ...]:
    stem = hal.removesuffix("ا")
    return hal, stem + "ه", stem + "ين", stem + "ات"


def _adjectives(hal: str) -> tuple[str, str]:
    """«القرار الداعي إلى», «المبادرة المطالبة ب»."""
    stem = "ال" + hal.removesuffix("ا")
    return stem, stem + "ه"


def _masdars(masdar: str) -> tuple[str, ...]:
    held = masdar[:-1] + "ت" if masdar.endswith("ه") else masdar
    return masdar, masdar + "ا", *(held + pronoun for pronoun in ("ه", "ها", "هم", "هما", "نا"))


def has_shadda(text: str, token: Token) -> bool:
    """Whether a token is published with a shadda: «بيّن» against «بين»."""
    return _SHADDA in text[token.start : token.end]


def _opens(words: Iterable[str]) -> tuple[str, ...]:
    """The first words of phrases with a blank behind, or their beginning where more letters may follow."""
    firsts = [fold(phrase).split() for phrase in words]
    return tuple(
        first[0].removesuffix("*") if first[0].endswith("*") or first == ["ل"] else f"{first[0]} "
        for first in firsts
    )


def _showing(forces: Sequence[ForceCue]) -> Callable[[str], frozenset[int]]:
    def showing(norm: str) -> frozenset[int]:
        spelled = [f"{norm} ", f"{norm[1:]} "] if norm[0] in "وف" else [f"{norm} "]
        return frozenset(n for n, cue in enumerate(forces) if any(s.startswith(cue.opens) for s in spelled))

    return showing


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    options = []
    for phrase in words:
        parts = [
            re.escape(p[:-1]) + r"\w*" if p.endswith("*") else re.escape(p) for p in fold(phrase).split()
        ]
        if parts[-1] == "ل":
            parts[-1] = r"ل\w+"
        options.append(r"\s+".join(parts))
    return re.compile(r"(?<!\w)[وف]?(?:" + "|".join(sorted(options, key=len, reverse=True)) + r")(?!\w)")
