"""What chains of judgements leave of the records."""

from dataclasses import replace
from itertools import permutations

import pytest

from hudna.ledger.carrying import (
    Difference,
    carry,
    differences,
    history,
    history_of_links,
    successor,
)
from hudna.ledger.corrections import BEST, Entities, correctable, corrected, effective, entities
from hudna.ledger.judgements import OPEN, pairs, share, standing, stands, states, threads
from hudna.model.assertions import Actor, Assertion, Event, Figure, Place
from hudna.model.errors import LedgerError
from hudna.model.judgement import Act, Judgement
from hudna.model.rows import Row
from hudna.packs.load import load_pack
from tests.store import builders as b

SARMIN = Place("سرمين", 0, 0, "place/sy/sarmin", "Sarmin", "سرمين", 35.9, 36.7)
TURKEY = Actor("تركيا", 0, 0, "country/tur", "TUR", "Turkey", "تركيا")
KNOWN = Entities({"place/sy/sarmin": SARMIN}, {"country/tur": TURKEY})
REPORT = b.report()
EVENT = b.event(REPORT)


def row(assertion: Assertion, current: bool = True) -> Row[Assertion]:
    words = REPORT.text[assertion.start : assertion.end]
    place = (REPORT.id, "a.txt", None, None, REPORT.published, "run")
    return Row(assertion.id, assertion, words, 1, 1, *place, current)


def say(act: Act, before: Judgement | None = None, target: str = EVENT.id, **more: str) -> Judgement:
    number = f"{int(before.at[-2:]) + 1:02}" if before else "00"
    at = f"2020-03-06T12:00:{number}"
    return Judgement(act, target, "why", "salma", at, supersedes=before.id if before else None, **more)


def test_nobody_has_spoken() -> None:
    assert standing([]) == OPEN


def test_the_last_word_counts() -> None:
    first = say("confirm")
    second = say("reject", first)
    assert standing([first]).state == "confirmed"
    assert standing([first, second]).state == "rejected"
    assert standing([first, second]).last == second


def test_the_order_of_what_is_given_plays_no_part() -> None:
    first = say("confirm")
    second = replace(say("reject", first), at="2020-03-06T11:00:00")
    third = say("confirm", second)
    for given in permutations((first, second, third)):
        assert threads(given) == {(EVENT.id, None): [first, second, third]}


def test_corrections_add_up() -> None:
    first = say("correct", field="date", value="2020-02-20")
    second = say("correct", first, field="mode", value="drone")
    third = say("correct", second, field="date", value="2020-02-19")
    assert standing([first, second]).values == {"date": "2020-02-20", "mode": "drone"}
    assert standing([first, second, third]).values == {"date": "2020-02-19", "mode": "drone"}


def test_taking_back_restores_what_stood_before() -> None:
    first = say("correct", field="date", value="2020-02-20")
    second = say("reject", first)
    third = say("withdraw", second)
    fourth = say("withdraw", third)
    assert (standing([first, second, third]).state, standing([first, second, third]).values) == (
        "corrected", {"date": "2020-02-20"},
    )  # fmt: skip
    assert standing([first, second, third, fourth]).state == "rejected"
    assert standing([say("confirm"), say("withdraw", say("confirm"))]).state == "open"


def test_pairs_joined_and_split() -> None:
    first = say("join", target="aa", other="bb")
    second = say("split", first, target="aa", other="bb")
    third = say("withdraw", second, target="aa", other="bb")
    assert pairs([first]) == {("aa", "bb"): "join"}
    assert pairs([first, second]) == {("aa", "bb"): "split"}
    assert pairs([first, second, third]) == {("aa", "bb"): "join"}
    assert pairs([first, say("withdraw", first, target="aa", other="bb")]) == {}
    assert stands([first]) == {}


def test_states_of_contradictions() -> None:
    first = say("settle", target="cc", value="explained")
    assert states([first]) == {"cc": "explained"}
    assert states([first, say("withdraw", first, target="cc")]) == {}


def test_the_reviewed_share() -> None:
    found = share([EVENT.id, "x", "y", "y"], stands([say("confirm"), say("reject", target="z")]))
    assert (found.total, found.reviewed) == (3, 1)
    assert found.states == {"open": 2, "confirmed": 1}


