"""The atoms of the ledger: statements, events, figures and mentions of agreements, each with its words.

An assertion is immutable. Its id is the hash of its content with document and span; step, score and reason
say how it was found and are not part of the id. The values are PLOVER's, EDTF's and the project's own as
docs/records.md lists them.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from operator import attrgetter
from types import UnionType
from typing import Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from hudna.model.annotations import Precision, Span
from hudna.model.ids import content_id

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DISPLACEMENT",
]  # fmt: skip
Status = Literal["reported", "claimed", "alleged", "denied", "planned", "negated", "hypothetical"]
Force = Literal[
    "claim", "confirm", "deny", "demand", "accuse", "condemn", "promise", "threaten", "warn",
    "express-concern", "question",
]  # fmt: skip
Bound = Literal["exact", "at_least", "more_than", "less_than", "about", "between", "order"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who: the words that name somebody in this text and what a pack knows of them."""

    text: str
    start: int
    end: int
    entity: str | None = None
    code: str | None = None
    name_en: str | None = None
    name_ar: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the words and, where a gazetteer knows it, name and WGS 84 coordinates in degrees."""

    text: str
    start: int
    end: int
    entity: str | None = None
    name_en: str | None = None
    name_ar: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody saying something. `chain` is who relays it, nearest the reader first."""

    KIND: ClassVar[str] = "statement"
    report: str
    start: int
    end: int
    speakers: tuple[Actor, ...]
    force: Force
    content: Span
    addressees: tuple[Actor, ...] = ()
    chain: tuple[Actor, ...] = ()
    channel: str | None = None
    date: str | None = None
    quoted: bool = False
    step: str = ""
    score: float = 1.0
    reason: str = ""

    @property
    def id(self) -> str:
        """Content hash."""
        return assertion_id(self)


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. `said_by` is a statement's id, or None for the report's own voice.

    `repeats` is the id of the event's first telling where this is another one; `background` tells that the
    report recalls it and does not bring it as news. Both are readings of the whole report, no part of the id.
    """

    KIND: ClassVar[str] = "event"
    report: str
    start: int
    end: int
    type: EventType
    mode: str | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None
    date: str | None
    status: Status
    said_by: str | None = None
    step: str = ""
    score: float = 1.0
    reason: str = ""
    repeats: str | None = None
    background: bool = False

    @property
    def id(self) -> str:
        """Content hash."""
        return assertion_id(self)


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with its scope. `lower` and `upper` are None where open or where the words give no number.

    `counted_by` is who is said to have counted, where the words name somebody for it («سجّل الجانب التركي 3
    خروقات»); who says so may be somebody else (`said_by`).
    """

    KIND: ClassVar[str] = "figure"
    report: str
    start: int
    end: int
    kind: str
    lower: float | None
    upper: float | None
    bound: Bound
    unit: str | None
    population: str | None
    since: str | None
    until: str | None
    place: Place | None
    perpetrators: tuple[Actor, ...]
    status: Status
    said_by: str | None = None
    step: str = ""
    score: float = 1.0
    reason: str = ""
    counted_by: tuple[Actor, ...] = ()

    @property
    def id(self) -> str:
        """Content hash."""
        return assertion_id(self)


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """A mention of an accord. `agreement` is an id of a pack's register, or None."""

    KIND: ClassVar[str] = "agreement"
    report: str
    start: int
    end: int
    agreement: str | None
    name: str | None
    parties: tuple[Actor, ...]
    date: str | None
    in_force_from: str | None
    place: Place | None
    terms: tuple[str, ...]
    status: str | None
    said_by: str | None = None
    step: str = ""
    score: float = 1.0
    reason: str = ""

    @property
    def id(self) -> str:
        """Content hash."""
        return assertion_id(self)


Assertion = Statement | Event | Figure | AgreementMention

_NOT_CONTENT = frozenset({"step", "score", "reason", "repeats", "background"})
_WHERE_SAID = frozenset({"counted_by"})
"""Fields younger than the ids: content only where they say something, so that all other ids stay."""


_AS_IS: frozenset[type] = frozenset({str, int, bool, type(None)})


@dataclass(frozen=True, slots=True)
class _Shape:
    """How to spell a dataclass: its fields, how to get them all, and those that need spelling themselves."""

    names: tuple[str, ...]
    values: Callable[[Any], tuple[Any, ...]]
    deep: tuple[str, ...]


@lru_cache(maxsize=256)
def _shape(cls: type[Any]) -> _Shape | None:
    if not is_dataclass(cls):
        return None
    names = tuple(f.name for f in fields(cls))
    hints = get_type_hints(cls)
    # Two names more than needed: of a single one an attrgetter gives no tuple.
    values = attrgetter(*names, "__class__", "__class__")
    return _Shape(names, values, tuple(name for name in names if not _is_atom(hints[name])))


def _is_atom(hint: Any) -> bool:
    """Whether a value of this type is JSON data as it stands."""
    if get_origin(hint) in (Union, UnionType):
        return all(map(_is_atom, get_args(hint)))
    return get_origin(hint) is Literal or hint in _AS_IS


def plain(value: Any) -> Any:
    """A value as JSON data: dataclasses become objects, tuples lists, whole floats integers."""
    if type(value) in _AS_IS:
        return value
    shape = _shape(type(value))  # type: ignore[arg-type]
    if shape is not None:
        found = dict(zip(shape.names, shape.values(value), strict=False))
        for name in shape.deep:
            found[name] = plain(found[name])
        return found
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def assertion_id(assertion: Assertion) -> str:
    """Hash of an assertion's content with its document and span."""
    return id_of_plain(assertion.KIND, plain(assertion))


def id_of_plain(kind: str, fields_: dict[str, Any]) -> str:
    """`assertion_id` of an assertion of a kind whose fields are JSON data already."""
    content = [
        value
        for name, value in fields_.items()
        if name not in _NOT_CONTENT and (value or name not in _WHERE_SAID)
    ]
    return content_id(kind, content)


@dataclass(frozen=True, slots=True)
class Assertions:
    """What was extracted from one report, each tuple in order of `start`."""

    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    agreements: tuple[AgreementMention, ...] = ()
