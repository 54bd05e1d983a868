"""How the program does on data of others: protests and assaults, names, and words broken up by a generator.

    arabic_event_gsr  Open Event Data Alliance (MIT): sentences labelled for assault and protest, and records
                      with the country of source and target, several people each
    ANERcorp          Benajiba et al. 2007 (CC BY-SA): names of persons, organisations and places
    broken-up words   words of clean text broken in the styles of real posts, and the clean text itself

None of them has the records of docs/records.md: what is measured is only what both know.
"""

import csv
import json
import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudna.evaluation.agree import owners_of
from hudna.evaluation.match import Counts
from hudna.evaluation.summary import Analyser
from hudna.model.assertions import Actor, Event
from hudna.model.records import Analysis
from hudna.model.report import Report
from hudna.text.clitics import leads
from hudna.text.normalise import fold
from hudna.text.restore import restore

NOT_DONE = frozenset({"planned", "hypothetical", "negated", "denied"})
"""Statuses of events that did not take place: a sentence with no other tells of none."""
NAMES: Mapping[str, str] = {
    "person": "PERS",
    "organisation": "ORG",
    "group": "ORG",
    "place": "LOC",
    "country": "LOC",
}
"""ANERcorp's tag for each type of a mention; its fourth, MISC, has none."""
WITH_TATWEEL = ("ـ.", "ـ.ـ", ".ـ", "ـ*", "ـ*ـ", "ـ_ـ", "ـ|ـ", "ـ•ـ", "ـ@ـ", "ـ~ـ", "ـ..ـ")
BARE = (".", "*", "_", "/", "|", "@", "•", "..", " ")
"""What stands between two letters of a broken word; the bare ones, which ordinary writing has too, are only
put into words that are often broken up. A blank stands between all letters of a word."""
_BEFORE_STEM_IN_WORDS = "و ف ب ل ك ال وال فال بال كال لل ولل ول وب فب فل"
_BEFORE_STEM = frozenset(_BEFORE_STEM_IN_WORDS.split())

Right = tuple[int, int]
"""(right, asked)."""


@dataclass(frozen=True, slots=True)
class Events:
    """One class of arabic_event_gsr: sentences told apart, records found, and countries of those found."""

    name: str
    sentences: Counts
    records: Right
    source: Right
    target: Right


@dataclass(frozen=True, slots=True)
class Restored:
    """Broken words restored exactly, and joins made in clean words, which are all false."""

    exact: Right
    false_joins: int
    clean_words: int


def events(folder: Path, name: str, analyser: Analyser, countries: Collection[str]) -> Events:
    """Measure one class, `ASSAULT` or `PROTEST`. Ambiguous sentences are left out, as their makers advise.

    A country is asked where more people name it than any other; «None», unknown ones and codes that are no
    country's (`countries` lists those that are) are not asked.
    """
    labels = _labels(folder / f"{name.lower()}_sentences.csv")
    told = {text: bool(_of_class(analyser, text, name, done=True)) for text in labels}
    sentences = Counts(
        tp=sum(told[text] and yes for text, yes in labels.items()),
        fp=sum(told[text] and not yes for text, yes in labels.items()),
        fn=sum(not told[text] and yes for text, yes in labels.items()),
    )
    records = json.loads((folder / f"{name.lower()}_spans.json").read_text("utf-8"))
    found = [(record, _of_class(analyser, record["text"], name, done=False)) for record in records]
    found = [(record, seen) for record, seen in found if seen]
    return Events(
        name,
        sentences,
        (len(found), len(records)),
        _right(found, "source_role", lambda event: event.actors, countries),
        _right(found, "target_role", lambda event: event.recipients, countries),
    )


def _labels(path: Path) -> dict[str, bool]:
    with path.open(encoding="utf-8", newline="") as lines:
        return {r["text"]: r["label"] == "yes" for r in csv.DictReader(lines) if r["label"] != "ambiguous"}


def _of_class(analyser: Analyser, text: str, name: str, done: bool) -> list[Event]:
    found = analyser.analyse(Report("sentence", text)).assertions.events
    return [e for e in found if e.type == name and not (done and e.status in NOT_DONE)]


def _right(
    found: Iterable[tuple[Mapping[str, Any], Sequence[Event]]],
    role: str,
    people: Callable[[Event], tuple[Actor, ...]],
    countries: Collection[str],
) -> Right:
    right = asked = 0
    for record, seen in found:
        country = _country(record, role)
        if country in countries:
            asked += 1
            right += any(country in owners_of(people(event)) for event in seen)
    return right, asked


