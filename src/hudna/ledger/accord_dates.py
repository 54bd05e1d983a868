"""Mentions of one accord compared: from when it is in force, and when it was concluded."""

from hudna.ledger.actors import likeness, shown
from hudna.ledger.days import Days, cells, days
from hudna.ledger.reasons import Found, features
from hudna.ledger.scenes import Lore
from hudna.model.assertions import AgreementMention
from hudna.model.links import Link, Verdict
from hudna.model.rows import Row

STEP = "agreements/2"
_MIDNIGHT = "T00:00"
_APART = 14
"""Days between two dates of accords no register has, beyond which they are two accords."""


def keys(row: Row[AgreementMention], lore: Lore) -> tuple[str, ...]:
    """The accord's id; of one no register has, the place and the fortnight. Undated mentions say nothing."""
    accord = row.assertion
    when = _in_force(accord) or days(accord.date)
    if when is None or accord.status in ("hypothetical", "planned"):
        return ()
    if accord.agreement is not None:
        return (accord.agreement,)
    if accord.place is None or not lore.map.is_spot(accord.place) or not accord.parties:
        return ()
    near = Days(when.first and when.first - _APART // 2, when.last and when.last + _APART // 2)
    return tuple(f"{accord.place.entity}|{cell}" for cell in cells(near, 4 * _APART))


def compare(left: Row[AgreementMention], right: Row[AgreementMention], lore: Lore) -> Link | None:
    """Whether two mentions give one accord the same dates; symmetric. None where it is not one accord, or
    the dates they state are not of the same kind."""
    if left.id > right.id:
        left, right = right, left
    one = _one_accord(left.assertion, right.assertion, lore)
    if one is None:
        return None
    dates = [found for found in _dates(left.assertion, right.assertion) if found]
    if not dates:
        return None
    sure = one.finding == "one"
    verdict: Verdict = "same" if sure else "possible"
    differing = {found.feature for found in dates if found.finding == "differ"}
    if differing:
        sure = sure and (differing != {"signed"} or _both_dated(left.assertion, right.assertion))
        verdict = "contradiction" if sure else "tension"
    elif any(found.finding == "midnight" for found in dates):
        verdict = "tension"
    reasons = features([one, *dates], lore.comparing.claims)
    return Link("agreement", left.id, right.id, verdict, 1.0, reasons, STEP)


def _one_accord(left: AgreementMention, right: AgreementMention, lore: Lore) -> Found | None:
    """One of the register, or one place, the same parties and (to be sure) the same day of conclusion."""
    if left.agreement is not None or right.agreement is not None:
        known = left.agreement == right.agreement
        return Found("accord", "one", left.agreement or "", right.agreement or "") if known else None
    if left.place is None or right.place is None or lore.map.nearness(left.place, right.place) != "same":
        return None
    if likeness(left.parties, right.parties) not in ("one", "kin") or not lore.map.is_spot(left.place):
        return None
    a, b = _in_force(left) or days(left.date), _in_force(right) or days(right.date)
    if a is None or b is None or a.gap(b) > _APART:
        return None
    finding = "one" if _one_day(_concluded(left), _concluded(right)) else "perhaps-one"
    where = left.place.name_en or left.place.text
    return Found("accord", finding, f"{where}, {shown(left.parties)}", f"{where}, {shown(right.parties)}")


def _dates(left: AgreementMention, right: AgreementMention) -> tuple[Found | None, Found | None]:
    return (
        _found("in-force", left.in_force_from, _in_force(left), right.in_force_from, _in_force(right)),
        _found("signed", left.date, _concluded(left), right.date, _concluded(right)),
    )


def _found(feature: str, left: str | None, a: Days | None, right: str | None, b: Days | None) -> Found | None:
    if a is None or b is None:
        return None
    gap = a.gap(b)
    finding = "one" if gap == 0 else "midnight" if _one_midnight(left or "", right or "", gap) else "differ"
    return Found(feature, finding, left or "", right or "")


def _one_midnight(left: str, right: str, gap: int) -> bool:
    """Whether two neighbouring days may be one midnight: «midnight of Monday» is the end of Monday to some,
    its beginning to others."""
    return gap == 1 and min(left, right).endswith(_MIDNIGHT)


def _in_force(accord: AgreementMention) -> Days | None:
    return days(accord.in_force_from)


def _concluded(accord: AgreementMention) -> Days | None:
    """The date of an accord where it is not that of coming into force: a mention that states one date for
    both does not say when it was concluded."""
    when, begins = days(accord.date), _in_force(accord)
    return None if when is None or (begins is not None and when.gap(begins) == 0) else when


def _both_dated(left: AgreementMention, right: AgreementMention) -> bool:
    """Whether both tell conclusion and coming into force apart; a lone date may be either."""
    return left.in_force_from is not None and right.in_force_from is not None


def _one_day(left: Days | None, right: Days | None) -> bool:
    return left is not None and right is not None and left.length == 1 and left == right
