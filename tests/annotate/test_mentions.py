"""Who and where: the mention step with every pack, on the fragments of mention_table.py."""

from collections.abc import Callable, Sequence

import pytest
from _pytest.mark import ParameterSet

from hudna.annotate.mentions import MentionStep
from hudna.model.annotations import Mention
from hudna.packs.load import load_pack
from hudna.text.reading import read
from tests.annotate.mention_table import NAMED, Case
from tests.annotate.mention_table_again import AGAIN

CASES = [*NAMED, *AGAIN]


def fits(expected: str, mention: Mention) -> bool:
    """Whether a mention is what one cell of the table says."""
    type_, code, entity, *precision = expected.split()
    return all(
        asked == "*" or (got or "-") in asked.split("|")
        for asked, got in (
            (type_, mention.type),
            (code, mention.code),
            (entity, mention.entity),
            (precision[0] if precision else "*", mention.precision),
        )
    )


def told(mention: Mention) -> str:
    return f"«{mention.text}» {mention.type} {mention.code} {mention.entity} {mention.precision}"


def disagreement(case: Case, mentions: Sequence[Mention]) -> str:
    """What differs, in words; empty where all fits."""
    start = case.text.rindex(case.words)
    end = start + len(case.words)
    over = [m for m in mentions if m.start < end and start < m.end]
    got = f"got {[told(m) for m in over]}"
    if case.expected == "nothing":
        return got if over else ""
    if case.expected.startswith("no "):
        return got if any(m.type == case.expected[3:] for m in over) else ""
    cells = case.expected.split(";")
    # «للنظام»: the article is written into the preposition, so a mention may begin a letter or two before.
    exact = [m for m in over if m.end == end and start - 2 <= m.start <= start]
    same = len(exact) == len(cells) and all(fits(*pair) for pair in zip(cells, exact, strict=True))
    return "" if same else got


@pytest.fixture(scope="module")
def mentions_of() -> Callable[[Case], tuple[Mention, ...]]:
    """A function, for pytest writes out every argument of a test that fails, and a step is large."""
    step = MentionStep.build(load_pack())

    def find(case: Case) -> tuple[Mention, ...]:
        return step(read(case.text), case.date)

    return find


def _param(number: int, case: Case) -> ParameterSet:
    marks = [pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else []
    return pytest.param(case, id=f"{number}: {case.shows}", marks=marks)


@pytest.mark.parametrize("case", [_param(n, case) for n, case in enumerate(CASES)])
def test_words_name_what_they_name(mentions_of: Callable[[Case], tuple[Mention, ...]], case: Case) -> None:
    assert not disagreement(case, mentions_of(case))


@pytest.mark.parametrize("case", CASES[::7], ids=range(len(CASES[::7])))
def test_mention_covers_its_words_and_tokens(
    mentions_of: Callable[[Case], tuple[Mention, ...]], case: Case
) -> None:
    reading = read(case.text)
    for mention in mentions_of(case):
        assert mention.text == case.text[mention.start : mention.end]
        assert reading.tokens[mention.first].start <= mention.start
        assert reading.tokens[mention.last - 1].end == mention.end


def test_no_fragment_is_asked_twice() -> None:
    asked = [(case.text, case.words) for case in CASES]
    assert len(asked) == len(set(asked))
