"""Independent origins: what counts once, and why."""

from hudna.ledger.copies import Words
from hudna.ledger.origins import Telling, support
from hudna.model.entries import Chain, CopyGroup, Hand
from hudna.model.links import Link
from hudna.model.rows import Row
from tests.ledger.claims import event, row

SOHR = Hand("speaker", "المرصد", "المرصد", 0, 6, "org/sohr", None, "المرصد السوري", "Observatory")
SOMEBODY = Hand("speaker", "ناشطون", "ناشطون", 0, 6, named=False)


def told(report: str, *hands: Hand, day: str | None = "2031-02-05", publisher: str | None = None) -> Telling:
    made = row(event("ASSAULT", on="2031-02-04"), day, report)
    outlet = publisher or f"outlet {report}"
    made = Row(
        made.id, made.assertion, "…", 1, 1, report, f"{report}.txt", outlet, None, made.published, "run"
    )
    return Telling(made, Chain(made.id, report, (Hand("outlet", outlet, ""), *hands)))


REUTERS = Hand("agency", "رويترز", "رويترز", 0, 6, "outlet/reuters", "GBR.MED", credited=True)
AFP = Hand("agency", "أ ف ب", "أ ف ب", 9, 14, "outlet/afp", "FRA.MED", credited=True)
AGENCIES = Hand("agency", "وكالات", "وكالات", 0, 6, named=False, credited=True)


def test_reports_that_credit_one_agency_are_one_origin() -> None:
    found = support([told("a", REUTERS), told("b", REUTERS), told("c")])
    assert [(o.kind, o.reports) for o in found.origins] == [("source", ("a", "b")), ("report", ("c",))]


def test_agencies_without_a_name_are_no_origin() -> None:
    found = support([told("a", AGENCIES), told("b", AGENCIES)])
    assert [o.kind for o in found.origins] == ["report", "report"]


def test_who_credits_several_agencies_counts_with_the_others_of_one_of_them() -> None:
    assert len(support([told("a", REUTERS, AFP)]).origins) == 1
    found = support([told("a", REUTERS, AFP), told("b", AFP), told("c", AFP)])
    assert [o.reports for o in found.origins] == [("a", "b", "c")]


def test_who_credits_an_agency_counts_with_who_says_whom_it_quotes() -> None:
    found = support([told("a", REUTERS), told("b", REUTERS, SOHR), told("c", publisher="رويترز")])
    assert [(o.name, o.reports) for o in found.origins] == [("المرصد", ("a", "b", "c"))]


def group(*reports: str) -> CopyGroup:
    return CopyGroup(min(reports), reports, ())


def test_copies_count_once() -> None:
    found = support([told("a"), told("b"), told("c"), told("a")], [group("a", "b", "x")])
    assert (found.reports, found.outlets) == (3, 3)
    assert [(o.kind, o.reports) for o in found.origins] == [("copies", ("a", "b")), ("report", ("c",))]
    assert "نسوخ" in found.origins[0].why_ar
    assert "copied from one another, first published by outlet a" in found.origins[0].why_en


def test_reports_that_name_one_source_count_once_for_it() -> None:
    found = support([told("a", SOHR), told("b", SOHR, day="2031-02-04"), told("c", SOMEBODY)])
    assert [(o.kind, o.name, o.reports) for o in found.origins] == [
        ("source", "المرصد", ("b", "a")),
        ("report", None, ("c",)),
    ]
    assert found.origins[0].why_en == "2 reports give Observatory as the source"
    assert found.origins[0].why_ar == "المصدر الذي يسميه تقريران هو: المرصد السوري"


def test_a_copy_that_lost_the_source_with_its_tail_still_counts_for_it() -> None:
    found = support([told("a", SOHR), told("b"), told("c", SOHR)], [group("a", "b")])
    assert [o.reports for o in found.origins] == [("a", "b", "c")]


def test_who_is_cited_and_reports_itself_is_one_origin() -> None:
    found = support([told("a", publisher="المرصد السوري"), told("b", SOHR)])
    assert [o.reports for o in found.origins] == [("a", "b")]


def test_two_sources_of_one_report_are_two_origins_and_join_no_others() -> None:
    ministry = Hand("speaker", "الوزارة", "الوزارة", 0, 7, "org/mod")
    found = support([told("a", SOHR), told("a", ministry), told("b", SOHR), told("c", ministry)])
    assert sorted(o.reports for o in found.origins) == [("a", "b"), ("a", "c")]


def test_a_shared_run_of_words_without_a_source_is_possibly_one_origin() -> None:
    run = [(f"كلمة{i}", 6 * i, 6 * i + 5) for i in range(14)]
    words = {
        name: Words.of(name, None, "", [*run, *((f"{name}{i}", 0, 1) for i in range(20))]) for name in "abc"
    }
    words["d"] = Words.of("d", None, "", [(f"d{i}", 0, 1) for i in range(20)])
    tellings = [told("a"), told("b", SOMEBODY), told("c", SOHR), told("d")]
    found = support(tellings, words=words)
    assert len(found.origins) == 4
    assert found.possibly_one == (("a", "b"),)
    link = Link("copy", "a", "d", "possible", 0.4, (), "copies/1")
    assert support(tellings, links=[link]).possibly_one == (("a", "d"),)


def test_undated_reports_come_last() -> None:
    found = support([told("a", day=None), told("b")])
    assert [o.reports[0] for o in found.origins] == ["b", "a"]


def test_nobody_tells_nothing() -> None:
    assert support([]).origins == ()


def test_a_reason_counts_its_reports_as_arabic_does() -> None:
    counted = {2: "تقريران", 10: "10 تقارير", 99: "99 تقريراً", 100: "100 تقرير", 103: "103 تقارير"}
    for number, words in counted.items():
        (origin,) = support([told(f"r{n:03}", SOHR) for n in range(number)]).origins
        assert f" {words} هو" in origin.why_ar
