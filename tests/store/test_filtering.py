"""A filter means the same in every list."""

from dataclasses import replace

import pytest

from hudna.model.assertions import Assertions
from hudna.model.filters import Filter
from hudna.model.records import Analysis
from hudna.model.report import Published
from tests.store import builders as b
from tests.store.conftest import Store


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(), {"event", "figure", "agreement", "statement"}),
        (Filter(kind="event"), {"event"}),
        (Filter(type="ASSAULT"), {"event"}),
        (Filter(type="assault/aerial"), {"event"}),
        (Filter(type="ASSAULT/heavy-weapons"), set()),
        (Filter(type="killed"), {"figure"}),
        (Filter(type="deny"), {"statement"}),
        (Filter(type="agreement/sochi-2018"), {"agreement"}),
        (Filter(status="denied"), {"event"}),
        (Filter(status="reported"), {"figure"}),
        (Filter(place="سراقب"), {"event", "statement"}),
        (Filter(place="Saraqib"), {"event", "statement"}),
        (Filter(place="saraqib "), {"event", "statement"}),
        (Filter(place="place/sy/saraqib"), {"event", "statement"}),
        (Filter(place="place/sy"), {"event", "statement"}),
        (Filter(place="place/sy/sar"), set()),
        (Filter(place="معره النعمان"), {"figure"}),
        (Filter(place="النعمان"), set()),
        (Filter(place="%"), set()),
        (Filter(actor="RUS"), {"event", "statement"}),
        (Filter(actor="RUS.MIL"), {"event", "statement"}),
        (Filter(actor="RU"), set()),
        (Filter(actor="group/russia/vks"), {"event"}),
        (Filter(actor="Russian Air Force"), {"event"}),
        (Filter(actor="وزاره الدفاع الروسيه"), {"statement"}),
        (Filter(actor="RUS_MIL"), set()),
        (Filter(publisher="وكالة العيّنة"), {"event", "figure", "agreement", "statement"}),
        (Filter(publisher="وكاله العينه"), {"event", "figure", "agreement", "statement"}),
        (Filter(publisher="وكالة"), set()),
        (Filter(date_from="2020"), {"event", "figure", "statement"}),
        (Filter(date_to="2019"), {"agreement"}),
        (Filter(date_from="2020-02-22", date_to="2020-02-22"), {"statement"}),
        (Filter(date_from="2021"), set()),
        (Filter(actor="RUS", status="denied", place="سراقب", date_from="2020-02-21"), {"event"}),
        (Filter(run="ffff"), set()),
    ],
)
def test_the_same_everywhere(store: Store, asked: Filter, found: set[str]) -> None:
    store.put(b.analysis(), b.bare("لا شيء هنا", "other.txt", publisher="جهة أخرى"))
    view = store.view()
    lists = (view.timeline(asked), view.figures(asked), view.agreements(asked), view.statements(asked))
    assert {row.assertion.KIND for rows in lists for row in rows} == found
    assert {row.assertion.KIND for row in view.assertions(asked)} == found
    assert set(view.counts(asked).assertions) == found


@pytest.mark.parametrize(
    ("asked", "uris"),
    [
        (Filter(actor="RUS"), ["a.txt"]),
        (Filter(place="Saraqib"), ["a.txt"]),
        (Filter(kind="figure", status="reported"), ["a.txt"]),
        (Filter(kind="figure", status="denied"), []),
        (Filter(publisher="جهة أخرى"), ["other.txt"]),
        (Filter(date_from="2020-03"), ["other.txt"]),
        (Filter(date_to="2020-02"), ["a.txt"]),
        (Filter(date_to="2020-02", undated=True), ["a.txt", "undated.txt"]),
    ],
)
def test_reports_and_hits(store: Store, asked: Filter, uris: list[str]) -> None:
    later = Published("2020-03-07", "metadata")
    store.put(
        b.analysis(),
        b.bare("هدنة أخرى", "other.txt", publisher="جهة أخرى", published=later),
        b.bare("هدنة بلا تاريخ", "undated.txt", published=Published()),
    )
    view = store.view()
    assert [r.uri for r in view.reports(asked)] == uris
    assert sorted(h.report.uri for h in view.search("الهدنة", asked)) == uris
    assert view.counts(asked).reports == len(uris)


def test_a_run_is_the_one_of_the_current_reading(store: Store) -> None:
    first = store.put(*b.many(2))
    second = store.put(b.analysis())
    view = store.view()
    assert len(view.reports(Filter(run=first.id))) == 2
    assert [r.uri for r in view.reports(Filter(run=second.id[:12]))] == ["a.txt"]
    assert {row.run for row in view.timeline(Filter(run=second.id))} == {second.id}


@pytest.mark.parametrize(
    ("since", "until", "day", "inside"),
    [
        ("2020-01-01", "2020-02-01", "2020-01-15", True),
        ("2020-01-01", "2020-02-01", "2020-02-02", False),
        ("2019-12", None, "2020-02-02", True),
        ("2019-12", None, "2019-11-30", False),
        (None, "2020-02-01", "2019-01-01", True),
        (None, "2020-02-01", "2020-02-02", False),
        ("2020-01-01/2020-01-05", "2020-01-01/2020-01-05", "2020-01-03", True),
        (None, None, "2020-01-03", False),
    ],
)
def test_a_figure_covers_since_to_until(
    store: Store, since: str | None, until: str | None, day: str, inside: bool
) -> None:
    of = b.report()
    counted = replace(b.figure(of), since=since, until=until)
    store.put(Analysis(of, b.notes(of.text), Assertions(figures=(counted,))))
    view = store.view()
    assert bool(view.figures(Filter(date_from=day, date_to=day))) is inside
    dated = since is not None or until is not None
    assert view.counts().undated == ({} if dated else {"figure": 1})
    assert bool(view.figures(Filter(date_from=day, date_to=day, undated=True))) is (inside or not dated)


def test_a_superseded_event_no_longer_places_its_statement(store: Store) -> None:
    store.put(b.analysis())
    of = b.report()
    store.put(
        Analysis(of, b.notes(of.text), Assertions(statements=(b.statement(of),))), versions={"hudna": "2"}
    )
    assert store.view().statements(Filter(place="سراقب")) == ()
    assert len(store.view().statements()) == 1
