"""Annotated single sentences: JSON lines with spans, as corpus/README.md describes them.

A fact that is `optional` is right if found and not missed if absent. `accept` are readings beside the
annotator's own that are right too: values of a time, types of an event, forces, kinds of a figure.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from hudna.model.assertions import EventType, Force, Status
from hudna.model.errors import ReadError

NameType = Literal["person", "organisation", "group", "country", "place"]
Part = Literal["train", "develop", "test"]
Number = float | tuple[float, ...] | None
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the sentence: `start` and `end` are indices into its text, end exclusive."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name."""

    words: Words
    type: NameType


@dataclass(frozen=True, slots=True)
class Who:
    """The words for somebody, and an actor code where there is one."""

    words: Words
    code: str | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and its EDTF or TIMEX3 value; `accept` are other values that are right too."""

    words: Words
    value: str
    accept: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """The words for a place, and its common English name."""

    words: Words
    name_en: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """An event with the words of its parts; `trigger` are the words that tell it.

    `status` is one of the records', or `background`: told as history or known before, not the news.
    """

    trigger: Words
    type: EventType
    mode: str | None
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    place: Where | None
    instrument: Words | None
    date: str | None
    status: str
    accept: tuple[EventType, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement with the words of its parts; `cue` are the words that tell that something is said."""

    speakers: tuple[Who, ...]
    cue: Words | None
    addressees: tuple[Who, ...]
    content: Words | None
    force: Force
    chain: tuple[Who, ...]
    accept: tuple[Force, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A figure; `value` is None for vague words, a pair for a range."""

    words: Words
    kind: str
    value: Number
    bound: str
    population: str | None
    since: str | None
    until: str | None
    by: str | None
    perpetrators: tuple[str, ...]
    place: str | None
    status: str
    accept: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Accord:
    """A mention of an agreement."""

    words: Words
    name: str | None
    parties: tuple[str, ...]
    date: str | None
    place: str | None
    terms: tuple[str, ...]
    status: str | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and everything annotated in it. `published` is its day (EDTF) or None."""

    id: str
    text: str
    published: str | None
    country: str
    genre: str
    style: tuple[str, ...]
    topic: str
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Deed, ...] = ()
    statements: tuple[Saying, ...] = ()
    figures: tuple[Count, ...] = ()
    agreements: tuple[Accord, ...] = ()
    restored: tuple[tuple[str, str], ...] = ()


def part_of(text: str) -> Part:
    """The part of the corpus a text belongs to, by its hash: nobody chooses, and a text keeps its part."""
    first = hashlib.sha256(text.encode()).digest()[0]
    return "test" if first < 64 else "develop" if first < 96 else "train"


def load_sentences(path: Path) -> tuple[Sentence, ...]:
    """Every sentence of a file; raises ReadError («bad-gold») with file and line where one is broken."""
    if not path.is_file():
        raise ReadError("not-found", f"{path} is not a file; give a .jsonl of annotated sentences")
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            found.append(sentence_of(json.loads(line)))
        except KeyError as error:
            raise ReadError("bad-gold", f"{path}, line {number}: has no «{error.args[0]}»") from error
        except (TypeError, AttributeError, ValueError) as error:
            raise ReadError("bad-gold", f"{path}, line {number}: has a wrong value ({error})") from error
    return tuple(found)


def sentence_of(data: Mapping[str, Any]) -> Sentence:
    """The sentence of one JSON object; raises KeyError, TypeError, AttributeError or ValueError.

    ValueError where a span does not hold the words that stand beside it.
    """
    text = data["text"]
    return Sentence(
        id=data["id"],
        text=text,
        published=data.get("published"),
        country=data["country"],
        genre=data["genre"],
        style=tuple(data["style"]),
        topic=data["topic"],
        names=_each(data, "names", lambda d: Name(_words(d, text), _one_of(d["type"], NameType))),
        times=_each(data, "times", lambda d: _time(d, text)),
        events=_each(data, "events", lambda d: _deed(d, text)),
        statements=_each(data, "statements", lambda d: _saying(d, text)),
        figures=_each(data, "figures", lambda d: _count(d, text)),
        agreements=_each(data, "agreements", lambda d: _accord(d, text)),
        restored=tuple((surface, meant) for surface, meant in data.get("restored") or ()),
    )


def _each(data: Mapping[str, Any], key: str, make: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    return tuple(make(item) for item in data.get(key) or ())


def _one_of(value: str, allowed: Any) -> Any:
    if value not in get_args(allowed):
        raise ValueError(f"«{value}» is not one of {', '.join(get_args(allowed))}")
    return value


def _others(data: Mapping[str, Any], key: str, allowed: Any = None) -> tuple[Any, ...]:
    """Readings beside the annotator's own that are right too."""
    return tuple(_one_of(value, allowed) if allowed else value for value in data.get(key) or ())


def _words(data: Mapping[str, Any], text: str) -> Words:
    words = Words(data["start"], data["end"], data["text"])
    if not words.text or text[words.start : words.end] != words.text:
        raise ValueError(f"{words.start} to {words.end} is not «{words.text}»")
    return words


def _words_or_none(data: Mapping[str, Any] | None, text: str) -> Words | None:
    return _words(data, text) if data else None


def _who(data: Mapping[str, Any], key: str, text: str) -> tuple[Who, ...]:
    return _each(data, key, lambda d: Who(_words(d, text), d.get("code")))


def _time(data: Mapping[str, Any], text: str) -> Time:
    return Time(_words(data, text), data["value"], _others(data, "accept"), bool(data.get("optional")))


def _deed(data: Mapping[str, Any], text: str) -> Deed:
    place = data.get("place")
    status = data["status"]
    return Deed(
        trigger=_words(data["trigger"], text),
        type=_one_of(data["type"], EventType),
        mode=data.get("mode"),
        actors=_who(data, "actors", text),
        recipients=_who(data, "recipients", text),
        place=Where(_words(place, text), place.get("name_en")) if place else None,
        instrument=_words_or_none(data.get("instrument"), text),
        date=data.get("date"),
        status=status if status == "background" else _one_of(status, Status),
        accept=_others(data, "accept", EventType),
        optional=bool(data.get("optional")),
    )


def _saying(data: Mapping[str, Any], text: str) -> Saying:
    return Saying(
        speakers=_who(data, "speakers", text),
        cue=_words_or_none(data.get("cue"), text),
        addressees=_who(data, "addressees", text),
        content=_words_or_none(data.get("content"), text),
        force=_one_of(data["force"], Force),
        chain=_who(data, "chain", text),
        accept=_others(data, "accept_force", Force),
        optional=bool(data.get("optional")),
    )


def _count(data: Mapping[str, Any], text: str) -> Count:
    value = data.get("value")
    return Count(
        words=_words(data, text),
        kind=data["kind"],
        value=tuple(value) if isinstance(value, list) else value,
        bound=data["bound"],
        population=data.get("population"),
        since=data.get("since"),
        until=data.get("until"),
        by=data.get("by"),
        perpetrators=tuple(data.get("perpetrators") or ()),
        place=data.get("place"),
        status=data["status"],
        accept=_others(data, "accept_kind"),
        optional=bool(data.get("optional")),
    )


def _accord(data: Mapping[str, Any], text: str) -> Accord:
    return Accord(
        words=_words(data, text),
        name=data.get("name"),
        parties=tuple(data.get("parties") or ()),
        date=data.get("date"),
        place=data.get("place"),
        terms=tuple(data.get("terms") or ()),
        status=data.get("status"),
        optional=bool(data.get("optional")),
    )
