"""Judgements after a report is read anew."""

from dataclasses import replace

from hudna.compose.resolution import carry_on, not_carried, resolve
from hudna.model.judgement import Act, Judgement
from hudna.model.records import Analysis
from tests.store import builders as b
from tests.store.comparing import SameDay
from tests.store.conftest import Store

AT = "2020-03-06T12:00:00+00:00"
WHOLE = b.analysis()
[EVENT] = WHOLE.assertions.events
assert EVENT.place is not None
NEWER = replace(EVENT, place=replace(EVENT.place, lat=35.861, lon=36.802), step="newer/2")
"""The same words and meaning, with other coordinates, so under another id."""


def judged(act: Act, target: str, **more: str) -> Judgement:
    return Judgement(act, target, "why", "salma", AT, **more)


def put(store: Store, version: str, *events: object) -> None:
    found = replace(WHOLE.assertions, events=tuple(events))  # type: ignore[arg-type]
    store.put(Analysis(WHOLE.report, WHOLE.annotations, found), versions={"hudna": version})


def carried(store: Store) -> tuple[Judgement, ...]:
    with store.writer() as writer:
        return carry_on(writer, store.view())


def judge(store: Store, *judgements: Judgement) -> None:
    with store.writer() as writer:
        for judgement in judgements:
            writer.judge(judgement)


def test_a_judgement_goes_on_to_the_same_words_and_meaning(store: Store) -> None:
    put(store, "1", EVENT)
    judge(store, judged("confirm", EVENT.id))
    put(store, "2", NEWER)
    assert carried(store) == ()
    assert carried(store) == ()
    assert store.view().judgements([NEWER.id]) == (judged("confirm", NEWER.id),)
    assert len(store.view().judgements()) == 2


def test_what_is_read_otherwise_is_lost_and_told(store: Store) -> None:
    put(store, "1", EVENT)
    judge(store, judged("confirm", EVENT.id))
    put(store, "2", replace(EVENT, date="2020-02-20"))
    assert carried(store) == not_carried(store.view()) == (judged("confirm", EVENT.id),)
    put(store, "3", EVENT)
    assert carried(store) == ()


def test_a_pair_and_a_settled_contradiction_go_on(store: Store) -> None:
    put(store, "1", EVENT)
    other = b.analysis(b.TEXT + " ", "b.txt")
    store.put(other)
    with store.writer() as writer:
        resolve(writer, store.view(), [SameDay()])
    [link] = store.view().links()
    left, right = sorted((EVENT.id, other.assertions.events[0].id))
    judge(store, judged("settle", link.id, value="explained"), judged("join", left, other=right))
    put(store, "2", NEWER)
    with store.writer() as writer:
        resolve(writer, store.view(), [SameDay()])
        assert carry_on(writer, store.view()) == ()
    [now] = store.view().links()
    assert now.id != link.id
    assert store.view().link(link.id[:10]) == link
    [settled] = store.view().judgements([now.id])
    assert settled.value == "explained"
    assert [j.act for j in store.view().judgements([NEWER.id])] == ["join"]
