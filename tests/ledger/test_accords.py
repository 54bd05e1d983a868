"""Agreements in force: every start that somebody gives, and what a day is by each of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.ledger.accords import Accord, bound, on_day, register, stands
from hudna.model.edtf import window
from hudna.packs.schema import AgreementEntry, Names, Variant
from tests.ledger.claims import mention, row, statement

ENTRY = AgreementEntry(
    "agreement/x",
    Names(("هدنة",), "Truce"),
    ("AAA", "BBB"),
    effective="2020-01-09T14:00",
    variants=(Variant("2020-01-12T00:01", "effective", "BBB.MIL"),),
)


def accord(**changes: object) -> Accord:
    known: dict[str, object] = {"id": "agreement/x", "names": ENTRY.names, "parties": ("AAA",), **changes}
    (made,) = register([AgreementEntry(**known)], [])  # type: ignore[arg-type]
    return made


def test_every_date_that_is_stated_is_kept_with_who_states_it() -> None:
    said = row(statement("AAA.MIL"))
    mentions = [
        row(mention("agreement/x", in_force_from="2020-01-10", said_by=said.id)),
        row(mention("agreement/x", in_force_from="2020-01-10", said_by=said.id, report="r2")),
        row(mention("agreement/x", date="2020-01-08")),
        row(mention("agreement/x", date="2020-01-07", status="denied")),
        row(mention("agreement/x", in_force_from="soon")),
        row(mention("agreement/other", date="2020-01-08")),
    ]
    (made,) = register([ENTRY], mentions, [said])
    assert [(s.of, s.date, s.by, s.assertion) for s in made.stated] == [
        ("effective", "2020-01-09T14:00", None, None),
        ("effective", "2020-01-12T00:01", "BBB.MIL", None),
        ("effective", "2020-01-10", "AAA.MIL", mentions[0].id),
        ("signed", "2020-01-08", None, mentions[2].id),
    ]


def test_two_starts_give_two_day_numbers_and_doubt_between_them() -> None:
    (made,) = register([ENTRY], [])
    assert on_day(made, date(2020, 1, 8)) is None
    between = on_day(made, date(2020, 1, 10))
    assert between is not None
    assert not between.sure
    assert [(c.start.date, c.day) for c in between.starts] == [("2020-01-09T14:00", 2)]
    after = on_day(made, date(2020, 2, 21))
    assert after is not None
    assert after.sure
    assert [c.day for c in after.starts] == [44, 41]


def test_without_an_effective_date_it_counts_from_signing() -> None:
    found = on_day(accord(signed="2018-09-17"), date(2018, 9, 17))
    assert found is not None
    assert [c.day for c in found.starts] == [1]


def test_a_start_known_to_the_month_has_no_day_number() -> None:
    made = accord(signed="2015-09")
    first, later = on_day(made, date(2015, 9, 3)), on_day(made, date(2015, 10, 1))
    assert first is not None
    assert (first.sure, first.starts[0].day) == (False, None)
    assert later is not None
    assert (later.sure, later.starts[0].day) == (True, None)


def test_a_start_told_as_a_stretch_begins_with_it() -> None:
    found = on_day(accord(effective="2020-01-09/.."), date(2020, 1, 12))
    assert found is not None
    assert (found.sure, found.starts[0].day) == (True, 4)


def test_an_end_that_is_given_ends_it() -> None:
    made = accord(effective="2023-11-24T07:00", ended="2023-12-01T07:00")
    assert on_day(made, date(2023, 12, 2)) is None
    last = on_day(made, date(2023, 12, 1))
    assert last is not None
    assert last.sure
    assert on_day(accord(effective="2020-04-09", ended="2020-05"), date(2020, 5, 9)).sure is False  # type: ignore[union-attr]


def test_without_any_date_it_is_never_in_force() -> None:
    assert on_day(accord(), date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2020-01-08", (False, False)),
        ("2020-01-11", (True, False)),
        ("2020-02-16", (True, True)),
        ("2020-01", (True, False)),
        ("2020-02/..", (False, False)),
    ],
)
def test_stands(when: str, expected: tuple[bool, bool]) -> None:
    (made,) = register([ENTRY], [])
    assert stands(made, window(when)) == expected


@pytest.mark.parametrize(
    ("code", "party", "expected"),
    [
        ("SYR.MIL", "SYR", True),
        ("SYR", "SYR", True),
        ("SYR.REB", "SYR", False),
        ("SYR.HTS", "SYR.REB", False),
        ("PSE.HAMAS.MIL", "PSE.HAMAS", True),
        ("SYR", "SYR.MIL", False),
        ("SYRX", "SYR", False),
        ("SYR.MIL", "SYR.GOV", True),
        ("SYR.GOV", "SYR.GOV", True),
        ("SYR.REB", "SYR.GOV", False),
        ("SYR", "SYR.GOV", False),
    ],
)
def test_bound(code: str, party: str, expected: bool) -> None:
    assert bound(code, party) is expected


@given(st.dates(date(2019, 1, 1), date(2021, 1, 1)), st.dates(date(2019, 1, 1), date(2021, 1, 1)))
def test_in_force_from_the_start_on(start: date, day: date) -> None:
    found = on_day(accord(effective=start.isoformat()), day)
    assert (found is not None) == (day >= start)
    if found is not None:
        assert found.starts[0].day == (day - start).days + 1