def _country(record: Mapping[str, Any], role: str) -> str | None:
    """What most people say, None where nobody says a country or two are named as often."""
    said = (span[role].get("main") for span in record["spans"] if isinstance(span[role], dict))
    votes = Counter[str](country for country in said if country not in (None, "None", "UNKNOWN"))
    first, second = [*votes.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] > second[1] else None


def names(path: Path, analyser: Analyser) -> dict[str, Counts]:
    """Entity-level counts by tag on the last tenth of a file of tokens, sentences cut after full stops.

    A name is right with all of its tokens and its tag. A mention takes whole tokens, since the tags stand on
    tokens with their clitics; roles and adjectives are no names.
    """
    sentences = list(_sentences(path))
    counts = dict.fromkeys(("PERS", "ORG", "LOC"), Counts())
    for tokens in sentences[len(sentences) - len(sentences) // 10 :]:
        gold = set(_gold_names(tokens))
        found = set(_found_names(tokens, analyser))
        for tag in counts:
            a, b = ({name for name in side if name[2] == tag} for side in (gold, found))
            counts[tag] += Counts(len(a & b), len(b - a), len(a - b))
    return counts


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    tokens: list[tuple[str, str]] = []
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            word, tag = line.rsplit(" ", 1)
            tokens.append((word, tag))
            if word == ".":
                yield tokens
                tokens = []
    if tokens:
        yield tokens


def _gold_names(tokens: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int, str]]:
    """First token, token after the last, tag."""
    start: int | None = None
    for i, (_, tag) in enumerate([*tokens, ("", "O")]):
        if start is not None and not tag.startswith("I-"):
            yield start, i, tokens[start][1].partition("-")[2]
            start = None
        if tag.startswith("B-"):
            start = i


def _found_names(tokens: Sequence[tuple[str, str]], analyser: Analyser) -> Iterator[tuple[int, int, str]]:
    analysis = analyser.analyse(Report("sentence", " ".join(word for word, _ in tokens)))
    token_at: list[int] = []
    for i, (word, _) in enumerate(tokens):
        token_at.extend([i] * (len(word) + 1))
    for start, end, tag in _named(analysis):
        yield token_at[start], token_at[end - 1] + 1, tag


def _named(analysis: Analysis) -> Iterator[tuple[int, int, str]]:
    for mention in analysis.annotations.mentions:
        if mention.type in NAMES and mention.lead != "adj":
            yield mention.start, mention.end, NAMES[mention.type]
    for span in analysis.annotations.persons:
        yield span.start, span.end, "PERS"


def restoring(texts: Iterable[str], known: AbstractSet[str], tries: int = 10_000, seed: int = 5) -> Restored:
    """Break words of clean texts and restore them; then restore the texts as they are.

    `known` are the words that are often broken up. Every second try breaks a word that is known but for its
    clitics with a bare mark, the other any word with a tatweel.
    """
    words = [word for text in texts for word in text.split()]
    plain = sorted({word for word in words if _breakable(word)})
    often = [word for word in plain if _stem(word) in known]
    rng = random.Random(seed)
    exact = 0
    for i in range(tries):
        word = rng.choice(often if i % 2 else plain)
        broken = _broken(word, rng.choice(BARE if i % 2 else WITH_TATWEEL), rng)
        found, _ = restore(f"{rng.choice(plain)} {broken} {rng.choice(plain)}.", known)
        exact += [(r.surface, r.restored) for r in found] == [(broken, word)]
    joins = len(restore(" ".join(words), known)[0])
    return Restored((exact, tries), joins, len(words))


def _breakable(word: str) -> bool:
    return 2 < len(word) < 15 and word.isalpha() and "ـ" not in word and word[:-1] not in _BEFORE_STEM


def _stem(word: str) -> str:
    bare = [rest.removeprefix("ال") for _, rest in leads(fold(word))]
    return min(bare, key=len)


def _broken(word: str, mark: str, rng: random.Random) -> str:
    """`word` with a mark inside its stem: a break after «و» or «ال» hides nothing from a filter."""
    if mark == " ":
        return " ".join(word)
    at = rng.choice([i for i in range(1, len(word)) if word[:i] not in _BEFORE_STEM])
    return word[:at] + mark + word[at:]
