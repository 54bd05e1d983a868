"""The ledger as people left it: one View, whatever is asked."""

from dataclasses import replace
from functools import cache

import pytest

from hudna.compose.judged import JudgedView
from hudna.compose.resolution import comparators, resolve
from hudna.model.annotations import Span
from hudna.model.assertions import Assertions, Event, Figure
from hudna.model.filters import ALL, Filter
from hudna.model.judgement import Act, Judgement
from hudna.model.records import Analysis
from hudna.model.report import Published
from hudna.packs.load import load_pack
from hudna.packs.schema import Pack
from hudna.store.fitting import fits
from tests.store import builders as b
from tests.store.conftest import Store

pack = cache(load_pack)
SARAQIB = "place/sy/saraqib"


def told(uri: str, day: str = "2020-02-21", killed: int = 12) -> Analysis:
    """A raid on Saraqib with a toll, told in a text of its own."""
    said = "قال المتحدث باسم وزارة الدفاع الروسية إن الطيران لم يقصف."
    text = f"{said} وقصف الطيران سراقب، و12 مدنياً قتلوا. {uri}"
    of = b.report(text, uri)
    town = b.place(text, "سراقب", SARAQIB, "Saraqib", "سراقب")
    raid = replace(b.event(of, "وقصف", day, "reported"), place=town)
    start, end = b.where(text, "12 مدنياً قتلوا")
    toll = Figure(
        of.id, start, end, "killed", killed, killed, "exact", "person", "civilians", day, day, town, (),
        "reported",
    )  # fmt: skip
    return Analysis(of, b.bare(text, uri).annotations, Assertions((b.statement(of),), (raid,), (toll,)))


ONE, TWO, NEXT = told("one.txt"), told("two.txt", killed=19), told("next.txt", "2020-02-25", killed=3)


def event(of: Analysis) -> Event:
    return of.assertions.events[0]


def figure(of: Analysis) -> Figure:
    return of.assertions.figures[0]


@pytest.fixture
def full(store: Store) -> Store:
    """Three reports, compared."""
    store.put(ONE, TWO, NEXT)
    with store.writer() as writer:
        resolve(writer, store.view(), comparators(pack()))
    return store


def judge(store: Store, act: Act, target: str, **more: str) -> None:
    before = [
        j for j in store.view().judgements([target]) if (j.target, j.other) == (target, more.get("other"))
    ]
    at = f"2020-03-06T12:{len(before):02}:00+00:00"
    last = before[-1].id if before else None
    with store.writer() as writer:
        writer.judge(Judgement(act, target, "why", "salma", at, supersedes=last, **more))


def judged(store: Store, keep_rejected: bool = False) -> JudgedView:
    return JudgedView(store.view(), pack, keep_rejected)


def test_an_unjudged_ledger_is_what_was_read(full: Store) -> None:
    view, read = judged(full), full.view()
    assert view.timeline() == read.timeline()
    assert list(view.assertions()) == list(read.assertions())
    assert view.links() == read.links()
    assert view.counts() == read.counts()


