"""Candidates for violations: place, date, type and actor, and the other side's answer."""

from datetime import date

import pytest

from hudna.ledger.accords import register
from hudna.ledger.gazetteer import Gazetteer
from hudna.ledger.violation_counts import days, guarantors_counts, tally
from hudna.ledger.violations import Ruled, sides, violations
from hudna.model.assertions import AgreementMention, Event, Statement
from hudna.model.entries import Violation
from hudna.model.rows import Row
from hudna.packs.clauses import load_clauses
from hudna.packs.schema import AgreementEntry, Names, PlaceEntry, PlaceKind, Term
from tests.ledger.claims import actor, event, figure, mention, place, row, statement


def somewhere(
    id: str, kind: PlaceKind, within: str | None = None, covers: tuple[str, ...] = ()
) -> PlaceEntry:
    return PlaceEntry(id, kind, Names(("مكان",), "Place"), "SYR", within, covers=covers)


MAP = Gazetteer(
    [
        somewhere("north", "governorate"),
        somewhere("east", "governorate"),
        somewhere("town", "town", "north"),
        somewhere("half", "district", "east"),
        somewhere("far", "town", "east"),
        somewhere("zone", "area", covers=("north", "half")),
    ]
)
TRUCE = AgreementEntry(
    "agreement/x",
    Names(("هدنة",), "Truce"),
    ("RUS", "TUR"),
    effective="2020-01-12",
    zone=("zone",),
    terms=(Term("ceasefire", "No attack", ("SYR", "SYR.REB", "RUS")), Term("patrols", "Patrols")),
)


def rules(*mentions: Row[AgreementMention]) -> Ruled:
    return Ruled(register([TRUCE], mentions), load_clauses(), MAP)


def found(*rows: Row[Event], said: tuple[Row[Statement], ...] = ()) -> tuple[Violation, ...]:
    return violations(rules(), rows, (), {s.id: s for s in said})


@pytest.mark.parametrize(
    "told",
    [
        event("ASSAULT", "SYR.MIL", at="far", on="2020-02-01"),
        event("ASSAULT", "SYR.MIL", at="SYR", on="2020-02-01"),
        event("ASSAULT", "SYR.MIL", at="town", on="2020-01-11"),
        event("ASSAULT", "SYR.MIL", at="town"),
        event("ASSAULT", "SYR.MIL", on="2020-02-01"),
        event("ASSAULT", "SYR.HTS", at="town", on="2020-02-01"),
        event("ASSAULT", at="town", on="2020-02-01"),
        event("PROTEST", "SYR.MIL", at="town", on="2020-02-01"),
        event("ASSAULT", "SYR.MIL", at="town", on="2020-02-01", mode="torture"),
        event("ASSAULT", "SYR.MIL", at="town", on="2020-02-01", status="planned"),
        event("ASSAULT", "SYR.MIL", at="town", on="2020-02-01", status="denied"),
    ],
)
def test_no_candidate(told: Event) -> None:
    assert found(row(told)) == ()


def test_a_candidate_names_clause_accused_and_certainty() -> None:
    (one,) = found(row(event("ASSAULT", "SYR.MIL", "SYR.HTS", at="town", on="2020-02-01", mode="aerial")))
    assert (one.agreement, one.term, one.basis, one.kind) == (
        "agreement/x",
        "ceasefire",
        "terms",
        "ASSAULT/aerial",
    )
    assert [a.code for a in one.against] == ["SYR.MIL"]
    assert (one.date_certain, one.place_certain, one.answer) == (True, True, "silent")
    assert one.alleged_by == ()


def test_a_whole_country_under_an_accord_for_it() -> None:
    nationwide = AgreementEntry(
        "agreement/y", TRUCE.names, ("SYR",), effective="2020-01-12", zone=("SYR",), terms=TRUCE.terms
    )
    held = Ruled(register([nationwide], []), load_clauses(), MAP)
    (one,) = violations(held, [row(event("ASSAULT", "SYR", at="country/syr", on="2020-02-01"))], (), {})
    assert one.place_certain


def test_a_coarse_date_and_a_place_half_inside_are_not_certain() -> None:
    (one,) = found(row(event("ASSAULT", "RUS.MIL", at="east", on="2020-01")))
    assert (one.date_certain, one.place_certain) == (False, False)


def test_who_alleges_and_through_whom() -> None:
    said = row(statement("SYR.OPP", chain=(actor("FRA.MED"),)))
    (one,) = found(
        row(event("ASSAULT", "RUS.MIL", at="town", on="2020-02-01", said_by=said.id)), said=(said,)
    )
    assert [a.code for a in one.alleged_by] == ["SYR.OPP"]
    assert [a.code for a in one.via] == ["FRA.MED"]


