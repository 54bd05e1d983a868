"""Is annotated gold well formed? Every problem of a report is told with text, kind of fact and line.

Problems of sentences are told by id and kind of fact, without the words: the sentence may be unseen.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from hudna.evaluation.gold import load_json
from hudna.model.assertions import Bound, EventType, Force, Status
from hudna.training.sentences import Count, Deed, Sentence, Who

_MODES_IN_WORDS = {
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
    "aerial drone heavy-weapons crowd-control unconventional territory-gain",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "CONSULT": "visit third-party multilateral phone",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "MOBILIZE": "troops weapons police militia",
    "SANCTION": "convict expel withdraw discontinue",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
}
_KINDS_IN_WORDS = """
killed injured displaced returned detained abducted fighters_killed houses_destroyed equipment_destroyed
settlements_captured air_strikes shells violations aid_beneficiaries troops other
"""
_GENRES_IN_WORDS = "agency local broadcaster newspaper ministry monitor party social"
_STYLES_IN_WORDS = (
    "clean furnished mistyped broken glued maghrebi gulf levantine iraqi sudanese egyptian hijri"
)
_TOPICS_IN_WORDS = (
    "conflict diplomacy humanitarian hard-negative sport economy health culture politics protest"
)
GENRES, STYLES, TOPICS = (
    frozenset(words.split()) for words in (_GENRES_IN_WORDS, _STYLES_IN_WORDS, _TOPICS_IN_WORDS)
)
"""What a sentence may say of its outlet, its language and its subject."""
MODES = MappingProxyType({of: frozenset(words.split()) for of, words in _MODES_IN_WORDS.items()})
"""PLOVER's modes by type, and `territory-gain`."""
KINDS = frozenset(_KINDS_IN_WORDS.split())
_CODE = re.compile(r"(?:[A-Z]{3}|IGO|NGO)(?:\.[A-Z0-9-]+){0,2}|UNSPEC")
_TIME = re.compile(
    r"(?:[\dX]{2,4}(?:-(?:[\dXWSU]{1,3}|WE|SP|SU|FA|WI)){0,3}(?:T\S+)?[~?%]?|-?P(?:T?[\dX]+[A-Z]+)+(?:\S*)|P0D\S*|XXXX\S*|T\S+|\w+_REF|\.\.)"
    r"(?:/(?:\.\.|[\dXTP]\S*))?"
)
_FIGURE_STATUS = frozenset({"reported", "denied", "alleged"})


def problems_of(text: Path, gold: Path) -> tuple[str, ...]:
    """What is wrong with the gold of one text; empty if nothing is."""
    lines = text.read_text("utf-8").split("\n")
    return tuple(f"{gold.stem}: {problem}" for problem in _problems(load_json(gold), lines))


def _problems(gold: Mapping[str, Any], lines: list[str]) -> Iterator[str]:
    whole = "\n".join(lines)
    for number in gold.get("boilerplate_lines", ()):
        if not (1 <= number <= len(lines) and lines[number - 1].strip()):
            yield f"furniture on line {number}, which is blank or does not exist"
    for surface, _ in gold.get("restored", ()):
        if surface not in whole:
            yield f"restored word «{surface}» does not stand in the text"
    checks = {
        "times": _time,
        "figures": _figure,
        "statements": _statement,
        "events": _event,
        "agreements": _agreement,
    }
    for name, check in checks.items():
        for fact in gold.get(name, ()):
            number = fact.get("line", 0)
            if not (1 <= number <= len(lines) and lines[number - 1].strip()):
                yield f"{name} on line {number}, which is blank or does not exist"
                continue
            for problem in check(fact, lines[number - 1]):
                yield f"{name}, line {number}: {problem}"


def _readings(fact: Mapping[str, Any], *keys: str) -> list[str]:
    found: list[str] = []
    for key in keys:
        value = fact.get(key) or []
        found.extend(value if isinstance(value, list) else [value])
    return found


def _unknown(what: str, values: list[str], allowed: frozenset[str]) -> Iterator[str]:
    yield from (f"{what} «{value}» is not one of the guideline's" for value in values if value not in allowed)


def _codes(values: list[str]) -> Iterator[str]:
    for value in values:
        if not all(_CODE.fullmatch(part) for part in re.split(r"[+/]", value)):
            yield f"«{value}» is no actor code"


