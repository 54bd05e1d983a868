"""Through whom a claim came: every hand tied to its words or to the metadata."""

from dataclasses import replace
from typing import cast

import pytest

from hudna.ledger.chain import chain, source, source_key, sources, through
from hudna.model.annotations import Credit, Span
from hudna.model.assertions import Actor, Assertion, Event, Statement
from hudna.model.report import Published
from hudna.model.rows import Row

TEXT = (
    "نقلت وكالة المثال عن وزارة الدفاع الروسية قولها في بيان إن المبعوث أبلغها أن القصف توقف في سراقب.\n"
    "وقال مصدر عسكري إن القصف توقف."
)


def where(words: str, after: int = 0) -> tuple[int, int]:
    at = TEXT.index(words, after)
    return at, at + len(words)


def actor(
    words: str, entity: str | None = None, code: str | None = None, name_en: str | None = None
) -> Actor:
    return Actor(words, *where(words), entity, code, name_en)


def row(assertion: Assertion, publisher: str | None = "موقع الضفاف") -> Row[Assertion]:
    words = TEXT[assertion.start : assertion.end]
    when = Published("2031-02-05", "metadata")
    return Row(assertion.id, assertion, words, 1, 1, "r", "r.txt", publisher, None, when, "run")


def statement(words: str, content: str, *speakers: Actor, after: int = 0, **more: object) -> Row[Statement]:
    first = TEXT.index(words, after)
    start, end = where(content, first)
    made = Statement("r", first, end, speakers, "claim", Span(start, end), **more)  # type: ignore[arg-type]
    return cast(Row[Statement], row(made))


AGENCY = actor("وكالة المثال", code="SYR.MED", name_en="Media (Example)")
MINISTRY = actor("وزارة الدفاع الروسية", code="RUS.MIL", name_en="Ministry of Defence (Russia)")
ENVOY = actor("المبعوث", "person/envoy", "IGO.UN", "UN envoy")
SOLDIER = actor("مصدر عسكري", code="SYR.MIL", name_en="military official")
OUTER = statement(
    "نقلت وكالة", "المبعوث أبلغها أن القصف توقف في سراقب", MINISTRY, chain=(AGENCY,), channel="statement"
)
INNER = statement("المبعوث أبلغها", "القصف توقف في سراقب", ENVOY)
OTHER = statement("وقال مصدر", "القصف توقف", SOLDIER, after=TEXT.index("\n"))


def event(said_by: str | None) -> Row[Assertion]:
    start, end = where("القصف توقف")
    return row(Event("r", start, end, "ASSAULT", None, (), (), None, None, "claimed", said_by))


def test_every_hand_from_the_reader_to_the_document() -> None:
    found = chain(event(INNER.id), [INNER, OTHER, OUTER])
    assert [(hand.role, hand.name) for hand in found.hands] == [
        ("outlet", "موقع الضفاف"),
        ("agency", "وكالة المثال"),
        ("speaker", "وزارة الدفاع الروسية"),
        ("document", "statement"),
        ("speaker", "المبعوث"),
    ]
    outlet, *others = found.hands
    assert outlet.metadata
    for hand in others:
        assert TEXT[hand.start : hand.end] == hand.words
    assert others[2].words == "نقلت وكالة المثال عن وزارة الدفاع الروسية قولها في بيان إن"


def test_the_primary_source_is_the_named_one_furthest_away() -> None:
    behind = source(chain(event(INNER.id), [INNER, OTHER, OUTER]))
    assert behind is not None
    assert source_key(behind) == "person/envoy"
    ministry = source(chain(event(OUTER.id), [INNER, OTHER, OUTER]))
    assert ministry is not None
    assert source_key(ministry) == "RUS.MIL/Ministry of Defence (Russia)"


@pytest.mark.parametrize("said_by", [OTHER.id, None, "gone"])
def test_a_description_and_an_own_voice_name_no_source(said_by: str | None) -> None:
    assert source(chain(event(said_by), [INNER, OTHER, OUTER])) is None


def test_a_statement_has_a_chain_of_its_own() -> None:
    found = chain(cast("Row[Assertion]", OTHER), [INNER, OTHER, OUTER])
    assert [hand.role for hand in found.hands] == ["outlet", "speaker"]


def test_an_agency_that_cites_itself_is_no_second_hand() -> None:
    found = chain(replace(event(OUTER.id), publisher="وكالة المثال"), [OUTER])
    assert [hand.role for hand in found.hands] == ["outlet", "speaker", "document"]


def test_an_unknown_outlet_is_named_by_its_address() -> None:
    hand = chain(replace(event(None), publisher=None), []).hands[0]
    assert (hand.name, hand.named) == ("r.txt", False)


REUTERS = Credit(3, 9, "رويترز", "outlet/reuters", "GBR.MED", "رويترز", "Reuters")
AFP = Credit(11, 16, "أ ف ب", "outlet/afp", "FRA.MED", "وكالة فرانس برس", "AFP")
AGENCIES = Credit(20, 26, "وكالات")


def test_whom_the_page_credits_stands_behind_every_claim() -> None:
    own = chain(event(None), [OUTER, INNER], [REUTERS])
    assert [(h.role, h.name, h.start) for h in own.hands] == [
        ("outlet", "موقع الضفاف", None), ("agency", "رويترز", 3),
    ]  # fmt: skip
    assert source(own) == own.hands[1]
    said = chain(event(INNER.id), [OUTER, INNER], [REUTERS])
    assert [h.role for h in said.hands] == ["outlet", "agency", "agency", "speaker", "document", "speaker"]
    assert [h.name for h in sources(said)] == ["المبعوث"]
    assert through(said)[0].entity == "outlet/reuters"


def test_several_credits_stand_side_by_side_and_unnamed_ones_are_no_source() -> None:
    found = chain(event(None), [], [REUTERS, AFP, AGENCIES])
    assert [h.name for h in sources(found)] == ["رويترز", "أ ف ب"]
    assert [(h.name, h.named) for h in found.hands[1:]] == [
        ("رويترز", True),
        ("أ ف ب", True),
        ("وكالات", False),
    ]
    assert source(chain(event(None), [], [AGENCIES])) is None


def test_a_credit_that_the_words_or_the_metadata_name_too_stands_once() -> None:
    speaker = Actor("رويترز", 0, 6, "outlet/reuters", "GBR.MED", "Reuters", "رويترز")
    said = statement("وقال مصدر", "القصف توقف", speaker, after=TEXT.index("\n"))
    assert [h.credited for h in chain(event(said.id), [said], [REUTERS]).hands] == [False, False]
    own = chain(row(event(None).assertion, publisher="Reuters"), [], [REUTERS])
    assert [h.role for h in own.hands] == ["outlet"]