@pytest.mark.parametrize(
    ("answer", "speaker", "expected"),
    [
        (
            event("ASSAULT", "RUS.MIL", at="town", on="2020-02-01", status="denied", report="r2"),
            "RUS.GOV",
            "denies",
        ),
        (event("ASSAULT", "RUS.MIL", status="denied", report="r2"), "RUS", "denies"),
        (event("ASSAULT", "RUS.MIL", at="north", status="denied", report="r2"), "RUS", "denies"),
        (
            event("ASSAULT", "RUS.MIL", at="town", on="2020-02", status="claimed", report="r2"),
            "RUS.MIL",
            "confirms",
        ),
        (event("ASSAULT", "RUS.MIL", at="far", status="denied", report="r2"), "RUS", "silent"),
        (event("ASSAULT", "RUS.MIL", on="2020-03-01", status="denied", report="r2"), "RUS", "silent"),
        (
            event("ASSAULT", "RUS.MIL", at="town", on="2020-02-01", status="denied", report="r2"),
            "TUR",
            "silent",
        ),
    ],
)
def test_the_other_sides_answer(answer: Event, speaker: str, expected: str) -> None:
    said = row(statement(speaker, report="r2"))
    replying = Event(**{n: getattr(answer, n) for n in answer.__slots__ if n != "said_by"}, said_by=said.id)
    alleged = row(event("ASSAULT", "RUS.MIL", at="town", on="2020-02-01"), "2020-02-01")
    given = found(alleged, row(replying, "2020-02-03"), said=(said,))
    (one,) = [v for v in given if v.record == alleged.id]
    assert one.answer == expected
    assert bool(one.answers) == (expected != "silent")


def test_an_undated_denial_published_long_after_is_no_answer() -> None:
    said = row(statement("RUS"))
    denial = row(event("ASSAULT", "RUS", status="denied", said_by=said.id, report="r2"), "2020-03-01")
    (one,) = found(row(event("ASSAULT", "RUS", at="town", on="2020-02-01")), denial, said=(said,))
    assert one.answer == "silent"


def test_what_a_speaker_calls_a_breach() -> None:
    said = row(statement("RUS.MIL", force="accuse"))
    act = row(event("ASSAULT", "SYR.HTS", said_by=said.id, status="alleged"))
    breach = row(mention("agreement/x", status="violated", said_by=said.id, place=place("town")))
    (one,) = violations(rules(), [act], [breach], {said.id: said})
    assert (one.basis, one.record, one.term, one.kind) == ("called", act.id, None, "ASSAULT")
    assert [a.code for a in one.against] == ["SYR.HTS"]
    assert [a.code for a in one.alleged_by] == ["RUS.MIL"]
    assert (one.date_certain, one.place_certain) == (False, False)


def test_day_and_place_of_a_breach_are_those_of_the_act_not_of_the_accord() -> None:
    said = row(statement("TUR", force="accuse"))
    far = row(event("ASSAULT", "SYR.HTS", said_by=said.id, status="alleged"))
    act = row(event("ASSAULT", "SYR.MIL", at="town", said_by=said.id, status="alleged", on="2020-02-03"))
    named = mention("agreement/x", status="violated", said_by=said.id, place=place("far"), date="2020-01-12")
    found_ = violations(rules(), [far, act], [row(named)], {said.id: said})
    (one,) = [v for v in found_ if v.basis == "called"]
    assert (one.record, one.date, one.place) == (act.id, "2020-02-03", "town")
    assert (one.date_certain, one.place_certain) == (True, True)


def test_a_breach_without_an_act_has_neither_day_nor_place() -> None:
    named = row(mention("agreement/x", status="violated", place=place("far"), date="2020-01-12"))
    (one,) = violations(rules(), [], [named], {})
    assert (one.record, one.date, one.place, one.date_certain, one.place_certain) == (
        named.id, None, None, False, False,
    )  # fmt: skip


def test_a_heading_without_the_day_does_not_hide_what_the_body_tells() -> None:
    said = row(statement("TUR"))
    heading = row(event("ASSAULT", "RUS.MIL", at="town"))
    body = row(event("ASSAULT", "RUS.MIL", at="town", on="2020-02-01", repeats=heading.id, said_by=said.id))
    (one,) = found(heading, body, said=(said,))
    assert one.record == body.id
    dated = row(event("ASSAULT", "RUS.MIL", at="town", on="2020-02-01"))
    again = row(event("ASSAULT", "RUS.MIL", at="town", on="2020-02-01", repeats=dated.id, said_by=said.id))
    (one,) = found(dated, again, said=(said,))
    assert one.record == again.id  # one candidate for one event of a report, with the voice that alleges it


