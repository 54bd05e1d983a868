"""A `Filter` tried on one record in memory, for records whose values are not those the ledger keeps.

The same conditions as `hudna.store.conditions`, which says them in SQL; a test holds the two together.
"""

from collections.abc import Callable, Iterable
from typing import Any

from hudna.model.assertions import Actor, Assertion, Place
from hudna.model.filters import Filter
from hudna.model.rows import Row
from hudna.store import rows

Fold = Callable[[str], str]


def fits(filter: Filter, row: Row[Any], said: Iterable[Assertion], fold: Fold) -> bool:
    """Whether a record matches, `limit` and `offset` aside. `said` are the assertions that a statement says:
    it is where they are."""
    found: Assertion = row.assertion
    type, mode, status = rows.type_of(found)
    return (
        filter.kind in (None, found.KIND)
        and _is_type(filter.type, type, mode)
        and filter.status in (None, status)
        and _dated(filter, found)
        and (not filter.place or any(_at(filter.place, one, fold) for one in (found, *said)))
        and (not filter.actor or any(_is(filter.actor, actor, fold) for _, actor in rows.actors_of(found)))
        and (not filter.publisher or fold(row.publisher or "").strip() == fold(filter.publisher).strip())
        and (not filter.run or row.run.startswith(filter.run))
    )


def order(row: Row[Any]) -> tuple[str, bool, str, str, int, int, str, str]:
    """What lists are sorted by: the date, the undated last, then where the words stand."""
    date, (first, last) = rows.dates_of(row.assertion)
    sort = first or last or rows.UNDATED
    return sort, date is not None, date or "", *in_text(row)


def in_text(row: Row[Any]) -> tuple[str, int, int, str, str]:
    """The order of reports and of the text."""
    return row.report, row.start, row.end, row.assertion.KIND, row.id


def _dated(filter: Filter, found: Assertion) -> bool:
    start, end = filter.days()
    if start is None and end is None:
        return True
    _, (first, last) = rows.dates_of(found)
    if first is None and last is None:
        return filter.undated
    return not (start and last and last < start) and not (end and first and first > end)


def _is_type(wanted: str | None, type: str | None, mode: str | None) -> bool:
    if not wanted:
        return True
    known = (type or "").lower()
    return wanted.lower() in (known, f"{known}/{mode.lower()}" if mode else known)


def _at(wanted: str, found: Assertion, fold: Fold) -> bool:
    place: Place | None = getattr(found, "place", None)
    return place is not None and _named(wanted, "/", place.entity, place, fold)


def _is(wanted: str, actor: Actor, fold: Fold) -> bool:
    return actor.entity == wanted or _named(wanted, ".", actor.code, actor, fold)


def _named(wanted: str, part: str, code: str | None, named: Place | Actor, fold: Fold) -> bool:
    """By a code with what belongs to it, or by a name."""
    if code is not None and (code == wanted or code.startswith(wanted.rstrip(part) + part)):
        return True
    return f"|{fold(wanted).strip()}|" in rows.names_key(fold, named.text, named.name_ar, named.name_en)
