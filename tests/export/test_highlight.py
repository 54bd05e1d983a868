"""Cutting a text into marked pieces, and hiding names in it."""

from hypothesis import given
from hypothesis import strategies as st

from hudna.export.highlight import Mark, pieces
from hudna.export.privacy import MASK, Privacy, privacy_of
from hudna.model.annotations import Annotations, Mention, Span

TEXTS = st.text(alphabet="ابتث قسم\nabc<&", max_size=60)
SPANS = st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=12)


@given(TEXTS, SPANS)
def test_pieces_put_together_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(start, end, "event") for start, end in spans]
    cut = list(pieces(text, marks))
    assert "".join(p.text for p in cut) == text
    inside = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    assert sorted(m.start for p in cut for m in p.begins) == sorted(m.start for m in inside)
    assert sorted(m.end for p in cut for m in p.ends) == sorted(m.end for m in inside)
    for piece in cut:
        for mark in piece.marks:
            assert mark.start <= piece.start < mark.end


@given(TEXTS, SPANS, SPANS)
def test_hidden_letters_never_show(
    text: str, spans: list[tuple[int, int]], hidden: list[tuple[int, int]]
) -> None:
    ends = [0]
    apart = []
    for start, end in sorted(hidden):
        if ends[-1] <= start < end <= len(text):
            apart.append(Span(start, end))
            ends.append(end)
    privacy = Privacy(tuple(apart))
    shown = "".join(p.text for p in pieces(text, [Mark(s, e, "event") for s, e in spans], privacy))
    expected = ""
    at = 0
    for span in apart:
        expected += text[at : span.start] + MASK
        at = span.end
    assert shown == expected + text[at:]
    assert privacy.slice(text, 0, len(text)) == shown


def person(text: str, words: str, entity: str | None = None) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), words, "person", entity, None, None, None, 0, 1)


def test_a_private_name_is_hidden_wherever_it_stands() -> None:
    text = "قال نادر العلي إن القصف توقف. ولنادر العلي رأي آخر، ونادر  العلي غائب."
    privacy = privacy_of(text, Annotations(mentions=(person(text, "نادر العلي"),)))
    assert privacy.slice(text, 0, len(text)) == "قال شخص إن القصف توقف. ولشخص رأي آخر، وشخص غائب."
    assert privacy.other("عن نادر العلي") == "عن شخص"


def test_a_public_actor_keeps_his_name_even_where_it_holds_a_private_one() -> None:
    text = "التقى محمد وزير الدفاع محمد الحاكم."
    public = person(text, "محمد الحاكم", "person/ruler")
    privacy = privacy_of(text, Annotations(mentions=(person(text, "محمد"), public)))
    assert privacy.slice(text, 0, len(text)) == "التقى شخص وزير الدفاع محمد الحاكم."


def test_a_slice_that_begins_inside_a_name_shows_none_of_it() -> None:
    text = "قال نادر العلي"
    privacy = privacy_of(text, Annotations(mentions=(person(text, "نادر العلي"),)))
    assert privacy.slice(text, 6, len(text)) == MASK
    assert privacy.slice(text, 0, 6) == f"قال {MASK}"


def test_groups_and_organisations_are_not_hidden() -> None:
    text = "قالت لجنة الأهالي"
    group = Mention(5, 17, "لجنة الأهالي", "organisation", None, None, None, None, 0, 1)
    assert not privacy_of(text, Annotations(mentions=(group,))).spans