def test_who_says_that_he_struck_somewhere_confirms_no_strike_in_particular() -> None:
    said = row(statement("RUS.MIL", report="r2"))
    alleged = row(event("ASSAULT", "RUS.MIL", at="town", on="2020-02-01", mode="aerial"))
    for avowed in (
        event("ASSAULT", "RUS.MIL", on="2020-02-01", said_by=said.id, report="r2"),
        event("ASSAULT", "RUS.MIL", at="town", said_by=said.id, report="r2"),
        event("ASSAULT", "RUS.MIL", at="north", on="2020-02-01", said_by=said.id, report="r2"),
        event("ASSAULT", "RUS.MIL", at="town", on="2020-02-01", said_by=said.id, report="r2", mode="abuse"),
    ):
        given = found(alleged, row(avowed, "2020-02-02"), said=(said,))
        assert {v.answer for v in given if v.record == alleged.id} == {"silent"}


def test_a_denial_of_one_day_is_no_answer_to_a_breach_without_a_day() -> None:
    said = row(statement("USA", force="accuse"))
    act = row(event("ASSAULT", "RUS", said_by=said.id, status="alleged"))
    breach = row(mention("agreement/x", status="violated", said_by=said.id))
    own = row(statement("RUS", report="r2"))
    denial = row(event("ASSAULT", "RUS", at="town", on="2020-02-01", status="denied", said_by=own.id))
    (one,) = violations(rules(), [act], [breach], {said.id: said, own.id: own}, [denial])
    assert one.answer == "silent"


def test_a_denial_that_names_no_doer_is_of_the_speakers_own_side() -> None:
    said = row(statement("RUS.MIL", report="r2"))
    alleged = row(event("ASSAULT", "RUS.MIL", at="town", on="2020-02-01"))
    denied = row(event("ASSAULT", at="town", on="2020-02-01", status="denied", said_by=said.id, report="r2"))
    (one,) = found(alleged, denied, said=(said,))
    assert (one.answer, one.answers) == ("denies", (denied.id,))


def test_counts_by_kind_party_and_area_in_three_windows() -> None:
    given = found(
        row(event("ASSAULT", "SYR.MIL", at="town", on="2020-02-10")),
        row(event("ASSAULT", "SYR.GOV", at="town", on="2020-02-10", report="r2")),
        row(event("ASSAULT", "RUS", at="half", on="2020-02-11", mode="aerial")),
        row(event("ASSAULT", "SYR.MIL", at="town", on="2020-02-05")),
        row(event("ASSAULT", "SYR.MIL", at="town", on="2020-01-12")),
        row(event("ASSAULT", "SYR.MIL", at="town", on="2020-02")),
    )
    one_incident = {given[0].record: "incident", given[1].record: "incident"}
    counts = tally(given, MAP, date(2020, 2, 8), date(2020, 2, 14), date(2020, 1, 12), one_incident)
    assert counts.now == {("ASSAULT", "SYR", "north"): 1, ("ASSAULT/aerial", "RUS", "east"): 1}
    assert counts.before == {("ASSAULT", "SYR", "north"): 1}
    assert counts.since == {("ASSAULT", "SYR", "north"): 3, ("ASSAULT/aerial", "RUS", "east"): 1}


def test_a_calm_day_needs_a_report() -> None:
    given = found(row(event("ASSAULT", "SYR.MIL", at="town", on="2020-02-10")))
    span = days(given, {"2020-02-10": 1, "2020-02-11": 1}, date(2020, 2, 10), date(2020, 2, 12))
    assert [(d.day, len(d.records), d.reports, d.calm) for d in span] == [
        ("2020-02-10", 1, 1, False),
        ("2020-02-11", 0, 1, True),
        ("2020-02-12", 0, 0, False),
    ]


def test_guarantors_count_apart() -> None:
    russia, turkey = row(statement("RUS.MIL")), row(statement("TUR.MIL"))
    counts = [
        row(figure("violations", 27, said_by=russia.id)),
        row(figure("violations", 12, said_by=turkey.id)),
        row(figure("violations", 99)),
        row(figure("killed", 3, said_by=russia.id)),
    ]
    given = guarantors_counts(counts, {russia.id: russia, turkey.id: turkey}, ("RUS", "TUR"))
    assert {code: [r.assertion.lower for r in rows] for code, rows in given.items()} == {
        "RUS": [27],
        "TUR": [12],
    }


def test_a_guarantors_count_in_the_others_statement_is_its_own() -> None:
    russia = row(statement("RUS.MIL"))
    counts = [
        row(figure("violations", 27, said_by=russia.id)),
        row(figure("violations", 3, said_by=russia.id, counted_by=(actor("TUR"),))),
        row(figure("violations", 5, counted_by=(actor("TUR"), actor("RUS")))),
    ]
    given = guarantors_counts(counts, {russia.id: russia}, ("RUS", "TUR"))
    assert {code: [r.assertion.lower for r in rows] for code, rows in given.items()} == {
        "RUS": [27, 5],
        "TUR": [3, 5],
    }


def test_sides() -> None:
    assert sides([actor("SYR.MIL"), actor("SYR"), actor("SYR.HTS"), actor("PSE.HAMAS.MIL")]) == {
        "SYR",
        "SYR.HTS",
        "PSE.HAMAS",
    }
