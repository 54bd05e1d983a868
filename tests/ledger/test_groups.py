"""Groups from links and judgements, whatever the order they come in."""

import random

from hypothesis import given
from hypothesis import strategies as st

from hudna.ledger.groups import connected, grouped, neighbours
from hudna.model.judgement import Judgement
from hudna.model.links import Link


def link(left: str, right: str, verdict: str = "same", weight: float = 0.9) -> Link:
    a, b = sorted((left, right))
    return Link("event", a, b, verdict, weight, (), "events/1")  # type: ignore[arg-type]


def judged(act: str, target: str, other: str, at: str = "2020-03-01T00:00:00Z") -> Judgement:
    return Judgement(act, target, "seen", "nadia", at, other)  # type: ignore[arg-type]


def test_a_chain_joins() -> None:
    assert grouped("abcd", [link("a", "b"), link("b", "c")]) == (("a", "b", "c"), ("d",))


def test_possible_joins_nothing() -> None:
    assert grouped("ab", [link("a", "b", "possible")]) == (("a",), ("b",))


def test_what_is_apart_is_never_chained_and_the_surer_link_wins() -> None:
    links = [link("a", "b", weight=0.95), link("b", "c", weight=0.9), link("a", "c", "apart")]
    assert grouped("abc", links) == (("a", "b"), ("c",))


def test_a_clash_parts_like_a_link() -> None:
    links = [link("a", "b", weight=0.95), link("b", "c", weight=0.9)]
    assert grouped("abc", links, clash=lambda x, y: {x, y} == {"a", "c"}) == (("a", "b"), ("c",))


def test_people_join_and_split() -> None:
    links = [link("a", "b"), link("c", "d", "apart")]
    assert grouped("abcd", links, [judged("split", "b", "a"), judged("join", "d", "c")]) == (
        ("a",),
        ("b",),
        ("c", "d"),
    )


def test_who_joins_one_of_a_group_joins_the_group() -> None:
    links = [link("a", "b", weight=0.95), link("b", "c"), link("a", "d", "apart"), link("c", "e")]
    joined = [judged("join", "b", "d")]

    def clash(x: str, y: str) -> bool:
        return {x, y} in ({"c", "d"}, {"c", "e"})

    assert grouped("abcde", links, joined, clash) == (("a", "b", "c", "d"), ("e",))
    assert grouped("abcde", links, joined, lambda x, y: "c" in (x, y)) == (("a", "b", "d"), ("c",), ("e",))
    assert grouped("abd", links, [*joined, judged("split", "a", "d")]) == (("a",), ("b", "d"))


def test_a_split_is_no_link_that_others_bridge() -> None:
    links = [link("a", "b"), link("b", "c"), link("a", "c")]
    assert ("a", "b", "c") not in grouped("abc", links, [judged("split", "a", "c")])


def test_the_later_judgement_counts() -> None:
    first, then = judged("split", "a", "b"), judged("join", "b", "a", "2020-03-02T00:00:00Z")
    assert grouped("ab", [], [then, first]) == (("a", "b"),)


def test_judgements_on_others_play_no_part() -> None:
    assert grouped("ab", [], [judged("join", "x", "y")]) == (("a",), ("b",))


def test_connected() -> None:
    near = neighbours([link("a", "b"), link("b", "c"), link("d", "e")])
    assert connected("a", near) == {"a", "b", "c"}
    assert connected("f", near) == {"f"}


LINKS = st.lists(
    st.builds(
        link,
        st.sampled_from("abcd"),
        st.sampled_from("efgh"),
        st.sampled_from(["same", "same", "possible", "apart"]),
        st.sampled_from([0.85, 0.9, 0.95]),
    ),
    max_size=12,
    unique_by=lambda found: found.id,
)
JUDGED = st.lists(
    st.builds(judged, st.sampled_from(["join", "split"]), st.sampled_from("abcd"), st.sampled_from("efgh")),
    max_size=3,
    unique_by=lambda found: (found.target, found.other),
)


@given(LINKS, JUDGED, st.randoms(use_true_random=False))
def test_grouping_depends_on_no_order(
    links: list[Link], judgements: list[Judgement], chance: random.Random
) -> None:
    groups = grouped("abcdefgh", links, judgements)
    members, shuffled, turned = list("abcdefgh"), list(links), list(judgements)
    for some in (members, shuffled, turned):
        chance.shuffle(some)
    assert grouped(members, shuffled, turned) == groups
    assert sorted(member for group in groups for member in group) == list("abcdefgh")
    of = {member: group for group in groups for member in group}
    pairs = {frozenset((j.target, j.other)) for j in judgements if j.act == "join"}
    if not pairs:
        assert all(of[found.left] != of[found.right] for found in links if found.verdict == "apart")
    for judgement in judgements:
        assert (of[judgement.target] == of[judgement.other or ""]) <= (judgement.act == "join" or bool(pairs))