class TestCorrected:
    def test_the_value_stands_in_every_list(self, full: Store) -> None:
        judge(full, "correct", event(ONE).id, field="date", value="2020-02-25")
        view = judged(full)
        assert [row.assertion.date for row in view.timeline()] == ["2020-02-21", "2020-02-25", "2020-02-25"]
        assert view.assertion(event(ONE).id).assertion.date == "2020-02-25"  # type: ignore[union-attr]
        assert view.rows([event(ONE).id])[0].assertion.date == "2020-02-25"  # type: ignore[union-attr]
        in_report = [row for row in view.report("one.txt").rows if row.id == event(ONE).id]
        assert [row.assertion.date for row in in_report] == ["2020-02-25"]  # type: ignore[union-attr]
        assert any(
            row.id == event(ONE).id and row.assertion.date == "2020-02-25"  # type: ignore[union-attr]
            for row in view.assertions(Filter(kind="event"))
        )

    def test_filters_ask_the_corrected_value(self, full: Store) -> None:
        judge(full, "correct", event(ONE).id, field="date", value="2020-02-25")
        view = judged(full)
        early = Filter(date_to="2020-02-22")
        assert [row.id for row in view.timeline(early)] == [event(TWO).id]
        assert len(view.timeline(Filter(date_from="2020-02-25"))) == 2
        assert [len(view.timeline(Filter(limit=1, offset=n))) for n in range(4)] == [1, 1, 1, 0]
        assert view.timeline(Filter(limit=1, offset=0))[0].id == event(TWO).id
        assert len(list(view.assertions(early))) == len(list(full.view().assertions(early))) - 1
        assert view.counts(early).assertions["event"] == 1

    def test_a_place_and_actors_by_id(self, full: Store) -> None:
        judge(full, "correct", event(ONE).id, field="place", value="place/sy/sarmin")
        judge(full, "correct", event(ONE).id, field="actors", value="country/of-nowhere")
        view = judged(full)
        assert [row.id for row in view.timeline(Filter(place="Sarmin"))] == [event(ONE).id]
        [row] = view.timeline(Filter(actor="country/of-nowhere"))
        assert row.assertion.actors[0].text == "country/of-nowhere", "an id of a pack that is not at hand"

    def test_what_was_compared_is_compared_again(self, full: Store) -> None:
        pair = sorted((event(ONE).id, event(TWO).id))
        assert [link.verdict for link in full.view().links(["event"], [pair[0]])] == ["same"]
        judge(full, "correct", event(ONE).id, field="date", value="2020-02-25")
        for name, value in (("lower", "3"), ("upper", "3"), ("since", "2020-02-25"), ("until", "2020-02-25")):
            judge(full, "correct", figure(ONE).id, field=name, value=value)
        view = judged(full)
        [link] = view.links(["event"], [event(ONE).id])
        assert {link.left, link.right} == {event(ONE).id, event(NEXT).id}
        assert link.verdict == "same"
        assert [one.verdict for one in view.links(["figure"])] == ["same"]
        assert view.link(link.id) == link

    def test_taken_back_it_is_as_before(self, full: Store) -> None:
        judge(full, "correct", event(ONE).id, field="date", value="2020-02-25")
        judge(full, "withdraw", event(ONE).id)
        assert judged(full).links() == full.view().links()
        assert judged(full).timeline() == full.view().timeline()


class TestRejected:
    def test_it_is_compared_with_nothing(self, full: Store) -> None:
        judge(full, "reject", event(ONE).id)
        view = judged(full)
        assert event(ONE).id not in [row.id for row in view.timeline()]
        assert all(event(ONE).id not in (link.left, link.right) for link in view.links())
        assert view.left_out(ALL, "event") == 1
        assert view.left_out(ALL, "figure") == 0
        assert view.left_out(Filter(date_from="2020-02-22"), "event") == 0
        assert view.assertion(event(ONE).id).id == event(ONE).id
        assert view.counts().assertions["event"] == 2

    def test_lists_may_keep_it(self, full: Store) -> None:
        judge(full, "reject", event(ONE).id)
        view = judged(full, keep_rejected=True)
        assert view.timeline() == full.view().timeline()
        assert all(event(ONE).id not in (link.left, link.right) for link in view.links())

    def test_a_toll_without_its_event(self, full: Store) -> None:
        """The toll of a raid that never was is no toll of that raid."""
        assert [link.verdict for link in full.view().links(["figure"])] == ["contradiction"]
        judge(full, "reject", event(ONE).id)
        assert judged(full).links(["figure"]) == ()