class TestCorrecting:
    def test_each_sort_of_field(self) -> None:
        values = {
            "date": "2020-02-20", "type": "THREATEN", "mode": None, "place": "place/sy/sarmin",
            "recipients": "country/tur", "actors": "", "status": "claimed",
        }  # fmt: skip
        made = corrected(EVENT, values, KNOWN)
        assert isinstance(made, Event)
        assert (made.date, made.type, made.mode, made.status) == ("2020-02-20", "THREATEN", None, "claimed")
        assert (made.place, made.recipients, made.actors) == (SARMIN, (TURKEY,), ())
        assert (made.start, made.end) == (EVENT.start, EVENT.end)

    def test_numbers(self) -> None:
        made = corrected(b.figure(REPORT), {"lower": "10", "upper": ""}, KNOWN)
        assert isinstance(made, Figure)
        assert (made.lower, made.upper) == (10, None)

    @pytest.mark.parametrize(
        ("field", "value", "words"),
        [
            ("words", "x", "no field of this event"),
            ("start", "3", "no field of this event"),
            ("lower", "3", "no field of this event"),
            ("date", "yesterday", "is no date"),
            ("type", "WAR", "use one of"),
            ("type", "", "cannot be left empty"),
            ("status", "", "cannot be left empty"),
            ("place", "Sarmin", "no place of a pack"),
            ("actors", "country/tur,somebody", "«somebody» is no actor"),
        ],
    )
    def test_what_does_not_fit(self, field: str, value: str, words: str) -> None:
        with pytest.raises(LedgerError, match=words):
            corrected(EVENT, {field: value}, KNOWN)

    def test_countries_outlets_and_codes_of_a_pack(self) -> None:
        known = entities(load_pack())
        values = {"place": "country/syr", "recipients": "country/tur, RUS.MIL"}
        made = corrected(EVENT, values, known)
        assert isinstance(made, Event)
        assert made.place is not None
        assert made.place.precision == "country"
        assert [(a.entity, a.code) for a in made.recipients] == [("country/tur", "TUR"), (None, "RUS.MIL")]

    @pytest.mark.parametrize("value", ["many", "-1", "nan", "inf", "1e999"])
    def test_no_numbers(self, value: str) -> None:
        with pytest.raises(LedgerError, match="is no number"):
            corrected(b.figure(REPORT), {"lower": value}, KNOWN)

    def test_every_field_named_is_one(self) -> None:
        for made in (EVENT, b.figure(REPORT), b.statement(REPORT), b.agreement(REPORT)):
            for name in correctable(type(made)):
                assert name == BEST or hasattr(made, name)

    def test_rows_as_people_left_them(self) -> None:
        other = replace(EVENT, date="2020-02-01")
        rows = [row(EVENT), row(other), row(b.figure(REPORT))]
        judged = [
            say("correct", field="date", value="2020-02-20"), say("reject", target=other.id),
        ]  # fmt: skip
        found = effective(rows, stands(judged), KNOWN)
        assert [(r.id, r.assertion.KIND) for r in found] == [(EVENT.id, "event"), (rows[2].id, "figure")]
        assert found[0].assertion.date == "2020-02-20"


class TestCarrying:
    GONE = row(EVENT, current=False)

    def test_the_same_words_and_meaning(self) -> None:
        assert EVENT.place is not None
        now = row(replace(EVENT, place=replace(EVENT.place, lat=35.9), step="newer/2"))
        assert now.id != EVENT.id
        assert successor(self.GONE, [row(b.figure(REPORT)), now]) == now

    def test_another_meaning_or_other_words(self) -> None:
        assert successor(self.GONE, [row(replace(EVENT, date="2020-02-20"))]) is None
        assert successor(self.GONE, [row(replace(EVENT, end=EVENT.end + 1))]) is None
        assert successor(self.GONE, []) is None

    def test_a_chain_moves_on_whole(self) -> None:
        first = say("correct", field="date", value="2020-02-20")
        second = say("withdraw", first)
        carried = carry([first, second], {EVENT.id: "ee"})
        assert carried.lost == ()
        moved, then = carried.new
        assert moved == replace(first, target="ee")
        assert then == replace(second, target="ee", supersedes=moved.id)
        assert carry([first, second, moved, then], {EVENT.id: "ee"}).new == ()

    def test_pairs_keep_the_smaller_first(self) -> None:
        joined = say("join", target="aa", other="bb")
        assert carry([joined], {"aa": "cc"}).new == (replace(joined, target="bb", other="cc"),)
        assert carry([joined], {"bb": None}).lost == (joined,)

    def test_what_finds_none_is_told(self) -> None:
        first = say("confirm")
        second = say("reject", first)
        assert carry([first, second], {EVENT.id: None}).lost == (second,)
        assert carry([first, second], {}) == carry([], {})

    def test_who_has_judged_the_new_record_is_not_overruled(self) -> None:
        assert carry([say("confirm"), say("reject", target="ee")], {EVENT.id: "ee"}).new == ()


def test_differences_leave_out_how_it_was_found() -> None:
    other = replace(EVENT, date=None, step="newer/2", score=0.1, place=SARMIN)
    assert [(d.field, d.before, d.after) for d in differences(EVENT, other)] == [
        ("place", "place/sy/saraqib", "place/sy/sarmin"), ("date", "2020-02-21", ""),
    ]  # fmt: skip


def test_the_history_of_a_record() -> None:
    newer = replace(EVENT, date="2020-02-20")
    first = say("correct", field="mode", value="drone")
    second = say("confirm", first)
    told = history([("r0", None), ("r1", EVENT), ("r2", EVENT), ("r3", newer)], [first, second], KNOWN)
    assert [(c.run, c.judgement and c.judgement.act) for c in told] == [
        ("r1", None), ("r3", None), (None, "correct"), (None, "confirm"),
    ]  # fmt: skip
    assert [[(d.field, d.before, d.after) for d in c.differences] for c in told] == [
        [("record", "", "event")],
        [("date", "2020-02-21", "2020-02-20")],
        [("review", "open", "corrected"), ("mode", "aerial", "drone")],
        [("review", "corrected", "confirmed")],
    ]


def test_the_history_of_pairs_and_contradictions() -> None:
    first = say("join", target="aa", other="bb")
    second = say("withdraw", first, target="aa", other="bb")
    settled = say("settle", target="cc", value="explained")
    given = [first, second, settled, say("confirm", target="aa")]
    assert [c.differences for c in history_of_links("bb", given)] == [
        (Difference("with aa", "", "one"),), (Difference("with aa", "one", ""),),
    ]  # fmt: skip
    assert [c.differences for c in history_of_links("cc", given)] == [(Difference("state", "", "explained"),)]