def _moments(values: list[str]) -> Iterator[str]:
    yield from (f"«{value}» is no EDTF or TIMEX3 value" for value in values if not _TIME.fullmatch(value))


def _time(fact: Mapping[str, Any], line: str) -> Iterator[str]:
    if fact["text"] not in line:
        yield f"«{fact['text']}» does not stand on the line"
    yield from _moments(_readings(fact, "value", "accept"))


def _figure(fact: Mapping[str, Any], line: str) -> Iterator[str]:
    yield from _unknown("kind", _readings(fact, "kind", "accept_kind"), KINDS)
    yield from _unknown("bound", [fact["bound"]], frozenset(get_args(Bound)))
    yield from _unknown("status", [fact["status"]], _FIGURE_STATUS)
    yield from _codes(_readings(fact, "by", "perpetrators"))
    yield from _moments(_readings(fact, "since", "until"))
    value = fact["value"]
    if isinstance(value, list) != (fact["bound"] == "between"):
        yield "two numbers go with «between», one with every other bound"


def _statement(fact: Mapping[str, Any], line: str) -> Iterator[str]:
    yield from _unknown("force", _readings(fact, "force", "also", "accept_force"), frozenset(get_args(Force)))
    yield from _codes(_readings(fact, "speaker"))
    yield from _moments(_readings(fact, "date"))


def _event(fact: Mapping[str, Any], line: str) -> Iterator[str]:
    yield from _unknown("type", _readings(fact, "type", "also", "accept"), frozenset(get_args(EventType)))
    if fact["mode"] is not None and fact["mode"] not in MODES.get(fact["type"], frozenset()):
        yield f"mode «{fact['mode']}» does not go with {fact['type']}"
    yield from _unknown("status", [fact["status"]], frozenset(get_args(Status)))
    yield from _codes([*_readings(fact, "actor"), *_readings(fact, "recipient")])
    yield from _moments(_readings(fact, "date"))


def _agreement(fact: Mapping[str, Any], line: str) -> Iterator[str]:
    yield from _codes(_readings(fact, "parties"))
    yield from _moments(_readings(fact, "date"))


def problems_of_sentence(sentence: Sentence) -> tuple[str, ...]:
    """What is wrong with the values of one sentence (its spans were checked when it was read)."""
    return tuple(f"{sentence.id}: {problem}" for problem in _sentence(sentence))


def _sentence(sentence: Sentence) -> Iterator[str]:
    yield from _unknown("genre", [sentence.genre], GENRES)
    yield from _unknown("style", list(sentence.style), STYLES)
    yield from _unknown("topic", [sentence.topic], TOPICS)
    yield from _codes([sentence.country])
    yield from _moments([sentence.published] if sentence.published else [])
    yield from _moments([value for time in sentence.times for value in (time.value, *time.accept)])
    for deed in sentence.events:
        yield from _deed(deed)
    for saying in sentence.statements:
        yield from _people(saying.speakers, saying.addressees, saying.chain)
    for count in sentence.figures:
        yield from _count(count)
    for accord in sentence.agreements:
        yield from _codes(list(accord.parties))
        yield from _moments([accord.date] if accord.date else [])
    if not all(surface in sentence.text for surface, _ in sentence.restored):
        yield "a restored word does not stand in the text"


def _people(*groups: tuple[Who, ...]) -> Iterator[str]:
    yield from _codes([who.code for group in groups for who in group if who.code])


def _deed(deed: Deed) -> Iterator[str]:
    if deed.mode is not None and deed.mode not in MODES.get(deed.type, frozenset()):
        yield f"mode «{deed.mode}» does not go with {deed.type}"
    yield from _people(deed.actors, deed.recipients)
    yield from _moments([deed.date] if deed.date else [])


def _count(count: Count) -> Iterator[str]:
    yield from _unknown("kind", [count.kind, *count.accept], KINDS)
    yield from _unknown("bound", [count.bound], frozenset({*get_args(Bound), "vague"}))
    yield from _unknown("status", [count.status], _FIGURE_STATUS)
    yield from _codes([*count.perpetrators, *([count.by] if count.by else [])])
    yield from _moments([moment for moment in (count.since, count.until) if moment])
    if isinstance(count.value, tuple) != (count.bound == "between"):
        yield "two numbers go with «between», one with every other bound"
    if (count.value is None) != (count.bound == "vague"):
        yield "no number goes with «vague», one with every other bound"
