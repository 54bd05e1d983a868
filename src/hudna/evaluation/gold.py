"""Gold facts of one text, as docs/annotation.md describes them.

Positions are lines of the text file, counted from 1. Values that may be given another way keep every reading
that counts as right: `values`, `kinds`, `forces` and `types` begin with the annotator's own.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from hudna.model.errors import ReadError

Number = float | tuple[float, ...] | None
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression: words that stand on the line, and its EDTF or TIMEX3 values."""

    line: int
    text: str
    values: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldRestoration:
    """A word broken up to slip past moderation, and the word meant."""

    surface: str
    restored: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldLine:
    """A line that is site furniture."""

    line: int
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldName:
    """A proper name: where it stands in the text (indices, end exclusive) and what it names."""

    line: int
    start: int
    end: int
    text: str
    type: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A count; a pair of numbers for «between». A part of another figure is optional."""

    line: int
    kinds: tuple[str, ...]
    value: Number
    bound: str | None
    since: str | None
    status: str | None
    perpetrators: tuple[str, ...]
    optional: bool = False
    until: str | None = None
    place: str | None = None
    population: str | None = None


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Somebody saying something."""

    line: int
    speaker: str | None
    forces: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """Who did what."""

    line: int
    types: tuple[str, ...]
    actors: tuple[str, ...]
    optional: bool = False
    recipients: tuple[str, ...] = ()
    mode: str | None = None
    place: str | None = None
    date: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class GoldAgreement:
    """A mention of an accord."""

    line: int
    name: str | None
    parties: tuple[str, ...]
    date: str | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldFacts:
    """Everything annotated in one text; `published` is its date (EDTF or TIMEX3), or None if not known.

    `furniture` is None where nobody annotated it: in sentences. Names are annotated in sentences only.
    """

    published: str | None = None
    times: tuple[GoldTime, ...] = ()
    restorations: tuple[GoldRestoration, ...] = ()
    furniture: tuple[GoldLine, ...] | None = ()
    figures: tuple[GoldFigure, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    agreements: tuple[GoldAgreement, ...] = ()
    names: tuple[GoldName, ...] = ()


def load_facts(path: Path) -> GoldFacts:
    """The facts of one file; raises ReadError («bad-gold») where it is not JSON of that form."""
    data = load_json(path)
    try:
        return facts_of(data)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        what = f"has no «{error.args[0]}»" if isinstance(error, KeyError) else f"has a wrong value ({error})"
        raise ReadError("bad-gold", f"{path}: a fact {what}; see docs/annotation.md for the form") from error


def load_json(path: Path) -> Any:
    """The JSON value of a file; raises ReadError («bad-gold»)."""
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise ReadError("bad-gold", f"{path}: is not JSON in UTF-8 ({error}); mend it") from error


def facts_of(data: Mapping[str, Any]) -> GoldFacts:
    """The facts of one JSON object; raises KeyError, TypeError, AttributeError or ValueError."""
    return GoldFacts(
        published=(data.get("published_on") or {}).get("value"),
        times=_each(data, "times", _time),
        restorations=tuple(GoldRestoration(s, r) for s, r in data.get("restored") or ()),
        furniture=tuple(GoldLine(int(n)) for n in data.get("boilerplate_lines") or ()),
        figures=_each(data, "figures", _figure),
        statements=_each(data, "statements", _statement),
        events=_each(data, "events", _event),
        agreements=_each(data, "agreements", _agreement),
    )


def _each(data: Mapping[str, Any], key: str, make: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    return tuple(make(item) for item in data.get(key) or ())


def _readings(item: Mapping[str, Any], key: str, *others: str) -> tuple[str, ...]:
    """The annotator's value and the others accepted, which stand as a list or as one value."""
    found = [item[key]]
    for other in others:
        more = item.get(other) or []
        found.extend(more if isinstance(more, list) else [more])
    return tuple(found)


def _optional(item: Mapping[str, Any]) -> bool:
    return bool(item.get("optional") or item.get("subset"))


def _time(item: Mapping[str, Any]) -> GoldTime:
    return GoldTime(item["line"], item["text"], _readings(item, "value", "accept"), _optional(item))


def _figure(item: Mapping[str, Any]) -> GoldFigure:
    value = item["value"]
    return GoldFigure(
        line=item["line"],
        kinds=_readings(item, "kind", "accept_kind"),
        value=tuple(value) if isinstance(value, list) else value,
        bound=item.get("bound"),
        since=item.get("since"),
        status=item.get("status"),
        perpetrators=tuple(item.get("perpetrators") or ()),
        optional=_optional(item),
        until=item.get("until"),
        place=item.get("place"),
        population=item.get("population"),
    )


def _statement(item: Mapping[str, Any]) -> GoldStatement:
    forces = _readings(item, "force", "also", "accept_force")
    return GoldStatement(item["line"], item["speaker"], forces, _optional(item))


def _event(item: Mapping[str, Any]) -> GoldEvent:
    return GoldEvent(
        line=item["line"],
        types=_readings(item, "type", "also", "accept"),
        actors=tuple(item["actor"]),
        optional=_optional(item),
        recipients=tuple(item.get("recipient") or ()),
        mode=item.get("mode"),
        place=item.get("place"),
        date=item.get("date"),
        status=item.get("status"),
    )


def _agreement(item: Mapping[str, Any]) -> GoldAgreement:
    parties = tuple(item["parties"])
    return GoldAgreement(item["line"], item["name"], parties, item.get("date"), _optional(item))