class TestCopies:
    def test_the_link_of_two_reports_is_what_a_person_says(self, full: Store) -> None:
        ids = sorted((ONE.report.id, NEXT.report.id))
        judge(full, "split", ids[0], other=ids[1])
        view = judged(full)
        assert [(link.left, link.right, link.step) for link in view.links(["copy"], None, ["apart"])] == [
            (*ids, "judgement")
        ]
        assert all(ids != [link.left, link.right] for link in view.links(["copy"], None, ["same"]))
        assert view.links(["event"]) == full.view().links(["event"])
        judge(full, "join", ids[0], other=ids[1])
        assert ids in [[link.left, link.right] for link in judged(full).links(["copy"], ids[1:], ["same"])]

    def test_pairs_of_records_are_no_copies(self, full: Store) -> None:
        ids = sorted((event(ONE).id, event(NEXT).id))
        judge(full, "join", ids[0], other=ids[1])
        view = judged(full)
        assert view.links(["copy"]) == full.view().links(["copy"])
        assert view.judged_copies == ()
        between = [link for link in view.links(["event"], ids) if [link.left, link.right] == ids]
        assert [link.step for link in between] == ["judgement"]
        judge(full, "reject", ids[0])
        assert judged(full).links(["event"], [ids[0]]) == ()


FILTERS = (
    ALL, Filter(kind="event"), Filter(kind="figure"), Filter(type="ASSAULT"), Filter(type="assault/aerial"),
    Filter(type="killed"), Filter(status="reported"), Filter(status="denied"), Filter(place="سراقب"),
    Filter(place="Saraqib"), Filter(place=SARAQIB), Filter(place="place/sy"), Filter(place="Idlib"),
    Filter(actor="RUS"), Filter(actor="RUS.MIL"), Filter(actor="RU"), Filter(actor="Defence Ministry"),
    Filter(actor="group/russia/vks"), Filter(date_from="2020-02-22"), Filter(date_to="2020-02-21"),
    Filter(date_from="2020-02-22", undated=True), Filter(date_from="2018", date_to="2018-12"),
    Filter(publisher="وكالة العينة"), Filter(publisher="other"), Filter(run="ffff"), Filter(type="deny"),
)  # fmt: skip


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_one_record_is_tried_as_the_ledger_is_asked(store: Store, asked: Filter) -> None:
    undated = b.event(b.report(), date=None, words="الطيران")
    analysis = b.analysis()
    more = replace(analysis.assertions, events=(*analysis.assertions.events, undated))
    store.put(ONE, NEXT, replace(analysis, assertions=more))
    view = store.view()
    rows = list(view.assertions())

    def said(record: str) -> list[object]:
        return [row.assertion for row in rows if getattr(row.assertion, "said_by", None) == record]

    fold = store.indexer.fold
    tried = [row.id for row in rows if fits(asked, row, said(row.id), fold)]  # type: ignore[arg-type]
    assert tried == [row.id for row in view.assertions(asked)]


def test_the_pack_is_read_only_where_it_is_needed(full: Store) -> None:
    def none() -> Pack:
        raise AssertionError("read in vain")

    judge(full, "confirm", event(ONE).id)
    view = JudgedView(full.view(), none)
    assert len(view.timeline()) == 3
    assert len(view.links()) == len(full.view().links())


def saying(uri: str, date: str) -> Analysis:
    """One long saying, dated, in a report of no known day."""
    text = f"قال المتحدث باسم وزارة الدفاع الروسية إن الطيران لم يقصف المدينة ولا أطرافها أمس. {uri}"
    of = b.report(text, uri, published=Published(), metadata_date=None)
    end = text.index(".")
    said = replace(b.statement(of, date=date), end=end, content=Span(text.index("الطيران"), end))
    return Analysis(of, b.bare(text, uri).annotations, Assertions((said,)))


def test_a_statement_without_its_day_looks_among_all(store: Store) -> None:
    """Statements look under other keys than they stand under."""
    first, second = saying("one.txt", "2020-02-21"), saying("two.txt", "2020-05-21")
    store.put(first, second)
    with store.writer() as writer:
        resolve(writer, store.view(), comparators(pack()))
    assert judged(store).links(["statement"]) == ()
    judge(store, "correct", second.assertions.statements[0].id, field="date", value="")
    assert [link.verdict for link in judged(store).links(["statement"])] == ["same"]
