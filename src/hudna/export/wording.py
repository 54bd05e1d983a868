"""Values of the records as people read them: dates, numbers with their bound, names."""

import re

from hudna.export.labels import Both, Labels, join, same
from hudna.model.assertions import Actor, Figure, Place

_BEFORE = re.compile(r"-P(\d+)([DWMY])")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T.*)?")
_YEARLESS = re.compile(r"XXXX-(0[1-9]|1[0-2])(?:-(\d\d))?(?:T.*)?")


def number(value: float) -> str:
    """A count with thousands marked: 1800.0 is `1,800`."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def amount(figure: Figure, labels: Labels) -> Both:
    """A figure's value with its bound spelled out; what the words leave open stays open."""
    low, high = figure.lower, figure.upper
    if low is None and high is None:
        return labels.phrase("no-value")
    if figure.bound == "between" and low is not None and high is not None:
        return labels.get("bounds", "between").fill(number(low), number(high))
    first = high if figure.bound == "less_than" else low
    value = first if first is not None else high if high is not None else low
    assert value is not None
    bound = labels.get("bounds", figure.bound if figure.bound != "between" else "about")
    return bound.fill(number(value))


def plain_amount(figure: Figure) -> str:
    """A figure's value for a column of text: `exact 2`, `more_than 1800`, `between 10..20`, empty if none."""
    low, high = figure.lower, figure.upper
    if low is None and high is None:
        return ""
    if low is not None and high is not None and low != high:
        return f"{figure.bound} {_digits(low)}..{_digits(high)}"
    value = low if low is not None else high
    assert value is not None
    return f"{figure.bound} {_digits(value)}"


def _digits(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def spell_date(edtf: str, labels: Labels) -> Both:
    """An EDTF date in words; forms without a common spelling are given as they are."""
    if "/" in edtf:
        since, until = edtf.split("/", 1)
        if until in ("", ".."):
            return labels.phrase("since").fill(spell_date(since, labels))
        if since in ("", ".."):
            return labels.phrase("until").fill(spell_date(until, labels))
        return labels.phrase("since-until").fill(spell_date(since, labels), spell_date(until, labels))
    if edtf[-1:] in ("~", "?", "%"):
        doubt = labels.phrase("perhaps" if edtf[-1] == "?" else "about")
        return doubt.fill(spell_date(edtf[:-1], labels))
    relative = _unanchored(edtf, labels)
    if relative is not None:
        return relative
    day, _, clock = edtf.partition("T")
    parts = day.split("-")
    if not all(p.isdigit() for p in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return same(edtf)
    words = same(parts[0])
    if len(parts) > 1:
        if parts[1] not in labels.tables["months"]:
            return same(edtf)
        month = labels.get("months", parts[1])
        words = Both(f"{month.en} {words.en}", f"{month.ar} {words.ar}")
    if len(parts) == 3:
        words = Both(f"{int(parts[2])} {words.en}", f"{int(parts[2])} {words.ar}")
    return join([words, same(clock)]) if clock else words


def _unanchored(timex: str, labels: Labels) -> Both | None:
    """A TIMEX3 value whose anchor is not known, in words; None where it is no such value."""
    before = _BEFORE.fullmatch(timex)
    if before:
        return labels.get("timex", before[2]).fill(before[1])
    if timex == "P0D":
        return labels.get("timex", "same-day")
    if timex == "PAST_REF":
        return labels.get("timex", "past")
    weekday = _WEEKDAY.fullmatch(timex)
    if weekday:
        return labels.get("timex", "weekday").fill(labels.get("weekdays", weekday[1]))
    yearless = _YEARLESS.fullmatch(timex)
    if yearless:
        month = labels.get("months", yearless[1])
        day = f"{int(yearless[2])} " if yearless[2] else ""
        return labels.get("timex", "no-year").fill(Both(f"{day}{month.en}", f"{day}{month.ar}"))
    return None


def date_key(edtf: str | None) -> tuple[bool, str]:
    """Sort key of an EDTF date: by its beginning, the undated last."""
    if edtf is None:
        return (True, "")
    since, _, until = edtf.partition("/")
    return (False, until if since in ("", "..") else since)


def actor_name(actor: Actor) -> Both:
    """A pack's name where one is known, else the words as published."""
    return Both(actor.name_en or actor.text, actor.name_ar or actor.text)


def place_name(place: Place) -> Both:
    """A gazetteer's name where one is known, else the words as published."""
    return Both(place.name_en or place.text, place.name_ar or place.text)
